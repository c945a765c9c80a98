"""什么时候: a deadline, the day a figure speaks of, or the time words of the sentence."""

import re
from collections.abc import Iterator

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import answer_deadline, deadline_of
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.letter_data import RECEIVED
from assistant.dialogue.answering.saying import sentence, value_of
from assistant.dialogue.answering.wanting import asks_clock
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.ordinals import ORDINAL
from assistant.dialogue.matching.zones import folded_text
from knowledge import (
    Action,
    Commitment,
    Indicator,
    Listing,
    Recognition,
    Sentence,
    parse_number,
)

_TIME = re.compile(
    r"(?:截[止至]|到|自|从|于|力争|待)?(?:(?:[0-9]{4}|今|明|去|本)年(?:第?[一二三四1-4]季度|[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|中旬|上旬|下旬|份)?|国庆节|春节|年?底|内|末|初|上半年|下半年|度)?|[0-9]{1,2}月(?:[0-9]{1,2}日|底|份)|[“‘]?十[一二三四五六]五[”’]?(?:期间|末)|每[年季月周日天][^，。；]{0,3}|年底|年内|第[一二三四]季度|长期|条件成熟时|待[^，。；]{2,16}后)(?:以?前|之前|起|以来|期间|底前|前后)?"
)


_AS_OF = re.compile(
    r"截至|截止到|(?:哪一?[年月天]|什么时候|啥时候|什么时间|几月份?|几号|何时)的|统计"
)
# a figure named and a time asked is the day it was counted, unless something falls due
_DUE = re.compile(
    r"[完达落截到]|兑现|实现|做|办|搞|最[迟晚]|期限|时限|之?前|要|承诺|目标|新增|获得|拿"
)

ORDINAL_CLAIMED = re.compile(
    rf"(?:是|为|到)(?:不是|否)?(?:了)?{ORDINAL.pattern}(?:了|的)?(?:[吗吧嘛么啊呀]|对[吗吧不])?[？?]*$"
)
_DATA = re.compile("(?:数据|数字|统计|这些数)[^，。]{0,4}(?:截|统计|到)")
_BARE_YEAR = re.compile("([0-9]{4})年度?|[今去前本明]年|上年")
_DAY_ASKED = re.compile("哪一?[天日]|几[号日月]|哪个月|星期几|周几")


def answer_when(inquiry: Inquiry) -> Answer | None:
    """When: the commitment asked about comes first, then any fact that bears the words."""
    stated = [
        f
        for f in inquiry.candidates.holding(Indicator, Recognition)
        if inquiry.touches(f) and _time_of(f)
    ]
    text = inquiry.question.text
    if asks_clock(text):
        return None  # no day is an o'clock
    claimed = _claimed(inquiry)
    counted = _AS_OF.search(text) or claimed and not _DUE.search(text)
    promised = _promised(inquiry) if counted and not claimed else None
    if promised:
        return _say(promised, deadline_of(promised))
    if counted and (claimed or stated):
        return _as_of(claimed[0] if claimed else stated[0])
    if counted and _DATA.search(text):
        return _counted_until(inquiry)
    deadline = None if RECEIVED.search(text) else answer_deadline(inquiry)
    if deadline:
        return deadline
    for found in inquiry.candidates.holding(Indicator, Recognition, Listing, Action, Sentence):
        time = _time_of(found)
        if time and inquiry.touches(found) and not _is_asked_with(inquiry, time):
            return _say(found, time)
    return None


def _is_asked_with(inquiry: Inquiry, time: str) -> bool:
    """去年的资助什么时候发: the year that the question itself names is no answer, nor one to 哪天."""
    year = _BARE_YEAR.fullmatch(time)
    if year is None:
        return False
    named = year[1] and int(year[1]) in inquiry.question.qualifiers.years
    return bool(named) or _DAY_ASKED.search(inquiry.question.text) is not None


