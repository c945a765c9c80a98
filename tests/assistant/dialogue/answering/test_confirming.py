"""Confirming: a field of the letter claimed, held against the one printed."""

import pytest

from assistant.dialogue.answering.confirming import confirm
from knowledge import LetterField
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "field", "said", "begins"),
    [
        ("这封信是钱二川签发的吗", "signer", "审签人", "是的"),
        ("这封信是李四签发的吗", "signer", "审签人", "不是"),
        # by the office that the sentence gives, of nobody else
        ("这封信是局长签的吗", "signer", "审签人", "是的"),
        ("这封信是主任签发的吗", "signer", "审签人", "不是"),
        ("这封信是张三局长签的吗", "signer", "审签人", "不是"),
        # every part of a day claimed has to agree
        ("这份答复是2024年9月写的吧", "date", "答复日期", "是的"),
        ("这份答复是2024年8月写的吧", "date", "答复日期", "不是"),
        # blanks and dashes tell nothing apart
        ("电话是555-0101吗", "phone", "联系电话", "是的"),
    ],
)
def test_the_value_claimed_is_held_against_the_one_printed(
    inquire: Inquire, fact, asked: str, field: str, said: str, begins: str
) -> None:
    row = fact(LetterField, name=field)

    answer = confirm(inquire(asked), [(said, row.fact.value, row)])

    assert answer is not None
    assert answer.headline.startswith(begins)
    assert row.fact.value in answer.headline
    assert [proof.evidence for proof in answer.proofs] == [row]
