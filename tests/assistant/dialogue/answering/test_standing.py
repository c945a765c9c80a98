"""What is applied for is not held; a list of another size is not the list asked for."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    "text", ["双钱轮胎拿了市长质量奖吗", "香国公园是4A景区吗", "大足白芷是证明商标吗"]
)
def test_a_title_still_sought_is_not_affirmed(ask: Ask, text: str) -> None:
    assert "还没有" in ask(text).text


def test_a_title_held_is_affirmed(ask: Ask) -> None:
    assert ask("大足黑山羊是证明商标吗").text.startswith("是的")


def test_who_seeks_a_title_is_not_told_to_hold_it(ask: Ask) -> None:
    reply = ask("市长质量奖谁拿了")

    assert "没有写谁已获得" in reply.headline
    assert "双钱轮胎" in reply.headline


def test_who_seeks_a_title_is_told_where_that_is_asked(ask: Ask) -> None:
    assert ask("哪几家在争市长质量奖").headline == "双钱轮胎、施密特电梯"


def test_a_stage_of_a_contest_is_no_other_contest(ask: Ask) -> None:
    assert ask("进入初审的是哪几家").kind == "unknown"


def test_applying_is_affirmed_of_an_applicant(ask: Ask) -> None:
    assert "还没有" not in ask("双钱轮胎申报市长质量奖了吗").text


def test_a_few_names_are_not_the_whole_list(ask: Ask) -> None:
    assert ask("32个知名品牌的全部名单").kind == "unknown"


def test_what_is_new_is_no_part_of_the_stock(ask: Ask) -> None:
    assert "新增4个" not in ask("32个知名品牌都有哪些").text.split("原文")[0]


def test_the_nearest_to_an_unknown_target_is_a_target(ask: Ask) -> None:
    reply = ask("2023年商标目标")

    assert reply.kind == "unknown"
    assert "14500件" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        # the figures and lists of the district are not those of the city above it
        "重庆市的知名品牌有多少",
        # what was done is neither a trouble nor a reason
        "质量品牌工作存在什么问题",
        "为什么要搞质押融资",
    ],
)
def test_what_is_not_told_is_not_made_of_what_is(ask: Ask, text: str) -> None:
    assert ask(text).kind == "unknown"


def test_one_name_in_a_list_is_told_alone(ask: Ask) -> None:
    assert ask("大禹奖是谁在申报").headline == "渝西水资源配套工程"


def test_why_a_wrong_number_is_so_is_met_with_the_right_one(ask: Ask) -> None:
    assert "32个" in ask("为什么知名品牌只有22个？").headline


@pytest.mark.parametrize("text", ["五大产业之外还有哪些产业", "怎么申请使用天下大足商标"])
def test_what_the_letter_does_not_go_into_is_unknown(ask: Ask, text: str) -> None:
    assert ask(text).kind == "unknown"


def test_a_sentence_may_part_the_halves_of_a_term(ask: Ask) -> None:
    assert "财政扶持资金" in ask("财政资金是怎么用在质量品牌上的").headline


def test_who_won_a_prize_is_told_by_prizes(ask: Ask) -> None:
    assert ask("2021年哪家公司获奖").headline.startswith("艾诺斯")
