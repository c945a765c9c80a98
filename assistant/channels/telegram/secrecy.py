"""Keeps the token out of every log: httpx writes the whole address of each call, token and all."""

import contextlib
import logging
from collections.abc import Iterator
from urllib.parse import quote

# What talks too much, and the level from which it may: the library writes addresses and people's
# words at DEBUG, a traceback for each answer of a broken proxy, httpx and httpcore each address
# at INFO.
CHATTERERS = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,
    "telegram.request": logging.CRITICAL,
}
HIDDEN = "<token>"


class TokenFilter(logging.Filter):
    """Replaces the token, also as it stands in addresses, in a record and its traceback."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._forms = (token, quote(token), quote(token, safe=""))

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, without the token."""
        message = record.getMessage()
        if self._hide(message) != message:
            record.msg, record.args = self._hide(message), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self._hide(record.exc_text)
        return True

    def _hide(self, text: str) -> str:
        for form in self._forms:
            text = text.replace(form, HIDDEN)
        return text


def quieten() -> None:
    """Before the first bot is made: it writes its address when it is built."""
    for name, level in CHATTERERS.items():
        logging.getLogger(name).setLevel(level)


@contextlib.contextmanager
def kept_out_of_logs(token: str) -> Iterator[None]:
    """While the channel runs every handler hides the token, whoever writes it."""
    guard = TokenFilter(token)
    handlers = list(logging.getLogger().handlers)
    for handler in handlers:
        handler.addFilter(guard)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(guard)
