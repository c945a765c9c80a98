"""Progress: how far promises have come, and which the least."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # promised is another number
        ("能达到15000件商标吗", "函中的目标是14500件，没有写15000件"),
        ("年底能完成14500件商标吗", "14036/14500件"),
        ("三个目标完成率哪个最高哪个最低", "最高96.8%（有效注册商标），最低96.2%"),
        # which lacks more is told in hundredths, not in pieces
        ("商标和专利的目标哪个差得多", "万人发明专利达到4件：完成96.2%"),
    ],
)
def test_promises_are_held_against_what_there_is(ask: Ask, asked: str, said: str) -> None:
    assert said in ask(asked).headline
