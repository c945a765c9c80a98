"""多少: one figure, or the readings when the question has several."""

import re

from assistant.dialogue.answer import Answer, Option, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.nearness import is_for_each, is_near
from assistant.dialogue.answering.saying import (
    label,
    label_value,
    same_thing,
    sentence,
    short,
    unit_of,
    value_of,
)
from assistant.dialogue.answering.wanted import (
    fits_kind,
    fits_unit,
    measure_of,
    of_size_told,
    suits_doers,
)
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Question, Support
from knowledge import Commitment, Evidence, Indicator

TIE = 0.7  # figures this close to the best are readings of their own
MOST_OPTIONS = 4
_NEW = ("新增", "增量", "增长率")
_KIND = 3  # characters nobody asked for that make a name that of a kind
_PLAIN = {
    "存量": 0.6,
    "数量": 0.5,
    "累计": 0.6,
    "预计": 0.0,
    "占比": 0.0,
    "标准": 0.0,
    "新增": -0.7,
    "目标": -1.6,
    "增量": -1.4,
    "增长率": -1.4,
}
_LACKS = re.compile("缺|差")
_SPENT = re.compile(
    r"(?:花|投|用)了?(?:多少|几)[^，。]{0,2}[钱元]|钱.{0,3}(?:缺|差)|(?:缺|差).{0,3}钱"
)
GOAL_ASKED = re.compile(
    r"年[底末][^，。]{0,4}要|要(?:占|达到?|降到)(?=多少|几)|[要得须]{1,2}.{0,3}(?:达到|[到完]|成).{0,8}(?:才|算)|[要得须][^，。]{0,2}有.{0,8}才|才算|才够|达标"
)


def answer_figure(inquiry: Inquiry) -> Answer | None:
    """The figure asked for; a question back when several fit equally well."""
    ranked = ranked_figures(inquiry)
    if not ranked:
        return _all_of_measure(inquiry)
    if both := _stock_and_target(inquiry, ranked):
        return both
    best, worth = ranked[0]
    if _is_only_a_kind(inquiry, best):
        return None
    alone = not inquiry.focus
    equal = [f for f, w in ranked if worth - w < TIE or alone and _is_kind_beside(best, f)]
    equal = of_size_told(inquiry.question, equal)
    best = equal[0]
    rivals = _readings([f for f in equal if not f.extra] if not best.extra else equal)
    if not inquiry.question.qualifiers.years:
        rivals = newest_of(rivals)
        best = best if best in rivals or not rivals else rivals[0]
    if len(rivals) > 1 and not _one_is_whole(rivals):
        return clarify(rivals)
    return say_figure(best)


def newest_of(rows: list[Fit]) -> list[Fit]:
    """Without the figures of earlier years, where the same thing has one of a later year."""
    years: dict[tuple[str, str, str], int] = {}
    for found in rows:
        key = _series(found)
        years[key] = max(years.get(key, 0), getattr(found.evidence.fact, "year", None) or 0)
    return [f for f in rows if (getattr(f.evidence.fact, "year", None) or 0) == years[_series(f)]]


def _series(found: Fit) -> tuple[str, str, str]:
    return label(found.evidence), unit_of(found.evidence), measure_of(found.evidence)


def _is_kind_beside(best: Fit, other: Fit) -> bool:
    """参与制定的标准 is asked of 国家标准 and of 行业标准: only what stands around tells them apart."""
    if not best.extra or not other.extra or unit_of(best.evidence) != unit_of(other.evidence):
        return False
    nouns, mine = best.bears(Support.CORE), other.bears(Support.CORE)
    names = [folded_text(getattr(f.evidence.fact, "name", "")) for f in (best, other)]
    ends = any(all(name.endswith(form) for name in names) for w in nouns for form in w.forms)
    return nouns == mine and ends and measure_of(best.evidence) == measure_of(other.evidence)


def _is_only_a_kind(inquiry: Inquiry, best: Fit) -> bool:
    """新增马德里商标1件 is not what 新增商标 asks: of 商标 at large the letter counts something else."""
    new = isinstance(best.evidence.fact, Indicator) and best.evidence.fact.measure in _NEW
    if not new or not inquiry.question.qualifiers.measure or best.extra < _KIND:
        return False
    return any(
        f.extra < best.extra and not f.missing and all(c.startswith("口径") for c in f.conflicts)
        for f in inquiry.candidates.of(Indicator)
        if f.conflicts and f.core >= best.core and label(f.evidence) not in label(best.evidence)
    )


def _all_of_measure(inquiry: Inquiry) -> Answer | None:
    """目标是多少, 新增: no thing named, so every figure of that kind is a reading."""
    question = inquiry.question
    if _SPENT.search(question.text) and not question.words and not inquiry.focus:
        return _all_money(inquiry)
    if question.required or question.words or not question.qualifiers.measure or inquiry.focus:
        return None
    rows = [
        f
        for f in inquiry.candidates.holding(Indicator, Commitment)
        if value_of(f.evidence) is not None
    ]
    promised = [
        f
        for f in rows
        if isinstance(f.evidence.fact, Commitment) and f.evidence.fact.source == "table"
    ]
    readings = _readings(promised if "目标" in question.qualifiers.measure and promised else rows)
    return clarify(readings) if len(readings) > 1 else None


