"""Phone numbers on their way abroad."""

import pytest

from assistant.people.masking import masked


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("联系电话：13800001234", "联系电话：138****1234"),
        # in groups of four
        ("138-0000-1234", "138-****-1234"),
        ("138 0000 1234。", "138 **** 1234。"),
        # a fixed line with its area code
        ("023-43001234", "023-****1234"),
        ("(0756)1234567", "(0756)****567"),
        # without an area code, after the word for it
        ("联系电话：43701234", "联系电话：****1234"),
        ("商标43701234件", "商标43701234件"),
        # longer numbers are no phones
        ("证书 202138000012345", "证书 202138000012345"),
        ("14500件", "14500件"),
    ],
)
def test_the_middle_of_a_number_is_starred(printed: str, shown: str) -> None:
    assert masked(printed) == shown
