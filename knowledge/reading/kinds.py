"""Which kind of document a file is, by its content; a wrong suffix changes nothing.

"报告.doc" that begins with "<html" is html; "函.txt" that begins with "PK" is an archive.
"""

import re

from knowledge.errors import UnreadableFile
from knowledge.reading.archive import Archive
from knowledge.reading.limits import Limits

HEAD = 4096  # bytes that tell whether a file is plain text
_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"\x1f\x8b", "packed"),
    (b"MIME-Version:", "mail"),
    (b"From: <Saved by", "mail"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_PDF_WITHIN = 1024  # readers accept "%PDF-" anywhere in the first kilobyte
_MEMBERS = (("word/", "docx"), ("xl/", "xlsx"), ("OFD.xml", "ofd"))
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # its first member, unpacked
_OLE_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_BLOCK = (
    r"(?:!doctype\s+html|html|head|body|div|p|table|tbody|tr|td|h[1-6]|span|meta|br|ul|section)"
)
# The groups are atomic: text of many comments must not be tried in every combination.
_OPENING = re.compile(
    rf"(?>\s*(?:<\?xml[^>]*>\s*)?)(?>(?:<!--.*?-->\s*)*)<{_BLOCK}[\s/>]", re.I | re.S
)
_CLOSING = re.compile(r"</(?:p|div|table|tr|td|span|h[1-6]|body)>|<br\s*/?>", re.I)
_CLOSINGS = 4  # as many make a page of a text that does not begin as one
_REFUSED = {
    "rtf": "RTF 文件暂不支持，请另存为 docx 后再导入",
    "packed": "压缩包不直接读取，请解压后再导入其中的文件",
    "locked": "文件有打开密码，请先解除密码",
    "mail": "网页归档（mht）暂不支持，请另存为 html 或 docx 后再导入",
    "program": "这是程序文件，不是文档",
    "zip": "压缩包里没有可读的文档（支持 docx、xlsx、odt、ofd）",
    "ole": "旧版 Office 文件里没有可读的文字或表格",
}


def magic(head: bytes) -> str | None:
    """The kind its first bytes show: zip, pdf, ole, image …; None for what may be text."""
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    return next((kind for start, kind in _MAGIC if head.startswith(start)), None)


def kind_of(content: bytes, limits: Limits) -> str:
    """The kind of a file that is no plain text: docx, xlsx, odt, ofd, pdf, doc, xls, image or html."""
    kind = magic(content[:HEAD])
    if kind == "zip":
        names = Archive(content, limits).names
        starts = ((kind, any(name.startswith(start) for name in names)) for start, kind in _MEMBERS)
        kind = next((kind for kind, is_there in starts if is_there), kind)
        if _ODT in content[:HEAD]:
            kind = "odt"
    elif kind == "ole":
        streams = ((name.encode("utf-16-le"), kind) for name, kind in _OLE_STREAMS)
        kind = next((kind for stream, kind in streams if stream in content), kind)
    if kind in _REFUSED:
        raise UnreadableFile(_REFUSED[kind])
    return kind or "html"


def looks_like_html(text: str) -> bool:
    """Whether a text is html, or a piece of it: it begins with a tag, or has many."""
    return bool(_OPENING.match(text)) or len(_CLOSING.findall(text[:200_000])) >= _CLOSINGS
