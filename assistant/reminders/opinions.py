"""What deputies say of it: private marks on commitments, and the receipt a letter asks for.

A mark is seen by its owner alone; a receipt is meant for the staff. Both are dated and kept; the
newest counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from assistant.errors import AssistantError
from assistant.glossary import Account
from assistant.reminders.ledger import Entry
from assistant.reminders.models import MarkRow, ReceiptRow
from assistant.reminders.ties import Ties
from assistant.storage import Database
from knowledge import LetterHead


class Mark(StrEnum):
    """代表的看法."""

    SEEN = "已见成效"
    PARTLY = "部分"
    NOT_SEEN = "未见"
    UNSURE = "不清楚"


class Satisfaction(StrEnum):
    """满意度, as the 回执 asks for it."""

    PLEASED = "满意"
    MOSTLY = "基本满意"
    NOT_PLEASED = "不满意"


@dataclass(frozen=True, slots=True)
class LetterReceipt:
    """回执: what a deputy answered to a letter."""

    number: int
    letter: str
    title: str
    owner: int
    verdict: Satisfaction
    comments: str
    at: datetime


class Opinions:
    """看法与回执."""

    def __init__(self, database: Database, ties: Ties) -> None:
        self._database = database
        self._ties = ties

    def mark(self, actor: Account, entry: Entry, mark: Mark, note: str) -> None:
        """The deputy's own mark on a commitment."""
        self._ties.authorize(actor, "mark.use")
        with self._database.write() as session:
            at = self._ties.clock()
            row = MarkRow(key=entry.subject.key, owner=actor.id, mark=mark, note=note, at=at)
            session.add(row)
            self._ties.record(session, actor.id, "mark.make", entry.subject.key)

    def marks(self, actor: Account) -> dict[str, tuple[Mark, str]]:
        """The deputy's newest marks, by commitment."""
        self._ties.authorize(actor, "mark.use")
        rows = select(MarkRow).where(MarkRow.owner == actor.id).order_by(MarkRow.id)
        with self._database.read() as session:
            return {row.key: (Mark(row.mark), row.note) for row in session.scalars(rows)}

    def give(self, actor: Account, head: LetterHead, verdict: Satisfaction, comments: str) -> None:
        """The receipt for a letter; a later one replaces it in the lists."""
        self._ties.authorize(actor, "receipt.give")
        if verdict is Satisfaction.NOT_PLEASED and not comments:
            raise AssistantError("不满意请写明意见，例如：/receipt 第59号 不满意 进度太慢")
        letter = letter_name(head)
        with self._database.write() as session:
            session.add(
                ReceiptRow(
                    letter=letter,
                    title=head.letter.title or head.name,
                    owner=actor.id,
                    verdict=verdict,
                    comments=comments,
                    at=self._ties.clock(),
                )
            )
            self._ties.record(session, actor.id, "receipt.give", f"letter:{letter}")

    def receipts(self, actor: Account) -> list[LetterReceipt]:
        """The newest receipt of each deputy for each letter; deputies see their own."""
        rows = select(ReceiptRow).order_by(ReceiptRow.id)
        try:
            self._ties.authorize(actor, "receipt.read")
        except AssistantError:
            self._ties.authorize(actor, "receipt.give")
            rows = rows.where(ReceiptRow.owner == actor.id)
        with self._database.read() as session:
            newest = {(row.letter, row.owner): row for row in session.scalars(rows)}
        return [_receipt(row) for row in newest.values()]


def letter_name(head: LetterHead) -> str:
    """What people call a letter: its number, or the head of its codes."""
    return head.letter.number or head.code or head.name


def letter_called(words: str, heads: Sequence[LetterHead]) -> LetterHead | None:
    """第59号 or 59 -> that letter, the newest of that number; nothing -> the only one there is."""
    plain = words.strip().removeprefix("第").removesuffix("号").lstrip("0")
    found = [head for head in heads if not plain or letter_name(head).lstrip("0") == plain]
    found = [head for head in found if head.superseded_by is None] or found
    if not plain and len({head.id for head in found}) > 1:
        return None
    return found[-1] if found else None


def _receipt(row: ReceiptRow) -> LetterReceipt:
    return LetterReceipt(
        row.id, row.letter, row.title, row.owner, Satisfaction(row.verdict), row.comments, row.at
    )
