"""资助工作办完了吗: not yet, where the letter says that it is still going on.

A title under way and a promise to be kept have their rows; this is for what only a sentence tells.
"""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.statements import say
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.standings import status_class
from assistant.dialogue.question import Support, Word
from knowledge import Sentence

_FINISHED = re.compile(
    r"(?:完|好|成|结束|到位|下来|出来|发|办|做|落实|兑现|结)(?:成|毕|结|放|付)?了(?:吗|吧|没有?|么|嘛|不|是吧|对吧|是吗|对不对)?[？?]*$"
)
_GOING_ON = re.compile(r"正在|尚未|还未|仍在|还在|着手|抓紧|之中|推进中|进行中")
_STEP = re.compile(r"[，；。]")
HEADLINE = 60  # characters


def answer_under_way(inquiry: Inquiry) -> Answer | None:
    """还没有, and the clause that says how far it is; None where no sentence speaks of it all."""
    finished = _FINISHED.search(inquiry.question.text)
    words = inquiry.question.words if finished else ()
    before = inquiry.question.text[: finished.start()] if finished else ""
    names = [w for w in words if w.name and w.text in before]
    names = [w for w in names if status_class(w.text) != "已获"]
    for found in inquiry.candidates.of(Sentence, where=lambda f: not f.conflicts):
        clause = _clause(names, found) if names else ""
        if clause:
            return say(f"还没有，函中写的是：{clause}"[:HEADLINE], "", [found])
    return None


def _clause(names: list[Word], found: Fit) -> str:
    """The clause that bears all these names and says that it goes on; "" when none does."""
    borne = found.bears(Support.CORE, Support.OWN)
    if any(w not in borne for w in names):
        return ""
    for clause in _STEP.split(zones_of(found.evidence).own):
        if _GOING_ON.search(clause) and all(any(f in clause for f in w.forms) for w in names):
            return clause
    return ""
