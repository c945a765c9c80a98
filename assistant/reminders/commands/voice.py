"""The ledger in plain conversation: what people ask of it without a command, and its word beside
answers.

A letter does not know what became of its promises. Where a person has entered it, an answer about
a promise says so too; what nobody has entered changes no answer.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.errors import AssistantError
from assistant.glossary import Account, Choice, Reply, Request
from assistant.reminders import phrasing
from assistant.reminders.commands.guard import said
from assistant.reminders.commands.selecting import Selector, by_date
from assistant.reminders.commands.spoken import asks_state, number_asked, spoken
from assistant.reminders.ledger import Entry
from assistant.reminders.matching import matching, wanted
from assistant.reminders.states import State
from assistant.reminders.ties import Ties

MOST = 20  # entries in one reply
NONE = {"无明确时限": "每项承诺都有明确时限。"}
OWN = ("我", "我的", "我们", "我单位", "我们单位")


@dataclass(frozen=True, slots=True)
class Heard:
    """听到的: the reply, and the keys of the commitments it is about."""

    reply: Reply
    keys: tuple[str, ...]


class Voice:
    """台账的话."""

    def __init__(self, selector: Selector, ties: Ties) -> None:
        self._selector = selector
        self._ties = ties

    def heard(self, request: Request) -> Heard | None:
        """The answer to plain words that ask for the ledger; None where they ask for no such thing."""
        today = request.message.now.date()
        number = number_asked(request.words)
        if number is not None:
            return self._one(number, today)
        asked = spoken(request.words, lambda scope: self._bears(scope, today))
        if asked is None:
            return None
        scope = "我的" if asked.scope in OWN else asked.scope
        words = f"{scope} {asked.listed}".strip()
        try:
            found = self._selector.selected(request.account, words, today)
        except AssistantError as error:
            return Heard(said(str(error), "refused"), ())
        title = f"{scope}{asked.listed}{'到期' if asked.by_time else ''}"
        if found:
            return self._told(f"{title}的承诺共 {len(found)} 项", found, words)
        return self._none(title, asked.listed, request.account, today)

    def beside(self, reply: Reply, keys: Collection[str], question: str, today: date) -> Reply:
        """The reply with what a person has entered about these commitments: first, where it is
        asked.
        """
        touched = self._selector.ledger.touched(keys)
        if not touched:
            return reply
        entries = self._selector.ledger.entries(today)
        noted = [one for one in entries if one.subject.key in touched and _entered(one)]
        if not noted:
            return reply
        lines = "\n".join(f"台账：{_noted(entry)}" for entry in noted)
        decided = [entry for entry in noted if entry.standing.change]
        if not (asks_state(question) and len(decided) == len(keys)):
            return replace(reply, text=f"{reply.text}\n{lines}")
        headline = "；".join(entry.standing.label for entry in noted)
        return replace(reply, headline=headline, text=f"{headline}。\n{lines}\n{reply.text}")

    def _one(self, number: int, today: date) -> Heard | None:
        for entry in self._selector.ledger.entries(today):
            if entry.number == number:
                more = Choice("经过和佐证", f"/commitment {number}")
                told = self._told(entry.standing.label, [entry], "")
                return replace(told, reply=replace(told.reply, suggestions=(more,)))
        return None

    def _told(self, headline: str, found: Sequence[Entry], words: str) -> Heard:
        shown = sorted(found, key=by_date)[:MOST]
        lines = [f"{phrasing.line(entry)}〔{entry.commitment.place.code}〕" for entry in shown]
        if len(found) > MOST:
            lines.append(f"另有 {len(found) - MOST} 项，发送“/ledger {words}”看全部。")
        buttons = tuple(
            Choice(f"承诺{entry.number}", f"/commitment {entry.number}") for entry in shown[:5]
        )
        return self._cited(said([f"{headline}。", *lines], "list", buttons), shown)

    def _none(self, title: str, listed: str, account: Account, today: date) -> Heard | None:
        """Nothing such: what there is instead. None where the ledger is empty."""
        entries = sorted(self._selector.selected(account, "", today), key=by_date)
        if not entries:
            return None
        decided, none = listed in tuple(State), f"没有{title}的承诺。"
        nearest = next((one for one in entries if one.standing.open), entries[0])
        lines = [
            f"台账中没有登记为{title}的承诺。" if decided else NONE.get(title, none),
            f"台账共 {len(entries)} 项，最近的是：",
            f"{phrasing.line(nearest)}〔{nearest.commitment.place.code}〕",
        ]
        ways = (Choice("全部", "/ledger"), Choice("未销号", "/ledger 未销号"))
        return self._cited(said(lines, "unknown" if decided else "answer", ways), [nearest])

    def _cited(self, reply: Reply, entries: Sequence[Entry]) -> Heard:
        citations = tuple(self._ties.cite(one.commitment, one.head) for one in entries)
        headline = reply.headline.rstrip("。")
        keys = tuple(entry.subject.key for entry in entries)
        return Heard(replace(reply, headline=headline, citations=citations), keys)

    def _bears(self, scope: str, today: date) -> bool:
        if scope in OWN:
            return True
        subjects = [entry.subject for entry in self._selector.ledger.entries(today)]
        return any(True for _ in matching(wanted(scope, subjects), subjects))


def _entered(entry: Entry) -> bool:
    """Whether something a person entered is still in force."""
    return bool(entry.standing.change or entry.progress)


def _noted(entry: Entry) -> str:
    """What was entered: 2. 2022年全区有效注册商标达到14500件：已兑现（2022-12-05 登记，佐证：公报）."""
    change, words = entry.standing.change, []
    if change:
        proof = change.evidence or (f"文件{change.file}" if change.file else "")
        dated = f"{change.at:%Y-%m-%d} 登记"
        words.append(f"{entry.standing.label}（{dated}{f'，佐证：{proof}' if proof else ''}）")
    if entry.standing.moved_from:
        words.append(f"时限 {phrasing.when(entry)}")
    if reported := phrasing.progress(entry):
        words.append(f"进展 {reported}")
    return f"{phrasing.title(entry)}：{'；'.join(words)}"
