"""The ways in which people mistype a question; each takes the question, a dice, and names in
pinyin's reach.

Digits and Latin letters stay as they are: another digit would be another question.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random

from opencc import OpenCC
from pypinyin import lazy_pinyin

Change = Callable[[str, Random, Sequence[str]], str]

CHINESE = re.compile("[一-鿿]")
OPENINGS = (
    "你好，请问一下，",
    "麻烦问下哈，",
    "那个，嗯，",
    "不好意思打扰了，我想问问",
    "帮我查一下，",
)
CLOSINGS = ("，谢谢", "呀", "，麻烦了", "呢，急用", "，辛苦了哈")
# the level-one characters of GB 2312: the 3,755 that people type by mistake, ordered by sound
FIRST_ROW, LAST_ROW = 0xB0, 0xD7


def homophone(question: str, dice: Random, names: Sequence[str]) -> str:
    """One character becomes another of the same sound: 注册商标 -> 注册伤标."""
    for place in _shuffled_places(question, dice):
        same = [char for char in _by_sound()[_sound(question[place])] if char != question[place]]
        if same:
            return question[:place] + dice.choice(same) + question[place + 1 :]
    return question


def dropped(question: str, dice: Random, names: Sequence[str]) -> str:
    """One character is missing: 有效注册商标 -> 有效注册商."""
    places = _shuffled_places(question, dice)
    return question[: places[0]] + question[places[0] + 1 :] if places else question


def swapped(question: str, dice: Random, names: Sequence[str]) -> str:
    """Two neighbours change places: 发明专利 -> 明发专利."""
    for place in _shuffled_places(question, dice):
        pair = question[place : place + 2]
        if len(pair) == 2 and CHINESE.match(pair[1]):
            return question[:place] + pair[::-1] + question[place + 2 :]
    return question


def traditional(question: str, dice: Random, names: Sequence[str]) -> str:
    """The whole question in traditional characters."""
    return str(_to_traditional().convert(question))


def pinyin_name(question: str, dice: Random, names: Sequence[str]) -> str:
    """A name in pinyin, with or without blanks: 大足冬菜 -> dazu dongcai."""
    there = [name for name in names if name in question]
    if not there:
        return question
    name = dice.choice(there)
    between = dice.choice(["", " "])
    return question.replace(name, f" {between.join(lazy_pinyin(name))} ")


def filler(question: str, dice: Random, names: Sequence[str]) -> str:
    """Polite words around the question."""
    bare = question.rstrip("？?。")
    return dice.choice(OPENINGS) + bare + dice.choice(CLOSINGS)


def unpunctuated(question: str, dice: Random, names: Sequence[str]) -> str:
    """As dictated: no punctuation at all."""
    return re.sub("[，。？！、；：“”‘’（）?!,;:]", "", question)


CHANGES: Mapping[str, Change] = {
    "homophone": homophone,
    "dropped": dropped,
    "swapped": swapped,
    "traditional": traditional,
    "pinyin_name": pinyin_name,
    "filler": filler,
    "unpunctuated": unpunctuated,
}


def _shuffled_places(question: str, dice: Random) -> list[int]:
    places = [place for place, char in enumerate(question) if CHINESE.match(char)]
    dice.shuffle(places)
    return places


def _sound(char: str) -> str:
    return lazy_pinyin(char)[0]


@cache
def _by_sound() -> Mapping[str, list[str]]:
    sounds: dict[str, list[str]] = defaultdict(list)
    for row in range(FIRST_ROW, LAST_ROW + 1):
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", "ignore")
            if char:
                sounds[_sound(char)].append(char)
    return sounds


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")
