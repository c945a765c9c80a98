"""Bytes -> text: the encodings Chinese offices have used, told apart by the text they give.

What a file says of its own encoding is not asked: government pages declare gb2312 and hold gb18030
or UTF-8. The order is: byte order mark, UTF-16 without one, strict UTF-8, then GB18030 or Big5,
whichever gives more of the commonest Chinese characters (GB18030 swallows Big5 without an error).
"""

import codecs
import re

from knowledge.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# The commonest characters of office prose, simplified and traditional; they decide between
# encodings only, so a few dozen are enough.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下"
    "过民行政市区县局委关办理建议提案代表情况答复等将进展项目部门联系电话月日第号推加强管理服务"
    "這為上個國們來時對會發動過區縣關辦議況復將進項門聯繫電話號強務"
    "，。、；：“”（）《》「」"
)
_HEAD = 20_000  # characters looked at; enough to tell, and quick for a large file
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MAX_CONTROL = 0.02  # of all characters; above it the file is no text


def decode(content: bytes) -> str:
    """The text of a plain file as stored: line ends are "\\n", control characters are left out.

    "\\ufeff一、\\r\\n二、" -> "一、\\n二、". Everything else stays character for character. Raises
    UnreadableFile where no encoding gives text.
    """
    text = _decoded(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
    if len(_CONTROL.findall(text)) > max(3, len(text) * _MAX_CONTROL):
        raise UnreadableFile("文件不是文本，也不是支持的文档格式")
    return without_control(text).removeprefix("\ufeff")


def without_control(text: str) -> str:
    """A text without characters that print nothing and command old devices."""
    return _CONTROL.sub("", text)


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding)
    wide = _utf16_without_mark(content)
    if wide:
        return _strict(content, wide)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _chinese(content)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"文件按 {encoding.upper()} 编码读不通，可能已损坏") from error


def _utf16_without_mark(content: bytes) -> str | None:
    """UTF-16 shows by zero bytes at one of two places (line ends, digits, blanks)."""
    head = content[: 2 * _HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd < max(2, len(head) // 100) or len(content) % 2:
        return None
    if odd and not even:
        return "utf-16-le"
    if even and not odd:
        return "utf-16-be"
    return None


def _chinese(content: bytes) -> str:
    """The better of GB18030 and Big5; one damaged character does not lose the letter."""
    texts = [text for name in ("gb18030", "big5hkscs") if (text := _tried(content, name))]
    if not texts:
        texts = [content.decode(name, "replace") for name in ("gb18030", "utf-8", "big5hkscs")]
    best = max(texts, key=commonness)  # the first of equals: GB18030
    if best.count("\ufffd") > max(2, len(best) * _MAX_CONTROL):
        raise UnreadableFile("文件的文字编码无法识别")
    return best


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def commonness(text: str) -> float:
    """The share of common Chinese characters in the head of a text, without blanks and ASCII."""
    head = [letter for letter in text[:_HEAD] if letter > "\x7f"]
    return sum(letter in _COMMON for letter in head) / len(head) if head else 0.0
