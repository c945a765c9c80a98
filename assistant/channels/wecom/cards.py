"""Template cards with buttons, alike for the app and the AI bot.

A button carries the handle of its words and, behind a blank, its label: the words stay in the
database, the label is shown in the greyed card after the click.
"""

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from assistant.glossary import Choice
from assistant.splitting import printable, shorten, utf8_bytes

Json = dict[str, Any]

BUTTONS = 6  # a card has no more
LABEL_LENGTH = 10  # characters shown on a phone
TITLE_LENGTH = 26
SUBTITLE_LENGTH = 112
KEY_BYTES = 1024
ASK_ON = "接着可以问"
DIGITS = "①②③④⑤⑥"


def button_card(
    choices: Sequence[Choice], handles: Sequence[str], title: str = "", key: str = ""
) -> Json:
    """A card with these buttons; with a `key` always the same one, to the byte."""
    labels = [printable(choice.label).strip() or "…" for choice in choices[:BUTTONS]]
    long = any(len(label) > LABEL_LENGTH for label in labels)
    card: Json = {
        "card_type": "button_interaction",
        "main_title": {"title": shorten(printable(title).strip() or ASK_ON, TITLE_LENGTH, len)},
        "button_list": [
            {"text": _shown(label, n if long else None), "style": 1, "key": _key(handle, label)}
            for n, (label, handle) in enumerate(zip(labels, handles, strict=False))
        ],
        "task_id": _task_id(key),
    }
    if long:  # what a button has no room for stands above it
        lines = [f"{DIGITS[n]}{label}" for n, label in enumerate(labels)]
        card["sub_title_text"] = shorten("\n".join(lines), SUBTITLE_LENGTH, len)
    return card


def pressed(key: str) -> tuple[str, str]:
    """Handle and label of a pressed button."""
    handle, _, label = key.partition(" ")
    return handle, label


def chosen(label: str) -> str:
    """What the greyed buttons say after the click."""
    return shorten(f"已选：{label}" if label else "已选", LABEL_LENGTH + 3, len)


def _shown(label: str, number: int | None) -> str:
    marked = label if number is None else f"{DIGITS[number]}{label}"
    return shorten(marked, LABEL_LENGTH, len)


def _key(handle: str, label: str) -> str:
    return shorten(f"{handle} {label}", KEY_BYTES, utf8_bytes)


def _task_id(key: str) -> str:
    """Never used twice, but for the same delivery tried again."""
    return hashlib.sha256(key.encode()).hexdigest()[:40] if key else uuid.uuid4().hex
