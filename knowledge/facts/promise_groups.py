"""Promise groups: the clauses of a sentence put together by what they promise.

A clause begins a promise of its own where it has a deadline or a word that looks ahead of its own;
the others go on with the promise before. Which groups are promises is decided by `promises.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.facts.curated import any_of
from knowledge.facts.deadlines import FoundDeadline, find_deadlines
from knowledge.facts.duties import Duty
from knowledge.facts.outline import Prose
from knowledge.facts.units import names_of_units
from knowledge.glossary import Deadline

_TRIGGER = re.compile(
    r"(?<![已现即并可要先正再])将(?!军|来|领|士|近|有关|相关|其|该|此|情况)|计划(?=[于在\d年今明投建完启开实新对])|(?:^|[，我局委会])拟(?!定|合|人)|力争|(?<!已)争取(?!到|了|[，。；]|$)|[今明]年(?:再|还要)(?=[\u4e00-\u9fff]{0,4}\d)"
    r"|预计|确保|即可|(?:也|还|都|均)会|打算|准备(?!了|工作|金)|(?<!不)承诺|到\d{4}年|(?:尽快|适时|逐步|陆续|择机|早日)"
)
DONE = re.compile(
    r"已|了(?!解)|曾|去年|前年|截至|截止|目前|现有|累计|以来|近年|上年|共(?:有|计|投)|投入(?!使用|运营|运行)"
)
_CONSEQUENCE = re.compile(
    r"^(?:届时|从而|以便|以此|使得?|让|为[^，]{2,20}(?:提供|奠定|作出|贡献)|不断提|切实|进而)"
)
_AMOUNT = re.compile(
    r"(?:约|近|为|需)?\d|(?:需|要|将|可)?(?:新?增加?|减少|多)(?:财政)?(?:支出|开支|成本|收入|投入)|(?:需|要)[^，。；\d]{0,8}\d"
)
_ANNOUNCES = re.compile(
    r"(?:步|步骤|方面|如下|工作|措施|任务|实施|推进|开展|件事|几点|重点)$"
)  # 计划分三步实施：
_TOPIC = re.compile(  # 您提出的夜间灯光问题，
    r"^(?:此外|同时|另外)?(?:针对|关于|对于|对|就|按照|根据|结合|至于)?(?:您|你|贵|所提)[^，]{0,30}(?:问题|建议|意见|情况|方面|需求|诉求|提案)$|^(?:此外|另外|同时|其次|最后)$|^在[\u4e00-\u9fff]{2,8}(?:方面|上)$|^至于[^，]{2,30}$"
)
_LEFT = re.compile("剩余|其余|余下|剩下|还剩|尚余|尚有|另有")
_BARE = re.compile(r"^(?:计划|预计|力争|争取|拟|将|确保)?(?:于|在|到)?[\d今明年“国春元]")


@dataclass(slots=True)
class Group:
    """Clauses that make one promise: [start, end) of the folded passage."""

    start: int
    end: int
    deadlines: list[FoundDeadline] = field(default_factory=list)
    trigger: bool = False
    done: bool = False
    whole: bool = False  # goes on about what was done, having no subject: 计划7月上旬开工
    duties: Sequence[Duty] = ()  # labelled behind the sentence, for all of its promises
    due: Deadline | None = None  # the labelled deadline
    until: int = 0  # where the sentence ends
    lead: str = ""  # the office the sentence begins with


def topic_end(text: str, start: int, end: int) -> int:
    """Where a sentence really begins, behind 针对您提出的…的建议，"""
    for left, right in _clauses(text, start, end):
        if not _TOPIC.match(text[left:right]):
            return left
    return start


def groups_of(prose: Prose, start: int, end: int, base: date | None) -> list[Group]:
    """The clauses of a sentence put together by what they promise."""
    groups: list[Group] = []
    for left, right in _clauses(prose.text, start, end):
        words = prose.text[left:right]
        if _TOPIC.match(words):
            continue
        deadlines = [one for one in find_deadlines(words, base) if not _is_rate(words, one)]
        timed = [one for one in deadlines if one.deadline.precision != "vague"]
        trigger = bool(_TRIGGER.search(words))
        done = bool(DONE.search(words)) and not trigger
        last = groups[-1] if groups else None
        if prose.text[right : right + 1] == "：" and not timed and _ANNOUNCES.search(words):
            groups.append(Group(left, right, [], done=True))
        elif last is None or _begins(last, words, timed, trigger, done):
            announced = last is not None and "：" in prose.text[last.start : last.end + 1]
            if last is not None and not announced and _is_bare(words, timed):
                begin = _rest(prose.text, last.start, left)
                group = Group(begin, right, list(deadlines), trigger, done, whole=True)
            else:
                group = Group(left, right, list(deadlines), trigger, done)
            groups.append(group)
        elif not _CONSEQUENCE.match(words):
            last.end = right
            last.deadlines += deadlines
            last.trigger = last.trigger or trigger
    return groups


def _is_rate(words: str, found: FoundDeadline) -> bool:
    """每月1860元 and 每年18万元 are prices, no rhythms."""
    return found.deadline.recurring is not None and bool(_AMOUNT.match(words, found.end))


def _begins(last: Group, words: str, timed: list[FoundDeadline], trigger: bool, done: bool) -> bool:
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
    return bool(re.match(r"并[与对会]|[一二三四五六]是", words) or _has_its_own_office(words))


def _has_its_own_office(words: str) -> bool:
    """街道办事处负责协调周边居民 is a task of its own; 市财政局配合 and 市文旅局牵头 say who does the last one."""
    return bool(
        re.match(rf"(?!由){names_of_units()}{any_of('offices', 'charge')}[^，]{{3,}}", words)
    )


def _rest(text: str, start: int, end: int) -> int:
    """Where those begin that are left: 已完工31座，剩余4座正在设计，计划10月开工 -> 剩余4座…."""
    left = [at for at, stop in _clauses(text, start, end) if _LEFT.match(text, at, stop)]
    return left[-1] if left else start


def _is_bare(words: str, timed: list[FoundDeadline]) -> bool:
    """11月底完工 goes on about what was said; 11月底前建成水闸2座 does not."""
    rest = "".join(
        char for at, char in enumerate(words) if not any(o.start <= at < o.end for o in timed)
    )
    return bool(_BARE.match(words)) and len(rest) <= 6 and not re.search(r"\d", rest)


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
