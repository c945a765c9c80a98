"""Extraction: all extractors over one document, in order.

Each extractor stands in a module of its own; this one only introduces them to one another.
"""

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.facts.actions import read_actions
from knowledge.facts.clauses import read_statements
from knowledge.facts.commitments import read_commitments
from knowledge.facts.header import read_header
from knowledge.facts.indicator_tables import read_indicator_tables
from knowledge.facts.indicators import read_indicators
from knowledge.facts.listings import read_listings
from knowledge.facts.passages import read_outline
from knowledge.facts.recognitions import read_recognitions
from knowledge.facts.reconciliation import read_warnings
from knowledge.facts.renaming import renamed
from knowledge.facts.sentences import read_sentences
from knowledge.facts.tables import promised
from knowledge.facts.unread import unread_columns
from knowledge.glossary import Document, Findings
from knowledge.words.lexicon import Lexicon

NOTHING: Mapping[str, str] = MappingProxyType({})


def extract(document: Document, lexicon: Lexicon, columns: Mapping[str, str] = NOTHING) -> Findings:
    """Everything a document states; the same document always gives the same findings.

    `columns` are names of columns and what a person said they mean.
    """
    outline = renamed(read_outline(document), columns)
    letter = read_header(outline)
    body = read_statements(outline.parts("opening", "body"))
    polite = read_statements(outline.parts("closing"))
    targets = read_statements(promised(outline))
    indicators = (
        *read_indicators((*body, *targets), lexicon, letter.date),
        *read_indicator_tables(outline),
    )
    listings = read_listings(body, indicators, lexicon, letter.date)
    commitments, doubts = read_commitments(outline, letter)
    findings = Findings(
        letter=letter,
        passages=outline.passages,
        sentences=read_sentences((*body, *polite)),
        indicators=indicators,
        listings=listings,
        recognitions=read_recognitions(body, listings, indicators, lexicon, letter.date),
        actions=read_actions(body, lexicon),
        commitments=commitments,
    )
    return read_warnings(outline, findings, (*doubts, *unread_columns(outline)))
