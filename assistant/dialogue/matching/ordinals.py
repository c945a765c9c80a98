"""Which of several: 第三届, 一级, 二期, 60岁以上 of a question that a fact says otherwise."""

import re

from assistant.dialogue.matching.zones import Zones
from knowledge import (
    Commitment,
    Evidence,
    Indicator,
    parse_number,
)

ORDINAL = re.compile(r"第([0-9一二三四五六七八九十]+)([届批期轮次])")
OTHER_TIME = re.compile("[上下]一?(?:届|轮|期)(?!人大|政协|会)|往届|历届|上上届")
PHASE = re.compile(r"([0-9一二三四五六七八九十])期(?![间限末初内])")
GRADE = re.compile(r"第?([一二三四五六七八九特])([级类档])(?![别型])")
AGE = re.compile(r"([0-9]{1,3})周?岁")
_AGES = re.compile(r"([0-9]{1,3})(?:周?岁)?[-—–~至到]{1,2}([0-9]{1,3})周?岁")
_OLDEST = 150  # years
_AGE_FROM = re.compile(r"([0-9]{1,3})周?岁(?:及?以上|含以上)")
THRESHOLD = re.compile(r"([0-9.]+(?:年|人|米|公里|平方米|吨|张|[万亿]?元|层|级|座|%)以[上下内])")


def other_ordinal(asking: str, zones: Zones) -> str:
    """第三届 is not 第四届."""
    for found in ORDINAL.finditer(asking):
        printed = {m[1]: m[0] for m in ORDINAL.finditer(zones.quote) if m[2] == found[2]}
        if printed and _in_digits(found[1]) not in map(_in_digits, printed):
            return f"届次不同：{'、'.join(printed.values())}"
    other = OTHER_TIME.search(asking)
    return f"届次不同：{other[0]}" if other and other[0] not in zones.quote else ""


def other_grade(asking: str, zones: Zones) -> str:
    """二级 is not 三级, where the figure or its sentence tells grades apart."""
    for found in GRADE.finditer(asking):
        for text in (zones.label + zones.own, zones.quote):
            printed = {m[1] for m in GRADE.finditer(text) if m[2] == found[2]}
            asked = {m[1] for m in GRADE.finditer(asking) if m[2] == found[2]}
            if printed and not printed & asked:
                return f"等级不同：{found[0]}"
            if printed:
                break
    return ""


def told_otherwise(pattern: re.Pattern[str], kind: str, asking: str, zones: Zones) -> str:
    """三期 is not 二期, 80岁以上 not 60岁以上: what the sentence does not name."""
    asked = {_in_digits(found) for found in pattern.findall(asking)}
    own = pattern.findall(zones.own)  # 60岁以上3元，80岁以上5元: each has its own
    leading = zones.quote.partition(zones.own)[0] if pattern is AGE else zones.quote
    printed = {_in_digits(found) for found in own or pattern.findall(leading)}
    return "" if asked <= printed else f"{kind}不同：{'、'.join(sorted(asked - printed))}"


def other_age(asking: str, zones: Zones) -> str:
    """65岁 is one of 60至69岁; where ages are printed, it has to be in them."""
    asked = [int(age) for age in AGE.findall(asking)]
    bounds = [(int(low), int(high)) for low, high in _AGES.findall(zones.own)]
    bounds += [(int(low), _OLDEST) for low in _AGE_FROM.findall(_AGES.sub("", zones.own))]
    if bounds and _AGE_FROM.search(asking) is None:
        inside = all(any(low <= age <= high for low, high in bounds) for age in asked)
        return "" if inside else f"年龄不同：{'、'.join(map(str, asked))}岁"
    return told_otherwise(AGE, "年龄", asking, zones)


def other_threshold(asking: str, evidence: Evidence, zones: Zones) -> str:
    """20年以上管网 is not all of them: the limit has to stand with the figure."""
    if not isinstance(evidence.fact, Indicator | Commitment):
        return ""
    asked = set(THRESHOLD.findall(asking))
    own = asked <= set(THRESHOLD.findall(zones.own + zones.core))
    return "" if own else f"界限不同：{'、'.join(sorted(asked))}"


def _in_digits(ordinal: str) -> str:
    return str(parse_number(ordinal))
