"""Where the words in front of a figure begin: behind the last mark, or before a bracket.

"其中执业（助理）医师2473人" -> from 其中 on. What they say is the business of `naming`.
"""

import re

_MARKS = "，；。：！？（）\n"
_SHORT = "(?![一二三四五六七八九十]+$)(?:[\u4e00-\u9fff]{1,4}|[A-Za-z0-9.]{2,8})"  # （一） numbers, （助理） is part of a name
_THING = re.compile("[\u4e00-\u9fff]{3,16}(?:中心|工程|项目|场|园|馆|院|厂|站|路|桥|校|基地|小区)")
_NOUN = re.compile("(?![建设有新增完成开办安配共达为是])[\u4e00-\u9fff]{1,6}")


def clause_start(text: str, at: int) -> int:
    """Where the clause around a place begins: behind the last mark."""
    return max(text.rfind(mark, 0, at) for mark in _MARKS) + 1


def before_short_bracket(text: str, clause: int, figure: int) -> int:
    """执业（助理）医师2473人: the name goes on behind a short bracket."""
    if text[clause - 1 : clause] != "）" or clause == figure:
        return clause
    opening = text.rfind("（", 0, clause)
    inner = text[opening + 1 : clause - 1]
    within = opening > 0 and re.fullmatch(_SHORT, inner)
    named = _NOUN.fullmatch(text, clause, figure) and text[opening - 1] not in _MARKS
    return clause_start(text, opening) if within and named else clause


def named_before_bracket(text: str, left: int, taken: int) -> str:
    """适龄女生（13—14岁）共14260人: the name stands in front of the bracket that ends at `left`."""
    opening = text.rfind("（", 0, left) if text[left - 1 : left] == "）" else -1
    start = clause_start(text, opening) if opening > 0 else 0
    return text[start:opening] if opening > 0 and not start < taken <= opening else ""


def topic_of_bracket(text: str, figure: int) -> str:
    """市级养老服务中心（设计床位500张，总投资1.35亿元）: what stands before, if it counts nothing itself."""
    opening = text.rfind("（", 0, figure)
    name = text[clause_start(text, opening) : opening] if opening > 0 else ""
    return name if _THING.fullmatch(name) else ""
