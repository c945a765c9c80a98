"""Automatic numbering of Word paragraphs, written out as Word shows it: 一、 （一） 1. ①

Word stores "level 2 of list 5" and computes what is on screen; without it a letter has no outline.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from knowledge.reading.markup import attribute
from knowledge.words import to_chinese

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_BASED_ON = 20  # styles above each other; more is a circle


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: "（%2）" counted in Chinese numerals from 1."""

    pattern: str
    form: str
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of one document, counting while the document is read from top to bottom."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)  # of each list
    kin: dict[str, str] = field(default_factory=dict)  # lists that count together
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)  # style -> its list and level
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def mark(self, paragraph: Element) -> str:
        """The number before a paragraph: "（一）"; "" for none. Counts on."""
        place = self._place(paragraph)
        if place is None or place not in self.levels:
            return ""
        number, depth = place
        counts = self._counts.setdefault(self.kin.get(number, number), {})
        counts[depth] = counts.get(depth, self.levels[place].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return self._written(number, depth, counts)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        numbered = paragraph.find("pPr/numPr")
        style = self.styles.get(attribute(paragraph.find("pPr/pStyle"), "val"))
        if numbered is None:
            return style
        number = attribute(numbered.find("numId"), "val") or (style[0] if style else "")
        depth = _integer(attribute(numbered.find("ilvl"), "val"), style[1] if style else 0)
        return (number, depth) if number else None

    def _written(self, number: str, depth: int, counts: dict[int, int]) -> str:
        level = self.levels[number, depth]
        if level.form in ("bullet", "none"):
            return ""
        mark = level.pattern
        for above in range(depth + 1):
            known = self.levels.get((number, above), level)
            count = counts.get(above, known.start)
            mark = mark.replace(f"%{above + 1}", numeral(count, known.form))
        return mark + " " if mark[-1:].isascii() and mark[-1:].isalnum() else mark


def numeral(count: int, form: str) -> str:
    """A count in one of Word's forms: (2, "chineseCounting") -> "二", (2, "upperLetter") -> "B"."""
    if form in ("decimal", "decimalZero") or not 0 < count < 1000:
        return f"{count:02}" if form == "decimalZero" else str(count)
    return _FORMS.get(form, str)(count)


def _picked(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if count <= len(signs) else str(count)


def _letter(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    for value, sign in _ROMAN:
        if count >= value:
            return sign + _roman(count - value)
    return ""


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "chineseLegalSimplified",
            "ideographDigital",
            "japaneseCounting",
            "japaneseDigitalTenThousand",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "taiwaneseDigital",
        ),
        lambda count: to_chinese(count),
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _picked(_CIRCLED)),
    "decimalEnclosedParen": lambda count: f"（{count}）",
    "decimalFullWidth": lambda count: str(count).translate({48 + n: 0xFF10 + n for n in range(10)}),
    "ideographTraditional": _picked(_STEMS),
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}


def numbering_of(numbering: Element | None, styles: Element | None) -> Numbering:
    """The lists defined in numbering.xml and the styles of styles.xml that number by themselves."""
    lists = Numbering()
    if numbering is None:
        return lists
    abstract = {attribute(each, "abstractNumId"): each for each in numbering.iter("abstractNum")}
    for number in numbering.iter("num"):
        _add_list(lists, number, abstract)
    named = {attribute(style, "styleId"): style for style in _all(styles, "style")}
    for name, style in named.items():
        place = _style_place(style, named)
        if place:
            lists.styles[name] = place
    return lists


def _all(root: Element | None, tag: str) -> list[Element]:
    return [] if root is None else list(root.iter(tag))


def _add_list(lists: Numbering, number: Element, abstract: dict[str, Element]) -> None:
    own = attribute(number, "numId")
    kind = attribute(number.find("abstractNumId"), "val")
    restarted = number.find("lvlOverride/startOverride") is not None
    lists.kin[own] = own if restarted else f"abstract {kind}"
    definition = abstract.get(kind)
    for level in _all(definition, "lvl"):
        depth = _integer(attribute(level, "ilvl"))
        lists.levels[own, depth] = _level(level)
    for override in number.iter("lvlOverride"):
        depth = _integer(attribute(override, "ilvl"))
        inner, start = override.find("lvl"), override.find("startOverride")
        if inner is not None:
            lists.levels[own, depth] = _level(inner)
        elif start is not None and (own, depth) in lists.levels:
            old = lists.levels[own, depth]
            begin = _integer(attribute(start, "val"), 1)
            lists.levels[own, depth] = Level(old.pattern, old.form, begin)


def _level(level: Element) -> Level:
    return Level(
        attribute(level.find("lvlText"), "val"),
        attribute(level.find("numFmt"), "val", "decimal"),
        _integer(attribute(level.find("start"), "val"), 1),
    )


def _style_place(style: Element, styles: dict[str, Element]) -> tuple[str, int] | None:
    """The list of a style or of the nearest style it is based on."""
    current: Element | None = style
    for _ in range(_BASED_ON):
        if current is None:
            return None
        number = attribute(current.find("pPr/numPr/numId"), "val")
        if number:
            return number, _integer(attribute(current.find("pPr/numPr/ilvl"), "val"))
        current = styles.get(attribute(current.find("basedOn"), "val"))
    return None


def _integer(words: str, default: int = 0) -> int:
    return int(words) if words.isdecimal() and len(words) < 9 else default
