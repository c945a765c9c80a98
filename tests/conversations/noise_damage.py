"""Is a changed question still the same one, damaged, or a sound question of another meaning?

Dropping 没 from 没进初审的有几家 leaves a sound question with another answer, and so does 费 from 维持费. A
change counts as damage only when it breaks a word: the dictionary word of the clean question in
which the change strikes, and what stands in its place is no word. The dictionary is jieba's own,
without our words.
"""

from functools import cache

from knowledge.words.cutting import Dictionary

# changes that strike single characters; the others leave every word whole
STRIKING = frozenset({"homophone", "dropped", "swapped"})


def is_damage(question: str, text: str, change: str) -> bool:
    """Does the change leave a broken word, and not another sound question?"""
    if change not in STRIKING:
        return True
    place = next(
        (at for at, pair in enumerate(zip(question, text, strict=False)) if len({*pair}) > 1),
        len(text),
    )
    start, end = _word_at(question, place)
    if change == "dropped":
        # a word of one character was lost as a whole; of a longer one, the rest may be a word (维持)
        rest = text[start : end - 1]
        return end - start > 1 and not (len(rest) > 1 and _is_word(rest))
    if end - start == 1 or (change == "swapped" and place + 1 >= end):
        return True  # no word could be broken, but nobody writes so
    return not _is_word(text[start:end])


def _word_at(question: str, place: int) -> tuple[int, int]:
    """The dictionary word of the question that holds a place."""
    start = 0
    for word in _dictionary().cut(question):
        if start <= place < start + len(word):
            return start, start + len(word)
        start += len(word)
    return place, place + 1


def _is_word(text: str) -> bool:
    return _dictionary().frequency(text) > 0


@cache
def _dictionary() -> Dictionary:
    return Dictionary(frozenset(), frozenset())
