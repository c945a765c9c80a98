"""Arithmetic between two figures: how it is shown, and when it is refused."""

from decimal import Decimal

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.saying import label, number, sentence, unit_of, value_of
from knowledge import Evidence

COUNTERS = frozenset("个件项家")
_MYRIADS = {"万": 10_000, "亿": 100_000_000}


def computed(headline: str, body: str, rows: tuple[Evidence, ...]) -> Answer:
    """An answer by arithmetic; every operand is cited."""
    proofs = tuple(Proof(row) for row in rows)
    return Answer(kind="computed", headline=headline, body=body, proofs=proofs, focus=rows)


def misfit(one: Evidence, other: Evidence) -> Answer | None:
    """Why two figures cannot be reckoned together, as an answer."""
    a, b = unit_of(one), unit_of(other)
    if a == b or {a, b} <= COUNTERS and _of_one_kind(one, other) or _both_counted(a, b):
        return None
    return Answer(
        kind="refused",
        headline=f"两个数的单位不同（{a}、{b}），无法计算",
        body=f"{sentence(one)}；{sentence(other)}",
        proofs=(Proof(one), Proof(other)),
    )


def plain(row: Evidence) -> Decimal:
    """The figure in the unit without 万 or 亿 before it: 1.52万吨 -> 15200."""
    unit = unit_of(row)
    return value(row) * (_MYRIADS.get(unit[:1], 1) if len(unit) > 1 else 1)


def bare_unit(unit: str) -> str:
    """万吨 is 吨 in another size."""
    return unit[1:] if len(unit) > 1 and unit[0] in _MYRIADS else unit


def _of_one_kind(one: Evidence, other: Evidence) -> bool:
    """Things counted with other measure words are one kind only by name: 4家企业 and 3个企业."""
    names = [label(row)[-2:] for row in (one, other)]
    return names[0] == names[1]


def of_alike(one: Evidence, other: Evidence, counters: frozenset[str]) -> bool:
    """Of one unit, or counted with these: 46名 and 38人 are both persons."""
    units = {unit_of(one), unit_of(other)}
    return len(units) == 1 or units <= counters


def lessened(whole: Evidence, part: Evidence, before: str = "") -> Answer:
    """The one less the other, with what is said `before` the number (还差)."""
    said = f"{number(value(whole) - value(part))}{unit_of(part)}"
    shown = f"{number(value(whole))}-{number(value(part))}={said}"
    body = f"{sentence(whole)}，{sentence(part)}，{shown}（推算）"
    return computed(f"{before}{said}", body, (whole, part))


def more_in_hundredths(one: Evidence, other: Evidence) -> tuple[str, str]:
    """(多3.3%, how it was reckoned): the one beside the other, which is not 0."""
    gap = value(one) - value(other)
    more = percent(abs(gap), value(other))
    sign = "" if gap >= 0 else "-"
    shown = f"（{number(value(one))}-{number(value(other))}）÷{number(value(other))}≈{sign}{more}%"
    return f"{'多' if gap >= 0 else '少'}{more}%", shown


def percent(part: Decimal, whole: Decimal) -> str:
    """A share in words of one decimal; of less than one in a hundred two digits that tell.

    >>> percent(Decimal(21), Decimal(32)), percent(Decimal(7), Decimal(14036))
    ('65.6', '0.05')
    """
    share = part / whole * 100
    digits = Decimal("0.1")
    while share and abs(share) < digits * 10:
        digits /= 10
    return number(share.quantize(digits))


def value(row: Evidence) -> Decimal:
    """The figure; 0 where there is none."""
    return value_of(row) or Decimal(0)


def _both_counted(one: str, other: str) -> bool:
    """万辆 and 万个 are counted alike."""
    counters = set("万亿个件项家人辆张所名处条户")
    return set(one + other) <= counters and one[:1] == other[:1] and one[:1] in "万亿"
