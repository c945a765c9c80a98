"""是不是: yes, no with what is right, or unknown. Wrong premises are put right.

A different figure, status or level than the letter's is a no; a thing the letter does not speak
of is unknown.
"""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.listings import headline_of, recognition_sentence
from assistant.dialogue.answering.saying import label, sentence, short, unit_of, value_of
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Number, Question, Support
from assistant.dialogue.understanding.content import content_words
from knowledge import Action, Commitment, Evidence, Indicator, Listing, Recognition, Sentence, to_chinese

_MORE = re.compile(r"超过|多于|大于|以上|不止|突破|高于|超")
_SIZES = {"万": 10_000, "亿": 100_000_000}
_LESS = re.compile(r"不到|少于|低于|不足|以下|小于|没到|不超过|(?<!有)没有?(?=[0-9])")


def answer_yesno(inquiry: Inquiry) -> Answer | None:
    """Yes or no, with the fact that decides."""
    if inquiry.question.numbers and not inquiry.question.negated:
        answer = _claim(inquiry)
        if answer:
            return answer
    for decide in (_stated, _differs, _excluded, _other_holder, _own_only):
        found = decide(inquiry)
        if found:
            return found
    return None


def _claim(inquiry: Inquiry) -> Answer | None:
    """知名品牌是52个吧: the claimed number against the letter's."""
    question = inquiry.question
    claim = question.numbers[-1]
    ranked = [f for f, _ in ranked_figures(inquiry.with_question(replace(question, unit="")))]
    ranked = [f for f in ranked if _comparable(inquiry, claim, f.evidence)]
    if not ranked:
        return None
    best = _claimed(question, claim, ranked)
    row = best.evidence
    true = _is_true(question.text, claim, row)
    if true:
        said = label(row) if isinstance(row.fact, Commitment) else f"{label(row)}{short(row)}"
        return _say(f"是的，{said}", sentence(row), [best])
    return _say(f"不是{claim.text}，函中是{short(row)}", sentence(row), [best])


def _claimed(question: Question, claim: Number, ranked: list[Fit]) -> Fit:
    """The figure the claim is about; a target does not prove what is said to be reached."""
    present = [f for f in ranked if not isinstance(f.evidence.fact, Commitment)]
    if "目标" not in question.qualifiers.measure and present:
        ranked = present
    exact = next((f for f in ranked if _value_is(claim, f.evidence)), None)
    return exact if exact and exact.score >= ranked[0].score - 1.5 else ranked[0]


def _comparable(inquiry: Inquiry, claim: Number, row: Evidence) -> bool:
    unit = unit_of(row).lstrip("万亿")
    if not claim.unit or not unit or claim.unit.lstrip("万亿") == unit:
        return True
    return inquiry.library.lexicon.same_unit(claim.unit, unit) or claim.unit == "元" and unit.endswith("元")


def _value_is(claim: Number, row: Evidence) -> bool:
    return value_of(row) == claim.value or _plain(row) == claim.value


def _plain(row: Evidence) -> Decimal | None:
    """The figure counted in ones: 1.85 万个 is 18500."""
    value = value_of(row)
    return None if value is None else value * _SIZES.get(unit_of(row)[:1], 1)


def _is_true(text: str, claim: Number, row: Evidence) -> bool:
    value = _plain(row)
    if value is None:
        return False
    if _LESS.search(text):
        return value < claim.value
    if _MORE.search(text):
        return value > claim.value
    return _value_is(claim, row)


def _stated(inquiry: Inquiry) -> Answer | None:
    """One fact bears every word: yes (or no, when the question denies it)."""
    required = inquiry.question.required
    nouns = [Listing, Recognition, Indicator, Commitment]
    if len(_names_in(inquiry)) < 2:
        nouns += [Action, Sentence]  # two names in one sentence need not belong together
    rows = [
        f
        for f in inquiry.candidates.holding(*nouns)
        if f.core
        and _firm(f, len(required))
        and _bears_numbers(inquiry, f)
        and _bears_names(inquiry, f)
    ]
    if not rows:
        return None
    best = max(rows, key=lambda f: (_is_row(f), f.score + inquiry.near_focus(f) + _nearness(f)))
    other = _other_group(inquiry, best)
    if other:
        return _say(f"不是，{other}"[:60], "", [best])
    says = _statement(best)
    if inquiry.question.negated and not _denies(best):
        return _say(f"不是，函中有：{says}", "", [best])
    return _say(f"是的，{says}", "", [best])


