"""Chinese text -> words: folding, numerals, our own dictionary, sounds, names almost right."""

from knowledge.words.folding import Folded, fold
from knowledge.words.numerals import find_numbers, parse_number, to_chinese

__all__ = ["Folded", "find_numbers", "fold", "parse_number", "to_chinese"]
