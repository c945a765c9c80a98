"""Computing: difference, share, times and ratio, each with its operands shown and cited."""

import pytest

from assistant.dialogue.answering.computing import (
    answer_difference,
    answer_share,
    answer_times,
    difference,
)
from assistant.dialogue.answering.ratios import answer_ratio
from knowledge import Indicator
from tests.assistant.dialogue.answering.conftest import Inquire
from tests.assistant.dialogue.conftest import Ask

CASES = (
    (answer_difference, "公办村卫生室和民办村卫生室相差多少个", "相差78个", "150-72=78个"),
    (answer_difference, "公办村卫生室比民办村卫生室多百分之几", "多108.3%", "÷72"),
    # percentages differ by points
    (answer_difference, "家庭医生签约率和慢性病规范管理率相差多少", "7.5个百分点", "71.5-64"),
    (answer_share, "公办村卫生室占村卫生室的比例", "67.6%", "150÷222"),
    (answer_share, "公办村卫生室占百分之几", "67.6%", "150÷222"),  # of the total it is part of
    (answer_times, "公办村卫生室是民办村卫生室的几倍", "2.08倍", "150÷72"),
    (answer_times, "民办村卫生室是公办村卫生室的几倍", "0.48倍", "72÷150"),
    (answer_ratio, "平均每台设备投入多少万元", "3.75万元/台", "360÷96"),
)  # fmt: skip


@pytest.mark.parametrize(("answerer", "asked", "headline", "shown"), CASES)
def test_what_is_reckoned_shows_and_cites_its_operands(
    inquire: Inquire, answerer, asked: str, headline: str, shown: str
) -> None:
    answer = answerer(inquire(asked))

    assert answer is not None
    assert answer.kind == "computed"
    assert headline in answer.headline
    assert shown in answer.body
    assert len(answer.proofs) == 2


@pytest.mark.parametrize(
    ("answerer", "asked"),
    [
        (answer_difference, "公办村卫生室和中心医院相差多少个"),
        (answer_share, "护士占乡村医生的比例"),
        (answer_times, "公办村卫生室是多少倍"),
        (answer_ratio, "村卫生室有多少个"),
        (answer_ratio, "平均每名护士投入多少万元"),
    ],
)
def test_with_an_operand_missing_nothing_is_reckoned(
    inquire: Inquire, answerer, asked: str
) -> None:
    answer = answerer(inquire(asked))

    assert answer is None or answer.kind != "computed"


def test_figures_of_different_units_have_no_difference(fact) -> None:
    refused = difference(fact(Indicator, name="乡村医生"), fact(Indicator, name="投入资金"))

    assert refused.kind == "refused"
    assert "单位不同" in refused.headline


def test_equal_figures_differ_by_nought(fact) -> None:
    row = fact(Indicator, name="乡村医生")

    assert "一样多" in difference(row, row).headline


@pytest.mark.parametrize(
    ("asked", "share"),
    [("通过省级示范卫生院评审的占申报单位的百分之几", "22.2%")],
)
def test_those_named_are_a_share_of_those_counted(inquire: Inquire, asked: str, share: str) -> None:
    answer = answer_share(inquire(asked))

    assert answer is not None
    assert answer.headline == share


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        # what is new is a part of what is new, not of all there are
        ("5个新增里农委的占几成", "80%"),
        ("去年新增的品牌占现在总数多少", "15.6%"),
        # of those who came so far, not of a neighbour's firms
        ("入围的企业里面通过评审的占几成", "66.7%"),
        # what is named twice is the whole and not what is new of the part
        ("全区商标里头马德里的占百分之多少", "0.05%"),
        # no joining word is cut out of a longer one
        ("新增马德里商标占马德里总数多少", "14.3%"),
        ("马德里商标占有效注册商标的比例是多少", "0.05%"),
    ],
)
def test_a_share_is_of_the_whole_that_is_meant(ask: Ask, asked: str, share: str) -> None:
    assert ask(asked).headline == share


def test_a_part_in_a_smaller_unit_is_a_share_of_its_total(of_schools: Inquire) -> None:
    answer = answer_share(of_schools("萝卜产量占多少比例"))

    assert answer is not None
    assert answer.headline == "34.2%"
    assert "5200÷15200" in answer.body


def test_what_there_is_is_not_held_against_what_it_has_grown_by(inquire: Inquire) -> None:
    answer = answer_difference(inquire("乡村医生比去年多多少"))

    assert answer is not None
    assert answer.headline == "增加12名"


@pytest.mark.parametrize(
    ("asked", "times"),
    [
        # in the order they are named
        ("天下大足许可是石雕许可的几倍", "1.43倍"),
        # things are counted, whatever the measure word
        ("奖励的事项是主体的几倍", "4.53倍"),
    ],
)
def test_times_of_what_is_counted(ask: Ask, asked: str, times: str) -> None:
    assert ask(asked).headline == times
