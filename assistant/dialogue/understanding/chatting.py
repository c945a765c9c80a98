"""Talk that asks the letter nothing: greetings, thanks, who are you, orders to the bot, opinions.

The words are data (lexicon/patterns/talk.yaml).

>>> chat_of("您好！")
<Ask.SMALLTALK: 'smalltalk'>
"""

import functools
import re

from assistant.dialogue.question import Ask
from knowledge import compiled

_CIVIL = ("greeting", "thanks", "bye")


def chat_of(text: str) -> Ask | None:
    """What kind of talk this is, when it is talk and no question about a letter."""
    if _says("order", text):
        return Ask.REFUSE
    bare = text.strip(" ，。！？~…")
    if len(bare) <= 12 and _says("praise", bare) and not _says("asking", text):
        return Ask.SMALLTALK
    if _says("about", bare) and len(bare) <= 24 and not _says("calling", bare):
        return Ask.HELP
    if len(bare) <= 16 and _only_talk(bare):
        return Ask.SMALLTALK
    if _says("opinion", bare):
        return Ask.OPINION
    if _says("abuse", bare):
        return Ask.SMALLTALK
    return None


def is_praise(text: str) -> bool:
    """Is it said that an answer was good?"""
    return _says("praise", text)


def is_abuse(text: str) -> bool:
    """Is somebody calling names?"""
    return _says("abuse", text)


def _says(talk: str, text: str) -> bool:
    return _talk()[talk].search(text) is not None


@functools.cache
def _talk() -> dict[str, re.Pattern[str]]:
    """What people say that is no question, by name."""
    return compiled("talk", re.IGNORECASE)


def _only_talk(text: str) -> bool:
    """Greetings, thanks and good-byes and nothing else, be it several (嗨，在吗)."""
    pieces = [piece for piece in re.split(r"[ ，。！？~…]+", text) if piece]
    return (
        any(_whole(civil, text) for civil in _CIVIL)
        or bool(pieces)
        and all(any(_whole(civil, piece) for civil in _CIVIL) for piece in pieces)
    )


def _whole(talk: str, text: str) -> bool:
    """Does the talk begin the text, and is nothing left that could be a question?"""
    found = _talk()[talk].match(text)
    return found is not None and found.end() > 0 and not text[found.end() :].strip(" ，。！？")


def without_politeness(text: str) -> str:
    """The text without its polite opening and its thanks at the end.

    >>> without_politeness("您好，请问联系人是谁，麻烦了")
    '联系人是谁'
    """
    bare = _talk()["closing"].sub("", text) or text
    if softly := _talk()["softly"].search(bare):  # 哪个签的嘛 is no yes or no
        bare = bare[: softly.start("end")]
    knowing = _talk()["knowing"].fullmatch(bare)
    bare = knowing["asked"] if knowing else bare  # 知道谁在管商标不: not whether it is known
    found = _talk()["polite"].match(bare)
    if not found or found.end() >= len(bare) or bare[found.end()] == "们":
        return bare
    return bare[found.end() :].strip(" ，。！：") or bare
