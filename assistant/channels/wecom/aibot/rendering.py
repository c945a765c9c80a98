"""A Reply in an AI bot's terms: Markdown of at most 20480 bytes, pictures with it, a card."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.channels.wecom.cards import button_card
from assistant.channels.wecom.markup import escaped_with_headline
from assistant.glossary import Attachment, Reply
from assistant.inbox import REPEATED, Occasion
from assistant.splitting import printable, split, utf8_bytes

Json = dict[str, Any]

CONTENT_BYTES = 20480
# Escaping can double a text; what is left over is for the word that it is sent again.
TEXT_BYTES = CONTENT_BYTES // 2 - utf8_bytes(f"\n\n{REPEATED}")
IMAGE_BYTES = 10 * 2**20
IMAGES = ("image/png", "image/jpeg")
MOST_IMAGES = 10


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message on its way out: Markdown, a file, or a card."""

    markdown: str = ""
    file: Attachment | None = None
    card: Json | None = None

    @property
    def is_image(self) -> bool:
        """Whether it is shown as a picture."""
        file = self.file
        return file is not None and file.media in IMAGES and len(file.content) <= IMAGE_BYTES


def render(reply: Reply, handles: Sequence[str], occasion: Occasion) -> list[Parcel]:
    """The messages that show the reply, in order; the card with the buttons comes last."""
    texts = split(printable(reply.text), TEXT_BYTES, utf8_bytes)
    if not texts and not reply.files:
        texts = ["（没有内容）"]
    parcels = [
        Parcel(escaped_with_headline(text, reply.headline if place == 0 else ""))
        for place, text in enumerate(texts)
    ]
    for file in reply.files:
        captions = split(printable(file.caption), TEXT_BYTES, utf8_bytes)
        parcels += [Parcel(escaped_with_headline(words, "")) for words in captions]
        parcels.append(Parcel(file=file))
    if reply.suggestions:
        title = reply.headline if occasion.key else ""
        parcels.append(Parcel(card=button_card(reply.suggestions, handles, title, occasion.key)))
    return parcels


def repeated(parcel: Parcel) -> Parcel:
    """Marked as sent again."""
    if not parcel.markdown:
        return parcel
    return replace(parcel, markdown=f"{parcel.markdown}\n\n{REPEATED}")


def pushed(chat: str, parcel: Parcel) -> Json:
    """The body of aibot_send_msg; a file is uploaded before (`media_body`)."""
    if parcel.card is not None:
        return {"chatid": chat, "msgtype": "template_card", "template_card": parcel.card}
    return {"chatid": chat, "msgtype": "markdown", "markdown": {"content": parcel.markdown}}


def media_body(chat: str, kind: str, media_id: str) -> Json:
    """The same for an uploaded file."""
    return {"chatid": chat, "msgtype": kind, kind: {"media_id": media_id}}


def streamed(parcels: Sequence[Parcel]) -> tuple[str, list[Json], Json | None, list[Parcel]]:
    """What one streamed answer takes: words, pictures, the card; and the parcels left over."""
    words, pictures, card, rest = "", list[Json](), None, list[Parcel]()
    for parcel in parcels:
        joined = f"{words}\n\n{parcel.markdown}" if words else parcel.markdown
        if rest:
            rest.append(parcel)  # in order
        elif parcel.is_image and len(pictures) < MOST_IMAGES:
            pictures.append(_picture(parcel.file))
        elif parcel.card is not None:
            card = parcel.card
        elif parcel.markdown and utf8_bytes(joined) <= CONTENT_BYTES:
            words = joined
        else:
            rest.append(parcel)
    return words, pictures, card, rest


def stream_body(stream: str, words: str, *, finish: bool) -> Json:
    """One frame; it replaces the whole text shown so far."""
    return {"msgtype": "stream", "stream": {"id": stream, "finish": finish, "content": words}}


def last_body(stream: str, words: str, pictures: list[Json], card: Json | None) -> Json:
    """The last frame, with pictures and the card."""
    body = stream_body(stream, words, finish=True)
    if pictures:
        body["stream"]["msg_item"] = pictures
    if card is not None:
        body |= {"msgtype": "stream_with_template_card", "template_card": card}
    return body


def greyed(task: str, words: str) -> Json:
    """The card after the click: what was chosen, and no buttons any more."""
    card = {
        "card_type": "text_notice",
        "main_title": {"title": words},
        "card_action": {"type": 0},
        "task_id": task,
    }
    return {"response_type": "update_template_card", "template_card": card}


def _picture(file: Attachment | None) -> Json:
    assert file is not None
    encoded = base64.b64encode(file.content).decode()
    digest = hashlib.md5(file.content, usedforsecurity=False).hexdigest()
    return {"msgtype": "image", "image": {"base64": encoded, "md5": digest}}
