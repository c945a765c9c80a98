"""Values of a worksheet are written as Excel shows them."""

from datetime import date, datetime, time

import pytest

from knowledge.reading.shown import shown


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.9, "0%", "90%"),
        (0.9234, "0.0%", "92.3%"),
        (14036, "General", "14036"),
        # halves go up, as in Excel
        (2.5, "0", "3"),
        (14036, "#,##0", "14,036"),
        (14036.5, "#,##0.00", "14,036.50"),
        (3.85, "General", "3.85"),
        # the noise of binary fractions
        (0.1 + 0.2, "General", "0.3"),
        (5.0, "General", "5"),
        (3.5, "0.##", "3.5"),
        (5, '0"件"', "5件"),
        (258.4, '"约"0.0"万元"', "约258.4万元"),
        (-3, "0;[Red]-0", "-3"),
        (1234, "_ * #,##0_ ;_ * -#,##0_ ", "1,234"),
        (date(2022, 6, 6), "yyyy-mm-dd", "2022-06-06"),
        (datetime(2022, 6, 6), 'yyyy"年"m"月"d"日"', "2022年6月6日"),
        (datetime(2022, 12, 1), 'yyyy"年"m"月"', "2022年12月"),
        (datetime(2022, 12, 31), "[$-804]m月d日", "12月31日"),
        (datetime(2022, 6, 6), "mmm-yy", "2022-06"),
        (datetime(2022, 6, 6, 8, 30), "yyyy-mm-dd h:mm", "2022-06-06 08:30"),
        (time(8, 30), "h:mm", "08:30"),
        (True, "General", "是"),
        (None, "General", ""),
        ("长期", "@", "长期"),
        (float("inf"), "0", "inf"),
    ],
)
def test_a_value_is_written_in_its_format(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text
