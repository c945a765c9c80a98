"""What no row holds but one sentence says outright: the sentence, when it bears every word asked.

结合什么项目来培育特色产业品牌 -> 结合乡村振兴项目，培育…; the kind of thing asked for (什么项目) must stand in it too.
"""

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.explaining import FORMAL, is_counted, say_sentences
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import (
    CALLED,
    asked_kind,
    asks_a_kind,
    asks_aside,
    asks_doer,
    has_kind,
)
from assistant.dialogue.answering.suiting import suits
from assistant.dialogue.matching import zones_of
from assistant.dialogue.question import Ask
from knowledge import Action, Sentence

# an answer in another form is due: a number, a yes, a name, a reckoning
_OTHER_ASKS = frozenset(Ask) - {Ask.LIST, Ask.EXPLAIN, Ask.TOPIC}
ALONE = 3  # characters from which a single word is enough to go by


def answer_stated(inquiry: Inquiry) -> Answer | None:
    """The sentence that bears every word of the question itself, and the kind of thing asked for."""
    question = inquiry.question
    words = question.required
    if set(question.asks) & _OTHER_ASKS or question.numbers or question.negated or not words:
        return None
    if asks_doer(question.text) or asks_aside(question.text):
        return None
    if Ask.LIST in question.asks and not asks_a_kind(question.text):
        return None
    if asked_kind(inquiry) in CALLED and is_counted(inquiry):
        return None  # 哪些学校: their names would stand in a list
    if len(words) == 1 and len(words[0].text) < ALONE:
        return None
    rows = [
        f
        for f in inquiry.candidates.holding(Sentence, Action)
        if f.core == len(words) and not FORMAL.search(f.evidence.quote) and has_kind(inquiry, f)
    ]
    rows = [f for f in rows if suits(question.text, zones_of(f.evidence).own)]
    return say_sentences(inquiry, rows[:1]) if rows else None
