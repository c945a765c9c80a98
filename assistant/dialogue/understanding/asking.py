"""Question words -> what is asked for.

>>> [ask.value for ask in asks_of("注册商标离目标还差多少件")]
['gap', 'figure']

The patterns are data (lexicon/patterns/asking.yaml) and stand in order: what is more particular
comes first and stays first among the asks. The words matched are masked, so that they do not count
as content.
"""

import functools
import re

from assistant.dialogue.question import Ask
from knowledge import compiled, patterns

MASK = "\x00"
_PERSONS = re.compile("人(?![才员大])")


def asks_of(text: str) -> tuple[Ask, ...]:
    """What is asked, the most particular first; empty when no question word is there."""
    return mask(text)[0]


def mask(text: str) -> tuple[tuple[Ask, ...], str]:
    """The asks, and the text with question words replaced by MASK characters."""
    asks: list[Ask] = []
    for ask, pattern in _wordings():
        masked = pattern.sub(lambda found: MASK * len(found.group()), text)
        if masked != text:
            asks.append(ask)
            text = masked
    return tuple(dict.fromkeys(asks)), text


def asked_unit(text: str) -> str:
    """The measure word asked for: 家 in 许可使用多少家, 万元 in 多少万元."""
    tell = _measures()
    found = tell["asked"].search(text)
    money = tell["money"].search(text) is not None
    if found and found.group(1) == "块" and not money and not tell["paid"].search(text):
        return ""  # 牌子有几块 counts signboards
    if found and found.group(1) == "个" and _PERSONS.match(text, found.end()):
        return "人"  # 农委有几个人
    if found and found.group(1) and not (found.group(1) == "款" and money):
        return found.group(1)
    return "钱" if money and not tell["other_unit"].search(text) else ""


@functools.cache
def _wordings() -> tuple[tuple[Ask, re.Pattern[str]], ...]:
    """The ways of asking, in their order."""
    return tuple((Ask(name), re.compile(pattern)) for name, pattern in patterns("asking"))


@functools.cache
def _measures() -> dict[str, re.Pattern[str]]:
    """What tells the measure word asked for."""
    return compiled("measures")
