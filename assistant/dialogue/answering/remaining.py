"""还剩几天, 过了多久: days reckoned from the day of the question, to a deadline or since the letter."""

import re
from datetime import date

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import chosen_of, deadline_of
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Commitment, LetterField

_LETTER = "(?:答复|函|信|回复|文件|这份|这封|落款)"
_SINCE = re.compile(
    rf"{_LETTER}.{{0,8}}(?:过去|过了|有|隔了|距今|到(?:今天|现在|如今)).{{0,6}}(?:多久|多长时间|多少(?:天|日)|几天|几个月)"
    rf"|{_LETTER}.{{0,6}}(?:多久|多少天|几天)了"
)
_PROMISED = re.compile(r"承诺|到期|期限|时限|任务|目标|完成|兑现")


def answer_days(inquiry: Inquiry) -> Answer | None:
    """还剩几天: from the day of the question to the last day of the deadline."""
    rows = [f for f in chosen_of(inquiry) if _latest(f)]
    if not rows:
        return None
    today = inquiry.now.date()
    said = list(dict.fromkeys(days_words(deadline_of(f), _latest(f) or today, today) for f in rows))
    return Answer(
        kind="computed",
        headline="；".join(said[:2]),
        body="；".join(f"{_text(f)}，时限{deadline_of(f)}" for f in rows),
        proofs=tuple(Proof(f.evidence) for f in rows),
        focus=tuple(f.evidence for f in rows),
    )


def answer_age(inquiry: Inquiry) -> Answer | None:
    """答复到今天过去多久了: the days since the letter's date."""
    text = inquiry.question.text
    if not _SINCE.search(text) or _PROMISED.search(text):
        return None
    for head in inquiry.heads():
        day, today = head.letter.date, inquiry.now.date()
        for found in inquiry.candidates.of(LetterField):
            row, fact = found.evidence, found.evidence.fact
            dated = isinstance(fact, LetterField) and fact.name == "date"
            if day and dated and row.letter.id == head.id and day <= today:
                written = f"{day.year}年{day.month}月{day.day}日"
                said = f"{(today - day).days}天（{written}答复）"
                return Answer("computed", said, proofs=(Proof(row),), focus=(row,))
    return None


def _text(found: Fit) -> str:
    fact = found.evidence.fact
    return folded_text(fact.text).rstrip("。") if isinstance(fact, Commitment) else ""


def _latest(found: Fit) -> date | None:
    fact = found.evidence.fact
    deadline = fact.deadline if isinstance(fact, Commitment) else None
    return deadline.latest if deadline else None


def days_words(words: str, latest: date, today: date) -> str:
    """还剩91天（至2022年12月31日）, or how long it is past."""
    left = (latest - today).days
    if left > 0:
        return f"还剩{left}天（至{latest.year}年{latest.month}月{latest.day}日）"
    return "今天到期" if left == 0 else f"时限（{words}）已过{-left}天"
