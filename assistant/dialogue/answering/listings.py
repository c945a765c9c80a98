"""哪些: names given together, holders of a title, parts of a total, rows of commitments."""

import re
from collections import Counter, defaultdict
from dataclasses import replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import names_kind
from assistant.dialogue.answering.saying import label, short
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask
from knowledge import Indicator, Listing, Recognition

HEADLINE = 60  # characters
_KINDS_ASKED = re.compile(r"哪(?:几|些|[二三四五六七八九])?大?[类种]|分[为成]?(?:哪|几)|构成|组成")
_OF_KINDS = 3.0  # 分哪几类 asks for the kinds, not for the names of one of them
_HOLDERS_UNITS = ("", "家", "个", "人", "名", "位")
_OTHERS = re.compile(r"除了?|之外|以外|其他|其它|另外|还有")
_ALL = re.compile(r"全部|所有|完整|每一?个|逐一|[0-9]+[个家件项]的?(?:名单|名字|名称)|名单")


def answer_list(inquiry: Inquiry) -> Answer | None:
    """The best list the letter holds for the question."""
    found = [
        *_listings(inquiry),
        *_holders(inquiry),
        *_parts(inquiry),
    ]
    if not found:
        return None
    worth, answer = max(found, key=lambda pair: pair[0])
    return answer


def _listings(inquiry: Inquiry) -> list[tuple[float, Answer]]:
    rows = [
        f
        for f in inquiry.candidates.holding(Listing)
        if inquiry.touches(f) and _is_asked(inquiry, f)
    ]
    ranked = _worth_first(inquiry, rows)
    if not ranked:
        return []
    best, worth = ranked[0]
    same = [best, *(f for f, w in ranked[1:] if worth - w < 0.5 and _name(f) == _name(best))]
    return [(worth + 0.5, _say_listings(inquiry, same))]


def _is_asked(inquiry: Inquiry, found: Fit) -> bool:
    """Is it this list that is asked for, and not one that only holds the thing named?"""
    fact = found.evidence.fact
    if not isinstance(fact, Listing):
        return False
    items = [folded_text(item.name) for item in fact.items]
    counted = {int(n.value) for n in inquiry.question.numbers if n.value == int(n.value)}
    groups = Counter(item.group for item in fact.items)
    if counted and not counted & {len(items), fact.count, *groups.values()}:
        return False
    nouns = [w for w in inquiry.question.required if w.name]
    if inquiry.question.required and not nouns and not inquiry.focus:
        return any(w.text in folded_text(fact.name) for w in inquiry.question.words if w.name)
    outside = _OTHERS.search(inquiry.question.text)
    name = folded_text(fact.name)
    parts = [w.text for w in nouns if not any(form in name for form in w.forms)]
    as_item = [
        item for item in items if item and len(item) <= sum(len(p) for p in parts if p in item)
    ]
    whose = Ask.WHO in inquiry.question.asks
    only_inside = (
        whose and len(parts) == len(nouns) > 0 and sum(_bears(item, parts) for item in items) == 1
    )
    return not (as_item or only_inside) or outside is not None


def _bears(item: str, parts: list[str]) -> bool:
    return any(part in item for part in parts)


def count_names(inquiry: Inquiry) -> Answer | None:
    """几个, where names are given and no figure: the names counted."""
    question = inquiry.question
    if (
        question.unit in ("钱", "元", "万", "万元")
        or "%" in question.text
        or question.qualifiers.measure - {"存量"}
    ):
        return None
    for found in inquiry.candidates.holding(Listing):
        fact = found.evidence.fact
        named = isinstance(fact, Listing) and all(
            any(form in folded_text(fact.name) + (fact.status or "") for form in w.forms)
            for w in question.required
        )
        if named and question.required and _is_asked(inquiry, found):
            listed = _say_listings(inquiry, [found])
            return replace(
                listed,
                kind="computed",
                headline=f"{len(listed.names)}个",
                body=f"{len(listed.names)}个（按函中点名计）：{'、'.join(listed.names)}",
            )
    return None


def _worth_first(inquiry: Inquiry, rows: list[Fit]) -> list[tuple[Fit, float]]:
    worth = [(f, f.score + inquiry.near_focus(f) + _count_agrees(inquiry, f)) for f in rows]
    return sorted(worth, key=lambda pair: -pair[1])


def _count_agrees(inquiry: Inquiry, found: Fit) -> float:
    fact = found.evidence.fact
    if isinstance(fact, Listing) and _KINDS_ASKED.search(inquiry.question.text):
        return _OF_KINDS * folded_text(fact.name).endswith("类别")
    return 0.4 if isinstance(fact, Listing) and _names_asked(inquiry, fact) else 0.0


def _names_asked(inquiry: Inquiry, fact: Listing) -> bool:
    return any(word.text in folded_text(fact.name) for word in inquiry.question.required)


