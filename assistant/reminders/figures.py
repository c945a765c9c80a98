"""A figure as a unit reports it: "14320件 截至9月底 含注销" into value, date words and note. Pure."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from assistant.errors import AssistantError
from assistant.reminders import phrasing
from assistant.reminders.ledger import Entry

FIGURE = re.compile(r"([0-9][0-9,，]*(?:\.[0-9]+)?)\s*([^\s0-9截至到（(]*)")
AS_OF = re.compile(r"(?:截至|截止到?|到)\s*([^\s，,；;）)]+)")
EDGES = " ，,；;（）()"


class Reported(NamedTuple):
    """填报数: what the unit says it has reached."""

    value: Decimal
    as_of: str
    note: str


def reported(words: str, entry: Entry, today: date) -> Reported:
    """The figure in the words; one in another unit than the promised is refused."""
    example = f"/report {entry.number} 14320 截至9月底"
    found = FIGURE.match(words.strip())
    if not found:
        raise AssistantError(f"请写明数字和截至时间，例如：{example}")
    try:
        value = Decimal(found[1].replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise AssistantError(f"看不懂数字“{found[1]}”，例如：{example}") from None
    promised = entry.commitment.target_unit
    if found[2] and promised and found[2] != promised:
        raise AssistantError(f"这项承诺以“{promised}”计，不能登记为“{found[2]}”。")
    rest = words.strip()[found.end() :].strip(EDGES)
    if not (dated := AS_OF.search(rest)):
        return Reported(value, f"截至{phrasing.day_words(today)}", rest)
    note = (rest[: dated.start()] + rest[dated.end() :]).strip(EDGES)
    return Reported(value, f"截至{dated[1]}", note)
