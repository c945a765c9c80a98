"""哪个多: two figures side by side, or the largest of the parts of a total."""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.computing import difference
from assistant.dialogue.answering.figures import answer_stock_and_target
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.operands import operands_of
from assistant.dialogue.answering.reckoning import value
from assistant.dialogue.answering.saying import (
    label,
    label_value,
    number,
    sentence,
    short,
    unit_of,
    value_of,
)
from assistant.dialogue.answering.statements import say
from assistant.dialogue.answering.sums import figures_alike, whole_among
from assistant.dialogue.matching import Fit
from assistant.dialogue.question import Ask
from knowledge import Evidence, Indicator

_LEAST = re.compile(
    r"最少|最低|最小|更少|更低|哪一?[个家类种项者][^，。]{0,6}少|谁[^，。]{0,6}少|较少|要少"
)
_MORE_THAN = re.compile(
    r"比.+?(?:更|要)?(多|高|大|少|低|小)|超(过)(?![0-9一二三四五六七八九十半])|([多高大少低小])于(?![0-9一二三四五六七八九十])|(不[如及])"
)
ALIKE = re.compile(r"一样|相同|相等|持平|同样多")
SPREAD = re.compile("最[多高大][^，。]{0,8}最[少低小][^，。]{0,6}(?:差|[多少高低][多几])")
_WHICH_KIND = re.compile("哪一?[类种]([\u4e00-\u9fff]{2})最")
_OF_PARTS = re.compile(r"最|哪|谁|什么")


def answer_comparison(inquiry: Inquiry) -> Answer | None:
    """Which of the things named is more, and by how much."""
    found = operands_of(inquiry)
    if len(found) < 2:
        both = answer_stock_and_target(inquiry)  # 目标和现有件数哪个大
        return both or (answer_most(inquiry) if _OF_PARTS.search(inquiry.question.text) else None)
    if whole_among(found):
        return _most_but(inquiry, found)
    rows = sorted((f.evidence for f in found), key=lambda row: -(value_of(row) or 0))
    if unit_of(rows[0]) != unit_of(rows[-1]) and not inquiry.library.lexicon.same_unit(
        unit_of(rows[0]), unit_of(rows[-1])
    ):
        return None
    return compare(inquiry.question.text, rows)


def _most_but(inquiry: Inquiry, found: list[Fit]) -> Answer | None:
    """知名品牌里五金刀具最多对吧: the most of all parts, against the part named."""
    part = next((f.evidence for f in found if getattr(f.evidence.fact, "total", None)), None)
    if part is None or not _OF_PARTS.search(inquiry.question.text):
        return None
    name = label(part)
    kept = tuple(w for w in inquiry.question.words if not any(f in name for f in w.forms[:1]))
    whole = next(f.evidence for f in found if f.evidence is not part)
    named = tuple(w for w in inquiry.question.words if any(f in label(whole) for f in w.forms))
    most = answer_most(inquiry.with_question(replace(inquiry.question, words=named or kept)))
    if most is None or Ask.YESNO not in inquiry.question.asks:
        return most
    head = f"{'是的' if name in most.headline else '不是'}，{most.headline}"
    return replace(most, kind="answer", headline=head, body=f"{head}。{most.body}")


def compare(text: str, rows: list[Evidence]) -> Answer:
    """Which of these is more, or less where that was asked; the largest comes first."""
    first, last = rows[0], rows[-1]
    gap = value(first) - value(last)
    chosen = last if _LEAST.search(text) else first
    word = "少" if chosen is last else "多"
    names = "，".join(label_value(row) for row in rows)
    head = f"{label(chosen)}{word}" if gap else "一样多"
    difference = f"相差{number(abs(gap))}{unit_of(first)}" if gap else ""
    said = "，".join(part for part in (names, difference) if part)
    headline = f"{head}：{said}"
    return Answer(
        kind="computed",
        headline=headline if len(headline) <= 60 else f"{head}（{short(first)}、{short(last)}）",
        body="；".join(sentence(row) for row in rows) + f"，{difference}（推算）",
        proofs=tuple(Proof(row) for row in rows),
        focus=tuple(rows),
    )