def _names_in(inquiry: Inquiry) -> set[str]:
    """Words of the question that name a holder, a title, a listed thing or whose figure it is."""
    found: set[str] = set()
    for row in (f.evidence for f in inquiry.candidates.of(Recognition, Listing, Indicator)):
        names = [folded_text(name) for name in _names_of(row)]
        for word in inquiry.question.required:
            if len(word.text) > 1 and any(_alike(form, name) for name in names if name for form in word.forms):
                found.add(word.text)
    return found


def _bears_names(inquiry: Inquiry, found: Fit) -> bool:
    """A row states something of a name only when it bears the name itself, not beside it."""
    if isinstance(found.evidence.fact, Action | Sentence):
        return True
    names = _names_in(inquiry)
    return all(s in (Support.CORE, Support.OWN) for w, s in found.support if w.text in names and not w.soft)


def _names_of(row: Evidence) -> list[str]:
    fact = row.fact
    if isinstance(fact, Recognition):
        return [fact.holder, fact.title]
    if isinstance(fact, Listing):
        counted = f"{to_chinese(fact.count)}大{fact.name}" if 1 < (fact.count or 0) < 10 else ""
        return [counted, *(item.name for item in fact.items)]
    return [fact.subject, fact.name] if isinstance(fact, Indicator) and fact.subject else []


def _other_group(inquiry: Inquiry, found: Fit) -> str:
    """The thing stands in the list under another part than the one claimed (农委, not 市场监管)."""
    fact = found.evidence.fact
    if not isinstance(fact, Listing):
        return ""
    groups = {folded_text(item.group) for item in fact.items if item.group}
    text = inquiry.question.text
    claimed = {group for group in groups if group[:4] in text}
    mine = [item for item in fact.items if folded_text(item.name) in text and item.group]
    wrong = [item for item in mine if claimed and folded_text(item.group or "") not in claimed]
    return "；".join(f"{folded_text(i.name)}属于{folded_text(i.group or '')}" for i in wrong)


def _bears_numbers(inquiry: Inquiry, found: Fit) -> bool:
    """Every number of the question stands in the fact."""
    own = zones_of(found.evidence).own
    plain = re.sub(r"(?:19|20)[0-9]{2}年?|[0-9]+月|第[0-9]+", "", inquiry.question.text)
    digits = re.findall(r"[0-9]+(?:[.][0-9]+)?", plain)
    if not inquiry.question.numbers and any(digit not in own for digit in digits):
        return False
    return all(
        _value_is(claim, found.evidence) or claim.text in own or str(claim.value) in own
        for claim in inquiry.question.numbers
    )


def _is_row(found: Fit) -> bool:
    """A row says it outright, a sentence only holds the words."""
    return not isinstance(found.evidence.fact, Action | Sentence)


def _nearness(found: Fit) -> float:
    return {Listing: 0.6, Recognition: 0.8, Indicator: 0.4, Commitment: 0.3}.get(type(found.evidence.fact), 0.0)


def _firm(found: Fit, count: int) -> bool:
    """Context alone may bear one word in three."""
    return sum(not w.soft for w in found.bears(Support.CONTEXT)) * 3 <= count


def _denies(found: Fit) -> bool:
    return re.search(r"不|没有|未", zones_of(found.evidence).own) is not None


def _statement(found: Fit) -> str:
    """The fact in at most 55 characters."""
    row, fact = found.evidence, found.evidence.fact
    if isinstance(fact, Listing):
        return _listing_statement(found, fact)
    if isinstance(fact, Recognition):
        return recognition_sentence(found)[:55]
    if isinstance(fact, Indicator | Commitment):
        return sentence(row)[:55]
    return _clause_of(found)


def _clause_of(found: Fit) -> str:
    text = re.sub(r"\s+", "", zones_of(found.evidence).own)
    if len(text) <= 55:
        return text.rstrip("，；。")
    forms = [form for word, _ in found.support for form in word.forms]
    clauses = [c for c in re.split(r"[，；：。]", text) if c]
    return max(clauses, key=lambda c: sum(len(f) for f in forms if f in c))[:55]


