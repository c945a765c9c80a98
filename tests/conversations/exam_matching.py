"""Does a text hold a wording? Blanks, widths, quotes, and the script of numbers do not matter.

`3家` is found in `三家`, `20%` in `百分之二十`, `14500` in `14,500`; but `32` is not found in `322`,
nor `A级` in `AA级`. What a reply has to hold is the business of `exam_judging`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

DIGITS = "零一二三四五六七八九"
NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两点")
QUOTES = re.compile("[*`\"'“”‘’「」『』\u200b-\u200d\ufeff]")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
NUMBER_AND_UNIT = re.compile(r"(\d{1,8})(?:\.(\d+))?(\D*)")

# the words of a yes and of a no, by the names under which questions refer to them
ANSWER_WORDS: Mapping[str, tuple[str, ...]] = {
    "YES": (r"re:^(您好[,!。]?)?(是|在|有|属于|对|包括)",),
    "AFFIRM": (r"re:^(您好[,!。]?)?(是的|是[,。!;:]|对的|对[,。!;]|没错|正确|有的|确实)",),
    "NO": (
        r"re:不(是|属于|在|包括|包含|含|对|正确|准确|符|一致|止|到)|并非|而非|有误|错误|否",
        r"re:(没|没有|尚未|还未|并未|还没|还差|没能)|未(达|在|列|被|入|完成|通过)",
    ),
    "NOT": (
        r"re:不(是|属于|在|对|正确|准确|符|一致|止|到|成立)|并非|而非|有误|错误",
        r"re:(没有|没|未)[^,。;]{0,14}(说法|这样|此项|这个|达到|被列|列入)",
    ),
    "DENY": (r"re:不是|不属于|并非|不在(其中|名单)|不包括", r"re:未提及|(没有|未)(提到|找到)"),
}


def normalize(text: str, keep_breaks: bool = False) -> str:
    """One line in one width without blanks; `keep_breaks` keeps `3 4` from becoming `34`."""
    text = unicodedata.normalize("NFKC", THOUSANDS.sub("", text)).casefold()
    text = QUOTES.sub("", text)
    if keep_breaks:
        text = re.sub(r"(?<=[0-9a-z])\s+(?=[0-9a-z])", "|", text)
    return re.sub(r"\s+", "", text)


class Wordings:
    """Finds wordings, which may be plain, `re:…` over the normalized text, or a name like `@YES`."""

    def __init__(self, named: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._named = {**ANSWER_WORDS, **(named or {})}

    def spell_out(self, wordings: Iterable[str]) -> list[str]:
        """The wordings with each name replaced by what it stands for."""
        plain: list[str] = []
        for wording in wordings:
            named = wording.startswith("@")
            plain.extend(self.spell_out(self._named[wording[1:]]) if named else [wording])
        return plain

    def any_in(self, wordings: Iterable[str], text: str) -> bool:
        """Is one of them there, in whatever script its number is written?"""
        texts = {normalize(text), normalize(text, keep_breaks=True)}
        return any(_holds(one, wording) for wording in self.spell_out(wordings) for one in texts)

    def forbidden_in(self, wordings: Iterable[str], text: str) -> list[str]:
        """Those that are there literally; a number in Chinese script forbids nothing."""
        line = normalize(text, keep_breaks=True)
        return [
            wording
            for wording in self.spell_out(wordings)
            if (
                re.search(wording[3:], line)
                if wording.startswith("re:")
                else _stands_alone(line, normalize(wording))
            )
        ]


def in_chinese(wording: str) -> list[str]:
    """`12家` -> `十二家`; `2家` -> `二家`, `两家`; `20%` -> `百分之二十`; a bare `12` -> nothing."""
    found = NUMBER_AND_UNIT.fullmatch(wording)
    if not found:
        return []
    whole, decimals, unit = found.groups()
    reading = read_number(int(whole))
    if decimals:
        reading += "点" + "".join(DIGITS[int(digit)] for digit in decimals)
    if unit.startswith("%"):
        return ["百分之" + reading + unit[1:]]
    if not unit and not decimals and int(whole) < 100:
        return []  # one or two characters are too easily part of another word
    return [reading + unit, "两" + reading[1:] + unit] if whole[0] == "2" else [reading + unit]


def read_number(number: int) -> str:
    """How a whole number below a hundred million is read: 14036 -> 一万四千零三十六."""
    if number < 10:
        return DIGITS[number]
    high, low = divmod(number, 10_000)
    if high:
        zero = "零" if 0 < low < 1000 else ""
        return read_number(high) + "万" + zero + (_read_four(low) if low else "")
    reading = _read_four(low)
    return reading.removeprefix("一") if 10 <= number < 20 else reading


def _read_four(number: int) -> str:
    digits = f"{number:04}"
    read = "".join(
        DIGITS[int(digit)] + unit if digit != "0" else "零"
        for digit, unit in zip(digits, ("千", "百", "十", ""), strict=True)
    )
    return re.sub("零+", "零", read).strip("零")


def _holds(line: str, wording: str) -> bool:
    if wording.startswith("re:"):
        return bool(re.search(wording[3:], line))
    plain = normalize(wording)
    return _stands_alone(line, plain) or any(
        _stands_alone(line, reading, chinese=True) for reading in in_chinese(plain)
    )


def _stands_alone(line: str, wording: str, chinese: bool = False) -> bool:
    """Is it there, and not as a piece of a longer number or word?"""
    start = line.find(wording) if wording else -1
    while start >= 0:
        if not _is_piece(line, start, start + len(wording), chinese):
            return True
        start = line.find(wording, start + 1)
    return False


def _is_piece(line: str, start: int, end: int, chinese: bool) -> bool:
    before, after = line[:start], line[end:]
    first, last = line[start], line[end - 1]
    if first.isdecimal() and re.search(r"\d\.?$", before):
        return True
    if last.isdecimal() and re.match(r"\.?\d", after):
        return True
    if first.isascii() and first.isalpha() and re.search("[a-z]$", before):
        return True
    if last.isascii() and last.isalpha() and re.match("[a-z]", after):
        return True
    return chinese and (before[-1:] in NUMERALS or (last in NUMERALS and after[:1] in NUMERALS))
