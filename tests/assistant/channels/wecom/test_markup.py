"""Text through Markdown and back: what a reader sees is what the letter says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.channels.wecom.markup import escaped, escaped_with_headline
from tests.fakes.wecom.aibot import visible

HARD = [
    "<b>&_*[]()~ a < b && c > d &nbsp; </i>",
    "**粗** __粗__ ~~删~~ `码` ![图](http://x) [链](http://x)",
    "# 标题\n## 标题",
    "1. 一\n2) 二\n- 三\n+ 四\n* 五",
    "甲\n===\n乙\n---",
    "> 引用",
    "    缩进四格",
    "| 表 | 格 |\n|---|---|",
    "\\ 反斜杠 \\* &amp; &#42;",
    "59-1.1-1 和 2022.12",
]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", HARD)
def test_markup_shows_as_it_stands(text: str) -> None:
    assert bare(visible(escaped(text))) == bare(text)


@given(st.text(alphabet="知名品牌32个。*_`#<>&[]()!~-+=|\\1. \n", max_size=40))
def test_any_text_shows_as_it_stands(text: str) -> None:
    assert bare(visible(escaped(text))) == bare(text)


@pytest.mark.parametrize(
    ("headline", "begins"),
    [
        ("32个", "**32个**"),
        ("“示范区”", "“示范区”"),  # bold would not close after a quotation mark
        ("", "32个"),
    ],
)
def test_a_headline_is_bold_where_that_can_be_told(headline: str, begins: str) -> None:
    text = f"{headline or '32个'}，见函"

    assert escaped_with_headline(text, headline).startswith(begins)
    assert visible(escaped_with_headline(text, headline)) == text
