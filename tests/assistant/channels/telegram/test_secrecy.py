"""The token is in no log, whoever writes it and in whichever form."""

import io
import logging
from collections.abc import Iterator

import pytest

from assistant.channels.telegram.secrecy import kept_out_of_logs, quieten

TOKEN = "4242:made-up_Token/x"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What a handler at the root writes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


@pytest.mark.parametrize("form", [TOKEN, "4242%3Amade-up_Token%2Fx", "4242%3Amade-up_Token/x"])
def test_it_is_hidden_in_words_arguments_and_tracebacks(written: io.StringIO, form: str) -> None:
    log = logging.getLogger("anybody")
    with kept_out_of_logs(TOKEN):
        log.error("calling http://host/bot%s/getMe", form)
        log.error(f"calling {form}")
        try:
            raise ValueError(f"bad address {form}")
        except ValueError:
            log.exception("it failed")

    assert "made-up" not in written.getvalue()
    assert written.getvalue().count("<token>") == 3
    assert "Traceback" in written.getvalue()


def test_the_http_client_does_not_write_addresses(written: io.StringIO) -> None:
    quieten()
    logging.getLogger("httpx").info("POST http://host/bot%s/getMe", TOKEN)
    logging.getLogger("telegram.Bot").debug("Set Bot API URL: %s", TOKEN)

    assert written.getvalue() == ""
