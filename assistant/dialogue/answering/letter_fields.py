"""The fields of a letter and the words people ask for them with; no answer stands here.

The words are data (lexicon/patterns/letter_fields.yaml).
"""

import functools
import re
from dataclasses import dataclass

from knowledge import compiled


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the letter: its names in `LetterField`, how it is said, how asked and claimed."""

    names: tuple[str, ...]
    said: str
    asked: re.Pattern[str]
    claimed: re.Pattern[str] | None = None

    def is_claimed(self, text: str) -> bool:
        """这份答复是2021年写的吧: is a value claimed without a question word?"""
        return self.claimed is not None and self.claimed.search(text) is not None


_SAID = {
    "phone": (("phone",), "联系电话"),
    "contact": (("contact",), "联系人"),
    "fax": (("fax", "传真"), "传真"),
    "postcode": (("postcode",), "邮政编码"),
    "email": (("email",), "电子邮箱"),
    "address": (("address",), "地址"),
    "supervisor": (("supervisor", "政府督办领导", "督办领导"), "督办领导"),
    "in_charge": (("责任领导", "分管领导", "联系领导", "主管领导", "分管负责人"), "责任领导"),
    "assigned_on": (("assigned_on", "交办日期"), "交办日期"),
    "signer": (("signer",), "审签人"),
    "doc_no": (("doc_no",), "文号"),
    "number": (("number",), "建议编号"),
    "session": (("session",), "会议"),
    "published": (("published",), "发布日期"),
    "index_no": (("index_no",), "索引号"),
    "category": (("category",), "类别"),
    "copies": (("copies",), "抄送"),
    "host": (("main_handler", "主办单位", "agency"), "主办单位"),
    "due": (("办理时限",), "办理时限"),
    "co_handler": (("co_handler",), "会办单位"),
    "attachment": (("attachment",), "附件"),
    "addressee": (("addressee",), "建议人"),
    "agency": (("agency",), "答复单位"),
    "title": (("title",), "标题"),
    "subject": (("subject",), "建议"),
    "date": (("date",), "答复日期"),
}


@functools.cache
def letter_fields() -> tuple[Field, ...]:
    """All of them, in the order in which they are told."""
    words = _wordings()
    return tuple(
        Field(names, said, words[key], words.get(f"claimed_{key}"))
        for key, (names, said) in _SAID.items()
    )


def is_about_letter(text: str) -> bool:
    """Does a yes-no question speak of the letter's head or foot?"""
    return _wordings()["about_letter"].search(text) is not None


def is_known(text: str) -> bool:
    """Is this a word that questions about fields are made of, and that needs no support?"""
    return _wordings()["words"].fullmatch(text) is not None


@functools.cache
def _wordings() -> dict[str, re.Pattern[str]]:
    return compiled("letter_fields", re.IGNORECASE)
