"""Sums over cited figures: of those named, or of all figures of one kind.

A total and its part make no sum, nor do figures of different units.
"""

import re
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.naming import unglued
from assistant.dialogue.answering.operands import operands_of
from assistant.dialogue.answering.reckoning import computed, misfit, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of, value_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Commitment, Evidence, Indicator, parse_number

STOCK = ("存量", "数量", "累计")
ADDING = re.compile(
    r"加上|算上|连同|加起来|合起来|之和|总和|合计|连.+(?:一起|总|共)|(?:同|跟|和).+一起的?(?:总|共|合)|一起算|各[类种项].*(?:总共|一共|合计|共计|总计)|算(?:在|到)?一(?:起|块)|[放加]在?一(?:起|块)|(?<![增参添追附更])加(?![快强大了装工固密])"
    r"|[和与跟、].*(?:一共|总共|共计|总计|共(?![同享建]))"
)
_SEVERAL = re.compile("加|合起来|两|都算")
_LISTED = re.compile("[和与跟及、连]|加|算上|以及| ")
_KINDS_COUNTED = re.compile(r"([二两三四五六七八九])[种类样项家个]")  # 三种许可加起来


def answer_sum(inquiry: Inquiry) -> Answer | None:
    """A加上B一共多少; 一共 alone asks for the one figure that bears all the words."""
    if not ADDING.search(inquiry.question.text):
        return _sum_of_kind(inquiry)
    question = inquiry.question
    named = any(word.text in question.text for word in question.words)
    if not (named or _SEVERAL.search(question.text)) or _in_one_breath(inquiry):
        return None  # 金额合计多少 after a question of prizes asks for no sum of its words
    found = operands_of(inquiry, complete=True)
    if len(found) < 2 and "、" not in inquiry.question.text:
        found = figures_alike(inquiry)
    asked = _KINDS_COUNTED.search(inquiry.question.text)
    if asked and parse_number(asked[1]) != len(found):
        return None  # 三项加总 is no sum of two
    return _sum(found if asked else _with_everybodys(inquiry, found))


def _with_everybodys(inquiry: Inquiry, found: list[Fit]) -> list[Fit]:
    """许可使用加专利转让: nobody's 许可使用 is named, so that of 天下大足 and of 大足石雕 are; so with
    levels.
    """
    rows = list(found)
    forms = [form for word in inquiry.question.words for form in word.forms]
    for fact in [f.evidence.fact for f in found]:
        whose = _whose(fact)
        if not isinstance(fact, Indicator) or not whose or any(form in whose for form in forms):
            continue
        rows += [
            other
            for other in inquiry.candidates.of(Indicator)
            if _is_anothers(other.evidence.fact, fact)
            and all(other.evidence.fact is not row.evidence.fact for row in rows)
        ]
    return rows


def _is_anothers(other: object, fact: Indicator) -> bool:
    """The same figure of another holder or on another level."""
    if not isinstance(other, Indicator) or not _whose(other) or other.unit != fact.unit:
        return False
    alike = [(f.measure in STOCK, f.name.removeprefix(f.level or "")) for f in (other, fact)]
    return alike[0] == alike[1] and _whose(other) != _whose(fact)


def _whose(fact: object) -> str:
    return folded_text(getattr(fact, "subject", None) or getattr(fact, "level", None) or "")


def _in_one_breath(inquiry: Inquiry) -> bool:
    """质量品牌奖励 is one thing and no two; 国家标准行业标准, as dictated, are two of one kind."""
    lexicon = inquiry.library.lexicon
    text = unglued(inquiry.question.text, lexicon.words, lexicon.aliases)
    words = [w for w in inquiry.question.required if not lexicon.qualifiers_of(w.text)]
    return not _LISTED.search(text) and any(
        one.text + other.text in text and one.text[-2:] != other.text[-2:]
        for one, other in zip(words, words[1:], strict=False)
    )


def answer_promised_sum(inquiry: Inquiry) -> Answer | None:
    """三项承诺的目标加起来: added up where they are of one unit, else refused."""
    rows = [f.evidence for f in inquiry.candidates.of(Commitment) if value_of(f.evidence)]
    alone = all("承诺事项" in word.forms for word in inquiry.question.required)
    return add_up(rows) if len(rows) > 1 and alone else None


def _sum_of_kind(inquiry: Inquiry) -> Answer | None:
    """标准总共在制定几项: no one figure is called so, and the kinds of it are."""
    ranked = ranked_figures(inquiry)
    if not ranked or not ranked[0][0].extra:
        return None
    found = figures_alike(inquiry)
    return None if _nested(found) else _sum(found)


def _nested(found: list[Fit]) -> bool:
    """引进发明专利 is some of 发明专利: what nobody named beside it is not added to it.

    Told side by side in one sentence they are two (助理工程师2人，工程师17人).
    """
    rows = {folded_text(label(f.evidence)): f.evidence.quote for f in found}
    return any(
        one != other and one.endswith(other) and rows[one] != rows[other]
        for one in rows
        for other in rows
    )


def _sum(found: list[Fit]) -> Answer | None:
    if len(found) < 2 or whole_among(found):
        return None
    return add_up([f.evidence for f in found])


def add_up(rows: list[Evidence]) -> Answer:
    """Their sum; refused where their units differ."""
    for other in rows[1:]:
        refused = misfit(rows[0], other)
        if refused:
            return refused
    total = sum((value(row) for row in rows), Decimal(0))
    shown = f"{'+'.join(number(value(row)) for row in rows)}={number(total)}{unit_of(rows[0])}"
    return computed(
        f"{number(total)}{unit_of(rows[0])}",
        f"{'，'.join(sentence(r) for r in rows)}，{shown}（推算）",
        tuple(rows),
    )


def whole_among(found: list[Fit]) -> bool:
    """A total and its part make no sum: 除了农产品品牌，其他知名品牌合计."""
    names = {label(f.evidence) for f in found}
    totals = {getattr(f.evidence.fact, "total", None) for f in found}
    return bool(names & totals)


def figures_alike(inquiry: Inquiry) -> list[Fit]:
    """正在制定的标准: the figures of one unit and status whose name ends in the thing named."""
    named = _of_kinds(inquiry, [w.text for w in inquiry.question.required])
    if len(named) > 1:
        return named  # 许可使用 itself before what may mean it, 许可
    return _of_kinds(inquiry, [form for w in inquiry.question.required for form in w.forms])


def _of_kinds(inquiry: Inquiry, nouns: list[str]) -> list[Fit]:
    """The largest group of figures whose names end in one of these."""
    kinds: dict[tuple[str, str, str], list[Fit]] = {}
    told = inquiry.question.qualifiers.status
    for found, _ in ranked_figures(inquiry):
        fact = found.evidence.fact
        if isinstance(fact, Indicator) and fact.name.startswith("每"):
            continue  # 每部补贴20万元 is no part of a sum
        if isinstance(fact, Indicator) and any(
            is_kind_of(name, n) for n in nouns for name in (fact.name, label(found.evidence))
        ):
            measure = "存量" if fact.measure in STOCK else fact.measure
            kinds.setdefault((fact.unit, measure, told and fact.status or ""), []).append(found)
    best = max(kinds.values(), key=len, default=[])
    asked = _KINDS_COUNTED.search(inquiry.question.text)
    return [] if asked and parse_number(asked[1]) != len(best) else best


def is_kind_of(name: str, noun: str) -> bool:
    """行业标准 is a kind of 标准, 专利转让许可 of 许可."""
    return folded_text(name).endswith(noun)
