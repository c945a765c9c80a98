"""Titles: the title of a letter among the lines of its head, be it broken over lines."""

import re
from collections.abc import Sequence

from knowledge.facts.lines import Line, joined
from knowledge.facts.zones import is_agency

_BEGINS = re.compile(r"^[\u4e00-\u9fff（）·、\d]{0,40}?(?:关于|对|就)|^[“《]?关于")
_IS_TITLE = re.compile(
    r"(?:建议|提案|议案|意见|社情民意|信息|来信).*(?:答复|复函|答覆|回复|函复|函|办理情况|意见|情况|报告|说明)"
)
_ENDS = re.compile(
    r"(?:答复|复函|答复函|答覆|回复|回函|函|函复|复文|办理情况|会办意见|协办意见|答复意见|办理意见|情况|报告|说明|的?意见)"
    r"(?:（[^）]{1,20}）)?$"
)
_LONGEST = 5  # lines


def find_title(lines: Sequence[Line]) -> range:
    """The lines of the title in the head of a letter; empty where there is none.

    ["江阳区市场监督管理局文件", "关于区六届人大", "第12号建议的答复函"] -> range(1, 3)
    """
    for start, line in enumerate(lines):
        if not _may_begin(line.text):
            continue
        for end in range(start + 1, min(len(lines), start + _LONGEST) + 1):
            text = joined(part.folded for part in lines[start:end]).text
            if _IS_TITLE.search(text) and _ENDS.search(text):
                return range(_with_agency(lines, start), _with_ending(lines, end))
    return range(0)


def _may_begin(text: str) -> bool:
    if re.match(r"^(?:标题|名称|题目|信息名称|公文名称)[：\]】]", text):
        return False
    return bool(_BEGINS.search(text)) and "。" not in text and not re.search(r"[：|]", text)


def _with_agency(lines: Sequence[Line], start: int) -> int:
    """A line that holds only the agency right above 关于… belongs to the title."""
    above = start - 1
    if above < 0 or not re.match(r"关于|对", lines[start].text):
        return start
    if is_agency(lines[above].text) and not lines[start].gap:
        return above
    return start


def _with_ending(lines: Sequence[Line], end: int) -> int:
    """办理情况 may be followed by 的答复函 on a line of its own."""
    if end < len(lines) and re.fullmatch(
        r"的?(?:答复|复函|答复函|函|回复|意见|情况|报告)(?:（[^）]*）)?|办理情况的?(?:答复|函|答复函|复函|报告|回复)",
        lines[end].text,
    ):
        return end + 1
    return end
