"""One letter in every format reads the same."""

from collections.abc import Iterator

import pytest

from knowledge.glossary import Table
from knowledge.reading import Reader
from tests.fakes import formats

FILES = formats.letter_in_every_format()
WORDS = "".join(formats.letter_text().split())
FLATTENED = (
    "letter.txt",
    "letter-bom-crlf.txt",
    "letter-gbk.txt",
    "letter-utf16.txt",
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize("name", FILES)
def test_the_words_are_the_same_in_the_same_order(name: str, reader: Reader) -> None:
    document = reader.read_bytes(name, FILES[name])

    words = formats.squeezed(document).replace("|", "").replace("-" * 12, "")
    assert words == WORDS


@pytest.mark.parametrize("name", [name for name in FILES if name not in FLATTENED])
def test_the_table_is_a_grid(name: str, reader: Reader) -> None:
    document = reader.read_bytes(name, FILES[name])

    tables = [block for block in document.blocks if isinstance(block, Table)]
    grids = [[["".join(cell.text.split()) for cell in row] for row in t.rows] for t in tables]
    assert grids == [formats.rows()]


@pytest.mark.parametrize("name", [name for name in FILES if name not in FLATTENED])
def test_the_paragraphs_are_whole(name: str, reader: Reader) -> None:
    document = reader.read_bytes(name, FILES[name])

    read = [block.span.of(document.text).strip() for block in document.blocks]
    assert read[:-1] == formats.paragraphs()
