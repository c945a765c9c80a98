"""公开属性: whether a letter may be shown to everybody, by the mark that it bears itself.

"公开属性：主动公开" -> 主动公开; "（此件依申请公开）" -> 依申请公开; a letter without a mark -> None.
What an unmarked letter is taken for is not decided here.
"""

import re

from knowledge.words.folding import fold

PUBLIC = "主动公开"
_NAME = r"(?:信息|文件)?公开(?:属性|方式|类别|类型|形式|选项|情况|程度)"
_VALUE = r"(?P<value>主动公开|全文公开|公开发布|依申请公开|(?:不予?|不宜|非)公开|公开)"
_MARKS = (
    re.compile(rf"{_NAME}[：:\s|]*{_VALUE}"),
    re.compile(rf"[（(]?此件{_VALUE}[）)。]?"),
    re.compile(r"^\s*(?P<value>主动公开|依申请公开|不予公开)\s*$", re.MULTILINE),
)
_SAME = {"全文公开": PUBLIC, "公开发布": PUBLIC, "公开": PUBLIC}


def disclosure_of(text: str) -> str | None:
    """主动公开, 依申请公开 or 不予公开, as the letter is marked; None where it is not."""
    folded = "\n".join(fold(line).text for line in text.splitlines())
    found = next((found for mark in _MARKS if (found := mark.search(folded))), None)
    if found is None:
        return None
    value = found["value"]
    if value in _SAME or value == PUBLIC:
        return PUBLIC
    return value if value == "依申请公开" else "不予公开"
