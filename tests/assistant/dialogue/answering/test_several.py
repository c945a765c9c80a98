"""Several letters in one base: which one answers, which others are offered, and that the letter is
said.
"""

from datetime import date

import pytest

from assistant.dialogue import Dialogue
from assistant.dialogue.answering.several import name_of
from assistant.glossary import Reply
from knowledge import LetterHead, Library, ReplyLetter
from tests.assistant.dialogue.answering.conftest import OCTOBER
from tests.assistant.dialogue.answering.years import OLD, ingest_year
from tests.assistant.dialogue.conftest import message
from tests.knowledge.facts.letters import FOLDER


def _ask(library: Library, text: str) -> Reply:
    return Dialogue(library).reply_to(message(text, OCTOBER))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("第112号建议：村卫生室有多少个？", "210个"),
        ("第87号建议：村卫生室有多少个？", "222个"),
        ("2023年那份答复函里村卫生室有多少个？", "210个"),
    ],
)
def test_a_letter_that_is_named_answers(two_years, asked, said):
    assert said in _ask(two_years, asked).text


def test_without_a_letter_named_the_newest_answers_says_which_and_offers_the_other(two_years):
    reply = _ask(two_years, "全县有多少个村卫生室？")

    assert "222个" in reply.text
    assert "第87号建议" in reply.text
    assert "另有第112号建议" in reply.text


def test_a_superseded_letter_never_answers(tmp_path):
    library = Library(tmp_path / "data")
    ingest_year(library, tmp_path, "letter", OLD)
    ingest_year(library, tmp_path, "letter", OLD | {"rooms": 215})

    reply = _ask(library, "全县有多少个村卫生室？")

    assert "215个" in reply.text
    assert "210个" not in reply.text


def test_the_answer_says_its_letter_though_only_one_speaks_of_the_thing(tmp_path):
    other = Library(tmp_path / "data")
    ingest_year(other, tmp_path, "clinics", OLD)
    list(other.ingest_all([FOLDER / "chinese_number_school.txt"]))

    reply = _ask(other, "寄宿制学校有多少所？")

    assert "18所" in reply.text
    assert "据第二十七号建议" in reply.text


def test_a_passage_of_a_superseded_letter_reopens_and_says_that_it_is_old(tmp_path):
    library = Library(tmp_path / "data")
    ingest_year(library, tmp_path, "letter", OLD)
    ingest_year(library, tmp_path, "letter", OLD | {"rooms": 215})

    reply = _ask(library, "112-1-1")

    assert "210个" in reply.text
    assert "旧件" in reply.text


def test_contacts_of_several_letters_are_a_question_back(two_years):
    reply = _ask(two_years, "联系人电话是多少")

    assert reply.kind == "clarify"
    assert {choice.words for choice in reply.suggestions} >= {"第112号建议", "第87号建议"}


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        (
            ReplyLetter(number="87", agency="清河县水务局", date=date(2024, 9, 8)),
            "第87号建议（清河县水务局，2024年）",
        ),
        (ReplyLetter(number="87", kind="政协提案"), "第87号提案"),
        (ReplyLetter(subject="加强排水"), "加强排水"),
        (ReplyLetter(), "table.xlsx"),
    ],
)
def test_a_letter_is_named_by_what_is_known_of_it(letter, name):
    assert name_of(LetterHead(1, "table.xlsx", letter, "")) == name
