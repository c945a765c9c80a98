"""Promises found by who has to keep them or by when, not by their words.

市公交公司要办哪些事, 10月中旬前要完成什么.
"""

import re
from collections.abc import Callable

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.commitments import (
    FINISHING,
    SEVERAL,
    SOLE,
    answer_units,
    commitments_of,
    list_commitments,
    particular_of,
    units_of,
)
from assistant.dialogue.answering.explaining import say_sentences
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Support, Word
from knowledge import Action, Commitment, Lexicon, Sentence, parse_number

_DUTY = re.compile(
    r"(?:负责|承担|牵头|主办|配合|协助|参与|做|办|干|管|抓|落实|完成)(?:的|了|好)?(?:是)?(?:什么|哪些|哪几|啥|哪[一两二三四五六七八九0-9]?[项件个条])"
    r"|(?:什么|哪些|哪几[项件个]|哪一?[项件个])(?:事|工作|任务|事项)|(?:任务|职责|分工)(?:是|有|$)"
    r"|(?:哪些|哪几[项件个条]|哪[项件个条])(?:承诺|目标)(?:是|由|归|该|要)"
)
_SUPPORTS = re.compile("配合|协助|参与|会同|协办")
_JOINTLY = re.compile("一起|共同|联合|合作|别的|其他")
_AHEAD = re.compile("今后|以后|往后|下一?步|接下来|将来|后续")
_LEADING = re.compile("牵头|配合|协作")
_OFFICE = re.compile(
    r"^[^0-9]*(?:局|委|办|厅|公司|中心|政府|办事处|院|支队|大队|集团|街道|镇|乡|委员会|水务|协会|联|所|站|科|队|社)$"
)
_NOTHING = re.compile("工作|任务|事项|事情|项目|职责|分工|时间|节点|时限|期限|[中上下]旬")
_DUE = re.compile(
    r"(?:前|底|末|内|旬|月份?|季度|半年|年)(?:之前|以前|前|内|份)?(?:要|得|应|须|需|将|会|该|计划)*(?:完成|兑现|办结|交账|交卷|见分晓|做|办|建成|建立|出台|开展|启动|开通|实现|落实|投用|到期|交|达到|解决)"
    r"|到期的?(?:是|有|事|工作)"
)
_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2}|[一二三四五六七八九十]{1,2})月")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_QUARTERS = "一二三四1234"
_NAMED = re.compile(r"是(?:谁|哪)|(?:公司|企业|人)(?:叫|是)")  # 运维公司是哪家 asks for a name
_CHARGED = re.compile("负责|牵头|承担|主管|实施|组织|开展|推进|单位|部门|责任|工作|具体")
_ASKS = {Ask.LIST, Ask.WHO, Ask.EXPLAIN, Ask.TOPIC}
_NOT_ASKS = {Ask.WHEN, Ask.YESNO, Ask.GAP, Ask.DAYS, Ask.CONTACT}


def answer_duties(inquiry: Inquiry) -> Answer | None:
    """市公交公司要办哪些事: the promises of that department, or those it helps with."""
    question = inquiry.question
    if not _DUTY.search(question.text) or _NOT_ASKS & set(question.asks):
        return None
    rows = [f for f in inquiry.candidates.of(Commitment) if not f.conflicts]
    lexicon = inquiry.library.lexicon
    named = (name for f in rows for name in _offices(f, question.text, lexicon))
    office = max(named, key=len, default="")
    if not office:
        return None
    left = [w for w in question.required if not _is_office(w.text, office, lexicon)]
    rows = [f for f in rows if not {*f.missing} & {w for w in left if not _NOTHING.search(w.text)}]
    theirs = [f for f in rows if _is_theirs(f, office, lexicon)]
    if SOLE.search(question.text):
        theirs = [f for f in theirs if not SEVERAL.search(units_of(f))]
    elif _JOINTLY.search(question.text):
        theirs = [f for f in theirs if SEVERAL.search(units_of(f))]
    if _SUPPORTS.search(question.text):
        theirs = [f for f in rows if f not in theirs and _helps(f, office)] or theirs
    return list_commitments(theirs) if theirs else None


def answer_doer(inquiry: Inquiry) -> Answer | None:
    """停运设施谁来修: the departments of the one commitment that itself bears every word asked."""
    named = [] if _NAMED.search(inquiry.question.text) else particular_of(inquiry)
    rows = [f for f in commitments_of(inquiry) if f.core >= len(named)] if named else []
    rows = [f for f in rows if not _does_other(f)]
    asked = [n.value for n in inquiry.question.numbers]  # who got 10件 did not promise 4件
    rows = [f for f in rows if not asked or getattr(f.evidence.fact, "target", None) in asked]
    return answer_units(inquiry) if len(rows) == 1 else None


