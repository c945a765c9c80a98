"""A Reply becomes messages that Telegram takes and people read as they were meant."""

import pytest

from assistant.channels.telegram.rendering import marked, render
from assistant.glossary import Attachment, Choice, Reply
from assistant.splitting import utf16_units
from knowledge import Citation
from tests.fakes.telegram.markup import parse_html

CITATION = Citation("59-1.1-1", "函", "一（一）", "全区知名品牌32个。", 0, 10)


@pytest.mark.parametrize(
    ("text", "headline", "html"),
    [
        ("32个。其余", "32个", "<b>32个</b>。其余"),
        ("a < b & c > d", "", "a &lt; b &amp; c &gt; d"),
        # markup in a letter is text, also in the headline
        ("<b>x</b>", "<b>", "<b>&lt;b&gt;</b>x&lt;/b&gt;"),
        # the code can be touched; a longer code that begins alike is another one
        ("见59-1.1-1。", "", "见<code>59-1.1-1</code>。"),
        ("见59-1.1-10。", "", "见59-1.1-10。"),
        # the headline is elsewhere
        ("共32个", "32个", "共32个"),
        ("全" * 200, "全" * 200, "全" * 200),
    ],
)
def test_markup_is_added_and_everything_else_escaped(text: str, headline: str, html: str) -> None:
    assert marked(text, headline, (CITATION,)) == html


@pytest.mark.parametrize("units", [4095, 4096, 4097, 50_000])
def test_long_answers_arrive_whole_and_in_order(units: int) -> None:
    text = ("32个😀<b>&_*[]()~</b>。" * units)[: units // 2 * 2]
    parcels = render(Reply("answer", "32个", text, (CITATION,)))
    shown = [parse_html(parcel.html)[0] for parcel in parcels]

    assert max(map(utf16_units, shown)) <= 4096
    assert "".join(shown) == text


def test_buttons_stand_under_the_last_text_and_files_follow() -> None:
    file = Attachment("图.png", b"x", "image/png", "构成 <1>")
    choices = (Choice("谁负责？"), Choice("长" * 100))
    reply = Reply("answer", "一", "一" * 5000, suggestions=choices, files=(file,))
    first, last, picture = render(reply, ["h1", "h2"], answers=7)

    assert (first.buttons, first.answers) == ((), 7)
    assert last.buttons[0] == ("谁负责？", "h1")
    assert len(last.buttons[1][0]) == 60
    assert picture.is_photo
    assert picture.html == "构成 &lt;1&gt;"


def test_an_empty_reply_is_not_an_empty_message() -> None:
    (parcel,) = render(Reply("answer", "", " \n\x00"))

    assert parcel.text == "（没有内容）"
