"""Summary: what became of a document, in words."""

import pytest

from assistant.commands.summary import outcome_of, summary
from knowledge import Arrival, Document, Findings, ReplyLetter

DOCUMENT = Document("表.csv", "", (), "d" * 64)


@pytest.mark.parametrize(
    ("arrival", "words"),
    [
        (Arrival(DOCUMENT, Findings(ReplyLetter())), "看过未收"),
        (Arrival(DOCUMENT, Findings(ReplyLetter()), 1), "收到"),
        (Arrival(DOCUMENT, Findings(ReplyLetter()), 1, known=True), "没有变化"),
        (Arrival(DOCUMENT, Findings(ReplyLetter()), 1, replaces="59"), "替代旧件"),
        (Arrival(DOCUMENT, Findings(ReplyLetter()), 1, reviewed=True), "按核对单收到"),
    ],
)
def test_an_arrival_comes_to_something(arrival: Arrival, words: str) -> None:
    assert outcome_of(arrival) == words


def test_a_table_has_no_head_and_a_letter_says_what_is_missing() -> None:
    table = summary(Arrival(DOCUMENT, Findings(ReplyLetter()), 1, replaced_by="59b"))
    letter = summary(Arrival(DOCUMENT, Findings(ReplyLetter(title="答复"), warnings=("核对",)), 1))

    assert "表格（没有函头）" in table and "已有更新的版本 59b" in table
    assert "（无编号）" in letter and "⚠ 核对" in letter
