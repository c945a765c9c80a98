"""Extraction: whole letters of many layouts against what is true of them."""

import difflib
import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.facts import as_json, extract
from knowledge.reading import read_bytes
from tests.knowledge.facts.letters import LETTERS, truth_of


@pytest.fixture(scope="module")
def reports(lexicon):
    """What was understood of each letter."""
    found = {}
    for path in LETTERS:
        document = read_bytes(path.name, path.read_bytes())
        found[path] = as_json(extract(document, lexicon), document)
    return found


def _plain(words: object) -> str:
    return re.sub(r"[\s“”]", "", unicodedata.normalize("NFKC", str(words)))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_head_and_foot_are_read(path: Path, reports):
    truth, report = truth_of(path), reports[path]

    for name in (
        "title",
        "kind",
        "agency",
        "number",
        "doc_no",
        "session",
        "subject",
        "date",
        "published",
        "category",
    ):
        if truth.get(name):
            assert _plain(report[name]) == _plain(truth[name]), name
    assert set(truth["addressees"]) <= set(report["addressees"])


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_contacts_are_read(path: Path, reports):
    truth, contact = truth_of(path)["contact"], reports[path]["contact"]

    assert contact["names"] == truth["names"]
    assert contact["phones"] == truth["phones"]
    assert contact["postcode"] == truth.get("postcode")


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_headings_are_read(path: Path, reports):
    wanted = [(one["level"], _plain(one["text"])) for one in truth_of(path)["headings"]]

    assert [(one["level"], _plain(one["text"])) for one in reports[path]["headings"]] == wanted


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_commitments_have_text_day_and_unit(path: Path, reports):
    rows = reports[path]["commitments"]

    for wanted in truth_of(path)["commitments"]:
        hit = max(rows, key=lambda row: _likeness(row["text"], wanted["text"]))
        assert _likeness(hit["text"], wanted["text"]) >= 0.5, wanted["text"]
        assert hit["deadline_to"] == wanted["deadline_iso"]
        if wanted.get("unit"):
            assert hit["unit"] == wanted["unit"]


def test_nine_figures_in_ten_are_indicators_with_their_unit(reports):
    wanted = [(path, one) for path in LETTERS for one in truth_of(path)["indicators"]]
    found = [one for path, one in wanted if _has(reports[path], one)]

    assert len(found) >= 0.9 * len(wanted)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_every_quote_is_verbatim(path: Path, reports):
    text = read_bytes(path.name, path.read_bytes()).text

    for part in ("fields", "indicators", "commitments", "listings", "recognitions"):
        assert all(one["quote"] in text for one in reports[path][part])


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, _plain(one), _plain(other)).ratio()


def _has(report: dict, wanted: dict) -> bool:
    value = Decimal(str(wanted["value"]).replace(",", ""))
    unit = {"萬元": "万元"}.get(wanted["unit"], wanted["unit"])
    return any(
        Decimal(one["value"]) == value and one["unit"] == unit for one in report["indicators"]
    )
