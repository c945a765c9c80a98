"""Phone numbers in texts on their way abroad: 13812345678 -> 138****5678.

Telegram's servers stand outside the mainland, so a number goes there whole only when the letter
that prints it is public; `veil` decides that.
"""

import re

# channels whose servers stand outside the mainland
ABROAD = frozenset({"telegram"})
MOBILE = re.compile(r"(?<![0-9])(1[3-9][0-9])([- ]?)([0-9]{4})([- ]?)([0-9]{4})(?![0-9])")
# without its area code a number is known by the words before it
NAMED = re.compile(
    r"((?:电话|手机|热线|传真|座机|号码)[：: ]{0,3})([2-8][0-9]{2,3})([0-9]{4})(?![0-9])"
)
LANDLINE = re.compile(r"(?<![0-9])(0[0-9]{2,3}[-—)） ]?)([0-9]{4})([0-9]{3,4})(?![0-9])")


def masked(text: str) -> str:
    """The text with the middle of each phone number starred."""
    text = MOBILE.sub(r"\1\2****\4\5", text)
    return NAMED.sub(r"\1****\3", LANDLINE.sub(r"\1****\3", text))
