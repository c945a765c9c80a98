"""哪些: names given together, holders of a title, parts of a total, rows of commitments."""

import re
from collections import Counter, defaultdict

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.holders import (
    OTHERS,
    headline_of,
    list_holders,
    numbers_asked,
)
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import asks_doings, asks_way, asks_who_is_to, called_so
from assistant.dialogue.answering.naming_part import all_but_named, of_the_named, told_in_part
from assistant.dialogue.answering.saying import label, short
from assistant.dialogue.answering.suiting import asks_to_get
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import counted_name, folded_text
from assistant.dialogue.question import Ask, Word
from knowledge import Indicator, Listing

_KINDS_ASKED = re.compile(r"哪(?:几|些|[二三四五六七八九])?大?[类种]|分[为成]?(?:哪|几)|构成|组成")
_OF_KINDS = 3.0  # 分哪几类 asks for the kinds, not for the names of one of them
_ALL = re.compile(r"全部|所有|完整|每一?个|逐一|[0-9]+[个家件项]的?(?:名单|名字|名称)|名单")
_RECEIVERS = re.compile(
    "给(?:了)?(?:谁|什么人|哪些?人|哪些?家)"
)  # what is given is nobody it is given to
_NOT_OF_ALL = frozenset({"新增", "目标", "预计"})
_BUT = re.compile(
    "除|之外|以外|其[他它]|另外|别的|还有(?:哪一?[个家]|什么|哪些)(?:部门|单位|局|委|系统)"
)

_MORE = re.compile("有些?(?:什么|啥|哪)")


def answer_list(inquiry: Inquiry) -> Answer | None:
    """The best list the letter holds for the question."""
    if any(asks(inquiry.question.text) for asks in (asks_who_is_to, asks_to_get, asks_way)):
        return None
    if inquiry.question.qualifiers.measure == {"目标"} and Ask.FIGURE in inquiry.question.asks:
        return None  # 年底目标分别是多少 asks for no names
    found = [] if _RECEIVERS.search(inquiry.question.text) else _listings(inquiry)
    if not asks_doings(inquiry.question.text):  # 有什么好处 asks for no names
        found += [*list_holders(inquiry), *(_parts(inquiry) or _sorts(inquiry))]
    if not found:
        return None
    worth, answer = max(found, key=lambda pair: pair[0])
    answer = all_but_named(inquiry, answer)
    text = inquiry.question.text
    if _MORE.search(text) and all(folded_text(name) in text for name in answer.names):
        return None  # 明友钢具还有啥 is not answered by its own name
    return told_in_part(inquiry, of_the_named(inquiry, answer))


def _listings(inquiry: Inquiry) -> list[tuple[float, Answer]]:
    rows = [
        f
        for f in inquiry.candidates.holding(Listing)
        if inquiry.touches(f) and is_list_asked(inquiry, f)
    ]
    ranked = _worth_first(inquiry, rows)
    if not ranked:
        return []
    best, worth = ranked[0]
    same = [best, *(f for f, w in ranked[1:] if worth - w < 0.5 and _name(f) == _name(best))]
    return [(worth + 0.5, say_listings(inquiry, same))]


def is_list_asked(inquiry: Inquiry, found: Fit) -> bool:
    """Is it this list that is asked for, and not one that only holds the thing named?"""
    fact = found.evidence.fact
    if not isinstance(fact, Listing):
        return False
    items = [folded_text(item.name) for item in fact.items]
    if not called_so(inquiry, "".join([fact.name, *items])):
        return False
    counted = {int(n.value) for n in inquiry.question.numbers if n.value == int(n.value)}
    counted |= numbers_asked(inquiry.question.text)
    groups = Counter(item.group for item in fact.items)
    if counted and not counted & {len(items), fact.count, *groups.values()}:
        return False
    nouns = [w for w in inquiry.question.required if w.name]
    if inquiry.question.required and not nouns and not inquiry.focus:
        return _is_of_doing(inquiry, folded_text(fact.name))
    if _KINDS_ASKED.search(inquiry.question.text) and not _is_of_kinds(inquiry, fact):
        return False
    if fact.name.endswith("类别") and inquiry.question.qualifiers.measure & _NOT_OF_ALL:
        return False  # 今年新增的有哪些 is not told by the kinds of all there are
    if _is_one_of_kinds(inquiry, fact, [w for w in nouns if len(w.text) > 1]):
        return False
    outside = OTHERS.search(inquiry.question.text)
    name = folded_text(fact.name)
    if outside and _is_set_aside(inquiry.question.text, fact):
        return False
    parts = [w.text for w in nouns if not any(form in name for form in w.forms)]
    as_item = [
        item for item in items if item and len(item) <= sum(len(p) for p in parts if p in item)
    ]
    whose = Ask.WHO in inquiry.question.asks
    only_inside = (
        whose and len(parts) == len(nouns) > 0 and sum(_bears(item, parts) for item in items) == 1
    )
    return not (as_item or only_inside) or outside is not None


def _is_one_of_kinds(inquiry: Inquiry, fact: Listing, nouns: list[Word]) -> bool:
    """国家级龙头企业叫什么名字 asks for names of one kind, not which kinds there are."""
    if not folded_text(fact.name).endswith("类别") or _KINDS_ASKED.search(inquiry.question.text):
        return False
    items = [folded_text(item.name) for item in fact.items]
    mine = [item for item in items if all(any(f in item for f in w.forms) for w in nouns)]
    return bool(nouns) and 0 < len(mine) < len(items) and Ask.WHO in inquiry.question.asks


