"""The line to the Bot API: addresses, time-outs, and a bot whose words never hold the token."""

import os
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from assistant.channels.telegram.secrecy import quieten
from assistant.errors import ChannelError

# Named, or a list set by an older version stays in force at the server.
UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class Connection:
    """Where and how to reach the Bot API; seconds where it says nothing else.

    `base_url` and `base_file_url` end where the token begins (".../bot", ".../file/bot").
    """

    token: str = field(repr=False)
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    poll: int = 30  # how long the server may keep a getUpdates without news
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    media_timeout: float = 60.0
    pool_size: int = 64
    pool_timeout: float = 30.0  # with the default of 1 a busy minute fails
    pause: float = 1.0  # after a first failure; doubles up to pause_most
    pause_most: float = 30.0


class Line(Bot):
    """A bot that can also hand out updates as they came, to be stored before they are read."""

    async def receive(self, offset: int, seconds: int, timeout: float) -> list[dict[str, Any]]:
        """The next updates, unparsed: one that cannot be read must not hold up the others."""
        wanted = {"offset": offset, "timeout": seconds, "allowed_updates": list(UPDATES)}
        received = await self._post("getUpdates", wanted, read_timeout=seconds + timeout)
        return list(received)

    async def introduce(self) -> None:
        """Say who we are and learn our name. Raises ChannelError for a refused token."""
        try:
            await self.initialize()
        except InvalidToken:  # its words hold the token
            raise ChannelError(
                "Telegram 不接受这个机器人令牌，请检查存放令牌的环境变量", permanent=True
            ) from None

    async def hang_up(self) -> None:
        """Close the connections, also those of a bot that never introduced itself."""
        await self.shutdown()
        for request in self._request:
            await request.shutdown()


def open_line(connection: Connection) -> Line:
    """A bot that has not called anybody yet."""
    quieten()
    # Opts in to durations as timedelta; without it each 429 is answered with a warning.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    return Line(
        connection.token,
        base_url=connection.base_url,
        base_file_url=connection.base_file_url,
        request=_request(connection, connection.pool_size),
        get_updates_request=_request(connection, 1),
    )


def _request(connection: Connection, pool_size: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=pool_size,
        connect_timeout=connection.connect_timeout,
        read_timeout=connection.read_timeout,
        write_timeout=connection.read_timeout,
        pool_timeout=connection.pool_timeout,
        media_write_timeout=connection.media_timeout,
    )
