"""Drafts: what a sentence has said so far, and what later figures take from it."""

from decimal import Decimal

import pytest

from knowledge.facts.drafts import Draft, Memory
from knowledge.facts.figures import Figure
from knowledge.facts.naming import Said


def draft(name: str, value: int = 1, unit: str = "家", **more: object) -> Draft:
    said = more.pop("said", None) or Said()
    figure = Figure(0, 1, Decimal(value), unit)
    return Draft(figure, said, 0, 1, figure_unit=unit, name=name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "money", "rate"),
    [("万元", True, False), ("万美元", True, False), ("%", False, True), ("家", False, False)],
)
def test_money_and_rates_are_known_by_their_unit(unit: str, money: bool, rate: bool) -> None:
    one = draft("补贴", unit=unit)

    assert (one.money, one.rate) == (money, rate)


@pytest.mark.parametrize(
    ("name", "front", "unit", "conditioned"),
    [
        ("高龄补贴", "80周岁以上老人每月", "元", True),
        ("补助", "", "元/月", True),
        ("补助", "去年发放", "万元", False),
        ("停车费", "每小时", "元", False),
    ],
)
def test_so_much_for_whoever_meets_a_condition(name, front, unit, conditioned):
    assert draft(name, unit=unit, front=front).conditioned is conditioned


def test_a_stock_is_counted_and_not_done() -> None:
    assert draft("停车场").stock
    assert not draft("开放停车场", acted=True).stock
    assert not draft("停车场", said=Said(verb="开放")).stock
    assert not draft("停车场", counts=False).stock


def test_a_figure_in_the_brackets_behind_is_a_part() -> None:
    text = "企业9家（国家级2家），市级3家"
    whole = Draft(Figure(2, 4, Decimal(9), "家"), Said(), 0, 4)

    assert whole.bracketed(text, Figure(8, 10, Decimal(2), "家"))
    assert not whole.bracketed(text, Figure(14, 16, Decimal(3), "家"))


def test_parts_of_a_total_go_on_until_they_would_exceed_it() -> None:
    memory = Memory()
    whole = draft("企业", 9)
    memory.add(whole)
    first = draft("国家级", 6, said=Said(part=True))
    first.total = memory.whole_of(first)
    memory.add(first)

    assert first.total is whole
    assert memory.whole_of(draft("市级", 3)) is whole
    assert memory.whole_of(draft("区级", 4)) is None
    assert memory.whole_of(draft("市级", 3, unit="件")) is None


def test_whole_of_part_without_a_fitting_total_is_nothing() -> None:
    memory = Memory()
    memory.add(draft("资金", 9, unit="万元"))

    assert memory.whole_of(draft("国家级", 2, said=Said(part=True))) is None


def test_a_name_that_says_too_little_goes_with_the_last_of_its_own() -> None:
    memory = Memory()
    assert memory.base() is None
    memory.add(draft("医院", 4))
    memory.add(draft("医院", 2, inherited=True))
    memory.add(draft("入住率", 64, unit="%"))

    assert memory.base() is memory.drafts[0]


def test_net_growth_goes_back_to_the_first_of_its_unit() -> None:
    memory = Memory()
    for value in (10, 12):
        memory.add(draft("商标", value, unit="件"))
    net = draft("", 2, unit="件")

    assert memory.same_unit(net) is memory.drafts[1]
    assert memory.same_unit(net, first=True) is memory.drafts[0]
    assert memory.same_unit(draft("", 2, unit="座")) is None


def test_the_next_part_of_a_sentence_is_about_something_else() -> None:
    memory = Memory(topic="停车场", target=True)
    memory.add(draft("停车场", 4, unit="处"))

    memory.next_part(ahead=True)

    assert (memory.topic, memory.target, memory.ahead) == (None, False, True)


@pytest.mark.parametrize(("first", "owner"), [("停车场", "停车场"), ("党员", None)])
def test_parking_spaces_belong_to_the_first_thing_that_has_parts(first, owner) -> None:
    memory = Memory()
    memory.add(draft(first, 4, unit="处"))

    assert memory.owner_for(draft("车位", 200, unit="个")) == owner
    assert memory.owner_for(draft("车位", 20, said=Said(measure="新增"))) is None


def test_respectively_speaks_of_at_least_two_names() -> None:
    memory = Memory()
    memory.add(draft("专利", 4, unit="件"))

    assert memory.last_names(2) == []
    memory.add(draft("商标", 7, unit="件"))
    assert [one.name for one in memory.last_names(2)] == ["专利", "商标"]
