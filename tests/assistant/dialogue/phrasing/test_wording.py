"""Quotes as shown."""

from assistant.dialogue.phrasing.wording import QUOTE_SHOWN, shown


def test_a_long_quote_is_cut_at_a_mark() -> None:
    words = shown("知名品牌，" * 60)

    assert words.endswith("……")
    assert len(words) <= QUOTE_SHOWN + 2


def test_a_quote_is_shown_on_one_line() -> None:
    assert shown("一行\n  二行") == "一行 二行"
