"""市级以上: the figures of a thing at one level and all levels above it, added up."""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import unit_of
from assistant.dialogue.answering.sums import add_up
from assistant.dialogue.matching.standings import LEVEL_UP
from knowledge import Evidence, Indicator

_RISING = (("区级", "县级", "区县级"), ("市级",), ("省级", "省部级"), ("国家级",))


def answer_upward(inquiry: Inquiry) -> Answer | None:
    """市级以上龙头企业: of 市级, 省级 and 国家级 together, where the letter counts each."""
    rows = [row for level in _from(inquiry) if (row := _at_level(inquiry, level)) is not None]
    kinds = {_kind(row) for row in rows}
    units = {unit_of(row) for row in rows}
    if len(rows) < 2 or len(kinds) > 1 or len(units) > 1:
        return None
    return add_up(rows)


def _from(inquiry: Inquiry) -> list[str]:
    """The level asked and those above it."""
    found = LEVEL_UP.search(inquiry.question.text)
    if not found:
        return []
    lowest = next((at for at, names in enumerate(_RISING) if found[1] in names), len(_RISING))
    return [names[0] if found[1] not in names else found[1] for names in _RISING[lowest:]]


def _at_level(inquiry: Inquiry, level: str) -> Evidence | None:
    """The figure of the thing at this level."""
    question = inquiry.question
    words = tuple(
        replace(word, text=level, forms=(level,))
        if word.text.startswith(_lowest(inquiry))
        else word
        for word in question.words
    )
    said = replace(question.qualifiers, level=frozenset({level}))
    text = LEVEL_UP.sub(level, question.text)
    asked = replace(question, text=text, words=words, qualifiers=said)
    ranked = ranked_figures(inquiry.with_question(asked, Indicator))
    return ranked[0][0].evidence if ranked else None


def _lowest(inquiry: Inquiry) -> str:
    found = LEVEL_UP.search(inquiry.question.text)
    return found[1] if found else "\x00"


def _kind(row: Evidence) -> str:
    """What is counted, whatever the level."""
    name = str(getattr(row.fact, "name", ""))
    return re.sub("国家级|省部?级|市级|区县级|[区县]级", "", name)
