"""Sentences an answer may quote."""

from knowledge.facts.clauses import read_statements
from knowledge.facts.passages import read_outline
from knowledge.facts.sentences import read_sentences
from tests.knowledge.facts.documents import letter_59


def test_every_sentence_of_the_body_can_be_quoted_with_its_section() -> None:
    document = letter_59()
    sentences = read_sentences(read_statements(read_outline(document).parts("body")))

    assert len(sentences) == 39
    assert {s.place.section for s in sentences} >= {"一（一）", "二（三）", "三"}
    assert all(s.place.quote.of(document.text).strip() for s in sentences)
