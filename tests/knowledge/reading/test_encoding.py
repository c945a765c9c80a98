"""Encodings are told by the text they give, not by what a file says."""

import pytest

from knowledge.errors import UnreadableFile
from knowledge.reading.encoding import commonness, decode

SIMPLIFIED = "您提出的建议（第7号）收悉。经研究办理，现将情况答复如下：\n"
TRADITIONAL = "鄭委員：您提出的關於科學規劃的建議收悉，現答復如下：\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        # a character outside GB2312 that only GB18030 has
        ("朱镕基、㙍家坝：" + SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-32"),
        # GB18030 reads Big5 without an error, as other characters
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
    ],
)
def test_each_encoding_gives_the_text_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_line_ends_become_one_kind() -> None:
    assert decode("一\r\n二\r三\n".encode()) == "一\n二\n三\n"


def test_control_characters_are_left_out() -> None:
    assert decode("第59\x00号\x07".encode()) == "第59号"


def test_all_other_characters_stay() -> None:
    odd = "　增长率为20﹪ 、１４０３６件\t①㎡\u200b"

    assert decode(odd.encode()) == odd


def test_one_damaged_character_does_not_lose_a_letter() -> None:
    content = (SIMPLIFIED * 20).encode("gb18030")

    text = decode(content[:-3] + b"\xff\n")

    assert text.startswith(SIMPLIFIED * 19)


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 500])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        decode(content)


def test_prose_has_more_common_characters_than_a_wrong_reading_of_it() -> None:
    misread = TRADITIONAL.encode("big5").decode("gb18030")

    assert commonness(TRADITIONAL) > 2 * commonness(misread)
