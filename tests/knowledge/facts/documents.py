"""Documents for the tests of facts: a letter or a few sentences, as the readers hand them over."""

from datetime import date
from pathlib import Path

from knowledge.facts.clauses import Statement, read_statements
from knowledge.facts.indicators import read_indicators
from knowledge.facts.outline import Prose
from knowledge.facts.passages import read_outline
from knowledge.facts.tables import promised
from knowledge.glossary import Document, Indicator, Paragraph, Passage, Span
from knowledge.words.folding import fold
from knowledge.words.lexicon import Lexicon

SOURCES = Path(__file__).parents[3] / "knowledge" / "sources" / "letters"
LETTER_DATE = date(2022, 6, 6)


def document_of(path: Path) -> Document:
    """A text file as a document, a paragraph a line."""
    text = path.read_text(encoding="utf-8")
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    return Document(path.name, text, tuple(blocks), "")


def letter_59() -> Document:
    return document_of(SOURCES / "letter-59.txt")


def statements_of(document: Document) -> tuple[Statement, ...]:
    """The statements of a letter's prose and of what its table promises."""
    outline = read_outline(document)
    return (*read_statements(outline.parts("body")), *read_statements(promised(outline)))


def said(text: str, *headings: str) -> tuple[Statement, ...]:
    """The statements of a passage of its own: said("新增3家。")."""
    passage = Passage("1-1-1", "一", headings, Span(0, len(text)))
    return read_statements([Prose(fold(text), passage, "body")])


def figures_of(text: str, lexicon: Lexicon, *headings: str) -> list[Indicator]:
    """The indicators of a few sentences in a letter of 2022-06-06."""
    return list(read_indicators(said(text, *headings), lexicon, LETTER_DATE))
