"""Standing in: terms that are looked for in place of others of a question.

A pair of characters that the corpus never holds is taken for a slip: pairs of the same sound, or
the pair turned round, stand in for it. That costs nothing where a question is spelt well. A word
has its synonyms beside it.
"""

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from knowledge.search.query import Frequencies, Query, Weights
from knowledge.search.terms import PAIRS, WORDS, is_chinese
from knowledge.words.numerals import parse_number, to_chinese
from knowledge.words.sounds import homophones

STAND_IN = 0.8  # weight of a pair, and of the word it is, that stands in for an unseen one
SYNONYM = 0.5  # weight of a word that means nearly the same
_SLIPS = 40  # unseen pairs that are taken for slips; a text with more is none a person mistyped
_STAND_INS = 6  # pairs that may stand in for one

_LONG_NUMBER = 5  # digits; nobody writes out longer ones
_NUMERAL = re.compile("[一二两三四五六七八九十百千零〇]+")

Known = Mapping[str, Mapping[str, int]]  # layer -> term -> in how many passages it stands


def with_stand_ins(
    query: Query, known: Known, frequencies: Frequencies, synonyms: Mapping[str, Iterable[str]]
) -> tuple[Query, Known]:
    """The query with terms that stand in for its own, and the frequencies of both.

    东菜 -> 冬菜 where the corpus never holds 东菜; 小孩 -> 孩子 儿童 by their meaning.
    """
    pairs = _pairs(query, known[PAIRS], frequencies)
    words = dict.fromkeys(_synonyms(query.weights[WORDS], synonyms), SYNONYM)
    words |= dict.fromkeys(_other_numerals(query.weights[WORDS]), STAND_IN)
    words |= dict.fromkeys(pairs, STAND_IN)
    stand_ins = {WORDS: words, PAIRS: pairs}
    for layer, weights in stand_ins.items():
        if weights:
            known = {**known, layer: {**known[layer], **frequencies(layer, list(weights))}}
    held = {
        layer: {
            term: weight
            for term, weight in weights.items()
            if known[layer].get(term) and term not in query.weights[layer]
        }
        for layer, weights in stand_ins.items()
    }
    return replace(query, stand_ins=held), known


def _synonyms(words: Weights, synonyms: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for word, weight in words.items():
        if weight == 1.0:
            yield from (other for other in synonyms.get(word, ()) if other not in words)


def _other_numerals(words: Weights) -> Iterator[str]:
    """Numbers written the other way: 第五十九号 -> 59, 第59号 -> 五十九."""
    for word in words:
        if word.isascii() and word.isdigit():
            yield to_chinese(int(word)) if len(word) < _LONG_NUMBER else word
        elif len(word) > 1 and _NUMERAL.fullmatch(word):
            yield str(parse_number(word) or word)


def _pairs(query: Query, known: Mapping[str, int], frequencies: Frequencies) -> Weights:
    """Pairs of the corpus for those of the query that it never holds."""
    unseen = [
        pair
        for pair, weight in query.weights[PAIRS].items()
        if weight == 1.0 and len(pair) == 2 and is_chinese(pair) and not known.get(pair)
    ]
    del unseen[_SLIPS:]
    stand_ins: Weights = {}
    likely = (*map(_sounding_like, unseen), *_turned_round(query.text, unseen))
    for options in dict.fromkeys(likely):
        held = frequencies(PAIRS, options)
        best = sorted((option for option in options if held.get(option)), key=lambda o: -held[o])
        for option in best[:_STAND_INS]:
            if option not in query.weights[PAIRS]:
                stand_ins.setdefault(option, STAND_IN)
    return stand_ins


@functools.lru_cache(maxsize=2048)
def _sounding_like(pair: str) -> tuple[str, ...]:
    """Pairs with one character replaced by another of its sound."""
    first, second = pair[0], pair[1]
    options = [char + second for char in homophones(first)]
    return (*options, *(first + char for char in homophones(second)))


def _turned_round(text: str, unseen: Collection[str]) -> Iterator[tuple[str, ...]]:
    """An unseen pair turned round, with the pairs that this makes of its neighbours.

    知品名牌 -> 名品, 知名, 品牌: the swap of two characters damages three pairs.
    """
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if pair in unseen:
            before, after = text[at - 1 : at] if at else "", text[at + 2 : at + 3]
            made = (pair[::-1], before + pair[1], pair[0] + after)
            yield tuple(option for option in made if len(option) == 2)
