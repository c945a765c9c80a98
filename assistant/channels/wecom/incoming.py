"""What a decrypted callback says to us: who, which words, which button."""

import hashlib
from dataclasses import dataclass

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

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


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said; `handle` is that of a pressed card button, `code` updates its card once."""

    user: str
    text: str = ""
    kind: str = "text"
    handle: str = ""
    code: str = ""

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


def key_of(message: str, fields: dict[str, str]) -> str:
    """Names the message for good: by its id; an event by all it says.

    Who enters the app is greeted once as long as the inbox remembers (a week).
    """
    who = f"{fields.get('AgentID')}:{fields.get('FromUserName')}"
    if fields.get("Event") in GREETED:
        return f"{who}:greeting"
    if fields.get("MsgId"):
        return f"{who}:{fields['MsgId']}"
    return f"{who}:{hashlib.sha256(message.encode()).hexdigest()}"


def hear(fields: dict[str, str]) -> Heard | None:
    """The words meant for us, if any."""
    user = fields.get("FromUserName", "")
    if not user:
        return None
    if fields.get("MsgType") != "event":
        kind = KINDS.get(fields.get("MsgType", ""), "other")
        return Heard(user, fields.get("Content", ""), kind)
    match fields.get("Event"):
        case "click":
            return Heard(user, fields.get("EventKey", ""), "button")
        case "template_card_event":
            handle, code = fields.get("EventKey", ""), fields.get("ResponseCode", "")
            return Heard(user, "", "button", handle, code)
        case "subscribe" | "enter_agent":
            return Heard(user, "/start", "text")
    return None
