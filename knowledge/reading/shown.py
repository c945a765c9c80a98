"""Values of a worksheet as Excel shows them: 0.9 under the number format "0%" is 90%."""

import datetime
import math
import re
from decimal import ROUND_HALF_UP, Decimal

_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_NOT_SHOWN = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours, conditions, room for a sign, filling
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]+))?")
_CLOCK = ("h", "s", "上午")
_EXACT = 15  # digits Excel keeps; the rest is noise of binary fractions


def shown(value: object, form: str) -> str:
    """The text of a value under a number format.

    (0.9, "0%") -> "90%"; (14036, "#,##0") -> "14,036"; (5, '0"件"') -> "5件";
    (0.1 + 0.2, "General") -> "0.3"; (date(2022, 6, 6), 'yyyy"年"m"月"d"日"') -> "2022年6月6日"
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return _moment(value, form)
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value)


def _number(value: int | float, form: str) -> str:
    if not math.isfinite(value):
        return str(value)
    number = Decimal(f"{value:.{_EXACT}g}")
    words = _NOT_SHOWN.sub("", form.split(";")[0])
    found = _DIGITS.search(_QUOTED.sub(lambda part: "\0" * len(part[0]), words))
    if found is None or "E" in words.upper().replace("GENERAL", ""):
        return _plainly(number)
    before, after = words[: found.start()], words[found.end() :]
    if "%" in after:
        number *= 100
    places = found[1] or ""
    number = number.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    digits = f"{number:,.{len(places)}f}" if "," in found[0] else f"{number:.{len(places)}f}"
    if places.endswith(("#", "?")):
        digits = digits.rstrip("0").rstrip(".")
    return _literal(before) + digits + _literal(after)


def _plainly(number: Decimal) -> str:
    """A number without exponent and without zeros that say nothing: 5.0 -> "5"."""
    words = f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _literal(words: str) -> str:
    return _QUOTED.sub(lambda part: part[1] if part[1] is not None else part[2], words).strip()


def _moment(value: datetime.datetime | datetime.date | datetime.time, form: str) -> str:
    """A date in the format's own words; a year, month or day that it hides stays hidden."""
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    words = _NOT_SHOWN.sub("", form.split(";")[0]).lower()
    clock = isinstance(value, datetime.datetime) and any(sign in words for sign in _CLOCK)
    day = _day(value, words)
    return f"{day} {value:%H:%M}" if clock else day


def _day(value: datetime.date, words: str) -> str:
    parts = [name for name in "ymd" if name in words.split("h")[0]]
    if parts not in (["y", "m", "d"], ["y", "m"], ["m", "d"], ["y"]):
        return f"{value:%Y-%m-%d}"
    chinese = "年" in words or "月" in words
    numbers = {"y": value.year, "m": value.month, "d": value.day}
    if chinese:
        signs = {"y": "年", "m": "月", "d": "日"}
        return "".join(f"{numbers[part]}{signs[part]}" for part in parts)
    return "-".join(f"{numbers[part]:02}" for part in parts)
