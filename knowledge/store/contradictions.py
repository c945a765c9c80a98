"""Contradictions: figures of a new letter that another letter of the same place gives otherwise."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.glossary import Findings, Indicator
from knowledge.store.models import IndicatorRow, LetterRow, QuoteRow

_STANDING = ("存量", "累计", "数量")  # what has one value on one day
_PLACE = re.compile(r"(?:[\u4e00-\u9fff]{1,7}?[省市区县州旗盟])+")
_LONGEST_QUOTE = 60  # characters of a quote inside a warning
_ABOUT = (
    "name",
    "unit",
    "measure",
    "scope",
    "level",
    "status",
    "as_of",
)  # what tells figures apart
_SHORTEST_NAME = 4  # characters; shorter names (企业, 项目) mean other things elsewhere


def contradictions(session: Session, found: Findings, text: str, but: int = 0) -> Iterator[str]:
    """A warning for each figure that differs, with both quotes; `but` is the letter it replaces."""
    place = place_of(found.letter.agency)
    figures = [one for one in found.indicators if _comparable(one)]
    if not place or not figures:
        return
    said = _said_elsewhere(session, figures, place, but)
    for one in figures:
        for code, value, quote in said.get(_key(one), ()):
            if value != one.value:
                yield (
                    f"{one.name}与{code}号件不一致：本件“{_short(one.place.quote.of(text))}”为"
                    f"{one.value}{one.unit}，{code}“{_short(quote)}”为{value}{one.unit}。"
                )
                break


def place_of(agency: str | None) -> str:
    """The district an agency belongs to: 重庆市大足区市场监督管理局 -> 重庆市大足区."""
    found = _PLACE.match(agency or "")
    return found[0] if found else ""


def _comparable(one: Indicator) -> bool:
    return bool(
        one.as_of
        and one.measure in _STANDING
        and len(one.name) >= _SHORTEST_NAME
        and not (one.subject or one.total or one.bound)
    )


def _said_elsewhere(
    session: Session, figures: list[Indicator], place: str, but: int
) -> dict[tuple[object, ...], list[tuple[str, Decimal, str]]]:
    """(code, value, quote) of the figures of that name and day, by what they are about."""
    of = IndicatorRow
    rows = session.execute(
        select(*(getattr(of, name) for name in _ABOUT), LetterRow.code, of.value, QuoteRow.text)
        .join(LetterRow, LetterRow.id == of.letter_id)
        .join(QuoteRow, QuoteRow.id == of.quote_id)
        .where(of.name.in_(sorted({one.name for one in figures})))  # by the index of name and day
        .where(of.as_of.in_({one.as_of for one in figures}))
        .where(LetterRow.agency.startswith(place, autoescape=True), LetterRow.id != but)
        .where(LetterRow.superseded_by.is_(None), of.subject.is_(None), of.total.is_(None))
        .order_by(of.letter_id.desc(), of.position)
    )
    said: dict[tuple[object, ...], list[tuple[str, Decimal, str]]] = {}
    for *about, code, value, quote in rows:
        said.setdefault(tuple(about), []).append((code, value, quote))
    return said


def _key(one: Indicator) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in _ABOUT)


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
