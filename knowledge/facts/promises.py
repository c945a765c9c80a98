"""Promises: commitments that stand only in the sentences of a letter.

A promise is a clause that looks ahead (将, 计划, 力争, a date to come), with the clauses that go on about
it. Under a heading such as 下一步工作 every sentence looks ahead. What was done is no promise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.facts.deadlines import FoundDeadline, find_deadlines
from knowledge.facts.lines import cut
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.strength import find_target, strength_of
from knowledge.facts.units import split_units, unit_in
from knowledge.facts.wording import NUMBERED, wording_of
from knowledge.glossary import Commitment, Deadline

AHEAD = re.compile(
    r"下一?步|下一?阶段|接下来|今后|打算|(?<!规)计划(?!生育)|思路|安排(?!部署情况)|努力方向|未来|后续|明年工作"
)
_TRIGGER = re.compile(
    r"(?<![已现即并可要先正再])将(?!军|来|领|士|近|有关|相关|其|该|此|情况)|计划(?=[于在\d年今明投建完启开实新对])|(?:^|[，我局委会])拟(?!定|合|人)|力争|争取(?!到|了|[，。；]|$)"
    r"|预计|确保|即可|(?:也|还|都|均)会|打算|准备(?!了|工作|金)|(?<!不)承诺|到\d{4}年|(?:尽快|适时|逐步|陆续|择机|早日)"
)
_DONE = re.compile(
    r"已|了(?!解)|曾|去年|前年|截至|截止|目前|现有|累计|以来|近年|上年|共(?:有|计|投)|投入(?!使用|运营|运行)"
)
_CONSEQUENCE = re.compile(
    r"^(?:届时|从而|以便|以此|使得?|让|为[^，]{2,20}(?:提供|奠定|作出|贡献)|不断提|切实|进而)"
)
_POLITE = re.compile(
    r"(?:以下|如下|下列)[^，]{0,6}$|感谢|欢迎|建言|监督|批评|收悉|答复如下|宝贵|理解"
)
_LISTED = re.compile(
    r"(?:(?:20\d\d年|[今明]年|\d{1,2}月)[^，；。]{0,14}?[前底内末旬月日度年]|[\u4e00-\u9fff、]{2,30}(?:局|委|办|中心|街道|公司|政府|科|镇|乡))(?=[；。]|$)"
)
_AMOUNT = re.compile(r"(?:约|近|为|需)?\d")
_LABELLED = r"(?:责任|牵头|主办|承办|配合|协办|完成|办结|落实)(?:单位|部门|科室|时限|时间|期限)："
_ASSIGNED = re.compile(rf"（(?:责任|牵头|主办|完成|时限|落实)|{_LABELLED}")
_LABEL_ONLY = re.compile(rf"^{_LABELLED}")
_BARE = re.compile(r"^(?:计划|预计|力争|争取|拟|将|确保)?(?:于|在|到)?[\d今明年“国春元]")
_NO_MEASURE = re.compile(r"^建议|是|\d|问题|原则上")


@dataclass(slots=True)
class _Group:
    """Clauses that make one promise: [start, end) of the folded passage."""

    start: int
    end: int
    deadlines: list[FoundDeadline] = field(default_factory=list)
    trigger: bool = False
    done: bool = False
    whole: bool = False  # goes on about what was done, having no subject: 计划7月上旬开工


def read_promises(
    outline: Outline, letter_date: date | None, agency: str | None
) -> tuple[Commitment, ...]:
    """The promises of the body, in order; without a unit named the agency that answers has them."""
    found: list[Commitment] = []
    later = False
    for prose in outline.parts("body"):
        later = _looks_ahead(prose, later)
        found += _promises(outline, prose, later, letter_date, agency)
    for prose in outline.parts("closing"):
        polite = _promises(outline, prose, False, letter_date, agency)
        found += (one for one in polite if one.deadline and one.deadline.precision != "vague")
    return tuple(found) or tuple(_measures(outline, agency))


def read_lists(
    outline: Outline, letter_date: date | None, agency: str | None
) -> tuple[Commitment, ...]:
    """The numbered lines of an attachment that lists promises without a table."""
    found: list[Commitment] = []
    named = False
    for prose in outline.parts("attachment"):
        named = named or bool(re.search(r"承诺|事项|任务|清单|台账|安排", prose.text[:40]))
        if named and prose.row is not None:
            end = len(prose.text.rstrip("。；"))
            group = _Group(
                prose.begin, end, find_deadlines(prose.text[prose.begin : end], letter_date)
            )
            one = _commitment(outline, prose, group, prose.row, agency)
            found.append(replace(one, source="table", row=prose.row, key=prose.passage.code))
    return tuple(found)


def _looks_ahead(prose: Prose, before: bool) -> bool:
    """Whether a passage stands under a heading, or behind an opening, of things to come."""
    if prose.passage.headings:
        return any(AHEAD.search(heading) for heading in prose.passage.headings)
    opening = prose.text[:12]
    return before or bool(re.match(r"下一?步|下一?阶段|接下来|今后|后续|明年|未来", opening))


def _promises(
    outline: Outline, prose: Prose, ahead: bool, base: date | None, agency: str | None
) -> Iterator[Commitment]:
    number = 0
    for start, end in _sentences(prose):
        for group in _groups(prose, start, end, base):
            if _is_promise(prose, group, ahead, base):
                number += 1
                timed = [one for one in group.deadlines if not _is_past(one.deadline, base)]
                group.deadlines = timed  # 兑付2019年度补助 says nothing of by when
                yield _commitment(outline, prose, group, number, agency)


def _sentences(prose: Prose) -> Iterator[tuple[int, int]]:
    """Sentences up to 。；, marks inside quotations and brackets apart."""
    start = prose.begin
    for found in re.finditer(r"[。；！\n]|$", prose.text[start:]):
        end = prose.begin + found.start()
        inside = prose.text[start:end]
        if inside.count("“") > inside.count("”") or inside.count("（") > inside.count("）"):
            continue
        if _ASSIGNED.match(prose.text, end + 1):
            continue  # （责任单位：…，完成时限：…） behind the full stop belongs to the sentence
        if found[0] == "；" and _LISTED.match(prose.text, end + 1):
            continue  # 恢复植被3000亩；2023年3月底前；市林业局
        if end > start:
            yield start, end
        start = end + 1


def _groups(prose: Prose, start: int, end: int, base: date | None) -> list[_Group]:
    """The clauses of a sentence put together by what they promise."""
    groups: list[_Group] = []
    for left, right in _clauses(prose.text, start, end):
        words = prose.text[left:right]
        deadlines = [one for one in find_deadlines(words, base) if not _is_rate(words, one)]
        timed = [one for one in deadlines if one.deadline.precision != "vague"]
        trigger = bool(_TRIGGER.search(words))
        done = bool(_DONE.search(words)) and not trigger
        last = groups[-1] if groups else None
        if last is None or _begins(last, words, timed, trigger, done):
            if last is not None and _BARE.match(words) and _residue(words, timed) <= 6:
                group = _Group(last.start, right, list(deadlines), trigger, done, whole=True)
            else:
                group = _Group(left, right, list(deadlines), trigger, done)
            groups.append(group)
        elif not _CONSEQUENCE.match(words):
            last.end = right
            last.deadlines += deadlines
            last.trigger = last.trigger or trigger
    return groups


def _is_rate(words: str, found: FoundDeadline) -> bool:
    """每月1860元 and 每年18万元 are prices, no rhythms."""
    return found.deadline.recurring is not None and bool(_AMOUNT.match(words, found.end))


def _begins(
    last: _Group, words: str, timed: list[FoundDeadline], trigger: bool, done: bool
) -> bool:
    """Whether a clause begins a promise of its own and does not go on with the last one."""
    if done or last.done:
        return done != last.done and (done or trigger or bool(timed))
    had = [one for one in last.deadlines if one.deadline.precision != "vague"]
    if had and not timed and last.end - last.start - sum(o.end - o.start for o in had) <= 4:
        return False  # 三是到2026年6月，投放量力争达到8万个
    if _residue(words, timed) < 3:
        return False
    if trigger and last.trigger or timed and had:
        return True
    return bool(re.match(r"并[与对会]|[一二三四五六]是", words))


def _residue(words: str, deadlines: list[FoundDeadline]) -> int:
    """How many characters a clause has beside its deadlines."""
    return len(words) - sum(one.end - one.start for one in deadlines)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces between commas outside quotations and brackets."""
    left, depth = start, 0
    for at in range(start, end):
        if text[at] in "“（《":
            depth += 1
        elif text[at] in "”）》":
            depth = max(0, depth - 1)
        elif text[at] in "，：" and not depth:
            if at > left:
                yield left, at
            left = at + 1
    if end > left:
        yield left, end


