"""A corpus of any size from the shipped letters, and questions whose right passage is known.

Passages are two to four sentences of the letters drawn at random, with half of the words replaced
by other words of jieba's dictionary as common as those of real text, so that the vocabulary grows
as that of a real base does. What is measured on it compares engines; it does not foretell recall on
real questions.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.reading import read
from knowledge.words import Cutter, Lexicon, fold
from knowledge.words.sounds import homophones

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT / "knowledge" / "sources" / "letters", ROOT / "tests" / "letters")
_SENTENCE = re.compile(r"[^。；！？\n]{8,80}[。；！？]")
_CONTENT = re.compile("[\u4e00-\u9fff]{2,4}")
_REPLACED = 0.5  # share of words that are replaced
_SEED = 59


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the place of the passage it was made from."""

    text: str
    right: int


class Corpus:
    """Passages and questions about them; the same size always gives the same corpus."""

    def __init__(self, size: int) -> None:
        self._random = random.Random(_SEED)
        self._cutter = Cutter(Lexicon.load()).load()
        self._sentences = [self._cut(sentence) for sentence in _sentences()]
        self._others = self._common_words()
        self.passages = [self._passage() for _ in range(size)]

    def questions(self, count: int, slip: bool = False) -> list[Asked]:
        """Questions from sentences: half the words dropped, the order of the others kept.

        With `slip` one character is replaced by one that sounds the same.
        """
        asked = []
        while len(asked) < count:
            right = self._random.randrange(len(self.passages))
            sentence = self._random.choice(_SENTENCE.findall(self.passages[right]) or [""])
            words = [word for word in self._cut(sentence) if _CONTENT.fullmatch(word)]
            if len(words) < 6:
                continue
            kept = sorted(self._random.sample(range(len(words)), len(words) // 2))
            text = "".join(words[at] for at in kept)
            asked.append(Asked(misspelt(text, self._random) if slip else text, right))
        return asked

    def _passage(self) -> str:
        drawn = self._random.choices(self._sentences, k=self._random.randint(2, 4))
        return "".join(self._varied(word) for sentence in drawn for word in sentence)

    def _varied(self, word: str) -> str:
        if not _CONTENT.fullmatch(word) or self._random.random() > _REPLACED:
            return word
        return self._others[int(200 * self._random.paretovariate(0.6)) % len(self._others)]

    def _cut(self, sentence: str) -> list[str]:
        return [word for word, _, _ in self._cutter.cut(sentence)]

    def _common_words(self) -> Sequence[str]:
        """Words of two to four characters, the commonest first, without those of the letters' own."""
        counts = self._cutter.dictionary.tokenizer.FREQ
        words = [word for word, count in counts.items() if count > 2 and _CONTENT.fullmatch(word)]
        return sorted(words, key=lambda word: (-counts[word], word))


def misspelt(text: str, chance: random.Random) -> str:
    """A text with one character replaced by one that sounds the same."""
    at = chance.randrange(len(text))
    others = homophones(text[at])
    return text[:at] + chance.choice(others) + text[at + 1 :] if others else text


def _sentences() -> list[str]:
    """The sentences of the letters, each once."""
    found: dict[str, None] = {}
    for path in sorted(file for folder in FOLDERS for file in folder.glob("*.txt")):
        found.update(dict.fromkeys(_SENTENCE.findall(fold(read(path).text).text)))
    return list(found)
