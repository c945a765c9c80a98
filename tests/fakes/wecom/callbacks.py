"""The fake WeCom as caller: sealed and signed messages and events, sent up to three times."""

import itertools
import time
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import httpx

from tests.fakes.wecom.platform import AGENT
from tests.fakes.wecom.sealing import AES_KEY, CORP, TOKEN, seal, sign

TRIES = 3
PATIENCE = 5.0  # seconds the platform waits for an answer


class Caller:
    """Calls the address that stands in the app's settings."""

    def __init__(self, url: str = "", corp: str = CORP) -> None:
        self.url = url
        self.corp = corp
        self.answers: list[httpx.Response] = []
        self._numbers = itertools.count(int(time.time()) * 1000)  # none of an earlier run again

    async def message(self, user: str, kind: str, **fields: Any) -> list[int]:
        """An ordinary message, with an id."""
        numbered = {"MsgId": next(self._numbers)} | fields
        return await self.deliver(self.xml(user, MsgType=kind, **numbered))

    async def event(self, user: str, event: str, **fields: Any) -> list[int]:
        """An event; it has no id."""
        return await self.deliver(self.xml(user, MsgType="event", Event=event, **fields))

    def xml(self, user: str, **fields: Any) -> str:
        """The plain message."""
        named = {
            "ToUserName": self.corp,
            "FromUserName": user,
            "CreateTime": int(time.time()),
            "AgentID": AGENT,
        } | fields
        inner = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in named.items())
        return f"<xml>{inner}</xml>"

    async def deliver(self, message: str) -> list[int]:
        """Until it is taken, three times at most; gives each answer's status, 0 for none."""
        query, body = self.sealed(message)
        statuses: list[int] = []
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            while len(statuses) < TRIES:
                try:
                    answer = await client.post(f"{self.url}?{urlencode(query)}", content=body)
                except httpx.HTTPError:
                    statuses.append(0)
                    continue
                self.answers.append(answer)
                statuses.append(answer.status_code)
                if answer.status_code == 200:
                    break
        return statuses

    def sealed(self, message: str, timestamp: int = 0) -> tuple[dict[str, str], bytes]:
        """Query and body of a genuine callback."""
        sealed = seal(message, AES_KEY, self.corp)
        stamp, nonce = str(timestamp or int(time.time())), str(next(self._numbers))
        query = {
            "msg_signature": sign(stamp, nonce, sealed),
            "timestamp": stamp,
            "nonce": nonce,
        }
        body = (
            f"<xml><ToUserName><![CDATA[{self.corp}]]></ToUserName><AgentID>{AGENT}</AgentID>"
            f"<Encrypt><![CDATA[{sealed}]]></Encrypt></xml>"
        )
        return query, body.encode()

    async def verify(self, words: str = "1616140317555161061", token: str = TOKEN) -> bool:
        """Whether the address gives the words back bare, as the settings page wants it."""
        sealed = seal(words, AES_KEY, self.corp)
        stamp, nonce = str(int(time.time())), str(next(self._numbers))
        signature = sign(stamp, nonce, sealed, token)
        query = {"msg_signature": signature, "timestamp": stamp, "nonce": nonce, "echostr": sealed}
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            answer = await client.get(self.url, params=query)
        return answer.status_code == 200 and answer.content == words.encode()
