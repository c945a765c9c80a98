"""One message -> the questions in it, and the story around them.

The words that tell them apart are data (lexicon/patterns/stories.yaml).

>>> [p.text for p in split("今年奖励了多少主体？多少事项？一共多少钱？")]
['今年奖励了多少主体', '多少事项', '一共多少钱']
"""

import functools
import re
from dataclasses import dataclass

from knowledge import compiled

LONG = 30  # characters from which two clauses before the question are a story
_ASKED = re.compile(r"[^？！。；\n]+(?=？)")
_ENDS = re.compile(r"[？！。；\n]+")
_ENUMERATED = re.compile(
    r"(?:^|(?<=[？。；，\s]))(?:[1-9](?:[、）]|[.](?![0-9]))|[1-9](?=\s)|[一二三四]是|第[一二三四]，)\s*"
)
_EACH = re.compile(r"(哪几[类种个项])(?=各有?(?:多少|几))")  # dictated: 分哪几类各有多少
# 公开了多少家多少项 asks of one thing in two measures
_TWICE = re.compile(
    r"(?:^|(?<=[，。？！；\n]))([^，。？！；多少几\n]*?[\u4e00-\u9fff]{2})((?:多少|几)(?:[家件项个条名人位种类批次]|万元|[钱元亩户]))(?:和|、|，|还有)?((?:多少|几)(?:[家件项个条名人位种类批次]|万元|[钱元亩户]))(?![\u4e00-\u9fff])"
)
# 涉及几个乡镇几个村委会
_COUNTED = re.compile(
    r"(几[个家条所座项种名][\u4e00-\u9fff]{2,5}?)(?=几[个家条所座项种名][\u4e00-\u9fff]{2,5}$)"
)
# 奖了多少主体多少件多少钱; but 农产品多少服务业多少, each behind its thing
_MANY = re.compile(r"(?:多少|好多)[^，。、多少几]{1,9}(?=多少|好多)")
_MANY_DONE = re.compile(r"[了共奖补给励]$")


@functools.cache
def _words() -> dict[str, re.Pattern[str]]:
    return compiled("stories")


def _asks(clause: str) -> bool:
    """Does a clause have a word that asks something?"""
    return _words()["asking"].search(clause) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """分句: a question of the message; `story` is what was told around it."""

    text: str
    story: str = ""


def split(text: str) -> tuple[Piece, ...]:
    """The questions of a message in their order; a message without one is a single piece."""
    plain = _EACH.sub(r"\1，", _ENUMERATED.sub("", text))
    plain = _TWICE.sub(r"\1\2，\1\3", _COUNTED.sub(r"\1，", plain))
    plain = _many_apart(plain)
    asked = {s.strip(" ，") for s in _ASKED.findall(plain)}  # what ends in a question mark
    sentences = [s.strip(" ，") for s in _ENDS.split(plain) if s.strip(" ，")]
    if not sentences:
        return (Piece(text),)
    asking = [s for s in sentences if _asks(s) or s in asked]
    if not asking:
        return (Piece(" ".join(sentences)),) if len(text) < 40 else _last_of(sentences)
    story = "，".join(s for s in sentences if not _asks(s))
    pieces: list[Piece] = []
    for sentence in asking:
        pieces.extend(_split_commas(sentence, story))
    return tuple(pieces)


def _many_apart(text: str) -> str:
    """奖了多少主体多少件多少钱: what was done is said once, and each number asked behind it."""
    first = _MANY.search(text)
    if first is None or not _MANY_DONE.search(text[: first.start()]):
        return text
    return text[: first.start()] + _MANY.sub(r"\g<0>，", text[first.start() :])


def _is_vague(clause: str) -> bool:
    """说他们学校搞什么试点, 怎么才三百多件嘛: told, though it holds a question word."""
    words = _words()
    if words["complains"].search(clause):
        return True
    tells = words["telling"].search(clause) or words["said"].search(clause) or clause[0] in "说听"
    return bool(tells) and words["vague"].search(clause) is not None


def _unframed(clause: str) -> str:
    """有个大爷问我一共几家: what is asked, whoever asked it and wherever it was heard."""
    return _words()["framed"].sub("", clause) or clause


def _last_of(sentences: list[str]) -> tuple[Piece, ...]:
    """A long message without a question word: what comes last is what is wanted."""
    return (Piece(sentences[-1], "，".join(sentences[:-1])),)


def _split_stops(clause: str) -> list[str]:
    """由谁负责、什么时候完成 are two questions; 汽摩、旅游、文创 are names."""
    parts = [part for part in clause.split("、") if part]
    return parts if len(parts) > 1 and all(_asks(part) for part in parts) else [clause]


def _split_dictated(clause: str) -> list[str]:
    """国家标准发布了几项地方标准发布了几项: each thing with its own question behind it."""
    ends = [found.end() for found in _words()["counted"].finditer(clause)]
    if len(ends) < 2 or ends[-1] < len(clause):
        return [clause]
    parts = [clause[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]
    whole = all(len(_words()["counted"].sub("", part)) > 3 for part in parts)
    return parts if whole else [clause]


def _split_commas(sentence: str, story: str) -> list[Piece]:
    """Clauses of a sentence: each asking clause is a question, the others belong to one.

    A clause that tells (we were at dinner …) goes to the story; a plain one is the topic of the
    question after it (注册商标，今年要做到多少).
    """
    clauses = [c.strip() for c in _words()["comma"].split(sentence) if c and c.strip()]
    clauses = [part for clause in clauses for part in _split_stops(clause)]
    clauses = [part for clause in clauses for part in _split_dictated(clause)]
    clauses = [c for c in clauses if not _words()["idle"].fullmatch(c)] or clauses[-1:]
    told_only = sum(not _asks(c) or _is_vague(c) for c in clauses)
    rambling = told_only > 2 or told_only == 2 and len(sentence) > LONG
    pieces: list[Piece] = []
    told = [story] if story else []
    topic = ""
    for at, clause in enumerate(clauses):
        if _is_vague(clause) and any(map(_asks, clauses[at + 1 :])):
            told.append(clause)
        elif _asks(clause):
            pieces.append(Piece((topic + " " + _unframed(clause)).strip(), "，".join(told)))
            topic = ""
        elif len(clauses) > 1 and (
            rambling or _words()["telling"].search(clause) or _words()["said"].search(clause)
        ):
            told.append(clause)
        else:
            topic = (topic + " " + _unframed(clause)).strip()
    if topic and pieces:
        last = pieces.pop()
        pieces.append(Piece((last.text + "，" + topic).strip(), last.story))
    return pieces or [Piece(sentence, story)]
