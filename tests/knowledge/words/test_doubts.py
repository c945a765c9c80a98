"""What may be a damaged word: every word it may stand for, and nothing where the text is sound."""

import pytest

from knowledge.words import Doubts, Lexicon

NAMES = ["清河冬菜", "知名品牌", "专利维持费", "刀具"]


@pytest.fixture(scope="module")
def doubts() -> Doubts:
    return Doubts(Lexicon.load(), NAMES)


def meant(doubts: Doubts, text: str, understood: str = "") -> dict[str, str]:
    """Each whole text that may be meant, with the word that makes it."""
    return {
        text[: one.start] + one.meant + text[one.end :]: one.meant
        for one in doubts.of(text, understood or text)
    }


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        # what is left of a level may be of several
        (
            "级知识产权优势企业有几家",
            ["市级知识产权优势企业有几家", "省级知识产权优势企业有几家"],
        ),
        # a question word without its half, or turned round with its neighbour
        ("知名品牌有少个", ["知名品牌有多少个"]),
        ("行业标准发布多了少项", ["行业标准发布了多少项"]),
        ("知名品牌几有家", ["知名品牌有几家"]),
        # the same sound
        ("知名品牌有集家", ["知名品牌有几家"]),
        ("企业有多少加", ["企业有多少家"]),
        # a measure word nobody counts with
        ("知名品牌由家完成", ["知名品牌由哪家完成"]),
        # turned round across the border of two words
        ("刀加具服务业一共几个", ["刀具加服务业一共几个"]),
        # what is left of a year, of 哪些, of a share
        ("年的奖金发了没", ["去年的奖金发了没"]),
        ("我们有些知名品牌", ["我们有哪些知名品牌"]),
        ("知名品牌多分之多少", ["知名品牌多百分之多少"]),
        # no number begins with 万
        ("万一个人有几件", ["一万个人有几件"]),
        # no word in a question
        ("天哪回的信", ["哪天回的信"]),
    ],
)
def test_a_damaged_word_may_be_meant(doubts: Doubts, typed: str, readings: list[str]) -> None:
    found = meant(doubts, typed)

    assert [one for one in readings if one not in found] == []


@pytest.mark.parametrize(
    "sound",
    [
        "全区知名品牌有多少个",
        "2022年12月底前要完成哪些承诺",
        "清河冬菜是不是证明商标",
        "工作思路有哪三条",
        "AA级企业有几家",
        "第59号建议是谁提的",
        "目标是一万四千五",
        "答复单位是谁",
        "奖金超过300万了吗",
        "请问专利维持费缴纳了多少",
        "",
        "123 abc",
    ],
)
def test_sound_text_leaves_no_doubt(doubts: Doubts, sound: str) -> None:
    assert meant(doubts, sound) == {}


def test_what_is_less_likely_than_what_was_understood_is_no_doubt(doubts: Doubts) -> None:
    typed, understood = "清河东菜有几家", "清河冬菜有几家"

    assert set(meant(doubts, typed, understood)) <= {understood}


def test_only_the_beginning_of_a_long_text_is_looked_at(doubts: Doubts) -> None:
    assert meant(doubts, "清河冬菜" * 50 + "知名品牌几有家") == {}
