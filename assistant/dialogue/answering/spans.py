"""Over how many months a question itself reckons: 7月到12月, 下半年, 剩下的7个月."""

import re

from knowledge import parse_number

_MONTH = "([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份|初|底)?"
_FROM_TO = re.compile(
    rf"{_MONTH}(?:开始|起|算起)?[，]?(?:到|至|-|—)(?:今年|当年)?(?:{_MONTH}|年底|年末)"
)
_COUNTED = re.compile("([0-9]{1,2}|[两二三四五六七八九十]{1,2})个月")
# some other beginning than today, damaged or not understood: 从六月到底
_FROM = re.compile("从(?!现|今天|目前|眼下|此|这)[^，。]{0,4}[月到至]")
_HALF = re.compile("(?<!一年)半年")
YEAR_END = 12


def months_asked(text: str) -> int:
    """The months a question names, first and last counted in; 0 when it names none.

    >>> months_asked("7月到12月每月平均要多少"), months_asked("平均每个月要多少")
    (6, 0)
    """
    found = _FROM_TO.search(text)
    if found:
        first, last = (parse_number(part) if part else YEAR_END for part in found.groups())
        return max(int((last or 0) - (first or 0)) + 1, 0)
    counted = _COUNTED.search(text)
    if counted:
        return int(parse_number(counted[1]) or 0)
    return 6 if _HALF.search(text) else 0


def names_other_months(text: str) -> bool:
    """Does it speak of a stretch of time that months_asked cannot tell?"""
    return not months_asked(text) and _FROM.search(text) is not None
