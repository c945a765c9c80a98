"""主要原因有哪些, 难在哪里: what stands under the heading of reasons and troubles."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.explaining import FORMAL, PHASE_WORD, SHOWN
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Sentence

_ASKED = re.compile(r"原因|问题|困难|难点|难处|短板|瓶颈|难在|卡在|为什么|为何|为啥|不足")
_NAMED = re.compile(r"原因|问题|困难|难点|短板|瓶颈|不足")
# headings looked under when the question names none, in this order
_HEADS = ("原因", "困难", "难点", "短板", "不足", "存在的问题", "存在问题")


def answer_troubles(inquiry: Inquiry) -> Answer | None:
    """The sentences under the first such heading that bear what else is asked."""
    text = inquiry.question.text
    if not _ASKED.search(text):
        return None
    rows = _bearing(inquiry)
    heads = [*_NAMED.findall(text), *_HEADS]
    under = next(filter(None, (_under(rows, head) for head in heads)), {})
    found = list(under.values())[: SHOWN + 1]
    if not found:
        return None
    said = (re.sub(r"\s+", "", folded_text(f.evidence.quote)).rstrip("；。") for f in found)
    return Answer(
        kind="answer",
        headline="；".join(said)[:60],
        proofs=tuple(Proof(f.evidence) for f in found),
        focus=tuple(f.evidence for f in found),
        quoted=True,
    )


def _bearing(inquiry: Inquiry) -> list[Fit]:
    words = inquiry.question.required
    asking = "|".join(_ASKED.findall(inquiry.question.text))  # 难 of 难在哪里 need not be borne
    left = {
        w
        for w in words
        if not (PHASE_WORD.match(w.text) or _NAMED.search(w.text) or w.text in asking)
    }
    rows = [
        f
        for f in inquiry.candidates.of(Sentence)
        if not (f.conflicts or left & {*f.missing} or FORMAL.search(f.evidence.quote))
    ]
    return sorted(rows, key=lambda f: f.row.at)


def _under(rows: list[Fit], word: str) -> dict[str, Fit]:
    """The sentences below a heading that holds the word, each once."""
    return {f.evidence.quote: f for f in rows if any(word in head for head in f.evidence.headings)}
