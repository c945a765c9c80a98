"""What contradicts a fact, and where a fact bears a word."""

import pytest

from assistant.dialogue.matching.conflicts import checks_of
from assistant.dialogue.matching.rows import (
    LetterRows,
    _shortens,
    _stands_in,
    support_of,
    without_repeats,
)
from assistant.dialogue.matching.standings import status_class
from assistant.dialogue.question import Qualifiers, Question, Support, Word
from knowledge import Commitment, Indicator, Library


@pytest.mark.parametrize(
    ("words", "kind"),
    [("正在推进", "申报"), ("申报中", "申报"), ("已获", "已获"), ("已发布", "已获"), ("A级", "")],
)
def test_a_status_is_held_or_sought(words: str, kind: str) -> None:
    assert status_class(words) == kind


@pytest.mark.parametrize(
    ("forms", "text", "stands"),
    [
        (("商标",), "有效注册商标", True),
        # latin letters stand for themselves
        (("A级",), "AA级企业", False),
        # halves of a compound, not of a term
        (("商标许可",), "商标专利许可", True),
        (("立足点",), "立足四大产业园区", True),
    ],
)
def test_where_a_word_stands(forms: tuple[str, ...], text: str, stands: bool) -> None:
    assert _stands_in(forms, text, whole=False) is stands


def test_a_term_is_not_cut_in_halves() -> None:
    assert not _stands_in(("国家标准",), "国家级标准化项目", whole=True)


def test_a_name_may_be_shortened() -> None:
    assert _shortens("公办园", "公办幼儿园")
    assert not _shortens("国家标准", "国家级标准化试点示范项目")


def test_a_promise_is_not_read_twice(shipped: Library) -> None:
    head = shipped.letters()[0]
    rows = without_repeats(shipped.facts(head.id))
    promised = [row.fact.target for row in rows if isinstance(row.fact, Commitment)]
    present = [row.fact.value for row in rows if isinstance(row.fact, Indicator)]

    assert 14500 in promised
    assert 14500 not in present


@pytest.mark.parametrize(
    ("question", "more"),
    [
        (Question("全区知名品牌有多少个", ()), 0),
        # the year
        (Question("2021年有多少个", (), qualifiers=Qualifiers(years=frozenset({2021}))), 1),
        # the phase
        (Question("水厂三期有多少个", ()), 1),
        # the city above the office's district, and a place; the district itself
        (Question("重庆市有多少个", ()), 1),
        (Question("有多少个", (), qualifiers=Qualifiers(places=frozenset({"凤山镇"}))), 1),
        (Question("大足区有多少个", ()), 0),
    ],
)
def test_a_fact_is_looked_at_only_for_what_is_asked(question: Question, more: int) -> None:
    agencies = ["重庆市大足区市场监督管理局"]

    plain = checks_of(Question("知名品牌有多少个", ()), agencies)

    assert len(checks_of(question, agencies)) == len(plain) + more


@pytest.mark.parametrize("text", ["商标", "专利质押融资", "冬菜", "驰名商标企业", "量子", "年"])
def test_the_quick_look_for_a_word_misses_no_row(shipped: Library, text: str) -> None:
    letter = LetterRows(shipped.facts(shipped.letters()[0].id))
    word = Word(text, (text,))
    exact = {row.at: support_of(word, row) for row in letter.rows}

    assert letter.bearing(word) == {at: s for at, s in exact.items() if s is not Support.NONE}
