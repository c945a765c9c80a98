"""Long texts arrive whole, in order and unbroken, within the platform's measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.splitting import printable, shorten, split, utf8_bytes, utf16_units

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("短。", 10, ["短。"]),
        ("", 10, []),
        (" \n ", 10, []),
        # a paragraph end is better than the later sentence end
        ("甲乙丙。\n\n丁戊。己庚辛壬", 10, ["甲乙丙。", "丁戊。己庚辛壬"]),
        # a closing quotation mark stays with its sentence
        ("他说：“好。”然后走了", 7, ["他说：“好。”", "然后走了"]),
        # no pause anywhere: at the limit
        ("字" * 7, 3, ["字字字", "字字字", "字"]),
        # a break far at the front is not worth a tiny piece
        ("一。" + "字" * 9, 9, ["一。" + "字" * 7, "字字"]),
        # two UTF-16 units each
        ("😀😀😀", 4, ["😀😀", "😀"]),
        # joined emoji, accents and flags are not torn apart
        (FAMILY * 2, 9, [FAMILY, FAMILY]),
        ("a\u0301" * 3, 3, ["a\u0301"] * 3),
        ("🇨🇳🇨🇳", 6, ["🇨🇳", "🇨🇳"]),
    ],
)
def test_split_breaks_where_a_reader_pauses(text: str, limit: int, pieces: list[str]) -> None:
    assert split(text, limit, utf16_units) == pieces


@pytest.mark.parametrize("units", [4095, 4096, 4097, 50_000])
def test_units_of_telegram_arrive_whole(units: int) -> None:
    text = ("知名品牌32个，其中农产品品牌21个。😀" * units)[: units - 1]
    text += "末" * (units - utf16_units(text))
    pieces = split(text, 4096, utf16_units)

    assert max(map(utf16_units, pieces)) <= 4096
    assert "".join(pieces) == text


@pytest.mark.parametrize("size", [2047, 2048, 2049, 10_000])
def test_bytes_of_wecom_arrive_whole(size: int) -> None:
    text = ("知名品牌32个。" * size).encode()[:size].decode(errors="ignore")
    text += "x" * (size - utf8_bytes(text))
    pieces = split(text, 2048, utf8_bytes)

    assert max(map(utf8_bytes, pieces)) <= 2048
    assert "".join(pieces) == text


@given(some.text(), some.integers(min_value=8, max_value=60))
def test_any_text_keeps_every_character_but_blanks(text: str, limit: int) -> None:
    pieces = split(text, limit, utf16_units)

    assert all(0 < utf16_units(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\x00乙\x1b[31m丙", "甲乙[31m丙"),
        ("一\n二\t三", "一\n二\t三"),
        # half of a surrogate pair cannot be encoded
        ("好\ud83d", "好\ufffd"),
        ("😀", "😀"),
    ],
)
def test_printable_drops_what_cannot_be_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_shorten_says_that_something_is_missing() -> None:
    assert shorten("知名品牌", 3, utf16_units) == "知名…"
    assert shorten("知名", 3, utf16_units) == "知名"
