"""OFD pages: lines by their places, damaged values tolerated."""

import pytest

from knowledge.errors import UnreadableFile
from knowledge.glossary import Document
from knowledge.reading import Limits
from knowledge.reading.ofd import read_ofd
from tests.fakes import formats
from tests.fakes.hostile import zipped

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def read(objects: str) -> Document:
    parts = {
        "OFD.xml": f"<ofd:OFD {SPACE}><ofd:DocRoot>/D/Document.xml</ofd:DocRoot></ofd:OFD>",
        "D/Document.xml": f'<ofd:Document {SPACE}><ofd:Page BaseLoc="P/1.xml"/></ofd:Document>',
        "D/P/1.xml": f"<ofd:Page {SPACE}>{objects}</ofd:Page>",
    }
    content = zipped({name: part.encode() for name, part in parts.items()})
    return read_ofd("a.ofd", content, Limits())


def text(words: str, boundary: str, rest: str = "", code: str = 'X="0" Y="5"') -> str:
    return (
        f'<ofd:TextObject Boundary="{boundary}" Size="4" {rest}>'
        f"<ofd:TextCode {code}>{words}</ofd:TextCode></ofd:TextObject>"
    )


@pytest.mark.parametrize(
    ("objects", "words"),
    [
        # two runs of one line, out of order
        (text("59号", "24 10 99 6") + text("第", "20 10 9 6"), "第59号"),
        (
            text("下一行长得多", "20 30 99 6", code='X="0" Y="5" DeltaX="g 5 4"')
            + text("上", "20 10 99 6"),
            "上\n下一行长得多",
        ),
        # apart: a reader sees a gap
        (
            text("联系人：张三", "20 10 99 6", code='X="0" Y="5" DeltaX="g 5 4"')
            + text("电话：0", "80 10 99 6"),
            "联系人：张三  电话：0",
        ),
        # a matrix that doubles the size
        (text("大", "20 10 99 9", 'CTM="2 0 0 2 0 0"'), "大"),
        (text("坏", "x y", code='X="nan" Y=""'), "坏"),
    ],
)
def test_runs_stand_where_they_are_placed(objects: str, words: str) -> None:
    assert formats.lines(read(objects)) == words.split("\n")


def test_it_says_that_it_is_experimental() -> None:
    assert any("试验" in remark for remark in read(text("一", "20 10 99 6")).remarks)


def test_pages_without_text_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="扫描件"):
        read("")
