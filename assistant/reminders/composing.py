"""What a delivery says when it leaves: composed at the last moment, so that it is true then.

An occasion that has lost its point (closed, moved, unsubscribed) is left out and says why in its
row. A message is frozen with its first try; only one that certainly was not shown is composed anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.errors import NotAllowed
from assistant.glossary import Account, Choice, Reply
from assistant.reminders import phrasing
from assistant.reminders.ledger import Entry
from assistant.reminders.matching import matching
from assistant.reminders.measures import briefly, stated
from assistant.reminders.models import DeliveryRow, OccurrenceRow
from assistant.reminders.planner import Wish, meant
from assistant.reminders.ties import Ties
from assistant.reminders.workdays import WorkCalendar

LATE = timedelta(hours=1)  # from then on a message says that it is late
FEW = 10  # up to so many entries a digest also names each letter's own figure
MOST = 60  # entries a message lists; the rest is counted and found in the ledger


@dataclass(frozen=True, slots=True)
class Book:
    """台账快照: what composing needs to know of the world, read once for many messages."""

    entries: Mapping[str, Entry]
    wishes: Mapping[int, Sequence[Wish]]
    people: Mapping[int, Account]


@dataclass(frozen=True, slots=True)
class Item:
    """提醒条目: an occasion with the entry it is about."""

    occurrence: OccurrenceRow
    entry: Entry


class Composer:
    """措辞: deliveries into replies."""

    def __init__(self, ties: Ties, calendar: WorkCalendar) -> None:
        self._ties = ties
        self._calendar = calendar

    def compose(self, session: Session, delivery: DeliveryRow, book: Book) -> Reply | None:
        """The message, or None where nothing is left to say."""
        if delivery.kind == "monday":
            return self._summary(delivery, book)
        if delivery.kind in ("held", "failed"):
            return _notice(session, delivery)
        rows = select(OccurrenceRow).where(
            OccurrenceRow.delivery_id == delivery.id, OccurrenceRow.dropped == ""
        )
        items = list(_still_due(session.scalars(rows.order_by(OccurrenceRow.day)), book))
        if not items:
            return None
        newest = {item.entry.number: item for item in items}
        return self._reminder(delivery, list(newest.values()), book.people[delivery.owner])

    def _reminder(self, delivery: DeliveryRow, items: list[Item], person: Account) -> Reply:
        now = self._ties.clock()
        headline = _headline(items)
        paragraphs = [_late(delivery, now) + headline]
        paragraphs += self._listed(items, now)
        paragraphs.append(f"编号 {reference(delivery.id)}")
        entries = [item.entry for item in items]
        return Reply(
            "list" if len(items) > 1 else "done",
            headline,
            "\n".join(filter(None, paragraphs)),
            tuple(self._ties.cite(entry.commitment, entry.head) for entry in entries[:MOST]),
            self._buttons(delivery, entries, person),
            evidence="register",
        )

    def _listed(self, items: list[Item], now: datetime) -> list[str]:
        """By unit, then by date; what was overdue before the subscription stands at the end."""
        shown = sorted(items, key=_order)
        lines: list[str] = []
        for heading, group in groupby(shown[:MOST], key=_heading):
            if len(items) > 1:
                lines.append(f"\n{heading}")
            lines += [self._paragraph(item, now, len(items)) for item in group]
        if len(shown) > MOST:
            lines.append(f"另有 {len(shown) - MOST} 项，发送“/ledger 我的”查看。")
        return lines

    def _paragraph(self, item: Item, now: datetime, among: int) -> str:
        entry, occurrence, single = item.entry, item.occurrence, among == 1
        old, *_ = _order(item)
        lines = [phrasing.line(entry, under_unit=not (single or old))]
        if single:
            citation = self._ties.cite(entry.commitment, entry.head)
            lines.append(f"   {phrasing.quoted(citation)}")
            lines.append(f"   {phrasing.proof(citation)}")
            lines.append(stated(entry, self._ties))
        else:
            if among <= FEW and not entry.progress and (figure := briefly(entry, self._ties)):
                lines.append(f"   {figure}")
            lines.append(f"   〔{entry.commitment.place.code}〕")
        if occurrence.deadline != entry.standing.deadline:
            lines.append(f"   本期截止：{phrasing.day_words(occurrence.deadline)}")
        if why := self._why_today(occurrence):
            lines.append(f"   {why}")
        if occurrence.day < now.date() and occurrence.kind != "snooze":
            lines.append(f"   迟到：本应在 {phrasing.day_words(occurrence.day)} 提醒")
        return "\n".join(filter(None, lines))

    def _why_today(self, occurrence: OccurrenceRow) -> str:
        """Why the reminder comes on another day than the calendar day it was meant for."""
        day = meant(occurrence.deadline, occurrence.kind, occurrence.offset)
        return self._calendar.shifted(day).why if day and day != occurrence.day else ""

    def _buttons(
        self, delivery: DeliveryRow, entries: list[Entry], person: Account
    ) -> tuple[Choice, ...]:
        name = reference(delivery.id)
        buttons = [Choice("已知悉", f"/ack {name}"), Choice("三天后再提醒", f"/snooze {name}")]
        if len(entries) > 1:
            buttons.append(Choice("看台账", "/ledger 我的"))
        else:
            buttons += self._own_buttons(entries[0], person)
        return (*buttons, Choice("退订", "/unsubscribe"))

    def _own_buttons(self, entry: Entry, person: Account) -> list[Choice]:
        buttons = [Choice("看原文", f"/source {entry.commitment.place.code}")]
        try:
            self._ties.authorize(person, "commitment.change", entry)
        except NotAllowed:
            return buttons
        number = entry.number
        return [
            *buttons,
            Choice("登记进展", f"/report {number}"),
            Choice("标记兑现", f"/close {number}"),
        ]

    def _summary(self, delivery: DeliveryRow, book: Book) -> Reply:
        """The Monday summary over everything the person subscribed to."""
        scopes = [wish.wanted for wish in book.wishes.get(delivery.owner, ())]
        subjects = {key: entry.subject for key, entry in book.entries.items()}
        mine = {subject.key for scope in scopes for subject in matching(scope, subjects.values())}
        entries = [book.entries[key] for key in sorted(mine)]
        overdue = [entry for entry in entries if entry.standing.overdue]
        soon = [entry for entry in entries if entry.standing.soon]
        headline = f"本周小结：{len(overdue)} 项逾期，{len(soon)} 项临期，共 {len(entries)} 项"
        lines = [phrasing.line(entry) for entry in (*overdue, *soon)[:MOST]]
        late = _late(delivery, self._ties.clock())
        text = "\n".join([f"{late}{headline}", *lines, f"编号 {reference(delivery.id)}"])
        return Reply("list", headline, text, evidence="register")


def reference(number: int) -> str:
    """The name by which people and buttons point at a delivery: R12."""
    return f"R{number}"


def _still_due(rows: Iterable[OccurrenceRow], book: Book) -> Iterable[Item]:
    """The occasions that still have a point; the others get the reason into their row."""
    for occurrence in rows:
        occurrence.dropped = _pointless(occurrence, book)
        if not occurrence.dropped:
            yield Item(occurrence, book.entries[occurrence.commitment])


def _pointless(occurrence: OccurrenceRow, book: Book) -> str:
    entry = book.entries.get(occurrence.commitment)
    if entry is None:
        return "承诺已移除"
    if occurrence.owner not in book.people:
        return "账户已撤销"
    if not entry.standing.open:
        return f"已销号（{entry.standing.state}）"
    if not entry.subject.due_on(occurrence.deadline):
        return "时限已变更"
    wishes = book.wishes.get(occurrence.owner, ())
    if not any(True for wish in wishes for _ in matching(wish.wanted, (entry.subject,))):
        return "已退订或暂停"
    return ""


def _headline(items: list[Item]) -> str:
    if len(items) == 1:
        entry = items[0].entry
        return f"提醒：{entry.standing.label}——{phrasing.title(entry)}"
    overdue = sum(item.entry.standing.overdue for item in items)
    today = sum(item.entry.standing.days_left == 0 for item in items)
    counts = [f"{overdue} 项逾期" if overdue else "", f"{today} 项今日到期" if today else ""]
    counts.append(
        f"{len(items) - overdue - today} 项将到期" if len(items) > overdue + today else ""
    )
    return f"今日提醒 {len(items)} 项：" + "，".join(filter(None, counts))


def _late(delivery: DeliveryRow, now: datetime) -> str:
    return "【迟到】" if now - delivery.due_at > LATE else ""


def _order(item: Item) -> tuple[bool, str, str, int]:
    old = item.occurrence.kind == "opening" and item.entry.standing.overdue
    return old, phrasing.unit(item.entry), str(item.entry.standing.deadline), item.entry.number


def _heading(item: Item) -> str:
    old, unit, _, _ = _order(item)
    return "此前已逾期（只在此列一次，随时可发“/ledger 逾期”查看）" if old else f"【{unit}】"


def _notice(session: Session, delivery: DeliveryRow) -> Reply:
    """What an admin is told: reminders held by the brake, or not to be delivered."""
    count = session.scalar(
        select(func.count()).where(
            DeliveryRow.state == ("held" if delivery.kind == "held" else "failed")
        )
    )
    if delivery.kind == "held":
        text = f"有 {count} 条提醒超出平时数量，已暂停；核对系统时钟后发送“/release”放行。"
        return Reply("done", text, text, suggestions=(Choice("放行", "/release"),))
    text = f"有 {count} 条提醒无法送达；发送“/undelivered”看未送达清单。"
    return Reply("done", text, text, suggestions=(Choice("未送达清单", "/undelivered"),))
