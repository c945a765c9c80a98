"""The WeCom channels that settings and environment allow, and what the others lack."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.routing import Route

if TYPE_CHECKING:  # heavy imports, made where the channel is built
    from assistant.channels.wecom import WeComApp

from assistant.errors import ChannelError
from assistant.glossary import Channel
from assistant.settings import Settings
from assistant.wiring.rooms import Rooms


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

        of, rooms = self._settings.wecom, self._rooms
        if self._app_lacks():
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
        house = rooms()
        return WeComApp(
            connection,
            options,
            house.reply_to,
            house.database,
            house.clock,
            commands=house.commands,
        )

    @property
    def channels(self) -> list[Channel]:
        """Those that are on."""
        return [channel for channel in (self.app,) if channel is not None]

    @property
    def routes(self) -> list[Route]:
        """Where WeCom calls us, for the house's web server."""
        return self.app.routes() if self.app else []

    @property
    def hosts(self) -> list[str]:
        """The public names under which it does."""
        urls = (self._settings.wecom.callback_url,)
        return [host for url in urls if url and (host := urlsplit(url).hostname)]

    def introduction(self) -> list[str]:
        """What is on, what is off, and what turns it on."""
        return [f"  企业微信应用  {_state(self._app_lacks())}"]

    def faults(self) -> list[str]:
        """What is begun and not finished, and what is written wrongly."""
        lacks = self._app_lacks()
        if lacks and len(lacks) < len(self._app_needs()):
            return [f"企业微信应用只设了一部分，还缺：{'、'.join(lacks)}"]
        try:
            self.app  # noqa: B018 - building it is the check
        except ChannelError as error:
            return [str(error)]
        return []

    def _app_needs(self) -> dict[str, object]:
        of = self._settings.wecom
        variables = (of.secret_variable, of.token_variable, of.aes_key_variable)
        settings: dict[str, object] = {
            "config.yaml 的 wecom.corp_id": of.corp_id,
            "wecom.agent_id": of.agent_id,
        }
        return settings | {f"环境变量 {name}": self._secret(name) for name in variables}

    def _app_lacks(self) -> list[str]:
        return [name for name, value in self._app_needs().items() if not value]

    def _secret(self, variable: str) -> str:
        return self._environ.get(variable, "").strip()


def _state(lacks: list[str]) -> str:
    return f"未开：还缺 {'、'.join(lacks)}" if lacks else "已开"
