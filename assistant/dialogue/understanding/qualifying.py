"""Qualifiers of a question: measure, status, level, year, place.

The words of measure and status are data (lexicon/patterns/qualifiers.yaml and
lexicon/qualifiers.yaml).

>>> qualify("2021年新增国家级", date(2022, 10, 1), lexicon).years
frozenset({2021})
"""

import functools
import re
from datetime import date

from assistant.dialogue.question import Qualifiers
from knowledge import Lexicon, compiled, parse_number

RELATIVE_YEARS = {
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "今年": 0,
    "本年": 0,
    "当年": 0,
    "年内": 0,
    "明年": 1,
    "来年": 1,
    "下一年": 1,
    "后年": 2,
}
_RELATIVE = re.compile("|".join(sorted(RELATIVE_YEARS, key=len, reverse=True)) + "|今(?=年?年底)")
_YEAR = re.compile(
    r"(?<![0-9.])((?:19|20)[0-9]{2})(?=年|度|$|[^0-9.件个家项万亿元%])|([一二三四五六七八九零〇○]{4})(?=年)|(?<![0-9])([0-9]{2})(?=年(?![前内来间龄期限]|以[上下内]|左右|左近|多|的?老))"
)
_LEVEL = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z0-9]{1,5}级|[1-9]A(?=级|景)|(?:国际|国家|全国|省|部|市|区|县|州|镇|乡|村)级"
)
_LEVEL_SPOKEN = re.compile(r"(国家|省|市|区|县)(?:里头?|上)?的?[那这]?一级")  # 市里头那一级
_AREA = re.compile(r"[全我本咱贵你](?:们)?(?:国|省|市|区|县|州|镇|乡)(?![级长])")
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,3}?(?:自治[区州县]|新区|街道|[区县省乡镇])(?![级长域委间分村镇街])"
)
_UNNAMED = re.compile(
    r"(?<![\u4e00-\u9fffA-Za-z])(?:[甲乙丙丁戊某邻]|[A-Z])[省市区县镇乡村](?![级长])"
)
_NO_PLACE = re.compile(
    r"[几个多少各哪归属由向前古全本我咱们该这那各园地景社辖城专开特禁库产业高新技术发经济保税工厂小住的是和在有与问年比均道厕站了得过着到说听]"
)


_MEASURES = {
    "新增": "new",
    "目标": "target",
    "存量": "stock",
    "预计": "expected",
    "增量": "increase",
}  # measure -> the pattern of its words


def qualify(text: str, today: date, lexicon: Lexicon) -> Qualifiers:
    """What the words say of measure, status, level, year and place."""
    years, relative = years_of(text, today)
    return Qualifiers(
        measure=_measures(text),
        status=_statuses(text, lexicon),
        level=_levels(text),
        years=years,
        relative=relative,
        places=places_of(text),
    )


def years_of(text: str, today: date) -> tuple[frozenset[int], frozenset[str]]:
    """The years named, and the relative words among them; 今年 is the year of the question."""
    text = _wordings()["since"].sub("", text)
    years = {_year(found) for found in _YEAR.finditer(text)} - {0}
    words = {found.group() for found in _RELATIVE.finditer(text)}
    years |= {today.year + RELATIVE_YEARS.get(word, 0) for word in words}
    return frozenset(years), frozenset(words)


def _year(found: re.Match[str]) -> int:
    if found.group(1):
        return int(found.group(1))
    if found.group(2):
        digits = "".join(str(parse_number(c) or 0) for c in found.group(2).replace("○", "零"))
        return int(digits)
    return 2000 + int(found.group(3))


@functools.cache
def _wordings() -> dict[str, re.Pattern[str]]:
    return compiled("qualifiers")


def _measures(text: str) -> frozenset[str]:
    words = _wordings()
    found = {said for said, name in _MEASURES.items() if words[name].search(text)}
    # 今年要新增几个 asks for the target; the increase is its subject
    if "增量" in found:
        return frozenset({"增量"})
    return frozenset(found - {"新增"} if "目标" in found else found)


def _members(text: str, kind: str, lexicon: Lexicon) -> frozenset[str]:
    """Names of the members of a class whose words stand in the text, the longest words first."""
    found: set[str] = set()
    for word, name in _words_of(kind, lexicon):
        if word in text:
            found.add(name)
            text = text.replace(word, "\x00")
    return frozenset(found)


@functools.lru_cache(maxsize=8)
def _words_of(kind: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The words of a class with the member each names, the longest first."""
    pairs = [
        (word, one.name)
        for one in lexicon.qualifiers.get(kind, ())
        for word in dict.fromkeys((one.name, *one.words))
    ]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _statuses(text: str, lexicon: Lexicon) -> frozenset[str]:
    words = _wordings()
    found = _members(words["newly"].sub("新增", text), "status", lexicon)
    return found | {"已获"} if words["already"].search(text) else found


def _levels(text: str) -> frozenset[str]:
    """国家级, 市级, AA级, 4A as they stand."""
    spoken = {f"{found}级" for found in _LEVEL_SPOKEN.findall(text)}
    return frozenset(found.upper() for found in _LEVEL.findall(text)) | spoken


def places_of(text: str) -> frozenset[str]:
    """Districts, counties and provinces named with their suffix, and 全区, 全市 … as words.

    >>> sorted(places_of("江津区的商标")), sorted(places_of("四大产业园区"))
    (['江津区'], [])
    """
    named = {found for found in _PLACE.findall(text) if not _NO_PLACE.search(found[:-1])}
    return frozenset(named | set(_AREA.findall(text)) | set(_UNNAMED.findall(text)))
