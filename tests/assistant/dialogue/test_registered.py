"""Registered: what the dialogue asks of the register, and how it remembers what that said."""

from datetime import date

from assistant.dialogue.question import Ask
from assistant.dialogue.registered import SILENT, keys_of, rows_of, turn_about
from assistant.glossary import Account, Reply, Request, Role
from knowledge import Citation, Commitment, Indicator, Library
from tests.assistant.dialogue.conftest import NOW, message


def citation(letter: int) -> Citation:
    return Citation("59-附-1", "答复函", "附件1", "", 0, 0, letter_id=letter)


def promised(library: Library):
    rows = library.facts(library.letters()[0].id)
    return [row for row in rows if isinstance(row.fact, Commitment)]


def test_without_a_register_nothing_is_heard_and_nothing_added() -> None:
    reply = Reply("answer", "32个", "32个。")
    request = Request(Account(0, "somebody", Role.VISITOR), "逾期的", message("逾期的有哪些"))

    assert SILENT.heard(request) is None
    assert SILENT.beside(reply, ("59-附-1",), "多少个", date(2022, 10, 1)) is reply


def test_each_commitment_is_asked_for_once(shipped: Library) -> None:
    first, second, *_ = promised(shipped)
    figure = next(
        row for row in shipped.facts(shipped.letters()[0].id) if isinstance(row.fact, Indicator)
    )

    assert keys_of([first, figure, second, first]) == (first.fact.key, second.fact.key)
    assert keys_of([]) == ()


def test_rows_come_in_the_order_of_their_keys_from_the_letters_cited(shipped: Library) -> None:
    first, second, *_ = promised(shipped)
    keys = (second.fact.key, "59-附-99", first.fact.key)

    assert rows_of(shipped, [citation(shipped.letters()[0].id)], keys) == (second, first)
    assert rows_of(shipped, [], keys) == ()


def test_what_the_register_said_can_be_leaned_on(shipped: Library) -> None:
    rows = tuple(promised(shipped)[:2])

    turn = turn_about("逾期的有哪些", rows, NOW)

    assert turn.question.ask is Ask.COMMITMENTS
    assert (turn.focus, turn.rows, len(turn.names)) == (rows, rows, 2)
    assert not any(" " in name for name in turn.names)
