"""No, and what the letter says instead: another status, level or figure, or a list without the
thing.
"""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.holders import headline_of, recognition_sentence
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.naming_part import whole_of
from assistant.dialogue.answering.saying import short
from assistant.dialogue.answering.statements import is_class, names_of, say, statement
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.standings import status_class
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Word
from knowledge import Commitment, Indicator, Listing, Recognition

_BELONGS = re.compile(r"[是属算在叫为进入]|包括|包含|[里中]有")

_PRINTED_YEAR = re.compile("(?:19|20)[0-9]{2}年|[今去明当上]年|年[底末内]|[0-9]月")


def nearness(found: Fit) -> float:
    return {Listing: 0.6, Recognition: 0.8, Indicator: 0.4, Commitment: 0.3}.get(
        type(found.evidence.fact), 0.0
    )


def denied_left_out(inquiry: Inquiry) -> Answer | None:
    """X is not among the names of the list asked about, and the list is complete."""
    required = inquiry.question.required
    if not _BELONGS.search(inquiry.question.text):
        return None
    for found in inquiry.candidates.of(Listing):
        fact = found.evidence.fact
        if not isinstance(fact, Listing) or found.conflicts or not found.missing:
            continue
        name = folded_text(fact.name)
        whole = "|".join([name, *(folded_text(n) for n in names_of(found.evidence)[:1])])
        by_name = [w for w in required if any(form in whole for form in w.forms)]
        named = sum(max(len(f) for f in w.forms if f in whole) for w in by_name)
        if named * 5 < len(name) * 3:
            continue  # 商标 alone does not ask for the list of 证明商标
        rest = [w for w in found.missing if w not in by_name]
        if not by_name or not 1 <= len(rest) <= 2 or not _is_thing(inquiry, rest):
            continue
        items = [folded_text(item.name) for item in fact.items]
        if not fact.complete or any(form in "|".join(items) for w in rest for form in w.forms):
            continue
        if name.endswith("类别"):
            continue  # kinds, none of what they are kinds of
        if len(name) > 2 + sum(len(w.text) for w in by_name) * 2:
            continue
        counted = whole_of(inquiry, found.evidence, len(items))
        if counted:
            return _not_told(rest, name, found, counted)
        return say(
            f"不是，{name}是{headline_of(items)}"[:60], f"{name}是{'、'.join(items)}", [found]
        )
    return None


def _not_told(asked: list[Word], name: str, found: Fit, whole: Fit) -> Answer:
    """More are counted than named: what is not named may be one all the same."""
    names = "、".join(word.text for word in asked)
    named = getattr(found.evidence.fact, "items", ())
    told = f"{name}有{short(whole.evidence)}，函中只点名了其中{len(named)}个"
    said = say("", "", [whole, found])
    head = f"函中没有写明“{names}”是不是{name}"
    items = "、".join(folded_text(item.name) for item in named)
    return replace(said, kind="unknown", headline=head, body=f"{head}：{told}（{items}）", focus=())


def _is_thing(inquiry: Inquiry, words: list[Word]) -> bool:
    """Are these words names of things (in the letter, or written like a mark)?"""
    return all(
        w.name and (_known(inquiry, w.text) or len(w.text) >= 2) and not is_class(inquiry, w.text)
        for w in words
    )


def _known(inquiry: Inquiry, text: str) -> bool:
    return any(text in zones_of(f.evidence).core for f in inquiry.candidates.fits)


def denied_differing(inquiry: Inquiry) -> Answer | None:
    """All words are borne and only status or level differ: no, and what the letter says instead."""
    rows = [
        f
        for f in inquiry.candidates.of(Recognition, Listing, Indicator, Commitment)
        if f.conflicts
        and not f.missing
        and f.core
        and (not inquiry.question.numbers or isinstance(f.evidence.fact, Indicator | Commitment))
        and all(
            c.startswith(("状态", "级别", "口径", "年份", "月份", "个数", "届次"))
            for c in f.conflicts
        )
        and not _only_another_day(f)
    ]
    if not rows:
        return _status_only(inquiry)
    best = max(rows, key=lambda f: f.score + nearness(f))
    later = ("状态", "口径不同：预计")
    held = status_class(getattr(best.evidence.fact, "status", None) or "") == "已获"
    no = "还没有" if not held and any(c.startswith(later) for c in best.conflicts) else "不是"
    return say(f"{no}，函中写的是：{statement(best)}"[:60], "", [best])


def _only_another_day(found: Fit) -> bool:
    """Does nothing but the year of the letter, which the fact does not print, speak against it?

    严禁乱收费 of a letter of 2023 says nothing of what happened in 2022.
    """
    years = all(c.startswith("年份") for c in found.conflicts)
    own = zones_of(found.evidence).own
    printed = getattr(found.evidence.fact, "year", None) or _PRINTED_YEAR.search(own)
    return years and not printed


def _status_only(inquiry: Inquiry) -> Answer | None:
    """The words of a status are not borne, all others are: 获得驰名商标了吗 -> 还没有, 正在推进认定."""
    asked = inquiry.question.qualifiers.status
    if not asked:
        return None
    for found in inquiry.candidates.of(Recognition):
        fact = found.evidence.fact
        missing = [
            w
            for w in found.missing
            if not any(form in status or status in form for form in w.forms for status in asked)
        ]
        if isinstance(fact, Recognition) and not missing and found.conflicts and found.core:
            if status_class(fact.status) in map(status_class, asked):
                continue  # 评上了 is denied by no 通过
            no = "不是" if status_class(fact.status) == "已获" else "还没有"
            return say(
                f"{no}，函中写的是{fact.status}：{recognition_sentence(found)}"[:60], "", [found]
            )
    return None
