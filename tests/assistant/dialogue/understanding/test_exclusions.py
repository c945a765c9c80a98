"""What a question sets aside, in all the ways it is said."""

import pytest

from assistant.dialogue.understanding.exclusions import all_but, aside_of, set_aside


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("新增品牌里哪个不是农委的", "新增品牌里除了农委的还有哪些"),
        ("哪个新增品牌不是农委报的", "除了农委的还有哪些新增品牌"),
        ("新增品牌中不属于农委的是哪个", "新增品牌除了农委的还有哪些"),
        ("哪些不是", "哪些不是"),
        ("农委是不是有四个", "农委是不是有四个"),
    ],
)
def test_what_is_not_someones_is_all_but_his(said: str, meant: str) -> None:
    assert all_but(said) == meant


def test_the_thing_set_aside_is_told_apart() -> None:
    assert set_aside("工程师不算助理的有多少人") == ("工程师有多少人", ("助理",))
    assert set_aside("工程师有多少人") == ("工程师有多少人", ())


def test_whose_others_are_asked_for() -> None:
    assert aside_of("除了国家级的还有哪些企业") == "国家级"
    assert aside_of("还有哪些企业") == ""
