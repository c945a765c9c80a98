"""Ties: the next round of reminders, and a citation without a library."""

import pytest

from assistant.reminders.ties import Ties, plain_citation
from tests.assistant.reminders.office import LETTER, Office, at, promise


@pytest.mark.parametrize(
    ("now", "hour", "day"),
    [
        ("2022-12-01 08:59", None, "2022-12-01"),
        ("2022-12-01 09:00", None, "2022-12-02"),
        ("2022-12-01 13:00", 14, "2022-12-01"),
        ("2022-12-31 23:59", 8, "2023-01-01"),
    ],
)
def test_the_next_round_is_today_until_its_hour(
    office: Office, now: str, hour: int | None, day: str
) -> None:
    office.clock.now = at(now)
    ties: Ties = office.ties

    assert ties.next_round(hour).isoformat() == day


def test_without_a_library_the_promise_itself_is_the_quote() -> None:
    head, commitment = promise(2, "商标达到14500件")

    citation = plain_citation(commitment, head)

    assert (citation.code, citation.section) == ("59-附-2", "附件")
    assert (citation.quote, citation.letter) == ("商标达到14500件", LETTER.letter.title)
    assert citation.letter_id == LETTER.id
