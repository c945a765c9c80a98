"""The chat commands of the ledger: list, one, calendar, change of state, progress."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby

from assistant.errors import AssistantError
from assistant.glossary import Account, Choice, Command, Reply, Request, Role, Thing
from assistant.reminders import phrasing
from assistant.reminders.calendars import month_page
from assistant.reminders.commands.guard import (
    EVERYONE,
    MEMBERS,
    WORKERS,
    numbered,
    said,
)
from assistant.reminders.commands.selecting import Selector, by_date, group
from assistant.reminders.ledger import Entry
from assistant.reminders.matching import matching
from assistant.reminders.measures import stated
from assistant.reminders.opinions import Opinions
from assistant.reminders.states import Change, in_force
from assistant.reminders.ties import Ties
from assistant.reminders.workdays import WorkCalendar

GROUPS = ("", "【定期进行】", "【无明确时限】")
MOST = 20  # entries in one reply; further pages by "第2页"
PAGE = re.compile(r"\s*第\s*([0-9]{1,3})\s*页\Z")
MONTH = re.compile(r"(?:([0-9]{4})\s*[-年/.])?\s*([0-9]{1,2})\s*月?\Z")


class LedgerDesk:
    """台账窗口."""

    def __init__(
        self, selector: Selector, opinions: Opinions, calendar: WorkCalendar, ties: Ties
    ) -> None:
        self._selector = selector
        self._ledger = selector.ledger
        self._subscriptions = selector.subscriptions
        self._opinions = opinions
        self._calendar = calendar
        self._ties = ties

    def commands(self) -> tuple[Command, ...]:
        """What the ledger contributes to the registry."""
        return (
            Command(
                "ledger",
                ("台账", "承诺台账"),
                "承诺台账：/ledger 我的、逾期、30天内、区市场监管局、商标",
                self.listed,
                EVERYONE,
            ),
            Command(
                "commitment",
                ("承诺详情",),
                "一项承诺的原文、状态和经过：/commitment 2",
                self.one,
                EVERYONE,
                menu=False,
                takes=Thing.COMMITMENT,
            ),
            Command(
                "calendar", ("日历",), "一个月的到期日历：/calendar 2026-12", self.month, EVERYONE
            ),
        )

    def listed(self, request: Request) -> Reply:
        """/ledger [words]: entries in the order of their dates; the vague ones at the end."""
        words, page = _page(request.words.strip())
        today = request.message.now.date()
        entries = sorted(self._selector.selected(request.account, words, today), key=by_date)
        if not entries:
            return said(f"台账中没有符合“{words or '全部'}”的承诺。", "unknown", _WAYS)
        shown = entries[(page - 1) * MOST : page * MOST]
        overdue = sum(entry.standing.overdue for entry in entries)
        soon = sum(entry.standing.soon for entry in entries)
        lines = [
            f"台账{f'（{words}）' if words else ''}共 {len(entries)} 项，逾期 {overdue} 项，临期 {soon} 项"
        ]
        for kind, members in groupby(shown, key=group):
            lines += [GROUPS[kind], *map(phrasing.line, members)]
        suggestions = tuple(
            Choice(f"承诺{entry.number}", f"/commitment {entry.number}") for entry in shown[:5]
        )
        if len(entries) > page * MOST:
            lines.append(
                f"第 {page} 页，发送“/ledger {words} 第{page + 1}页”看后面的。".replace("  ", " ")
            )
            suggestions += (Choice("下一页", f"/ledger {words} 第{page + 1}页".replace("  ", " ")),)
        return said(lines, "list", suggestions)

    def one(self, request: Request) -> Reply:
        """/commitment N: the quote, where it stands, its history, who is reminded."""
        number, _ = numbered(request.words, "/commitment 2")
        entry = self._ledger.entry(number)
        citation = self._ties.cite(entry.commitment, entry.head)
        lines = [phrasing.line(entry), phrasing.interval(entry)]
        lines += [phrasing.quoted(citation), phrasing.proof(citation)]
        lines.append(stated(entry, self._ties))
        if entry.commitment.strength:
            lines.append(f"成色：{entry.commitment.strength}")
        if request.account.role is not Role.VISITOR:
            lines += self._history(entry)
            lines.append(self._subscribers(entry, request.account))
        if request.account.role is Role.DEPUTY:
            lines.append(self._mark(entry, request.account))
        reply = said(lines, "list", self._buttons(entry, request.account))
        return Reply(
            reply.kind,
            reply.headline,
            reply.text,
            (citation,),
            reply.suggestions,
            evidence="register",
        )

    def month(self, request: Request) -> Reply:
        """/calendar [YYYY-MM]: the deadlines of a month with its days off."""
        today = self._ties.clock().date()
        year, month = _month(request.words.strip(), today)
        entries = self._ledger.entries()
        before, after = _neighbours(year, month)
        return said(
            month_page(year, month, entries, self._calendar),
            "list",
            (Choice("上个月", f"/calendar {before}"), Choice("下个月", f"/calendar {after}")),
        )

    def _history(self, entry: Entry) -> list[str]:
        history = self._ledger.history(entry.subject.key)
        counted = {change.number for change in in_force(history)}
        people = self._ties.people()
        lines = [
            _history_line(change, change.number in counted, _name(people.get)) for change in history
        ]
        for report in self._ledger.reports(entry.subject.key)[:-1]:
            lines.append(
                f"· {report.at:%Y-%m-%d} 填报 {report.value}{report.unit}（{report.as_of}）"
            )
        return ["经过：", *lines] if lines else []

    def _subscribers(self, entry: Entry, account: Account) -> str:
        """How many are reminded of it; names are for the office only."""
        owners = {
            found.owner
            for found in self._subscriptions.in_force()
            if any(True for _ in matching(found.wanted, (entry.subject,)))
        }
        people = self._ties.people()
        names = sorted(people[owner].name for owner in owners if owner in people)
        if account.role is Role.DEPUTY:
            return f"订阅：{len(names)} 人"
        return f"订阅：{'、'.join(names)}" if names else "订阅：无人"

    def _mark(self, entry: Entry, account: Account) -> str:
        """What the deputy thinks of it, shown to nobody else."""
        mark, note = self._opinions.marks(account).get(entry.subject.key, ("", ""))
        return f"我的看法（仅您可见）：{mark}{f'，{note}' if note else ''}" if mark else ""

    def _buttons(self, entry: Entry, account: Account) -> tuple[Choice, ...]:
        number = entry.number
        buttons = [Choice("看原文", f"/source {entry.commitment.place.code}")]
        if account.role in MEMBERS:
            buttons.append(Choice("订阅", f"/subscribe 承诺{number}"))
        if account.role in MEMBERS and entry.standing.change and entry.standing.change.file:
            buttons.append(Choice("看佐证", f"/evidence {entry.standing.change.file}"))
        if account.role in WORKERS:
            buttons.append(Choice("登记进展", f"/report {number}"))
            buttons.append(Choice("标记兑现", f"/close {number}"))
        if account.role is Role.DEPUTY:
            buttons.append(Choice("我的看法", f"/mark {number}"))
        return tuple(buttons)


_WAYS = (
    Choice("全部", "/ledger"),
    Choice("逾期", "/ledger 逾期"),
    Choice("30天内", "/ledger 30天内"),
)


def _page(words: str) -> tuple[str, int]:
    found = PAGE.search(words)
    return (words[: found.start()].strip(), max(1, int(found[1]))) if found else (words, 1)


def _month(words: str, today: date) -> tuple[int, int]:
    if not words:
        return today.year, today.month
    found = MONTH.match(words)
    if not found or not 1 <= int(found[2]) <= 12:
        raise AssistantError("请写年月，例如：/calendar 2026-12")
    return int(found[1] or today.year), int(found[2])


def _neighbours(year: int, month: int) -> tuple[str, str]:
    first = date(year, month, 1)
    before = first - timedelta(days=1)
    after = first + timedelta(days=31)
    return f"{before:%Y-%m}", f"{after:%Y-%m}"


def _name(find: Callable[[int], Account | None]) -> Callable[[int], str]:
    def name(number: int) -> str:
        account = find(number)
        return account.name if account else f"人员{number}"

    return name


def _history_line(change: Change, counts: bool, name: Callable[[int], str]) -> str:
    words = f"· {change.at:%Y-%m-%d %H:%M} {name(change.actor)}："
    words += f"{change.state}，{change.note}" if change.state else change.note
    if change.new_deadline:
        words += f"（{change.old_deadline or '无时限'} → {change.new_deadline}）"
    if change.evidence or change.file:
        words += f"；佐证：{change.evidence or f'文件{change.file}'}"
    return words if counts or not change.state else f"{words}（已撤回）"
