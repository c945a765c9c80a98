"""A number claimed: 知名品牌是52个吧, 超过30个了吗; held against the letter's figure."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.arithmetic_words import is_reckoned_of_others
from assistant.dialogue.answering.commitments import commitments_of, units_of
from assistant.dialogue.answering.earlier import answer_before, taken_back
from assistant.dialogue.answering.figures import TIE, clarify, ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label, sentence, short, unit_of, value_of
from assistant.dialogue.answering.statements import say
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Number, Question, Support
from knowledge import Commitment, Evidence, Indicator

_MORE = re.compile(
    r"超过|(?<![不通未没])过(?=[0-9一二三四五六七八九十])|多于|大于|不止|突破|高于|超"
)
_NOT_MORE = re.compile(r"(?:(?<!有)没有?|未|不)(?:超过|突破|超出|多于|高于)")
COMPARED = re.compile(r"不到|不足|(?:没有?|未|不)(?:超过|突破|超出|多于|高于|到|满|达到)")
_AT_LEAST = re.compile(r"以上|不低于|不少于|至少|[上过破]万|[上过破]千|[上过破]百")
_REACHED = re.compile(
    r"(?:(?:有没有|是否|能)(?:达?到|满)|达到|[满够])了?(?=[0-9一二三四五六七八九十])"
)
_SIZES = {"万": 10_000, "亿": 100_000_000}
_LESS = re.compile(r"不到|少于|低于|不足|以下|小于|没到|不超过|(?<!有)没有?(?=[0-9])")


def answer_claim(inquiry: Inquiry) -> Answer | None:
    """知名品牌是52个吧: the claimed number against the letter's."""
    question = inquiry.question
    claim = question.numbers[-1]
    unbiased = replace(question, unit="", numbers=())  # the number claimed speaks for no figure
    ranked = [f for f, _ in ranked_figures(inquiry.with_question(unbiased))]
    ranked = [f for f in ranked if _comparable(inquiry, claim, f.evidence)]
    if not ranked:
        return _claim_before(inquiry, claim)
    counted = [f for f in ranked if _same_counter(claim, f.evidence)]
    best = _claimed(question, claim, counted or ranked)
    if not best.core:
        return None
    rival = _rival(question.text, claim, best, counted or ranked)
    if rival:
        return clarify([best, rival])
    row = best.evidence
    if is_reckoned_of_others(question.text, folded_text(row.quote)):
        return None
    wrong = _also_wrong(inquiry, row)
    if wrong:
        other, meant = wrong
        return say(
            f"不是{other.text}，函中是{label(meant.evidence)}{short(meant.evidence)}",
            sentence(row),
            [meant],
        )
    true = _is_true(question.text, claim, row)
    if true:
        said = label(row) if isinstance(row.fact, Commitment) else f"{label(row)}{short(row)}"
        return say(f"是的，{said}", sentence(row), [best])
    more = _MORE.search(question.text) and not _NOT_MORE.search(question.text)
    no = f"不是，没有超过{claim.text}" if more else f"不是{claim.text}"
    return say(f"{no}，函中是{short(row)}", sentence(row), [best])


def _rival(text: str, claim: Number, best: Fit, ranked: list[Fit]) -> Fit | None:
    """有没有超过300万: of two sums of money as good as each other, one is and one is not."""
    if not best.extra or not (_MORE.search(text) or _LESS.search(text)):
        return None
    true = _is_true(text, claim, best.evidence)
    return next(
        (
            found
            for found in ranked
            if abs(found.score - best.score) < TIE * 1.5
            and unit_of(found.evidence) == unit_of(best.evidence)
            and measure_of(found.evidence) not in ("新增", "增量", "增长率", "目标")
            and _is_true(text, claim, found.evidence) != true
        ),
        None,
    )


def _also_wrong(inquiry: Inquiry, row: Evidence) -> tuple[Number, Fit] | None:
    """质押了三件专利融了2亿: of the figures beside it in the sentence, the one claimed otherwise."""
    beside = [f for f in inquiry.candidates.of(Indicator) if f.evidence.quote == row.quote]
    for claim in inquiry.question.numbers[:-1]:
        rows = [f for f in beside if claim.unit and unit_of(f.evidence) == claim.unit]
        borne = [f for f in rows if f.core]
        whole = [f for f in rows if _holds(inquiry.question.text, claim, f.evidence, row)]
        meant = whole or (borne if len(rows) == 1 else [])
        if len(meant) == 1 and not value_is(claim, meant[0].evidence):
            return claim, meant[0]
    return None


def _holds(text: str, claim: Number, whole: Evidence, part: Evidence) -> bool:
    """22个品牌里面农产品21个: the number in front of 里 is that of the whole."""
    total = getattr(part.fact, "total", None)
    said = re.search(rf"{re.escape(claim.text)}[^，。]{{0,6}}[里中](?!级)", text)
    return bool(total and said) and getattr(whole.fact, "name", None) == total


