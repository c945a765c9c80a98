"""The forms of Word's automatic numbers."""

import pytest

from knowledge.reading.numbering import numeral


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (12, "chineseCountingThousand", "十二"),
        (2, "japaneseCounting", "二"),
        (5, "decimalEnclosedCircleChinese", "⑤"),
        # no circled sign for so many
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (3, "decimalFullWidth", "３"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (14, "lowerRoman", "xiv"),
        (4, "upperRoman", "IV"),
        # a form nobody knows
        (4, "klingonCounting", "4"),
    ],
)
def test_a_count_is_written_in_its_form(count: int, form: str, written: str) -> None:
    assert numeral(count, form) == written
