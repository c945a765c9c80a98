"""Phone numbers in texts on their way abroad: 13812345678 -> 138****5678.

Telegram's servers stand outside the mainland, so a number goes there whole only when the letter
that prints it is public. What is public is the caller's knowledge.
"""

import re

ABROAD = frozenset({"telegram"})
MOBILE = re.compile(r"(?<![0-9])(1[3-9][0-9])([- ]?)([0-9]{4})([- ]?)([0-9]{4})(?![0-9])")
LANDLINE = re.compile(r"(?<![0-9])(0[0-9]{2,3}[-—)） ]?)([0-9]{4})([0-9]{3,4})(?![0-9])")


def masked(text: str) -> str:
    """The text with the middle of each phone number starred."""
    return LANDLINE.sub(r"\1****\3", MOBILE.sub(r"\1\2****\4\5", text))


def shown_on(channel: str, text: str, *, public: bool) -> str:
    """The text as it may go to this channel."""
    return masked(text) if channel in ABROAD and not public else text
