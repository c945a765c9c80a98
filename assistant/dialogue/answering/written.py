"""写在信的哪个部分: where in the letter a thing stands, by the words of its citation."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import chosen_of
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import value_of
from assistant.dialogue.matching import Fit
from knowledge import Commitment, Indicator, Listing, Recognition, Sentence

_PART = "(?:个|一)?(?:部分|段落?|章节?|节|页|位置|地方|条|标题)"
ASKED = re.compile(
    rf"(?:写|列|提到?|说|讲|印|放|出现)(?:到|过)?在(?:了)?(?:(?:这|那)?[封份]?(?:答复函?|复函|函|信|文件|附件)(?:里|中|上)?的?)?(?:哪{_PART}|哪里|哪儿|哪(?=$|[？呢啊])|第几{_PART})"
    rf"|在(?:这|那)?[封份]?(?:答复函?|复函|函|信|文件|附件)(?:里|中|上)?的?(?:哪|第几){_PART}"
    rf"|(?:哪|第几){_PART}(?:里|中)?(?:写|提|讲|说)(?:到|的|了|过)"
)
_PLACE_WORD = re.compile("写|列|提到|部分|段落?|位置|地方|答复函?|复函|函|信|文件|附件")
_NOUNS = (Commitment, Indicator, Recognition, Listing, Sentence)


def answer_written(inquiry: Inquiry) -> Answer | None:
    """The section of what bears every word and number of the question."""
    if not ASKED.search(inquiry.question.text):
        return None
    promised = _promised(inquiry)
    found = promised[0] if promised else _borne(inquiry)
    if found is None:
        return None
    row = found.evidence
    section = row.fact.place.section if row.fact.place else ""
    section = re.sub("[0-9]+$", "", section) if len(promised) > 1 else section
    said = section if section.startswith("附件") else f"第{section}部分"
    said = said if re.match("第?[一二三四五六七八九十]|附件", said) else section
    return Answer("answer", said, f"写在{said}", (Proof(row),), focus=(row,))


def _promised(inquiry: Inquiry) -> list[Fit]:
    """The promises, where promises are spoken of or its number is named."""
    numbers = {claim.value for claim in inquiry.question.numbers}
    rows = chosen_of(inquiry) if "承诺" in inquiry.question.text or numbers else []
    return [f for f in rows if value_of(f.evidence) in numbers] if numbers else rows


def _borne(inquiry: Inquiry) -> Fit | None:
    asked = [w for w in inquiry.question.required if not _PLACE_WORD.fullmatch(w.text)]
    numbers = {claim.value for claim in inquiry.question.numbers}
    if not asked and not numbers:
        return None
    for kind in _NOUNS:
        for found in inquiry.candidates.of(kind):
            told = not numbers or value_of(found.evidence) in numbers
            if told and not {*found.missing} & {*asked} and (found.core or not asked):
                return found
    return None
