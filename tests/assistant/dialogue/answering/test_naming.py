"""Things named side by side in short are spelt out as the letter names them."""

import pytest

from assistant.dialogue.answering.naming import spelt_out, status_of_all, unglued

KNOWN = frozenset(("行业标准", "地方标准", "团体标准", "发明专利", "万人专利", "万人发明专利"))


def test_kinds_said_in_short_borrow_the_last_ones_noun() -> None:
    assert spelt_out(["行业", "地方", "团体标准"], KNOWN) == ["行业标准", "地方标准", "团体标准"]


@pytest.mark.parametrize(
    ("dictated", "apart"),
    [
        ("行业地方团体标准已发布", "行业、地方、团体标准已发布"),
        # one term that holds two others is one
        ("万人发明专利的目标", "万人发明专利的目标"),
    ],
)
def test_what_is_dictated_in_one_breath_is_told_apart(dictated: str, apart: str) -> None:
    assert unglued(dictated, KNOWN) == apart


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        (["正在制定的行业标准", "地方标准"], "正在制定"),
        (["2022年新授权的商标", "专利"], "新授权"),
        # a goal is said of all behind the last
        (["注册商标", "万人发明专利的目标"], "目标"),
        # each has its own
        (["行业标准的目标", "专利的目标"], ""),
        (["注册商标", "专利"], ""),
    ],
)
def test_what_is_said_once_holds_for_all(parts: list[str], status: str) -> None:
    assert status_of_all(parts) == status
