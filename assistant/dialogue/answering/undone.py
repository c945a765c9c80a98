"""还有几个没改: those counted in a sentence less those it says are done.

发现问题137个，已整改131个 leaves 6; 护理员710人，持证590人 leaves 120 without. Totals and their parts are the business of
`rests`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import lessened, of_alike, value
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text, zones_of
from assistant.dialogue.question import Question, Support, Word
from knowledge import Evidence, Indicator

UNDONE = re.compile(
    "(?:还没有?|没有?|尚未|未)(?P<done>[\u4e00-\u9fff]{1,3}?)(?:完|好|掉)?(?:的|了)?(?=$|[，。？呢啊呀有是还几多一])|(?P<empty>空[着置]|闲置)"
)
_IN_USE = "入住"  # of what is empty the letter counts what is in use
_COUNTED_ALIKE = frozenset("人名位个件项家处起宗条户座张")


def answer_undone(inquiry: Inquiry) -> Answer | None:
    """Those counted less those done, both in one sentence."""
    asked = UNDONE.search(inquiry.question.text)
    if not asked:
        return None
    done = asked["done"] or _IN_USE
    held = inquiry.with_question(_without(inquiry.question, asked[0], done), Indicator)
    for found in held.candidates.fits:
        if found.missing or not _is_of_it(found):
            continue
        for part in _done_of(held, found.evidence, done):
            return lessened(found.evidence, part)
    return None


def _without(question: Question, said: str, done: str) -> Question:
    """What is counted, without the doing that is denied."""

    def speaks(word: Word) -> bool:
        return word.text in said or done in word.text and not word.name

    kept = tuple(
        replace(w, soft=w.soft or len(w.text) == 1) for w in question.words if not speaks(w)
    )
    bare = replace(question.qualifiers, measure=frozenset(), status=frozenset())
    return replace(
        question,
        words=kept,
        unit="",
        numbers=(),
        negated=False,
        qualifiers=bare,
        text=question.text,
    )


def _is_of_it(found: Fit) -> bool:
    """The figure itself is named so, at least in one word."""
    return any(s in (Support.CORE, Support.OWN) for _, s in found.support)


def _done_of(inquiry: Inquiry, whole: Evidence, done: str) -> Iterator[Evidence]:
    """The next figure of the sentence that says how many of them are done."""
    mine = whole.fact
    for found in sorted(inquiry.candidates.of(Indicator), key=lambda f: f.row.at):
        row, fact = found.evidence, found.evidence.fact
        if not isinstance(fact, Indicator) or not isinstance(mine, Indicator):
            continue
        behind = row.quote == whole.quote and fact.place.own.start > mine.place.own.start
        named = folded_text(fact.name + (fact.status or "")) + zones_of(row).own
        told = done in named and done not in folded_text(mine.name)
        if behind and told and of_alike(row, whole, _COUNTED_ALIKE) and value(row) < value(whole):
            yield row
