"""Of two standings of one thing: sought or got, and what a question's status words speak against."""

import re
from functools import lru_cache

from assistant.dialogue.matching.zones import Zones
from assistant.dialogue.question import Qualifiers
from knowledge import (
    Commitment,
    Contact,
    Evidence,
    Indicator,
    LetterField,
    Listing,
    Recognition,
)

LEVEL_UP = re.compile("(国家级|省部?级|市级|区县级|[区县]级)(?:及|或)?以上")
# statuses that exclude each other, by class; a class may be said in many words
_OBTAINED = re.compile(
    r"已获|获得|(?<!将)通过(?!召开|购买)|荣获|认定|已发布|发布|完成|已完成|实施|当选|授予|评为"
)
_APPLYING = re.compile(r"申请|申报")
_DONE_YET = re.compile(r"已经?.{0,10}了|了(?:吗|没|么)")
_TRIAL = re.compile("试点|示范|培育")
_FUTURE = re.compile(r"将|也会|会陆续|届时|力争|计划|拟|待|培育|申报|推进|建设")
_SOUGHT = re.compile(r"申报|申请|推进|培育|争创|拟|正在|在制定|入围|初审|纳入|创建|筹备")


def _together(has: str, asking: str) -> bool:
    """正在建设 and 正在推进 may be said of the same thing."""
    return "推进" in has and re.search(r"在建|建设", asking) is not None


@lru_cache(maxsize=5_000)
def status_class(words: str) -> str:
    """已获, 申报 or "" of a status in any words.

    >>> status_class("正在推进")
    '申报'
    """
    if _SOUGHT.search(words):
        return "申报"
    return "已获" if _OBTAINED.search(words) else ""


def status_conflict(asked: Qualifiers, evidence: Evidence, zones: Zones, asking: str) -> str:
    has = getattr(evidence.fact, "status", None)
    if not asked.status:
        return ""
    if isinstance(evidence.fact, Indicator | Listing | Recognition) and has:
        if any(word in has or has in word for word in asked.status) or _together(has, asking):
            return ""
        if any(word in zones.own for word in asked.status):
            return ""
        if any(word in zones.label for word in _APPLYING.findall(asking)):
            return ""  # PCT国际专利申请 is itself what was applied for
        classes = {status_class(word) for word in asked.status}
        return f"状态不同：{has}" if status_class(has) not in classes else ""
    if isinstance(evidence.fact, LetterField | Contact):
        return ""
    if isinstance(evidence.fact, Commitment):
        done = {status_class(word) for word in asked.status} == {"已获"}
        return "状态不同：还是承诺" if done and _DONE_YET.search(asking) else ""
    return _unsaid_status(asked, evidence, zones, asking)


def _unsaid_status(asked: Qualifiers, evidence: Evidence, zones: Zones, asking: str) -> str:
    """A status the fact has no field for: its clause must not say the opposite."""
    classes = {status_class(word) for word in asked.status}
    clause = _closest(zones.own, asking)
    says = status_class(clause)
    if isinstance(evidence.fact, Indicator):
        if classes == {"已获"} and status_class(zones.label) == "申报":
            return "状态不同：申报"
        if _TRIAL.search(zones.label):
            return ""  # who is a pilot is at it: 在搞试点
        return "状态不同：没有说在申报" if classes == {"申报"} and says != "申报" else ""
    sought = says == "申报" or _FUTURE.search(clause)
    if classes == {"已获"} and sought and not _OBTAINED.search(clause):
        return "状态不同：还在申报或推进"
    return ""


@lru_cache(maxsize=5_000)
def _closest(sentence: str, asking: str) -> str:
    """The clause of a sentence that shares most with the question."""
    pairs = _pairs(asking)
    clauses = _clauses(sentence)
    return max(clauses, key=lambda c: sum(pair in c for pair in pairs), default=sentence)


@lru_cache(maxsize=50)
def _pairs(asking: str) -> frozenset[str]:
    return frozenset(asking[at : at + 2] for at in range(len(asking) - 1))


@lru_cache(maxsize=5_000)
def _clauses(sentence: str) -> tuple[str, ...]:
    return tuple(clause for clause in re.split(r"[，；。]", sentence) if clause)
