"""Products: arithmetic with a number the person names."""

import pytest

from assistant.dialogue.answering.products import answer_cost_of_all, answer_left, answer_product
from tests.assistant.dialogue.answering.conftest import Inquire


def test_what_one_costs_times_the_number_named(inquire: Inquire) -> None:
    answer = answer_product(inquire("10台设备每年维护费多少钱"))

    assert answer is not None
    assert answer.headline == "20000元"
    assert "2000×10=20000元" in answer.body


@pytest.mark.parametrize(
    "asked",
    [
        "10名医生每年维护费多少钱",  # no price of that
        "10个村卫生室要花多少钱",
        "设备每年维护费多少钱",  # no number
    ],
)
def test_without_a_price_nothing_is_multiplied(inquire: Inquire, asked: str) -> None:
    assert answer_product(inquire(asked)) is None


def test_what_is_lacking_less_the_number_named(of_districts: Inquire) -> None:
    answer = answer_left(of_districts("新建40公里管网后还缺多少公里"))

    assert answer is not None
    assert answer.headline == "86公里"
    assert "126-40=86公里" in answer.body


@pytest.mark.parametrize(
    "asked", ["新建400公里管网后还缺多少公里", "新建40座泵站后还缺多少座", "管网缺口多少公里"]
)
def test_more_than_is_lacking_leaves_nothing_to_tell(of_districts: Inquire, asked: str) -> None:
    assert answer_left(of_districts(asked)) is None


def test_what_each_costs_times_those_counted_is_what_all_cost(of_schools: Inquire) -> None:
    answer = answer_cost_of_all(of_schools("改造围墙一共多少钱"))

    assert answer is not None
    assert answer.headline == "4200万元"
    assert answer_cost_of_all(of_schools("改造围墙每公里多少钱")) is None
