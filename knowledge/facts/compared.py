"""Figures beside another they are held against: the former of two, the year before, by how much."""

import re

_VERSUS = re.compile(
    "[比较](?![上去前往同]|年初|[0-9])([\u4e00-\u9fff]{2,8}?)(?:要|约|还)?([高低多少])出?(?:约|近)?$"
)
_YEAR = re.compile(r"[比较从由]((?:19|20)\d\d)年[底末]?的$")
_RISES = re.compile("(提高|上升|增加|增长|扩大|提升|下降|降低|减少|缩短|调整|压缩)[到至为]")


def former(text: str, start: int, end: int) -> str:
    """占比由52%提高到71%: the first of the two is what it was before, 提高前; "" of any other."""
    rises = _RISES.match(text, end)
    return f"{rises[1]}前" if rises and text[:start].endswith(("由", "从")) else ""


def versus(text: str, clause: int, figure: int) -> str:
    """比沿海低2100元 is by how much: 低于沿海, and no figure of what is compared."""
    found = _VERSUS.search(text, clause, figure)
    if not found:
        return ""
    return ("低于" if found[2] in "低少" else "高于") + found[1]


def year_compared(text: str, figure: int) -> str:
    """比2022年的1860万元: the year of what is compared with."""
    found = _YEAR.search(text, 0, figure)
    return found[1] if found else ""
