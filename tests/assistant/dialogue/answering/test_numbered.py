"""Promises called by their place: 第二项承诺, 承诺2, 附件第3行, 最后一项."""

import pytest

from assistant.dialogue.answering.numbered import place_in
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第二项承诺是什么", 2),
        ("附件第3行写的责任单位是谁", 3),
        ("承诺2什么时候到期", 2),
        ("承诺二的责任单位", 2),
        ("3号承诺", 3),
        ("最后一项承诺", 3),
        ("头一条是什么", 1),
        # numbers that count or date
        ("承诺3项", None),
        ("承诺一共几项", None),
        ("承诺12月底完成的", None),
        # beyond the list: the caller says so
        ("第四项承诺", 4),
    ],
)
def test_the_place_named(text: str, place: int | None) -> None:
    assert place_in(text, 3) == place


@pytest.mark.parametrize("text", ["承诺2什么时候到期", "2号承诺谁负责", "第2项承诺是什么"])
def test_only_the_promise_of_that_place_is_told(ask: Ask, text: str) -> None:
    reply = ask(text)

    assert "14500" in reply.text
    assert "4件" not in reply.text.split("原文")[0]


@pytest.mark.parametrize("text", ["第四项承诺", "第五条承诺谁负责"])
def test_a_place_beyond_the_list_is_said(ask: Ask, text: str) -> None:
    reply = ask(text)

    assert reply.kind == "unknown"
    assert "只有3项" in reply.headline


def test_promises_of_another_year_are_unknown(ask: Ask) -> None:
    assert ask("2023年的承诺是什么").kind == "unknown"
