"""Where in the letter a thing stands, by its section."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("承诺写在信的哪个部分", "附件"),
        ("有效注册商标14500件写在哪个地方", "附件2"),
        ("区长质量奖在信里哪个部分", "第二（三）部分"),
    ],
)
def test_a_thing_is_found_in_its_part_of_the_letter(ask: Ask, question: str, part: str) -> None:
    assert ask(question).headline == part


def test_what_the_letter_does_not_say_stands_nowhere(ask: Ask) -> None:
    assert ask("养老金写在哪个部分").kind == "unknown"
