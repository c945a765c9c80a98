"""The Telegram channel, where its token is set, and what is wrong with it."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # heavy imports, made where the channel is built
    from assistant.channels.telegram import TelegramChannel

from assistant.errors import ChannelError
from assistant.settings import Telegram
from assistant.wiring.rooms import Rooms


def open_telegram(
    of: Telegram, environ: Mapping[str, str], rooms: Callable[[], Rooms]
) -> "TelegramChannel | None":
    """None without a token."""
    from assistant.channels.telegram import Connection, Options, TelegramChannel, Webhook

    token = environ.get(of.token_variable, "")
    if not token:
        return None
    connection = Connection(
        token,
        base_url=of.base_url,
        base_file_url=of.base_file_url,
        poll=of.poll_seconds,
        connect_timeout=of.connect_seconds,
        read_timeout=of.timeout_seconds,
        pause=of.retry_seconds,
        pause_most=of.retry_seconds_most,
    )
    secret = environ.get(of.webhook_secret_variable, "")
    if of.mode == "webhook" and not (secret and of.webhook_url):
        lacks = "config.yaml 的 telegram.webhook_url" if secret else of.webhook_secret_variable
        raise ChannelError(f"Telegram 用 webhook 还缺 {lacks}", permanent=True)
    options = Options(
        parallel=of.chats_at_a_time,
        threads=of.threads,
        file_bytes=of.file_mb << 20,
        webhook=Webhook(of.webhook_url or "", secret) if of.mode == "webhook" else None,
    )
    house = rooms()
    return TelegramChannel(
        connection,
        house.reply_to,
        house.database,
        house.clock,
        commands=house.commands,
        account_of=house.account_of,
        options=options,
    )


def telegram_faults(opened: Callable[[], "TelegramChannel | None"]) -> list[str]:
    """What keeps the channel from working; nothing where it is off."""
    try:
        channel = opened()
        return asyncio.run(_probed(channel)) if channel else []
    except ChannelError as error:
        return [str(error)]


async def _probed(channel: "TelegramChannel") -> list[str]:
    try:
        return await channel.probe()
    finally:
        await channel.close()
