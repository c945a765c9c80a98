"""Matching question to question: a corpus of frequent questions is searched by likeness.

There question words keep their weight (怎么 and 为什么 tell two entries apart) and no sentence has to
prove anything. Which corpus is one shows in its passages: short, and most of them ask.
"""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from knowledge.search.asking import plainly
from knowledge.search.ranking import Corpus, Scale, in_order, layer_scores
from knowledge.words import Lexicon

_LAYERS = (1.0, 0.5, 2.0)  # words, pairs, characters
_LIKENESS = 0.5
_SHORT = 40  # characters of a question, on average
_FEW = 10  # passages from which a corpus may be told to be questions
_ASKS = re.compile(
    "[?？]|吗|呢|什么|怎么|怎样|怎麽|咋|啥|哪|谁|何|多少|几[个年月天时点号岁米]|多[大久长高远]|是否|是不是|有没有|能不能|可不可以|能否|会不会|好不好|要不要|求"
)


def asks(text: str) -> bool:
    """Whether a passage is a question."""
    return len(text) <= 2 * _SHORT and _ASKS.search(text) is not None


def is_questions(corpus: Corpus, asking: int) -> bool:
    """Whether a corpus is one of questions, `asking` of its passages being some."""
    short = corpus.passages >= _FEW and corpus.average <= _SHORT
    return short and asking * 2 >= corpus.passages


def match(
    scaled: Scale, candidates: Iterable[tuple[int, str]], lexicon: Lexicon
) -> list[tuple[int, float]]:
    """Questions (id, text) with their likeness to a query in plain words, best first."""
    return in_order(
        (id, likeness(scaled, plainly(text.lower(), lexicon))) for id, text in candidates
    )


def likeness(scaled: Scale, text: str) -> float:
    """How like a question is to the query: BM25 of the layers and the order of characters."""
    layers, _, _ = layer_scores(scaled, text)
    by_terms = sum(weight * layer for weight, layer in zip(_LAYERS, layers, strict=True))
    return by_terms + _LIKENESS * fuzz.ratio(scaled.query.text, text) / 100
