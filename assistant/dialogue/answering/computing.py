"""Arithmetic over cited figures: gap, difference, sum, share, growth, before-and-after, per month.

Every operand is cited and shown. What does not fit (unit, year) is refused with the reason.
"""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import current_of
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label, number, sentence, short, unit_of, value_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Qualifiers, Question, Word
from assistant.dialogue.understanding.asking import mask
from assistant.dialogue.understanding.content import content_words
from assistant.dialogue.understanding.qualifying import qualify
from knowledge import Commitment, Evidence, Indicator

_PARTS = re.compile(r"(?:加上|(?<![增参添追附更])加(?![快强大了])|减去?|和|与|跟|同|比|、|以及|及|还是|或者|或|占(?![比地用有据领])|除以|，)")
_ADDING = re.compile(r"加上|加起来|之和|总和|合计|(?<![增参添追附更])加(?![快强大了])|[和与跟、].*(?:一共|总共|共计|总计)")
_EACH = re.compile(r"分别|各|、|和|与|跟|以及|还有| |，")
_PER = re.compile(r"(?:每|一)(万亩|人次|[个家件项人户位名所亩])|([生人户亩校])均")
_SHORT_UNITS = {"生": "人"}
Piece = tuple[str, list[Word]]  # the text of a thing named, and its words


def operands_of(inquiry: Inquiry, *, complete: bool = False) -> list[Fit]:
    """The figures of the things named, one each: A和B相差多少, A加上B.

    With `complete`, none when one of the things has no figure. A thing named in short borrows the words of the other (国家级加上市级的知识产权优势企业).
    """
    siblings = _siblings(inquiry)
    if len(siblings) > 1:
        return siblings
    pieces = _pieces(inquiry)
    found: list[Fit] = []
    for piece in pieces:
        others = [w for other in pieces if other is not piece for w in other[1]]
        best = _one_operand(inquiry, piece, others)
        if complete and best is None:
            return []
        if best and all(best.evidence.fact is not f.evidence.fact for f in found):
            found.append(best)
    return found


def _siblings(inquiry: Inquiry) -> list[Fit]:
    """Figures of one name told apart by whose they are (许可使用: 天下大足, 大足石雕), both named."""
    groups: dict[tuple[str, str], list[Fit]] = {}
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if isinstance(fact, Indicator) and fact.subject and not found.conflicts:
            subject = folded_text(fact.subject)
            if any(form in subject for w in inquiry.question.words for form in w.forms if len(form) > 1):
                groups.setdefault((fact.name, fact.unit), []).append(found)
    best = max(groups.values(), key=len, default=[])
    named = {_subject_words(inquiry, found) for found in best}
    return best if len(best) > 1 and len(named) == len(best) else []


def _subject_words(inquiry: Inquiry, found: Fit) -> tuple[str, ...]:
    subject = folded_text(getattr(found.evidence.fact, "subject", "") or "")
    return tuple(w.text for w in inquiry.question.words if any(form in subject for form in w.forms))


def _pieces(inquiry: Inquiry) -> list[Piece]:
    """The words of each thing named, by where the joining words cut the question."""
    text = inquiry.question.text
    words = inquiry.question.words
    cuts = [mask(part)[1] for part in _PARTS.split(text) if part]
    pieces = [(part, content_words(part, inquiry.library)[0]) for part in cuts]
    pieces = [piece for piece in pieces if piece[1]]
    if len(pieces) < 2:
        shared = [w for w in words if not _names_figure(inquiry, w)]
        pieces = [(w.text + _levels_in(text), [w, *shared]) for w in words if w not in shared]
    return pieces


def _levels_in(text: str) -> str:
    """The words of a status stay with every thing named (正在制定的行业标准、地方标准)."""
    found = re.search(r"正在制定|在制定|已发布|新增|申报", text)
    return found.group() if found else ""