def _is_promise(prose: Prose, group: _Group, ahead: bool, base: date | None) -> bool:
    words = prose.text[group.start : group.end]
    bare = NUMBERED.sub("", words)
    if group.done or _POLITE.search(words) or len(bare) < 6 or _LABEL_ONLY.match(bare):
        return False
    if any(_is_to_come(one.deadline, base) for one in group.deadlines):
        return True
    if any(_is_past(one.deadline, base) for one in group.deadlines):
        return False
    if group.trigger and not re.match(r"^(?:根据|按照|经|针对|对于)[^，]*$", bare):
        return True
    return ahead and len(bare) >= 8


def _is_to_come(deadline: Deadline, base: date | None) -> bool:
    """A date after the letter's, a rhythm or a condition; a bare year says too little."""
    if deadline.precision in ("recurring", "conditional"):
        return True
    day = deadline.latest or deadline.earliest
    if day is None or base is None or day < base:
        return False
    return deadline.precision != "year" or day.year > base.year or "内" in deadline.words


def _is_past(deadline: Deadline, base: date | None) -> bool:
    return bool(base and deadline.latest and deadline.latest < base)


def _commitment(
    outline: Outline, prose: Prose, group: _Group, number: int, agency: str | None
) -> Commitment:
    words = prose.text[group.start : group.end]
    deadline = _deadline(group)
    whole_end = prose.text.find("。", group.end)
    unit, named = unit_in(NUMBERED.sub("", words))
    unit_words = unit or agency or ""
    said = cut(prose.folded, group.start, group.end)
    text = wording_of(outline.document, said, None if group.whole else deadline)
    target = find_target(text)
    own = prose.span(group.start, group.end)
    quote = prose.span(
        _sentence_start(prose, group.start), whole_end + 1 if whole_end >= 0 else len(prose.text)
    )
    return Commitment(
        text=text,
        deadline=deadline,
        place=prose.place(own, quote),
        units=split_units(unit_words),
        unit_words=unit_words,
        source="text",
        target=target[0] if target else None,
        target_unit=target[1] if target else None,
        strength=strength_of(text, deadline, named, target is not None),
        key=f"{prose.passage.code}-c{number}",
    )


