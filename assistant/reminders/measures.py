"""The letter's own figure for what it promises, in words: 函中 14036件, of the 14500件 promised."""

from assistant.reminders import phrasing
from assistant.reminders.ledger import Entry
from assistant.reminders.ties import Ties
from knowledge import Citation, Indicator, current_of


def stated(entry: Entry, ties: Ties) -> str:
    """The words for it with its citation; empty where the letter has no such figure."""
    found = _found(entry, ties)
    return f"{phrasing.stated(entry, found[0])}\n{phrasing.proven(found[1])}" if found else ""


def briefly(entry: Entry, ties: Ties) -> str:
    """The same in one line, for a digest: the figure with the code of its sentence."""
    found = _found(entry, ties)
    return f"{phrasing.stated(entry, found[0])}〔{found[1].code}〕" if found else ""


def _found(entry: Entry, ties: Ties) -> tuple[Indicator, Citation] | None:
    if not entry.commitment.target:
        return None
    figure = current_of(entry.commitment, ties.indicators(entry.head))
    return (figure, ties.cite(figure, entry.head)) if figure else None
