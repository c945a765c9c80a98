"""Letter data and contact: who suggested, answered, signed; when, which number; whom to call.

Each field has the words people use for it. What else a question says (another district, another
person) has to be borne by the letter's head, or the field is not answered.
"""

import re
from collections.abc import Iterator

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.confirming import confirm
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.letter_fields import (
    Field,
    is_about_letter,
    letter_fields,
)
from assistant.dialogue.answering.letter_words import asks_to_call, unborne_words
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Word
from knowledge import Contact, Evidence, LetterField, LetterHead


def answer_letter(inquiry: Inquiry) -> Answer | None:
    """The fields of the letter that were asked, in one answer."""
    fields = fields_asked(inquiry)
    talked = inquiry.focus and all(isinstance(row.fact, LetterField) for row in inquiry.focus)
    if inquiry.focus and not talked and _NAME.fullmatch(inquiry.question.text):
        return None  # 有几个，叫什么: what was counted, not the letter
    if not fields and talked and Ask.WHEN in inquiry.question.asks:
        fields = [field for field in letter_fields() if field.names == ("date",)]
    if not fields:
        return None
    for head in inquiry.heads():
        unborne = unborne_words(inquiry, head, fields)
        claimed = Ask.YESNO in inquiry.question.asks and not _REQUEST.search(inquiry.question.text)
        if unborne and not claimed:  # 局长电话能给一个不 claims nothing
            line = _line_with(inquiry, head, unborne) if asks_to_call(fields) else None
            if line:
                return line
            continue
        answer = _say_fields(inquiry, head, fields)
        if answer:
            return answer
    return None


# the day a suggestion came in is none that is promised or signed
RECEIVED = re.compile(r"收到|收悉|收件|来文|交办|转办")
_NAME = re.compile("(?:都|分别)?叫(?:什么|啥)(?:名字?)?[呢呀啊]?")
_CONTENT = re.compile(
    r"提的?(?:建议|提案|议案)(?:的?(?:内容|主题|题目|标题))?(?:是|叫|讲|说|关于)?(?:什么|啥)(?!时候|人|会)"
    r"|提[了的]?(?:是|个)?(?:什么|啥)(?:样的?)?(?:建议|提案|议案)"
)
_NUMBER_TOLD = re.compile("(?:编号|第)[0-9]+|[0-9]+号")  # 编号59的建议是谁提的
_REQUEST = re.compile(r"(?:能|可以|可)(?:不能|不可以|否)?(?:帮|给|告诉|联系)")  # nothing is claimed


def _line_with(inquiry: Inquiry, head: LetterHead, words: list[Word]) -> Answer | None:
    """投诉打哪个号, 物业科的电话: the line of the foot that names what else is asked."""
    for found in inquiry.candidates.of(LetterField):
        row, fact = found.evidence, found.evidence.fact
        if row.letter.id != head.id or getattr(fact, "name", "") not in ("contact", "phone"):
            continue
        line = folded_text(row.quote)
        numbered = re.search("[0-9]{5}", line)
        if numbered and all(any(form in line for form in word.forms) for word in words):
            return Answer("contact", line[:60], line, (Proof(row),), focus=(row,), quoted=False)
    return None


def asks_printed(inquiry: Inquiry) -> bool:
    """Is a field asked that stands in the head or foot or nowhere (类别, 文号, 邮箱)?"""
    if Ask.FIGURE in inquiry.question.asks and inquiry.question.unit not in ("", "号"):
        return False
    names = {field.names[0] for field in fields_asked(inquiry)}
    return bool(names & {"doc_no", "email", "postcode", "index_no"}) or bool(
        "category" in names
        and re.search(r"[A-Ca-c]类|哪.?类(?:建议|提案)?$|属于哪.?类", inquiry.question.text)
        and re.search(r"建议|提案|答复|函", inquiry.question.text)
    )


def answer_claimed(inquiry: Inquiry) -> Answer | None:
    """A yes-no question about the letter itself."""
    text = inquiry.question.text
    if any(field.is_claimed(text) for field in letter_fields()) or is_about_letter(text):
        return answer_letter(inquiry)
    return None


def _printed(inquiry: Inquiry) -> list[Field]:
    """Fields asked by their printed label (责任领导, 公开方式)."""
    labels = {
        found.evidence.fact.name
        for found in inquiry.candidates.of(LetterField)
        if isinstance(found.evidence.fact, LetterField)
    }
    text = inquiry.question.text
    known = {name for field in letter_fields() for name in field.names}
    return [
        Field((label,), label, re.compile(re.escape(label)))
        for label in sorted(labels - known)
        if len(label) > 1 and (label in text or _in_halves(label, text))
    ]


def _in_halves(label: str, text: str) -> bool:
    """哪个股室经办的 asks for what is printed as 经办股室."""
    return len(label) == 4 and label[2:] + label[:2] in text


_TITLE_TOO = re.compile(
    "(?:和|与|跟|、|以及|还有)(?:标题|题目|题名)|(?:标题|题目|题名)(?:和|与|跟|、|以及|还有)"
)


