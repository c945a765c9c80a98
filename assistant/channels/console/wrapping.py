"""Lines for a terminal, where a Chinese character takes two columns."""

import re
import unicodedata

# What must not begin a line, by the rules of Chinese typesetting.
CLOSING = "。，、；：？！…）》」』】”’%﹪.,;:?!)"
WORD = re.compile(r"[A-Za-z0-9./:@+-]+|.", re.DOTALL)


def width(text: str) -> int:
    """Columns the text takes: wide and full-width characters two, accents none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, columns: int) -> str:
    """The text with each line within `columns`, Latin words and figures whole."""
    return "\n".join(_wrap_line(line, columns) for line in text.split("\n"))


def _wrap_line(line: str, columns: int) -> str:
    lines = [""]
    for word in WORD.findall(line):
        room = columns - width(lines[-1])
        if width(word) <= room or (word in CLOSING and lines[-1]):
            lines[-1] += word
        elif not word.isspace():
            lines.append(word)
    return "\n".join(lines)
