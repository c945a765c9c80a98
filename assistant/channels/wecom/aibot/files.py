"""Files people hand to the AI bot: fetched within five minutes, each sealed with a key of its own."""

import base64
import binascii
import logging
import re
from urllib.parse import unquote

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from assistant.channels.wecom.aibot.incoming import Heard
from assistant.channels.wecom.envelope import BLOCK, Forged, unpadded
from assistant.glossary import Attachment

log = logging.getLogger(__name__)

NOT_FETCHED = "文件没有取到，请再发一次。"
NAME = re.compile(r"filename\*?=(?:UTF-8'')?\"?([^\";]+)\"?", re.IGNORECASE)


class Files:
    """Fetches and opens them; no more than `most_bytes`. `aes_key` opens those without their own."""

    def __init__(self, most_bytes: int, timeout: float, aes_key: str = "") -> None:
        self._most = most_bytes
        self._timeout = timeout
        self._aes_key = aes_key

    async def fetch(self, heard: Heard) -> tuple[Attachment, ...] | str:
        """The file that was handed in, if one was; else why it could not be had."""
        if not heard.url:
            return ()
        try:
            name, sealed = await self._download(heard.url)
            key = heard.aes_key or self._aes_key
            content = _opened(sealed, key) if key else sealed
        except TooLarge:
            return f"文件超过 {self._most // 2**20} MB，收不下。请拆小后再发。"
        except (httpx.HTTPError, httpx.InvalidURL, Forged) as error:
            log.warning("wecom_aibot: a file could not be fetched: %s", type(error).__name__)
            return NOT_FETCHED
        if heard.kind == "photo":
            return (Attachment("图片.jpg", content, "image/jpeg"),)
        return (Attachment(name, content),)

    async def _download(self, url: str) -> tuple[str, bytes]:
        content = b""
        async with (
            httpx.AsyncClient(timeout=self._timeout) as client,
            client.stream("GET", url) as response,
        ):
            response.raise_for_status()
            async for piece in response.aiter_bytes():
                content += piece
                if len(content) > self._most + 64:  # the padding and a little
                    raise TooLarge
            found = NAME.search(response.headers.get("content-disposition", ""))
        return unquote(found.group(1)) if found else "文件", content


class TooLarge(Exception):
    """More than we take."""


def _opened(sealed: bytes, aes_key: str) -> bytes:
    """AES-256-CBC, the initial vector being the first half of the key."""
    try:
        key = base64.b64decode(aes_key + "=" * (-len(aes_key) % 4))
    except (binascii.Error, ValueError):
        raise Forged("key") from None
    if len(key) != 32 or not sealed or len(sealed) % BLOCK:
        raise Forged("length")
    opening = Cipher(AES(key), CBC(key[:BLOCK])).decryptor()
    return unpadded(opening.update(sealed) + opening.finalize())
