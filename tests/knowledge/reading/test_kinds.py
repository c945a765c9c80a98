"""The kind of a file is told by its content."""

import pytest

from knowledge.errors import UnreadableFile
from knowledge.reading import Limits
from knowledge.reading.kinds import kind_of, looks_like_html
from tests.fakes import formats, hostile


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (hostile.docx(b""), "docx"),
        (hostile.workbook(""), "xlsx"),
        (formats.as_ofd(), "ofd"),
        (b"%PDF-1.7 ...", "pdf"),
        # bytes before the mark, as mail programs leave them
        (b"\r\n\r\n%PDF-1.4 ...", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "xls"),
        (b"\xff\xd8\xff\xe0 ...", "image"),
        (b"<html>", "html"),
    ],
)
def test_content_tells_the_kind(content: bytes, kind: str) -> None:
    assert kind_of(content, Limits()) == kind


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (rb"{\rtf1 ...", "另存为 docx"),
        (b"Rar!\x1a\x07 ...", "解压"),
        (b"MZ\x90 ...", "程序"),
        (b"MIME-Version: 1.0 ...", "mht"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "密码",
        ),
        (hostile.zipped({"a.txt": b"a"}), "压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ...", "旧版 Office"),
    ],
)
def test_other_kinds_are_refused_with_advice(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        kind_of(content, Limits())


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<!DOCTYPE html><html>", True),
        ('  <div class="article">\n<h1>答复</h1>', True),
        ("<!-- 正文 --><p>您好</p>", True),
        # copied from a page with a line of text above
        ("关于建议的答复\n<p>一</p><p>二</p><p>三</p><br/>", True),
        ("关于 <加强质量> 的建议，a < b，c > d。", False),
        ("<关于加强质量品牌的建议>收悉。", False),
        # as many comments as it takes to hang a careless pattern
        ("<!-- a -->" * 60 + "b", False),
        ("换行写作 <br>，如此而已。", False),
    ],
)
def test_html_is_known_by_its_tags(text: str, is_html: bool) -> None:
    assert looks_like_html(text) is is_html