def _is_set_aside(text: str, fact: Listing) -> bool:
    """五大产业之外还有哪些产业: the list itself is what is set aside."""
    whole = counted_name(fact)
    return bool(whole) and re.search(rf"{whole}(?:之外|以外|外)|除了?{whole}", text) is not None


def _is_of_doing(inquiry: Inquiry, name: str) -> bool:
    """放开授权的是哪几个 is told by the list 授权许可范围: it is named for the doings asked."""
    if any(w.text in name for w in inquiry.question.words if w.name):
        return True
    doings = [
        max((f for f in w.forms if f in name), key=len, default="")
        for w in inquiry.question.required
    ]
    return all(doings) and 2 * sum(map(len, set(doings))) >= len(name)


def _is_of_kinds(inquiry: Inquiry, fact: Listing) -> bool:
    """哪几类标准 is no list of kinds of 标准化项目."""
    whole = folded_text(fact.name)
    thing = whole.removesuffix("类别")
    return thing == whole or _is_asked_thing(inquiry, thing)


def _is_asked_thing(inquiry: Inquiry, thing: str) -> bool:
    """Is a thing of this name one of the kind the question names?"""
    forms = [form for w in inquiry.question.required if w.name for form in w.forms]
    return not forms or any(thing.endswith(form) or form.endswith(thing) for form in forms)


def _bears(item: str, parts: list[str]) -> bool:
    return any(part in item for part in parts)


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


def say_listings(inquiry: Inquiry, fits: list[Fit]) -> Answer:
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
    if wanted and _asks_other_group(inquiry.question.text):
        wanted = groups - wanted
    if not wanted:  # 市场监管新增了几个，叫什么
        talked = {getattr(row.fact, "subject", None) for row in inquiry.focus}
        wanted = {group for group in groups if group in talked}
    names = [folded_text(item.name) for item in fact.items if not wanted or item.group in wanted]
    kinds = [
        w for w in inquiry.question.required if w.name and w.text not in folded_text(fact.name)
    ]
    some = [name for name in names if any(w.text in name for w in kinds)]
    if some and (len(some) > 1 or len(kinds[0].text) > 3) and not wanted:
        return some
    if OTHERS.search(inquiry.question.text):
        return [name for name in names if not any(form in name for form in asked)] or names
    return names


def _asks_other_group(text: str) -> bool:
    """除了农委还有哪个部门 asks for the other groups, 农委的还有谁 for more of this one."""
    return _BUT.search(text) is not None


def _parts(inquiry: Inquiry) -> list[tuple[float, Answer]]:
    """The parts of a total: 知名品牌有哪几类 -> 农产品品牌21个、…"""
    groups: dict[str, list[Fit]] = defaultdict(list)
    for found in inquiry.candidates.holding(Indicator):
        fact = found.evidence.fact
        if isinstance(fact, Indicator) and fact.total and inquiry.touches(found):
            groups[fact.total].append(found)
    if _KINDS_ASKED.search(inquiry.question.text):
        groups = {t: fits for t, fits in groups.items() if _is_asked_thing(inquiry, folded_text(t))}
    if not groups or _ALL.search(inquiry.question.text):
        return []
    total, fits = max(
        groups.items(), key=lambda pair: (max(f.score for f in pair[1]), len(pair[1]))
    )
    fits = _of_one_measure(fits)
    asked = numbers_asked(inquiry.question.text)
    if len(fits) == 1 or asked and len(fits) not in asked:
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


def _sorts(inquiry: Inquiry) -> list[tuple[float, Answer]]:
    """哪几类标准: the figures whose names end in the thing asked, 国家标准 and 行业标准."""
    if not _KINDS_ASKED.search(inquiry.question.text):
        return []
    forms = tuple(w.text for w in inquiry.question.required if w.name and len(w.text) > 1)
    kinds: dict[str, Fit] = {}
    for found in inquiry.candidates.holding(Indicator):
        name = folded_text(getattr(found.evidence.fact, "name", ""))
        if forms and name.endswith(forms) and name not in forms:
            kinds.setdefault(name, found)
    if len(kinds) < 2:
        return []
    fits = sorted(kinds.values(), key=lambda f: f.row.at)
    names = [f"{label(f.evidence)}{short(f.evidence)}" for f in fits]
    bare = tuple(folded_text(getattr(f.evidence.fact, "name", "")) for f in fits)
    answer = Answer(
        kind="list",
        headline=headline_of(list(bare)),
        body="、".join(names),
        proofs=tuple(Proof(f.evidence) for f in _one_a_quote(fits)),
        focus=tuple(f.evidence for f in fits),
        names=bare,
    )
    return [(fits[0].score - 0.5, answer)]


def _of_one_measure(fits: list[Fit]) -> list[Fit]:
    """What is new is no part of the stock beside it."""
    measures = [getattr(f.evidence.fact, "measure", "") for f in fits]
    common = Counter(measures).most_common(1)[0][0]
    return [f for f, measure in zip(fits, measures, strict=True) if measure == common]


def _one_a_quote(fits: list[Fit]) -> list[Fit]:
    return list({f.evidence.quote: f for f in fits}.values())