def _names_figure(inquiry: Inquiry, word: Word) -> bool:
    """Is the word the name of a figure, or of what it belongs to?"""
    if any(one.kind == "status" for one in inquiry.library.lexicon.qualifiers_of(word.text)):
        return False
    return len(word.text) > 1 and any(
        form in label(f.evidence) for f in inquiry.candidates.of(Indicator) for form in word.forms
    )


def _one_operand(inquiry: Inquiry, piece: Piece, others: list[Word]) -> Fit | None:
    """The figure of one thing; borrowed words help to choose only where its own do not suffice."""
    text, words = piece
    own = [replace(w, soft=w.soft and len(words) > 1) for w in words]
    borrowed = [replace(w, soft=True) for w in others if w not in words]
    short = all(w.text.endswith("级") or len(w.text) < 3 for w in own)
    question = replace(
        inquiry.question,
        text=text,
        asks=(Ask.FIGURE,),
        words=(*own, *borrowed) if short else tuple(own),
        qualifiers=_qualifiers(inquiry, text),
        unit="",
        numbers=(),
    )
    ranked = ranked_figures(inquiry.with_question(question, Indicator, Commitment))
    return ranked[0][0] if ranked else None


def _qualifiers(inquiry: Inquiry, text: str) -> Qualifiers:
    """What the piece says, and the year and place the whole question says."""
    whole = inquiry.question.qualifiers
    own = qualify(text, inquiry.now.date(), inquiry.library.lexicon)
    return replace(own, years=own.years or whole.years, places=own.places | whole.places)


def answer_each(inquiry: Inquiry) -> Answer | None:
    """发明专利和注册商标分别有多少件: each with its own figure."""
    if not _EACH.search(inquiry.question.text):
        return None
    found = operands_of(inquiry, complete=True)
    if len(found) < 2:
        return None
    rows = tuple(f.evidence for f in found)
    said = [f"{label(row)}{short(row)}" for row in rows]
    return Answer(
        kind="answer",
        headline="，".join(said),
        body="；".join(sentence(row) for row in rows),
        proofs=tuple(Proof(row) for row in rows),
        focus=rows,
        names=tuple(label(row) for row in rows),
    )


def _siblings(inquiry: Inquiry) -> list[Fit]:
    """Figures of one name told apart by whose they are (许可使用: 天下大足, 大足石雕), both named."""
    groups: dict[tuple[str, str], list[Fit]] = {}
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if isinstance(fact, Indicator) and fact.subject and not found.conflicts:
            subject = folded_text(fact.subject)
            if any(form in subject for w in inquiry.question.words for form in w.forms if len(form) > 1):
                groups.setdefault((fact.name, fact.unit), []).append(found)
    best = max(groups.values(), key=len, default=[])
    named = {_subject_words(inquiry, found) for found in best}
    return best if len(best) > 1 and len(named) == len(best) else []


def _subject_words(inquiry: Inquiry, found: Fit) -> tuple[str, ...]:
    subject = folded_text(getattr(found.evidence.fact, "subject", "") or "")
    return tuple(w.text for w in inquiry.question.words if any(form in subject for form in w.forms))


def _pieces(inquiry: Inquiry) -> list[Piece]:
    """The words of each thing named, by where the joining words cut the question."""
    text = inquiry.question.text
    words = inquiry.question.words
    cuts = [mask(part)[1] for part in _PARTS.split(text) if part]
    pieces = [(part, content_words(part, inquiry.library)[0]) for part in cuts]
    pieces = [piece for piece in pieces if piece[1]]
    if len(pieces) < 2:
        shared = [w for w in words if not _names_figure(inquiry, w)]
        pieces = [(w.text + _levels_in(text), [w, *shared]) for w in words if w not in shared]
    return pieces


def _levels_in(text: str) -> str:
    """The words of a status stay with every thing named (正在制定的行业标准、地方标准)."""
    found = re.search(r"正在制定|在制定|已发布|新增|申报", text)
    return found.group() if found else ""


