"""Things named side by side in short, each spelt out as the letter names it."""

import re
from collections.abc import Collection
from itertools import takewhile

from knowledge import Library

_STATUS_WORD = re.compile("正在制定|在制定|已发布|新增|新授权|新认定|新注册|申报")
_STATUS = re.compile(rf"(?:[0-9]{{2,4}}年|[今去]年)?({_STATUS_WORD.pattern})的")
_STATUS_SAID = re.compile(rf"{_STATUS_WORD.pattern}|正在|发布|制定")
_STATUS_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff]{2}[里中当面\s都各共\x00])\s*(?<!参与)(正在(?:(?![的各])[\u4e00-\u9fff]){1,2}|在?制定|已?发布)"
)
_GOAL_OF = re.compile(r"[\u4e00-\u9fff]的(目标|承诺|任务)[值数]?[\s\x00]*$")  # 甲、乙的目标分别是
_ABBREVIATED = re.compile(r"[\u4e00-\u9fff]([\u4e00-\u9fff])(?:[\u4e00-\u9fff]\1)+")
_TERM = re.compile(r"(?:[\u4e00-\u9fff]{2}){3,8}?(?=的|已|正|在|合|一共|总|共|有|多|几|各|$)")


def spelt_out(parts: list[str], known: frozenset[str]) -> list[str]:
    """国家、行业、地方、团体标准 are 国家标准、行业标准、地方标准、团体标准."""
    ends = [
        part[at : at + 2]
        for part in parts
        for at in range(2, len(part) - 1)
        if part[at - 2 : at + 2] in known
    ]
    in_short = [part.strip()[-2:] for part in parts if not _is_whole(part, known)]
    first = "" if _is_whole(parts[0], known) else parts[0].strip()[-2:]
    tail = next((end for end in ends if first and first + end in known), "")
    if not tail:
        return parts
    return [
        part.rstrip() + tail
        if (own := part.strip()[-2:]) in in_short and own + tail in known and tail not in part
        else part
        for part in parts
    ]


def _is_whole(part: str, known: frozenset[str]) -> bool:
    """Does it end in a kind spelt out (行业标准)?"""
    return len(part.strip()) > 3 and part.strip()[-4:] in known


def unglued(text: str, known: frozenset[str], short: Collection[str] = ()) -> str:
    """行业地方团体标准, as dictated: 行业、地方、团体标准; 国标地标 is 国标、地标."""
    text = _ABBREVIATED.sub(lambda found: _parted(found[0], short), text)
    for found in reversed(list(_TERM.finditer(text))):
        tail = found[0][-2:]
        pairs = [found[0][at : at + 2] + tail for at in range(len(found[0]) - 4, -1, -2)]
        kinds = [pair[:2] for pair in takewhile(known.__contains__, pairs)]
        if len(kinds) > 1 and "".join([*reversed(kinds), tail]) not in known:
            end = found.end() - 2
            start = end - 2 * len(kinds)
            text = text[:start] + "、".join(reversed(kinds)) + text[end:]
    return text


def parted(text: str, joint: re.Pattern[str], library: Library) -> list[str]:
    """The text cut at its joining words; none is cut out of a longer word (马德里商标)."""
    inside = {
        at
        for word, start, end in library.cutter.cut(text)
        if len(word) > 2 and (word in library.lexicon.words or word in library.names.known)
        for at in range(start + 1, end)
    }
    parts, last = [], 0
    for found in joint.finditer(text):
        if found.start() not in inside:
            parts.append(text[last : found.start()])
            last = found.end()
    return [*parts, text[last:]]


def _parted(run: str, short: Collection[str]) -> str:
    """A run of words of two characters with commas between, where each is another word in short."""
    words = [run[at : at + 2] for at in range(0, len(run), 2)]
    return "、".join(words) if all(word in short for word in words) else run


def status_of_all(parts: list[str]) -> str:
    """A status said of all that is listed, before or behind: 正在制定的行业、地方、团体标准,
    国标、行标里正在编的.
    """
    last = _GOAL_OF.search(parts[-1]) if parts else None
    if last and not any(_GOAL_OF.search(part) for part in parts[:-1]):
        return last[1]
    behind = _STATUS_BEHIND.search(parts[-1]) if parts else None
    if behind and not any(_STATUS_SAID.search(part) for part in parts[:-1]):
        return f"{behind[1]}的"
    first = _STATUS.match(parts[0].strip()) if parts else None
    if first is None or any(_STATUS.search(part) for part in parts[1:]):
        return ""
    return first[1]


def status_in(text: str) -> str:
    """The words of a status stay with every thing named (正在制定的行业标准、地方标准)."""
    found = _STATUS_WORD.search(text)
    return found.group() if found else ""
