"""Which entries of the ledger words ask for: 我的, 逾期, 30天内, 本月, 已兑现, a unit, a letter, words."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from assistant.glossary import Account
from assistant.reminders import phrasing
from assistant.reminders.ledger import Entry, Ledger
from assistant.reminders.matching import matching, wanted
from assistant.reminders.states import State
from assistant.reminders.subscriptions import Subscriptions

WITHIN = re.compile(r"([0-9]{1,4})\s*[天日](?:之?内|以内)?(?:到期)?\Z")
SUBSCRIPTION = re.compile(r"订阅\s*([0-9]{1,9})\Z")


class Selector:
    """挑选: from the whole ledger to what was asked for."""

    def __init__(self, ledger: Ledger, subscriptions: Subscriptions) -> None:
        self.ledger = ledger
        self.subscriptions = subscriptions

    def selected(self, account: Account, words: str, today: date | None = None) -> list[Entry]:
        """The entries that the words of a list ask for; several kinds narrow each other."""
        entries = self.ledger.entries(today)
        found = self._narrowed(account, words, entries)
        if found or " " not in words:
            return found
        for word in words.split():
            entries = self._narrowed(account, word, entries)
        return entries

    def _narrowed(self, account: Account, words: str, entries: list[Entry]) -> list[Entry]:
        if words in ("", "全部", "所有"):
            return entries
        if words in ("我的", "我订阅的"):
            return self._own(account, entries)
        if listed := LISTS.get(words):
            return [entry for entry in entries if listed(entry)]
        if words in tuple(State):
            return [entry for entry in entries if entry.standing.state == words]
        if found := WITHIN.match(words):
            days = int(found[1])
            return [entry for entry in entries if _within(entry, days)]
        if words in PERIODS:
            return [entry for entry in entries if _falls(entry, words)]
        if found := SUBSCRIPTION.match(words):
            scope = self.subscriptions.one(account, int(found[1])).wanted
        else:
            scope = wanted(words, [entry.subject for entry in entries])
        keys = {subject.key for subject in matching(scope, (entry.subject for entry in entries))}
        return [entry for entry in entries if entry.subject.key in keys]

    def _own(self, account: Account, entries: Sequence[Entry]) -> list[Entry]:
        """What the person subscribed to, or what their unit is responsible for."""
        scopes = [found.wanted for found in self.subscriptions.of(account)]
        subjects = [entry.subject for entry in entries]
        keys = {subject.key for scope in scopes for subject in matching(scope, subjects)}
        return [
            entry
            for entry in entries
            if entry.subject.key in keys or (account.unit and account.unit in phrasing.unit(entry))
        ]


LISTS: dict[str, Callable[[Entry], bool]] = {
    **dict.fromkeys(("逾期", "已逾期", "超期"), lambda entry: entry.standing.overdue),
    **dict.fromkeys(("临期", "快到期"), lambda entry: entry.standing.soon),
    **dict.fromkeys(("未销号", "未完成"), lambda entry: entry.standing.open),
    **dict.fromkeys(("无明确时限", "无时限"), lambda entry: group(entry) == 2),
    **dict.fromkeys(("定期", "定期进行"), lambda entry: group(entry) == 1),
}
PERIODS = ("今天", "明天", "本周", "下周", "本月", "下月")


def _falls(entry: Entry, period: str) -> bool:
    """Whether an open entry is due today or tomorrow, in this or the next week or month."""
    standing = entry.standing
    day = standing.deadline or standing.period
    left = standing.days_left if standing.deadline else standing.period_left
    if day is None or left is None or not standing.open:
        return False
    if period[1] == "天":
        return left == (period[0] == "明")
    today = day - timedelta(days=left)
    if period[1] == "周":
        monday = today - timedelta(days=today.weekday())
        weeks = (day - monday).days // 7
        return weeks == (period[0] == "下")
    return (day.year - today.year) * 12 + day.month - today.month == (period[0] == "下")


def _within(entry: Entry, days: int) -> bool:
    left = entry.standing.days_left
    left = entry.standing.period_left if left is None else left
    return entry.standing.open and left is not None and 0 <= left <= days


def group(entry: Entry) -> int:
    """0 with a deadline, 1 recurring, 2 with neither."""
    if entry.standing.deadline is not None:
        return 0
    return 1 if entry.standing.period else 2


def by_date(entry: Entry) -> tuple[int, date, int]:
    """In the order of their days; recurring ones, then vague ones at the end."""
    day = entry.standing.deadline or entry.standing.period
    return group(entry), day or date.max, entry.number
