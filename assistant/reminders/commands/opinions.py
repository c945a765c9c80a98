"""The chat commands of deputies: a private mark on a commitment, the receipt for a letter."""

import csv
import io
import re
from collections.abc import Sequence

from assistant.errors import AssistantError
from assistant.glossary import Attachment, Choice, Command, Reply, Request, Thing
from assistant.reminders import phrasing
from assistant.reminders.commands.guard import DEPUTIES, OFFICE, numbered, said
from assistant.reminders.exchange import harmless
from assistant.reminders.ledger import Ledger
from assistant.reminders.opinions import (
    LetterReceipt,
    Mark,
    Opinions,
    Satisfaction,
    letter_called,
    letter_name,
)
from assistant.reminders.ties import Ties
from knowledge import LetterHead

VERDICT = re.compile(r"\s*(基本满意|不满意|满意)[，,：:\s]*")
COLUMNS = ("编号", "函件", "代表", "满意度", "意见", "时间")


class OpinionDesk:
    """代表窗口."""

    def __init__(self, ledger: Ledger, opinions: Opinions, ties: Ties) -> None:
        self._ledger = ledger
        self._opinions = opinions
        self._ties = ties

    def commands(self) -> tuple[Command, ...]:
        """What deputies' opinions contribute to the registry."""
        return (
            Command(
                "mark",
                ("我的看法",),
                "给承诺作个人标记（仅自己可见）：/mark 2 部分 还差一点",
                self.mark,
                DEPUTIES,
                private=True,
                takes=Thing.COMMITMENT,
            ),
            Command(
                "receipt",
                ("回执",),
                "填写回执：/receipt 第59号 满意 意见",
                self.receipt,
                DEPUTIES,
                private=True,
                takes=Thing.LETTER,
            ),
            Command(
                "receipts",
                ("回执清单",),
                "看代表的回执；/receipts 导出",
                self.receipts,
                OFFICE | DEPUTIES,
                private=True,
            ),
        )

    def mark(self, request: Request) -> Reply:
        """/mark: the list of one's marks; /mark N MARK NOTE: a new one."""
        if not request.words.strip():
            return self._marks(request)
        number, rest = numbered(request.words, "/mark 2 部分 还差一点")
        entry = self._ledger.entry(number)
        mark = next((mark for mark in Mark if rest.startswith(mark)), None)
        if mark is None:
            buttons = tuple(Choice(mark, f"/mark {number} {mark}") for mark in Mark)
            return said(
                f"您怎么看？只有您自己能看到。\n{phrasing.title(entry)}", "clarify", buttons
            )
        note = rest.removeprefix(mark).strip(" ，,")
        self._opinions.mark(request.account, entry, mark, note)
        return said([f"已标记：{mark}（仅您可见）。", phrasing.title(entry), note])

    def receipt(self, request: Request) -> Reply:
        """/receipt [第N号] VERDICT COMMENTS."""
        heads = [head for head, _ in self._ties.commitments()]
        found = VERDICT.search(request.words)
        letter = request.words[: found.start()] if found else request.words
        head = letter_called(letter, heads)
        if head is None:
            raise AssistantError(_which(letter, heads))
        name = letter_name(head)
        if not found:
            buttons = tuple(
                Choice(verdict, f"/receipt 第{name}号 {verdict}") for verdict in Satisfaction
            )
            return said(
                f"对第{name}号答复函，您的意见是？可在后面附上具体意见。", "clarify", buttons
            )
        comments = request.words[found.end() :].strip()
        verdict = Satisfaction(found[1])
        self._opinions.give(request.account, head, verdict, comments)
        said_back = f"回执已提交：第{name}号答复函，{verdict}。"
        return said(
            [said_back, f"意见：{comments}" if comments else "", "工作人员会看到这份回执。"]
        )

    def receipts(self, request: Request) -> Reply:
        """/receipts [导出]."""
        receipts = self._opinions.receipts(request.account)
        people = self._ties.people()
        names = {number: account.name for number, account in people.items()}
        if not receipts:
            return said("还没有回执。", "list")
        counts = "，".join(
            f"{verdict} {sum(one.verdict is verdict for one in receipts)}"
            for verdict in Satisfaction
        )
        lines = [f"回执 {len(receipts)} 份：{counts}"]
        lines += [_line(one, names) for one in receipts[-30:]]
        reply = said(lines, "list", (Choice("导出", "/receipts 导出"),))
        if request.words.strip() not in ("导出", "csv"):
            return reply
        file = Attachment("回执.csv", _csv(receipts, names), "text/csv")
        return Reply("list", reply.headline, reply.text, files=(file,), evidence="register")

    def _marks(self, request: Request) -> Reply:
        marks = self._opinions.marks(request.account)
        entries = [entry for entry in self._ledger.entries() if entry.subject.key in marks]
        if not entries:
            return said("您还没有标记；例如：/mark 2 部分 还差一点", "list")
        lines = [f"您的标记 {len(entries)} 条（仅您可见）"]
        for entry in entries:
            mark, note = marks[entry.subject.key]
            lines.append(f"{phrasing.title(entry)}：{mark}{f'，{note}' if note else ''}")
        return said(lines, "list")


def _which(words: str, heads: Sequence[LetterHead]) -> str:
    names = list(dict.fromkeys(letter_name(head) for head in heads))
    if words.strip():
        return f"没有找到“{words.strip()}”；请写函件编号，例如：/receipt 第59号 满意"
    return f"请写明是哪一件：{'、'.join(f'第{name}号' for name in names[:10])}。"


def _line(one: LetterReceipt, names: dict[int, str]) -> str:
    comments = f"：{one.comments}" if one.comments else ""
    who = names.get(one.owner, f"人员{one.owner}")
    return f"· 第{one.letter}号 {who} {one.verdict}{comments}（{one.at:%Y-%m-%d}）"


def _csv(receipts: Sequence[LetterReceipt], names: dict[int, str]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in receipts:
        who = names.get(one.owner, f"人员{one.owner}")
        row = (
            one.letter,
            one.title,
            who,
            one.verdict.value,
            one.comments,
            f"{one.at:%Y-%m-%d %H:%M}",
        )
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")
