"""What an error of the Bot API means for the message that was being sent."""

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from assistant.glossary import Outcome, Receipt

# Nothing was sent: no connection came about. All else that breaks may have been sent.
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)

# 400s that say, like 403, that nobody will read here any more.
GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "chat_write_forbidden",
    "have no rights to send",
    "not enough rights to send",
    "need administrator rights",
)
UNCHANGED = "message is not modified"


def receipt_of(error: TelegramError) -> Receipt:
    """The receipt for a send that ended in this error.

    A refusal of the content itself (any other 400) is NOT_SENT too: see `is_refusal`.
    """
    reason = str(error)
    match error:
        case RetryAfter():
            seconds = error._retry_after.total_seconds()
            return Receipt(Outcome.NOT_SENT, retry_after=seconds, reason=reason)
        case ChatMigrated():
            return Receipt(Outcome.MOVED, new_chat=str(error.new_chat_id), reason=reason)
        case Forbidden():
            return Receipt(Outcome.GONE, reason=reason)
        case BadRequest():
            return Receipt(_bad_request(reason.lower()), reason=reason)
        case InvalidToken():
            return Receipt(Outcome.NOT_SENT, reason="the token was refused")
        case NetworkError() if isinstance(error.__cause__, UNSENT):
            return Receipt(Outcome.NOT_SENT, reason=reason)
    return Receipt(Outcome.UNKNOWN, reason=reason)  # time-out, cut connection, 5xx


def _bad_request(words: str) -> Outcome:
    if UNCHANGED in words:
        return Outcome.SENT
    return Outcome.GONE if any(gone in words for gone in GONE) else Outcome.NOT_SENT


def is_refusal(error: TelegramError) -> bool:
    """Whether the platform will not have this content, however often it is sent."""
    return isinstance(error, BadRequest) and receipt_of(error).outcome is Outcome.NOT_SENT
