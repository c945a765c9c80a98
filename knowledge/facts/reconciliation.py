"""Reconciliation: what a person should check before a letter is relied on.

Parts that do not add up, one figure with two values, days that cannot be, a number that differs
between title and text. Each warning quotes what it is about; nothing is decided or corrected.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from knowledge.facts.dates import find_dates
from knowledge.facts.lines import quoted
from knowledge.facts.outline import Outline
from knowledge.glossary import Document, Findings, Indicator, LetterField, ReplyLetter, Span

_NEARLY_ALL = Decimal("0.7")  # of the total: fewer parts are examples, not all of them


def read_warnings(outline: Outline, findings: Findings, doubts: tuple[str, ...]) -> Findings:
    """The findings with their warnings, those of other extractors first."""
    document = outline.document
    warnings = (
        *document.remarks,
        *doubts,
        *_numbers(document, findings.letter),
        *_days(outline, findings.letter),
        *_overdue(findings),
        *_sums(document, findings.indicators),
        *_twice(document, findings.indicators),
    )
    return replace(findings, warnings=tuple(dict.fromkeys(warnings)))


def _numbers(document: Document, letter: ReplyLetter) -> Iterator[str]:
    """标题为第59号，正文为第95号."""
    found = [field for field in letter.fields if field.name == "number"]
    if found:
        first = found[0]
        together = {one.value.lstrip("0") for one in found if one.place.quote == first.place.quote}
        for other in found[1:]:
            if other.value.lstrip("0") not in together and _both_printed(first, other):
                yield (
                    f"编号不一致：“{quoted(document, first.place.quote)}”为{first.value}号，"
                    f"“{quoted(document, other.place.quote)}”为{other.value}号。"
                )


def _both_printed(one: LetterField, other: LetterField) -> bool:
    """二十七 and 27 are one number written twice; 2019-318 and 2019 of one line are one number."""
    if one.place.quote == other.place.quote:
        return False
    return one.value.isascii() == other.value.isascii()


def _days(outline: Outline, letter: ReplyLetter) -> Iterator[str]:
    """Days no calendar has, damaged and missing ones, a signature after publication."""
    for prose in outline.prose:
        for found in find_dates(prose.text):
            if found.day is None:
                words = prose.span(found.start, found.end)
                yield f"日期不存在：“{quoted(outline.document, words)}”（{prose.passage.section}）。"
    for field in letter.fields:
        if field.name == "damaged_date":
            yield f"落款日期不完整：“{field.value}”。"
    if letter.date is None and (letter.title or letter.addressees):
        yield "未找到落款日期，相对时限（年底前、明年）无法推算。"
    if letter.date and letter.published and letter.published < letter.date:
        yield f"发布日期{letter.published}早于落款日期{letter.date}。"


def _overdue(findings: Findings) -> Iterator[str]:
    """A promise that was due before the letter was signed."""
    signed = findings.letter.date
    for promise in findings.commitments:
        latest = promise.deadline.latest if promise.deadline else None
        if signed and latest and latest < signed and promise.source == "table":
            yield f"承诺“{promise.text}”的时限“{promise.deadline.words}”早于落款日期{signed}。"  # type: ignore[union-attr]


def _sums(document: Document, indicators: tuple[Indicator, ...]) -> Iterator[str]:
    """Parts that are more than their total, or several that are less."""
    parts: dict[tuple[str, str, str, Span], list[Indicator]] = defaultdict(list)
    for one in indicators:
        if one.total:
            parts[(one.total, one.unit, one.place.code, one.place.quote)].append(one)
    for (name, unit, code, quote), members in parts.items():
        whole = _total(indicators, name, unit, code, quote)
        if whole is None or unit == "%":
            continue
        members += _further(indicators, members[-1], name, quote, whole.value)
        added = sum((member.value for member in members), Decimal(0))
        if len(members) < 2:
            continue
        if added > whole.value or _NEARLY_ALL * whole.value <= added < whole.value:
            words = "＋".join(f"{member.value}" for member in members)
            yield (
                f"分项与总数不一致：“{quoted(document, quote)}”中{name}{whole.value}{unit}，"
                f"分项{words}＝{added}{unit}。"
            )


def _further(
    indicators: tuple[Indicator, ...], last: Indicator, name: str, quote: Span, whole: Decimal
) -> list[Indicator]:
    """The figure behind the last part that is named as a part is, yet too much to be one.

    停车场32个，其中公共停车场21个，专用停车场16个: 16 is more than what is left of 32.
    """
    return [
        one
        for one in indicators
        if one.place.quote == quote
        and one.unit == last.unit
        and not one.total
        and one.place.own > last.place.own
        and one.name.endswith(name[-2:])
        and one.value < whole
    ][:1]


def _total(
    indicators: tuple[Indicator, ...], name: str, unit: str, code: str, quote: Span
) -> Indicator | None:
    """The figure the parts belong to: of that name in the same sentence."""
    return next(
        (
            one
            for one in indicators
            if one.name == name
            and one.unit == unit
            and one.place.code == code
            and one.place.quote == quote
            and not one.total
        ),
        None,
    )


def _twice(document: Document, indicators: tuple[Indicator, ...]) -> Iterator[str]:
    """One figure given two values in two places."""
    seen: dict[tuple[object, ...], Indicator] = {}
    for one in indicators:
        if one.measure not in ("存量", "累计", "数量") or one.total or len(one.name) < 4:
            continue
        key = (
            one.name,
            one.scope,
            one.level,
            one.status,
            one.subject,
            one.unit,
            one.measure,
            one.as_of,
        )
        other = seen.setdefault(key, one)
        if other.value != one.value and other.place.quote != one.place.quote:
            yield (
                f"{one.name}前后不一致：“{quoted(document, other.place.quote)}”为{other.value}{one.unit}，"
                f"“{quoted(document, one.place.quote)}”为{one.value}{one.unit}。"
            )
