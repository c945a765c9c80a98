"""The tables of knowledge.db: one row a letter, a quotable piece, a fact.

Names follow the glossary. Every fact row points to the quote that proves it, and a quote to its
letter; removing a letter removes them all. Figures are kept as printed decimals, never as floats.
"""

from datetime import date as Date
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, TypeDecorator, false
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Figure(TypeDecorator[Decimal]):
    """A decimal kept as its digits: "3.85" stays 3.85, and "4" is not "4.0"."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """From the database."""
        return None if value is None else Decimal(value)


class Base(DeclarativeBase):
    """The tables of what is known."""

    type_annotation_map = {Decimal: Figure, list[Any]: JSON, dict[str, Any]: JSON}


class LetterRow(Base):
    """答复函: the head of a document, and what is kept about reading it."""

    __tablename__ = "letters"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str]
    superseded_by: Mapped[int | None] = mapped_column(ForeignKey("letters.id", ondelete="SET NULL"))
    title: Mapped[str | None]
    kind: Mapped[str]
    agency: Mapped[str | None]
    addressees: Mapped[list[Any]]
    role: Mapped[str | None]
    subject: Mapped[str | None]
    session: Mapped[str | None]
    number: Mapped[str | None] = mapped_column(index=True)
    doc_no: Mapped[str | None]
    date: Mapped[Date | None]
    published: Mapped[Date | None]
    category_raw: Mapped[str | None]
    category: Mapped[str | None]
    signer: Mapped[str | None]
    warnings: Mapped[list[Any]]
    source: Mapped[str] = mapped_column(default="", server_default="")  # the file's path
    reviewed: Mapped[bool] = mapped_column(default=False, server_default=false())


class ReviewRow(Base):
    """核对单: how a person corrected what was understood of a file."""

    __tablename__ = "reviews"

    digest: Mapped[str] = mapped_column(primary_key=True)
    sheet: Mapped[dict[str, Any]]


class ChangeRow(Base):
    """变更: the number of a letter's last change; numbers are never used twice."""

    __tablename__ = "changes"
    __table_args__ = {"sqlite_autoincrement": True}

    number: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(unique=True)  # may be removed, so no foreign key


class TextRow(Base):
    """原文: the stored text of a document; every offset counts in it."""

    __tablename__ = "texts"

    letter_id: Mapped[int] = mapped_column(
        ForeignKey("letters.id", ondelete="CASCADE"), primary_key=True
    )
    text: Mapped[str]


class HeadingRow(Base):
    """标题."""

    __tablename__ = "headings"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id", ondelete="CASCADE"), index=True)
    level: Mapped[int]
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]


class PassageRow(Base):
    """段落."""

    __tablename__ = "passages"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    section: Mapped[str]
    headings: Mapped[list[Any]]
    start: Mapped[int]
    end: Mapped[int]


class QuoteRow(Base):
    """引文: a sentence, table row or labelled line: what is searched and what proves facts."""

    __tablename__ = "quotes"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id", ondelete="CASCADE"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    headings: Mapped[list[Any]]


class Placed:
    """What every fact row begins with: its letter, its quote, and the words that state it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    code: Mapped[str]
    section: Mapped[str]
    own_start: Mapped[int]
    own_end: Mapped[int]
    figure_start: Mapped[int | None]
    figure_end: Mapped[int | None]
    corrected: Mapped[bool] = mapped_column(default=False, server_default=false())

    @declared_attr
    def letter_id(cls) -> Mapped[int]:
        """The letter it stands in."""
        return mapped_column(ForeignKey("letters.id", ondelete="CASCADE"), index=True)

    @declared_attr
    def quote_id(cls) -> Mapped[int]:
        """The sentence or row that proves it."""
        return mapped_column(ForeignKey("quotes.id", ondelete="CASCADE"), index=True)


class SentenceRow(Placed, Base):
    """句子."""

    __tablename__ = "sentences"

    text: Mapped[str]


class IndicatorRow(Placed, Base):
    """指标."""

    __tablename__ = "indicators"
    __table_args__ = (Index("ix_indicators_name_as_of", "name", "as_of"),)

    name: Mapped[str] = mapped_column(index=True)
    value: Mapped[Decimal]
    unit: Mapped[str]
    measure: Mapped[str]
    scope: Mapped[str | None]
    level: Mapped[str | None]
    status: Mapped[str | None]
    subject: Mapped[str | None]
    total: Mapped[str | None]
    bound: Mapped[str | None]
    time: Mapped[str | None]
    as_of: Mapped[Date | None]
    year: Mapped[int | None]


class ListingRow(Placed, Base):
    """名单."""

    __tablename__ = "listings"

    name: Mapped[str]
    count: Mapped[int | None]
    complete: Mapped[bool]
    status: Mapped[str | None]
    year: Mapped[int | None]


class ItemRow(Base):
    """名目: one name of a listing."""

    __tablename__ = "items"

    id: Mapped[int] = mapped_column(primary_key=True)
    listing_id: Mapped[int] = mapped_column(
        ForeignKey("listings.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    group: Mapped[str | None]


class RecognitionRow(Placed, Base):
    """认定."""

    __tablename__ = "recognitions"

    holder: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    status: Mapped[str]
    level: Mapped[str | None]
    year: Mapped[int | None]


class ActionRow(Placed, Base):
    """举措."""

    __tablename__ = "actions"

    text: Mapped[str]
    phase: Mapped[str]
    units: Mapped[list[Any]]


class CommitmentRow(Placed, Base):
    """承诺事项."""

    __tablename__ = "commitments"

    key: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    units: Mapped[list[Any]]
    unit_words: Mapped[str]
    source: Mapped[str]
    row: Mapped[int | None]
    target: Mapped[Decimal | None]
    target_unit: Mapped[str | None]
    strength: Mapped[str]
    progress: Mapped[str | None]
    deadline_words: Mapped[str | None]
    deadline_from: Mapped[Date | None]
    deadline_to: Mapped[Date | None]
    precision: Mapped[str | None]
    recurring: Mapped[str | None]
    condition: Mapped[str | None]


class FieldRow(Placed, Base):
    """函件要素."""

    __tablename__ = "fields"

    name: Mapped[str]
    value: Mapped[str]


class ContactRow(Placed, Base):
    """联系人."""

    __tablename__ = "contacts"

    names: Mapped[list[Any]]
    phones: Mapped[list[Any]]
    email: Mapped[str | None]
    address: Mapped[str | None]
    postcode: Mapped[str | None]
