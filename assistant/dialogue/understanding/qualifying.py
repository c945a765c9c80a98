"""Qualifiers of a question: measure, status, level, year, place.

>>> qualify("2021年新增国家级", date(2022, 10, 1), lexicon).years
frozenset({2021})
"""

import re
from datetime import date

from assistant.dialogue.question import Qualifiers
from knowledge import Lexicon, parse_number

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
_TARGET = re.compile(
    r"还要(?=[^，。]{1,3}(?:多少|几))|要(?:净增|再增|做|干|冲|达|完成|实现|增|新增|建|搞|升|提高|提升|增加|增长|办|新建|到|涨|有)到?|计划|目标|力争|争取|打算|准备(?=达|做|新)|预定|(?<![制认评核确指])定[的在到]|应该?达到|需要?达到|必须|将增?至?|会到|想(?:达|做|搞|弄|升|提高|增加)到|确保|保证(?=增|达|完成|实现|新)"
)
_STOCK = re.compile(
    r"(?:[去今前上]年|[0-9]{2}年)年?[底末](?=[^，。要新增]*$)|截[止至]|现有|目前|现在|当前|如今|眼下|已有|已经有|现存|手里头?|手头|截止目前|截至目前|到现在|至今|实有|存量|这会儿|如今"
)
_INCREASE = re.compile(
    r"比(?:去年|上年)(?:呢|$)|(?:比|较)(?:去年|上年|上一年|上年末|去年末|去年底|前年)[^，。]{0,4}(?:增|多|涨|提高|上升|少|降|下降)|(?:比|较)(?:去年|上年|上年末|去年同期)(?:同期)?(?:增加|多|涨|提高)"
)
_NEW = re.compile(
    r"新增|净增|增添|冒出|新授权|新认定|新注册|新培育|新建|新获|新添|新(?=认|授|增|批|拿)|增加了?(?!到)|多了"
)
_NEWLY = re.compile("新(?:培育|认定|获批|申报|通过|发布|建成|获得|建设)")  # a measure, no status
_ALREADY = re.compile(r"已经?.{1,24}了(?:吗|没|么|吧|$)|已经?是|已经成为|成了|拿下了?|评上了?|当上")
_EXPECTED = re.compile(r"预计|估计|预期|预估")
_SINCE = re.compile(
    r"(?:去年|今年|上年|(?:19|20)[0-9]{2}年)以来|(?:比|较|跟|和|与|同)(?:去年|上年|上一年|前年|上年末|去年末|去年底|(?:19|20)[0-9]{2}年?)(?:同期|末|底|年底|相比|比)?"
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
    r"[几个多少各哪归属由向前古全本我咱们该这那各园地景社辖城专开特禁库产业高新技术发经济保税工厂小住的是和在有与问]"
)


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
    text = _SINCE.sub("", text)
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


def _measures(text: str) -> frozenset[str]:
    named = {
        "新增": _NEW.search(text),
        "目标": _TARGET.search(text),
        "存量": _STOCK.search(text),
        "预计": _EXPECTED.search(text),
        "增量": _INCREASE.search(text),
    }
    found = {name for name, hit in named.items() if hit}
    # 今年要新增几个 asks for the target; the increase is its subject
    if "增量" in found:
        return frozenset({"增量"})
    return frozenset(found - {"新增"} if "目标" in found else found)


def _members(text: str, kind: str, lexicon: Lexicon) -> frozenset[str]:
    """Names of the members of a class whose words stand in the text, the longest words first."""
    found: set[str] = set()
    pairs = [
        (word, one.name)
        for one in lexicon.qualifiers.get(kind, ())
        for word in dict.fromkeys((one.name, *one.words))
    ]
    for word, name in sorted(pairs, key=lambda pair: -len(pair[0])):
        if word in text:
            found.add(name)
            text = text.replace(word, "\x00")
    return frozenset(found)


def _statuses(text: str, lexicon: Lexicon) -> frozenset[str]:
    found = _members(_NEWLY.sub("新增", text), "status", lexicon)
    return found | {"已获"} if _ALREADY.search(text) else found


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
