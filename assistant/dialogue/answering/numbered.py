"""A promise called by its place: 第二项承诺, 承诺2, 附件第3行, 最后一项; and those that are not there.

>>> place_in("附件第3行写的是什么", 3), place_in("承诺二什么时候到期", 3), place_in("承诺3项", 3)
(3, 2, None)
"""

import re

from knowledge import parse_number

_NUMERAL = r"[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_PLACES = (
    re.compile(rf"第({_NUMERAL})(?:[项条个件行款栏点]|大项)"),
    re.compile(r"(?:承诺|事项)第?([0-9]{1,2})(?![0-9.]|[项条个件]|[年月日天])"),
    re.compile(r"(?:承诺|事项)([一二三四五六七八九十])(?=$|[的是由，？到什谁何还责完进现期时截])"),
    re.compile(r"(?<![0-9第])([0-9]{1,2})号(?:承诺|事项)"),
)
_LAST = re.compile(r"(?:最后|末尾)(?:那|的)?一?[项条个件行]|末[项条行]|倒数第一[项条个件行]")
_FIRST = re.compile(r"(?:头|首)(?:一)?[项条个件行]|打头的?那?一?[项条个]")
_OF_THE_LIST = re.compile(r"承诺|附件|附表|事项|任务|列表|清单|那张表")


def place_in(text: str, count: int) -> int | None:
    """The place a text names, of so many; it may lie beyond them."""
    for pattern in _PLACES:
        if found := pattern.search(text):
            return int(parse_number(found[1]) or 0)
    if _LAST.search(text):
        return count
    return 1 if _FIRST.search(text) else None


def names_list(text: str) -> bool:
    """Is it the list of promises whose place is named?"""
    return _OF_THE_LIST.search(text) is not None
