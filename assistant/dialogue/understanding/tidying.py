"""A message as typed -> the plain text the rest of the understanding works on.

At most LIMIT characters go further: a pasted book must not keep others waiting.
"""

import re
import unicodedata

from knowledge import fold

LIMIT = 1_000  # characters of a message that reach jieba and rapidfuzz

_EMOJI = re.compile("[\U0001f000-\U0001faff☀-➿⬀-⯿️‍⃣\U000e0000-\U000e007f]")
_PICTURE_WORDS = re.compile(r"\[[\u4e00-\u9fff]{1,4}\]")  # WeChat's [微笑]
_REPEATED = re.compile(r"([？！。，、~…·.\-—])\1+")
_LETTERS = re.compile(r"(?<![A-Za-z])([A-Z]) (?=[A-Z](?![A-Za-z]))")  # A A A级
_LONE = re.compile(r"(?<![^ ])([\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?: |$))")


def tidy(text: str) -> str:
    """Fold the text, without emoji, control characters and doubled marks.

    >>> tidy("請問知名品牌有幾個？？？😀")
    '请问知名品牌有几个？'
    """
    short = _PICTURE_WORDS.sub(" ", _EMOJI.sub(" ", text[:LIMIT]))
    plain = "".join(c if _printable(c) else " " for c in short)
    # blanks are kept: in 社区食堂 现有 目标 they part the words
    folded = " ".join(
        fold(piece).text for piece in _LETTERS.sub(r"\1", _LONE.sub(r"\1", plain)).split()
    )
    return _REPEATED.sub(r"\1", folded[:LIMIT].replace("~", " ")).strip()


def has_words(text: str) -> bool:
    """Is there anything to understand: a letter, a digit or a Chinese character?"""
    return any(c.isalnum() for c in text)


def _printable(char: str) -> bool:
    return char in "\n\t" or unicodedata.category(char)[0] != "C"