def _sentence_start(prose: Prose, at: int) -> int:
    marks = [prose.text.rfind(mark, 0, at) + 1 for mark in "。\n"]
    return max([prose.begin if prose.begin <= at else 0, *marks])


def _deadline(group: _Group) -> Deadline | None:
    """The most telling of a promise's deadlines: the last date, then a condition or rhythm."""
    rank = {"vague": 0, "conditional": 1, "recurring": 1}
    return max(
        (one.deadline for one in group.deadlines),
        key=lambda one: (
            rank.get(one.precision, 2),
            one.latest or date.min,
            one.earliest or date.min,
        ),
        default=None,
    )


def _measures(outline: Outline, agency: str | None) -> Iterator[Commitment]:
    """Where nothing looks ahead, the measures of a run 一是… 二是… are what the bureau offers."""
    for prose in outline.parts("body"):
        if not re.search(r"[二两]是", prose.text):
            continue
        number = 0
        for start, end in _sentences(prose):
            for left, right in _pairs(prose.text, start, end):
                words = NUMBERED.sub("", prose.text[left:right])
                if len(words) >= 10 and not _DONE.search(words) and not _NO_MEASURE.search(words):
                    number += 1
                    yield _commitment(outline, prose, _Group(left, right), number, agency)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence cut before 并与, 并对: two measures in one."""
    cut = re.search(r"，(?=并[与对将会])", text[start:end])
    if cut is None:
        yield start, end
        return
    yield start, start + cut.start()
    yield start + cut.end(), end
