"""Fractions in words as hundredths: 两成 is 20%, 超过一半 is 超过50%, 占三分之二 is 占66.7%."""

import re

from knowledge import parse_number

_TENTHS = re.compile("([一二两三四五六七八九])成(?![为立果功员本长都熟绩交])")
_HALF = re.compile(
    "(?:(?<=[占过到足有少])|(?<=占了))(?:一半|半数)|(?:一半|半数)(?=以上|以下|多|不到)"
)
_OVER_HALF = re.compile("(?<!超)过半(?![个年月天小数百里径])")
_PART = re.compile("([二三四五六七八九十]{1,2})分之([一二两三四五六七八九]{1,2})")


def in_hundredths(text: str) -> str:
    """The same text with its fractions as percentages; 百分之九十 is left as it is."""
    text = _TENTHS.sub(lambda found: f"{(parse_number(found[1]) or 0) * 10}%", text)
    text = _OVER_HALF.sub("超过50%", text)
    text = _HALF.sub("50%", text)
    return _PART.sub(_as_percent, text)


def _as_percent(found: re.Match[str]) -> str:
    whole, part = parse_number(found[1]), parse_number(found[2])
    if not whole or part is None or part > whole:
        return found[0]
    return f"{round(part * 100 / whole, 1).normalize():f}%"
