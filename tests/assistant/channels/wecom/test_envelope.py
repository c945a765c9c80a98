"""Envelopes: the published samples, an independent implementation, and everything wrong with one."""

import base64
import os

import pytest

from assistant.channels.wecom.envelope import Envelope, Forged
from assistant.errors import ChannelError
from tests.fakes.wecom.sealing import AES_KEY, CORP, TOKEN, seal, sign, unseal

OURS = Envelope(TOKEN, AES_KEY, CORP)
# The two samples WeCom publishes with its own libraries: signature, timestamp, nonce, sealed.
ECHO = (
    "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
    "1409659589",
    "263014780",
    "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
)
HELLO = (
    "477715d11cdb4164915debcba66cb864d751f3e6",
    "1409659813",
    "1372623149",
    "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUp"
    "j911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue"
    "06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+"
    "3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH"
    "27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8"
    "R07+qN+E7Q==",
)
TEXTS = ["", "问", "联系人电话？", "1616140317555161061", "😀" * 20, "甲" * 682]


def test_the_published_echo_opens() -> None:
    assert OURS.open(*ECHO) == "1616140317555161061"


def test_the_published_message_opens() -> None:
    message = OURS.open(*HELLO)

    assert "<Content><![CDATA[hello]]></Content>" in message
    assert "<AgentID>218</AgentID>" in message


@pytest.mark.parametrize("sample", [ECHO, HELLO])
def test_the_independent_implementation_agrees_on_the_samples(sample: tuple[str, ...]) -> None:
    signature, timestamp, nonce, sealed = sample

    assert sign(timestamp, nonce, sealed) == signature
    assert unseal(sealed) == (OURS.open(*sample), CORP)


@pytest.mark.parametrize("text", TEXTS)
def test_both_implementations_open_what_the_other_seals(text: str) -> None:
    theirs = seal(text)

    assert OURS.open(sign("1", "2", theirs), "1", "2", theirs) == text
    assert unseal(OURS.seal(text)) == (text, CORP)


@pytest.mark.parametrize("length", range(0, 66, 5))
def test_every_length_of_padding_is_taken(length: int) -> None:
    sealed = seal("a" * length)

    assert OURS.open(sign("1", "2", sealed), "1", "2", sealed) == "a" * length


def signed(sealed: str) -> tuple[str, str, str, str]:
    return sign("1", "2", sealed), "1", "2", sealed


DAMAGED = {
    "no signature": ("", "1", "2", seal("a")),
    "another's signature": (sign("1", "2", seal("a"), "other"), "1", "2", seal("a")),
    "a signature that is no ASCII": ("签" * 40, "1", "2", seal("a")),
    "for somebody else": signed(seal("a", receiver="wwsomebodyelse")),
    "for nobody": signed(seal("a", receiver="")),
    "no base64": signed("%%%"),
    "nothing": signed(""),
    "half a block": signed(base64.b64encode(b"1234567").decode()),
    "noise": signed(base64.b64encode(os.urandom(64)).decode()),
    "another key": signed(seal("a", aes_key="x" * 43)),
    "padding of zeros": signed(seal("a", padding=bytes(25))),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_damaged_is_refused(name: str) -> None:
    with pytest.raises(Forged):
        OURS.open(*DAMAGED[name])


@pytest.mark.parametrize(("token", "key"), [("", AES_KEY), ("a b", AES_KEY), (TOKEN, "short")])
def test_settings_that_cannot_be_right_are_refused_at_once(token: str, key: str) -> None:
    with pytest.raises(ChannelError, match="Token|EncodingAESKey"):
        Envelope(token, key, CORP)


def test_the_secrets_stay_out_of_its_words() -> None:
    assert TOKEN not in repr(OURS)
    assert AES_KEY not in repr(OURS)
