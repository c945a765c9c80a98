"""What of a question about the letter itself its head does not bear: another district, another person."""

import re

from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.letter_fields import (
    Field,
    is_known,
)
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Support, Word
from knowledge import LetterHead, ReplyLetter

_OFFICE = re.compile(r"局长|主任|领导|书记|区长|市长|县长|代表的|委员的")
# whom to ask about a thing, and not whose number is wanted
WHOM = re.compile(
    r"(?:联系|找|问|咨询|请教|打听)(?:谁|哪(?![家些])|什么人|啥人)|[跟和向](?:谁|哪个|哪位)(?:咨询|打听|对接|联系|反映|了解|说|问)"
    r"|找人(?:问|咨询|打听|说|谈)|打(?:哪个|什么|谁的?)电话|怎么联系|如何联系"
)


def unborne_words(inquiry: Inquiry, head: LetterHead, fields: list[Field]) -> list[Word]:
    """Words the letter's head does not bear: another district, another person."""
    letter = head.letter
    left = inquiry.question.text
    if asks_to_call(fields) and _names_another(left, letter):
        return list(inquiry.question.required) or [Word(left, (left,))]
    whom = WHOM.search(left) is not None
    for field in fields:
        left = field.asked.sub(" ", left)
    parts = [
        letter.title,
        letter.agency,
        letter.subject,
        letter.session,
        letter.number,
        letter.doc_no,
        *letter.addressees,
        letter.signer,
        letter.role,
        *letter.contact.names,
        letter.kind,
    ]
    whole = "|".join(folded_text(part) for part in parts if part)
    return [
        word
        for word in inquiry.question.required
        if word.text in left
        and len(word.text) > 1
        and not is_known(word.text)
        and not any(form in whole for form in word.forms)
        and not _made_of_known(word.text)
        and not _is_its_agency(inquiry, word, letter.agency)
        and not _is_doing(inquiry, word)
        and not (whom and _is_told(inquiry, word))
    ]


def _is_told(inquiry: Inquiry, word: Word) -> bool:
    """Does the letter speak of it? Who asks whom to call about it is told the letter's contact."""
    return any(word in f.bears(Support.CORE, Support.OWN) for f in inquiry.candidates.fits)


def _is_doing(inquiry: Inquiry, word: Word) -> bool:
    """上交, 把关, 回话: other words for proposing, answering, signing."""
    verbs = inquiry.library.lexicon.verbs
    return any(word.text in verbs[verb] for verb in ("提出", "答复", "签发"))


def asks_to_call(fields: list[Field]) -> bool:
    return bool({"phone", "email", "address"} & {field.names[0] for field in fields})


def _names_another(text: str, letter: ReplyLetter) -> bool:
    """谢某代表的电话: the letter prints the number of its contact, of nobody else."""
    others = {*letter.addressees, letter.signer or ""} - set(letter.contact.names) - {""}
    if any(name in text for name in letter.contact.names):
        return False
    return any(folded_text(name) in text for name in others) or _OFFICE.search(text) is not None


def _is_its_agency(inquiry: Inquiry, word: Word, agency: str | None) -> bool:
    """市监局, 工商局: the agency by another of its names."""
    named, mine = (
        inquiry.library.lexicon.department(word.text),
        inquiry.library.lexicon.department(agency or ""),
    )
    return (
        named is not None and mine is not None and named.name == mine.name and len(word.text) <= 6
    )


def _made_of_known(text: str) -> bool:
    return any(is_known(text[:cut]) and is_known(text[cut:]) for cut in range(1, len(text)))
