"""Extraction: all extractors over one document, in order.

Each extractor stands in a module of its own; this one only introduces them to one another.
"""

from knowledge.facts.clauses import read_statements
from knowledge.facts.commitments import read_commitments
from knowledge.facts.header import read_header
from knowledge.facts.indicators import read_indicators
from knowledge.facts.outline import read_outline
from knowledge.facts.reconciliation import read_warnings
from knowledge.facts.sentences import read_sentences
from knowledge.facts.tables import promised
from knowledge.glossary import Document, Findings
from knowledge.words.lexicon import Lexicon


def extract(document: Document, lexicon: Lexicon) -> Findings:
    """Everything a document states; the same document always gives the same findings."""
    outline = read_outline(document)
    letter = read_header(outline)
    statements = read_statements(outline.parts("opening", "body", "closing"))
    commitments, doubts = read_commitments(outline, letter)
    promises = read_statements(promised(outline))
    findings = Findings(
        letter,
        outline.passages,
        read_sentences(statements),
        indicators=read_indicators((*statements, *promises), lexicon, letter.date),
        commitments=commitments,
    )
    return read_warnings(outline, findings, doubts)
