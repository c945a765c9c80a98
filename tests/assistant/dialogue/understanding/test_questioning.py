"""Questioning: one piece of a message becomes a question, and a follow-up leans on the one before."""

from datetime import date

import pytest

from assistant.dialogue.question import Ask, Question
from assistant.dialogue.understanding.questioning import (
    leaning_on,
    standard,
    understand,
    with_changes,
)
from assistant.dialogue.understanding.splitting import Piece
from assistant.dialogue.understanding.storytelling import about_story
from knowledge import Library

TODAY = date(2022, 10, 1)


def test_content_words_are_what_has_to_be_borne(shipped: Library) -> None:
    question = understand(Piece("麻烦问一下全区知名品牌到底有多少个啊"), shipped, TODAY)

    assert [word.text for word in question.required] == ["知名品牌"]


def test_words_of_a_story_need_not_be_borne(shipped: Library) -> None:
    question = understand(Piece("知名品牌多少个", "昨天在火锅店听人说"), shipped, TODAY)

    assert [word.text for word in question.required] == ["知名品牌"]


def asked(library: Library, text: str, story: str = "") -> Question:
    return understand(Piece(text, story), library, TODAY)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("知名品牌有多少个", "asks", (Ask.FIGURE,)),
        ("知名品牌有多少个", "unit", "个"),
        ("没有通过评审的有几家", "negated", True),
        ("第二个呢", "ordinal", 2),
        ("其中农产品呢", "elliptic", True),
        ("标准化工程师（不算助理）有多少人", "without", ("助理",)),
        ("第59号建议：知名品牌多少个", "letters", frozenset({1})),
        ("第99号建议：知名品牌多少个", "missing_letter", "第99号建议或提案的答复函"),
        ("大足冬采多少个", "changes", (("大足冬采", "大足冬菜"),)),
    ],
)
def test_each_part_of_a_question_is_understood(
    shipped: Library, text: str, field: str, value: object
) -> None:
    assert getattr(asked(shipped, text), field) == value


def test_words_of_its_own_stay_and_those_before_help(shipped: Library) -> None:
    before = asked(shipped, "2021年新增知名品牌多少个")

    held = leaning_on(asked(shipped, "农产品呢"), before, shipped.lexicon)

    assert [word.text for word in held.required] == ["农产品"]
    assert "知名品牌" in [word.text for word in held.words if word.soft]
    assert (held.asks, held.unit, held.qualifiers.years) == (before.asks, "个", {2021})


def test_a_new_status_takes_the_place_of_the_one_before(shipped: Library) -> None:
    before = asked(shipped, "行业标准已发布几项")

    held = leaning_on(asked(shipped, "正在制定的呢"), before, shipped.lexicon)

    assert "已发布" not in held.qualifiers.status
    assert "已发布" not in [word.text for word in held.words]


def test_a_question_that_names_nothing_is_about_the_story(shipped: Library) -> None:
    question = asked(shipped, "到底有多少家", story="听说天下大足许可给很多企业")

    about = about_story(question, shipped, TODAY)

    assert about is not None
    assert "天下大足" in [word.text for word in about.required]
    assert about_story(asked(shipped, "知名品牌多少个"), shipped, TODAY) is None


@pytest.mark.parametrize(
    ("spoken", "plain"), [("有好多件", "有多少件"), ("二百五十八点四万元", "258.4万元")]
)
def test_dialect_and_spoken_decimals_are_put_into_plain_words(
    shipped: Library, spoken: str, plain: str
) -> None:
    assert standard(spoken, shipped.lexicon) == plain


def test_slips_belong_to_the_question_that_holds_them() -> None:
    question = Question("大足冬菜多少", ())

    changed = with_changes(question, (("冬采", "冬菜"), ("石调", "石雕")))

    assert changed.changes == (("冬采", "冬菜"),)


def test_a_level_alone_asks_of_what_was_listed_before(shipped: Library) -> None:
    before = asked(shipped, "知识产权优势企业国家级的是哪几家")

    held = leaning_on(asked(shipped, "市级呢"), before, shipped.lexicon)

    assert {word.text for word in held.required} == {"市级", "知识产权优势企业"}


def test_another_year_keeps_what_is_counted(shipped: Library) -> None:
    before = asked(shipped, "去年新增了几个知名品牌")

    held = leaning_on(asked(shipped, "今年呢"), before, shipped.lexicon)

    assert held.qualifiers.measure == {"新增"}
