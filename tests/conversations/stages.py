"""Stages for one and the same conversation: each channel before its fake, played as people use it.

A stage says something, presses a button by its place, and shows what a person would see.
"""

import asyncio
import contextlib
import io
import queue
import re
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import yaml
from starlette.applications import Starlette

from assistant.channels.console import Console
from assistant.glossary import Address, Channel, Message, Receipt, Reply
from bot import House
from tests.conversations.exam_playing import ROOT
from tests.fakes.serving import served
from tests.fakes.telegram import TOKEN as TELEGRAM_TOKEN
from tests.fakes.telegram import Floods, TelegramFake
from tests.fakes.wecom import (
    AES_KEY,
    AGENT,
    BOT_ID,
    BOT_SECRET,
    CORP,
    SECRET,
    TOKEN,
    AibotFake,
    WeComFake,
)
from tests.fakes.wecom.platform import Shown


class RecordedHouse(House):
    """The house, at a time set by hand; it remembers what was said."""

    def __init__(self, config: Path, data: Path, now: datetime) -> None:
        super().__init__(config, data, now)
        self.now = now
        self.said: list[Reply] = []
        self.clock = lambda: self.now

    def reply_to(self, message: Message) -> Reply:
        """As ever, written down."""
        reply = super().reply_to(message)
        self.said.append(reply)
        return reply

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """A reminder on its way out, written down."""
        self.said.append(reply)
        (channel,) = [one for one in self.stage_channels if one.name == address.channel]
        return await channel.send(address, reply, key)

    stage_channels: list[Channel] = []


class Stage(ABC):
    """One channel, served; `settings` and `environ` lead the house to the fake."""

    name = ""
    settings: dict[str, dict[str, Any]]
    environ: dict[str, str]

    def __init__(self) -> None:
        self.settings, self.environ = {}, {}

    @abstractmethod
    def before(self) -> contextlib.AbstractAsyncContextManager[None]:
        """The fake runs inside."""

    @abstractmethod
    def serve(self, house: RecordedHouse) -> contextlib.AbstractAsyncContextManager[Channel]:
        """The channel serves inside."""

    @abstractmethod
    async def say(self, words: str) -> None:
        """Somebody writes."""

    @abstractmethod
    async def press(self, place: int) -> None:
        """Somebody presses the button at this place of the newest ones."""

    @abstractmethod
    async def seen(self) -> str:
        """All words shown so far."""

    @abstractmethod
    async def pictures(self) -> list[bytes]:
        """All pictures shown so far."""

    def offered(self) -> list[str] | None:
        """The newest buttons, where they come as a message of their own, after the words."""
        return None

    async def join(self, code: str) -> None:
        """Somebody takes up an invitation."""
        await self.say(f"/join {code}")


class ConsoleStage(Stage):
    """Lines in, lines out."""

    name = "console"

    def __init__(self) -> None:
        super().__init__()
        self._lines: queue.Queue[str] = queue.Queue()
        self._out = io.StringIO()

    @contextlib.asynccontextmanager
    async def before(self) -> AsyncIterator[None]:
        yield

    @contextlib.asynccontextmanager
    async def serve(self, house: RecordedHouse) -> AsyncIterator[Channel]:
        keyboard = io.StringIO()
        keyboard.readline = lambda *_: self._lines.get()  # type: ignore[method-assign]
        self._folder = house.folder
        channel = Console(
            house.reply_to, house.clock, stdin=keyboard, stdout=self._out, folder=house.folder
        )
        talking = asyncio.create_task(channel.run())
        yield channel
        self._lines.put("")
        await talking

    async def say(self, words: str) -> None:
        self._lines.put(words + "\n")

    async def press(self, place: int) -> None:
        await self.say(str(place + 1))

    async def seen(self) -> str:
        return self._out.getvalue()

    async def pictures(self) -> list[bytes]:
        return [
            Path(found).read_bytes() for found in re.findall(r"已存到 (\S+)", await self.seen())
        ]


class TelegramStage(Stage):
    """Long polling before the fake Telegram."""

    name = "telegram"

    @contextlib.asynccontextmanager
    async def before(self) -> AsyncIterator[None]:
        async with TelegramFake(Floods(0, 0, 0)).serve() as self.fake:
            urls = {"base_url": self.fake.base_url, "base_file_url": self.fake.base_file_url}
            self.settings = {"telegram": urls | {"poll_seconds": 1, "retry_seconds": 0.05}}
            self.environ = {"TELEGRAM_BOT_TOKEN": TELEGRAM_TOKEN}
            yield

    @contextlib.asynccontextmanager
    async def serve(self, house: RecordedHouse) -> AsyncIterator[Channel]:
        assert house.telegram
        async with _running(house.telegram):
            yield house.telegram

    async def say(self, words: str) -> None:
        self.fake.say(words)

    async def press(self, place: int) -> None:
        shown = [one for one in self.fake.shown if one.buttons][-1]
        self.fake.press_data(shown.buttons[place]["callback_data"])

    async def seen(self) -> str:
        return "\n".join(self.fake.texts())

    async def pictures(self) -> list[bytes]:
        return [shown.content for shown in self.fake.shown if shown.content]


