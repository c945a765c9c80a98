"""400万是已经发了还是预计的: in which sense the letter gives a figure, as one of the two asked."""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import sentence
from assistant.dialogue.answering.statements import say
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching import Fit
from knowledge import Commitment, Indicator

_AHEAD = "预计|预估|估计|目标|计划|打算|承诺|将要|准备"
_SENSE = rf"[^，。是]{{0,8}}?(?:{_AHEAD}|已经?|实际|目前|现有|现在|新增|新增加|总共|总数|累计)[^，。是]{{0,6}}?"
WHICH_MEASURE = re.compile(rf"(?:是|算)(?P<one>{_SENSE})还是(?P<other>{_SENSE})[呢啊呀]*[？?]*$")
_SENSES = {
    "预计": "预计|预估|估计",
    "目标": "目标|计划|打算|承诺|将要|准备|要",
    "新增": "新增|新的|新",
    "增量": "增加|增长|新增",
}
_THERE_IS = "已|实际|目前|现有|现在|总|累计|完成|了"


def answer_which_measure(inquiry: Inquiry) -> Answer | None:
    """The one of the two that the figure's own measure is; None where that is neither or both."""
    asked = WHICH_MEASURE.search(inquiry.question.text)
    found = _figure(inquiry) if asked else None
    if asked is None or found is None:
        return None
    words = re.compile(_SENSES.get(measure_of(found.evidence), _THERE_IS))
    right = [said for said in (asked["one"], asked["other"]) if words.search(said)]
    if len(right) != 1:
        return None
    return say(f"是{right[0]}：{sentence(found.evidence)}", sentence(found.evidence), [found])


def _figure(inquiry: Inquiry) -> Fit | None:
    """The figure of the number named, or the one the other words name."""
    numbers = inquiry.question.numbers
    if not numbers:
        ranked = ranked_figures(inquiry)
        return ranked[0][0] if ranked else None
    rows = inquiry.candidates.of(Indicator, Commitment)
    return next((f for f in rows if any(value_is(n, f.evidence) for n in numbers)), None)
