"""A letter's stored text as HTML paragraphs, with passages to jump to and one quote marked."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from knowledge import Passage, Span


def letter_html(text: str, passages: Sequence[Passage], quote: Span | None = None) -> Markup:
    """Paragraphs with ids; the quote in <mark>, also where it crosses paragraphs.

    ("甲。\\n乙。", (), Span(3, 5)) -> "<p>甲。</p>\\n<p><mark id="quote">乙。</mark></p>"
    """
    starts = {passage.span.start: passage.code for passage in passages}
    shown: list[Markup] = []
    marked = False
    for line in _lines(text):
        if not line.of(text).strip():
            continue
        code = next((starts[at] for at in range(line.start, line.end + 1) if at in starts), None)
        inside, marked = _inside(text, line, quote, marked)
        name = Markup(' id="p-{}"').format(code) if code else Markup("")
        shown.append(Markup("<p{}>{}</p>").format(name, inside))
    return Markup("\n").join(shown)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1


def _inside(text: str, line: Span, quote: Span | None, marked: bool) -> tuple[Markup, bool]:
    """The words of a line, the part that is quoted marked; the first mark carries the id."""
    start = max(line.start, quote.start) if quote else line.end
    end = min(line.end, quote.end) if quote else line.end
    if start >= end:
        return escape(line.of(text).strip("\r")), marked
    name = Markup("") if marked else Markup(' id="quote"')
    parts = text[line.start : start], text[start:end], text[end : line.end]
    return Markup("{}<mark{}>{}</mark>{}").format(parts[0], name, parts[1], parts[2]), True
