"""Classes: of several kinds none stands for all; where all are counted, they are."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize("asked", ["在编的标准比发布的少多少", "地标已发布16项占已发布标准的多少"])
def test_no_kind_stands_for_its_class(ask: Ask, asked: str) -> None:
    assert ask(asked).kind == "unknown"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # 有效注册商标 are all, beside 证明商标
        ("全区商标里头马德里的占百分之多少", "0.05%"),
        # the kind is named once for both
        ("地方标准发布加制定总共几项", "21项"),
    ],
)
def test_a_class_that_is_counted_and_a_kind_that_is_named_have_figures(
    ask: Ask, asked: str, said: str
) -> None:
    assert ask(asked).headline == said
