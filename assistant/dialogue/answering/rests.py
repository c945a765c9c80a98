"""What is left of a whole: the other kinds, those who were not chosen, those who did not get it."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.arithmetic_words import REST
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, percent, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of
from assistant.dialogue.answering.wanted import fits_kind
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Qualifiers, Question, Support, Word
from assistant.dialogue.understanding.content import content_words
from knowledge import Evidence, Indicator, Recognition

NOT_GOT = re.compile(r"没有?(?:能)?(?:通过|获得|评上|拿到|得奖|获奖)|未(?:通过|获得|获奖)")
_OUT = re.compile(r"淘汰|落选|出局|刷(?:掉|下)|筛(?:掉|下)|落榜")
_CONTEST = re.compile(r"申报|参评|评审|初审|入围|评选|报名|候选|竞争|遴选")
_OUTSIDE = re.compile(
    r"[0-9]+[个件项家人名位种类][^，。]{0,8}(?:之外|以外)|除(?:了|去|开)?[^，。]{0,6}[0-9]+[个件项家]"
)
_GOT_SHARE = re.compile(r"(?:通过|获奖|当选|评上|中选)")
_WINS = "获奖|得奖|拿奖|评上|当选|中选|胜出|获评|获选|通过评审|选上|上榜"
WON = re.compile(
    rf"(?:几|多少)[个家](?:企业|单位|公司)?(?:最终|最后|真正|成功)?(?:{_WINS})|(?:{_WINS})了?的?(?:企业|单位|公司)?(?:一共|总共|共)?(?:有|是)?(?:几|多少)[个家]"
)
_GOT = frozenset({"获得", "通过"})


def answer_complement(inquiry: Inquiry) -> Answer | None:
    """没进初审的有几家: the whole in the same sentence minus the part named."""
    if NOT_GOT.search(inquiry.question.text):
        won = _without_holders(inquiry)
        if won:
            return won
    aside = [w for one in inquiry.question.without for w in content_words(one, inquiry.library)[0]]
    text = re.sub(r"没有?|未|不在|不是|非|落选", "", REST.sub("", inquiry.question.text))
    kept = tuple(w for w in inquiry.question.words if not REST.search(w.text))
    question = replace(
        inquiry.question,
        text=text,
        words=(*kept, *aside),
        negated=False,
        numbers=(),
        unit="",
        without=(),
    )
    held = inquiry.with_question(question, Indicator)
    barred: set[str] = set()
    for found in held.candidates.fits:
        part = found.evidence
        whole = _whole_of(held, part)
        given = any(claim.value == value(part) for claim in inquiry.question.numbers)
        apart = _OUTSIDE.search(inquiry.question.text) is not None  # 21件之外: that one, no other
        fits = (
            _is_spoken_of(found)
            and not found.conflicts
            and len(found.missing) * 3 <= len(question.required)
            and fits_kind(question, part)
        )
        if _OUT.search(inquiry.question.text) and not _CONTEST.search(folded_text(part.quote)):
            continue  # who falls out falls out of a contest: no brand of 新增5个
        if aside and not getattr(part.fact, "total", None):
            continue  # what is set aside is no part of it: 工程师（不算助理）
        if fits and whole is None and not found.missing and not inquiry.question.numbers:
            whole = _whole_before(held, part)  # 在校学生10.42万人。参加课后服务的学生7.86万人
            barred.add(label(part))
        if getattr(part.fact, "total", None) in barred:
            continue  # a part of what was named is another thing
        if fits and whole and given == apart:
            rest = value(whole) - value(part)
            shown = f"{number(value(whole))}-{number(value(part))}={number(rest)}{unit_of(part)}"
            return computed(
                f"{number(rest)}{unit_of(part)}",
                f"{sentence(whole)}，{sentence(part)}，{shown}（推算）",
                (whole, part),
            )
    return _without_holders(inquiry)


def _whole_before(inquiry: Inquiry, part: Evidence) -> Evidence | None:
    """The larger figure of the same thing and unit before it, under the same heading."""
    mine = part.fact
    noun = label(part)[-2:]
    rows = [
        f.evidence
        for f in inquiry.candidates.of(Indicator)
        if f.evidence.letter.id == part.letter.id
        and f.evidence.headings == part.headings
        and isinstance(f.evidence.fact, Indicator)
        and isinstance(mine, Indicator)
        and f.evidence.fact.place.own.start < mine.place.own.start
        and f.evidence.fact.unit == mine.unit
        and f.evidence.fact.value > mine.value
        and label(f.evidence).endswith(noun)
    ]
    return rows[0] if len(rows) == 1 else None


def _is_spoken_of(found: Fit) -> bool:
    """Does it bear more than 通过评审, a standing that every stock has?"""
    told = found.bears(Support.CORE, Support.OWN)
    return any(not (word.soft or _GOT.intersection(word.forms)) for word in told)


def _without_holders(inquiry: Inquiry) -> Answer | None:
    """入围的三家落选了几家: those counted, less the ones named as having got it in that sentence."""
    question = inquiry.question
    kept = tuple(
        w for w in question.words if not REST.search(w.text) and not _GOT.intersection(w.forms)
    )
    held = inquiry.with_question(
        replace(
            question,
            words=kept,
            negated=False,
            numbers=(),
            qualifiers=replace(question.qualifiers, status=frozenset()),
        )
    )
    claimed = {n.value for n in question.numbers}
    rows = held.candidates.of(Indicator)
    leans = bool(held.focus) and not held.question.required
    if leans:  # of those talked about the last chosen from: 那落选几家
        rows = sorted((f for f in rows if held.near_focus(f)), key=lambda f: value(f.evidence))
    for found in rows:
        whole = found.evidence
        won = _winners(held, whole) if _CONTEST.search(folded_text(whole.quote)) else []
        fits = (found.core or leans) and (not claimed or value(whole) in claimed)
        if not (won and fits and not found.missing) or value(whole) < len(won):
            continue
        rest = value(whole) - len(won)
        unit = unit_of(whole)
        shown = f"{number(value(whole))}-{len(won)}={number(rest)}{unit}"
        return computed(
            f"{number(rest)}{unit}",
            f"{sentence(whole)}，其中通过的有{_holders(won)}，{shown}（推算）",
            (whole, won[0]),
        )
    return None


def answer_winners(inquiry: Inquiry) -> Answer | None:
    """申报的11家里最后几家获奖: those named as having got it in the sentence on the contest."""
    question = inquiry.question
    if question.negated:
        return None
    kept = tuple(w for w in question.words if not _is_getting(w))
    asked = replace(question, words=kept, unit="", qualifiers=Qualifiers(), asks=())
    held = inquiry.with_question(asked)
    claimed = {claim.value for claim in question.numbers}
    leans = not asked.required
    for found in held.candidates.of(Indicator):
        row = found.evidence
        won = _winners(held, row) if _CONTEST.search(folded_text(row.quote)) else []
        told = bool(held.near_focus(found)) if leans else not found.missing
        if won and told and not found.conflicts and (not claimed or value(row) in claimed):
            names = _holders(won)
            said = f"{len(won)}家（{names}）"
            return computed(said, f"{said}，按函中点名计", tuple(won))
    return None


def _is_getting(word: Word) -> bool:
    """获奖, 通过评审: what all who are counted have in common."""
    return bool(_GOT.intersection(word.forms) or WON.search(f"几家{word.text}"))


def share_of_winners(inquiry: Inquiry) -> Answer | None:
    """通过的占申报企业的百分之几: those named as having got it, of those counted in that sentence."""
    question = inquiry.question
    if not _GOT_SHARE.search(question.text):
        return None
    kept = tuple(
        w
        for w in question.words
        if not _GOT_SHARE.search(w.text) and not _GOT.intersection(w.forms)
    )
    asked = replace(question, words=kept, unit="", numbers=(), qualifiers=Qualifiers())
    rows = [
        f.evidence
        for f in inquiry.with_question(asked).candidates.of(Indicator)
        if not f.missing and not f.conflicts and _winners(inquiry, f.evidence)
    ]
    if not rows:
        return None
    whole = max(rows, key=lambda row: (_is_named(question, row), value(row)))
    won = _winners(inquiry, whole)
    share = percent(Decimal(len(won)), value(whole))
    shown = f"{len(won)}÷{number(value(whole))}≈{share}%"
    said = f"{sentence(whole)}，其中通过的有{_holders(won)}，{shown}（推算）"
    return computed(f"{share}%", said, (whole, won[0]))


def share_of_entrants(inquiry: Inquiry) -> Answer | None:
    """11家申报入围率多少: those who came so far, of those counted before them in that sentence."""
    words = inquiry.question.required
    for found in inquiry.candidates.of(Indicator):
        part = found.evidence
        whole = _whole_of(inquiry, part) if _CONTEST.search(label(part)) else None
        told = [w for w in words if w in found.missing]
        if whole is None or found.conflicts or len(told) == len(words):
            continue
        if all(any(form in label(whole) for form in w.forms) for w in told):
            share = percent(value(part), value(whole))
            shown = f"{number(value(part))}÷{number(value(whole))}≈{share}%"
            said = f"{sentence(whole)}，{sentence(part)}，{shown}（推算）"
            return computed(f"{share}%", said, (part, whole))
    return None


def _is_named(question: Question, row: Evidence) -> int:
    """How many of the words name it: 入围企业 the ones chosen, 申报企业 all who applied."""
    name = label(row)
    return sum(any(form in name for form in word.forms if len(form) > 1) for word in question.words)


def _holders(won: list[Evidence]) -> str:
    names = (folded_text(w.fact.holder) for w in won if isinstance(w.fact, Recognition))
    return "、".join(dict.fromkeys(names))


def _winners(inquiry: Inquiry, whole: Evidence) -> list[Evidence]:
    """Who got through in the same sentence, each once."""
    rows = {
        found.evidence.fact.holder: found.evidence
        for found in inquiry.candidates.of(Recognition)
        if isinstance(found.evidence.fact, Recognition)
        and found.evidence.quote == whole.quote
        and found.evidence.fact.status == "通过"
    }
    return list(rows.values())


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
