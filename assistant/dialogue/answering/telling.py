"""What no row holds but the text tells: a place, a time, who, how, as the sentence says it.

几个月能申报补贴 -> 每年3月、9月集中申报. The sentence has to hold the kind of thing asked for; of the words asked it
bears some itself and leaves only such to the sentences before it as its paragraph has already
named.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.explaining import FORMAL
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import (
    DOERS,
    asked_kind,
    asks_who_is_to,
    called_so,
    has_source,
)
from assistant.dialogue.answering.suiting import suits
from assistant.dialogue.answering.wanting import Want, each_of, is_each, wanted_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text, zones_of
from assistant.dialogue.question import Ask, Support, Word
from knowledge import Commitment, Sentence

HEADLINE = 60  # characters
_STRICT = ("aid", "cost", "office", "share")  # the clause itself has to bear a word of the question
_BRIEF = 5  # characters of words that only ask
_THERE_IS = re.compile(r"(?<![没所])有(?:没有)?(?!权)[^，。]{1,8}[吗么没]?$")  # 交不起有补贴吗
_IDENTITY = re.compile("[^不](?:是|属于)(?!不|否|由|在|从|按|为)[^，。]{2,10}(?<![的了])[吗么]$")
_DENIES = re.compile("[未没不无]")
_SIDES = frozenset("东南西北")
_DOING = re.compile("[办领交报学买查取坐投]")
_BY_ITSELF = (Support.CORE, Support.OWN, Support.QUOTE)


@dataclass(frozen=True, slots=True)
class Told:
    """语句: a sentence that tells it, the one before that names what it speaks of, the clause that
    answers.
    """

    found: Fit
    before: Fit | None
    clause: str
    own: int  # words it bears itself


def answer_told(inquiry: Inquiry) -> Answer | None:
    """The sentence that bears what is asked about and tells what is asked for."""
    question = inquiry.question
    weighed = Ask.YESNO in question.asks and question.qualifiers.measure  # 比去年多吗
    want = wanted_of(inquiry)
    words = _words(inquiry, want) if want else []
    counted = any(number.value != 1 for number in question.numbers)  # 最后一班车 counts nothing
    if want and want.name == "whether" and _IDENTITY.search(question.text):
        return None  # 是4A景区吗: that it is spoken of does not say so
    if want is None or not words or counted or question.without or weighed:
        return None
    told = _best(_telling(inquiry, want, words))
    if told is None:
        return None
    rows = [told.found.evidence, *([told.before.evidence] if told.before else [])]
    return Answer(
        kind="answer",
        headline=told.clause,
        proofs=tuple(Proof(row) for row in rows),
        focus=tuple(rows[:1]),
    )


def _words(inquiry: Inquiry, want: Want) -> list[Word]:
    """What has to be borne: all but the kind of thing asked for (哪两所学校), and which side (南片)."""
    question, kind = inquiry.question, asked_kind(inquiry)
    asked = want.asked.search(question.text)
    said = asked[0] if asked else ""
    said = said if len(said) <= _BRIEF else ""  # 地址, 收费吗: what is asked for need not be named
    words = [
        w
        for w in question.required
        if w.text != kind and w.text not in said and not (said and said in w.text)
    ]
    sides = [word for word in question.words if word.soft and word.text in _SIDES]
    return [*words, *sides] if words else []


def _best(told: Iterable[Told]) -> Told | None:
    """The one that bears most by itself, then the first."""
    rows = sorted(told, key=lambda one: (-one.own, one.before is not None, one.found.row.at))
    return rows[0] if rows else None


def _telling(inquiry: Inquiry, want: Want, words: list[Word]) -> Iterable[Told]:
    """Every sentence, and every promise of a table, that tells what is wanted of what is asked."""
    told = inquiry.candidates.of(Sentence, Commitment, where=lambda f: not f.conflicts)
    rows = sorted(filter(_is_said, told), key=lambda found: found.row.at)
    short = all(len(word.text) == 1 for word in words)
    for found in rows:
        own = [word for word in words if word in found.bears(*_BY_ITSELF)]
        if short and not any(_is_word(word, inquiry, found) for word in own):
            continue
        left = [word for word in words if word not in own and not _is_topic(word, found)]
        if not own and not _does(inquiry, found) and want.name != "consequence":
            continue
        before = _before(found, left, rows) if left and want.name != "way" else None
        if left and before is None and not _headed(found, left):
            continue
        clause = _clause(want, found, own)
        if not suits(inquiry.question.text, clause) or not called_so(inquiry, clause):
            continue
        if _is_denied(inquiry) and not _DENIES.search(clause):
            continue
        if not has_source(inquiry, found):
            continue
        if asks_who_is_to(inquiry.question.text) and not _does_all(inquiry, found):
            continue
        if clause and _is_near(inquiry, want, clause, [*own, *left]):
            yield Told(found, before, clause, len(own))


def _is_word(word: Word, inquiry: Inquiry, found: Fit) -> bool:
    """A character stands for what it is part of only where it is a word: 系 is not told of a 系统."""
    own = zones_of(found.evidence).own
    return any(
        cut in word.forms or cut[-1] in "了过到着" and cut[:-1] in word.forms
        for cut, _, _ in inquiry.library.cutter.cut(own)
    )


def _is_denied(inquiry: Inquiry) -> bool:
    """哪家没通过: who did is no answer to who did not."""
    question = inquiry.question
    return question.negated and not {Ask.WHO, Ask.LIST}.isdisjoint(question.asks)


def _is_near(inquiry: Inquiry, want: Want, clause: str, words: list[Word]) -> bool:
    """Money, who, whether: of this very thing. What holds for all together is none for each."""
    exists = want.name == "whether" and _THERE_IS.search(inquiry.question.text)
    if want.name not in _STRICT and not exists:
        return True
    if each_of(inquiry.question.text) and want.name != "office" and not is_each(clause):
        return False
    if want.name == "office" and clause.startswith("由"):
        return True  # 食材实行“四统一”，由某公司配送
    first = re.split("[，；：。]", clause)[0] if want.name == "cost" else clause
    things = [word for word in words if word.name] if want.name == "office" else []
    return any(form in first for word in things or words for form in word.forms)


def _does_all(inquiry: Inquiry, found: Fit) -> bool:
    """谁来帮企业运用专利: what is to be done stands in the sentence too, be it an everyday word."""
    doings = [w for w in inquiry.question.words if w.soft and len(w.text) > 1]
    doings = [w for w in doings if w.text not in DOERS]
    own = zones_of(found.evidence).own
    return all(any(form in own for form in word.forms) for word in doings)


def _is_said(found: Fit) -> bool:
    """Not what a letter says of itself; a promise in the text stands in its sentence."""
    fact = found.evidence.fact
    if isinstance(fact, Commitment) and fact.source != "table":
        return False
    return not FORMAL.search(found.evidence.quote)


def _is_topic(word: Word, found: Fit) -> bool:
    """What the whole letter is about need not be said again in each of its sentences."""
    return any(mine is word and at is Support.CONTEXT for mine, at in found.support)


def _does(inquiry: Inquiry, found: Fit) -> bool:
    """在哪办: a doing of one character that the sentence names too (在窗口办理)."""
    return any(verb in found.evidence.quote for verb in _DOING.findall(inquiry.question.text))


def _before(found: Fit, left: list[Word], rows: list[Fit]) -> Fit | None:
    """The nearest sentence earlier in the paragraph that bears all these words."""
    place = _place(found)
    earlier = takewhile(lambda other: other is not found, rows)
    near = [other for other in earlier if _place(other) == place]
    fits = (other for other in reversed(near) if set(left) <= set(other.bears(*_BY_ITSELF)))
    return next(fits, None)


def _place(found: Fit) -> tuple[int, str]:
    place = getattr(found.evidence.fact, "place", None)
    return found.evidence.letter.id, place.code if place else ""


def _headed(found: Fit, left: list[Word]) -> bool:
    """Does the heading right above name what the sentence leaves out?"""
    above = folded_text(found.evidence.headings[-1]) if found.evidence.headings else ""
    return bool(above) and all(any(form in above for form in word.forms) for word in left)


def _clause(want: Want, found: Fit, own: list[Word]) -> str:
    """The clauses from the word asked about to what is wanted, or "" when it is not there."""
    text = re.sub(r"[\s|]+", "，", folded_text(found.evidence.quote))
    if isinstance(found.evidence.fact, Sentence):
        text = re.sub(r"\s+", "", zones_of(found.evidence).own)
    bare = _without(text, own)
    places = [m.start() for m in want.shown.finditer(bare)]
    if not places:
        return ""
    near = [text.find(form) for word in own for form in word.forms if form in text]
    middle = max(near, default=0)
    # 由某镇政府组织实施 says who does it, wherever the word asked about stands
    at = min(places, key=lambda place: (not bare[place:].startswith("由"), abs(place - middle)))
    return _around(text, at)


def _without(text: str, own: list[Word]) -> str:
    """The text with the words of the question blanked: what it names already is no answer."""
    for form in sorted((form for word in own for form in word.forms), key=len, reverse=True):
        text = text.replace(form, "\x01" * len(form))
    return text


def _around(text: str, at: int) -> str:
    """The clause at that place, with more of what follows while there is room."""
    clauses = [c for c in re.split(r"(?<=[，；：。])", text) if c]
    start = 0
    for number, clause in enumerate(clauses):
        if start + len(clause) > at:
            said = clause
            for more in clauses[number + 1 :]:
                if len(said + more) > HEADLINE:
                    break
                said += more
            return said[:HEADLINE].strip("，；：。—")
        start += len(clause)
    return text[:HEADLINE]
