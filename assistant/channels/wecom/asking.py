"""One HTTP exchange with WeCom, judged by errcode alone.

Tokens, secrets and keys stand in addresses, so no address ever reaches a log or an error.
"""

import json
import logging
from typing import Any

import httpx

from assistant.channels.wecom.failures import Broken, Refused

Json = dict[str, Any]

BROKEN = (httpx.HTTPError, httpx.InvalidURL)
MOST_BYTES = 20 * 2**20  # of a file; the platform keeps none that is larger
TOO_LARGE = 40009  # its own word for it
# No connection came about, so nothing was sent. All else that breaks may have been.
UNSENT = (
    httpx.InvalidURL,
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
)


def open_http(timeout: float, connect_timeout: float) -> httpx.AsyncClient:
    """A client whose library does not write addresses into the log."""
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it does at INFO
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    return httpx.AsyncClient(timeout=httpx.Timeout(timeout, connect=connect_timeout))


def as_json(body: Json) -> Json:
    """The body as UTF-8, always in the same order: equal bodies are equal to the byte."""
    content = json.dumps(body, ensure_ascii=False, sort_keys=True).encode()
    return {"content": content, "headers": {"Content-Type": "application/json"}}


async def ask(http: httpx.AsyncClient, verb: str, url: str, what: Json) -> Json:
    """The answer. Raises Refused (an errcode) or Broken (no answer)."""
    method = _method(url)
    try:
        response = await http.request(verb, url, **what)
    except BROKEN as error:
        sent = not isinstance(error, UNSENT)
        raise Broken(f"{method}: {type(error).__name__}", sent=sent) from None
    return _judged(method, response)


async def fetch(http: httpx.AsyncClient, verb: str, url: str, what: Json) -> Json:
    """A file, as {"content": bytes, "media": type}; what is refused is refused in JSON."""
    method, content = _method(url), b""
    try:
        async with http.stream(verb, url, **what) as response:
            async for piece in response.aiter_bytes():
                content += piece
                if len(content) > MOST_BYTES:
                    raise Refused(TOO_LARGE, "larger than the platform takes")
    except BROKEN as error:
        raise Broken(f"{method}: {type(error).__name__}", sent=False) from None
    media = response.headers.get("Content-Type", "").partition(";")[0]
    if not response.is_success or media in ("application/json", "text/plain"):
        return _judged(method, httpx.Response(response.status_code, content=content))
    return {"content": content, "media": media}


def _method(url: str) -> str:
    return httpx.URL(url).path.rpartition("/")[2] or "call"


def _judged(method: str, response: httpx.Response) -> Json:
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if not (response.is_success and isinstance(answer, dict) and _is_code(answer)):
        raise Broken(f"{method}: HTTP {response.status_code}", sent=True)
    if code := answer.get("errcode", 0):
        raise Refused(code, str(answer.get("errmsg", ""))[:200])
    return answer


def _is_code(answer: Json) -> bool:
    return isinstance(answer.get("errcode", 0), int)
