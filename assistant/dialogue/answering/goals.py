"""What is aimed at: all targets (要达到哪些目标), and one in words instead of a figure (实现零的突破)."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label, short, value_of
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching.zones import folded_text
from knowledge import Action, Commitment, Indicator, Sentence

_REACHED = re.compile(
    r"(?:实现|达到|做到|完成|力争)[^，。；]{0,6}(?:突破|全?覆盖|清零|归零|翻番|翻一番|达标)"
)
_CLAUSES = re.compile("[，。；：]")
TARGETS = re.compile(
    r"(?:哪些|哪几个?|什么|几个).{0,6}(?:目标|指标|任务)|(?:目标|指标)(?:有|是|都|分别)?(?:哪些|哪几|什么)"
    r"|[要得该](?=.{0,4}[达到成]).{0,6}(?:什么|啥|何种|怎样的?)(?:程度|水平|份上|目标|样子?)"
)


def answer_goal_in_words(inquiry: Inquiry) -> Answer | None:
    """PCT专利目标是多少: the clause that names the thing and what it is to come to."""
    required = inquiry.question.required
    if "目标" not in inquiry.question.qualifiers.measure or not required:
        return None
    figures = inquiry.candidates.holding(Indicator, Commitment)
    if any(len(required) == found.core for found in figures):
        return None
    for found in inquiry.candidates.of(Sentence, Action):
        for clause in _CLAUSES.split(folded_text(found.evidence.quote)):
            borne = all(any(form in clause for form in word.forms) for word in required)
            if borne and _REACHED.search(clause) and not re.search("[0-9]", clause):
                proof = (Proof(found.evidence),)
                return Answer("answer", clause, clause, proof, focus=(found.evidence,))
    return None


def answer_targets(inquiry: Inquiry) -> Answer | None:
    """要达到哪些目标: every target that bears the words."""
    if not TARGETS.search(inquiry.question.text):
        return None
    rows = [
        f.evidence
        for f in inquiry.candidates.holding(Indicator, Commitment)
        if f.core and measure_of(f.evidence) == "目标" and value_of(f.evidence) is not None
    ]
    if not rows:
        return None
    rows.sort(
        key=lambda row: (
            row.fact.place.own.start if isinstance(row.fact, Indicator | Commitment) else 0
        )
    )
    names = [f"{label(r)}{short(r)}" if isinstance(r.fact, Indicator) else label(r) for r in rows]
    return Answer(
        kind="list",
        headline="；".join(names)[:60],
        body="；".join(names),
        proofs=tuple(Proof(row) for row in {row.quote: row for row in rows}.values()),
        focus=tuple(rows),
        names=tuple(names),
    )
