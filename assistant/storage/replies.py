"""A reply as JSON and back, for whoever has to keep one until it can be shown.

Files are not kept: no reminder has any.
"""

from typing import Any

from assistant.glossary import Choice, Reply
from knowledge import Citation


def frozen(reply: Reply) -> dict[str, Any]:
    """A reply as JSON."""
    return {
        "kind": reply.kind,
        "headline": reply.headline,
        "text": reply.text,
        "evidence": reply.evidence,
        "suggestions": [[choice.label, choice.says] for choice in reply.suggestions],
        "citations": [
            [one.code, one.letter, one.section, one.quote, one.start, one.end, one.letter_id]
            for one in reply.citations
        ],
    }


def thawed(body: dict[str, Any]) -> Reply:
    """The reply again."""
    return Reply(
        body["kind"],
        body["headline"],
        body["text"],
        tuple(Citation(*fields) for fields in body["citations"]),
        tuple(Choice(*fields) for fields in body["suggestions"]),
        evidence=body["evidence"],
    )
