"""配合单位: who helps with a promise, told by another cell of its row or by its sentence."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Commitment

_HELP = re.compile("配合|协办|协助")
_LEAD = re.compile("负责|牵头|责任|主办|承担")
_OFFICE = r"[\u4e00-\u9fff]{1,14}(?:局|委|办|厅|公司|中心|政府|办事处|院|队|集团|街道|镇|乡|会|联|所|站|科|处)"
_OFFICES = re.compile(rf"{_OFFICE}(?:[、，和及]{_OFFICE})*")
_HELPED = re.compile(rf"(?P<by>{_OFFICE}(?:[、和及]{_OFFICE})*)(?:配合|协办|协助)")
_CELLS = 12  # of a row; the lines of a table on its side have more, and nobody knows whose they are


def asks_help(text: str) -> bool:
    """谁配合, but not 谁牵头谁配合."""
    return _HELP.search(text) is not None and _LEAD.search(text) is None


def answer_help(rows: list[Fit]) -> Answer | None:
    """The offices beside those in charge of these promises, or that the letter names none.

    None where several are in charge, of whom some may help.
    """
    told = [(found, helping(found)) for found in rows]
    named = [(found, offices) for found, offices in told if offices]
    if not named and any(re.search("[、及和]", _units(found)) for found in rows):
        return None
    if not named:
        said = "函中没有写明配合单位"
        body = f"{said}。{_what(rows[0])}的责任单位是{_units(rows[0])}"
        return Answer("unknown", said, body, (Proof(rows[0].evidence),))
    return Answer(
        kind="answer",
        headline="；".join(dict.fromkeys(offices for _, offices in named)),
        body="；".join(f"{_what(found)}：{offices}" for found, offices in named),
        proofs=tuple(Proof(found.evidence) for found, _ in named),
        focus=tuple(found.evidence for found, _ in named),
    )


def helping(found: Fit) -> str:
    """The offices that help with a promise, "" when none is told."""
    fact, quote = found.evidence.fact, found.evidence.quote
    if not isinstance(fact, Commitment):
        return ""
    if fact.source != "table":
        helped = _HELPED.search(re.sub(r"\s+", "", quote))
        return helped["by"] if helped else ""
    lying = _beside(quote, fact.text)
    if lying:
        return lying
    cells = [cell.strip() for cell in re.split(r"[|｜│\s]+", quote) if cell.strip()]
    if len(cells) > _CELLS:
        return ""
    known = folded_text(f"{fact.text} {fact.unit_words}")
    others = [cell for cell in cells if _OFFICES.fullmatch(cell) and folded_text(cell) not in known]
    return "、".join(dict.fromkeys(others))


def _beside(quote: str, promise: str) -> str:
    """The helpers of a promise in a table on its side: the cell as far to the right as its own."""
    lines = [re.split(r"\s*[|｜│\t]\s*|\s{2,}", line.strip(" |｜│")) for line in quote.splitlines()]
    at = next((line.index(promise) for line in lines if promise in line[1:]), None)
    helpers = next((line for line in lines if _HELP.search(line[0]) and len(line[0]) < 8), [])
    return helpers[at] if at is not None and at < len(helpers) else ""


def _units(found: Fit) -> str:
    return folded_text(getattr(found.evidence.fact, "unit_words", ""))


def _what(found: Fit) -> str:
    return folded_text(getattr(found.evidence.fact, "text", "")).rstrip("。")
