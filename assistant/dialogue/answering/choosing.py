"""Who is asked: the answerers of a question in order, and the first of them that has an answer."""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.arithmetic_words import (
    MONTHLY,
    not_reckoned,
    unused_word,
)
from assistant.dialogue.answering.by_kind import ANSWERERS, Answerer
from assistant.dialogue.answering.conditions import HOW_MANY
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.letter_data import answer_letter
from assistant.dialogue.answering.membership import answer_yesno
from assistant.dialogue.answering.naming_part import whole_of
from assistant.dialogue.answering.overview import answer_overview
from assistant.dialogue.answering.progress import (
    answer_reached,
)
from assistant.dialogue.answering.rules import RULES
from assistant.dialogue.answering.saying import number
from assistant.dialogue.answering.unknown import answer_unknown
from assistant.dialogue.answering.wanted import counts_doers
from assistant.dialogue.question import Ask
from assistant.dialogue.understanding.exclusions import aside_of
from knowledge import Indicator

_THOSE_WHO = re.compile("[\u4e00-\u9fff]{4}的(?:企业|公司|单位|学校|镇街|个人|厂家)$")


def answer(inquiry: Inquiry) -> Answer:
    """The first answer the answerers of this kind have; else what is missing."""
    bare: Answer | None = None
    asked: list[str] = []
    for answerer in (*answerers_of(inquiry), answer_overview):
        asked.append(answerer.__name__)
        found = answerer(inquiry)
        if found is None or any(wrong(inquiry, found) for wrong in _BESIDE_THE_POINT):
            continue
        word = unused_word(inquiry.question, found)
        if not word:
            return replace(found, by=tuple(asked))
        bare = bare or not_reckoned(word, found)
    return replace(bare or answer_unknown(inquiry), by=(*asked, "answer_unknown"))


def _names_what_is_aside(inquiry: Inquiry, found: Answer) -> bool:
    """除了国家级的还有哪些优势企业 is not answered by those of that level."""
    aside = aside_of(inquiry.question.text)
    return bool(aside) and aside in f"{found.headline}{found.body}"


def _echoes(inquiry: Inquiry, found: Answer) -> bool:
    """要从3.85件提到多少件 is not answered by 3.85件: the number told is not the one asked for."""
    row = found.focus[0].fact if len(found.focus) == 1 and found.kind == "answer" else None
    question = inquiry.question
    if not isinstance(row, Indicator) or question.asks != (Ask.FIGURE,):
        return False
    told = any(n.value == row.value and n.unit == row.unit for n in question.numbers)
    return told and found.headline == f"{number(row.value)}{row.unit}"


def _is_not_monthly(inquiry: Inquiry, found: Answer) -> bool:
    """平均一个月要增加多少 is not answered by all that is lacking."""
    gap = Ask.GAP in inquiry.question.asks and found.kind == "computed"
    return gap and bool(MONTHLY.search(inquiry.question.text)) and "月" not in found.headline


def _counts_no_doers(inquiry: Inquiry, found: Answer) -> bool:
    """完成马德里商标注册的企业 is not answered by a number of marks."""
    rows = found.focus
    if inquiry.question.asks or not _THOSE_WHO.search(inquiry.question.text):
        return False
    return bool(rows) and all(isinstance(r.fact, Indicator) and not counts_doers(r) for r in rows)


def _counts_a_part(inquiry: Inquiry, found: Answer) -> bool:
    """外地的有几个 of 32 is not told by counting the five that are named."""
    counted = found.kind == "computed" and found.names and found.focus
    return bool(counted) and whole_of(inquiry, found.focus[0], len(found.names)) is not None


_BESIDE_THE_POINT = (
    _counts_a_part,
    _names_what_is_aside,
    _echoes,
    _is_not_monthly,
    _counts_no_doers,
)


def answerers_of(inquiry: Inquiry) -> list[Answerer]:
    """The answerers to ask, in order, without repeats."""
    chosen: list[Answerer] = []
    for rule in RULES:
        if not rule.fits(inquiry):
            continue
        if rule.alone:
            return list(rule.answerers)
        chosen = [*rule.answerers, *chosen] if rule.first else [*chosen, *rule.answerers]
        if rule.final:
            return list(dict.fromkeys(chosen))
    return list(dict.fromkeys([*_before_all(inquiry), *chosen, *_of_kind(inquiry)]))


def _before_all(inquiry: Inquiry) -> tuple[Answerer, ...]:
    """责任单位是农委对不对: a claim about a unit is weighed before the unit is told."""
    question = inquiry.question
    claimed = Ask.YESNO in question.asks and question.ask is Ask.UNIT
    return (answer_yesno,) if claimed else ()


def _of_kind(inquiry: Inquiry) -> list[Answerer]:
    """Those that the kinds of the question call for."""
    question = inquiry.question
    how_many = HOW_MANY.search(question.text) is not None
    chosen: list[Answerer] = []
    for ask in question.asks or (Ask.TOPIC,):
        if ask is Ask.SHARE and Ask.WHEN in question.asks and not how_many:
            continue  # 占比达到68%的时限 asks for the day
        chosen += ANSWERERS.get(ask, ())
        if ask is Ask.PROGRESS and how_many:
            chosen.append(answer_reached)
    return [*chosen, answer_letter] if Ask.YESNO in question.asks else chosen
