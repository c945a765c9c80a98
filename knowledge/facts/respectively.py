"""分别: whose each figure of a row is, where as many names stand before it.

"“甲茶”“乙茶”获证明商标，品牌价值分别为60亿元和22亿元" -> 甲茶, 乙茶. Figures of years (2020年、2021年分别…) are left to `indicators.py`.
"""

import re

_EACH = re.compile("分别|依次")
_END = re.compile("[。；！？\n]")
_NAME = "[\u4e00-\u9fff]{2,10}"
# words that lead to the first name of a list, or follow the last one
_LEADING = re.compile("^(?:目前|现有|其中|全[区县市省]|我[区县市省]|已|在|对|将|为|到|至|于|从)+")
_TRAILING = re.compile(
    "等?[两三四五六七八九十0-9]+[个家所条座处][\u4e00-\u9fff]*$|等[\u4e00-\u9fff]*$|的[\u4e00-\u9fff]+$"
)
_VERB = re.compile("[为有是达增减建完投]")


def owners(text: str, row: int, size: int) -> tuple[str, ...]:
    """The names that the figures of a row of this size, which begins there, belong to; () for none."""
    each = list(_EACH.finditer(text, 0, row))
    if size < 2 or not each or _END.search(text, each[-1].end(), row):
        return ()
    before = text[_last_end(text, each[-1].start()) : each[-1].start()]
    return _quoted(before, size) or _listed(before, size)


def _last_end(text: str, at: int) -> int:
    return max((found.end() for found in _END.finditer(text, 0, at)), default=0)


def _quoted(text: str, size: int) -> tuple[str, ...]:
    """“甲”“乙”: as many names in quotation marks, one behind another."""
    for run in reversed(list(re.finditer("“[^“”]{1,16}”(?:[、和与及]?“[^“”]{1,16}”)+", text))):
        names = tuple(re.findall("“([^“”]+)”", run[0]))
        if len(names) == size:
            return names
    return ()


def _listed(text: str, size: int) -> tuple[str, ...]:
    """甲、乙和丙 in a clause of its own or right before 分别: as many names, none with a verb."""
    for clause in reversed(re.split("[，：（）]|分别|依次", text)):
        names = _names(clause)
        if len(names) == size:
            return names
    return ()


def _names(clause: str) -> tuple[str, ...]:
    bare = _TRAILING.sub("", _LEADING.sub("", clause))
    parts = bare.split("、")
    last = re.split("[和与及]", parts[-1])
    names = (*parts[:-1], *(last if len(last) == 2 else parts[-1:]))
    told = len(names) > 1 and all(re.fullmatch(_NAME, n) and not _VERB.search(n) for n in names)
    return tuple(names) if told else ()
