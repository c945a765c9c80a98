"""Report: findings as `ingest --json` prints them."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge.facts.report import as_json
from knowledge.glossary import (
    Commitment,
    Deadline,
    Document,
    Findings,
    Indicator,
    Place,
    ReplyLetter,
    Span,
)

TEXT = "现有古戲臺３座，投入3.850万元。年底前再修2座。"
DOCUMENT = Document("stages.txt", TEXT, (), "d" * 64)
SENTENCE = Place("7-1-1", "一", Span(0, 8), Span(0, 18))
PROMISE = Place("7-附-1", "附件1", Span(18, 26), Span(18, 26))
FOUND = Findings(
    ReplyLetter(title="关于第7号建议的答复", number="7", date=date(2024, 5, 6)),
    indicators=(
        Indicator("古戏台", Decimal("3"), "座", SENTENCE, as_of=date(2024, 4, 30)),
        Indicator("投入", Decimal("3.850"), "万元", SENTENCE),
        Indicator("人口", Decimal("1E+3"), "人", SENTENCE),
    ),
    commitments=(
        Commitment(
            "再修2座",
            Deadline("年底前", date(2024, 5, 6), date(2024, 12, 31), "month"),
            PROMISE,
            units=("区文化局",),
            unit_words="区文化局",
            target=Decimal("2"),
            key="7-附-1",
        ),
        Commitment("长期巡查", None, PROMISE),
    ),
    warnings=("请核对",),
)


def test_the_report_is_plain_json():
    shown = as_json(FOUND, DOCUMENT)

    assert json.loads(json.dumps(shown, ensure_ascii=False)) == shown


def test_figures_are_printed_as_in_the_letter_and_never_in_powers_of_ten():
    shown = as_json(FOUND, DOCUMENT)["indicators"]

    assert [one["value"] for one in shown] == ["3", "3.850", "1000"]


def test_names_have_the_letters_own_characters_where_its_sentence_has_them():
    shown = as_json(FOUND, DOCUMENT)["indicators"]

    assert [one["name"] for one in shown] == ["古戲臺", "投入", "人口"]


def test_every_quote_is_verbatim():
    shown = as_json(FOUND, DOCUMENT)

    assert all(one["quote"] in TEXT for one in shown["indicators"] + shown["commitments"])


def test_dates_are_iso_and_unknown_is_none():
    shown = as_json(FOUND, DOCUMENT)

    assert (shown["date"], shown["published"], shown["number"]) == ("2024-05-06", None, "7")
    assert [one["as_of"] for one in shown["indicators"]] == ["2024-04-30", None, None]


def test_a_commitment_keeps_words_days_and_departments():
    dated, open_ended = as_json(FOUND, DOCUMENT)["commitments"]

    assert (dated["deadline"], dated["deadline_from"], dated["deadline_to"]) == (
        "年底前",
        "2024-05-06",
        "2024-12-31",
    )
    assert (dated["unit"], dated["units"], dated["target"]) == ("区文化局", ["区文化局"], "2")
    assert (open_ended["deadline"], open_ended["unit"], open_ended["units"]) == (None, None, [])


def test_a_scan_is_to_be_checked_until_a_person_has_reviewed_it():
    scan = replace(DOCUMENT, origin="ocr")

    unseen, seen = as_json(FOUND, scan), as_json(FOUND, scan, reviewed=True)

    assert unseen["check"] == unseen["indicators"][0]["check"] == "待核对"
    assert seen["check"] == ""


def test_what_a_person_changed_is_marked_in_any_document():
    changed = replace(FOUND.indicators[0], place=replace(SENTENCE, corrected=True))
    shown = as_json(replace(FOUND, indicators=(changed, FOUND.indicators[1])), DOCUMENT)

    assert [one.get("check", "") for one in shown["indicators"]] == ["人工更正", ""]
    assert shown["check"] == ""
