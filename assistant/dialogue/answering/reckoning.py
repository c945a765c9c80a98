"""Arithmetic between two figures: how it is shown, and when it is refused."""

from decimal import Decimal

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.saying import sentence, unit_of, value_of
from knowledge import Evidence


def computed(headline: str, body: str, rows: tuple[Evidence, ...]) -> Answer:
    """An answer by arithmetic; every operand is cited."""
    proofs = tuple(Proof(row) for row in rows)
    return Answer(kind="computed", headline=headline, body=body, proofs=proofs, focus=rows)


def misfit(one: Evidence, other: Evidence) -> Answer | None:
    """Why two figures cannot be reckoned together, as an answer."""
    a, b = unit_of(one), unit_of(other)
    if a == b or {a, b} <= {"个", "件", "项", "家"} or _both_counted(a, b):
        return None
    return Answer(
        kind="refused",
        headline=f"两个数的单位不同（{a}、{b}），不能相加减",
        body=f"{sentence(one)}；{sentence(other)}",
        proofs=(Proof(one), Proof(other)),
    )


def value(row: Evidence) -> Decimal:
    """The figure; 0 where there is none."""
    return value_of(row) or Decimal(0)


def _both_counted(one: str, other: str) -> bool:
    """万辆 and 万个 are counted alike."""
    counters = set("万亿个件项家人辆张所名处条户")
    return set(one + other) <= counters and one[:1] == other[:1] and one[:1] in "万亿"
