"""还缺多少: what one sentence says is needed, less what it says is there.

核定编制46名，实有38人 leaves 8; 需资金7.5亿元，已落实4.1亿元 leaves 3.4亿元. A promise and the present figure of the
same thing are the business of `gaps`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import lessened, of_alike, value
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import zones_of
from assistant.dialogue.question import Question
from knowledge import Evidence, Indicator

SHORT_OF = re.compile(
    r"(?:还|仍|尚)?[差缺欠](?!不多|额|口|点|距|勤)|还(?:剩|有)[^，。]{0,6}没|还[要需得](?:再)?(?:投|花|筹|招|配|补|拨|建|改|修)"
)
_NEEDED = re.compile("需(?!要?解决)|应(?:有|配)|核定|编制|总投资|概算|预算|计划|任务")
_TARGET = re.compile("(?:目标|计划)(?:任务|数)?")
_THERE = re.compile(
    "实有|在[编岗册]|现有|实际|到位|已经?(?:完成|落实|投入|下达|拨付|筹集|筹措|争取|安排|建成|改造|配备)"
)
_PERSONS = frozenset("人名位个")


def answer_shortfall(inquiry: Inquiry) -> Answer | None:
    """The need less what is there, both of one sentence that bears all that was asked."""
    if not SHORT_OF.search(inquiry.question.text):
        return None
    held = inquiry.with_question(_without_lack(inquiry.question), Indicator)
    for found in held.candidates.fits:
        if found.missing or found.conflicts or not _touches(found):
            continue
        for needed, there in _pairs(held, found.evidence):
            return lessened(needed, there, "还差")
    return None


def _without_lack(question: Question) -> Question:
    """What is lacking, without the words of lacking and of doing."""
    kept = tuple(
        replace(w, soft=w.soft or not w.name) for w in question.words if not SHORT_OF.search(w.text)
    )
    bare = replace(question.qualifiers, measure=frozenset(), status=frozenset())
    return replace(question, words=kept, unit="", numbers=(), qualifiers=bare)


def _touches(found: Fit) -> bool:
    return any(support.value in ("core", "own", "quote") for _, support in found.support)


def _pairs(inquiry: Inquiry, row: Evidence) -> Iterator[tuple[Evidence, Evidence]]:
    """A figure needed and the next one of its sentence that is there, one of them this."""
    beside = sorted(
        (
            f.evidence
            for f in inquiry.candidates.of(Indicator)
            if f.evidence.quote == row.quote and f.evidence.letter.id == row.letter.id
        ),
        key=_at,
    )
    for needed in beside:
        target = _TARGET.search(zones_of(needed).own)  # 新增4215人，完成全年目标任务6500人的64.8%
        later = (
            one for one in beside if (_at(one) < _at(needed) if target else _at(one) > _at(needed))
        )
        there = next((one for one in later if of_alike(needed, one, _PERSONS)), None)
        if there is None or row not in (needed, there):
            continue
        own = zones_of(there).own
        told = target or _NEEDED.search(zones_of(needed).own) and _THERE.search(own)
        if told and value(needed) > value(there):
            yield needed, there


def _at(row: Evidence) -> int:
    return row.fact.place.own.start if isinstance(row.fact, Indicator) else 0
