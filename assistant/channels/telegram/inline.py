"""Inline mode: "@bot 知名品牌" typed in any chat gives an answer that can be cited there."""

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent
from telegram.constants import ParseMode

from assistant.channels.telegram.rendering import TEXT_UNITS, marked
from assistant.glossary import Address, Reply
from assistant.splitting import printable, shorten, utf16_units

TITLE_UNITS = 100
DESCRIPTION_UNITS = 200
CACHE_SECONDS = 10
ANSWERS = frozenset({"answer", "list", "computed", "contact"})
ASK_IN_CHAT = InlineQueryResultsButton("没有找到，去对话里问", start_parameter="inline")


def inline_address(channel: str, person: str) -> Address:
    """Apart from the person's own chat: half-typed words must not disturb its memory.

    It counts as a group: what is found will be shown to others.
    """
    return Address(channel, chat=f"inline:{person}", person=person, group=True)


def articles(reply: Reply) -> list[InlineQueryResultArticle]:
    """One result, or none: what carries no citation is not handed around."""
    if reply.kind not in ANSWERS or not reply.citations:
        return []
    text = shorten(printable(reply.text).strip(), TEXT_UNITS, utf16_units)
    content = InputTextMessageContent(
        marked(text, reply.headline, reply.citations), parse_mode=ParseMode.HTML
    )
    return [
        InlineQueryResultArticle(
            id="answer",
            title=shorten(reply.headline or text, TITLE_UNITS, utf16_units),
            description=shorten(text.replace("\n", " "), DESCRIPTION_UNITS, utf16_units),
            input_message_content=content,
        )
    ]
