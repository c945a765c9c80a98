"""Days to a deadline and days since the letter, from the day of the question."""

from datetime import datetime

import pytest

from tests.assistant.dialogue.conftest import Ask

LATE = datetime.fromisoformat("2023-01-10T09:00:00+08:00")


def test_days_left_end_on_the_last_day_of_the_deadline(ask: Ask) -> None:
    assert "91天" in ask("承诺还有几天到期").headline


def test_days_past_a_deadline_are_told(ask: Ask) -> None:
    assert "已过10天" in ask("承诺超期几天了", now=LATE).headline


@pytest.mark.parametrize("text", ["答复到今天过去多久了", "这封信发出来多少天了"])
def test_the_age_of_the_letter(ask: Ask, text: str) -> None:
    assert ask(text).headline.startswith("117天")
