"""Bases: from an increase and its rate to what was before."""

import pytest

from assistant.dialogue.answering.bases import answer_base
from tests.assistant.dialogue.answering.conftest import Inquire
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("thing", "says"),
    [("示范社区", "相符"), ("绿色车站", "对不上")],
)
def test_the_base_is_reckoned_and_held_against_the_stock(
    of_districts: Inquire, thing: str, says: str
) -> None:
    answer = answer_base(of_districts(f"2023年新增5个{thing}、增长20%，原来是多少个"))

    assert answer is not None
    assert answer.headline == "25个"
    assert "5÷20%=25个" in answer.body
    assert says in answer.body


@pytest.mark.parametrize(
    "asked", ["2023年新增示范社区多少个", "示范社区原来是多少个", "泵站增长20%，原来是多少座"]
)
def test_without_increase_and_rate_nothing_is_inferred(of_districts: Inquire, asked: str) -> None:
    assert answer_base(of_districts(asked)) is None


def test_a_rate_named_by_its_number_is_reckoned_back(ask: Ask) -> None:
    assert "基数是25个（5÷25个=20%）" in ask("增长率20%是怎么算的").headline
