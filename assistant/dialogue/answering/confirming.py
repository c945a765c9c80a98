"""A field of the letter claimed: 提建议的是某某吧, 邮编是…对吗; held against the one printed."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.letter_fields import is_known
from assistant.dialogue.matching.zones import folded_text
from knowledge import Evidence

_EITHER = re.compile(r"[\u4e00-\u9fff]还是[\u4e00-\u9fff]")
# by the office alone: 张三局长 is one person, 是局长 whoever it is
_BY_OFFICE = re.compile(r"(?:^|[是由经被让的局们区县市])(?:局长|主任|领导|书记|区长|市长|县长)")


def confirm(inquiry: Inquiry, said: list[tuple[str, str, Evidence]]) -> Answer | None:
    """提建议的是某某吧, 邮编是…对吗: the value claimed against the one printed."""
    text = re.sub(r"[\s-]", "", inquiry.question.text)
    name, value, row = said[0]
    values = re.split(r"[、，]", value)
    right = [v for v in values if re.sub(r"[\s-]", "", v) in text or _is_addressed(v, text)]
    if name == "答复日期" and not right:
        right = [value] if _is_that_day(text, value) else []
    if name == "答复单位" and not right:
        right = (
            [value]
            if any(
                form in value
                for w in inquiry.question.required
                for form in w.forms
                if len(form) > 2
            )
            else []
        )
    if not right and _BY_OFFICE.search(text) and _stands_in(inquiry, folded_text(row.quote)):
        right = [value]  # 是局长签的吗: the sentence says of whom it is the office
    if not right and _EITHER.search(text):
        return None  # neither of the two it is asked of: no 不是 answers 是人大的还是政协的
    short = value if len(value) <= 40 else value[:40] + "……"
    head = f"是的，{name}是{short}" if right else f"不是，{name}是{short}"
    return Answer("answer", head, proofs=(Proof(row),), focus=(row,))


def _is_that_day(text: str, printed: str) -> bool:
    """Does every part named agree: 2024年8月 is not 2024年9月8日."""
    day = dict(zip("年月日", map(int, re.findall("[0-9]+", printed)), strict=False))
    asked = re.findall("([0-9]+)([年月日号])", text)
    return bool(asked) and all(
        day.get(unit.replace("号", "日")) == int(part) for part, unit in asked
    )


def _stands_in(inquiry: Inquiry, sentence: str) -> bool:
    """Does the sentence bear all that is claimed?"""
    claimed = [w for w in inquiry.question.required if len(w.text) > 1 and not is_known(w.text)]
    return all(any(form in sentence for form in word.forms) for word in claimed)


def _is_addressed(name: str, text: str) -> bool:
    """谢局长 for 谢勇."""
    return 1 < len(name) < 5 and re.search(rf"{name[0]}(?:局长|代表|委员|同志)", text) is not None
