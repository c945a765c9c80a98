"""Whose area a question means: another district's figures, or those of the city above, are not the
letter's.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.dialogue.matching.zones import Zones, folded_text
from assistant.dialogue.question import Question
from knowledge import Commitment, Evidence, Indicator, Listing, Recognition, divisions_in

_WHOLE = re.compile(r"[全我本咱贵你]们?.$")


def names_area(question: Question, agencies: Iterable[str]) -> bool:
    """Whether a question names any area, so that the facts of these agencies must be looked at."""
    return bool(question.qualifiers.places) or any(
        _named_above(question.text, agency) for agency in agencies
    )


def area_conflict(question: Question, evidence: Evidence, zones: Zones) -> str:
    """The place of the question that is not this fact's, in words; "" when there is none."""
    return _place(question, evidence, zones) or _above(question.text, evidence, zones)


def _place(question: Question, evidence: Evidence, zones: Zones) -> str:
    places = question.qualifiers.places
    if not places:
        return ""
    own_area = folded_text(evidence.letter.letter.agency or evidence.letter.letter.title or "")
    for place in places:
        if place in zones.core or place in zones.own or _leads(place, zones):
            continue
        if not _is_own_area(place, own_area):
            return f"地区不同：{place}"
    return ""


def _leads(place: str, zones: Zones) -> bool:
    """凤山镇28个行政村中，已建成…11个: the place at the head of the sentence is that of its figures."""
    before = zones.quote[: max(zones.quote.find(zones.own), 0)]
    at = before.rfind(place)
    return at >= 0 and place[-1] not in before[at + len(place) :] + zones.own


def _above(asking: str, evidence: Evidence, zones: Zones) -> str:
    """重庆市有多少件: the city above the letter's district is not the district."""
    if not isinstance(evidence.fact, Indicator | Commitment | Recognition | Listing):
        return ""
    for upper, named in _named_above(asking, evidence.letter.letter.agency or ""):
        if named not in zones.core and named not in zones.own:
            return f"地区不同：{upper}"
    return ""


@lru_cache(maxsize=1_000)
def _named_above(asking: str, agency: str) -> tuple[tuple[str, str], ...]:
    """The divisions above an agency's own that a question names, each as it is named there."""
    divisions = divisions_in(folded_text(agency))
    named = []
    for upper, below in zip(divisions, divisions[1:], strict=False):
        stem = upper[:-1] if len(upper) > 2 else upper
        found = re.search(rf"{stem}{upper[-1]}?(?!{upper[-1]}?{below[:-1]})", asking)
        if found:
            named.append((upper, found[0]))
    return tuple(named)


def _is_own_area(place: str, area: str) -> bool:
    """Is the place the letter's own district, and not the city above it?

    >>> _is_own_area("江阳区", "云州市江阳区市场监督管理局"), _is_own_area("全市", "云州市江阳区…")
    (True, False)
    """
    divisions = divisions_in(area)
    if _WHOLE.match(place):
        return not divisions or place[-1] in {division[-1] for division in divisions[-1:]}
    for at in (m.end() for m in re.finditer(re.escape(place), area)):
        if not re.match(r"[\u4e00-\u9fff]{2,4}?[区县]", area[at : at + 5]):
            return True
    return False
