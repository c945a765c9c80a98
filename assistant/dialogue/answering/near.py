"""The question less the everyday words that kept it from an answer, and the question back that
offers it.

拿专利去银行押钱的是哪家: no letter speaks of 银行. Without that word there is an answer; whether it is the one
wanted only the person knows. A name, a term, a place, a level is never left out: without it the
question is another.
"""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.explaining import PHASE_WORD
from assistant.dialogue.answering.unknown import points
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Question, Word
from knowledge import Library

# an answer in words can be offered; a figure or a yes that was not asked for misleads
_MAY_BE_OFFERED = frozenset({Ask.LIST, Ask.WHO, Ask.UNIT, Ask.EXPLAIN, Ask.TOPIC})
_REACHED = re.compile(r"地址|电话|手机|邮箱|邮编|网址|网站|微信|公众号|传真|姓名|名字")
APART = 6  # characters between the halves of a term
_TELLING = frozenset("届期次第级类")  # what is counted or ranked is another thing


def loosened(question: Question, found: Answer, library: Library) -> Question | None:
    """The question with the words that stood in the way made soft; None where they tell what is
    asked.
    """
    between = [w for w in question.required if w.text in found.between]
    if not between or set(question.asks) - _MAY_BE_OFFERED or question.numbers or question.negated:
        return None
    if not all(points(place, library) for place in question.qualifiers.places):
        return None
    quote = folded_text(found.proofs[0].evidence.quote) if found.proofs else ""
    if any(_tells(word, library) and not _stands_apart(word.text, quote) for word in between):
        return None
    kept = [w for w in question.required if w not in between]
    # where nothing is asked outright, what kind of thing it is (景区) tells too little
    told = kept if question.ask is Ask.TOPIC else [w for w in question.words if w not in between]
    if not any(w.name and len(w.text) > 1 for w in kept) or _size(told) <= _size(between):
        return None
    words = tuple(replace(w, soft=w.soft or w in between) for w in question.words)
    return replace(question, words=words)


def offered(missing: tuple[str, ...], said: Answer) -> Answer:
    """The answer to the looser question, put as a question back."""
    named = "、".join(f"“{word}”" for word in missing[:4])
    lead = f"函中没有提到{named}" if named else "函中没有写明这一点"
    body = said.body if said.body.startswith(said.headline) else f"{said.headline}。{said.body}"
    return replace(
        said,
        kind="clarify",
        headline=f"{lead}，您问的是不是：{said.headline}",
        body=f"{lead}，您问的是不是：{body}",
    )


def _stands_apart(text: str, quote: str) -> bool:
    """财政资金 of a sentence on 财政扶持资金: its halves stand close together, in any order."""
    for cut in range(2, len(text) - 1):
        one, other = re.escape(text[:cut]), re.escape(text[cut:])
        if re.search(
            rf"{one}[^，。；]{{0,{APART}}}{other}|{other}[^，。；]{{0,{APART}}}{one}", quote
        ):
            return True
    return False


def _tells(word: Word, library: Library) -> bool:
    """Does the word tell one thing from another: a name, a term, an office, a level, a number?"""
    lexicon, text = library.lexicon, word.text
    if not text.isalpha() or text.isascii() or text[:1] in _TELLING or text[-1:] in _TELLING:
        return True
    if library.cutter.dictionary.is_proper(text) or _REACHED.search(text):
        return True
    if PHASE_WORD.match(text):
        return False
    if lexicon.department(text) or lexicon.qualifiers_of(text):
        return True
    if word.name and (text in lexicon.words or library.names.hold(text)):
        return True
    unknown = library.cutter.dictionary.frequency(text) == 0
    return unknown and len(text) > 2


def _size(words: list[Word]) -> int:
    return sum(min(len(word.text), 4) for word in words)
