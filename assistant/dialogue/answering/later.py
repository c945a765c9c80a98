"""A later figure: what there is now plus what is to be added, by the number asked or by the
letter's plan.

新增5个以后会有多少; 招完以后讲解员有多少人; 到年底能有几个.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of, value_of
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask
from knowledge import Commitment, Evidence, Indicator

_CHANGED = re.compile("增|再[加添多减少装建开]|新[建开装设添]")
_DONE = "(?:成|通|立|完|上|好|了|用|齐)*"
_ADDED = re.compile(
    r"(?:增加?|涨|升|上升|提高|提升|增长|新增)[了的]?|再?减少?了?|[新再]?(?:[建开装设添招配购修投换]|交付|到位|招聘|招录|投用|启用|建设)"
    + _DONE
)
# what a plan adds, not what it comes to
_ADDS = re.compile(
    r"(?:新增|新建|增设|增配|新开|新添|增添|新设|再建|再增|再新增|再开|增建|招聘|招录|交付|购置|添置|建设|建成|新招)(?![^，；。]{0,12}(?:达到|增至|增加到))"
)
_LEVEL = re.compile("达到|增至|增加到|扩大到|提高到|总数")
_LACKING = re.compile("[缺差剩]|还[要需得]|没")
_STANDING = frozenset({"存量", "数量", "累计"})


def answer_after(inquiry: Inquiry) -> Answer | None:
    """The present figure plus what is added."""
    if Ask.YESNO in inquiry.question.asks or _LACKING.search(inquiry.question.text):
        return None
    stock = _stock(inquiry)
    if stock is None:
        return None
    added = next(reversed(inquiry.question.numbers), None)
    if added is None or not _CHANGED.search(inquiry.question.text):
        return _with_plan(inquiry, stock)
    less = re.search("再[减少]", inquiry.question.text) is not None
    total = value(stock) - added.value if less else value(stock) + added.value
    sign, word = ("-", "减少") if less else ("+", "新增")
    unit = unit_of(stock)
    shown = f"{number(value(stock))}{sign}{number(added.value)}={number(total)}{unit}"
    return computed(
        f"{number(total)}{unit}",
        f"{sentence(stock)}，{word}{added.text}，{shown}（推算）",
        (stock,),
    )


def _stock(inquiry: Inquiry) -> Evidence | None:
    """What there is now of the thing named."""
    question = inquiry.question
    held = replace(
        question,
        numbers=(),
        words=tuple(w for w in question.words if not _ADDED.fullmatch(w.text)),
        qualifiers=replace(
            question.qualifiers, measure=frozenset({"存量"}), years=frozenset(), status=frozenset()
        ),
    )
    ranked = ranked_figures(inquiry.with_question(held, Indicator))
    rows = [found.evidence for found, _ in ranked if measure_of(found.evidence) in _STANDING]
    return rows[0] if rows else None


def _with_plan(inquiry: Inquiry, stock: Evidence) -> Answer | None:
    """The stock and all that the letter plans to add to it until the day asked for."""
    plans = list(_plans(inquiry, stock))
    last = max(inquiry.question.qualifiers.years, default=None)
    due = [day.year for day in map(_due, plans) if day]
    if not plans or last and due and max(due) < last:
        return None  # what is there in the year behind the last plan the letter does not say
    unit = unit_of(stock)
    total = sum((value(plan) for plan in plans), value(stock))
    parts = "+".join(number(value(row)) for row in (stock, *plans))
    said = "；".join(sentence(row) for row in (stock, *plans))
    shown = f"{parts}={number(total)}{unit}"
    return computed(f"{number(total)}{unit}", f"{said}，{shown}（推算）", (stock, *plans))


def _plans(inquiry: Inquiry, stock: Evidence) -> Iterator[Evidence]:
    """What is planned to be added to the stock, each plan once."""
    told: list[tuple[Decimal, str]] = []
    last = max(inquiry.question.qualifiers.years, default=None)
    for found in _in_order(inquiry):
        row = found.evidence
        if not _adds(row, stock, _named(inquiry)) or row.letter.id != stock.letter.id:
            continue
        due = _due(row)
        if last is not None and due is not None and due.year > last:
            continue
        key = (value(row), row.quote)
        if any(key[0] == known[0] for known in told):
            continue  # the text and the table say the same
        told.append(key)
        yield row


def _named(inquiry: Inquiry) -> list[tuple[str, ...]]:
    """What the question names, each in all its forms."""
    return [w.forms for w in inquiry.question.required if w.name and not _ADDED.fullmatch(w.text)]


def _in_order(inquiry: Inquiry) -> list[Fit]:
    """The promises of the letter, then its other plans."""
    return [*inquiry.candidates.of(Commitment), *inquiry.candidates.of(Indicator)]


def _adds(row: Evidence, stock: Evidence, named: list[tuple[str, ...]]) -> bool:
    """Does a plan add to what the stock counts?"""
    fact = row.fact
    if value_of(row) is None or unit_of(row) != unit_of(stock) or measure_of(row) != "目标":
        return False
    said = folded_text(fact.text) if isinstance(fact, Commitment) else folded_text(row.quote)
    if not _ADDS.search(said) or isinstance(fact, Commitment) and _LEVEL.search(said):
        return False
    about = said if isinstance(fact, Commitment) else label(row)
    name = label(stock)
    if name in about or _head(name) in about:
        return True
    quote = folded_text(row.quote)  # 增配救护车的建议，…交付36辆
    return bool(named) and all(any(form in quote for form in forms) for forms in named)


def _head(name: str) -> str:
    """通客车的行政村 without its 的, as a plan may put it."""
    return name.replace("的", "")


def _due(row: Evidence) -> date | None:
    fact = row.fact
    if isinstance(fact, Commitment):
        return fact.deadline.latest if fact.deadline else None
    return fact.as_of if isinstance(fact, Indicator) else None
