"""A Reply in Telegram's terms: messages of at most 4096 units, escaped, split before marked up."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.glossary import Attachment, Reply
from assistant.splitting import printable, shorten, split, utf16_units
from knowledge import Citation

# 4096 is the server's limit; the rest is room for a word that a message is sent again.
TEXT_UNITS = 4096 - 20
CAPTION_UNITS = 1024
LABEL_UNITS = 60  # more is not shown on a phone
# A bold paragraph shouts; what is longer is no headline.
HEADLINE_LENGTH = 120
PHOTO_BYTES = 10 * 1024 * 1024
PHOTOS = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message on its way out: `text` as read, `html` the same with markup, or a file."""

    text: str = ""
    html: str = ""
    buttons: tuple[tuple[str, str], ...] = ()  # label, handle
    file: Attachment | None = None
    answers: int = 0  # the message it replies to

    @property
    def is_photo(self) -> bool:
        """Whether Telegram shows it as a picture, not as a file."""
        file = self.file
        return file is not None and file.media in PHOTOS and len(file.content) <= PHOTO_BYTES


def render(reply: Reply, handles: Sequence[str] = (), answers: int = 0) -> list[Parcel]:
    """The messages that show the reply, in order; the buttons stand under the last text."""
    texts = split(printable(reply.text), TEXT_UNITS, utf16_units)
    if not texts and not reply.files:
        texts = ["（没有内容）"]
    buttons = _buttons(reply, handles)
    last = len(texts) - 1
    parcels = [
        Parcel(
            text=text,
            html=marked(text, reply.headline if place == 0 else "", reply.citations),
            buttons=buttons if place == last else (),
            answers=answers if place == 0 else 0,
        )
        for place, text in enumerate(texts)
    ]
    return parcels + [_file_parcel(file) for file in reply.files]


def marked(text: str, headline: str, citations: Sequence[Citation]) -> str:
    """HTML of one message: the headline bold, the codes of passages so that a touch copies them."""
    codes = sorted(
        {citation.code for citation in citations if citation.code}, key=len, reverse=True
    )
    if headline and len(headline) <= HEADLINE_LENGTH and text.startswith(headline):
        rest = text[len(headline) :]
        return f"<b>{_escape(headline)}</b>{_with_codes(rest, codes)}"
    return _with_codes(text, codes)


def _with_codes(text: str, codes: Sequence[str]) -> str:
    if not codes:
        return _escape(text)
    parts = re.split("(" + "|".join(map(re.escape, codes)) + r")(?![\w.-])", text)
    return "".join(
        f"<code>{_escape(part)}</code>" if place % 2 else _escape(part)
        for place, part in enumerate(parts)
    )


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


def _buttons(reply: Reply, handles: Sequence[str]) -> tuple[tuple[str, str], ...]:
    labels = [shorten(choice.label, LABEL_UNITS, utf16_units) for choice in reply.suggestions]
    return tuple(zip(labels, handles, strict=False))


def _file_parcel(file: Attachment) -> Parcel:
    caption = shorten(printable(file.caption), CAPTION_UNITS, utf16_units)
    return Parcel(text=caption, html=_escape(caption), file=file)
