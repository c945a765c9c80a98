"""Codes: the name that all passages and commitments of a letter begin with, free in the library."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from knowledge.glossary import Commitment, Findings


def code_head(found: Findings) -> str:
    """The part of its codes that names the letter: "59" of "59-1.2-3"."""
    return found.passages[0].code.split("-")[0] if found.passages else "x"


def recoded(found: Findings, code: str) -> Findings:
    """The same findings with every code beginning with `code`."""
    old = code_head(found)
    if old == code:
        return found

    def new(words: str) -> str:
        return code + words[len(old) :]

    def moved(fact: Any) -> Any:
        changed = {"place": replace(fact.place, code=new(fact.place.code))} if fact.place else {}
        if isinstance(fact, Commitment):
            changed["key"] = new(fact.key)
        return replace(fact, **changed)

    def all_moved(some: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(moved(fact) for fact in some)

    letter = replace(
        found.letter,
        fields=all_moved(found.letter.fields),
        contact=moved(found.letter.contact),
    )
    return replace(
        found,
        letter=letter,
        passages=tuple(replace(p, code=new(p.code)) for p in found.passages),
        sentences=all_moved(found.sentences),
        indicators=all_moved(found.indicators),
        listings=all_moved(found.listings),
        recognitions=all_moved(found.recognitions),
        actions=all_moved(found.actions),
        commitments=all_moved(found.commitments),
    )
