"""What an update says to us: who, where, which words; None where it is not meant for us."""

import re
from dataclasses import dataclass

from telegram import Chat, Document, Message, MessageEntity, PhotoSize, Update, User

from assistant.glossary import Address

CHANNEL = "telegram"
# The first that is there tells the kind; an animation also looks like a document.
CONTENTS = (
    ("text", "text"),
    ("animation", "other"),
    ("document", "file"),
    ("photo", "photo"),
    ("sticker", "sticker"),
    ("location", "location"),
    ("voice", "voice"),
    ("audio", "voice"),
    ("video_note", "voice"),
    ("video", "voice"),
    ("contact", "other"),
    ("poll", "other"),
    ("dice", "other"),
)
COMMAND = re.compile(r"^/([A-Za-z0-9_]+)@([A-Za-z0-9_]+)")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said to us; `handle` is that of a pressed button, `answers` what to reply to."""

    address: Address
    text: str
    kind: str = "text"
    file: Document | PhotoSize | None = None
    handle: str = ""
    edited: bool = False
    answers: int = 0


def lane_of(update: Update) -> str:
    """What must stay in order: the chat; inline queries go by the person who types."""
    if update.inline_query:
        return f"inline {update.inline_query.from_user.id}"
    return str(update.effective_chat.id) if update.effective_chat else ""


def hear(update: Update, me: User) -> Heard | None:
    """The words meant for us in this update, if any."""
    if update.callback_query:
        return _pressed(update)
    message = update.message or update.edited_message
    if message is None or message.via_bot == me or _is_by_a_bot(message):
        return None
    return _said(message, me, edited=update.edited_message is not None)


def _is_by_a_bot(message: Message) -> bool:
    """Not so an administrator who hides behind the group: the server puts a bot in front."""
    author = message.from_user
    return author is not None and author.is_bot and message.sender_chat is None


def _pressed(update: Update) -> Heard | None:
    query = update.callback_query
    chat = update.effective_chat
    if query is None or chat is None or not query.data:
        return None
    message = query.message if isinstance(query.message, Message) else None
    address = _address(chat, query.from_user, message)
    return Heard(address, "", kind="button", handle=query.data)


def _said(message: Message, me: User, *, edited: bool) -> Heard | None:
    kind = next((kind for name, kind in CONTENTS if getattr(message, name)), None)
    if kind is None or not is_for_us(message, me):  # no kind: a service message
        return None
    words = _words(message, me)
    if edited and kind != "text":  # the file was taken when it came; its caption may say more now
        kind = "text"
        if not words:
            return None
    author = None if message.sender_chat else message.from_user
    address = _address(message.chat, author, message)
    return Heard(
        address,
        words,
        kind,
        file=None if edited else message.document or _largest(message),
        edited=edited,
        answers=message.message_id if address.group else 0,
    )


def _largest(message: Message) -> PhotoSize | None:
    """A picture comes in several sizes."""
    return max(message.photo, key=lambda size: size.width * size.height, default=None)


def is_for_us(message: Message, me: User) -> bool:
    """In private everything; in a group a command, a mention of us or a reply to us."""
    command = COMMAND.match(message.text or "")
    if command:
        return _is_us(command.group(2), me)
    if message.chat.type == Chat.PRIVATE or (message.text or "").startswith("/"):
        return True
    replied = message.reply_to_message
    if replied and replied.from_user == me and not replied.forum_topic_created:
        return True
    mentions = message.parse_entities([MessageEntity.MENTION])
    mentions |= message.parse_caption_entities([MessageEntity.MENTION])
    return any(_is_us(mention.lstrip("@"), me) for mention in mentions.values())


def _is_us(name: str, me: User) -> bool:
    return name.lower() == (me.username or "").lower()


def _words(message: Message, me: User) -> str:
    """The words without our name; a bare mention in a reply means the words replied to."""
    name = re.compile(rf"@{re.escape(me.username or '')}\b", re.IGNORECASE)
    text = name.sub("", message.text or message.caption or "").strip()
    replied = message.reply_to_message
    if text or replied is None or replied.from_user == me:
        return text
    return (replied.text or replied.caption or "").strip()


def _address(chat: Chat, person: User | None, message: Message | None) -> Address:
    in_topic = message is not None and message.is_topic_message
    return Address(
        CHANNEL,
        chat=str(chat.id),
        person=str(person.id) if person else "",
        thread=str(message.message_thread_id) if message and in_topic else "",
        group=chat.type != Chat.PRIVATE,
    )
