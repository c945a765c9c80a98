"""The WeCom channels that settings and environment allow, and what the others lack."""

import asyncio
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.routing import Route

if TYPE_CHECKING:  # heavy imports, made where the channel is built
    from assistant.channels.wecom import WeComAibot, WeComApp, WeComRobot
    from assistant.channels.wecom.aibot import WeComAibotPolled

    AnyWeCom = WeComApp | WeComAibot | WeComAibotPolled | WeComRobot

from assistant.errors import ChannelError
from assistant.glossary import Channel
from assistant.settings import Settings
from assistant.wiring.rooms import Rooms

# What a channel needs, by the name under which a person finds it, with its value if there is one.
Needs = dict[str, str | int | None]


class WeCom:
    """企业微信: whichever of its channels is set up; `rooms` is asked only where one is."""

    dedupes = frozenset({"wecom"})  # channels whose platform drops a message sent again

    def __init__(
        self, settings: Settings, environ: Mapping[str, str], rooms: Callable[[], Rooms]
    ) -> None:
        self._settings = settings
        self._environ = environ
        self._rooms = rooms

    @cached_property
    def app(self) -> "WeComApp | None":
        """The self-built app, where nothing is missing."""
        from assistant.channels.wecom import Connection, Options, WeComApp

        of = self._settings.wecom
        if self._lacks(self._app_needs()):
            return None
        connection = Connection(
            of.corp_id or "",
            of.agent_id or 0,
            self._secret(of.secret_variable),
            of.base_url.rstrip("/"),
            timeout=of.timeout_seconds,
            connect_timeout=of.connect_seconds,
            pause=of.retry_seconds,
            pause_most=of.retry_seconds_most,
        )
        options = Options(
            self._secret(of.token_variable),
            self._secret(of.aes_key_variable),
            markdown=of.markdown,
            parallel=of.persons_at_a_time,
            threads=of.threads,
        )
        house = self._rooms()
        return WeComApp(
            connection,
            options,
            house.reply_to,
            house.database,
            house.clock,
            commands=house.commands,
        )

    @cached_property
    def aibot(self) -> "WeComAibot | None":
        """The AI bot, where nothing is missing."""
        from assistant.channels.wecom import aibot

        of = self._settings.wecom_aibot
        if of.mode != "connection" or self._lacks(self._aibot_needs()):
            return None
        connection = aibot.Connection(
            of.bot_id or "",
            self._secret(of.secret_variable),
            of.url,
            ping=of.ping_seconds,
            timeout=of.timeout_seconds,
            pause=of.retry_seconds,
            pause_most=of.retry_seconds_most,
        )
        options = aibot.Options(
            parallel=of.chats_at_a_time, threads=of.threads, file_bytes=of.file_mb << 20
        )
        house = self._rooms()
        return aibot.WeComAibot(connection, house.reply_to, house.database, house.clock, options)

    @cached_property
    def polled(self) -> "WeComAibotPolled | None":
        """The AI bot by callback, where that is chosen and nothing is missing."""
        from assistant.channels.wecom import aibot

        of = self._settings.wecom_aibot
        if of.mode != "callback" or self._lacks(self._aibot_needs()):
            return None
        callback = aibot.Callback(
            self._secret(of.token_variable),
            self._secret(of.aes_key_variable),
            timeout=of.timeout_seconds,
            pause=of.retry_seconds,
        )
        options = aibot.Options(
            parallel=of.chats_at_a_time, threads=of.threads, file_bytes=of.file_mb << 20
        )
        house = self._rooms()
        return aibot.WeComAibotPolled(
            callback, house.reply_to, house.database, house.clock, options
        )

    @cached_property
    def robot(self) -> "WeComRobot | None":
        """The group robots, where there is a key."""
        from assistant.channels.wecom import robot

        of = self._settings.wecom_robot
        keys = robot.keys_from(self._secret(of.keys_variable))
        if not keys:
            return None
        house = self._rooms()
        connection = robot.Connection(keys, of.url, of.timeout_seconds)
        return robot.WeComRobot(connection, house.database, house.clock)

    @property
    def channels(self) -> list[Channel]:
        """Those that are on."""
        return list(self._on())

    @property
    def routes(self) -> list[Route]:
        """Where WeCom calls us, for the house's web server."""
        called = (self.app, self.polled)
        return [route for channel in called if channel for route in channel.routes()]

    @property
    def hosts(self) -> list[str]:
        """The public names under which it does."""
        of = self._settings
        urls = (of.wecom.callback_url, of.wecom_aibot.callback_url)
        return [host for url in urls if url and (host := urlsplit(url).hostname)]

    def troubles(self) -> dict[str, Callable[[], str | None]]:
        """By name, what keeps each channel that is on from working, for the health page."""
        return {channel.name: _told(channel) for channel in self._on()}

    def _on(self) -> "list[AnyWeCom]":
        channels = (self.app, self.aibot, self.polled, self.robot)
        return [channel for channel in channels if channel is not None]

    def introduction(self) -> list[str]:
        """What is on, what is off, and what turns it on."""
        return [f"  {name}  {_state(lacks)}" for name, (_, lacks) in self._parts().items()]

    def faults(self) -> list[str]:
        """What is begun and not finished, and what is written wrongly."""
        found = [
            f"{name}只设了一部分，还缺：{'、'.join(lacks)}"
            for name, (needs, lacks) in self._parts().items()
            if lacks and len(lacks) < len(needs)
        ]
        try:
            return [*found, *self._probed()] if self.channels else found
        except ChannelError as error:
            return [*found, str(error)]

    def _probed(self) -> list[str]:
        """What WeCom says to the app's id and secret and the robots' keys. The AI bot is left
        alone: a login would throw out the one that serves.
        """
        asked = [channel for channel in (self.app, self.robot) if channel]
        return [trouble for channel in asked if (trouble := asyncio.run(_probe(channel)))]

    def _parts(self) -> dict[str, tuple[Needs, list[str]]]:
        keys = self._settings.wecom_robot.keys_variable
        parts = {
            "企业微信应用": self._app_needs(),
            "智能机器人": self._aibot_needs(),
            "群机器人": self._secrets(keys),
        }
        return {name: (needs, self._lacks(needs)) for name, needs in parts.items()}

    def _app_needs(self) -> Needs:
        of = self._settings.wecom
        variables = (of.secret_variable, of.token_variable, of.aes_key_variable)
        return {
            "config.yaml 的 wecom.corp_id": of.corp_id,
            "wecom.agent_id": of.agent_id,
        } | self._secrets(*variables)

    def _aibot_needs(self) -> Needs:
        of = self._settings.wecom_aibot
        if of.mode == "callback":
            return self._secrets(of.token_variable, of.aes_key_variable)
        return {"config.yaml 的 wecom_aibot.bot_id": of.bot_id} | self._secrets(of.secret_variable)

    def _secrets(self, *variables: str) -> Needs:
        return {f"环境变量 {name}": self._secret(name) for name in variables}

    def _lacks(self, needs: Needs) -> list[str]:
        return [name for name, value in needs.items() if not value]

    def _secret(self, variable: str) -> str:
        return self._environ.get(variable, "").strip()


def _told(channel: "AnyWeCom") -> Callable[[], str | None]:
    return lambda: channel.trouble or None


async def _probe(channel: "WeComApp | WeComRobot") -> str:
    try:
        return await channel.probe()
    finally:
        await channel.close()


def _state(lacks: list[str]) -> str:
    return f"未开：还缺 {'、'.join(lacks)}" if lacks else "已开"
