"""Web pages: text as a browser shows it, tables as grids."""

import pytest

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Document, Table
from knowledge.reading import Limits
from knowledge.reading.page import read_html
from tests.fakes import formats


def page(markup: str, encoding: str = "utf-8") -> Document:
    return read_html("a.html", markup.encode(encoding), Limits())


def grid_of(document: Document) -> list[list[str]]:
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        # tags inside a number
        ("<p>床位<span>4,</span><span>820</span>张</p>", "床位4,820张"),
        ("<p>一</p><p>二</p>", "一\n二"),
        ("<div>局长<br/>6月6日</div>", "局长\n6月6日"),
        ("<p>&ldquo;天下&rdquo;&nbsp;A&amp;B &lt;1&gt;</p>", "“天下” A&B <1>"),
        # the source is wrapped, the text is not
        ("<p>现将\n   情况答复\r\n如下 PCT\npatent</p>", "现将情况答复如下 PCT patent"),
        ("<p>正文</p><script>var a='<p>非</p>'</script><style>p{}</style>", "正文"),
        ('<p style="display: none">隐藏</p><p>正文</p><p hidden>隐藏</p>', "正文"),
        ("<ol><li>植树</li><li>修路</li></ol>", "1.植树\n2.修路"),
        ('<ol start="3"><li>植树</li></ol><ul><li>点</li></ul>', "3.植树\n点"),
        ("<nav>首页 &gt; 公开</nav><h1>答复</h1>", "首页 > 公开\n答复"),
        ("<p>一<!-- 不见 -->二\u200b三</p>", "一二三"),
        # nothing is closed
        ("<p>一<p>二<div>三", "一\n二\n三"),
    ],
)
def test_text_is_what_a_browser_shows(markup: str, text: str) -> None:
    assert formats.lines(page(markup)) == text.split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_the_declared_encoding_is_not_believed(encoding: str) -> None:
    markup = '<html><meta charset="gb2312"><p>镕㙍：您提出的建议收悉，现答复如下。</p></html>'

    assert page(markup, encoding).text == "镕㙍：您提出的建议收悉，现答复如下。"


def test_spanning_cells_stand_in_all_their_places() -> None:
    got = page(
        "<table><tr><th>事项</th><th colspan=2>时限和单位</th></tr>"
        "<tr><td>植树</td><td>年底</td><td rowspan=2>区林业局</td></tr>"
        "<tr><td>修路</td><td>六月</td></tr></table>"
    )

    assert grid_of(got) == [
        ["事项", "时限和单位", "时限和单位"],
        ["植树", "年底", "区林业局"],
        ["修路", "六月", "区林业局"],
    ]


def test_a_table_that_lays_out_the_page_is_read_as_text() -> None:
    inner = "<table><tr><td>事项</td><td>时限</td></tr><tr><td>植树</td><td>年底</td></tr></table>"
    got = page(f"<table><tr><td>菜单</td><td><p>正文</p>{inner}</td></tr></table>")

    assert formats.lines(got) == ["菜单", "正文", "事项\t时限", "植树\t年底"]
    assert len([block for block in got.blocks if isinstance(block, Table)]) == 1


def test_a_title_row_above_a_table_is_a_paragraph() -> None:
    got = page(
        "<table><tr><td colspan=2>承诺事项列表</td></tr><tr><td>事项</td><td>时限</td></tr>"
        "<tr><td>植树</td><td>年底</td></tr><tr><td colspan=2>注：以公历计</td></tr></table>"
    )

    assert formats.lines(got) == ["承诺事项列表", "事项\t时限", "植树\t年底", "注：以公历计"]
    assert grid_of(got) == [["事项", "时限"], ["植树", "年底"]]


def test_cells_that_claim_to_span_millions_are_refused() -> None:
    cell = "<td rowspan=9999 colspan=9999>a</td>"

    with pytest.raises(LimitExceeded, match="单元格"):
        page("<table>" + f"<tr>{cell * 30}</tr>" * 100 + "</table>")


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="没有文字"):
        page("<html><body><img src=a.png></body></html>")
