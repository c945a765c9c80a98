"""The letter's own figure for what it promises, in words: 函中 14036件, of the 14500件 promised."""

from assistant.reminders import phrasing
from assistant.reminders.ledger import Entry
from assistant.reminders.ties import Ties
from knowledge import current_of


def stated(entry: Entry, ties: Ties) -> str:
    """The words for it with its citation; empty where the letter has no such figure."""
    figure = current_of(entry.commitment, ties.indicators(entry.head))
    return phrasing.stated(entry, figure, ties.cite(figure, entry.head)) if figure else ""
