"""Calls to WeCom's API: one token for all, renewed once at a time; answers judged by errcode only.

The token and the secret stand in addresses, so no address ever reaches a log or an error.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import httpx

from assistant.channels.wecom.asking import Json, as_json, ask, fetch, open_http
from assistant.channels.wecom.failures import BUSY, STALE, Broken, Refused

BUSY_TRIES = 3
EARLY = 300.0  # seconds before its end a token is renewed; it may die early anyway
Sleep = Callable[[float], Awaitable[None]]
Ask = Callable[[httpx.AsyncClient, str, str, Json], Awaitable[Json]]


@dataclass(frozen=True, slots=True)
class Connection:
    """Where and as whom to call; seconds where it says nothing else."""

    corp_id: str
    agent_id: int
    secret: str = field(repr=False)
    base_url: str = "https://qyapi.weixin.qq.com/cgi-bin"
    timeout: float = 20.0
    connect_timeout: float = 10.0
    pause: float = 1.0  # after a first failure; doubles up to pause_most
    pause_most: float = 30.0


class Client:
    """The API of one app."""

    def __init__(self, connection: Connection, sleep: Sleep = asyncio.sleep) -> None:
        self._connection = connection
        self._sleep = sleep
        self._http = open_http(connection.timeout, connection.connect_timeout)
        self._renewing = asyncio.Lock()
        self._token = ""
        self._token_ends = 0.0

    async def call(self, method: str, body: Json, query: Json | None = None) -> Json:
        """The answer to a POST of JSON. Raises Refused or Broken."""
        return await self._insist("POST", method, query, as_json(body))

    async def look(self, method: str, query: Json | None = None) -> Json:
        """The answer to a GET."""
        return await self._insist("GET", method, query)

    async def upload(self, kind: str, name: str, content: bytes, media: str) -> str:
        """The media_id of a file, good for three days."""
        files = {"media": (name, content, media)}
        answer = await self._insist("POST", "media/upload", {"type": kind}, {"files": files})
        return str(answer.get("media_id", ""))

    async def download(self, media_id: str) -> tuple[bytes, str]:
        """What somebody sent, and its media type."""
        answer = await self._insist("GET", "media/get", {"media_id": media_id}, call=fetch)
        return answer["content"], answer["media"]

    async def token(self, bad: str = "") -> str:
        """The token; another than `bad`. Whoever comes while one is fetched waits for that one."""
        async with self._renewing:
            if not self._token or self._token == bad or time.monotonic() > self._token_ends:
                await self._renew()
            return self._token

    async def close(self) -> None:
        """Let the connections go."""
        await self._http.aclose()

    async def _renew(self) -> None:
        who = {"corpid": self._connection.corp_id, "corpsecret": self._connection.secret}
        try:
            answer = await ask(self._http, "GET", self._url("gettoken"), {"params": who})
        except Broken as error:  # no token, so whatever it was for has not been sent
            raise Broken(str(error), sent=False) from None
        self._token = str(answer.get("access_token", ""))
        lasts = float(answer.get("expires_in", 7200))
        self._token_ends = time.monotonic() + max(lasts - EARLY, lasts / 2)

    async def _insist(
        self,
        verb: str,
        method: str,
        query: Json | None,
        body: Json | None = None,
        *,
        call: Ask = ask,
    ) -> Json:
        """Once; again with a new token where the old one died, and a few times while it is busy."""
        stale, renewed, busy = "", False, 0
        while True:
            token = ""
            try:
                token = await self.token(bad=stale)
                given = {"access_token": token, **(query or {})}
                return await call(
                    self._http, verb, self._url(method), {"params": given, **(body or {})}
                )
            except Refused as refused:
                if token and refused.code in STALE and not renewed:
                    renewed, stale = True, token
                elif refused.code == BUSY and busy < BUSY_TRIES:
                    await self._sleep(self._connection.pause * 2**busy)
                    busy += 1
                else:
                    raise

    def _url(self, method: str) -> str:
        return f"{self._connection.base_url}/{method}"
