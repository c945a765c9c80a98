"""是不是: yes, no with what is right, or unknown. Wrong premises are put right.

A different figure, status or level than the letter's is a no; a thing the letter does not speak
of is unknown.
"""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.bearing import (
    bears_names,
    bears_numbers,
    group_named,
    other_group,
)
from assistant.dialogue.answering.claims import COMPARED, answer_claim, responsible_claimed
from assistant.dialogue.answering.commitments import answer_count
from assistant.dialogue.answering.comparing import ALIKE, answer_compared
from assistant.dialogue.answering.denying import denied_differing, denied_left_out, nearness
from assistant.dialogue.answering.holders import count_holders
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.others import names_in, only_sought, other_holder, own_only
from assistant.dialogue.answering.statements import names_of, say, statement
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Number, Support
from assistant.dialogue.understanding.content import content_words
from assistant.dialogue.understanding.qualifying import qualify
from knowledge import Action, Commitment, Indicator, Listing, Recognition, Sentence

_EITHER = re.compile(
    r"^(.{2,}?)(?:到底|究竟)?(?:是|属于|算)(.{2,}?)(?:还是|或者?)(?:属于|算|是)?(.{2,}?)[呢吗啊？?]*$"
)


def answer_yesno(inquiry: Inquiry) -> Answer | None:
    """Yes or no, with the fact that decides."""
    text = inquiry.question.text
    if _SUMMED.search(text) or len(inquiry.question.numbers) > 1 and _HELD_IN.search(text):
        return None
    if _AMONG.search(text) or _OF_THE_COUNTED.search(
        text
    ):  # 新增5个品牌里有没有葛根: the number says of what, and is not asked
        inquiry = inquiry.with_question(replace(inquiry.question, numbers=()))
    if inquiry.question.numbers and (not inquiry.question.negated or COMPARED.search(text)):
        answer = _commitments_claimed(inquiry) or answer_claim(inquiry) or _holders_claimed(inquiry)
        if answer:
            return answer if _names_doer(text, answer) else None
    either = _EITHER.match(text) or ALIKE.search(text)
    if either or not any(w.name for w in inquiry.question.required):
        return None  # A还是B, A和B一样吗 that no row decides is no yes and no no
    for decide in (
        responsible_claimed,
        answer_compared,
        _stated,
        denied_differing,
        denied_left_out,
        other_holder,
        own_only,
    ):
        if decide is other_holder and _EXISTS.search(text):
            continue  # 是不是有个品牌评上了: whose it is decides nothing
        if decide is denied_left_out and inquiry.question.numbers:
            continue  # 我记的是五个，是不是五个: a list that lacks a word denies no number
        found = decide(inquiry)
        if found and decide is not answer_compared and _AGAINST.search(text):
            return None  # 有没有超过AA级的: that both are there decides nothing
        if found:
            return found if _names_doer(text, found) else None
    return None


def _names_doer(text: str, answer: Answer) -> bool:
    """是政府出的吗: who is said to have done it must stand in the letter's sentence."""
    doer = _DOER.search(text)
    quotes = "".join(folded_text(proof.evidence.quote) for proof in answer.proofs)
    return doer is None or doer[1] in quotes


def _commitments_claimed(inquiry: Inquiry) -> Answer | None:
    """承诺一共有四项是吗: against the number of commitments."""
    if not re.search("承诺", inquiry.question.text):
        return None
    counted = answer_count(inquiry)
    return _counted_claim(inquiry.question.numbers[-1], counted) if counted else None


def _holders_claimed(inquiry: Inquiry) -> Answer | None:
    """有三家企业拿到了吧: against the number of those named."""
    claim = inquiry.question.numbers[-1]
    if not claim.unit:
        return None
    question = replace(inquiry.question, numbers=(), unit=claim.unit)
    counted = count_holders(inquiry.with_question(question))
    return _counted_claim(claim, counted) if counted else None


