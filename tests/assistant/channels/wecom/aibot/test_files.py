"""Files handed to the AI bot: fetched, opened with their own key, refused when too large or
damaged.
"""

import base64
import os
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.channels.wecom.aibot.files import NOT_FETCHED, Files
from assistant.channels.wecom.aibot.incoming import hear
from tests.fakes.serving import served
from tests.fakes.wecom.aes import Aes256

KEY = os.urandom(32)
LETTER = "关于第59号建议的答复函".encode()


def sealed(content: bytes) -> bytes:
    missing = 32 - len(content) % 32
    return Aes256(KEY).encrypt(content + bytes([missing] * missing), KEY[:16])


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async def give(request: Request) -> Response:
        contents = {"letter": sealed(LETTER), "large": sealed(bytes(2000)), "broken": b"x" * 33}
        name = request.path_params["name"]
        if name not in contents:
            return Response(status_code=404)
        disposition = "attachment; filename*=UTF-8''%E5%87%BD.txt"
        return Response(contents[name], headers={"Content-Disposition": disposition})

    async with served(Starlette(routes=[Route("/{name}", give)])) as url:
        yield url


async def fetched(address: str, kind: str = "file") -> object:
    file = {"url": address, "aeskey": base64.b64encode(KEY).decode()}
    heard = hear({"msgtype": kind, kind: file, "from": {"userid": "a"}})
    assert heard and heard.url
    return await Files(1000, 2).fetch(heard)


async def test_a_file_is_opened_with_its_own_key(url: str) -> None:
    (attachment,) = await fetched(f"{url}/letter")  # type: ignore[misc]

    assert (attachment.name, attachment.content) == ("函.txt", LETTER)


async def test_a_picture_is_opened_likewise(url: str) -> None:
    (attachment,) = await fetched(f"{url}/letter", "image")  # type: ignore[misc]

    assert (attachment.name, attachment.media) == ("图片.jpg", "image/jpeg")
    assert attachment.content == LETTER


@pytest.mark.parametrize(
    ("name", "told"), [("large", "收不下"), ("broken", NOT_FETCHED), ("gone", NOT_FETCHED)]
)
async def test_what_cannot_be_had_is_told(url: str, name: str, told: str) -> None:
    assert told in str(await fetched(f"{url}/{name}"))
