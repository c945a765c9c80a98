"""Ranking: the best few candidates sorted by what their sentences say to the question.

A linear score over features that need only the candidate's text and how rare the terms are, so that
any engine may bring the candidates. The weights are a pairwise logistic regression on public
reading sets; what a text loses for another place or document number is set by hand.
"""

import heapq
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.search.query import Query, rarity
from knowledge.search.terms import LAYERS

K1, B = 0.8, 0.6  # BM25: how soon repetition stops counting, how much length counts
_SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;\n]*")
_LONG = 60  # characters from which a sentence's evidence is spread thin
# Weight of each feature, in the order in which `_features` returns them.
WEIGHTS = {
    "words": 2.618,
    "pairs": 2.336,
    "characters": 4.603,
    "sentence_words": 1.272,
    "sentence_pairs": 1.527,
    "neighbour_pairs": 3.605,
    "sentence_both": 2.321,
    "run": 2.919,
    "likeness": 5.299,
    "asked": 0.747,
}
CONFLICT = 2.0  # what a text of another place or document number loses: a weak feature's worth
_ORDER = tuple(WEIGHTS.values())

_CHARACTERS = 0.4  # what single characters count beside words and pairs at the first look

Piece = tuple[int, str]  # id of the passage it belongs to, text
Rare = list[tuple[str, float]]  # terms with weight times rarity


@dataclass(frozen=True, slots=True)
class Corpus:
    """语料: how many passages there are and how many characters each has on average."""

    passages: int
    average: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A query ready to be held against texts: its terms with how much each says."""

    query: Query
    words: Rare
    pairs: Rare
    characters: Rare
    corpus: Corpus
    sums: tuple[float, float, float]


def scale(query: Query, frequencies: Mapping[str, Mapping[str, int]], corpus: Corpus) -> Scale:
    """A query with the rarity of its terms; stand-ins count among them, but not in their sums."""

    def rare(layer: str, weights: Mapping[str, float]) -> Rare:
        known = frequencies[layer]
        return [
            (term, weight * rarity(corpus.passages, known.get(term, 0)))
            for term, weight in weights.items()
        ]

    own = {layer: rare(layer, query.weights[layer]) for layer in LAYERS}
    words, pairs, characters = (
        own[layer] + rare(layer, query.stand_ins.get(layer, {})) for layer in LAYERS
    )
    sums = [sum(value for _, value in own[layer]) or 1.0 for layer in LAYERS]
    return Scale(query, words, pairs, characters, corpus, (sums[0], sums[1], sums[2]))


def promising(scaled: Scale, pieces: Iterable[Piece], limit: int) -> list[Piece]:
    """The pieces (passage, text) worth ranking: a quick look whether each term is there at all."""
    words, pairs, characters = scaled.sums
    worth: defaultdict[str, float] = defaultdict(float)
    for terms, share in (
        (scaled.words, 1 / words),
        (scaled.pairs, 1 / pairs),
        (scaled.characters, _CHARACTERS / characters),
    ):
        for term, value in terms:
            worth[term] += value * share

    def look(piece: Piece) -> float:
        text = piece[1].lower()
        found = sum(value for term, value in worth.items() if term in text)
        return found / (1 + K1 * (1 - B + B * len(text) / scaled.corpus.average))

    return heapq.nlargest(limit, pieces, key=look)


def rank(scaled: Scale, candidates: Iterable[tuple[int, str]]) -> list[tuple[int, float]]:
    """Candidates (id, text) with their scores, best first; of equal ones the lower id."""
    return in_order((id, score(scaled, text)) for id, text in candidates)


def in_order(scored: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    """(id, score) best first; of equal ones the lower id, whichever engine brought them."""
    return sorted(scored, key=lambda pair: (-pair[1], pair[0]))


def score(scaled: Scale, text: str) -> float:
    """How well a text answers a query."""
    text = text.lower()
    features = _features(scaled, text)
    total = sum(weight * feature for weight, feature in zip(_ORDER, features, strict=True))
    return total - CONFLICT * scaled.query.particulars.conflicts(text)


def layer_scores(scaled: Scale, text: str) -> tuple[tuple[float, float, float], Rare, Rare]:
    """BM25 of the three layers, each as a share of the most there is, and the words and pairs met."""
    norm = K1 * (1 - B + B * len(text) / scaled.corpus.average)
    words, met_words = _bm25(scaled.words, text, norm)
    pairs, met_pairs = _bm25(scaled.pairs, text, norm)
    characters, _ = _bm25(scaled.characters, text, norm)
    sums = scaled.sums
    return (words / sums[0], pairs / sums[1], characters / sums[2]), met_words, met_pairs


def _bm25(terms: Rare, text: str, norm: float) -> tuple[float, Rare]:
    total, met = 0.0, []
    for term, value in terms:
        count = text.count(term)
        if count:
            total += value * count * (K1 + 1) / (count + norm)
            met.append((term, value))
    return total, met


def _features(scaled: Scale, text: str) -> tuple[float, ...]:
    layers, words, pairs = layer_scores(scaled, text)
    sentences = _SENTENCE.findall(text) or [text]
    evidence = _Evidence(scaled.sums)
    for at, sentence in enumerate(sentences):
        evidence.weigh(at, sentence, words, pairs)
    best = "".join(sentences[evidence.at : evidence.at + 2])
    query = scaled.query
    bare = query.bare.replace(" ", "") or query.text
    asked = 0.5 if query.asked is None else float(query.asked.search(best) is not None)
    return (
        *layers,
        evidence.words,
        evidence.pairs,
        evidence.neighbours,
        evidence.both,
        longest_run(query.bare, text) / max(1, len(bare)),
        fuzz.partial_ratio(bare, best) / 100,
        asked,
    )


class _Evidence:
    """What the best sentence, or two neighbours, say to a query; `at` is the best one's place."""

    def __init__(self, sums: tuple[float, float, float]) -> None:
        self._sums = sums
        self._last: Rare = []
        self.words = self.pairs = self.neighbours = 0.0
        self.both = -1.0
        self.at = 0

    def weigh(self, at: int, sentence: str, words: Rare, pairs: Rare) -> None:
        """Takes one more sentence into account."""
        met = [(term, value) for term, value in pairs if term in sentence]
        by_words = sum(value for term, value in words if term in sentence) / self._sums[0]
        by_pairs = sum(value for _, value in met) / self._sums[1]
        again = {term for term, _ in met}
        beside = sum(value for term, value in self._last if term not in again) / self._sums[1]
        both = (by_words + by_pairs) / 2 / (1 + max(0, len(sentence) - _LONG) / 200)
        if both > self.both:
            self.both, self.at = both, at
        self.words, self.pairs = max(self.words, by_words), max(self.pairs, by_pairs)
        self.neighbours = max(self.neighbours, by_pairs + beside)
        self._last = met


def longest_run(query: str, text: str) -> int:
    """How many characters in a row a text shares with a query; blanks of the query divide it."""
    best = at = 0
    while at + best < len(query):
        piece = query[at : at + best + 1]
        if " " not in piece and piece in text:
            best += 1
        else:
            at += 1
    return best
