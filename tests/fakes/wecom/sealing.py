"""How WeCom seals a callback: written after the documentation, apart from the channel's own code."""

import base64
import hashlib
import os
from functools import lru_cache

from tests.fakes.wecom.aes import Aes256

TOKEN = "QDG6eK"
AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
CORP = "wx5823bf96d3bd56c7"


@lru_cache
def _cipher(aes_key: str) -> tuple[Aes256, bytes]:
    key = base64.b64decode(aes_key + "=")
    return Aes256(key), key[:16]


def seal(message: str, aes_key: str = AES_KEY, receiver: str = CORP, padding: bytes = b"") -> str:
    """The message in base64; `padding` stands in for the right one in tests of wrong ones."""
    content = message.encode()
    plain = os.urandom(16) + len(content).to_bytes(4, "big") + content + receiver.encode()
    missing = 32 - len(plain) % 32
    cipher, vector = _cipher(aes_key)
    sealed = cipher.encrypt(plain + (padding or bytes([missing] * missing)), vector)
    return base64.b64encode(sealed).decode()


def unseal(sealed: str, aes_key: str = AES_KEY) -> tuple[str, str]:
    """Message and receiver."""
    cipher, vector = _cipher(aes_key)
    plain = cipher.decrypt(base64.b64decode(sealed), vector)
    plain = plain[: -plain[-1]]
    end = 20 + int.from_bytes(plain[16:20], "big")
    return plain[20:end].decode(), plain[end:].decode()


def sign(timestamp: str, nonce: str, sealed: str, token: str = TOKEN) -> str:
    """The signature that goes into the query."""
    return hashlib.sha1("".join(sorted((token, timestamp, nonce, sealed))).encode()).hexdigest()