def _listing_statement(found: Fit, fact: Listing) -> str:
    forms = [form for word, _ in found.support if not word.soft for form in word.forms]
    mine = [folded_text(i.name) for i in fact.items if any(f in folded_text(i.name) or folded_text(i.name) in f for f in forms)]
    name = folded_text(fact.name)
    status = f"（{fact.status}）" if fact.status else ""
    if mine:
        return f"{'、'.join(mine)}在“{name}”{status}之列"[:55]
    return f"{name}{status}：{headline_of([folded_text(i.name) for i in fact.items])}"[:55]


def _excluded(inquiry: Inquiry) -> Answer | None:
    """X is not among the names of the list asked about, and the list is complete."""
    required = inquiry.question.required
    for found in inquiry.candidates.of(Listing):
        fact = found.evidence.fact
        if not isinstance(fact, Listing) or found.conflicts or not found.missing:
            continue
        name = folded_text(fact.name)
        whole = "|".join([name, *(folded_text(n) for n in _names_of(found.evidence)[:1])])
        by_name = [w for w in required if any(form in whole for form in w.forms)]
        rest = [w for w in found.missing if w not in by_name]
        if not by_name or not 1 <= len(rest) <= 2 or not _is_thing(inquiry, rest):
            continue
        if not fact.complete or any(w.text in "|".join(folded_text(i.name) for i in fact.items) for w in rest):
            continue
        if len(name) > 2 + sum(len(w.text) for w in by_name) * 2:
            continue
        items = [folded_text(item.name) for item in fact.items]
        return _say(f"不是，{name}是{headline_of(items)}"[:60], f"{name}是{'、'.join(items)}", [found])
    return None


def _other_holder(inquiry: Inquiry) -> Answer | None:
    """The title or figure is somebody else's: 中国专利奖是…获得的吧 -> 不是，是…"""
    rows = []
    for found in inquiry.candidates.of(Recognition, Indicator):
        fact = found.evidence.fact
        holder = folded_text(fact.holder if isinstance(fact, Recognition) else getattr(fact, "subject", None) or "")
        thing = folded_text(fact.title if isinstance(fact, Recognition) else getattr(fact, "name", ""))
        asked = [
            w
            for w in inquiry.question.required
            if w.name and any(_alike(form, thing) for form in w.forms)
        ]
        others = [w for w in found.missing if w.text in _names_in(inquiry)]
        if holder and asked and (others or _is_neighbour(inquiry, found, holder)):
            rows.append((found, holder, thing))
    if not rows:
        return None
    own = _own_titles(inquiry)
    best = max(rows, key=lambda row: row[0].score)
    same = [row for row in rows if row[2] == best[2]]
    holders = "、".join(dict.fromkeys(row[1] for row in same))
    said = f"{best[2]}的是{holders}"
    if own:
        names = "、".join(dict.fromkeys(recognition_sentence(f) for f in own))
        return _say(f"不是，{names}"[:60], f"不是，{names}；{said}", [*own, *(row[0] for row in same)])
    return _say(f"不是，{said}"[:60], "", [row[0] for row in same])


def _own_only(inquiry: Inquiry) -> Answer | None:
    """X得了Y吧, where the letter tells other titles of X."""
    own = _own_titles(inquiry)
    asked = [w for w in inquiry.question.required if w.name and not any(w.text in _holder(f) for f in own)]
    if not own or not asked or inquiry.question.qualifiers.years:
        return None
    says = "、".join(dict.fromkeys(recognition_sentence(f) for f in own))
    return _say(f"不是，函中写的是{says}"[:60], f"不是，函中写的是{says}", own)


def _holder(found: Fit) -> str:
    fact = found.evidence.fact
    return folded_text(fact.holder) if isinstance(fact, Recognition) else ""


def _alike(form: str, thing: str) -> bool:
    return thing in form or thing.startswith(form) or form in thing and len(form) * 2 >= len(thing)


def _own_titles(inquiry: Inquiry) -> list[Fit]:
    """What the letter does say of the one claimed."""
    return [
        f
        for f in inquiry.candidates.of(Recognition)
        if isinstance(f.evidence.fact, Recognition)
        and any(w.text in folded_text(f.evidence.fact.holder) for w in inquiry.question.required if w.name)
    ][:3]