def _names_figure(inquiry: Inquiry, word: Word) -> bool:
    """Is the word the name of a figure, or of what it belongs to?"""
    if any(one.kind == "status" for one in inquiry.library.lexicon.qualifiers_of(word.text)):
        return False
    return len(word.text) > 1 and any(
        form in label(f.evidence) for f in inquiry.candidates.of(Indicator) for form in word.forms
    )


def _one_operand(inquiry: Inquiry, piece: Piece, others: list[Word]) -> Fit | None:
    """The figure of one thing; borrowed words help to choose only where its own do not suffice."""
    text, words = piece
    own = [replace(w, soft=w.soft and len(words) > 1) for w in words]
    borrowed = [replace(w, soft=True) for w in others if w not in words]
    short = all(w.text.endswith("级") or len(w.text) < 3 for w in own)
    question = replace(
        inquiry.question,
        text=text,
        asks=(Ask.FIGURE,),
        words=(*own, *borrowed) if short else tuple(own),
        qualifiers=_qualifiers(inquiry, text),
        unit="",
        numbers=(),
    )
    ranked = ranked_figures(inquiry.with_question(question, Indicator, Commitment))
    return ranked[0][0] if ranked else None


def _qualifiers(inquiry: Inquiry, text: str) -> Qualifiers:
    """What the piece says, and the year and place the whole question says."""
    whole = inquiry.question.qualifiers
    own = qualify(text, inquiry.now.date(), inquiry.library.lexicon)
    return replace(own, years=own.years or whole.years, places=own.places | whole.places)


def answer_each(inquiry: Inquiry) -> Answer | None:
    """发明专利和注册商标分别有多少件: each with its own figure."""
    if not _EACH.search(inquiry.question.text):
        return None
    found = operands_of(inquiry, complete=True)
    if len(found) < 2:
        return None
    rows = tuple(f.evidence for f in found)
    said = [f"{label(row)}{short(row)}" for row in rows]
    return Answer(
        kind="answer",
        headline="，".join(said),
        body="；".join(sentence(row) for row in rows),
        proofs=tuple(Proof(row) for row in rows),
        focus=rows,
        names=tuple(label(row) for row in rows),
    )


def _unborne(inquiry: Inquiry, found: list[Fit]) -> list[Word]:
    """Required words that none of the figures bears."""
    borne = {w.text for f in found for w, s in f.support if s is not Support.NONE}
    return [w for w in inquiry.question.required if w.text not in borne]


def answer_difference(inquiry: Inquiry) -> Answer | None:
    """A和B相差多少: only between figures of one unit."""
    found = operands_of(inquiry)
    if len(found) < 2:
        return _gap_to_total(inquiry) if len(found) == 1 else None
    return _difference(found[0].evidence, found[1].evidence)


def _gap_to_total(inquiry: Inquiry) -> Answer | None:
    return answer_gap(inquiry)


def _difference(one: Evidence, other: Evidence) -> Answer:
    a, b = _value(one), _value(other)
    refused = _misfit(one, other)
    if refused:
        return refused
    gap = abs(a - b)
    unit = unit_of(one)
    if unit in ("%", "‰"):
        unit = "个百分点"
    more = "一样多" if a == b else f"{label(one) if a > b else label(other)}多"
    shown = f"{number(max(a, b))}-{number(min(a, b))}={number(gap)}{unit}"
    return _computed(f"相差{number(gap)}{unit}（{more}）", f"{_said(one)}，{_said(other)}，{shown}（推算）", (one, other))


def answer_sum(inquiry: Inquiry) -> Answer | None:
    """A加上B一共多少; 一共 alone asks for the one figure that bears all the words."""
    if not _ADDING.search(inquiry.question.text) and ranked_figures(inquiry):
        return None
    found = operands_of(inquiry, complete=True)
    if len(found) < 2:
        return None
    rows = [f.evidence for f in found]
    for other in rows[1:]:
        refused = _misfit(rows[0], other)
        if refused:
            return refused
    total = sum((_value(row) for row in rows), Decimal(0))
    shown = f"{'+'.join(number(_value(row)) for row in rows)}={number(total)}{unit_of(rows[0])}"
    return _computed(f"{number(total)}{unit_of(rows[0])}", f"{'，'.join(_said(r) for r in rows)}，{shown}（推算）", tuple(rows))


