"""Chatting: one friendly line, and questions the stored letters can answer."""

import pytest

from assistant.dialogue.answering.chatting import FALLBACK, answer_chat, examples_from
from assistant.dialogue.question import Ask
from knowledge import Library

EXAMPLES = ("联系人是谁？",)


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        (Ask.REFUSE, "refused"),
        (Ask.OPINION, "unknown"),
        (Ask.HELP, "help"),
        (Ask.SMALLTALK, "smalltalk"),
    ],
)
def test_every_kind_of_talk_is_answered_with_examples(ask: Ask, kind: str) -> None:
    answer = answer_chat(ask, "你好", EXAMPLES)

    assert answer.kind == kind
    assert answer.suggestions == EXAMPLES
    assert EXAMPLES[0] in answer.body
    assert answer.proofs == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("谢谢你", "不客气"),
        ("再见", "再见"),
        ("早上好", "早上好"),
        ("你真棒", "谢谢夸奖"),
        ("笨蛋", "包涵"),
        ("在吗", "您好"),
        ("", "您好"),
    ],
)
def test_the_line_fits_what_was_said(text: str, said: str) -> None:
    assert said in answer_chat(Ask.SMALLTALK, text, EXAMPLES).headline


def test_examples_are_made_of_the_letter(clinics: Library) -> None:
    examples = examples_from(clinics.facts(clinics.letters()[0].id))

    assert len(examples) == 3
    assert "村卫生室有多少个？" in examples


def test_without_a_letter_there_are_examples_too() -> None:
    assert examples_from([]) == FALLBACK
