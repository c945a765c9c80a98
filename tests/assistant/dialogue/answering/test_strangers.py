"""Nobody's number or name is given for that of somebody the letter does not know."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    "text", ["张三的手机号", "李代表提的建议是什么", "李四的邮箱", "王局长的电话"]
)
def test_somebody_unknown_is_said_to_be_unknown(ask: Ask, text: str) -> None:
    assert ask(text).kind == "unknown"


@pytest.mark.parametrize(
    "text", ["杨同志的电话", "杨君的电话", "经办人电话", "市场监管局电话", "联系电话"]
)
def test_the_contact_is_reached_under_any_name(ask: Ask, text: str) -> None:
    assert "13508375288" in ask(text).headline
