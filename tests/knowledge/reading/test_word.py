"""Word files: what Word shows is what is read."""

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from knowledge.errors import UnreadableFile
from knowledge.glossary import Document, Table
from knowledge.reading import Limits
from knowledge.reading.word import read_docx
from tests.fakes import formats, hostile

W = nsdecls("w")


def read(document: Any) -> Document:
    return read_docx("a.docx", formats.saved(document), Limits())


def of_body(inside: str) -> Document:
    """The document of a .docx with this XML in its body."""
    main = f"<w:document {W}><w:body>{inside}</w:body></w:document>".encode()
    return read_docx("a.docx", hostile.docx(main), Limits())


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def grid_of(document: Document) -> list[list[str]]:
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def test_paragraphs_and_tables_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("一、承诺")
    table = document.add_table(2, 2)
    for at, text in enumerate(["事项", "时限", "植树", "年底"]):
        table.cell(at // 2, at % 2).text = text
    document.add_paragraph("此复。")

    assert read(document).text == "一、承诺\n\n事项\t时限\n植树\t年底\n\n此复。"


def test_a_merged_cell_stands_in_every_place_it_covers() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    texts = ["事项", "时限", "单位", "植树", "年底", "区林业局", "修路", "六月", ""]
    for at, text in enumerate(texts):
        table.cell(at // 3, at % 3).text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    table.cell(0, 0).merge(table.cell(0, 1)).text = "事项和时限"

    got = read(document)

    assert grid_of(got)[1:] == [["植树", "年底", "区林业局"], ["修路", "六月", "区林业局"]]
    assert grid_of(got)[0] == ["事项和时限", "事项和时限", "单位"]
    assert got.text.splitlines() == [
        "事项和时限\t单位",
        "植树\t年底\t区林业局",
        "修路\t六月\t区林业局",
    ]


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    got = of_body(
        paragraph(
            run("新增"),
            '<w:del w:id="1" w:author="a"><w:r><w:delText>4件</w:delText></w:r></w:del>',
            f'<w:ins w:id="2" w:author="a">{run("5件")}</w:ins>',
        )
    )

    assert got.text == "新增5件"
    assert any("修订" in remark for remark in got.remarks)


def test_header_and_footer_are_read_but_page_numbers_are_not() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "区市监函〔2022〕8号"
    section.footer.paragraphs[0].text = "- 1 -"
    section.footer.add_paragraph("抄送：区政府办公室")
    document.add_paragraph("正文")

    assert formats.lines(read(document)) == ["区市监函〔2022〕8号", "正文", "抄送：区政府办公室"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('区市监函〔2022〕8号'))}</w:txbxContent>"
    got = of_body(
        paragraph(
            run("正文"),
            '<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>' + box + "</mc:Choice>"
            "<mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>",
        )
    )

    assert formats.lines(got) == ["正文", "区市监函〔2022〕8号"]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        # digits of one number in several runs
        (run("4,") + run("820") + run("张"), "4,820张"),
        ('<w:hyperlink r:id="x" xmlns:r="urn:r">' + run("附件") + "</w:hyperlink>", "附件"),
        ("<w:r><w:t>局长</w:t><w:br/><w:t>6月6日</w:t></w:r>", "局长\n6月6日"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>" + run("可见"), "可见"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("共3页"), "共3页"),
        ("<w:sdt><w:sdtContent>" + run("控件里的字") + "</w:sdtContent></w:sdt>", "控件里的字"),
        ("<w:smartTag>" + run("重庆") + "</w:smartTag>" + run("市"), "重庆市"),
    ],
)
def test_a_paragraph_reads_as_shown(runs: str, text: str) -> None:
    assert formats.lines(of_body(paragraph(runs))) == text.split("\n")


def test_a_frame_around_text_is_no_table() -> None:
    cell = paragraph(run("一、概况")) + paragraph(run("全区32个。"))
    got = of_body(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")

    assert formats.lines(got) == ["一、概况", "全区32个。"]


def test_numbers_that_word_computes_are_written_out() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, _levels())
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in [("概况", 0), ("商标", 1), ("专利", 1), ("措施", 0), ("保护", 1)]:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )

    assert formats.lines(read(document)) == [
        "一、概况",
        "（一）商标",
        "（二）专利",
        "二、措施",
        "（一）保护",
    ]


def _levels() -> Any:
    def level(at: int, pattern: str) -> str:
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        )

    levels = level(0, "%1、") + level(1, "（%2）")
    return parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>')


def test_lines_of_a_cell_stay_apart() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "事项", "单位"
    table.cell(1, 0).text = "新建服务站7个，\n实现全覆盖"
    table.cell(1, 1).text = "区民政局\n区残联"

    assert grid_of(read(document))[1] == ["新建服务站7个，实现全覆盖", "区民政局\n区残联"]


def test_the_main_part_may_be_numbered() -> None:
    main = f"<w:document {W}><w:body>{paragraph(run('正文'))}</w:body></w:document>"
    content = hostile.zipped({"word/document2.xml": main.encode()})

    assert read_docx("a.docx", content, Limits()).text == "正文"


def test_a_file_without_a_body_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="没有正文"):
        read_docx("a.docx", hostile.docx(f"<w:document {W}/>".encode()), Limits())


def test_a_file_with_nothing_in_it_is_refused() -> None:
    empty = io.BytesIO()
    docx.Document().save(empty)

    with pytest.raises(UnreadableFile, match="没有文字"):
        read_docx("a.docx", empty.getvalue(), Limits())
