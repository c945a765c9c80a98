"""The words of a subscription: options are taken out, the scope is left."""

import pytest

from assistant.errors import AssistantError
from assistant.reminders.wishes import Options, options


@pytest.mark.parametrize(
    ("words", "scope", "chosen"),
    [
        ("全部", "全部", Options()),
        ("商标 提前15,3天", "商标", Options(leads=(15, 3, 0))),
        # the day itself is always among them, in falling order
        ("提前3、15天 商标", "商标", Options(leads=(15, 3, 0))),
        ("第59号 8点", "第59号", Options(hour=8)),
        ("第59号 15:00", "第59号", Options(hour=15)),
        ("承诺2 企业微信 单条", "承诺2", Options(channel="wecom", digest=False)),
        # a unit's name may hold a channel's word
        ("微信办", "微信办", Options()),
        ("区市场监管局 含节假日 周报", "区市场监管局", Options(workdays=False, monday=True)),
        ("telegram 全部", "全部", Options(channel="telegram")),
        ("", "", Options()),
    ],
)
def test_options_stand_anywhere_among_the_words(words: str, scope: str, chosen: Options) -> None:
    assert options(words, channels={"telegram"}) == (scope, chosen)


def test_a_change_keeps_what_is_not_named() -> None:
    before = Options(leads=(15, 0), hour=8, digest=False)

    assert options("汇总 10点", before) == ("", Options(leads=(15, 0), hour=10))


def test_an_hour_that_is_none_is_said() -> None:
    with pytest.raises(AssistantError, match="没有 25 点"):
        options("全部 25点")
