"""Each error of the Bot API says what became of the message."""

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from assistant.channels.telegram.outcomes import is_refusal, receipt_of
from assistant.glossary import Outcome, Receipt


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden("bot was blocked by the user"), Outcome.GONE),
        (Forbidden("user is deactivated"), Outcome.GONE),
        (BadRequest("Chat not found"), Outcome.GONE),
        (BadRequest("Not enough rights to send text messages to the chat"), Outcome.GONE),
        # an edit that changes nothing has what it wanted
        (BadRequest("Message is not modified: …"), Outcome.SENT),
        (BadRequest("Message is too long"), Outcome.NOT_SENT),
        (InvalidToken(), Outcome.NOT_SENT),
        # no connection came about: certainly not shown
        (caused(NetworkError("…"), httpx.ConnectError("refused")), Outcome.NOT_SENT),
        (caused(TimedOut(), httpx.ConnectTimeout("slow")), Outcome.NOT_SENT),
        (caused(TimedOut(), httpx.PoolTimeout("busy")), Outcome.NOT_SENT),
        # the request was on its way: nobody knows
        (caused(TimedOut(), httpx.ReadTimeout("slow")), Outcome.UNKNOWN),
        (caused(NetworkError("…"), httpx.RemoteProtocolError("cut")), Outcome.UNKNOWN),
        (NetworkError("Bad Gateway (502)"), Outcome.UNKNOWN),
    ],
)
def test_an_error_has_an_outcome(error: TelegramError, outcome: Outcome) -> None:
    assert receipt_of(error).outcome is outcome


def test_a_flood_names_the_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")

    assert receipt_of(RetryAfter(7)).retry_after == 7


def test_a_move_names_the_new_chat() -> None:
    receipt = receipt_of(ChatMigrated(-1005))

    assert receipt == Receipt(Outcome.MOVED, reason=receipt.reason, new_chat="-1005")


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        (BadRequest("Message is too long"), True),
        (BadRequest("Chat not found"), False),
        (NetworkError("Bad Gateway (502)"), False),
    ],
)
def test_a_refusal_is_of_the_content(error: TelegramError, refused: bool) -> None:
    assert is_refusal(error) is refused
