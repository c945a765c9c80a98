"""Chinese text -> words: folding, numerals, our own dictionary, sounds, names almost right."""

from knowledge.words.cutting import Cutter
from knowledge.words.doubts import Doubt, Doubts
from knowledge.words.entries import DepartmentWords, Measure, Qualifier
from knowledge.words.folding import Folded, fold
from knowledge.words.lexicon import Lexicon
from knowledge.words.names import Corrected, NameBook
from knowledge.words.numerals import find_numbers, parse_number, to_chinese
from knowledge.words.patterns import compiled, patterns

__all__ = [
    "Corrected",
    "Cutter",
    "DepartmentWords",
    "Doubt",
    "Doubts",
    "Folded",
    "Lexicon",
    "Measure",
    "NameBook",
    "Qualifier",
    "compiled",
    "find_numbers",
    "fold",
    "parse_number",
    "patterns",
    "to_chinese",
]
