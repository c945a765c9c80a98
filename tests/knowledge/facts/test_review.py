"""Review: a corrected sheet wins over what was extracted, and what it says is proven or refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml

from knowledge.errors import ReviewFault
from knowledge.facts import extract, reviewed
from knowledge.facts.sheets import sheet_of
from knowledge.glossary import Document, Findings
from knowledge.reading import read_bytes
from knowledge.words import Lexicon
from tests.fakes import formats

Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def letter(lexicon: Lexicon) -> tuple[Document, Findings]:
    document = read_bytes("letter.txt", formats.letter_text().encode())
    return document, extract(document, lexicon)


def corrected(letter: tuple[Document, Findings], change: Change) -> Findings:
    """The findings after a person wrote something else into the YAML."""
    document, found = letter
    sheet = yaml.safe_load(yaml.safe_dump(sheet_of(found, document), allow_unicode=True))
    change(sheet)
    return reviewed(found, document, sheet)


def test_an_untouched_sheet_changes_nothing(letter: tuple[Document, Findings]) -> None:
    assert corrected(letter, lambda sheet: None) == letter[1]


def test_a_corrected_figure_keeps_its_place(letter: tuple[Document, Findings]) -> None:
    def change(sheet: dict[str, Any]) -> None:
        sheet["indicators"][0]["value"] = 3.850

    one, before = corrected(letter, change).indicators[0], letter[1].indicators[0]

    place = replace(before.place, corrected=True)
    assert one == replace(before, value=Decimal("3.85"), place=place)


def test_changed_words_of_a_deadline_are_reckoned_anew(letter: tuple[Document, Findings]) -> None:
    def change(sheet: dict[str, Any]) -> None:
        sheet["commitments"][0]["deadline"]["words"] = "2022年11月底"

    deadline = corrected(letter, change).commitments[0].deadline

    assert deadline is not None
    assert (deadline.words, deadline.latest) == ("2022年11月底", date(2022, 11, 30))


def test_changed_days_of_a_deadline_stay_as_written(letter: tuple[Document, Findings]) -> None:
    def change(sheet: dict[str, Any]) -> None:
        sheet["commitments"][0]["deadline"]["latest"] = date(2022, 12, 15)

    deadline = corrected(letter, change).commitments[0].deadline

    assert deadline is not None
    assert (deadline.words, deadline.latest) == ("2022年12月底", date(2022, 12, 15))


def test_a_corrected_sheet_corrected_again_keeps_what_was_corrected_first(
    letter: tuple[Document, Findings],
) -> None:
    document, found = letter
    sheet = sheet_of(found, document)
    sheet["commitments"][0]["deadline"]["words"] = "2022年11月底"
    once = reviewed(found, document, sheet)
    sheet["commitments"][1]["unit_words"] = "区市场监管局、区科技局"

    twice = reviewed(once, document, sheet)

    assert twice.commitments[0] == once.commitments[0]
    assert twice.commitments[1].units == ("区市场监管局", "区科技局")


def test_only_what_a_person_changed_or_added_is_marked(
    letter: tuple[Document, Findings],
) -> None:
    def change(sheet: dict[str, Any]) -> None:
        sheet["commitments"][1]["unit_words"] = "区科技局"
        sheet["indicators"].append(sheet["indicators"][0] | {"name": "另一项"})
        sheet["letter"]["number"] = "60"

    found = corrected(letter, change)

    facts = (*found.commitments, *found.indicators, *found.letter.fields)
    marked = [fact for fact in facts if fact.place.corrected]
    assert marked == [found.commitments[1], found.indicators[-1], marked[2]]
    assert marked[2].value == "60"


def test_an_entry_taken_out_is_gone_and_a_new_one_is_proven_by_its_quote(
    letter: tuple[Document, Findings],
) -> None:
    quote = "全区有效注册商标14036件"

    def change(sheet: dict[str, Any]) -> None:
        sheet["commitments"] = sheet["commitments"][1:]
        sheet["commitments"].append({"text": "办好展会", "deadline": "年底前", "quote": quote})

    promises = corrected(letter, change).commitments

    assert [one.key for one in promises[:2]] == ["59-附-2", "59-附-3"]
    new = promises[-1]
    assert new.place.quote.of(letter[0].text) == quote
    assert new.deadline is not None and new.deadline.latest == date(2022, 12, 31)
    assert new.strength == "缺数量、责任单位"


def test_a_corrected_contact_is_the_contact_and_its_field(
    letter: tuple[Document, Findings],
) -> None:
    def change(sheet: dict[str, Any]) -> None:
        sheet["contact"]["phones"] = ["000-1234567"]
        sheet["letter"]["number"] = 60

    found = corrected(letter, change).letter

    assert (found.contact.phones, found.number) == (("000-1234567",), "60")
    assert [f.value for f in found.fields if f.name in ("phone", "number")] == ["60", "000-1234567"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda s: s["indicators"][2].update(quote="没有这句话"),
            "indicators 第3条: quote 不是原文",
        ),
        (lambda s: s["indicators"][0].update(value="许多"), "indicators 第1条: value 的值“许多”"),
        (lambda s: s["indicators"][0].pop("name"), "indicators 第1条: 缺少必填的项"),
        (lambda s: s["indicators"].append({"name": "甲"}), "缺少 quote"),
        (lambda s: s["commitments"][0].update(when="年底"), "不认识的项“when”"),
        (lambda s: s["letter"].update(date="去年"), "letter: date 的值“去年”"),
        (lambda s: s.update(commitments="无"), "commitments: 应当是一列条目"),
        (lambda s: s.update(notes=[]), "不认识的项“notes”"),
        (lambda s: s["commitments"][0].update(deadline={"latest": "2022-12-01"}), "deadline 的值"),
    ],
    ids=["quote", "figure", "name", "no quote", "key", "day", "list", "part", "deadline"],
)
def test_what_does_not_fit_is_refused_with_its_place(
    change: Change, words: str, letter: tuple[Document, Findings]
) -> None:
    with pytest.raises(ReviewFault) as refused:
        corrected(letter, change)

    assert words in str(refused.value)
