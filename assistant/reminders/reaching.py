"""Which channel a delivery takes: the next where one fails, the same again once it can be reached.

Whatever may have been shown already says so when it is sent once more, on whichever channel.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assistant.glossary import Account, Address
from assistant.reminders.models import DeliveryRow, OccurrenceRow

REPEAT = "（重发，如已收到请忽略）"
REMINDERS = ("digest", "single")  # kinds that carry occasions
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(days=1)  # between looks at what failed
STALE = timedelta(days=7)  # a summary or notice older than that has lost its point


def channel_for(account: Account | None, wished: str = "") -> str:
    """The channel wished for where the person is there, else the first that is theirs."""
    channels = [address.channel for address in account.addresses] if account else []
    return wished if wished in channels else (channels[0] if channels else "")


def address_on(person: Account | None, channel: str) -> Address | None:
    """Where the person is on the channel."""
    for address in person.addresses if person else ():
        if address.channel == channel:
            return address
    return None


def marked(text: str) -> str:
    """The text, saying that it may have been seen before."""
    return text if text.startswith(REPEAT) else f"{REPEAT}{text}"


def fail(row: DeliveryRow, reason: str, now: datetime) -> None:
    """It cannot be delivered; looked at again some time later, should the person be there then."""
    row.state, row.reason = "failed", reason
    row.next_try = now + min(SHORTEST * 2 ** min(row.attempts, 10), LONGEST)


def send_again(row: DeliveryRow, channel: str, now: datetime) -> None:
    """Queue it anew; what may have been shown keeps its words and is marked."""
    if row.repeats or row.state in ("unknown", "review"):
        row.repeats = 1
        if row.body:
            row.body = row.body | {"text": marked(row.body["text"])}
    else:
        row.body, row.started_at = None, None
    row.channel, row.state, row.next_try = channel, "pending", now


def reroute(row: DeliveryRow, tried: Address | None, person: Account | None, now: datetime) -> None:
    """Take the person's next channel, where there is one; else it stays as it is."""
    for address in person.addresses if person else ():
        if address != tried and address.channel != row.channel:
            send_again(row, address.channel, now)
            return


def leave_closed_channels(
    session: Session, people: Mapping[int, Account], served: Collection[str], now: datetime
) -> bool:
    """What is due on a channel that nobody serves takes another, or is on the list of failures.

    Whether there were such failures.
    """
    failed = False
    waiting = select(DeliveryRow).where(
        DeliveryRow.state.in_(("pending", "unknown")),
        DeliveryRow.due_at <= now,
        DeliveryRow.channel.not_in(served),
    )
    for row in session.scalars(waiting):
        person = people.get(row.owner)
        others = [one.channel for one in (person.addresses if person else ())]
        open_ones = [channel for channel in others if channel in served]
        if open_ones:
            send_again(row, open_ones[0], now)
        else:
            row.repeats = max(row.repeats, row.state == "unknown")
            fail(row, f"渠道 {row.channel} 没有开通", now)
            failed = True
    return failed


def revive(session: Session, people: Mapping[int, Account], now: datetime) -> None:
    """What failed goes out once its person can be reached again, all of it in one message."""
    failed = select(DeliveryRow).where(DeliveryRow.state == "failed", DeliveryRow.next_try <= now)
    again: dict[tuple[int, str], list[DeliveryRow]] = defaultdict(list)
    for row in session.scalars(failed.order_by(DeliveryRow.id)):
        channel = channel_for(people.get(row.owner), row.channel)
        if not channel:
            continue
        if row.kind not in REMINDERS and now - row.due_at > STALE:
            row.state, row.reason = "cancelled", "已过时"
        elif row.repeats or row.kind == "single":
            send_again(row, channel, now)
        else:
            again[row.owner, row.kind].append(row)
    for rows in again.values():
        newest = rows[-1]
        _merge(session, rows[:-1], newest)
        send_again(newest, channel_for(people[newest.owner], newest.channel), now)


def _merge(session: Session, older: Sequence[DeliveryRow], newest: DeliveryRow) -> None:
    """The newest carries what the older ones did."""
    for row in older:
        carried = update(OccurrenceRow).where(OccurrenceRow.delivery_id == row.id)
        session.execute(carried.values(delivery_id=newest.id))
        row.state, row.reason = "cancelled", f"并入 R{newest.id}"