def _counted_claim(claim: Number, counted: Answer) -> Answer:
    right = claim.value == len(counted.names)
    head = f"是的，{counted.headline}" if right else f"不是{claim.text}，函中是{counted.headline}"
    return replace(counted, kind="answer", headline=head, body=f"{head}。{counted.body}")


def answer_either(inquiry: Inquiry) -> Answer | None:
    """X是A还是B: the one the letter states, or both."""
    found = _EITHER.match(inquiry.question.text)
    if not found:
        return None
    grouped = group_named(inquiry, (found.group(2), found.group(3)))
    if grouped:
        return say(f"是{grouped[0]}", "", [grouped[1]])
    stated: list[tuple[str, Answer]] = []
    for claim in (found.group(2), found.group(3)):
        text = f"{found.group(1)}是{claim}"
        words, _ = content_words(found.group(1) + " " + claim, inquiry.library)
        words = [replace(w, soft=w.soft and w.text not in claim) for w in words]
        says = qualify(text, inquiry.now.date(), inquiry.library.lexicon)
        question = replace(inquiry.question, text=text, words=tuple(words), qualifiers=says)
        answer = _stated(inquiry.with_question(question, Recognition, Listing, Indicator))
        if answer and answer.headline.startswith("是的"):
            stated.append((claim, answer))
    if not stated:
        return None
    said = [answer.headline.removeprefix("是的，") for _, answer in stated]
    first = stated[0][1]
    return replace(
        first,
        headline=f"是{'，也是'.join(claim for claim, _ in stated)}",
        body="；".join(dict.fromkeys(said)),
        proofs=tuple(dict.fromkeys(proof for _, answer in stated for proof in answer.proofs)),
    )


_HELD_IN = re.compile(
    "包[含括]|算在|[里中]含"
)  # 32个包含新增的5个吗: that both are so says nothing of it
_EXISTS = re.compile("(?:是不是|是否)有一?[个家些]|有没有一?[个家些]")
_AGAINST = re.compile("(?:超过|多于|少于|高于|低于)(?![0-9一二两三四五六七八九十百千万了])")
_DOER = re.compile(r"是(?:由)?([\u4e00-\u9fff]{2,6}?)(?:来)?(?:出|掏|给|付|交|缴|拨|承担|投|买)的")
_THAN = re.compile(
    r"比(?:去年|上年|前年|以前|之前|原来|往年)(?:还|要|更)?(?:(?P<less>少|低|差|下降|减少)|多|高|好|增加|提高)了?(?:吗|吧|么|没|不)"
)
_SUMMED = re.compile(r"[0-9][^，。0-9]{0,3}(?:减|加|乘|除以|[-+×÷])[0-9]")  # 是13减4家吗
_AMONG = re.compile(
    r"[0-9一二两三四五六七八九十][个件项家人名位种类][^，。]{0,12}[里中当](?:面|头|间|中)?(?:有没有|有无|是否有|是不是有|包不包括|是否包括|含不含)"
)
# 三条承诺都是年底到期吧: how many there are is not what is claimed
_OF_THE_COUNTED = re.compile(
    r"[0-9一二两三四五六七八九十][条项个件](?:承诺|任务|目标)(?:事项)?(?:是不是|是否|全部?|都|均)"
)
_WHOLLY = re.compile("全覆盖|全部|全都|百分之百|100%")
_LATER = re.compile(r"(?:今|明|后)年.{0,4}[能会可要]|[能会可要].{0,4}(?:今|明|后)年")


