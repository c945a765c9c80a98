"""Reckoning with the figures last said, and what points back at a list."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("before", "question", "begins"),
    [
        # two figures of one kind, the second one in short
        (("团体标准已发布多少项", "在制定的呢"), "一共呢", "9项"),
        # each a question of its own
        (("服务业品牌几个", "文旅品牌几个"), "加起来呢", "5个"),
        (("五金刀具品牌几个", "服务业的呢"), "哪个多", "五金刀具品牌多"),
        (("天下大足许可了几家", "专利转让许可呢"), "差几家", "相差12家"),
        # a part after its total
        (("全区知名品牌多少个", "其中五金的呢"), "占多少", "12.5%"),
    ],
)
def test_the_figures_last_said_are_reckoned_together(
    ask: Ask, before: tuple[str, ...], question: str, begins: str
) -> None:
    for earlier in before:
        ask(earlier)

    reply = ask(question)

    assert reply.kind == "computed"
    assert reply.headline.startswith(begins)


@pytest.mark.parametrize(
    "before",
    [
        # a whole and its part
        ("全区知名品牌多少个", "其中农产品呢"),
        # a stock and what is new in it
        ("发明专利有多少件", "今年新授权的呢"),
    ],
)
def test_a_whole_and_its_part_make_no_sum(ask: Ask, before: tuple[str, ...]) -> None:
    for earlier in before:
        ask(earlier)

    assert ask("一共呢").kind != "computed"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("第二个现在到多少了", "14036/14500件"),
        ("第二个还差多少", "还差464件"),
        ("第一个谁负责", "区市场监管局及相关知名品牌行业主管部门"),
        ("最后一个是什么", "2022年全区万人发明专利达到4件"),
    ],
)
def test_what_stands_at_a_place_of_the_list_can_be_asked_about(
    ask: Ask, question: str, begins: str
) -> None:
    ask("承诺有哪些")

    assert ask(question).headline.startswith(begins)


def test_the_list_stays_while_questions_lean_on_it(ask: Ask) -> None:
    for question in ("承诺有哪些", "第二个现在到多少了", "还差多少"):
        ask(question)

    assert "万人发明专利" in ask("第三个呢").headline


def test_a_name_at_a_place_is_named(ask: Ask) -> None:
    ask("国家级知识产权优势企业有哪些")

    assert ask("第二家叫什么").headline == "科众机械"
    assert ask("第三家呢").headline == "元和精细化工"


def test_the_measure_alone_turns_to_the_other_figure_of_the_same_thing(ask: Ask) -> None:
    ask("万人发明专利的目标是多少")

    assert ask("现在呢").headline == "3.85件"
    assert ask("目标呢").headline == "4件"


@pytest.mark.parametrize(
    ("before", "question", "kind"),
    [
        # another person's telephone is not that of the one asked about
        ("提建议的是谁", "他的电话", "unknown"),
        ("联系人是谁", "他的电话", "contact"),
    ],
)
def test_he_is_the_person_named_before(ask: Ask, before: str, question: str, kind: str) -> None:
    ask(before)

    assert ask(question).kind == kind