def answer_share(inquiry: Inquiry) -> Answer | None:
    """A占B的比例; a share the letter states comes before one computed."""
    stated = _stated(inquiry, "%")
    if stated:
        return stated
    found = operands_of(inquiry)
    if len(found) == 1 and isinstance(found[0].evidence.fact, Indicator) and found[0].evidence.fact.total:
        whole = _total_of(inquiry, found[0].evidence)
        found = [found[0], whole] if whole else found
    if len(found) < 2:
        return None
    part, whole_row = sorted((f.evidence for f in found[:2]), key=_value)
    refused = _misfit(part, whole_row)
    if refused or not _value(whole_row):
        return refused
    share = (_value(part) / _value(whole_row) * 100).quantize(Decimal("0.1"))
    shown = f"{number(_value(part))}÷{number(_value(whole_row))}≈{number(share)}%"
    return _computed(f"{number(share)}%", f"{_said(part)}，{_said(whole_row)}，{shown}（推算）", (part, whole_row))


def _stated(inquiry: Inquiry, unit: str) -> Answer | None:
    from assistant.dialogue.answering.figures import say_figure

    wanted = "目标" in inquiry.question.qualifiers.measure
    ranked = [
        f
        for f, _ in ranked_figures(inquiry)
        if unit_of(f.evidence) == unit and (wanted or not _is_target(f.evidence))
    ]
    return say_figure(ranked[0]) if ranked else None


def _is_target(row: Evidence) -> bool:
    return isinstance(row.fact, Commitment) or isinstance(row.fact, Indicator) and row.fact.measure == "目标"


def _total_of(inquiry: Inquiry, part: Evidence) -> Fit | None:
    total = part.fact.total if isinstance(part.fact, Indicator) else None
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if isinstance(fact, Indicator) and fact.name == total and fact.total is None and fact.unit == unit_of(part):
            return found
    return None


def answer_gap(inquiry: Inquiry) -> Answer | None:
    """离目标还差多少: the promise minus the present figure."""
    pair = _target_and_current(inquiry)
    if pair is None:
        return None
    target, current = pair
    gap = _value(target) - _value(current)
    share = (_value(current) / _value(target) * 100).quantize(Decimal("0.1")) if _value(target) else Decimal(0)
    unit = unit_of(current)
    shown = f"{number(_value(target))}-{number(_value(current))}={number(gap)}{unit}"
    head = f"还差{number(gap)}{unit}" if gap > 0 else f"已超过目标{number(-gap)}{unit}"
    return _computed(head, f"{_said(current)}，目标{number(_value(target))}{unit}，{shown}，完成{number(share)}%（推算）", (current, target))


def _target_and_current(inquiry: Inquiry) -> tuple[Evidence, Evidence] | None:
    """The promise asked about and the present figure of the same thing."""
    question = replace(inquiry.question, unit="", qualifiers=replace(inquiry.question.qualifiers, measure=frozenset()))
    free = _without_goal_words(question)
    held = inquiry.with_question(free)
    best: tuple[float, Evidence, Evidence] | None = None
    for found in held.candidates.of(Commitment, Indicator):
        fact = found.evidence.fact
        goal = isinstance(fact, Commitment) or isinstance(fact, Indicator) and fact.measure == "目标"
        if not goal or value_of(found.evidence) is None or found.missing or not held.touches(found):
            continue
        current = current_of(held, found.evidence)
        worth = found.score + held.near_focus(found)
        if current and (best is None or worth > best[0]):
            best = (worth, found.evidence, current)
    return (best[1], best[2]) if best else None


def _without_goal_words(question: Question) -> Question:
    kept = tuple(w for w in question.words if not re.fullmatch(r"目标|承诺|任务|年底|承诺事项|差距|计划|完成|达到|数量|新增|增加|还需|现有|目标值|达标|才能|才算|承诺的", w.text))
    return replace(question, words=kept)


