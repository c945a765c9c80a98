"""The sealed envelope of WeCom's callbacks: signature first, then AES, then who it is meant for.

AES-256-CBC, the initial vector being the first half of the key; padded to multiples of 32 bytes.
Plain text: 16 random bytes, length (4 bytes, big endian), message, receiver (the corp id).
"""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
import struct
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from assistant.errors import ChannelError

PADDED_TO = 32
RANDOM_BYTES = 16
HEAD = RANDOM_BYTES + 4
BLOCK = 16
TOKEN = re.compile(r"[A-Za-z0-9]{1,32}")
AES_KEY = re.compile(r"[A-Za-z0-9]{43}")


class Forged(ChannelError):
    """The callback is not from WeCom, not for us, or damaged; strangers are told nothing more."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, permanent=True)


@dataclass(frozen=True, slots=True)
class Envelope:
    """信封: opens what WeCom seals; `token` and `aes_key` stand in the app's callback settings."""

    token: str = field(repr=False)
    aes_key: str = field(repr=False)
    receiver: str

    def __post_init__(self) -> None:
        if not TOKEN.fullmatch(self.token):
            raise ChannelError("企业微信回调的 Token 须为 1–32 个字母或数字", permanent=True)
        if not AES_KEY.fullmatch(self.aes_key):
            raise ChannelError("企业微信回调的 EncodingAESKey 须为 43 个字母或数字", permanent=True)

    def open(self, signature: str, timestamp: str, nonce: str, sealed: str) -> str:
        """The message inside. Raises Forged; nothing is deciphered before the signature fits."""
        expected = self.signature(timestamp, nonce, sealed)
        if not hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace")):
            raise Forged("signature")
        message, receiver = _parts(self._deciphered(sealed))
        if not hmac.compare_digest(receiver, self.receiver.encode()):
            raise Forged("receiver")
        try:
            return message.decode()
        except UnicodeDecodeError:
            raise Forged("not UTF-8") from None

    def seal(self, message: str, *, random: bytes = b"") -> str:
        """The message as WeCom would seal it, base64."""
        content = message.encode()
        head = (random or secrets.token_bytes(RANDOM_BYTES)) + struct.pack(">I", len(content))
        plain = head + content + self.receiver.encode()
        missing = PADDED_TO - len(plain) % PADDED_TO
        locking = self._cipher().encryptor()
        sealed = locking.update(plain + bytes([missing]) * missing) + locking.finalize()
        return base64.b64encode(sealed).decode()

    def signature(self, timestamp: str, nonce: str, sealed: str) -> str:
        """SHA-1 (WeCom's choice) over the four, sorted and joined."""
        joined = "".join(sorted([self.token, timestamp, nonce, sealed]))
        return hashlib.sha1(joined.encode("utf-8", "replace")).hexdigest()

    def _deciphered(self, sealed: str) -> bytes:
        try:
            content = base64.b64decode(sealed, validate=True)
        except (binascii.Error, ValueError):
            raise Forged("not base64") from None
        if not content or len(content) % BLOCK:
            raise Forged("length")
        opening = self._cipher().decryptor()
        return unpadded(opening.update(content) + opening.finalize())

    def _cipher(self) -> Cipher[CBC]:
        key = base64.b64decode(self.aes_key + "=")
        return Cipher(AES(key), CBC(key[:BLOCK]))


def unpadded(plain: bytes) -> bytes:
    """Without the padding: 1 to 32 bytes, each saying how many they are."""
    missing = plain[-1]
    padding = plain[-missing:]
    if not 1 <= missing <= PADDED_TO or padding != bytes([missing]) * missing:
        raise Forged("padding")
    return plain[:-missing]


def _parts(plain: bytes) -> tuple[bytes, bytes]:
    """The message and whom it is meant for."""
    if len(plain) < HEAD:
        raise Forged("too short")
    (length,) = struct.unpack(">I", plain[RANDOM_BYTES:HEAD])
    if length > len(plain) - HEAD:
        raise Forged("length inside")
    return plain[HEAD : HEAD + length], plain[HEAD + length :]