def _does_other(found: Fit) -> bool:
    """谁来帮企业运用专利: a doing the promise does not speak of is another's."""
    return any(
        s is Support.NONE
        and w.soft
        and len(w.text) > 1
        and not FINISHING.search(w.text)
        and not _CHARGED.search(w.text)
        for w, s in found.support
    )


def answer_led(inquiry: Inquiry) -> Answer | None:
    """创建今后谁来牵头: the sentence that says 牵头 of all that is named, where no promise names it all."""
    text = inquiry.question.text
    verbs = _LEADING.findall(text)
    names = [w for w in inquiry.question.words if len(w.text) > 1 or not w.name]
    if not verbs or not names or {Ask.UNIT, Ask.WHO}.isdisjoint(inquiry.question.asks):
        return None
    ahead = _AHEAD.search(text) is not None  # 今后: what comes after the promises
    if not ahead and any(_bears_all(f, names) for f in inquiry.candidates.of(Commitment)):
        return None
    rows = [
        f
        for f in inquiry.candidates.holding(Sentence, Action)
        if _bears_all(f, names)
        and any(verb in zones_of(f.evidence).own for verb in verbs)
        and (not ahead or getattr(f.evidence.fact, "phase", "") == "下一步")
    ]
    return say_sentences(inquiry, rows[:1]) if rows else None


def _bears_all(found: Fit, names: list[Word]) -> bool:
    borne = found.bears(Support.CORE, Support.OWN)
    return all(word in borne for word in names)


def _offices(found: Fit, text: str, lexicon: Lexicon) -> list[str]:
    """The departments of a promise, and those in its row of the table, that a text names."""
    names = re.split(r"[|\s、，；及和与（）()]+", f"{units_of(found)}|{_cells(found)}")
    bare = [*names, *(name[1:] for name in names if name[:1] in "省市区县州镇")]
    return [
        name
        for name in bare
        if len(name) > 2 and _OFFICE.match(name) and _is_named(name, text, lexicon)
    ]


def _is_named(office: str, text: str, lexicon: Lexicon) -> bool:
    """市监局 names 区市场监管局."""
    known = lexicon.department(office)
    others = known.all if known else ()
    return office in text or any(len(name) > 2 and name in text for name in others)


def _is_office(word: str, office: str, lexicon: Lexicon) -> bool:
    known = lexicon.department(office)
    return word in office or office in word or known is not None and word in known.all


def _is_theirs(found: Fit, office: str, lexicon: Lexicon) -> bool:
    """清河县卫生健康局 is 县卫生健康局 of another promise."""
    return any(_is_office(unit, office, lexicon) for unit in SEVERAL.split(units_of(found)) if unit)


def _cells(found: Fit) -> str:
    """The row of the table; a sentence has no cells."""
    fact = found.evidence.fact
    table = isinstance(fact, Commitment) and fact.source == "table"
    return folded_text(found.evidence.quote) if table else ""


def _helps(found: Fit, office: str) -> bool:
    return office in _cells(found)


def answer_due(inquiry: Inquiry) -> Answer | None:
    """2025年6月底要完成哪件事: the promises that fall due then, where nothing else is named."""
    question = inquiry.question
    falls = _period(question.text)
    if falls is None or not _DUE.search(question.text) or _NOT_ASKS & set(question.asks):
        return None
    if not _ASKS & set(question.asks):
        return None
    left = {w for w in question.required if not _NOTHING.search(w.text)}
    years = question.qualifiers.years
    rows = [
        f
        for f in inquiry.candidates.of(Commitment)
        if falls(f) and _in_years(f, years) and not left & {*f.missing}
    ]
    return list_commitments(rows) if rows else None


def _period(text: str) -> Callable[[Fit], bool] | None:
    """Whether a promise falls due in the month or part of the year a text names."""
    month, quarter = _MONTH.search(text), _QUARTER.search(text)
    if month:
        return _due_in(int(parse_number(month.group(1)) or 0), f"{month.group(1)}月")
    if quarter:
        number = _QUARTERS.index(quarter.group(1)) % 4 + 1
        return _due_in(3 * number, f"{_QUARTERS[number - 1]}季度")
    for words, last in (("上半年", 6), ("年底", 12), ("年末", 12), ("年内", 12), ("下半年", 12)):
        if words in text:
            return _due_in(last, words)
    return None


def _due_in(month: int, words: str) -> Callable[[Fit], bool]:
    def falls(found: Fit) -> bool:
        fact = found.evidence.fact
        if not isinstance(fact, Commitment) or not fact.deadline:
            return False
        if re.search(rf"(?<![0-9]){words}", folded_text(fact.deadline.words)):
            return True
        latest = fact.deadline.latest
        return latest is not None and latest.month == month

    return falls


def _in_years(found: Fit, years: frozenset[int]) -> bool:
    fact = found.evidence.fact
    latest = fact.deadline.latest if isinstance(fact, Commitment) and fact.deadline else None
    return not years or latest is not None and latest.year in years
