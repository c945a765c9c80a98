"""Who somebody is in the letter, and where opinions go."""

import pytest

from tests.assistant.dialogue.conftest import Ask


def test_every_part_of_a_person_is_told(ask: Ask) -> None:
    reply = ask("谢勇是谁")

    assert "代表" in reply.headline and "局长" in reply.headline
    assert len(reply.citations) == 2


def test_an_office_is_told_only_where_it_is_printed(ask: Ask) -> None:
    assert "局长" in ask("谢勇是什么职务").headline
    assert ask("杨君是什么职务").kind == "unknown"


def test_a_person_the_letter_does_not_name_is_unknown(ask: Ask) -> None:
    assert ask("张三是谁").kind == "unknown"


@pytest.mark.parametrize(
    "question", ["对这封信不满意怎么办", "有意见往哪儿反映", "对答复有异议走什么渠道"]
)
def test_opinions_go_where_the_letter_says(ask: Ask, question: str) -> None:
    assert "回执" in ask(question).citations[0].quote


@pytest.mark.parametrize(
    "question", ["哪个领导最后把关签字的", "落款 单位", "这封信是回谁的", "建议是在哪届会议上交的"]
)
def test_fields_of_the_letter_are_found_in_everyday_words(ask: Ask, question: str) -> None:
    assert ask(question).kind == "answer"


def test_whom_to_ask_is_no_question_of_difficulties(ask: Ask) -> None:
    assert "杨君" in ask("有问题找谁").headline


def test_whose_suggestion_it_is(ask: Ask) -> None:
    assert "人大建议" in ask("这个建议是人大的还是政协的").headline


def test_neither_of_two_is_no_denial(ask: Ask) -> None:
    assert ask("这个建议是人的还是政协的").kind == "unknown"


@pytest.mark.parametrize("question", ["有没有联名的代表", "还有别的代表一起提吗"])
def test_nobody_else_is_said_to_have_made_the_suggestion(ask: Ask, question: str) -> None:
    assert ask(question).kind == "unknown"


def test_the_day_a_suggestion_came_in_is_not_that_of_the_letter(ask: Ask) -> None:
    assert ask("建议收到的日期").kind == "unknown"


def test_when_a_suggestion_was_made_is_told_by_its_session(ask: Ask) -> None:
    assert "三届人大一次会议" in ask("建议是什么时候提的").headline


@pytest.mark.parametrize("question", ["我想找人问问质押融资", "要申请质量品牌资助该联系谁"])
def test_whom_to_ask_about_a_thing_of_the_letter(ask: Ask, question: str) -> None:
    assert "杨君" in ask(question).headline


def test_whom_to_ask_about_anything_else_is_unknown(ask: Ask) -> None:
    assert ask("养老的事找谁").kind == "unknown"


def test_the_office_of_who_signed(ask: Ask) -> None:
    assert ask("审签的领导是什么职务").headline.startswith("局长")


def test_no_firm_holds_the_office_asked_for(ask: Ask) -> None:
    assert ask("知识产权局长是谁").kind == "unknown"
    assert ask("局长是谁").headline == "谢勇"
