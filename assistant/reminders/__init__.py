"""Reminders: the ledger of commitments, subscriptions, and deliveries that are never lost."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.glossary import Command
from assistant.reminders import keeping
from assistant.reminders.brake import Brake
from assistant.reminders.calendars import ics
from assistant.reminders.commands import Selector, Voice, commands
from assistant.reminders.composing import Composer
from assistant.reminders.console import RemindersConsole
from assistant.reminders.delivery import TICK, Delivery, Postman, Sender
from assistant.reminders.exchange import as_csv, as_xlsx
from assistant.reminders.forecast import Forecast
from assistant.reminders.ledger import Entry, Ledger, Verdict
from assistant.reminders.opinions import Opinions
from assistant.reminders.outbox import Outbox
from assistant.reminders.planner import Ladder
from assistant.reminders.register import Register
from assistant.reminders.rules import Rules
from assistant.reminders.schedule import Planned, Schedule
from assistant.reminders.states import Progress, Standing, State
from assistant.reminders.subscriptions import Subscriptions
from assistant.reminders.ties import Ties
from assistant.reminders.wishes import Options
from assistant.reminders.workdays import WorkCalendar
from assistant.storage import Database

__all__ = [
    "Brake",
    "Delivery",
    "Entry",
    "Ladder",
    "Ledger",
    "Opinions",
    "Planned",
    "Postman",
    "Progress",
    "Options",
    "Register",
    "Rules",
    "Reminders",
    "RemindersConsole",
    "Schedule",
    "Sender",
    "Standing",
    "State",
    "Subscriptions",
    "Ties",
    "Verdict",
    "Voice",
    "WorkCalendar",
    "as_csv",
    "as_xlsx",
    "ics",
    "keeping",
    "open_reminders",
]


@dataclass(frozen=True, slots=True)
class Reminders:
    """提醒: the whole room, wired."""

    ledger: Ledger
    subscriptions: Subscriptions
    opinions: Opinions
    schedule: Schedule
    register: Register
    delivery: Delivery
    console: RemindersConsole
    commands: tuple[Command, ...]
    voice: Voice

    def postman(self, senders: Mapping[str, Sender], tick: float = TICK) -> Postman:
        """What runs beside the channels and sends."""
        return Postman(self.delivery, senders, tick)


def open_reminders(
    database: Database,
    ties: Ties,
    rules: Rules | None = None,
) -> Reminders:
    """Wire the room."""
    rules = rules or Rules()
    calendar = WorkCalendar.load(rules.calendar)
    ledger, subscriptions = Ledger(database, ties), Subscriptions(database, ties)
    schedule = Schedule(database, ledger, subscriptions, calendar, ties, rules.brake, rules.ladder)
    outbox = Outbox(database, Composer(ties, calendar), ties, rules.dedupes)
    opinions, register = Opinions(database, ties), Register(database, calendar, ties)
    forecast = Forecast(database, ledger, subscriptions, schedule, calendar, ties)
    return Reminders(
        ledger,
        subscriptions,
        opinions,
        schedule,
        register,
        Delivery(ledger, subscriptions, schedule, outbox, ties),
        RemindersConsole(subscriptions, forecast, register, ties),
        commands(
            ledger, subscriptions, opinions, schedule, register, calendar, ties, rules.defaults
        ),
        Voice(Selector(ledger, subscriptions), ties),
    )