def answer_monthly(inquiry: Inquiry) -> Answer | None:
    """平均每月还要多少: the gap over the months left until the deadline."""
    pair = _target_and_current(inquiry)
    if pair is None:
        return None
    target, current = pair
    deadline = target.fact.deadline if isinstance(target.fact, Commitment) else None
    if deadline is None or deadline.latest is None:
        return None
    today = inquiry.now.date()
    start = current.fact.as_of if isinstance(current.fact, Indicator) and current.fact.as_of else today
    months = _months(today if today < deadline.latest else start, deadline.latest)
    gap = _value(target) - _value(current)
    each = (gap / months).quantize(Decimal("0.1"))
    unit = unit_of(current)
    shown = f"（{number(_value(target))}-{number(_value(current))}）÷{months}个月≈{number(each)}{unit}"
    return _computed(f"平均每月约{number(each)}{unit}", f"还差{number(gap)}{unit}，到{deadline.words}按{months}个月算，{shown}（推算）", (current, target))


def _months(start: "date", end: "date") -> int:  # type: ignore[name-defined]  # noqa: F821
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(months + (1 if start.day < 15 else 0), 1)


def answer_before(inquiry: Inquiry) -> Answer | None:
    """去年是多少: the present figure minus the increase the letter states beside it."""
    question = replace(inquiry.question, qualifiers=Qualifiers(), unit="", asks=(Ask.FIGURE,))
    held = inquiry.with_question(question)
    for found, _ in ranked_figures(held):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or fact.measure in ("目标", "增量", "增长率"):
            continue
        change = _change_of(held, found.evidence)
        if change is None:
            continue
        before = fact.value - _value(change)
        shown = f"{number(fact.value)}-{number(_value(change))}={number(before)}{fact.unit}"
        return _computed(f"{number(before)}{fact.unit}", f"{_said(found.evidence)}，{label(change)}{number(_value(change))}{unit_of(change)}，{shown}（推算）", (found.evidence, change))
    return None


def _change_of(inquiry: Inquiry, current: Evidence) -> Evidence | None:
    """The increase stated in the same sentence, in the same unit, behind the figure."""
    mine = current.fact
    before_new = re.search(r"新增(?:之|以)?前", inquiry.question.text) is not None
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or not isinstance(mine, Indicator):
            continue
        near = found.evidence.quote == current.quote and abs(fact.place.own.start - mine.place.own.start) < 120
        if near and _rises(fact, mine, before_new) and fact.unit == mine.unit:
            return found.evidence
    return None


def _rises(change: Indicator, stock: Indicator, before_new: bool) -> bool:
    """An increase of this very figure: by name, or by standing right behind it."""
    alike = change.name == stock.name
    if change.measure == "新增":
        return alike and change is not stock and before_new
    beside = 0 <= change.place.own.start - stock.place.own.end <= 3
    return change.measure == "增量" and (alike or beside)


def answer_complement(inquiry: Inquiry) -> Answer | None:
    """没进初审的有几家: the whole in the same sentence minus the part named."""
    text = re.sub(r"没有?|未|不在|不是|非|落选", "", inquiry.question.text)
    question = replace(inquiry.question, text=text, negated=False, numbers=(), unit="")
    held = inquiry.with_question(question, Indicator)
    for found in held.candidates.fits:
        part = found.evidence
        whole = _whole_of(held, part)
        given = any(claim.value == _value(part) for claim in inquiry.question.numbers)
        fits = found.core and not found.conflicts and len(found.missing) * 3 <= len(question.required)
        if fits and whole and not given:
            rest = _value(whole) - _value(part)
            shown = f"{number(_value(whole))}-{number(_value(part))}={number(rest)}{unit_of(part)}"
            return _computed(f"{number(rest)}{unit_of(part)}", f"{_said(whole)}，{_said(part)}，{shown}（推算）", (whole, part))
    return None