def _name(found: Fit) -> str:
    fact = found.evidence.fact
    return folded_text(fact.name) if isinstance(fact, Listing) else ""


def _say_listings(inquiry: Inquiry, fits: list[Fit]) -> Answer:
    names: dict[str, None] = {}
    for found in fits:
        fact = found.evidence.fact
        if isinstance(fact, Listing):
            names.update(dict.fromkeys(_asked_items(inquiry, fact)))
    first = fits[0].evidence.fact
    assert isinstance(first, Listing)
    note = "" if first.complete else f"（函中点名{len(names)}个）"
    status = f"（{first.status}）" if first.status and first.status not in first.name else ""
    return Answer(
        kind="list",
        headline=headline_of(list(names)),
        body=f"{folded_text(first.name)}{status}：{'、'.join(names)}{note}",
        proofs=tuple(Proof(found.evidence) for found in fits),
        focus=tuple(found.evidence for found in fits),
        names=tuple(names),
    )


def _asked_items(inquiry: Inquiry, fact: Listing) -> list[str]:
    """All names, or those of the group asked for (农委的是哪几个)."""
    asked = {form for word in inquiry.question.words for form in word.forms if not word.soft}
    groups = {item.group for item in fact.items if item.group}
    wanted = {
        g for g in groups if any(form in folded_text(g) or folded_text(g) in form for form in asked)
    }
    names = [folded_text(item.name) for item in fact.items if not wanted or item.group in wanted]
    kinds = [
        w for w in inquiry.question.required if w.name and w.text not in folded_text(fact.name)
    ]
    some = [name for name in names if any(w.text in name for w in kinds)]
    if some and (len(some) > 1 or len(kinds[0].text) > 3) and not wanted:
        return some
    if _OTHERS.search(inquiry.question.text):
        return [name for name in names if not any(form in name for form in asked)] or names
    return names


def headline_of(names: list[str]) -> str:
    """All names when they fit a headline, else the first and how many."""
    joined = "、".join(names)
    if len(joined) <= HEADLINE:
        return joined
    kept: list[str] = []
    for name in names:
        if len("、".join([*kept, name])) > HEADLINE - 8:
            break
        kept.append(name)
    return f"{'、'.join(kept)}等{len(names)}项" if kept else joined[:HEADLINE]


def count_holders(inquiry: Inquiry) -> Answer | None:
    """几家通过了评审: the holders of the title asked for, counted."""
    aimed = "目标" in inquiry.question.qualifiers.measure  # who holds it now is no target
    counted = inquiry.question.unit in _HOLDERS_UNITS and not aimed
    held = _held(inquiry) if counted else None
    if held is None or held[2]:
        return None
    group = held[1]
    names = list(dict.fromkeys(_side(f, True) for f in group))
    said = f"{len(names)}{inquiry.question.unit or '家'}"
    return Answer(
        kind="computed",
        headline=said,
        body=f"{said}（按函中点名计）：{'、'.join(names)}",
        proofs=tuple(Proof(f.evidence) for f in group),
        focus=tuple(f.evidence for f in group),
        names=tuple(names),
    )


def _held(inquiry: Inquiry) -> tuple[Fit, list[Fit], bool] | None:
    """(the best row, its group, whether it is all titles of one holder) of the title or holder asked."""
    if inquiry.question.negated and Ask.YESNO not in inquiry.question.asks:
        return None  # who did not get it is not who did
    rows = [f for f in inquiry.candidates.holding(Recognition) if inquiry.touches(f)]
    nouns = [w for w in inquiry.question.required if w.name]
    if not rows or inquiry.question.required and not nouns and not inquiry.focus:
        return None
    rows = [f for f in rows if _is_much_of(inquiry, f) and not _is_left_out(inquiry, f)]
    if not rows:
        return None
    best = max(rows, key=lambda f: f.score + inquiry.near_focus(f))
    fact = best.evidence.fact
    assert isinstance(fact, Recognition)
    by_holder = _weight(inquiry, fact.holder) > _weight(inquiry, fact.title)
    return best, [f for f in rows if _same_side(f, fact, by_holder)], by_holder


def _holders(inquiry: Inquiry) -> list[tuple[float, Answer]]:
    """Holders of a title that was asked, or titles of a holder that was asked."""
    held = _held(inquiry)
    if held is None or not _is_number_asked(inquiry, len(held[1])):
        return []
    best, group, by_holder = held
    if by_holder and not any(names_kind(inquiry, _side(f, False)) for f in group):
        return []  # 做什么产品的 asks for no title
    names = list(
        dict.fromkeys(_side(f, not by_holder) + (_standing(f) if by_holder else "") for f in group)
    )
    answer = Answer(
        kind="list" if len(names) > 1 else "answer",
        headline=headline_of(names),
        body="；".join(dict.fromkeys(recognition_sentence(f) for f in group)),
        proofs=tuple(Proof(f.evidence) for f in group),
        focus=tuple(f.evidence for f in group),
        names=tuple(names),
    )
    return [(best.score + inquiry.near_focus(best) + 0.2, answer)]


