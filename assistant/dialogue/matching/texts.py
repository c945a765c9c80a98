"""Does a word stand in a text: itself, by another name, in short, or with more words inside?"""

import re
from functools import lru_cache

from assistant.dialogue.question import Word

_LONG = 5  # characters of a term whose parts tell it even apart
APART = 4  # characters between the halves of a term
_TAILS = "奖点者性数量化度式类款版处性方们"


def stands_in(forms: tuple[str, ...], text: str, whole: bool) -> bool:
    """Any form of the word, or both halves of a compound (商标许可 in 商标专利的许可)."""
    long = forms[0]
    if long[0].isascii() and long[0].isalpha():
        return _apart(forms, text)
    for form in forms:
        if form in text:
            return True
    if len(long) < 3:
        return False
    if long[-1] in _TAILS and long[:-1] in text and not (long[-1] == "奖" and len(long) == 3):
        return True  # 质量奖 is not in 质量提升
    return not whole and any(
        long[:cut] in text and long[cut:] in text for cut in range(2, len(long) - 1)
    )


def _apart(forms: tuple[str, ...], text: str) -> bool:
    """Latin letters stand for themselves: A级 is not in AA级."""
    return any(_by_itself(form).search(text) for form in forms)


@lru_cache(maxsize=1_000)
def _by_itself(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(form)}", re.I)


def shortens(word: str, label: str) -> bool:
    """Is the word the fact's name in short: 公办园 for 公办幼儿园?"""
    if len(word) < 3 or not label or word[-1] != label[-1] or len(label) > len(word) + 6:
        return False
    rest = iter(label)
    return all(char in rest for char in word)


def drawn_apart(word: Word, label: str) -> bool:
    """Is the term the fact's name with more words inside: 知识产权试点 of 知识产权教育试点学校?"""
    term = word.text
    if not word.whole or len(term) < _LONG or not label or term[:2] not in label:
        return False
    for cut in range(3, len(term) - 1):
        at = label.find(term[:cut])
        if at >= 0 and label.find(term[cut:], at + cut) >= 0:
            return True
    return False


def turned_round(word: Word, label: str) -> bool:
    """危桥改造 is 改造危桥: a doing and its thing, in the other order."""
    term = word.text
    return bool(label) and any(term[cut:] + term[:cut] in label for cut in range(2, len(term) - 1))


def in_halves(term: str, sentence: str) -> bool:
    """财政资金 of a sentence on 财政扶持资金: in a sentence the halves of a term may stand a little apart."""
    if len(term) < 4:
        return False
    halves = [(term[:cut], term[cut:]) for cut in range(2, len(term) - 1)]
    return any(
        one in sentence and other in sentence and _close(one, other).search(sentence)
        for one, other in halves
    )


@lru_cache(maxsize=1_000)
def _close(one: str, other: str) -> re.Pattern[str]:
    between = f"[^，。；、：和及与]{{0,{APART}}}"
    return re.compile(f"{one}{between}{other}|{other}{between}{one}")
