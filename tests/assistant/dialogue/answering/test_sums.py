"""Sums: of figures of one unit, never of a total and its part."""

import pytest

from assistant.dialogue.answering.sums import add_up, answer_sum, is_kind_of
from knowledge import Indicator
from tests.assistant.dialogue.answering.conftest import Inquire, quotes
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("公办村卫生室和民办村卫生室加起来多少个", "222个"),
        ("公办村卫生室加上民办村卫生室一共多少个", "222个"),
        ("2023年和2024年投入资金合计多少", "660万元"),
    ],
)
def test_figures_named_side_by_side_are_added_and_shown(
    inquire: Inquire, asked: str, total: str
) -> None:
    answer = answer_sum(inquire(asked))

    assert answer is not None
    assert (answer.kind, answer.headline) == ("computed", total)
    assert "+" in answer.body and total in answer.body
    assert len(answer.proofs) == 2


def test_a_total_and_its_part_make_no_sum(inquire: Inquire) -> None:
    assert answer_sum(inquire("村卫生室和公办村卫生室加起来多少个")) is None


def test_figures_of_different_units_are_refused_with_both_cited(fact) -> None:
    answer = add_up([fact(Indicator, name="乡村医生"), fact(Indicator, name="投入资金")])

    assert answer.kind == "refused"
    assert "单位不同" in answer.headline


def test_one_figure_alone_is_no_sum(inquire: Inquire) -> None:
    assert answer_sum(inquire("诊疗设备加起来多少台")) is None


@pytest.mark.parametrize(
    ("name", "noun", "kind"),
    [("公办村卫生室", "卫生室", True), ("卫生室面积", "卫生室", False), ("标准", "标准", True)],
)
def test_a_kind_ends_in_what_it_is_a_kind_of(name: str, noun: str, kind: bool) -> None:
    assert is_kind_of(name, noun) is kind


def test_the_sum_cites_both_figures(inquire: Inquire) -> None:
    answer = answer_sum(inquire("公办村卫生室加上民办村卫生室一共多少个"))

    assert answer is not None
    assert "公办村卫生室150个" in quotes(answer) and "民办村卫生室72个" in quotes(answer)


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        # nobody's is named: everybody's are meant
        ("许可使用加专利转让一共多少家", "104家"),
        ("天下大足、大足石雕许可使用加上专利转让许可一共多少家", "104家"),
        # in short and in one breath
        ("国标地标团标加起来发布了多少项", "27项"),
        ("国标、行标、地标、团标一共发布了几项", "38项"),
    ],
)
def test_sums_as_people_ask_for_them(ask: Ask, asked: str, total: str) -> None:
    reply = ask(asked)

    assert (reply.kind, reply.headline) == ("computed", total)
