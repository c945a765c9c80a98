"""What contradicts a fact, and where a fact bears a word."""

import pytest

from assistant.dialogue.matching.conflicts import _is_own_area, status_class
from assistant.dialogue.matching.rows import _shortens, _stands_in, without_repeats
from knowledge import Commitment, Indicator, Library


@pytest.mark.parametrize(
    ("words", "kind"),
    [("正在推进", "申报"), ("申报中", "申报"), ("已获", "已获"), ("已发布", "已获"), ("A级", "")],
)
def test_a_status_is_held_or_sought(words: str, kind: str) -> None:
    assert status_class(words) == kind


@pytest.mark.parametrize(
    ("place", "own"),
    [("江阳区", True), ("云州市", False), ("全区", True), ("全市", False), ("江津区", False)],
)
def test_the_letter_speaks_of_its_own_district(place: str, own: bool) -> None:
    assert _is_own_area(place, "云州市江阳区市场监督管理局") is own


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