def _claim_before(inquiry: Inquiry, claim: Number) -> Answer | None:
    """去年有3.7件吗: against the present figure less its increase."""
    if not inquiry.question.qualifiers.relative & {"去年", "上年", "上一年"}:
        return None
    asked = replace(inquiry.question, numbers=(), asks=(Ask.FIGURE,))
    before = answer_before(inquiry.with_question(asked))
    if before is None:
        return None
    row, change = before.focus
    true = is_met(inquiry.question.text, claim, taken_back(row, change))
    head = f"{'是的' if true else '没有' if _REACHED.search(asked.text) else f'不是{claim.text}'}，{before.headline}"
    return replace(before, headline=head, body=f"{head}。{before.body}")


def _claimed(question: Question, claim: Number, ranked: list[Fit]) -> Fit:
    """The figure the claim is about; a target does not prove what is said to be reached."""
    present = [f for f in ranked if not isinstance(f.evidence.fact, Commitment)]
    if "目标" not in question.qualifiers.measure and present:
        ranked = present
    best = ranked[0]
    exact = next((f for f in ranked if value_is(claim, f.evidence)), None)
    return exact if exact and _as_good(claim, exact, best) else best


def _as_good(claim: Number, exact: Fit, best: Fit) -> bool:
    """Does the figure that agrees bear all that the best one bears, and no more that is not asked?

    951件事项 does not prove 951个主体, 助理工程师2人 not 工程师2人, 企业41家 not 标准41项.
    """
    if _is_change(exact) and not _is_change(best):
        return False  # 新增3家 does not prove that there are 3
    borne = {w.text for w in best.bears(Support.CORE, Support.OWN)}
    mine = {w.text for w in exact.bears(Support.CORE, Support.OWN)}
    return borne <= mine and exact.extra <= best.extra and exact.score >= best.score - 1.5


def _is_change(found: Fit) -> bool:
    return getattr(found.evidence.fact, "measure", "") in ("新增", "增量", "增长率", "预计", "目标")


def _comparable(inquiry: Inquiry, claim: Number, row: Evidence) -> bool:
    unit = unit_of(row).lstrip("万亿")
    if not claim.unit or not unit or claim.unit.lstrip("万亿") == unit:
        return True
    return (
        inquiry.library.lexicon.same_unit(claim.unit, unit)
        or claim.unit == "元"
        and unit.endswith("元")
    )


def _same_counter(claim: Number, row: Evidence) -> bool:
    """个 and 件 count anything; 项 counts no firms."""
    unit = unit_of(row).lstrip("万亿")
    return claim.unit in ("", "个", "件", unit) or unit in ("", "个", "件", "元")


def value_is(claim: Number, row: Evidence) -> bool:
    """Is this the figure claimed, be it counted in 万?"""
    return value_of(row) == claim.value or _plain(row) == claim.value


def _plain(row: Evidence) -> Decimal | None:
    """The figure counted in ones: 1.85 万个 is 18500."""
    value = value_of(row)
    return None if value is None else value * _SIZES.get(unit_of(row)[:1], 1)


def _is_true(text: str, claim: Number, row: Evidence) -> bool:
    plain = _plain(row)
    if plain is None:
        return False
    if measure_of(row) == "目标" and not _AT_LEAST.search(text):
        text = _REACHED.sub("", text)  # a goal of 4 is none of 3
    return is_met(text, claim, plain) or value_is(claim, row) and is_met(text, claim, claim.value)


def is_met(text: str, claim: Number, value: Decimal) -> bool:
    """Is a figure what is said of it: over, under, at least or exactly the number claimed?"""
    if _NOT_MORE.search(text):
        return value <= claim.value
    if _LESS.search(text):
        return value < claim.value
    if _AT_LEAST.search(text):
        return value >= claim.value
    if _MORE.search(text):
        return value > claim.value
    if _REACHED.search(text):
        return value >= claim.value
    return value == claim.value


_RESPONSIBLE = re.compile(r"责任单位|责任部门|负责|牵头|主管")


def responsible_claimed(inquiry: Inquiry) -> Answer | None:
    """由农委负责吗: the departments of the commitment against the one claimed."""
    question = inquiry.question
    if not _RESPONSIBLE.search(question.text):
        return None
    claimed = [w for w in question.words if _department(inquiry, w.text)]
    rest = tuple(w for w in question.words if w not in claimed and not _RESPONSIBLE.search(w.text))
    rows = commitments_of(inquiry.with_question(replace(question, words=rest), Commitment))
    if not claimed or not rows:
        return None
    units = "、".join(dict.fromkeys(units_of(row) for row in rows))
    kinds = {
        _department(inquiry, unit)
        for row in rows
        for unit in getattr(row.evidence.fact, "units", ())
    }
    mine = any(
        _department(inquiry, w.text) in kinds or any(f in units for f in w.forms) for w in claimed
    )
    return say(f"{'是的' if mine else '不是'}，责任单位是{units}"[:60], "", rows)


def _department(inquiry: Inquiry, text: str) -> str:
    found = inquiry.library.lexicon.department(text)
    return found.name if found else ""
