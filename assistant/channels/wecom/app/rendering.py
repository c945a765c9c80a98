"""A Reply in the terms of message/send: texts of at most 2048 bytes, files, a card with buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.channels.wecom.cards import Json, button_card
from assistant.channels.wecom.markup import marked
from assistant.glossary import Attachment, Reply
from assistant.inbox import REPEATED, Occasion
from assistant.splitting import printable, split, utf8_bytes

# What is longer is cut without a word. The rest is room for a word that a message is sent again.
TEXT_BYTES = 2048 - utf8_bytes(f"\n\n{REPEATED}")
IMAGE_BYTES = 10 * 2**20
FILE_BYTES = 20 * 2**20
LEAST_BYTES = 6  # media/upload wants more than five
IMAGES = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message on its way out: a text (`markdown` the same with markup), a file or a card.

    With a `key` every try is the same to the byte and the platform shows it once.
    """

    text: str = ""
    markdown: str = ""
    file: Attachment | None = None
    card: Json | None = None
    key: str = ""

    @property
    def is_image(self) -> bool:
        """Whether WeCom shows it as a picture, not as a file."""
        file = self.file
        return file is not None and file.media in IMAGES and len(file.content) <= IMAGE_BYTES


def render(
    reply: Reply, handles: Sequence[str], occasion: Occasion, *, markdown: bool = False
) -> list[Parcel]:
    """The messages that show the reply, in order; the card with the buttons comes last."""
    texts = split(printable(reply.text), TEXT_BYTES, utf8_bytes)
    if not texts and not reply.files:
        texts = ["（没有内容）"]
    parcels = [
        Parcel(text, _markdown(text, reply.headline if place == 0 else "") if markdown else "")
        for place, text in enumerate(texts)
    ]
    for file in reply.files:
        parcels += _file_parcels(file)
    if reply.suggestions:
        title = reply.headline if occasion.key else ""
        card = button_card(reply.suggestions, handles, title, occasion.key)
        parcels.append(Parcel(card=card))
    return [replace(parcel, key=occasion.key) for parcel in parcels]


def _markdown(text: str, headline: str) -> str:
    found = marked(text, headline)
    return found if utf8_bytes(found) <= TEXT_BYTES else ""


def _file_parcels(file: Attachment) -> list[Parcel]:
    size = len(file.content)
    if not LEAST_BYTES <= size <= FILE_BYTES:
        why = "太大，发不了（上限 20 MB）" if size > FILE_BYTES else "是空的"
        return [Parcel(f"文件“{printable(file.name)}”{why}。")]
    captions = split(printable(file.caption), TEXT_BYTES, utf8_bytes)
    return [*map(Parcel, captions), Parcel(file=file)]