def _all_money(inquiry: Inquiry) -> Answer | None:
    """总共花了多少钱: the only sum the letter names, or a question back between them; 还缺 is one lacking."""
    lacks = _LACKS.search(inquiry.question.text) is not None
    rows = _readings(
        [
            f
            for f in inquiry.candidates.holding(Indicator)
            if unit_of(f.evidence).endswith("元")
            and measure_of(f.evidence) not in ("标准", "目标")
            and lacks == (_LACKS.search(folded_text(f.evidence.quote)) is not None)
        ]
    )
    if not rows:
        return None
    return clarify(rows) if len(rows) > 1 else say_figure(rows[0])


def ranked_figures(inquiry: Inquiry) -> list[tuple[Fit, float]]:
    """Figures that account for every word, with their worth, best first."""
    question = inquiry.question
    rows = [
        (found, found.score + _bonus(question, found.evidence) + inquiry.near_focus(found))
        for found in inquiry.candidates.holding(Indicator, Commitment)
        if value_of(found.evidence) is not None
        and (inquiry.touches(found) or is_for_each(inquiry, found))
        and is_near(inquiry, found)
        and not _is_given(question, found.evidence)
        and fits_unit(inquiry, found.evidence)
        and fits_kind(question, found.evidence)
    ]
    return sorted(rows, key=lambda row: -row[1])


def _is_given(question: Question, evidence: Evidence) -> bool:
    """企业标准181项是多少家企业的: the figure named is not the one asked."""
    if Ask.YESNO in question.asks or Ask.FIGURE not in question.asks:
        return False
    return any(
        claim.value == value_of(evidence)
        and claim.unit == unit_of(evidence)
        and claim.unit != question.unit
        for claim in question.numbers
    )


def _bonus(question: Question, evidence: Evidence) -> float:
    fact = evidence.fact
    measure = fact.measure if isinstance(fact, Indicator) else "目标"
    bonus = 0.0 if measure in question.qualifiers.measure else _PLAIN.get(measure, 0.0)
    if measure == "目标" and GOAL_ASKED.search(question.text):
        bonus += 3.0
    if question.unit and question.unit == unit_of(evidence) and question.unit not in ("个", "件"):
        bonus += 0.8
    if unit_of(evidence).endswith("元") and not question.unit and Ask.FIGURE in question.asks:
        bonus -= 0.8  # 多少事项 asks for no money
    if isinstance(fact, Indicator) and fact.total and not question.qualifiers.level:
        bonus -= 0.3
    if any(number.value == value_of(evidence) for number in question.numbers):
        bonus += 0.6
    return bonus + suits_doers(question, evidence)


def answer_stock_and_target(inquiry: Inquiry) -> Answer | None:
    """目标和现有件数: both figures of one thing."""
    return _stock_and_target(inquiry, ranked_figures(inquiry))


def _stock_and_target(inquiry: Inquiry, ranked: list[tuple[Fit, float]]) -> Answer | None:
    """现有 目标: both were asked for."""
    if not {"存量", "目标"} <= inquiry.question.qualifiers.measure:
        return None
    targets = [f for f, _ in ranked if measure_of(f.evidence) == "目标"]
    stocks = [f for f, _ in ranked if measure_of(f.evidence) != "目标"]
    if not targets or not stocks:
        return None
    pair = (stocks[0].evidence, targets[0].evidence)
    return Answer(
        kind="answer",
        headline=f"现有{short(pair[0])}，目标{short(pair[1]).removeprefix('目标')}",
        body=f"{sentence(pair[0])}；{sentence(pair[1])}",
        proofs=tuple(Proof(row) for row in pair),
        focus=pair,
    )


def _readings(fits: list[Fit]) -> list[Fit]:
    """Figures that say different things, the first of each value."""
    kept: list[Fit] = []
    for found in fits:
        if not any(same_thing(found.evidence, other.evidence) for other in kept):
            kept.append(found)
    return kept[:MOST_OPTIONS]


def _one_is_whole(rivals: list[Fit]) -> bool:
    """The first is the total and the others are its parts: then the total is meant."""
    first = rivals[0].evidence.fact
    if not isinstance(first, Indicator) or first.subject:
        return False
    others = [r.evidence.fact for r in rivals[1:]]
    return all(
        isinstance(o, Indicator) and o.total and o.total in (first.name, label(rivals[0].evidence))
        for o in others
    )


def clarify(rivals: list[Fit]) -> Answer:
    """Several readings as choices, each with its value and its proof."""
    rows = [found.evidence for found in rivals]
    options = tuple(Option(sentence(row), f"{label(row)}是多少？") for row in rows)
    return Answer(
        kind="clarify",
        headline="您问的是哪一项？" + "；".join(label_value(row) for row in rows),
        proofs=tuple(Proof(row) for row in rows),
        options=options,
        focus=tuple(rows),
        names=tuple(label(row) for row in rows),
        quoted=False,
    )


def answer_stating(row: Evidence) -> Answer:
    """What one fact says, chosen by its place in a list."""
    fact = row.fact
    said = label(row) if isinstance(fact, Commitment) else f"{label(row)}{short(row)}"
    return Answer("answer", said[:60].rstrip("。"), sentence(row), (Proof(row),), focus=(row,))


def say_figure(found: Fit) -> Answer:
    """One figure with its sentence and proof."""
    row = found.evidence
    return Answer(
        kind="answer",
        headline=short(row),
        body=sentence(row),
        proofs=(Proof(row),),
        focus=(row,),
        trace=(f"分数 {found.score:.1f}，多余 {found.extra} 字",),
    )
