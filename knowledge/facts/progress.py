"""Progress: the present figure that a commitment's target is to be measured against."""

from collections.abc import Iterable

from knowledge.glossary import Commitment, Indicator

STANDING = {"存量", "数量", "累计", "占比"}  # measures that say how much there is now
ALIKE = 0.6  # share of the figure's name that the promise must hold
GROWTH = ("新增", "增加", "增长")  # promises of more, not of a total


def current_of(commitment: Commitment, indicators: Iterable[Indicator]) -> Indicator | None:
    """The standing figure the promise speaks of: same unit, its name in the promise; or None.

    有效注册商标达到14500件 -> the indicator 有效注册商标 14036件; 新增知名品牌5个 -> None, since a
    total says nothing of how many were added.
    """
    if commitment.target is None or any(word in commitment.text for word in GROWTH):
        return None
    fitting = [
        (_likeness(fact.name, commitment.text), fact)
        for fact in indicators
        if fact.measure in STANDING
        and fact.unit == commitment.target_unit
        and fact.place.own != commitment.place.own
    ]
    best = max(fitting, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > ALIKE else None


def _likeness(name: str, text: str) -> float:
    """The share of the name's characters that the text holds in the same order."""
    at, hits = 0, 0
    for character in name:
        place = text.find(character, at)
        if place >= 0:
            hits, at = hits + 1, place + 1
    return hits / max(len(name), 1)
