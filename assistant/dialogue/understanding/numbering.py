"""Numbers in a question: claims (知名品牌是52个吧), ordinals (第二个呢), counts of a name (四大…).

>>> claims_of("知名品牌是52个吧", frozenset({"个"}))
(Number(value=Decimal('52'), unit='个', text='52个'),)
"""

import re
from collections.abc import Collection
from decimal import Decimal

from assistant.dialogue.question import Number
from knowledge import find_numbers, parse_number

_ORDINAL = re.compile(
    r"^(?:那|选|看|要|就|我选|我要)?第?([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:个|项|条|家|种|者|位)?(?:呢|吧|是什么|是啥|是哪个|怎么样)?[。？！]?$"
)
_NO_CLAIM_AFTER = re.compile(
    r"大(?!于)|个字|字|类|种|方面|届|次|号|年|月|日|点|级|期|天|A|岁|多少|以上的|[路楼]"
)
_NO_CLAIM_BEFORE = re.compile(r"(?:第|哪|前|每|这|那|任何|另外|其他|一共哪|上|下|平均|举|点名)$")
_ASKED = re.compile(r"对(?:吗|吧|不|么|头|$)")  # 400万对吗 counts no pairs
# 一万五, 258.4, 400万 are told as figures; 一, 两 alone are not
_LARGE = re.compile(
    r"[.]|[0-9][百千万亿]|[一二两三四五六七八九十]{1,3}[百千万亿][一二两三四五六七八九]"
)
_NONE_AT_ALL = re.compile(r"一.[^，。]{0,12}[都也](?:没|不|未)")  # 一件都没有
_TOGETHER = re.compile("一起(?![案事诉投侵纠])")
_REACHED = 100  # what is come up to; 上3次 counts times
_SPENT = re.compile(r"[奖补贷款费钱]|资助|融资|投资|资金|投入|拨付")

# 一个, and what it is
_THING = re.compile(r"[个种项家](?![吗呢吧了呀啊对是都也])[\u4e00-\u9fff]{2}")


def claims_of(text: str, counters: Collection[str]) -> tuple[Number, ...]:
    """The numbers a question claims or asks after, with their units."""
    found = []
    for start, end, value in find_numbers(text):
        before, after = text[:start], text[end:]
        if _NONE_AT_ALL.match(text[start:]) or _TOGETHER.match(text[start:]):
            continue
        if text[start:end] == "一" and _is_article(before, after):
            continue
        reached = before.endswith("上") and value >= _REACHED  # 能不能上14500
        if _NO_CLAIM_AFTER.match(after) or _NO_CLAIM_BEFORE.search(before) and not reached:
            continue
        if re.match(r"[A-Za-z]", after) or re.search(r"[A-Za-z第]$", before):
            continue
        unit = _unit_of(after, counters) or _money(text[start:end], text)
        if not unit and re.fullmatch(r"(?:19|20)[0-9]{2}", text[start:end]):
            continue
        if unit or text[start:end].isdigit() or _LARGE.search(text[start:end]):
            found.append(Number(value, unit, text[start:end] + unit))
    return tuple(found)


def _is_article(before: str, after: str) -> bool:
    """在申报一个市长质量奖 claims no number; 只有一个, 是一个 do."""
    thing = _THING.match(after) is not None and not re.search("多少|几", after)  # 一个补多少
    return thing and bool(before) and before[-1] not in "是有只才就仅共了达到为占差少多剩"


def _unit_of(after: str, counters: Collection[str]) -> str:
    if _ASKED.match(after):
        return ""
    percent = re.match(r"%|个百分点", after)
    if percent:
        return percent.group()
    for size in (4, 3, 2, 1):
        if after[:size] in counters and len(after[:size]) == size:
            return after[:size]
    return "元" if after[:1] in ("块", "钱", "元") else ""


def _money(number: str, text: str) -> str:
    """400万 of what is spent is money."""
    return "元" if number[-1:] in ("万", "亿") and _SPENT.search(text) else ""


def ordinal_of(text: str) -> int | None:
    """第二个呢 -> 2; None when the text is no bare ordinal."""
    found = _ORDINAL.match(text.strip())
    if not found:
        return None
    value = parse_number(found.group(1))
    return int(value) if value is not None and value == int(value) else None


def close(one: Decimal, other: Decimal) -> bool:
    """The same figure, written with more or fewer decimals."""
    return one == other
