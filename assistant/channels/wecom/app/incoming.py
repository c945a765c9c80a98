"""What a decrypted callback says to us: who, which words, which button."""

import hashlib
from dataclasses import dataclass

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from assistant.channels.wecom.cards import pressed
from assistant.channels.wecom.envelope import Forged
from assistant.glossary import Address

CHANNEL = "wecom"
KINDS = {
    "text": "text",
    "image": "photo",
    "voice": "voice",
    "video": "voice",
    "location": "location",
}
GREETED = ("subscribe", "enter_agent")
# Not the ResponseCode: it is new for each delivery of the same click.
IDENTIFYING = ("MsgType", "Event", "CreateTime", "EventKey", "TaskId", "Content", "MediaId")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said; `handle` is that of a pressed card button with the label `text`, `code`
    updates its card once.
    """

    user: str
    text: str = ""
    kind: str = "text"
    handle: str = ""
    code: str = ""
    media_id: str = ""  # of a picture, good for three days

    @property
    def address(self) -> Address:
        """The private chat with the app."""
        return Address(CHANNEL, self.user, self.user)


def fields_of(message: str) -> dict[str, str]:
    """The fields of a message. Raises Forged for what is no plain XML without entities."""
    try:
        root = fromstring(message, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        raise Forged("XML") from None
    return {child.tag: child.text or "" for child in root}


def key_of(fields: dict[str, str]) -> str:
    """Names the message for good: by its id; an event by all that tells it from others.

    Two clicks within a second are two events. Who enters the app is greeted once as long as the
    inbox remembers (a week).
    """
    who = f"{fields.get('AgentID')}:{fields.get('FromUserName')}"
    if fields.get("MsgType") != "event" and fields.get("MsgId"):
        return f"{who}:{fields['MsgId']}"
    if fields.get("Event") in GREETED:
        return f"{who}:greeting"
    told = "\n".join(f"{name}={fields.get(name, '')}" for name in IDENTIFYING)
    return f"{who}:{hashlib.sha256(told.encode()).hexdigest()}"


def hear(fields: dict[str, str]) -> Heard | None:
    """The words meant for us, if any."""
    user = fields.get("FromUserName", "")
    if not user:
        return None
    if fields.get("MsgType") != "event":
        kind = KINDS.get(fields.get("MsgType", ""), "other")
        media_id = fields.get("MediaId", "") if kind == "photo" else ""
        return Heard(user, fields.get("Content", ""), kind, media_id=media_id)
    match fields.get("Event"):
        case "click":
            return Heard(user, fields.get("EventKey", ""), "button")
        case "template_card_event":
            handle, label = pressed(fields.get("EventKey", ""))
            return Heard(user, label, "button", handle, fields.get("ResponseCode", ""))
        case "subscribe" | "enter_agent":
            return Heard(user, "/start")
    return None
