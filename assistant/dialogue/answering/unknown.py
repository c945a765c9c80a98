"""函中没有提到: what exactly is missing, what comes nearest, whom to ask.

The nearest thing is quoted with its place and never put forward as the answer.
"""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.explaining import TROUBLES
from assistant.dialogue.answering.inquiry import Inquiry, texts
from assistant.dialogue.answering.reasons import asks_why
from assistant.dialogue.answering.saying import sentence
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Support, Word
from knowledge import Commitment, Contact, Indicator, Library, Listing, Recognition, Sentence

_NAMES_ASKED = re.compile(
    r"哪[些几0-9一二两三四五六七八九十]|名单|名录|叫(?:什么|啥)|[有是]谁|都有谁"
)
_NO_COUNTERS = frozenset(
    {"", "元", "万元", "亿元", "%", "天", "日", "次", "年", "月", "小时", "分钟"}
)
# 咱们区, 全县: the letter's own area, never what is missing
_POINTING = re.compile(r"[全我本咱贵你]们?.$")


def answer_unknown(inquiry: Inquiry) -> Answer:
    """What was looked for and is not there."""
    missing = missing_words(inquiry)
    nearest = _nearest(inquiry)
    what = _what(inquiry, missing, nearest)
    pieces = [f"{what}。"]
    if nearest and _said(nearest) not in what:
        pieces.append(f"函中与此最接近的内容是：{_said(nearest).rstrip('。；，')}。")
    whom = whom_to_ask(inquiry)
    if whom:
        pieces.append(whom)
    return Answer(
        kind="unknown",
        headline=what,
        body=f"{''.join(pieces)}",
        proofs=(Proof(nearest.evidence),) if nearest else (),
        focus=(),
        suggestions=_suggestions(nearest),
        missing=tuple(w.text for w in missing),
        between=_between(missing, nearest),
    )


def _between(missing: list[Word], nearest: Fit | None) -> tuple[str, ...]:
    """What the nearest fact lacks; nothing where something speaks against it."""
    if nearest is None or nearest.conflicts:
        return ()
    return tuple(w.text for w in (missing or nearest.missing))


def missing_words(inquiry: Inquiry) -> list[Word]:
    """Required words that no fact of the letters bears."""
    return [
        word
        for word in inquiry.question.required
        if not any(
            mine is not Support.NONE
            for found in inquiry.candidates.fits
            for w, mine in found.support
            if w is word
        )
    ]


def points(place: str, library: Library) -> bool:
    """Is it the letters' own district, called 全区 or by its name?"""
    return _POINTING.match(place) is not None or place in library.areas


def _what(inquiry: Inquiry, missing: list[Word], nearest: Fit | None) -> str:
    question = inquiry.question
    if missing:
        return f"函中没有提到{texts(tuple(missing[:4]))}"
    if asks_why(question.text):
        return f"函中没有写明{texts(question.required[:4])}的原因"
    if TROUBLES.search(question.text):
        return "函中没有提到存在的问题或困难"
    if nearest and _NAMES_ASKED.search(question.text) and _is_counted(nearest):
        return f"函中只写了{sentence(nearest.evidence)}，没有列出名单"[:60]
    against = _why_not(nearest)
    if against:
        return against
    places = sorted(p for p in question.qualifiers.places if not points(p, inquiry.library))
    if places:
        return f"函中没有提到“{'、'.join(places)}”的这项内容"
    if question.qualifiers.years:
        years = "、".join(f"{year}年" for year in sorted(question.qualifiers.years))
        return f"函中没有提到{years}的这项内容"
    words = question.words if not any(w.name for w in question.required) else question.required
    if words:
        return f"函中没有提到{texts(words[:4])}的这项内容"
    return "没有听懂这个问题，函中没有提到相关内容"


def _is_counted(nearest: Fit) -> bool:
    """A figure that counts what was asked for by name."""
    fact = nearest.evidence.fact
    counted = isinstance(fact, Indicator) and fact.unit not in _NO_COUNTERS
    return counted and not nearest.missing and not nearest.conflicts


def _why_not(nearest: Fit | None) -> str:
    """What the nearest fact differs in, as a sentence; "" when no single thing tells."""
    if nearest is None or nearest.missing or not nearest.conflicts:
        return ""
    kind, _, asked = nearest.conflicts[0].partition("：")
    if kind.startswith("没有"):  # 没有这个级别：区级
        return f"函中没有提到{kind.removeprefix('没有')}：{asked}"
    return f"函中没有提到问题所说的{kind.removesuffix('不同')}"


def _nearest(inquiry: Inquiry) -> Fit | None:
    """The fact that bears most of the question in its own words, if that is something."""
    rows = [
        f
        for f in inquiry.candidates.of(Indicator, Listing, Recognition, Commitment, Sentence)
        if f.core
    ]
    if not rows:
        return None
    return max(rows, key=lambda f: (_closeness(inquiry, f), f.score))


def _closeness(inquiry: Inquiry, found: Fit) -> float:
    """How much of the question a fact bears; a figure of another year is nearer than a sentence."""
    loose = isinstance(found.evidence.fact, Sentence)
    target = "目标" in inquiry.question.qualifiers.measure
    aimed = target and isinstance(found.evidence.fact, Commitment)
    return found.core - len(found.conflicts) * 0.5 - 0.75 * loose + aimed


def _said(found: Fit) -> str:
    fact = found.evidence.fact
    if isinstance(fact, Indicator | Commitment):
        return sentence(found.evidence)
    if isinstance(fact, Recognition):
        return folded_text(f"{fact.holder}：{fact.title}（{fact.status}）")
    if isinstance(fact, Listing):
        return folded_text(f"{fact.name}：{'、'.join(i.name for i in fact.items[:6])}")
    text = folded_text(found.evidence.quote)
    return text if len(text) <= 60 else text[:60] + "……"


def whom_to_ask(inquiry: Inquiry) -> str:
    """The letter's contact, as a sentence."""
    for found in inquiry.candidates.of(Contact):
        fact = found.evidence.fact
        if isinstance(fact, Contact) and (fact.names or fact.phones):
            name = folded_text("、".join(fact.names)) or "承办单位"
            phone = f"（电话{'、'.join(fact.phones)}）" if fact.phones else ""
            return f"可向联系人{name}{phone}询问。"
    return ""


def _suggestions(nearest: Fit | None) -> tuple[str, ...]:
    if nearest and isinstance(nearest.evidence.fact, Indicator):
        return (f"{folded_text(nearest.evidence.fact.name)}是多少？", "联系人电话？")
    return ("承诺事项有哪些？", "联系人电话？")