def _claimed(inquiry: Inquiry) -> list[Fit]:
    """The figure whose number the question names: 322件是什么时候的数."""
    values = {claim.value for claim in inquiry.question.numbers}
    rows = inquiry.candidates.of(Indicator, where=lambda found: not found.conflicts)
    return [f for f in rows if value_of(f.evidence) in values and not f.missing]


def _promised(inquiry: Inquiry) -> Fit | None:
    """The promise whose number the question names: 14500是哪年的目标."""
    values = {claim.value for claim in inquiry.question.numbers}
    rows = inquiry.candidates.of(Commitment, where=lambda found: not found.conflicts)
    named = [f for f in rows if value_of(f.evidence) in values and f.core and deadline_of(f)]
    return named[0] if len(named) == 1 else None


def _counted_until(inquiry: Inquiry) -> Answer | None:
    """数据截止到什么时候: the day that a figure says it was counted."""
    rows = inquiry.candidates.of(Indicator)
    told = [f for f in rows if "截" in folded_text(getattr(f.evidence.fact, "time", None) or "")]
    return _say(told[0], _time_of(told[0])) if told else None


def _as_of(found: Fit) -> Answer:
    """The day a figure speaks of, or that the letter does not say it."""
    time = _time_of(found)
    if time:
        return _say(found, time)
    said = "函中没有写明这个数截至什么时候"
    body = f"{said}。函中写的是：{sentence(found.evidence)}"
    row = found.evidence
    return Answer("unknown", said, body, (Proof(row),), focus=(row,))


def _time_of(found: Fit) -> str:
    """The time words of the fact: its own, else those of the clause that bears the question."""
    fact = found.evidence.fact
    if isinstance(fact, Indicator) and fact.time:
        time = folded_text(fact.time)
        return f"{time}（{fact.year}年）" if fact.year and str(fact.year) not in time else time
    if isinstance(fact, Recognition | Listing) and fact.year:
        return f"{fact.year}年"
    return _near_words(found)


def _near_words(found: Fit) -> str:
    """The time words standing nearest to the words asked, in the clause or the sentence."""
    zones = zones_of(found.evidence)
    for text in (zones.own, zones.quote):
        times = list(_TIME.finditer(text))
        if not times:
            continue
        places = [
            text.find(form) for word, _ in found.support for form in word.forms if form in text
        ]
        if not places:
            return times[0].group()
        middle = sum(places) / len(places)
        return min(times, key=lambda m: abs(m.start() - middle)).group()
    return ""


def _say(found: Fit, time: str) -> Answer:
    row = found.evidence
    body = sentence(row) if isinstance(row.fact, Indicator | Commitment) else ""
    return Answer(
        kind="answer",
        headline=time,
        body=body,
        proofs=(Proof(row),),
        focus=(row,),
    )


def answer_ordinal(inquiry: Inquiry) -> Answer | None:
    """第几届, 第几批: the ordinal that stands before the thing asked."""
    return next((_say(found, ordinal[0]) for found, ordinal in _numbered(inquiry)), None)


def answer_ordinal_claimed(inquiry: Inquiry) -> Answer | None:
    """是不是第五届: held against the ordinal of that kind that stands before the thing."""
    claimed = ORDINAL_CLAIMED.search(inquiry.question.text)
    for found, ordinal in _numbered(inquiry):
        if claimed and ordinal[2] == claimed[2]:
            right = parse_number(ordinal[1]) == parse_number(claimed[1])
            said = f"第{claimed[1]}{claimed[2]}"
            return _say(found, f"是的，是{said}" if right else f"不是{said}，函中是{ordinal[0]}")
    return None


def _numbered(inquiry: Inquiry) -> Iterator[tuple[Fit, re.Match[str]]]:
    """The facts that bear every word, with the ordinal their sentence names."""
    for found in inquiry.candidates.of(Sentence, Recognition):
        ordinal = ORDINAL.search(zones_of(found.evidence).quote)
        if ordinal and found.core and not found.missing:
            yield found, ordinal
