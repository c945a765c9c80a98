"""Things named side by side in short, each spelt out as the letter names it."""

import re
from itertools import takewhile

_STATUS_WORD = re.compile("正在制定|在制定|已发布|新增|新授权|新认定|新注册|申报")
_STATUS = re.compile(rf"(?:[0-9]{{2,4}}年|[今去]年)?({_STATUS_WORD.pattern})的")
_GOAL_OF = re.compile(r"[\u4e00-\u9fff]的(目标|承诺|任务)[值数]?[\s\x00]*$")  # 甲、乙的目标分别是
_TERM = re.compile(r"(?:[\u4e00-\u9fff]{2}){3,8}?(?=的|已|正|在|合|一共|总|共|有|多|几|各|$)")


def spelt_out(parts: list[str], known: frozenset[str]) -> list[str]:
    """国家、行业、地方、团体标准 are 国家标准、行业标准、地方标准、团体标准."""
    ends = [part[at : at + 2] for part in parts for at in range(2, len(part) - 1)]
    tail = next((end for end in ends if parts[0].strip()[-2:] + end in known), "")
    if not tail:
        return parts
    return [
        part.rstrip() + tail if part.strip()[-2:] + tail in known and tail not in part else part
        for part in parts
    ]


def unglued(text: str, known: frozenset[str]) -> str:
    """行业地方团体标准, as dictated: 行业、地方、团体标准."""
    for found in reversed(list(_TERM.finditer(text))):
        tail = found[0][-2:]
        pairs = [found[0][at : at + 2] + tail for at in range(len(found[0]) - 4, -1, -2)]
        kinds = [pair[:2] for pair in takewhile(known.__contains__, pairs)]
        if len(kinds) > 1 and "".join([*reversed(kinds), tail]) not in known:
            end = found.end() - 2
            start = end - 2 * len(kinds)
            text = text[:start] + "、".join(reversed(kinds)) + text[end:]
    return text


def status_of_all(parts: list[str]) -> str:
    """A status said of all that is listed: 正在制定的行业、地方、团体标准."""
    last = _GOAL_OF.search(parts[-1]) if parts else None
    if last and not any(_GOAL_OF.search(part) for part in parts[:-1]):
        return last[1]
    first = _STATUS.match(parts[0].strip()) if parts else None
    if first is None or any(_STATUS.search(part) for part in parts[1:]):
        return ""
    return first[1]


def status_in(text: str) -> str:
    """The words of a status stay with every thing named (正在制定的行业标准、地方标准)."""
    found = _STATUS_WORD.search(text)
    return found.group() if found else ""
