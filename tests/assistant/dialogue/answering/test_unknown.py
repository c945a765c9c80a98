"""Unknown: what is missing, what comes nearest, whom to ask."""

import pytest

from assistant.dialogue.answering.unknown import answer_unknown, missing_words, whom_to_ask
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # words nothing bears
        ("救护车有多少辆", "救护车"),
        ("护士有多少名", "护士"),
        # everything is borne, but not for that year, level, place, reason
        ("2020年投入资金多少", "年份"),
        ("市级示范卫生院评审通过的有哪些", "市级"),
        ("南山县村卫生室有多少个", "南山"),
        ("为什么推广远程会诊", "的原因"),
    ],
)
def test_what_exactly_is_missing_is_named(inquire: Inquire, asked: str, said: str) -> None:
    answer = answer_unknown(inquire(asked))

    assert answer.kind == "unknown"
    assert said in answer.headline


def test_the_nearest_is_cited_and_never_put_forward(inquire: Inquire) -> None:
    answer = answer_unknown(inquire("2020年村卫生室有多少个"))

    assert "222" not in answer.headline
    assert "222个" in answer.body
    assert answer.proofs and not answer.focus


def test_nothing_near_is_cited_for_something_else(inquire: Inquire) -> None:
    answer = answer_unknown(inquire("地铁票价多少"))

    assert answer.proofs == ()
    assert "最接近" not in answer.body


def test_the_contact_of_the_letter_is_named(inquire: Inquire, of_districts: Inquire) -> None:
    assert "甄小米（电话5550101）" in whom_to_ask(inquire("地铁票价"))
    assert whom_to_ask(of_districts("地铁票价")) == ""


def test_only_words_that_no_fact_bears_are_missing(inquire: Inquire) -> None:
    assert [word.text for word in missing_words(inquire("村卫生室救护车"))] == ["救护车"]
    assert missing_words(inquire("村卫生室")) == []