def answer_most(inquiry: Inquiry) -> Answer | None:
    """Of the parts of a total, the largest or smallest."""
    groups: dict[tuple[str, str, str], list[Fit]] = {}
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if (
            isinstance(fact, Indicator)
            and fact.total
            and not found.missing
            and inquiry.touches(found)
        ):
            groups.setdefault((fact.total, fact.unit, fact.measure), []).append(found)
    if not groups and not inquiry.question.required:
        groups = _parts_called(inquiry)
    groups = {key: fits for key, fits in groups.items() if len(fits) > 1}
    if not any(_is_total(inquiry, key[0]) for key in groups) and len(figures_alike(inquiry)) > 1:
        groups = {}  # 市级标准化项目 is no kind of 标准
    alike = figures_alike(inquiry) if not groups else []
    if len(alike) > 1:
        fact = alike[0].evidence.fact
        groups = {("", unit_of(alike[0].evidence), getattr(fact, "measure", "")): alike}
    if not groups:
        return None
    plain = {key: fits for key, fits in groups.items() if key[2] != "新增"}
    if plain and "新增" not in inquiry.question.qualifiers.measure:
        groups = plain
    fits = max(groups.values(), key=lambda group: (max(f.score for f in group), len(group)))
    rows = sorted((f.evidence for f in fits), key=lambda row: -(value_of(row) or 0))
    chosen = rows[-1] if _LEAST.search(inquiry.question.text) else rows[0]
    ties = [row for row in rows if value_of(row) == value_of(chosen)]
    head = "、".join(f"{label(row)}{short(row)}" for row in ties)
    return Answer(
        kind="computed",
        headline=head,
        body=f"{head}。各部分：{'、'.join(f'{label(row)}{short(row)}' for row in rows)}",
        proofs=(Proof(chosen),),
        focus=tuple(rows),
    )


def answer_spread(inquiry: Inquiry) -> Answer | None:
    """许可最多的和最少的差几家: the largest of the parts less the smallest."""
    most = answer_most(inquiry)
    rows = sorted(most.focus, key=value) if most else []
    return difference(rows[-1], rows[0]) if len(rows) > 1 else None


def _is_total(inquiry: Inquiry, total: str) -> bool:
    """Is it what the question names, or a kind of that?"""
    return any(total.endswith(form) for w in inquiry.question.words for form in w.forms)


def _parts_called(inquiry: Inquiry) -> dict[tuple[str, str, str], list[Fit]]:
    """哪类品牌最少 names no total: the parts whose names end in what is asked for."""
    noun = _WHICH_KIND.search(inquiry.question.text)
    groups: dict[tuple[str, str, str], list[Fit]] = {}
    for found in inquiry.candidates.of(Indicator) if noun else ():
        fact = found.evidence.fact
        if (
            noun
            and isinstance(fact, Indicator)
            and fact.total
            and label(found.evidence).endswith(noun[1])
        ):
            groups.setdefault((fact.total, fact.unit, fact.measure), []).append(found)
    return groups


def answer_compared(inquiry: Inquiry) -> Answer | None:
    """A比B多吗, A和B一样多吗: yes or no, and both figures."""
    asked = _MORE_THAN.search(inquiry.question.text)
    same = ALIKE.search(inquiry.question.text)
    found = operands_of(inquiry, complete=True) if asked or same else []
    if len(found) != 2:
        return None
    one, other = (f.evidence for f in found)
    if not inquiry.library.lexicon.same_unit(unit_of(one), unit_of(other)):
        return None
    true = is_that_way(inquiry.question.text, one, other) if asked and not same else None
    if true is None:
        true = value(one) == value(other)
    said = f"{label_value(one)}，{label_value(other)}"
    equal = "一样多" if same and true else ""
    head = "，".join(filter(None, ("是的" if true else "不是", equal, said)))
    return say(head[:60], "", found)


def is_that_way(text: str, one: Evidence, other: Evidence) -> bool | None:
    """A比B多: is the first of the two the greater (the lesser for 少)? None where none is said to be."""
    asked = _MORE_THAN.search(text)
    if asked is None:
        return None
    gap = value(one) - value(other)
    word = next(part for part in asked.groups() if part)
    return gap > 0 if word in "多高大过" else gap < 0
