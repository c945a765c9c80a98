"""The headings of a letter as an answer: 主要工作措施分为哪三个方面."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Sentence

_PARTS = re.compile(r"方面|部分|哪几|哪[二三四五]|几块|几条|哪些|哪几大|分为|包括")


def answer_headings(inquiry: Inquiry) -> Answer | None:
    """主要工作措施分为哪三个方面: the headings below the one named."""
    text = inquiry.question.text
    if not _PARTS.search(text):
        return None
    below: dict[str, Fit] = {}
    for found in sorted(inquiry.candidates.of(Sentence), key=start_of):
        heads = found.evidence.headings
        if len(heads) > 1 and bare_heading(heads[0]) and bare_heading(heads[0]) in text:
            below.setdefault(bare_heading(heads[1]), found)
    if len(below) < 2:
        return None
    return Answer(
        kind="list",
        headline="；".join(below)[:60],
        body="；".join(below),
        proofs=tuple(Proof(f.evidence) for f in below.values()),
        focus=tuple(f.evidence for f in below.values()),
        names=tuple(below),
        quoted=False,
    )


def bare_heading(heading: str) -> str:
    """A heading without its number and full stop."""
    return re.sub(r"^[一二三四五六七八九十（）()0-9、.．]+|[。．]$", "", folded_text(heading))


def start_of(found: Fit) -> int:
    place = getattr(found.evidence.fact, "place", None)
    return place.quote.start if place else 0