class WebStage(Stage):
    """The page's own requests."""

    name = "web"

    @contextlib.asynccontextmanager
    async def before(self) -> AsyncIterator[None]:
        self._replies: list[dict[str, Any]] = []
        self.settings = {"web": {"session_days": 90}}  # the script goes from October to December
        yield

    @contextlib.asynccontextmanager
    async def serve(self, house: RecordedHouse) -> AsyncIterator[Channel]:
        assert house.web
        transport = httpx.ASGITransport(house.web.app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://127.0.0.1"
        ) as self._client:
            yield house.web

    async def say(self, words: str) -> None:
        headers = {"X-Dafutong": await self._token()}
        answer = await self._client.post("/chat", json={"text": words}, headers=headers)
        (data,) = re.findall(r"^event: reply\ndata: (.*)$", answer.text, re.MULTILINE)
        self._replies.append(yaml.safe_load(data))

    async def press(self, place: int) -> None:
        await self.seen()  # the page looks for notices by itself
        await self.say(self._replies[-1]["suggestions"][place]["says"])

    async def join(self, code: str) -> None:
        form = {"code": code, "token": await self._token()}
        answer = await self._client.post("/login", data=form)
        assert answer.status_code == 303, answer.text

    async def seen(self) -> str:
        notices = (await self._client.get("/notices")).json()
        known = [reply.get("id") for reply in self._replies]
        self._replies += [notice for notice in notices if notice["id"] not in known]
        return "\n".join(reply["text"] for reply in self._replies)

    async def pictures(self) -> list[bytes]:
        files = [file["address"] for reply in self._replies for file in reply["files"]]
        return [(await self._client.get(address)).content for address in files]

    async def _token(self) -> str:
        page = (await self._client.get("/login")).text
        return re.findall(r'name="token" (?:value|content)="(\w+)"', page)[0]


class WeComStage(Stage):
    """The app: callbacks in, message/send out."""

    name = "wecom"

    @contextlib.asynccontextmanager
    async def before(self) -> AsyncIterator[None]:
        async with WeComFake(person_per_minute=0).serve() as self.fake:
            about = {"corp_id": CORP, "agent_id": AGENT, "base_url": self.fake.base_url}
            self.settings = {"wecom": about | {"retry_seconds": 0.05}}
            self.environ = {
                "WECOM_APP_SECRET": SECRET,
                "WECOM_CALLBACK_TOKEN": TOKEN,
                "WECOM_CALLBACK_AES_KEY": AES_KEY,
            }
            yield

    @contextlib.asynccontextmanager
    async def serve(self, house: RecordedHouse) -> AsyncIterator[Channel]:
        assert house.wecom.app
        routes = Starlette(routes=house.wecom.routes)
        async with served(routes) as url, _running(house.wecom.app):
            self.fake.caller.url = f"{url}/wecom/callback"
            yield house.wecom.app

    async def say(self, words: str) -> None:
        assert await self.fake.say(words) == [200]

    def offered(self) -> list[str] | None:
        return _labels(self.fake.cards())

    async def press(self, place: int) -> None:
        card = self.fake.cards()[-1]
        await self.fake.press_card(card, list(card.buttons.values())[place])

    async def seen(self) -> str:
        return "\n".join(self.fake.texts())

    async def pictures(self) -> list[bytes]:
        return [shown.content for shown in self.fake.shown if shown.kind == "image"]


class AibotStage(Stage):
    """The AI bot: a long connection."""

    name = "wecom_aibot"

    @contextlib.asynccontextmanager
    async def before(self) -> AsyncIterator[None]:
        async with AibotFake().serve() as self.fake:
            about = {"bot_id": BOT_ID, "url": self.fake.url, "retry_seconds": 0.05}
            self.settings = {"wecom_aibot": about}
            self.environ = {"WECOM_AIBOT_SECRET": BOT_SECRET}
            yield

    @contextlib.asynccontextmanager
    async def serve(self, house: RecordedHouse) -> AsyncIterator[Channel]:
        assert house.wecom.aibot
        async with _running(house.wecom.aibot):
            while not self.fake.login:
                await asyncio.sleep(0.01)
            yield house.wecom.aibot

    async def say(self, words: str) -> None:
        await self.fake.say(words)

    def offered(self) -> list[str] | None:
        return _labels([shown for shown in self.fake.shown if shown.kind == "card"])

    async def press(self, place: int) -> None:
        card = [shown for shown in self.fake.shown if shown.kind == "card"][-1]
        await self.fake.press_key(list(card.buttons.values())[place], card.card["task_id"])

    async def seen(self) -> str:
        return "\n".join(self.fake.texts())

    async def pictures(self) -> list[bytes]:
        return [shown.content for shown in self.fake.shown if shown.kind == "image"]


STAGES = {
    stage.name: stage for stage in (ConsoleStage, TelegramStage, WebStage, WeComStage, AibotStage)
}


def _labels(cards: list[Shown]) -> list[str]:
    """What the newest card's buttons stand for; their keys hold the labels in full."""
    keys = cards[-1].buttons.values() if cards else ()
    return [key.partition(" ")[2] for key in keys]


def settings_file(stage: Stage, folder: Path) -> Path:
    """The shipped settings, led to the fake."""
    config = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    for part, changes in stage.settings.items():
        config[part] |= changes
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return path


@contextlib.asynccontextmanager
async def _running(channel: Channel) -> AsyncIterator[None]:
    serving = asyncio.create_task(channel.run())
    try:
        yield
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
