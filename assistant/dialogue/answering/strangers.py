"""People a question names that the letter does not know: 张三的手机号, 李代表提的建议.

The letter's own number or name is no answer to a question about somebody else.
"""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.letter_data import fields_asked
from assistant.dialogue.answering.unknown import whom_to_ask
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask
from knowledge import Library, ReplyLetter

_ASKED_OF = re.compile(
    r"(?=([\u4e00-\u9fff]{2,3}?)的?(?:(?:办公|联系|手机)?(?:电话|手机|号码)|邮箱|微信|联系方式|代表|委员|局长|主任))"
)
_CALLED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])(?:代表|委员|局长|科长|主任)")
_ROLE = re.compile("同志|老师|先生|女士|代表|委员|局长|科长|主任|工$|哥$|姐$")
_NO_NAME = re.compile("[的是谁哪个位人]")


def answer_stranger(inquiry: Inquiry) -> Answer | None:
    """函中没有提到这个人, and whom to ask instead."""
    for head in inquiry.heads():
        who = stranger_in(inquiry, head.letter)
        if who:
            said = f"函中没有提到“{who}”"
            return Answer("unknown", said, f"{said}。{whom_to_ask(inquiry)}", missing=(who,))
    return None


def asks_stranger(inquiry: Inquiry) -> bool:
    """Is a field of the letter asked of somebody it does not know?"""
    if Ask.YESNO in inquiry.question.asks or not fields_asked(inquiry):
        return False
    return all(stranger_in(inquiry, head.letter) for head in inquiry.heads())


def stranger_in(inquiry: Inquiry, letter: ReplyLetter) -> str:
    """Whom the question names, if he is nobody of this letter."""
    text, library = inquiry.question.text, inquiry.library
    known = [*letter.addressees, *letter.contact.names, letter.signer or ""]
    people = {re.sub(r"\s", "", folded_text(name)) for name in known} - {""}
    surnames = "".join(library.lexicon.raw("people")["surnames"])
    for found in _CALLED.finditer(text):
        if found[1] in surnames and not any(name.startswith(found[1]) for name in people):
            return found[0]
    starts = {start for _, start, _ in library.cutter.cut(text)}
    named = [
        found[1]
        for found in _ASKED_OF.finditer(text)
        if found.start(1) in starts and _is_name(found[1], surnames, library)
    ]
    if any(_is_same(one, name) for one in named for name in people):
        return ""
    return next(iter(named), "")


def _is_name(text: str, surnames: str, library: Library) -> bool:
    """A surname and what is no word with it: 张三, and 经办 not."""
    dictionary = library.cutter.dictionary
    if text[0] not in surnames or _NO_NAME.search(text) or text in library.names.known:
        return False
    roles = library.lexicon.raw("people")["roles"]
    if dictionary.is_proper(text) or any(text.endswith(role) for role in roles):
        return True
    parts = [word for word, *_ in library.cutter.cut(text)]
    return dictionary.frequency(text) == 0 and all(len(part) == 1 for part in parts)


def _is_same(one: str, name: str) -> bool:
    """杨同志 may be 杨君; 杨帆 is not."""
    return name in one or one in name or one[0] == name[0] and _ROLE.search(one) is not None
