"""Sentences: what an answer may quote as it stands."""

from collections.abc import Iterable

from knowledge.facts.clauses import Statement
from knowledge.glossary import Place, Sentence


def read_sentences(statements: Iterable[Statement]) -> tuple[Sentence, ...]:
    """Every statement as a Sentence; its words are folded, its place is in the document."""
    return tuple(
        Sentence(
            statement.text.strip(),
            Place(
                statement.prose.passage.code,
                statement.prose.passage.section,
                statement.span,
                statement.span,
            ),
        )
        for statement in statements
    )
