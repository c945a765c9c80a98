"""The chat commands by which staff write into the ledger: a state, its undoing, a figure."""

import re
from dataclasses import replace
from datetime import date

from assistant.errors import AssistantError
from assistant.glossary import Choice, Command, Reply, Request, Thing
from assistant.reminders import phrasing
from assistant.reminders.commands.guard import MEMBERS, WORKERS, numbered, said
from assistant.reminders.figures import reported
from assistant.reminders.ledger import Ledger, Verdict
from assistant.reminders.states import State
from assistant.reminders.ties import Ties

DAY = re.compile(r"([0-9]{4})\s*[-年/.]\s*([0-9]{1,2})\s*[-月/.]\s*([0-9]{1,2})\s*日?")
PROOF = re.compile(r"[，,；; ]*(?:佐证|证据|依据)\s*[:：]\s*(.+)\Z", re.DOTALL)
# a figure with the day it holds for proves as well as a text: 14620件 截至12月20日
FIGURE = re.compile(
    r"[0-9][0-9,，.]*\s*[^\s0-9，,。；;（(]{0,6}\s*[，,（(]?\s*截[至止]到?\s*[^\s，,；;）)]+"
)
LINK = re.compile(r"https?://\S+")


class DecisionDesk:
    """登记窗口."""

    def __init__(self, ledger: Ledger, ties: Ties) -> None:
        self._ledger = ledger
        self._ties = ties

    def commands(self) -> tuple[Command, ...]:
        """What writing into the ledger contributes to the registry."""
        return (
            Command(
                "state",
                ("改状态",),
                "改变状态：/state 2 部分兑现 说明 佐证：…；顺延写新日期",
                self.state,
                WORKERS,
                menu=False,
                takes=Thing.COMMITMENT,
            ),
            Command(
                "close",
                ("标记兑现",),
                "销号：/close 2 说明 佐证：…",
                self.close,
                WORKERS,
                takes=Thing.COMMITMENT,
            ),
            Command(
                "undo",
                ("撤回",),
                "撤回最近一次状态变更：/undo 2",
                self.undo,
                WORKERS,
                menu=False,
                takes=Thing.COMMITMENT,
            ),
            Command(
                "evidence",
                ("看佐证",),
                "取出佐证文件：/evidence 3",
                self.evidence,
                MEMBERS,
                private=True,
                menu=False,
                takes=Thing.EVIDENCE,
            ),  # fmt: skip
            Command(
                "report",
                ("登记进展",),
                "登记进展：/report 2 14320 截至9月底",
                self.report,
                WORKERS,
                takes=Thing.COMMITMENT,
            ),
        )

    def state(self, request: Request) -> Reply:
        """/state N STATE NOTE [佐证：…], with a file as evidence where one came along."""
        number, rest = numbered(request.words, "/state 2 进行中 已完成前期核查")
        state = next((state for state in State if rest.startswith(state.value)), None)
        if state is None:
            raise AssistantError(f"状态请从这些中选：{'、'.join(State)}。")
        return self._decided(request, number, state, rest.removeprefix(state.value).strip())

    def close(self, request: Request) -> Reply:
        """/close N NOTE 佐证：…: 已兑现."""
        number, rest = numbered(request.words, "/close 2 已达14620件 佐证：统计公报第3页")
        if not rest and not request.message.files:
            entry = self._ledger.entry(number)
            return said(
                f"销号须写明说明和佐证。\n{phrasing.title(entry)}\n"
                f"例如：/close {number} 已达到目标 佐证：统计公报第3页（也可随消息附文件）",
                "clarify",
            )
        return self._decided(request, number, State.DONE, rest)

    def undo(self, request: Request) -> Reply:
        """/undo N: take back the newest change."""
        number, _ = numbered(request.words, "/undo 2")
        change, entry = self._ledger.undo(request.account, self._ledger.entry(number))
        return said([f"已撤回“{change.state}”（{change.note}）。", phrasing.line(entry)])

    def report(self, request: Request) -> Reply:
        """/report N FIGURE 截至…: what the unit says it has reached."""
        number, rest = numbered(request.words, "/report 2 14320 截至9月底")
        entry = self._ledger.entry(number)
        figure = reported(rest, entry, self._ties.clock().date())
        entry = self._ledger.report(request.account, entry, *figure)
        return said([f"已登记进展：{phrasing.progress(entry)}", phrasing.line(entry)])

    def evidence(self, request: Request) -> Reply:
        """/evidence N: the file behind 文件N of a history."""
        number, _ = numbered(request.words, "/evidence 3")
        file = self._ledger.evidence(request.account, number)
        return replace(said(f"佐证文件{number}：{file.name}"), files=(file,))

    def _decided(self, request: Request, number: int, state: State, words: str) -> Reply:
        entry = self._ledger.entry(number)
        verdict = _verdict(state, words, request)
        entry = self._ledger.decide(request.account, entry, verdict)
        undo = (Choice("撤回", f"/undo {number}"),)
        return said([f"已登记：{state}。", phrasing.line(entry)], "done", undo)


def _verdict(state: State, words: str, request: Request) -> Verdict:
    """The note, the evidence after 佐证： (or a link or dated figure within), a new date for 顺延."""
    day = None
    if state is State.POSTPONED and (found := DAY.search(words)):
        day = _day(found)
        words = (words[: found.start()] + words[found.end() :]).lstrip(" 至到，,").rstrip(" ，,")
    evidence = ""
    if found := PROOF.search(words):
        evidence, words = found[1].strip(), words[: found.start()].strip()
    elif found := LINK.search(words) or FIGURE.search(words):
        evidence = found[0]
    file = request.message.files[0] if request.message.files else None
    note = words or ("见佐证" if evidence or file else "")
    return Verdict(state, note, evidence, file, day)


def _day(found: re.Match[str]) -> date:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise AssistantError(f"没有“{found[0].strip()}”这一天。") from None
