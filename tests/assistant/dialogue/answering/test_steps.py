"""Of steps and measures the one at the place named, and the parts of the letter."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        ("第二条工作思路讲的什么", "筛查", "一站式"),
        ("第三点打算是什么", "一站式", "筛查"),
        ("第一项措施是什么", "延伸注册", "摸底"),
    ],
)
def test_only_the_step_at_that_place_is_told(ask: Ask, text: str, said: str, unsaid: str) -> None:
    reply = ask(text)

    assert said in reply.text
    assert unsaid not in reply.text


def test_a_step_beyond_the_last_is_unknown(ask: Ask) -> None:
    assert ask("第五条工作思路").kind == "unknown"


def test_the_parts_of_the_letter(ask: Ask) -> None:
    assert ask("全文分几个部分").headline.startswith("3个部分")
