"""Parses HTML as the Bot API does: few tags, four named entities, everything else is refused."""

import re
from dataclasses import dataclass, field
from typing import Any

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ENTITY = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|[a-zA-Z]+);?")
TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)(>?)")


class BadMarkup(Exception):
    """What the server says behind "can't parse entities: "."""


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class _Parser:
    source: str
    place: int = 0
    plain: str = ""
    open: list[tuple[str, int, str]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def run(self) -> tuple[str, list[dict[str, Any]]]:
        while self.place < len(self.source):
            character = self.source[self.place]
            if character == "<":
                self._tag()
            elif character == "&":
                self._entity()
            else:
                self.plain += character
                self.place += 1
        if self.open:
            raise BadMarkup(f'can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        return self.plain, sorted(self.entities, key=lambda e: e["offset"])

    def _tag(self) -> None:
        found = TAG.match(self.source, self.place)
        assert found
        closing, name, rest, end = found.groups()
        offset = len(self.source[: self.place].encode())
        if closing:
            self._close(name, offset)
        elif name.lower() not in TAGS:
            raise BadMarkup(f'unsupported start tag "{name}" at byte offset {offset}')
        elif not end:
            raise BadMarkup(f'unclosed start tag "{name}" at byte offset {offset}')
        else:
            self.open.append((name.lower(), len(self.plain), rest))
        self.place = found.end()

    def _close(self, name: str, offset: int) -> None:
        if not self.open:
            raise BadMarkup(f"unexpected end tag at byte offset {offset}")
        opened, start, _ = self.open.pop()
        if name and name.lower() != opened:
            raise BadMarkup(
                f'unmatched end tag at byte offset {offset}, expected "</{opened}>", found "</{name}>"'
            )
        length = units(self.plain[start:])
        if length:
            kind = {"type": TAGS[opened], "offset": units(self.plain[:start]), "length": length}
            self.entities.append(kind)

    def _entity(self) -> None:
        found = ENTITY.match(self.source, self.place)
        meaning = _meaning(found.group(1)) if found else None
        if found is None or meaning is None:  # shown as it stands
            self.plain += "&"
            self.place += 1
        else:
            self.plain += meaning
            self.place = found.end()


def _meaning(name: str) -> str | None:
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    if name.startswith("#"):
        return chr(int(name[1:]))
    return ENTITIES.get(name)


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Plain text and entities. Raises BadMarkup."""
    return _Parser(source).run()
