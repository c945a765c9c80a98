"""What an AI bot's callback says to us: who, where, which words, which button. Both modes alike."""

import re
from dataclasses import dataclass
from typing import Any

from assistant.channels.wecom.cards import pressed
from assistant.channels.wecom.envelope import Forged
from assistant.glossary import Address

CHANNEL = "wecom_aibot"
FILES = ("file", "image")
KINDS = {"image": "photo", "video": "voice", "file": "file"}
# In a group the bot only hears what begins by naming it; names hold no blanks.
MENTION = re.compile(r"^\s*@\S+\s*")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said; `handle` is that of a pressed card button with the label `text`, `task`
    names its card.
    """

    address: Address
    text: str = ""
    kind: str = "text"
    handle: str = ""
    task: str = ""
    url: str = ""  # of a file or picture, good for five minutes
    aes_key: str = ""


def address_of(body: Json) -> Address:
    """The chat. Raises Forged where nobody speaks."""
    person = str(_part(body, "from").get("userid") or "")
    if not person:
        raise Forged("nobody speaks")
    if body.get("chattype") == "group" and body.get("chatid"):
        return Address(CHANNEL, str(body["chatid"]), person, group=True)
    return Address(CHANNEL, person, person)


def key_of(body: Json) -> str:
    """Names the callback for good."""
    if not body.get("msgid"):
        raise Forged("no msgid")
    return f"{body.get('aibotid', '')}:{body['msgid']}"


def event_of(body: Json) -> str:
    """Which event it is; empty for a message."""
    return str(_part(body, "event").get("eventtype", "")) if body.get("msgtype") == "event" else ""


def hear(body: Json) -> Heard | None:
    """The words meant for us, if any."""
    address = address_of(body)
    if body.get("msgtype") == "event":
        return _pressed(address, body) if event_of(body) == "template_card_event" else None
    kind = str(body.get("msgtype", ""))
    words = _words(body, kind)
    if address.group:
        words = MENTION.sub("", words)
    if not words.strip() and "quote" in body:  # a bare mention under a quotation asks what it says
        quote = _part(body, "quote")
        words = _words(quote, str(quote.get("msgtype", "")))
    file = _part(body, kind) if kind in FILES else {}
    shown = "text" if words.strip() else KINDS.get(kind, "voice" if kind == "voice" else "other")
    if kind == "file":
        shown = "file"
    return Heard(
        address,
        words.strip(),
        "text" if kind == "text" else shown,
        url=str(file.get("url", "")),
        aes_key=str(file.get("aeskey", "")),
    )


def _pressed(address: Address, body: Json) -> Heard:
    event = _part(body, "event")
    event = _part(event, "template_card_event") or event
    handle, label = pressed(str(event.get("event_key", "")))
    return Heard(address, label, "button", handle, str(event.get("task_id", "")))


def _words(body: Json, kind: str) -> str:
    if kind == "mixed":
        items = _part(body, "mixed").get("msg_item") or []
        found = [_part(item, "text") for item in items if isinstance(item, dict)]
        return " ".join(str(text["content"]) for text in found if text.get("content"))
    return str(_part(body, kind).get("content", "")) if kind in ("text", "voice") else ""


def _part(body: Json, name: str) -> Json:
    found = body.get(name)
    return found if isinstance(found, dict) else {}
