"""Folding: one plain form for all the ways the same text is written, with the way back.

Folded text is what extractors and search look at; the stored text is what is cited. What changes:

- full-width and other odd letters, digits and signs become plain ones (１４ -> 14, ﹪ -> %, ⼀ -> 一);
- traditional characters become simplified ones (專利 -> 专利);
- punctuation of sentences has one form, the Chinese one: , ; : ? ! ( ) become ，；：？！（）, 「」『』
  become “”‘’. A comma or colon inside a number or an address stays (14,036  8:30  https://);
- blanks and line wraps next to a Chinese character vanish, between Latin words or numbers one
  blank stays; empty lines stay as one (two line ends). So give `fold` a paragraph, not a letter, where
  paragraphs are not apart by empty lines.

What a circled or raised digit means (①, m²) is left to others; they stay as they are.
"""

import functools
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from knowledge.glossary import Span

_FOLDED_KINDS = ("<wide>", "<narrow>", "<small>", "<compat>", "<font>", "<vertical>")
_CHINESE_MARKS = "，；：？！（）"
_LATIN_MARKS = dict(zip(",;:?!()", _CHINESE_MARKS, strict=True))
_ODD = {
    **dict.fromkeys("「﹁", "“"),
    **dict.fromkeys("」﹂", "”"),
    **dict.fromkeys("『﹃", "‘"),
    **dict.fromkeys("』﹄", "’"),
    **dict.fromkeys("•・‧∙⋅", "·"),
    **dict.fromkeys("−–‐‑﹣", "-"),
    **dict.fromkeys("〜∼", "~"),
    "苧": "苎",  # opencc stops half-way: 薴 -> 苧 -> 苎
    "㎡": "平方米",
    "㎢": "平方公里",
    "㎞": "公里",
    "㎏": "公斤",
    "℃": "度",
}
_THOUSANDS = re.compile(  # 2，347栋, typed with a Chinese comma; 电话：110，120 are two numbers
    r"(?<![\d，.第：])\d{1,3}(?P<comma>，)\d{3}(?=[\u4e00-\u9fff])"
)
_CIRCLES = re.compile("(?<=[一二三四五六七八九十〇零年月])○+|○+(?=[一二三四五六七八九十〇零年月])")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `places[i]` is where its i-th character stands in the stored text."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The place in the stored text of the folded characters [start, end)."""
        if start >= end:
            at = self._edge(start)
            return Span(at, at)
        return Span(self.places[start], self.places[end - 1] + 1)

    def index(self, place: int) -> int:
        """The first folded character at or behind a place of the stored text."""
        return bisect_left(self.places, place)

    def _edge(self, at: int) -> int:
        if at < len(self.places):
            return self.places[at]
        return self.places[-1] + 1 if self.places else 0


def fold(text: str, offset: int = 0) -> Folded:
    """The folded form of a piece of stored text that begins at `offset`.

    "增长率为 ２０﹪ ,其中" -> "增长率为20%，其中"
    """
    if all(map(_is_plain, set(text))) and not _THOUSANDS.search(text):
        return Folded(text, tuple(range(offset, offset + len(text))))
    return _fold(text, offset)


def _fold(text: str, offset: int) -> Folded:
    """The long way, character by character."""
    simple = simplified(text)
    letters: list[str] = []
    places: list[int] = []
    blank = -1  # place of the first blank since the last letter
    for place, char in enumerate(simple):
        folded = _letter(char)
        if folded == " ":
            blank = place if blank < 0 else blank
            continue
        if blank >= 0 and letters:
            _keep_blank(simple[blank:place], letters, places, blank, folded[:1])
        if folded:
            blank = -1
        letters.extend(folded)
        places.extend([place] * len(folded))
    marked = _with_chinese_marks("".join(letters), text, places)
    return Folded(marked, tuple(place + offset for place in places) if offset else tuple(places))


def simplified(text: str) -> str:
    """The text in simplified characters, each in its place; 發明專利 -> 发明专利, 乾县 stays."""
    if not any(_may_be_traditional(char) for char in set(text)):
        return text
    converted: str = _converter().convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(_simplified_letter(char) for char in text)


