"""Old Office files: what surrounds the converters, which are fakes here."""

import sys
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from knowledge.errors import MissingComponent, UnreadableFile
from knowledge.glossary import Table
from knowledge.reading import Limits
from knowledge.reading.legacy import read_legacy
from tests.fakes import formats


class FakeSheet:
    """An old worksheet with a merged unit."""

    height, width = 3, 3
    merged_cell_ranges = [((1, 2), (2, 2))]

    def to_python(self, skip_empty_area: bool) -> list[list[Any]]:
        return [["事项", "时限", "单位"], ["植树", date(2022, 12, 31), "区林业局"], [7.0, "", ""]]


def installed(monkeypatch: pytest.MonkeyPatch, name: str, **parts: Any) -> None:
    """Puts a module in place for one test."""
    module = ModuleType(name)
    vars(module).update(parts)
    monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: module)


def with_converter(monkeypatch: pytest.MonkeyPatch, convert: Any) -> None:
    class Failed(Exception):
        pass

    class Locked(Failed):
        pass

    errors = SimpleNamespace(Doc2DocxError=Failed, EncryptedDocumentError=Locked)
    installed(monkeypatch, "doc2docx", convert=lambda old, new: convert(old, new, errors))
    installed(monkeypatch, "doc2docx.errors", **vars(errors))


def test_an_old_letter_is_converted_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(old: Path, new: Path, errors: Any) -> None:
        assert old.read_bytes() == b"old"
        new.write_bytes(formats.as_docx())

    with_converter(monkeypatch, convert)

    document = read_legacy("a.doc", b"old", Limits(), "doc")

    assert document.origin == "doc"
    assert formats.squeezed(document) == "".join(formats.letter_text().split())
    assert any("转换" in remark for remark in document.remarks)


def test_a_letter_with_a_password_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(old: Path, new: Path, errors: Any) -> None:
        raise errors.EncryptedDocumentError

    with_converter(monkeypatch, convert)

    with pytest.raises(UnreadableFile, match="密码"):
        read_legacy("a.doc", b"old", Limits(), "doc")


def test_a_letter_that_is_damaged_is_refused() -> None:
    damaged = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 99

    with pytest.raises(UnreadableFile, match="另存为 docx"):
        read_legacy("a.doc", damaged, Limits(), "doc")


def test_an_old_workbook_is_read_with_merged_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    book = SimpleNamespace(sheet_names=["表"], get_sheet_by_name=lambda name: FakeSheet())
    installed(
        monkeypatch,
        "python_calamine",
        CalamineError=OSError,
        PasswordError=PermissionError,
        CalamineWorkbook=SimpleNamespace(from_filelike=lambda file: book),
    )

    table = read_legacy("a.xls", b"old", Limits(), "xls").blocks[0]

    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["事项", "时限", "单位"],
        ["植树", "2022-12-31", "区林业局"],
        ["7", "", "区林业局"],
    ]


@pytest.mark.parametrize("kind", ["doc", "xls"])
def test_without_the_component_one_line_says_how_to_install_it(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(MissingComponent, match=r"pip install -r requirements/legacy\.txt"):
        read_legacy("a", b"old", Limits(), kind)
