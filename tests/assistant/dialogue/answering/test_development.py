"""Development: one indicator over the letters of several years."""

import pytest

from assistant.dialogue import Dialogue
from assistant.dialogue.answering import Inquiry
from assistant.dialogue.answering.development import answer_development
from assistant.dialogue.lookup import LookUp
from assistant.dialogue.matching import Candidates
from assistant.dialogue.understanding import Piece, tidy, understand
from tests.assistant.dialogue.answering.conftest import OCTOBER
from tests.assistant.dialogue.conftest import message


def inquiries(library, text):
    """The question held against each letter."""
    question = understand(Piece(tidy(text)), library, OCTOBER.date())
    return [
        (head, Inquiry(question, Candidates(question, rows), library, OCTOBER))
        for head, rows in LookUp(library).facts(question, ())
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("村卫生室今年比去年增加了多少？", "增加12个"),
        ("乡村医生今年比去年多了还是少了多少", "减少9名"),
        ("签约率历年变化", "增加2.5个百分点"),
        ("这两年村卫生室变化情况", "增加12个"),
    ],
)
def test_the_development_over_the_years_is_reckoned_with_both_citations(two_years, asked, said):
    reply = Dialogue(two_years).reply_to(message(asked, OCTOBER))

    assert said in reply.text
    assert {citation.letter_id for citation in reply.citations} == {1, 2}


@pytest.mark.parametrize(
    "asked",
    [
        "村卫生室有多少个",  # of no years
        "救护车今年比去年增加了多少",  # of which no letter knows
        "新建村卫生室历年变化",  # targets are no stages of a development
    ],
)
def test_without_two_years_there_is_no_development(two_years, asked):
    assert answer_development(inquiries(two_years, asked)) is None


def test_one_letter_alone_is_no_development(clinics):
    assert answer_development(inquiries(clinics, "村卫生室今年比去年增加了多少")) is None
