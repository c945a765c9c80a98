"""Which answerers are asked for each kind of question, in order."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.commitments import answer_units
from assistant.dialogue.answering.comparing import (
    answer_comparison,
    answer_most,
)
from assistant.dialogue.answering.computing import answer_difference, answer_share
from assistant.dialogue.answering.counting import count_names
from assistant.dialogue.answering.differing import answer_other_side
from assistant.dialogue.answering.duties import answer_doer
from assistant.dialogue.answering.earlier import answer_year
from assistant.dialogue.answering.explaining import answer_explain, answer_measures
from assistant.dialogue.answering.figures import answer_figure
from assistant.dialogue.answering.gaps import (
    answer_gap,
    answer_growth,
    answer_monthly,
)
from assistant.dialogue.answering.headings import answer_headings
from assistant.dialogue.answering.holders import count_holders
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import asked_kind
from assistant.dialogue.answering.letter_data import answer_claimed, answer_letter
from assistant.dialogue.answering.listings import answer_list
from assistant.dialogue.answering.membership import answer_belonging, answer_either, answer_yesno
from assistant.dialogue.answering.operands import answer_each
from assistant.dialogue.answering.people import answer_about, answer_who
from assistant.dialogue.answering.persons import answer_person_either
from assistant.dialogue.answering.portions import answer_portion, answer_whole
from assistant.dialogue.answering.progress import (
    answer_progress,
)
from assistant.dialogue.answering.ratios import answer_ratio
from assistant.dialogue.answering.remaining import answer_days
from assistant.dialogue.answering.stating import answer_stated
from assistant.dialogue.answering.telling import answer_told
from assistant.dialogue.answering.times import answer_when
from assistant.dialogue.answering.troubles import answer_troubles
from assistant.dialogue.answering.under_way import answer_under_way
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask
from knowledge import Indicator, Listing, Recognition

Answerer = Callable[[Inquiry], Answer | None]

_NUMBER = re.compile("[0-9一二三四五六七八九十]")
_RATIO_NAMED = re.compile("平均|人均|万人|每|率|占比|日均|年均|均价")


def answer_named_ratio(inquiry: Inquiry) -> Answer | None:
    """A figure that is an average itself (万人…, 平均…, …率); no bare operand of one."""
    found = answer_figure(inquiry)
    rows = found.proofs if found else ()
    named = any(_RATIO_NAMED.search(getattr(proof.evidence.fact, "name", "")) for proof in rows)
    return found if named else None


def answer_numbered_field(inquiry: Inquiry) -> Answer | None:
    """第几号, 几月几日: a field of the letter that holds a number; 几项 is not answered by a title."""
    found = answer_letter(inquiry)
    counted = bool(inquiry.question.unit) and Ask.FIGURE in inquiry.question.asks
    if found and counted and not _NUMBER.search(found.headline):
        return None
    return found


def answer_kind_listed(inquiry: Inquiry) -> Answer | None:
    """放开授权的是哪几个牌子: what kind of thing is listed need not be told where the rest is."""
    question = inquiry.question
    kind = asked_kind(inquiry)
    areas = [folded_text(head.letter.agency or "") for head in inquiry.heads()]
    told = [w for w in question.required if w.text != kind and not any(w.text in a for a in areas)]
    if not kind or not told:  # 重庆市有哪些品牌 tells nothing but where
        return None
    rows = inquiry.candidates.of(Listing, Recognition, Indicator)
    if not any(all(w.text == kind for w in found.missing) for found in rows):
        return None
    words = tuple(replace(w, soft=w.soft or w.text == kind) for w in question.words)
    return answer_list(inquiry.with_question(replace(question, words=words)))


ANSWERERS: dict[Ask, tuple[Answerer, ...]] = {
    Ask.MONTHLY: (answer_monthly, answer_named_ratio),
    Ask.RATIO: (answer_ratio, answer_named_ratio),
    Ask.GAP: (answer_gap, answer_figure, answer_difference),
    Ask.DIFFERENCE: (answer_difference, answer_comparison),
    Ask.SHARE: (answer_share, answer_other_side),
    Ask.GROWTH: (answer_figure, answer_growth, answer_share),
    Ask.MOST: (answer_most, answer_comparison),
    Ask.COMPARE: (answer_comparison,),
    Ask.DAYS: (answer_days, answer_told),
    Ask.PROGRESS: (answer_progress, answer_gap, answer_under_way, answer_told),
    Ask.UNIT: (answer_units, answer_letter, answer_who, answer_explain, answer_told),
    Ask.WHEN: (answer_letter, answer_when, answer_told),
    Ask.LIST: (
        answer_letter,
        answer_headings,
        answer_list,
        answer_kind_listed,
        answer_measures,
        answer_troubles,
        answer_stated,
        answer_told,
    ),
    Ask.WHO: (
        answer_letter,
        answer_who,
        answer_list,
        answer_doer,
        answer_measures,
        answer_troubles,
        answer_told,
    ),
    Ask.FIGURE: (
        answer_figure,
        answer_year,
        answer_portion,
        answer_whole,
        answer_other_side,
        answer_each,
        answer_letter,
        count_names,
        count_holders,
        answer_told,
    ),
    Ask.EXPLAIN: (
        answer_letter,
        answer_explain,
        answer_troubles,
        answer_about,
        answer_list,
        answer_figure,
        answer_told,
    ),
    Ask.YESNO: (
        answer_person_either,
        answer_either,
        answer_claimed,
        answer_yesno,
        answer_under_way,
        answer_told,
    ),
    Ask.COUNT: (answer_list,),
    Ask.TOPIC: (
        answer_letter,
        answer_belonging,
        answer_figure,
        answer_each,
        answer_list,
        answer_about,
        answer_explain,
        answer_stated,
        answer_told,
    ),
}