def is_han(char: str) -> bool:
    """Whether this is a Chinese character (〇 among them)."""
    return "\u4e00" <= char <= "\u9fff" or char == "〇" or "\u3400" <= char <= "\u4dbf"


@functools.lru_cache(maxsize=8192)
def _letter(char: str) -> str:
    """One character folded: itself, another, " " for a blank, "" for what cannot be seen."""
    if char in _ODD:
        return _ODD[char]
    if char in _CHINESE_MARKS:
        return char
    if char.isspace():
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co"):
        return ""
    form = unicodedata.decomposition(char)
    if not form or (form[0] == "<" and not form.startswith(_FOLDED_KINDS)):
        return char
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) != 1:
        return char
    if plain.isspace():
        return " "
    if plain in _ODD:
        return _ODD[plain]
    return _simplified_letter(plain) if _may_be_traditional(plain) else plain


@functools.lru_cache(maxsize=8192)
def _is_plain(char: str) -> bool:
    """Whether a character stays as it is, whatever stands beside it; most texts hold no other."""
    stays = not char.isspace() and char not in _LATIN_MARKS and char != "○"
    return stays and not _may_be_traditional(char) and _letter(char) == char


def _keep_blank(
    blanks: str, letters: list[str], places: list[int], place: int, following: str
) -> None:
    """Puts back an empty line, or a blank between Latin words or numbers."""
    if not following:
        return
    if blanks.count("\n") > 1:  # one line end alone would be a wrap when folded again
        letters.extend("\n\n")
        places.extend((place + blanks.index("\n"), place + blanks.rindex("\n")))
    elif _is_latin(letters[-1]) and _is_latin(following):
        letters.append(" ")
        places.append(place)


def _is_latin(char: str) -> bool:
    return char.isascii() and char not in _LATIN_MARKS


def _with_chinese_marks(text: str, stored: str, places: list[int]) -> str:
    """Sentence marks in their Chinese form, and 二○二二 with a proper zero."""
    if not any(char in text for char in _LATIN_MARKS) and "○" not in text and "，" not in text:
        return text
    letters = list(text)
    for at, char in enumerate(letters):
        before = letters[at - 1] if at else ""
        after = text[at + 1 : at + 2]
        if char in _LATIN_MARKS:
            letters[at] = char if _in_latin(char, before, after) else _LATIN_MARKS[char]
        elif char == "，" and _wide_digits(stored, places[at]):
            letters[at] = ","
    for found in _THOUSANDS.finditer("".join(letters)):
        letters[found.start("comma")] = ","
    return _CIRCLES.sub(lambda zeros: "〇" * len(zeros[0]), "".join(letters))


def _in_latin(mark: str, before: str, after: str) -> bool:
    """Whether a mark belongs to a number, a clock time or an address: 14,036  8:30  https://"""
    if mark in ",:" and before.isdigit() and after.isdigit():
        return True
    return mark in ":?" and _is_alnum(before) and (_is_alnum(after) or after == "/")


def _is_alnum(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _wide_digits(stored: str, place: int) -> bool:
    """Whether full-width digits stand on both sides, as in １４，０３６."""
    around = stored[max(0, place - 1) : place] + stored[place + 1 : place + 2]
    return len(around) == 2 and all("０" <= char <= "９" for char in around)


@functools.lru_cache(maxsize=8192)
def _may_be_traditional(char: str) -> bool:
    """Characters outside GB 2312 may be traditional ones; asking costs nothing and needs no table."""
    if not is_han(char) or char == "〇":
        return False
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return _simplified_letter(char) != char
    return False


@functools.lru_cache(maxsize=8192)
def _simplified_letter(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


@functools.lru_cache(maxsize=1)
def _converter():  # type: ignore[no-untyped-def]
    """opencc costs 11 ms and 8 MiB: only for texts that have a character outside GB 2312."""
    import opencc

    return opencc.OpenCC("t2s")
