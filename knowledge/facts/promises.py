"""Promises: commitments that stand only in the sentences of a letter.

A promise is a clause that looks ahead (将, 计划, 力争, a date to come), with the clauses that go on
about it. Under a heading such as 下一步工作 every sentence looks ahead. What was done is no promise.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from knowledge.facts.deadlines import find_deadlines, parse_deadline
from knowledge.facts.duties import begins_duty, find_duties, value_of
from knowledge.facts.lines import cut
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.promise_groups import DONE, Group, groups_of, topic_end
from knowledge.facts.strength import find_target, strength_of
from knowledge.facts.units import assigned_in, office_first, split_units, unit_in
from knowledge.facts.wording import NUMBERED, wording_of
from knowledge.glossary import Commitment, Deadline

AHEAD = re.compile(
    r"下一?步|下一?阶段|接下来|今后|打算|(?<!规)计划(?!生育)|思路|安排(?!部署情况)|努力方向|未来|后续|明年工作|承诺(?!(?:兑现|落实|完成|办理)情况)|时间表|什么时候|何时|时间安排"
)
_POLITE = re.compile(
    r"(?:以下|如下|下列)[^，]{0,6}$|感谢|欢迎|^请[您你贵]|反馈意见|建言|监督|批评|收悉|答复如下|宝贵|理解"
)
_CAPTION = re.compile(
    r"[^，。；]*(?:台账|清单|列表|[一览明细登记汇总任务期限]{2}表)(?:（[^）]*）)?\s*\Z|(?:下一?步)?[^，。；\d]{0,6}(?:承诺|办理|重点|工作)(?:办理|落实|推进)?(?:事项|任务)[：:]?\s*\Z"
)
_LISTED = re.compile(
    r"(?:(?:20\d\d年|[今明]年|\d{1,2}月)[^，；。]{0,14}?[前底内末旬月日度年]|[\u4e00-\u9fff、]{2,30}(?:局|委|办|中心|街道|公司|政府|科|镇|乡))(?=[；。]|$)"
)
_REFUSED = re.compile(
    r"暂(?:不|无)(?:能|宜|予|具备|采纳|考虑|实施|大面积|推广)|难以承受|无权|不予采纳|不(?:具备|符合)[^，。；]{0,6}条件"
)
_NOW = re.compile(
    r"目前|现状|现有|基本情况|开展情况|工作情况|办理情况|工作成效|主要做法|怎么做|已(?:经)?(?:开展|做|采取)"
)
_HOURS = re.compile(r"\d{1,2}[:：]\d{2}|[上下]午|开门|闭[馆市园]|营业|接待|位于|坐落|集中申报|受理")
_STEP = re.compile(r"(?:开工|动工|完工|竣工|通车|投用|启用|开业|招标|开放)$")
_NO_MEASURE = re.compile(r"^建议|是|\d|问题|原则上")


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
            duties = find_duties(prose.text, prose.begin, end)
            said = min((one.begin for one in duties), default=end)
            timed = find_deadlines(prose.text[prose.begin : said], letter_date)
            group = Group(prose.begin, said, timed, duties=duties, until=end)
            group.due = parse_deadline(value_of(prose.text, duties, "when") or "", letter_date)
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
    waiting: list[Commitment] = []  # for a sentence that says who does them
    joined = False  # to the sentence before, by a semicolon
    for start, end in _sentences(prose):
        unit = assigned_in(prose.text[start:end])
        if waiting and unit is not None:
            waiting = [_given_to(one, unit or agency or "") for one in waiting]
            continue
        duties = find_duties(prose.text, start, end)
        said = min((one.begin for one in duties), default=end)
        labelled = value_of(prose.text, duties, "when")
        due = parse_deadline(labelled, base) if labelled else _headed(prose, base)
        groups = groups_of(prose, start, said, base)
        begin = topic_end(prose.text, start, said)
        lead = office_first(NUMBERED.sub("", prose.text[begin:said])) or _said_last(
            prose, start, said
        )
        for group in groups:
            own = any(one.deadline.precision != "vague" for one in group.deadlines)
            group.duties, group.until, group.lead = duties, end, lead
            group.due = None if own and len(groups) > 1 else due
            if _is_promise(prose, group, ahead, base):
                number += 1
                timed = [one for one in group.deadlines if not _is_past(one.deadline, base)]
                group.deadlines = timed  # 兑付2019年度补助 says nothing of by when
                if not joined:
                    yield from waiting
                    waiting = []
                waiting.append(_commitment(outline, prose, group, number, agency))
                joined = False
        joined = prose.text[end : end + 1] == "；"
    yield from waiting


def _headed(prose: Prose, base: date | None) -> Deadline | None:
    """The deadline in brackets behind a heading: 1.补齐短板（8月底前）。更换器材350件."""
    bracket = re.search(r"（([^（）]{2,14})）[。：]?$", prose.text[: prose.begin])
    found = find_deadlines(bracket[1], base) if bracket else []
    return found[0].deadline if found else None


def _said_last(prose: Prose, start: int, end: int) -> str:
    """The office a sentence ends with: 首批8月交付，余下的年底前交付，由某公司施工 or （住房保障科）."""
    last = re.search(
        r"，(?=由[^，]{3,40}$)|(?=（[^（），]{2,20}）$)|(?=——?[\u4e00-\u9fff、]{2,14}$)",
        prose.text[start:end],
    )
    return unit_in(prose.text[start + last.end() : end])[0] if last else ""


def _given_to(one: Commitment, unit_words: str) -> Commitment:
    """A promise with the office that a sentence behind it puts in charge, unless it names its own."""
    strength = strength_of(one.text, one.deadline, True, one.target is not None)
    return replace(one, units=split_units(unit_words), unit_words=unit_words, strength=strength)


def _sentences(prose: Prose) -> Iterator[tuple[int, int]]:
    """Sentences up to 。；, marks inside quotations and brackets apart."""
    start = prose.begin
    for found in re.finditer(r"[。；！\n]|$", prose.text[start:]):
        end = prose.begin + found.start()
        inside = prose.text[start:end]
        if inside.count("“") > inside.count("”") or inside.count("（") > inside.count("）"):
            continue
        if begins_duty(prose.text, end + 1):
            continue  # 责任单位：… behind the full stop or on the next line belongs to the sentence
        if found[0] == "；" and _LISTED.match(prose.text, end + 1):
            continue  # 恢复植被3000亩；2023年3月底前；市林业局
        if end > start:
            yield start, end
        start = end + 1


def _is_promise(prose: Prose, group: Group, ahead: bool, base: date | None) -> bool:
    words = prose.text[group.start : group.end]
    bare = NUMBERED.sub("", words)
    if _CAPTION.match(prose.text):
        return False
    if group.done or _POLITE.search(words) or len(bare) < 4 or _says_too_little(group, bare, ahead):
        return False
    if group.duties and not group.done:
        return True
    if _REFUSED.search(words) or _is_routine(prose, group, ahead):
        return False
    if any(_is_to_come(one.deadline, base) for one in group.deadlines):
        return True
    if any(_is_past(one.deadline, base) for one in group.deadlines):
        return False
    if group.trigger and not re.match(r"^(?:根据|按照|经|针对|对于)[^，]*$", bare):
        return True
    return ahead and (len(bare) >= 8 or bool(_STEP.search(bare)))


def _says_too_little(group: Group, bare: str, ahead: bool) -> bool:
    """Five characters are no promise, but 五月份招标 is one in a list of what comes next."""
    timed = any(one.deadline.latest for one in group.deadlines)
    return len(bare) < 6 and not group.duties and not (ahead and timed)


def _is_routine(prose: Prose, group: Group, ahead: bool) -> bool:
    """每日凌晨4:30开门, 每周二接待, or any rhythm under a heading of how things are: as it is now."""
    timed = [one for one in group.deadlines if one.deadline.precision != "vague"]
    if ahead or group.trigger or not timed or any(not one.deadline.recurring for one in timed):
        return False
    now = any(_NOW.search(heading) for heading in prose.passage.headings[-1:])
    return now or _HOURS.search(prose.text[group.start : group.end]) is not None


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
    outline: Outline, prose: Prose, group: Group, number: int, agency: str | None
) -> Commitment:
    words = prose.text[group.start : group.end]
    deadline = group.due or _deadline(group)
    labelled = value_of(prose.text, list(group.duties), "who")
    unit, named = unit_in(NUMBERED.sub("", words)) if not labelled else (labelled, True)
    unit, named = (group.lead, True) if not named and group.lead else (unit, named)
    unit_words = unit or agency or ""
    said = cut(prose.folded, group.start, group.end)
    text = wording_of(outline.document, said, None if group.whole else deadline)
    target = find_target(text)
    own = prose.span(group.start, group.end)
    quote = prose.span(_sentence_start(prose, group.start), _sentence_end(prose, group))
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


def _sentence_end(prose: Prose, group: Group) -> int:
    """Behind the full stop, or behind the labels below it."""
    text, at = prose.text, max(group.end, group.until)
    if text[at : at + 1] in ("\n", ""):
        return at
    full = text.find("。", at)
    return full + 1 if full >= 0 else len(text)


def _deadline(group: Group) -> Deadline | None:
    """The most telling of a promise's deadlines: the last day, then a bare year, a condition or
    rhythm.

    汛期内每周巡查一次 is a rhythm: the season only says when it is kept.
    """
    deadlines = [one.deadline for one in group.deadlines]
    rhythm = any(one.precision == "recurring" for one in deadlines)
    return max(
        deadlines,
        key=lambda one: (_weight(one, rhythm), one.latest or date.min, one.earliest or date.min),
        default=None,
    )


def _weight(deadline: Deadline, rhythm: bool) -> int:
    """How much a deadline tells; 今年改造25公里，10月15日前完工 is due on the day."""
    if deadline.precision == "year" and "内" not in deadline.words:
        return 2
    if deadline.precision == "span" and rhythm:
        return 0
    return {"vague": 0, "conditional": 1, "recurring": 1}.get(deadline.precision, 3)


def _measures(outline: Outline, agency: str | None) -> Iterator[Commitment]:
    """Where nothing looks ahead, the measures of a run 一是… 二是… are what the bureau offers."""
    for prose in outline.parts("body"):
        if not re.search(r"[二两]是", prose.text):
            continue
        number = 0
        for start, end in _sentences(prose):
            for left, right in _pairs(prose.text, start, end):
                words = NUMBERED.sub("", prose.text[left:right])
                if len(words) >= 10 and not DONE.search(words) and not _NO_MEASURE.search(words):
                    number += 1
                    yield _commitment(outline, prose, Group(left, right), number, agency)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence cut before 并与, 并对: two measures in one."""
    cut = re.search(r"，(?=并[与对将会])", text[start:end])
    if cut is None:
        yield start, end
        return
    yield start, start + cut.start()
    yield start + cut.end(), end
