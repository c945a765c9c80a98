"""Asking: the many ways of asking the same, read as one, so that two questions differ by what they
ask.

怎样, 如何 and 咋 ask how; 什么原因 and 怎么回事 ask why. Passages that tell are never touched.
"""

import functools
import re
from collections.abc import Mapping

from knowledge.words import Lexicon


def plainly(text: str, lexicon: Lexicon) -> str:
    """A question in the plainest words of asking: "请问如何办护照" -> "怎么办护照"."""
    pattern, plain = _ways(lexicon)
    return pattern.sub(lambda found: plain[found.lastgroup or ""][found.group()], text)


@functools.lru_cache(maxsize=4)
def _ways(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, dict[str, str]]]:
    """The pattern of all ways of asking, by group, and the plain word for each."""
    asking = lexicon.raw("asking")
    plain = {
        "last": _by_way(asking["last"]),
        "anywhere": _by_way(asking["anywhere"]) | dict.fromkeys(asking["nothing"], ""),
    }
    last, anywhere = (
        "|".join(map(re.escape, sorted(plain[group], key=len, reverse=True)))
        for group in ("last", "anywhere")
    )
    return re.compile(rf"(?P<last>{last})(?=\W*$)|(?P<anywhere>{anywhere})"), plain


def _by_way(words: Mapping[str, list[str]]) -> dict[str, str]:
    return {way: plain for plain, ways in words.items() for way in ways}