def _whole_of(inquiry: Inquiry, part: Evidence) -> Evidence | None:
    """The larger figure of the same unit that stands just before in the sentence."""
    mine = part.fact
    best: Evidence | None = None
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or not isinstance(mine, Indicator):
            continue
        before = found.evidence.quote == part.quote and fact.place.own.start <= mine.place.own.start
        if before and fact is not mine and fact.unit == mine.unit and fact.value > mine.value:
            best = found.evidence
    return best


def answer_after(inquiry: Inquiry) -> Answer | None:
    """新增5个以后会有多少: the present figure plus what is added."""
    added = next(iter(inquiry.question.numbers), None)
    question = replace(inquiry.question, numbers=(), qualifiers=replace(inquiry.question.qualifiers, measure=frozenset({"存量"}), years=frozenset()))
    ranked = ranked_figures(inquiry.with_question(question, Indicator))
    if added is None or not ranked or "增" not in inquiry.question.text:
        return None
    row = ranked[0][0].evidence
    total = _value(row) + added.value
    shown = f"{number(_value(row))}+{number(added.value)}={number(total)}{unit_of(row)}"
    return _computed(f"{number(total)}{unit_of(row)}", f"{_said(row)}，新增{added.text}，{shown}（推算）", (row,))


def answer_ratio(inquiry: Inquiry) -> Answer | None:
    """平均每家多少: two figures of one sentence, the second counted in the unit behind 每."""
    found = _PER.search(inquiry.question.text)
    if not found:
        return None
    per = _SHORT_UNITS.get(found.group(1) or found.group(2), found.group(1) or found.group(2))
    pairs = [
        (above.score + below.score, above.evidence, below.evidence)
        for below in inquiry.candidates.of(Indicator)
        if unit_of(below.evidence) == per and _value(below.evidence)
        for above in _beside(inquiry, below)
    ]
    if not pairs:
        return None
    _, above, below = max(pairs, key=lambda pair: pair[0])
    return _ratio(above, below)


def _beside(inquiry: Inquiry, below: Fit) -> list[Fit]:
    """Figures of the same sentence in the unit asked for, that together bear all the words."""
    asked = inquiry.question.unit
    money = asked in ("钱", "元", "块", "万", "万元", "亿元")
    return [
        above
        for above in inquiry.candidates.of(Indicator)
        if above.evidence.quote == below.evidence.quote
        and unit_of(above.evidence) not in (unit_of(below.evidence), "%", "‰")
        and (not money or unit_of(above.evidence).endswith("元"))
        and not {w.text for w in above.missing} & {w.text for w in below.missing}
        and (above.core or below.core)
        and not above.conflicts
    ]


def _ratio(above: Evidence, below: Evidence) -> Answer:
    each = _value(above) / _value(below)
    said = number(each.quantize(Decimal("0.01")))
    rounded = number(each.quantize(Decimal(1))) if each > 100 else said
    unit = f"{unit_of(above)}/{unit_of(below)}"
    shown = f"{number(_value(above))}÷{number(_value(below))}≈{said}"
    head = f"约{rounded}{unit}"
    return _computed(head, f"{head}。{_said(above)}，{_said(below)}，{shown}{unit}（推算）", (above, below))


def _computed(headline: str, body: str, rows: tuple[Evidence, ...]) -> Answer:
    return Answer(kind="computed", headline=headline, body=body, proofs=tuple(Proof(row) for row in rows), focus=rows)


def _misfit(one: Evidence, other: Evidence) -> Answer | None:
    """Why two figures cannot be reckoned together, as an answer."""
    a, b = unit_of(one), unit_of(other)
    if a == b or {a, b} <= {"个", "件", "项", "家"}:
        return None
    return Answer(
        kind="refused",
        headline=f"两个数的单位不同（{a}、{b}），不能相加减",
        body=f"{sentence(one)}；{sentence(other)}",
        proofs=(Proof(one), Proof(other)),
    )


def _value(row: Evidence) -> Decimal:
    return value_of(row) or Decimal(0)


def _said(row: Evidence) -> str:
    return sentence(row)

