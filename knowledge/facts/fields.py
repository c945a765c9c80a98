"""Fields: a value of the head or foot with the place it was read from."""

from collections.abc import Iterable

from knowledge.facts.lines import printed
from knowledge.facts.outline import Outline, Prose
from knowledge.glossary import LetterField, Span


def field(
    outline: Outline, prose: Prose, name: str, at: tuple[int, int], value: str = ""
) -> LetterField:
    """A field whose value is the printed words at `at`, unless `value` says it better."""
    own = prose.span(*at)
    return LetterField(
        name,
        value or printed(outline.document, own),
        prose.place(own, line_around(prose, *at), own),
    )


def unique(fields: Iterable[LetterField]) -> tuple[LetterField, ...]:
    """The fields without those that say the same thing again."""
    seen: dict[tuple[str, str], LetterField] = {}
    for found in fields:
        seen.setdefault((found.name, found.value), found)
    return tuple(seen.values())


def line_around(prose: Prose, start: int, end: int) -> Span:
    """The whole line of a foot or head that [start, end) stands in."""
    left = prose.text.rfind("\n", 0, start) + 1
    right = prose.text.find("\n", end)
    return prose.span(left, right if right >= 0 else len(prose.text))
