"""The letter as a whole, when nothing of it in particular is asked about."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize("question", ["帮我总结一下这封信", "这封信主要讲了啥", "简单说说"])
def test_the_whole_letter_is_told_by_its_subject_sections_and_promises(
    ask: Ask, question: str
) -> None:
    reply = ask(question)

    assert "加强质量品牌" in reply.headline
    assert "知名品牌突出重点培育" in reply.text and "14500件" in reply.text
    assert reply.citations


def test_a_particular_thing_gets_no_overview(ask: Ask) -> None:
    assert "答复的是" not in ask("主要讲讲五金产业").headline


def test_a_call_for_a_person_gets_the_number(ask: Ask) -> None:
    assert "13508375288" in ask("你能帮我联系杨君吗").headline
    assert "13508375288" in ask("转人工").headline
