"""Which pictures the shipped letter allows."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.glossary import Account, Address, Message, Request, Role
from assistant.pictures import Gallery
from knowledge import Library

NOW = datetime(2022, 10, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def gallery(library: Library) -> Gallery:
    return Gallery(library, lambda: NOW)


def asked(words: str) -> Request:
    message = Message(Address("console", "a", "a"), words, NOW)
    return Request(Account(1, "某人", Role.VISITOR), words, message)


def test_parts_of_a_total_make_a_composition(shipped: Library) -> None:
    picture = gallery(shipped).find("知名品牌")

    assert picture is not None
    assert "农产品品牌" in picture.svg and "21个" in picture.svg
    assert "59-" in picture.caption


def test_targets_are_measured_against_what_there_is(shipped: Library) -> None:
    picture = gallery(shipped).find("承诺进度")

    assert picture is not None
    assert "14036 → 14500件，96%" in picture.svg


LETTER = """某某区市场监督管理局
关于区十八届人大{0}次会议第{1}号建议的答复函

张某代表：
您提出的《关于加强品牌建设的建议》（第{1}号）收悉，现答复如下。

一、基本情况
截至{2}年底，全区知名品牌{3}个。

某某区市场监督管理局
{2}年12月31日
"""


def test_letters_of_several_years_show_how_a_figure_went(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    for about in (("一", 21, 2021, 27), ("二", 22, 2022, 32), ("三", 23, 2023, 41)):
        letter = tmp_path / f"{about[2]}.txt"
        letter.write_text(LETTER.format(*about), encoding="utf-8")
        library.ingest(letter)
    picture = gallery(library).find("知名品牌历年")

    assert picture is not None
    places = [picture.svg.index(words) for words in ("27个", "32个", "41个")]
    assert places == sorted(places)
    assert all(f"{number}-1-1" in picture.caption for number in (21, 22, 23))


def test_words_that_fit_no_picture_are_answered_with_a_choice(shipped: Library) -> None:
    reply = gallery(shipped).command().run(asked("月球"))

    assert reply.kind == "clarify"
    assert reply.suggestions


def test_a_chat_gets_a_png_with_its_source(shipped: Library) -> None:
    reply = gallery(shipped).command().run(asked("承诺时间轴"))

    assert reply.files[0].content.startswith(b"\x89PNG")
    assert "来源" in reply.files[0].caption


@pytest.mark.parametrize(
    ("words", "title"),
    [
        # what is shown, not only the title
        ("商标", "承诺进度"),
        ("农产品", "知名品牌构成"),
        # a slip
        ("知名品排", "知名品牌构成"),
        # two characters are meant as they are
        ("月球", None),
        ("标商", None),
    ],
)
def test_a_picture_is_found_by_what_it_shows(
    shipped: Library, words: str, title: str | None
) -> None:
    picture = gallery(shipped).find(words)

    assert (picture.title if picture else None) == title
