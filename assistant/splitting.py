"""Long text into pieces a platform takes: whole, in order, broken where a reader would pause.

Knows no platform: the measure (UTF-16 units, UTF-8 bytes) and the limit are arguments.
"""

import re
import unicodedata
from collections.abc import Callable

Measure = Callable[[str], int]

# Where to break, best first: paragraph, line, sentence, clause, word.
PAUSES = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[。！？!?；;…]+[”’」』）)]*"),
    re.compile(r"[，,、：:]"),
    re.compile(r"\s"),
)
# A pause in the first third of a piece is not worth the many short pieces it would make.
WORTHWHILE = 3
JOINER = "\u200d"  # zero width joiner: glues emoji into one picture
# A flag is two of these letters; an odd number at the end of a piece would part one.
FLAG_HALF = re.compile("[\U0001f1e6-\U0001f1ff]")
HALF_FLAGS = re.compile(
    f"(?<!{FLAG_HALF.pattern})(?:{FLAG_HALF.pattern}{{2}})*{FLAG_HALF.pattern}$"
)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff]")


def utf16_units(text: str) -> int:
    """How Telegram counts: a character beyond U+FFFF is two units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """How WeCom counts: a Chinese character is three bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


def printable(text: str) -> str:
    """The text without what no platform can show: control characters and halves of characters."""
    return CONTROLS.sub(
        "", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )


def split(text: str, limit: int, measure: Measure) -> list[str]:
    """The pieces of `text`, each within `limit`; only blanks at the breaks are lost.

    split("甲。乙丙。", 3, utf16_units) -> ["甲。", "乙丙。"], not ["甲。乙", "丙。"].
    """
    pieces = []
    rest = text.strip()
    while measure(rest) > limit:
        end = _break(rest, _reach(rest, limit, measure))
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [piece for piece in [*pieces, rest] if piece]


def shorten(text: str, limit: int, measure: Measure) -> str:
    """The text, or as much of it as fits, ending in "…"."""
    if measure(text) <= limit:
        return text
    return text[: _reach(text, limit - measure("…"), measure)].rstrip() + "…"


def _reach(text: str, limit: int, measure: Measure) -> int:
    """How many characters fit into `limit`: at least one, never half of a joined character."""
    low, high = 1, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return _whole(text, low)


def _whole(text: str, end: int) -> int:
    """The last place at or before `end` that parts no joined character (emoji, accents)."""
    place = end
    while 0 < place < len(text) and _clings(text, place):
        place -= 1
    return place or end


def _clings(text: str, place: int) -> bool:
    after, before = text[place], text[place - 1]
    return (
        JOINER in (after, before)
        or unicodedata.category(after) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # skin tones
        or bool(HALF_FLAGS.search(text, 0, place) and FLAG_HALF.match(after))
    )


def _break(text: str, reach: int) -> int:
    """The best place to break within the first `reach` characters."""
    window = text[: reach + 1]  # one more: a blank just behind a full piece is a fine break
    for pause in PAUSES:
        ends = [found.end() for found in pause.finditer(window) if found.end() <= reach]
        if ends and ends[-1] >= reach // WORTHWHILE:
            return ends[-1]
    return reach