def fields_asked(inquiry: Inquiry) -> list[Field]:
    """The fields a question names, most particular first; a date only when nothing else fits."""
    text = inquiry.question.text
    fields = [field for field in letter_fields() if field.asked.search(text)] + _printed(inquiry)
    if not fields and Ask.YESNO in inquiry.question.asks:
        fields = [field for field in letter_fields() if field.is_claimed(text)]
        dated = [field for field in fields if field.names[0] == "date"]
        fields = dated or fields
    if len(fields) > 1 and _NUMBER_TOLD.search(text):
        fields = [field for field in fields if field.names[0] != "number"]
    names = {field.names[0] for field in fields}
    if "published" in names and "date" in names and "不是发布" not in text:
        fields = [f for f in fields if f.names[0] != "date"]
    if re.search(r"不是发布|非发布", text):
        fields = [f for f in fields if f.names[0] != "published"]
    if names & {"contact", "signer", "postcode", "phone", "doc_no", "number"}:
        kept = ("subject",) if _TITLE_TOO.search(text) else ()
        others = {"subject", "addressee", "agency"}.difference(kept)
        fields = [f for f in fields if f.names[0] not in others]
    if RECEIVED.search(text):  # the letter's own date is another
        fields = [f for f in fields if f.names[0] != "date"]
        if Ask.WHEN in inquiry.question.asks:  # 建议什么时候收到的 asks for no title
            fields = [f for f in fields if f.names[0] != "subject"]
    if "title" in names:
        fields = [f for f in fields if f.names[0] == "title"]
    if "subject" in names and names & {"addressee", "agency", "date", "attachment", "session"}:
        fields = [f for f in fields if f.names[0] != "subject"]
    if _CONTENT.search(text) and any(field.names[0] == "subject" for field in letter_fields()):
        fields = [f for f in letter_fields() if f.names[0] == "subject"]
    if "传真" in text:  # no phone stands in for it
        fields = [f for f in fields if f.names[0] != "phone"]
    if "不是领导" in text:
        fields = [f for f in fields if f.names[0] != "signer"]
    return fields


def _say_fields(inquiry: Inquiry, head: LetterHead, fields: list[Field]) -> Answer | None:
    said: list[tuple[str, str, Evidence]] = []
    for field in fields:
        found = _value(inquiry, head, field)
        if found:
            said.append((field.said, *found))
    if not said:
        return None
    missing = [f.said for f in fields if f.said not in {name for name, _, _ in said}]
    if (
        missing
        and fields[0].said in missing
        and len(said) < len(fields)
        and fields[0].names[0] not in ("phone", "contact")
    ):
        return None
    if Ask.YESNO in inquiry.question.asks and not _REQUEST.search(inquiry.question.text):
        return confirm(inquiry, said)
    names = _label_names(said) + _whose(inquiry, head, fields)
    rows = list({row.quote: row for _, _, row in said}.values())
    kind = (
        "contact"
        if fields[0].names[0] in ("phone", "contact", "postcode", "email", "address")
        else "answer"
    )
    values = list(dict.fromkeys(value for _, value, _ in said))
    return Answer(
        kind=kind,
        headline="，".join(values) if len("，".join(values)) <= 60 else values[0],
        body="，".join(values) + "。" + "；".join(names) if len(said) == 1 else "；".join(names),
        proofs=tuple(Proof(row) for row in rows),
        focus=tuple(rows),
    )


def _whose(inquiry: Inquiry, head: LetterHead, fields: list[Field]) -> list[str]:
    """Who answers the number, when only the number was asked."""
    if {field.names[0] for field in fields} != {"phone"}:
        return []
    person = next(field for field in letter_fields() if field.names[0] == "contact")
    found = _value(inquiry, head, person)
    return [f"{person.said}：{found[0]}"] if found else []


def _label_names(said: list[tuple[str, str, Evidence]]) -> list[str]:
    return [f"{name}：{value}" for name, value, _ in said]


def _value(inquiry: Inquiry, head: LetterHead, field: Field) -> tuple[str, Evidence] | None:
    """The printed value of a field, and the evidence it stands in."""
    for name in field.names:  # the first that is printed counts
        values = list(_values(inquiry, head, name))
        if values:
            break
    printed = {value: row for value, row in values if isinstance(row.fact, LetterField)}
    told = {value: printed.get(value, row) for value, row in values if value}
    unique = list(told.items())
    if not unique:
        return None
    return "、".join(value for value, _ in unique), unique[0][1]


def _values(inquiry: Inquiry, head: LetterHead, name: str) -> Iterator[tuple[str, Evidence]]:
    for found in inquiry.candidates.of(LetterField, Contact):
        row, fact = found.evidence, found.evidence.fact
        if row.letter.id != head.id:
            continue
        if isinstance(fact, LetterField) and fact.name == name:
            yield folded_text(fact.value), row
        elif isinstance(fact, Contact):
            yield from ((value, row) for value in _contact_values(fact, name))


def _contact_values(contact: Contact, name: str) -> list[str]:
    if name == "phone":
        return list(contact.phones)
    if name == "contact":
        return list(contact.names)
    one = {"email": contact.email, "address": contact.address, "postcode": contact.postcode}.get(
        name
    )
    return [one] if one else []