def _is_neighbour(inquiry: Inquiry, found: Fit, holder: str) -> bool:
    """Is the one claimed another name of the same sentence?"""
    claimed = [
        w
        for w, s in found.support
        if not w.soft and s is Support.QUOTE and w.text in _names_in(inquiry) and w.text not in holder
    ]
    return bool(claimed)


def _is_thing(inquiry: Inquiry, words: list) -> bool:  # type: ignore[type-arg]
    """Are these words names of things (in the letter, or written like a mark)?"""
    return all(_known(inquiry, w.text) or len(w.text) >= 2 for w in words)


def _known(inquiry: Inquiry, text: str) -> bool:
    return any(text in zones_of(f.evidence).core for f in inquiry.candidates.fits)


def _differs(inquiry: Inquiry) -> Answer | None:
    """All words are borne and only status or level differ: no, and what the letter says instead."""
    rows = [
        f
        for f in inquiry.candidates.of(Recognition, Listing, Indicator, Action, Sentence)
        if f.conflicts and not f.missing and f.core and all(c.startswith(("状态", "级别", "口径")) for c in f.conflicts)
    ]
    if not rows:
        return _status_only(inquiry)
    best = max(rows, key=lambda f: f.score + _nearness(f))
    no = "还没有" if any(c.startswith("状态") for c in best.conflicts) else "不是"
    return _say(f"{no}，函中写的是：{_statement(best)}"[:60], "", [best])


def _status_only(inquiry: Inquiry) -> Answer | None:
    """The words of a status are not borne, all others are: 获得驰名商标了吗 -> 还没有, 正在推进认定."""
    asked = inquiry.question.qualifiers.status
    if not asked:
        return None
    for found in inquiry.candidates.of(Recognition):
        fact = found.evidence.fact
        missing = [w for w in found.missing if not any(form in status or status in form for form in w.forms for status in asked)]
        if isinstance(fact, Recognition) and not missing and found.conflicts and found.core:
            return _say(f"还没有，函中写的是{fact.status}：{recognition_sentence(found)}"[:60], "", [found])
    return None


def _say(headline: str, body: str, fits: list[Fit]) -> Answer:
    return Answer(
        kind="answer",
        headline=headline[:60],
        body=body,
        proofs=tuple(Proof(f.evidence) for f in fits),
        focus=tuple(f.evidence for f in fits),
    )


_EITHER = re.compile(r"^(.{2,}?)(?:到底|究竟)?(?:是|属于|算)(.{2,}?)(?:还是|或者?)(?:属于|算|是)?(.{2,}?)[呢吗啊？?]*$")


def answer_either(inquiry: Inquiry) -> Answer | None:
    """X是A还是B: the one the letter states."""
    found = _EITHER.match(inquiry.question.text)
    if not found:
        return None
    for claim in (found.group(2), found.group(3)):
        words, _ = content_words(found.group(1) + " " + claim, inquiry.library)
        question = replace(inquiry.question, text=f"{found.group(1)}是{claim}", words=tuple(words))
        answer = _stated(inquiry.with_question(question, Recognition, Listing, Indicator))
        if answer and answer.headline.startswith("是的"):
            return replace(answer, headline=f"是{claim}", body=answer.headline.removeprefix("是的，"))
    return None


def answer_belonging(inquiry: Inquiry) -> Answer | None:
    """Two words, a name and a list it stands in (静脉产业 五大产业): that it does."""
    if not 2 <= len(inquiry.question.required) <= 3 or inquiry.question.qualifiers.measure:
        return None
    for found in inquiry.candidates.holding(Listing):
        fact = found.evidence.fact
        items = [folded_text(item.name) for item in fact.items] if isinstance(fact, Listing) else []
        mine = [w for w in inquiry.question.required if any(form in items or w.text.removesuffix("产业") in items for form in w.forms)]
        whole = [n for n in _names_of(found.evidence)[:1] if n] + [folded_text(getattr(fact, "name", ""))]
        rest = [w for w in inquiry.question.required if w not in mine]
        named = any(form in n and len(form) * 2 >= len(n) for w in rest for form in (w.text,) for n in whole)
        if len(mine) == 1 and named:
            return _say(_statement(found), "", [found])
    return None
