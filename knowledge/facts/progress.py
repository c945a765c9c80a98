"""Progress: the present figure that a commitment's target is to be measured against."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from knowledge.glossary import Commitment, Indicator

STANDING = {"存量", "数量", "累计", "占比"}  # measures that say how much there is now
ALIKE = 60  # rapidfuzz ratio of the figure's name and what the promise is about
GROWTH = ("新增", "增加", "增长", "新建")  # promises of more, not of a total
UP_TO = r"(?:增加|增长|扩大|提高|提升|降低|下降|减少|缩短|发展|增|降|升)[到至]"
AROUND = re.compile(rf"\d{{4}}年|全[区市县省国]|力争|{UP_TO}|达到?|突破|[—·]+|[\d.,]+.*$")


def current_of(goal: Commitment | Indicator, indicators: Iterable[Indicator]) -> Indicator | None:
    """The standing figure that a promise, or a figure that is a target, speaks of; or None.

    2022年全区有效注册商标达到14500件 -> the indicator 有效注册商标 14036件 (same unit, nearest name);
    新增知名品牌5个 -> None, since a total says nothing of how many were added.
    """
    text, unit = _said(goal)
    if unit is None or any(word in re.sub(UP_TO, "", text) for word in GROWTH):
        return None
    about = AROUND.sub("", text)
    fitting = [
        (fuzz.ratio(about, fact.name), fact)
        for fact in indicators
        if fact.measure in STANDING and fact.unit == unit and fact.place.own != goal.place.own
    ]
    best = max(fitting, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _said(goal: Commitment | Indicator) -> tuple[str, str | None]:
    """What a goal is about and its unit; no unit where it has no figure."""
    if isinstance(goal, Indicator):
        return goal.name, goal.unit
    return goal.text, None if goal.target is None else goal.target_unit
