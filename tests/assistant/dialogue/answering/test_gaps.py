"""Gaps: to a promise, a month, before and after an increase."""

from datetime import date

import pytest

from assistant.dialogue.answering.earlier import answer_before
from assistant.dialogue.answering.gaps import (
    answer_gap,
    answer_growth,
    answer_monthly,
)
from assistant.dialogue.answering.later import answer_after
from knowledge import Commitment
from tests.assistant.dialogue.answering.conftest import Inquire, quotes
from tests.assistant.dialogue.conftest import Ask

CASES = (
    (answer_gap, "村卫生室离目标还差多少个", "还差18个", "240-222=18个"),
    (answer_gap, "家庭医生签约率离目标还差多少", "还差6%", "70-64=6"),
    # from the day of the question to the end of the year
    (answer_monthly, "村卫生室平均每个月还要新增多少个", "平均每月约6个", "÷3个月"),
    # over the months the question names
    (answer_monthly, "11月到12月村卫生室平均每个月要建多少个", "平均每月约9个", "÷2个月"),
    (answer_before, "去年乡村医生有多少名", "319名", "331-12=319名"),
    (answer_growth, "乡村医生比去年增长百分之几", "3.8%", "12÷319"),
    (answer_after, "再增加10个以后村卫生室一共有多少个", "232个", "222+10=232个"),
    (answer_after, "再减少2个以后村卫生室有多少个", "220个", "222-2=220个"),
)  # fmt: skip


@pytest.mark.parametrize(("answerer", "asked", "headline", "shown"), CASES)
def test_what_is_reckoned_is_shown(
    inquire: Inquire, answerer, asked: str, headline: str, shown: str
) -> None:
    answer = answerer(inquire(asked))

    assert answer is not None
    assert answer.kind == "computed"
    assert answer.headline == headline
    assert shown in answer.body


@pytest.mark.parametrize(
    ("answerer", "asked"),
    [
        (answer_gap, "诊疗设备离目标还差多少台"),  # nothing is promised
        (answer_gap, "村医培训点离目标还差多少个"),  # nothing is said of today
        (answer_monthly, "诊疗设备平均每个月要买多少台"),
        (answer_before, "去年诊疗设备有多少台"),  # no increase is told
        (answer_growth, "诊疗设备增长百分之几"),
        (answer_after, "以后村卫生室一共有多少个"),  # no number is named
    ],
)
def test_without_both_figures_nothing_is_reckoned(inquire: Inquire, answerer, asked: str) -> None:
    assert answerer(inquire(asked)) is None


def test_a_gap_cites_the_present_figure_and_the_promise(inquire: Inquire) -> None:
    answer = answer_gap(inquire("村卫生室离目标还差多少个"))

    assert answer is not None
    assert "现有村卫生室222个" in quotes(answer)
    promised = [proof.evidence.fact for proof in answer.proofs][-1]
    assert isinstance(promised, Commitment)
    assert promised.deadline is not None and promised.deadline.latest == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("asked", "more"),
    [
        ("商标目标完成后比现在多百分之几", "多3.3%"),
        ("商标目标比现在多几成", "多3.3%"),
        ("如果完成全部目标，商标总数会比现在增长百分之几", "多3.3%"),
        # of the goal
        ("商标还差几个百分点完成目标", "还差3.2%"),
        # by the number told
        ("发明专利增长60件的话涨幅多少", "18.6%"),
        # nothing is named: every promise
        ("目标比现在多几成", "有效注册商标多3.3%；万人有效发明专利多3.9%"),
    ],
)
def test_a_gap_in_hundredths_is_of_the_present_figure(ask: Ask, asked: str, more: str) -> None:
    assert ask(asked).headline == more


@pytest.mark.parametrize(
    ("asked", "gap"),
    [
        ("万人发明专利到年底要增加多少", "还差0.15件"),
        # an increase that the letter states is told as it stands
        ("发明专利到年底要增加多少", "增加60件以上"),
    ],
)
def test_an_increase_to_come_is_the_gap(ask: Ask, asked: str, gap: str) -> None:
    assert ask(asked).headline == gap
