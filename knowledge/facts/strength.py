"""Strength (成色) of a commitment: which of figure, date and responsible unit its words have.

Judges words only, never the unit that wrote them.
"""

import re
from decimal import Decimal
from functools import cache

from knowledge.facts.curated import shipped
from knowledge.facts.vocabulary import vocabulary_of
from knowledge.glossary import Deadline
from knowledge.words.folding import fold
from knowledge.words.numerals import find_numbers

_DATE = re.compile(
    r"(?:\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|第?[一二三四]季度)"
)
_REACHING = re.compile(
    r"(?:达到|达|增至|增加到|提高到|提升到|降至|不少于|不低于|超过|突破|新增|增加|新建|建成|完成|至少|实现)[^\d一二三四五六七八九十]{0,12}$"
)


def find_target(text: str) -> tuple[Decimal, str] | None:
    """The figure promised: "有效注册商标达到14500件" -> (14500, 件); dates are none."""
    plain = re.sub(
        "“[^”]*”|24小时|一[种批些定系]", lambda found: "－" * len(found[0]), fold(text).text
    )
    plain = _DATE.sub(lambda found: "－" * len(found[0]), plain)
    targets: list[tuple[bool, Decimal, str]] = []
    for start, end, _ in find_numbers(plain):
        unit = _unit().match(plain, end)
        value = re.match(r"[\d,.]+(?=万|亿)", plain[start:end])
        if unit or re.search(r"[万亿%]$", plain[start:end]):
            printed = plain[start:end]
            name = unit["u"] if unit else ""
            if value:
                name = printed[value.end() :] + name
            targets.append((bool(_REACHING.search(plain[:start])), _worth(plain[start:end]), name))
    best = next((target for target in targets if target[0]), targets[0] if targets else None)
    return (best[1], best[2]) if best else None


def strength_of(text: str, deadline: Deadline | None, unit_named: bool, target: bool) -> str:
    """三要素齐全, 缺数量, 缺时限、责任单位 …; 仅表态 where there is neither figure nor date.

    Rhythms (每季度) and conditions are dates of a kind; 适时, 逐步 are not.
    """
    timed = deadline is not None and (deadline.precision != "vague" or bool(deadline.latest))
    concrete = target or bool(re.search(r"《[^》]+》|“[^”]+”", text))
    if not target and not timed and not concrete:
        return "仅表态"
    missing = [
        word
        for word, there in (("数量", target), ("时限", timed), ("责任单位", unit_named))
        if not there
    ]
    return "缺" + "、".join(missing) if missing else "三要素齐全"


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"余?(?P<u>{vocabulary_of(shipped()).unit.pattern})")


def _worth(printed: str) -> Decimal:
    """The figure in its printed unit: 1.85万 -> 1.85, 三 -> 3."""
    plain = re.match(r"[\d,]+(?:\.\d+)?", printed)
    if plain:
        return Decimal(plain[0].replace(",", ""))
    found = find_numbers(printed + "个")
    return found[0][2] if found else Decimal(0)
