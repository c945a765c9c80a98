"""One letter in every format, written by the tools that write such files, states the same facts.

The scan is of a letter of one page: recognition takes its time.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from knowledge.facts import extract
from knowledge.glossary import Document, Findings
from knowledge.reading import Reader
from knowledge.words import Lexicon
from tests.fakes import formats, office

HEAD = ("title", "kind", "agency", "addressees", "role", "subject", "session", "number", "date")
PLAIN = formats.letter_in_every_format()
OFFICE = {  # name of the file -> the file LibreOffice makes it from, and the format
    "libreoffice.doc": ("letter.docx", "doc"),
    "libreoffice.odt": ("letter.docx", "odt"),
    "libreoffice.pdf": ("letter.docx", "pdf"),
    "libreoffice.xls": ("letter.xlsx", "xls"),
    "libreoffice.docx": ("libreoffice.doc", "docx"),
}
NOTES = ("OFD", "旧版", "扫描件")  # what a format itself gives to check
SHORT = [
    "关于区三届人大一次会议第42号建议办理情况的答复函",
    "李四代表：",
    "您提出的《关于改善停车的建议》（第42号）收悉。现答复如下。",
    "一、停车情况",
    "全区现有公共停车场32个，其中农村停车场11个，今年新增泊位258个。",
    "二、下一步工作",
    "我局将继续加强停车秩序管理。",
    "某市某区城市管理局",
    "2024年5月8日",
    "联系人：章三，联系电话：000-1234567",
    "附件：承诺事项列表",
]
SHORT_TABLE = [
    ["序号", "承诺事项", "完成时限", "责任单位"],
    ["1", "新建公共停车场3个，新增泊位450个", "2024年9月底前", "区城市管理局、区住房城乡建设委"],
    ["2", "建成智慧停车平台1个", "2024年12月底", "区城市管理局"],
]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The letter in every format."""
    folder = tmp_path_factory.mktemp("office")
    made = dict(PLAIN)
    for name, (source, to) in OFFICE.items():
        made[name] = office.converted(made[source], source, to, folder)
    return made


@pytest.fixture(scope="module")
def stated(reader: Reader, lexicon: Lexicon) -> dict[str, Any]:
    """What the text of the letter states."""
    return facts_of(read(reader, "letter.txt", PLAIN["letter.txt"], lexicon)[1])


def read(reader: Reader, name: str, content: bytes, lexicon: Lexicon) -> tuple[Document, Findings]:
    document = reader.read_bytes(name, content)
    return document, extract(document, lexicon)


def facts_of(found: Findings) -> dict[str, Any]:
    """Everything stated, without the places it stands in; blanks do not count."""
    letter = found.letter
    return {
        "head": [squeezed(str(getattr(letter, name))) for name in HEAD],
        "contact": (letter.contact.names, letter.contact.phones, letter.contact.postcode),
        "outline": [(heading.level, squeezed(heading.text)) for heading in letter.headings],
        "commitments": [
            (one.key, squeezed(one.text), str(one.deadline), squeezed(one.unit_words), one.target)
            for one in found.commitments
        ],
        "indicators": [
            (one.name, one.value, one.unit, one.measure, one.scope, one.status, one.total, one.year)
            for one in found.indicators
        ],
        "listings": [(one.name, [item.name for item in one.items]) for one in found.listings],
        "recognitions": [(one.holder, one.title, one.status) for one in found.recognitions],
        "warnings": [w for w in found.warnings if not any(note in w for note in NOTES)],
    }


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", [*PLAIN, *OFFICE])
def test_the_facts_are_those_of_the_text(
    name: str,
    files: dict[str, bytes],
    reader: Reader,
    lexicon: Lexicon,
    stated: dict[str, Any],
) -> None:
    assert facts_of(read(reader, name, files[name], lexicon)[1]) == stated


@pytest.mark.slow
def test_a_scan_that_lies_askew_states_the_facts_of_its_text(
    reader: Reader, lexicon: Lexicon
) -> None:
    table = "\n".join("\t".join(row) for row in SHORT_TABLE)
    text = "\n".join([*SHORT, table]).encode()
    scan = office.scanned(formats.as_pdf(SHORT, SHORT_TABLE), degrees=0.8)

    document, found = read(reader, "scan.tif", scan, lexicon)

    assert document.origin == "ocr"
    assert facts_of(found) == facts_of(read(reader, "letter.txt", text, lexicon)[1])
    assert any("待核对" in warning for warning in found.warnings)