def _is_number_asked(inquiry: Inquiry, count: int) -> bool:
    """32个的名单 is not answered by five names."""
    asked = {n.value for n in inquiry.question.numbers}
    return not asked or count in asked


def _is_much_of(inquiry: Inquiry, found: Fit) -> bool:
    """专利 alone asks for no holder of a PCT国际专利申请."""
    fact = found.evidence.fact
    if not isinstance(fact, Recognition) or not any(w.name for w in inquiry.question.required):
        return True
    names = [folded_text(fact.holder), folded_text(fact.title)]
    if any(names[0].startswith(w.text) and len(w.text) > 2 for w in inquiry.question.required):
        return True  # 艾诺斯 for 艾诺斯（重庆）华达电源系统有限公司
    return any(_weight(inquiry, name) * 5 >= len(name) * 2 for name in names if name)


def _is_left_out(inquiry: Inquiry, found: Fit) -> bool:
    """天下大足以外还有哪些: what is named is not what is asked."""
    return (
        bool(_OTHERS.search(inquiry.question.text)) and _side(found, True) in inquiry.question.text
    )


def _names(form: str, text: str) -> bool:
    """Does a word name this holder or title, be it without its last character (区长质量奖)?"""
    return form in text or text in form or len(form) > 3 and form[:-1] in text


def _weight(inquiry: Inquiry, name: str) -> int:
    """How many characters of the question's words a name bears."""
    text = folded_text(name)
    return sum(
        max((len(form) for form in w.forms if _names(form, text)), default=0)
        for w in inquiry.question.words
        if not w.soft
    )


def _same_side(found: Fit, fact: Recognition, by_holder: bool) -> bool:
    mine = found.evidence.fact
    if not isinstance(mine, Recognition):
        return False
    if by_holder:
        return mine.holder == fact.holder
    return mine.title == fact.title and mine.status == fact.status


def _standing(found: Fit) -> str:
    """What has to be said of a title that is not held yet."""
    status = getattr(found.evidence.fact, "status", "")
    return "" if status in ("已获", "已完成", "通过", "") else f"（{status}）"


def _side(found: Fit, holder: bool) -> str:
    fact = found.evidence.fact
    assert isinstance(fact, Recognition)
    return folded_text(fact.holder if holder else fact.title)


def recognition_sentence(found: Fit) -> str:
    """Who, in which standing, what: 龙水五金市场（已获）重庆市知识产权保护规范化市场."""
    fact = found.evidence.fact
    assert isinstance(fact, Recognition)
    return folded_text(f"{fact.holder}：{fact.title}（{fact.status}）")


def _parts(inquiry: Inquiry) -> list[tuple[float, Answer]]:
    """The parts of a total: 知名品牌有哪几类 -> 农产品品牌21个、…"""
    groups: dict[str, list[Fit]] = defaultdict(list)
    for found in inquiry.candidates.holding(Indicator):
        fact = found.evidence.fact
        if isinstance(fact, Indicator) and fact.total and inquiry.touches(found):
            groups[fact.total].append(found)
    if not groups or _ALL.search(inquiry.question.text):
        return []
    total, fits = max(
        groups.items(), key=lambda pair: (max(f.score for f in pair[1]), len(pair[1]))
    )
    fits = _of_one_measure(fits)
    if len(fits) == 1:
        return []
    fits.sort(
        key=lambda f: (
            f.evidence.fact.place.own.start if isinstance(f.evidence.fact, Indicator) else 0
        )
    )
    names = [f"{label(f.evidence)}{short(f.evidence)}" for f in fits]
    answer = Answer(
        kind="list",
        headline=headline_of(names),
        body=f"{folded_text(total)}包括{'、'.join(names)}",
        proofs=tuple(Proof(f.evidence) for f in _one_a_quote(fits)),
        focus=tuple(f.evidence for f in fits),
        names=tuple(label(f.evidence) for f in fits),
    )
    return [(max(f.score for f in fits) - 0.5, answer)]


def _of_one_measure(fits: list[Fit]) -> list[Fit]:
    """What is new is no part of the stock beside it."""
    measures = [getattr(f.evidence.fact, "measure", "") for f in fits]
    common = Counter(measures).most_common(1)[0][0]
    return [f for f, measure in zip(fits, measures, strict=True) if measure == common]


def _one_a_quote(fits: list[Fit]) -> list[Fit]:
    return list({f.evidence.quote: f for f in fits}.values())