def answer_belonging(inquiry: Inquiry) -> Answer | None:
    """Two words, a name and a list it stands in (静脉产业 五大产业): that it does."""
    if not 2 <= len(inquiry.question.required) <= 3 or inquiry.question.qualifiers.measure:
        return None
    for found in inquiry.candidates.holding(Listing):
        fact = found.evidence.fact
        items = [folded_text(item.name) for item in fact.items] if isinstance(fact, Listing) else []
        mine = [
            w
            for w in inquiry.question.required
            if any(form in items or w.text.removesuffix("产业") in items for form in w.forms)
        ]
        whole = [n for n in names_of(found.evidence)[:1] if n] + [
            folded_text(getattr(fact, "name", ""))
        ]
        rest = [w for w in inquiry.question.required if w not in mine]
        named = any(
            form in n and len(form) * 2 >= len(n) for w in rest for form in (w.text,) for n in whole
        )
        if len(mine) == 1 and named:
            return say(statement(found), "", [found])
    return None


def _stated(inquiry: Inquiry) -> Answer | None:
    """One fact bears every word: yes (or no, when the question denies it)."""
    required = inquiry.question.required
    nouns = [Listing, Recognition, Indicator, Commitment]
    names = names_in(inquiry)
    if not inquiry.question.numbers and not _contradicted(inquiry):
        nouns += [Action, Sentence]
    rows = [
        f
        for f in inquiry.candidates.holding(*nouns)
        if f.core * 2 >= len(required)
        and _firm(f, len(required))
        and bears_numbers(inquiry, f)
        and bears_names(f, names)
        and (inquiry.question.unit != "钱" or _is_of_money(f))
    ]
    than = _THAN.search(inquiry.question.text)
    if than:  # 比去年少吗: only what says how it has changed decides
        rows = [f for f in rows if measure_of(f.evidence) in ("增量", "增长率")]
    if not rows:
        return None
    best = max(
        rows,
        key=lambda f: (_is_row(f), f.score + inquiry.near_focus(f) + nearness(f), not _is_new(f)),
    )
    other = other_group(inquiry, best)
    if other:
        return say(f"不是，{other}"[:60], "", [best])
    says = statement(best)
    if than and than["less"]:
        return say(f"不是，{says}", "", [best])
    if only_sought(inquiry.question, best):
        return say(f"还没有，函中写的是：{says}", "", [best])
    if inquiry.question.negated and not _denies(best):
        return say(f"不是，函中有：{says}", "", [best])
    if _is_partly(inquiry.question.text, best):
        return say(f"还没有全部，函中写的是：{says}", "", [best])
    if isinstance(best.evidence.fact, Listing) and _LATER.search(inquiry.question.text):
        return None  # that a thing is in a list says nothing of what it will do this year
    return say(f"是的，{says}", "", [best])


def _is_of_money(found: Fit) -> bool:
    """奖金发了没 is not answered by how many were given one."""
    fact = found.evidence.fact
    return not isinstance(fact, Indicator) or fact.unit.endswith("元")


def _is_partly(text: str, found: Fit) -> bool:
    """全覆盖了吗 of a share below a hundred."""
    fact = found.evidence.fact
    share = isinstance(fact, Indicator) and fact.unit == "%" and fact.value < 100
    return share and _WHOLLY.search(text) is not None


def _contradicted(inquiry: Inquiry) -> bool:
    """A row bears all the words and differs in status or the like: no sentence then says yes."""
    rows = inquiry.candidates.of(Recognition, Listing, Indicator, Commitment)
    return any(f.conflicts and f.core == sum(not word.soft for word, _ in f.support) for f in rows)


def _is_row(found: Fit) -> bool:
    """A row says it outright, a sentence only holds the words."""
    return not isinstance(found.evidence.fact, Action | Sentence)


def _is_new(found: Fit) -> bool:
    """What came new is part of what there is."""
    return getattr(found.evidence.fact, "measure", "") == "新增"


def _firm(found: Fit, count: int) -> bool:
    """Context alone may bear one word in three, and the name of the letter's own district."""
    agency = folded_text(found.evidence.letter.letter.agency or "")
    borne = [w for w in found.bears(Support.CONTEXT) if not w.soft and w.text not in agency]
    return len(borne) * 3 <= count


def _denies(found: Fit) -> bool:
    return re.search(r"不|没有|未", zones_of(found.evidence).own) is not None
