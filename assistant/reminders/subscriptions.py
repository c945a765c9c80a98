"""Subscriptions: kept, changed, paused, ended; only by whom they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.errors import AssistantError
from assistant.glossary import Account
from assistant.reminders.matching import Wanted
from assistant.reminders.models import SubscriptionRow
from assistant.reminders.planner import Wish
from assistant.reminders.replanning import loosen
from assistant.reminders.ties import Ties
from assistant.reminders.wishes import Options
from assistant.storage import Database


@dataclass(frozen=True, slots=True)
class Subscription:
    """订阅: what a person wants to be reminded of, and how."""

    number: int
    owner: int
    wanted: Wanted
    options: Options
    since: date
    paused: bool = False
    renewed: date | None = None


class Subscriptions:
    """订阅簿."""

    def __init__(self, database: Database, ties: Ties) -> None:
        self._database = database
        self._ties = ties

    def subscribe(self, actor: Account, wanted: Wanted, options: Options) -> Subscription:
        """A new subscription; asking for the same scope again changes the one there is."""
        self._ties.authorize(actor, "subscription.use")
        for subscription in self.of(actor):
            if subscription.wanted == wanted:
                return self.change(actor, subscription.number, options)
        with self._database.write() as session:
            row = SubscriptionRow(
                owner=actor.id,
                kind=wanted.kind,
                value=wanted.value,
                since=self._ties.next_round(options.hour),
                **_columns(options),
            )
            session.add(row)
            session.flush()
            self._ties.record(session, actor.id, "subscription.make", f"subscription:{row.id}")
        return _subscription(row)

    def of(self, actor: Account) -> list[Subscription]:
        """The person's subscriptions, paused ones too."""
        self._ties.authorize(actor, "subscription.use")
        return [found for found in self.in_force(paused=True) if found.owner == actor.id]

    def one(self, actor: Account, number: int) -> Subscription:
        """One of the person's own."""
        for found in self.in_force(paused=True):
            if found.number == number:
                self._ties.authorize(actor, "subscription.use", found)
                return found
        raise AssistantError(f"没有编号为 {number} 的订阅；发送“/subscriptions”看您的订阅。")

    def change(self, actor: Account, number: int, options: Options) -> Subscription:
        """Other options from now on; what other leads would have said before is not made good."""
        found = self.one(actor, number)
        with self._database.write() as session:
            row = session.get_one(SubscriptionRow, number)
            for name, value in _columns(options).items():
                setattr(row, name, value)
            if options.leads != found.options.leads:
                row.renewed = self._ties.next_round(options.hour)
            self._loosen(session, actor.id)
            self._ties.record(session, actor.id, "subscription.change", f"subscription:{number}")
        return replace(found, options=options, renewed=row.renewed)

    def pause(self, actor: Account, number: int) -> Subscription:
        """No reminders until it is resumed."""
        found = self.one(actor, number)
        with self._database.write() as session:
            session.get_one(SubscriptionRow, number).paused_at = self._ties.clock()
            self._loosen(session, actor.id)
            self._ties.record(session, actor.id, "subscription.pause", f"subscription:{number}")
        return replace(found, paused=True)

    def resume(self, actor: Account, number: int) -> Subscription:
        """In force again; what fell into the pause is not made good."""
        found = self.one(actor, number)
        renewed = self._ties.next_round(found.options.hour)
        with self._database.write() as session:
            row = session.get_one(SubscriptionRow, number)
            row.paused_at, row.renewed = None, renewed
            self._ties.record(session, actor.id, "subscription.resume", f"subscription:{number}")
        return replace(found, paused=False, renewed=renewed)

    def unsubscribe(self, actor: Account, number: int) -> Subscription:
        """Out of force for good."""
        found = self.one(actor, number)
        with self._database.write() as session:
            session.get_one(SubscriptionRow, number).ended_at = self._ties.clock()
            self._loosen(session, actor.id)
            self._ties.record(session, actor.id, "subscription.end", f"subscription:{number}")
        return found

    def _loosen(self, session: Session, owner: int) -> None:
        """Plan today's message anew, unless the hour is over or nothing is left: then it stays."""
        now = self._ties.clock()
        hours = select(func.min(SubscriptionRow.hour)).where(
            SubscriptionRow.owner == owner,
            SubscriptionRow.ended_at.is_(None),
            SubscriptionRow.paused_at.is_(None),
        )
        session.flush()
        hour = session.scalar(hours)
        if hour is not None and now.hour < hour:
            loosen(session, owner, now)

    def in_force(self, paused: bool = False) -> list[Subscription]:
        """Everybody's, oldest first."""
        rows = select(SubscriptionRow).where(SubscriptionRow.ended_at.is_(None))
        if not paused:
            rows = rows.where(SubscriptionRow.paused_at.is_(None))
        with self._database.read() as session:
            return [
                _subscription(row) for row in session.scalars(rows.order_by(SubscriptionRow.id))
            ]

    def wishes(self, people: Mapping[int, Account]) -> list[Wish]:
        """What the planner is asked: the subscriptions of people who still have an account."""
        return [
            wish_of(found, people[found.owner])
            for found in self.in_force()
            if found.owner in people
        ]


def wish_of(subscription: Subscription, account: Account) -> Wish:
    """A subscription as the planner needs it, with the role its owner has now."""
    options = subscription.options
    return Wish(
        subscription.number,
        subscription.owner,
        account.role,
        subscription.wanted,
        subscription.since,
        options.leads,
        options.hour,
        options.channel,
        options.workdays,
        options.digest,
        subscription.renewed,
    )


def _columns(options: Options) -> dict[str, object]:
    return {
        "leads": list(options.leads),
        "hour": options.hour,
        "channel": options.channel,
        "workdays": options.workdays,
        "digest": options.digest,
        "monday": options.monday,
    }


def _subscription(row: SubscriptionRow) -> Subscription:
    options = Options(tuple(row.leads), row.hour, row.channel, row.workdays, row.digest, row.monday)
    wanted = Wanted(row.kind, row.value)
    paused = row.paused_at is not None
    return Subscription(row.id, row.owner, wanted, options, row.since, paused, row.renewed)
