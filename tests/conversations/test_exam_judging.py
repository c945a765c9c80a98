"""The judge of the exam can fail: wrong is wrong, and a hedge is no answer."""

import pytest

from tests.conversations.exam_judging import Judge, Verdict, bare, hedging_share
from tests.conversations.exam_matching import Wordings, in_chinese, read_number
from tests.conversations.exam_questions import Turn

LETTER = bare("全区知名品牌32个，其中农产品品牌21个。")
HOW_MANY = Turn("全区知名品牌多少个？", "answer", (("32个",),), sections=("一（一）",))
NOT_THERE = Turn("实用新型多少件？", "unknown", must_not=(r"re:实用新型[^,。;未没]{0,8}\d+件",))


def judged(turn: Turn, **reply: object) -> Verdict:
    """The verdict on a reply with these fields."""
    judge = Judge(Wordings(), {"一（一）": ("知名品牌突出重点培育",)}, LETTER)
    return judge.judge(turn, reply)


@pytest.mark.parametrize(
    ("wording", "text", "there"),
    [
        ("32个", "全区 32 个", True),
        ("32个", "三十二个", True),
        # part of a longer number
        ("32", "322件", False),
        ("3.85", "13.85件", False),
        ("A级", "AA级9家", False),
        ("14500", "14,500件", True),
        ("20%", "增长百分之二十", True),
        ("90%", "90﹪以上", True),
        ("2件", "两件专利", True),
        # another number that ends alike
        ("3家", "十三家", False),
        ("re:24余?万", "缴纳24万余元", True),
        ("@NO", "不是，函中是32个", True),
        ("@AFFIRM", "是的，32个", True),
    ],
)
def test_a_wording_is_found_in_any_script_but_never_inside_a_longer_one(
    wording: str, text: str, there: bool
) -> None:
    found = Wordings().any_in([wording], text)

    assert found is there


def test_numbers_are_read_as_people_write_them() -> None:
    assert [read_number(n) for n in (7, 12, 20, 105, 14036)] == [
        "七",
        "十二",
        "二十",
        "一百零五",
        "一万四千零三十六",
    ]
    assert in_chinese("12") == []


def test_the_right_figure_is_right_and_its_proof_is_looked_at() -> None:
    quote = {"section": "一（一）", "quote": "全区知名品牌32个，"}
    verdict = judged(
        HOW_MANY, kind="answer", headline="32个", text="32个。全区……", citations=[quote]
    )

    assert verdict.right and verdict.headline and verdict.cited and verdict.quoted


def test_another_figure_is_confidently_wrong() -> None:
    verdict = judged(HOW_MANY, kind="answer", text="全区知名品牌21个。")

    assert not verdict.right and verdict.confident_wrong
    assert "32个" in verdict.why


def test_a_hedge_on_an_answerable_question_is_wrong_but_humble() -> None:
    verdict = judged(HOW_MANY, kind="unknown", text="函中未提到知名品牌的数量。")

    assert not verdict.right and not verdict.confident_wrong and verdict.says_silent


def test_the_right_figure_under_the_kind_unknown_is_not_right() -> None:
    verdict = judged(HOW_MANY, kind="unknown", text="函中没有这一项；最接近的是32个。")

    assert not verdict.right


def test_a_made_up_quote_and_a_wrong_section_are_noticed() -> None:
    quote = {"section": "二（三）", "quote": "知名品牌共32个"}
    verdict = judged(HOW_MANY, kind="answer", headline="", text="32个", citations=[quote])

    assert verdict.right
    assert (verdict.headline, verdict.cited, verdict.quoted) == (False, False, False)


def test_a_neighbours_figure_for_what_the_letter_lacks_is_confidently_wrong() -> None:
    answered = judged(NOT_THERE, kind="answer", text="322件。")
    hedged = judged(NOT_THERE, kind="unknown", text="函中未提到，但实用新型共322件。")

    assert answered.confident_wrong
    assert hedged.confident_wrong


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("unknown", "函里查不到这一项。"),
        ("answer", "函中未提及实用新型专利。"),
    ],
)
def test_saying_that_the_letter_is_silent_is_right_where_it_is(kind: str, text: str) -> None:
    assert judged(NOT_THERE, kind=kind, text=text).right


@pytest.mark.parametrize(
    ("turn", "kind", "text", "right"),
    [
        (Turn("许可多少家？", "clarify", (("43",), ("30",))), "clarify", "您指哪一项？", True),
        # all readings at once are as good as asking
        (Turn("许可多少家？", "clarify", (("43",), ("30",))), "answer", "43家、30家", True),
        (Turn("许可多少家？", "clarify", (("43",), ("30",))), "answer", "43家", False),
        (Turn("你好", "smalltalk", (("您好",),)), "smalltalk", "在的", True),
        (Turn("你好", "smalltalk", (("您好",),)), "unknown", "函中未提到您好", False),
        (Turn("是52个吧", "answer", (("32",),), deny_ok=True), "unknown", "没有52，是32个", True),
        (Turn("啦啦", "unknown", also_ok=("smalltalk",)), "smalltalk", "在呢", True),
        # silence is never an answer
        (Turn("多少个", "answer", (("32",),)), "answer", "", False),
        (Turn("多少个", "answer", (("32",),), max_chars=10), "answer", "32" + "啊" * 20, False),
    ],
)
def test_other_outcomes_follow_the_rules(turn: Turn, kind: str, text: str, right: bool) -> None:
    assert judged(turn, kind=kind, text=text).right is right


def test_hedging_everywhere_is_seen_as_boilerplate() -> None:
    hedged = judged(HOW_MANY, kind="answer", text="32个。其他内容函中未提到。")

    assert hedged.right
    assert hedging_share([(HOW_MANY, hedged)]) == 1.0
