"""Puts an answer into the words a chat shows.

The text begins with the headline; the quote stands with its place and code. Quotes are shown
shortened where they are long; the citation always carries the whole.
"""

import re
from collections.abc import Iterable
from typing import TypeVar

from assistant.dialogue.answer import Answer, Part, Proof
from assistant.dialogue.phrasing.suggesting import next_questions
from assistant.glossary import Choice, Reply
from knowledge import Citation, Library

T = TypeVar("T")

QUOTE_SHOWN = 110  # characters of a quote in the text; the citation holds all of it
PROOFS_SHOWN = 4
BUTTONS = 3
HEADLINE = 60  # characters


def phrase(part: Part, library: Library) -> Reply:
    """One answer as a reply."""
    answer = part.answer
    citations = _citations(answer.proofs, library)
    pieces = [
        _first_line(answer),
        *_understood(part),
        *_quotes(part, citations),
        *_unconfirmed(answer),
        *_corrected(answer),
        *_options(answer),
    ]
    return Reply(
        kind=answer.kind,
        headline=answer.headline,
        text="\n".join(piece for piece in pieces if piece),
        citations=citations,
        suggestions=_buttons(answer, library),
        evidence="letter" if citations else "none",
    )


def phrase_parts(parts: tuple[Part, ...], library: Library) -> Reply:
    """Several answers of one message under their own headings."""
    replies = [phrase(part, library) for part in parts]
    if len(replies) == 1:
        return replies[0]
    headline = "；".join(reply.headline.rstrip("。") for reply in replies)
    blocks = [
        f"{number}. {part.question.text.rstrip('，？')}？\n{reply.text}"
        for number, (part, reply) in enumerate(zip(parts, replies, strict=True), 1)
    ]
    return Reply(
        kind=_joint_kind(replies),
        headline=headline,
        text="\n".join([headline + "。", *_without_repeats(blocks)]),
        citations=_unique(c for reply in replies for c in reply.citations),
        suggestions=_unique(s for reply in replies for s in reply.suggestions)[:BUTTONS],
        evidence="letter" if any(reply.citations for reply in replies) else "none",
    )


def shown(quote: str, limit: int = QUOTE_SHOWN) -> str:
    """A quote as shown: on one line, and shortened at a mark when it is long."""
    line = re.sub(r"\s+", " ", quote).strip()
    if len(line) <= limit:
        return line
    cut = max(line.rfind(mark, limit // 2, limit) for mark in "，；。、")
    return line[: cut if cut > 0 else limit] + "……"


def _joint_kind(replies: list[Reply]) -> str:
    kinds = [reply.kind for reply in replies]
    if all(kind == kinds[0] for kind in kinds):
        return kinds[0]
    return "unknown" if all(kind in ("unknown", "refused") for kind in kinds) else "answer"


def _first_line(answer: Answer) -> str:
    if not answer.body:
        return _ended(answer.headline)
    if answer.body.startswith(answer.headline):
        return _ended(answer.body)
    return _ended(_ended(answer.headline) + answer.body)


def _ended(text: str) -> str:
    return text if not text or text[-1] in "。！？；：…”\n" else text + "。"


def _understood(part: Part) -> list[str]:
    """Names put right are said, so that a wrong guess is seen."""
    named = [f"“{right}”" for wrong, right in part.question.changes if wrong != right]
    return [f"（按{'、'.join(dict.fromkeys(named))}理解）"] if named else []


def _citations(proofs: Iterable[Proof], library: Library) -> tuple[Citation, ...]:
    return _unique(library.citation(p.evidence) for p in proofs)


def _quotes(part: Part, citations: tuple[Citation, ...]) -> list[str]:
    if not part.answer.quoted:
        return []
    several = len({citation.letter_id for citation in citations}) > 1
    return [_quote_line(citation, several) for citation in citations[:PROOFS_SHOWN]]


def _quote_line(citation: Citation, several: bool) -> str:
    of_letter = f"《{citation.letter}》" if several else ""
    return f"原文：“{shown(citation.quote)}”〔{of_letter}{citation.section} · {citation.code}〕"


def _unconfirmed(answer: Answer) -> list[str]:
    """What a scan was recognised to say is not sure before a person has looked at it."""
    scans = any(proof.evidence.letter.unconfirmed for proof in answer.proofs)
    return ["（出自扫描件的识别结果，数字和日期待核对。）"] if scans else []


def _corrected(answer: Answer) -> list[str]:
    """A value that a person put right may differ from the quote beside it: that is said."""
    places = (proof.evidence.fact.place for proof in answer.proofs)
    if not any(place and place.corrected for place in places):
        return []
    return ["（人工更正：工作人员核对后改过此项，与引文不一致时以答案为准。）"]


def _options(answer: Answer) -> list[str]:
    return [f"{number}. {option.label}" for number, option in enumerate(answer.options, 1)]


def _buttons(answer: Answer, library: Library) -> tuple[Choice, ...]:
    if answer.options:
        return tuple(Choice(option.label, option.says) for option in answer.options)
    return tuple(Choice(words) for words in next_questions(answer, library))


def _without_repeats(blocks: list[str]) -> list[str]:
    """A quote already shown is not shown again under the next heading."""
    seen: set[str] = set()
    out = []
    for block in blocks:
        lines = [ln for ln in block.split("\n") if not (ln.startswith("原文：") and ln in seen)]
        seen.update(ln for ln in lines if ln.startswith("原文："))
        out.append("\n".join(lines))
    return out


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
