"""Every chat command of the ledger, of subscriptions and of reminders, in one registry."""

from assistant.glossary import Command
from assistant.reminders.commands.decisions import DecisionDesk
from assistant.reminders.commands.deliveries import DeliveryDesk
from assistant.reminders.commands.exchange import ExchangeDesk
from assistant.reminders.commands.guard import guarded
from assistant.reminders.commands.ledger import LedgerDesk
from assistant.reminders.commands.opinions import OpinionDesk
from assistant.reminders.commands.selecting import Selector
from assistant.reminders.commands.subscriptions import SubscriptionDesk
from assistant.reminders.commands.voice import Voice
from assistant.reminders.ledger import Ledger
from assistant.reminders.opinions import Opinions
from assistant.reminders.register import Register
from assistant.reminders.schedule import Schedule
from assistant.reminders.subscriptions import Subscriptions
from assistant.reminders.ties import Ties
from assistant.reminders.wishes import Options
from assistant.reminders.workdays import WorkCalendar

__all__ = ["Selector", "Voice", "commands"]


def commands(
    ledger: Ledger,
    subscriptions: Subscriptions,
    opinions: Opinions,
    schedule: Schedule,
    register: Register,
    calendar: WorkCalendar,
    ties: Ties,
    defaults: Options,
) -> tuple[Command, ...]:
    """The registry: help, menus and the test of every role are made from it."""
    selector = Selector(ledger, subscriptions)
    desks = (
        LedgerDesk(selector, opinions, calendar, ties),
        DecisionDesk(ledger, ties),
        SubscriptionDesk(ledger, subscriptions, schedule, calendar, ties, defaults),
        OpinionDesk(ledger, opinions, ties),
        ExchangeDesk(selector, ties),
        DeliveryDesk(register, ties),
    )
    return tuple(guarded(command) for desk in desks for command in desk.commands())
