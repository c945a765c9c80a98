"""A made-up letter on clinics, and its questions as the answerers are handed them.

The answerers are asked in process, one by one; that the dialogue asks the right one is tested where
the dialogue is.
"""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering import Inquiry
from assistant.dialogue.lookup import LookUp
from assistant.dialogue.matching import Candidates
from assistant.dialogue.understanding import Piece, tidy, understand
from knowledge import Evidence, Fact, Library
from tests.assistant.dialogue.answering.years import NEW, OLD, ingest_year

CLINICS = Path(__file__).parent / "clinics.txt"
DISTRICTS = Path(__file__).parent / "districts.txt"
SCHOOLS = Path(__file__).parent / "schools.txt"
OCTOBER = datetime(2024, 10, 8, 9, tzinfo=timezone(timedelta(hours=8)))

Inquire = Callable[..., Inquiry]


@pytest.fixture(scope="session")
def clinics(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that holds the letter on clinics only."""
    library = Library(tmp_path_factory.mktemp("clinics"))
    library.ingest(CLINICS)
    return library


@pytest.fixture(scope="session")
def inquire(clinics: Library) -> Inquire:
    """A question held against the facts of the letter; what was talked about may be given."""
    return _asking(clinics)


@pytest.fixture(scope="session")
def of_districts(tmp_path_factory: pytest.TempPathFactory) -> Inquire:
    """The same for a letter of single sentences, each there for what is special about it."""
    library = Library(tmp_path_factory.mktemp("districts"))
    library.ingest(DISTRICTS)
    return _asking(library)


@pytest.fixture(scope="session")
def of_schools(tmp_path_factory: pytest.TempPathFactory) -> Inquire:
    """The same for a letter of figures that are reckoned with: needs, shares, parts, levels."""
    library = Library(tmp_path_factory.mktemp("schools"))
    library.ingest(SCHOOLS)
    return _asking(library)


@pytest.fixture(scope="session")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two letters of one bureau, a year apart."""
    folder = tmp_path_factory.mktemp("years")
    library = Library(folder / "data")
    ingest_year(library, folder, "old", OLD)
    ingest_year(library, folder, "new", NEW)
    return library


def _asking(library: Library) -> Inquire:
    look = LookUp(library)

    def inquired(text: str, *focus: Evidence) -> Inquiry:
        question = understand(Piece(tidy(text)), library, OCTOBER.date())
        (_, rows), *_ = look.facts(question, focus)
        return Inquiry(question, Candidates(question, rows), library, OCTOBER, focus)

    return inquired


@pytest.fixture(scope="session")
def fact(clinics: Library) -> Callable[..., Evidence]:
    """The first fact of a kind whose fields have these values: fact(Indicator, name="乡村医生")."""
    rows = clinics.facts(clinics.letters()[0].id)

    def first(kind: type[Fact], **values: object) -> Evidence:
        return next(
            row
            for row in rows
            if isinstance(row.fact, kind)
            and all(getattr(row.fact, name) == value for name, value in values.items())
        )

    return first


def quotes(answer: Answer) -> str:
    """All that an answer cites."""
    return "".join(proof.evidence.quote for proof in answer.proofs)
