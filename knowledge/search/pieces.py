"""Pieces: a long passage in pieces of whole sentences, each headed by the passage's beginning.

The beginning stands in for the title, so that a piece from the middle can still be found by it.
"""

import re

SIZE = 400  # characters of a piece
HEAD = 40  # characters of the beginning that head every later piece
_SENTENCE = re.compile(r"[^。！？；!?;\n]*[。！？；!?;\n]+|[^。！？；!?;\n]+")


def pieces(text: str) -> list[str]:
    """The pieces of a text; a short one is its own only piece, an endless sentence is cut by force."""
    if len(text) <= SIZE:
        return [text]
    found, piece = [], ""
    for sentence in _sentences(text):
        if piece and len(piece) + len(sentence) > SIZE:
            found.append(piece)
            piece = ""
        piece += sentence
    found.append(piece)
    return [found[0], *(f"{text[:HEAD]}\n{piece}" for piece in found[1:])]


def _sentences(text: str) -> list[str]:
    return [
        sentence[start : start + SIZE]
        for sentence in _SENTENCE.findall(text)
        for start in range(0, len(sentence), SIZE)
    ]
