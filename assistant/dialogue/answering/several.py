"""Several letters: the one that answers best, the newest of equals, and which others answer too.

What is asked over the years (今年比去年) is told by all of them: `development.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.dialogue.answer import Answer, Option
from assistant.dialogue.answering.choosing import answer
from assistant.dialogue.answering.development import answer_development
from assistant.dialogue.answering.inquiry import Inquiry
from knowledge import LetterHead

EQUAL = 1.0  # letters whose best facts score this close answer equally well
OFFERED = 3  # other letters named
HEAD_ASKS = frozenset({"contact"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One letter's answer and how well its best fact fits."""

    head: LetterHead
    answer: Answer
    worth: float


def answer_from_letters(inquiries: Sequence[tuple[LetterHead, Inquiry]]) -> Answer:
    """The answer of the letter that fits best; the newest where several fit."""
    over_years = answer_development(inquiries)
    if over_years:
        return over_years
    voices = [_voice(head, inquiry) for head, inquiry in inquiries]
    told = [voice for voice in voices if voice.answer.kind != "unknown"]
    if not told:
        return max(voices, key=lambda voice: voice.worth).answer
    best = max(voice.worth for voice in told)
    equal = sorted((v for v in told if best - v.worth < EQUAL), key=_newest_first)
    if len(equal) > 1 and _is_about_heads(equal):
        return _which_letter(equal)
    chosen, others = equal[0], equal[1:]
    return _with_source(chosen, others)


def name_of(head: LetterHead) -> str:
    """A letter in short: 第59号建议（大足区市场监督管理局，2022年）."""
    letter = head.letter
    what = {"政协提案": "提案"}.get(letter.kind, "建议")
    number = (
        f"第{letter.number}号{what}"
        if letter.number
        else (letter.subject or letter.title or head.name)
    )
    year = f"{letter.date.year}年" if letter.date else ""
    about = "，".join(filter(None, (letter.agency, year)))
    return f"{number}（{about}）" if about else number


def _voice(head: LetterHead, inquiry: Inquiry) -> Voice:
    said = answer(inquiry)
    rows = {id(proof.evidence.fact) for proof in said.proofs}
    fits = [f for f in inquiry.candidates.fits if id(f.evidence.fact) in rows]
    return Voice(head, said, max((f.score for f in fits), default=-9.0))


def _newest_first(voice: Voice) -> tuple[int, int]:
    day = voice.head.letter.date
    return (-(day.toordinal() if day else 0), voice.head.id)


def _is_about_heads(voices: Sequence[Voice]) -> bool:
    """Contact and letter data are asked of a letter: without one named, which is a question back."""
    return all(v.answer.kind in HEAD_ASKS or v.answer.trace == ("letter",) for v in voices)


def _which_letter(voices: Sequence[Voice]) -> Answer:
    shown = voices[: OFFERED + 1]
    options = tuple(
        Option(f"{name_of(v.head)}：{v.answer.headline}", name_of(v.head).split("（")[0])
        for v in shown
    )
    return Answer(
        kind="clarify",
        headline="请问您问的是哪一份答复函？",
        proofs=tuple(proof for v in shown for proof in v.answer.proofs[:1]),
        options=options,
        quoted=False,
    )


def _with_source(chosen: Voice, others: Sequence[Voice]) -> Answer:
    said = chosen.answer
    letter = chosen.head.letter
    kind = "的答复函" if letter.number or letter.agency or letter.title else ""  # a table is named
    source = f"（据{name_of(chosen.head)}{kind}）"
    more = ""
    if others:
        more = f"另有{'、'.join(name_of(v.head) for v in others[:OFFERED])}也有相关内容。"
    suggestions = (
        *(f"{name_of(v.head).split('（')[0]}呢？" for v in others[:OFFERED]),
        *said.suggestions,
    )
    body = said.body or said.headline
    return replace(said, body=f"{body.rstrip('。')}{source}。{more}", suggestions=suggestions)
