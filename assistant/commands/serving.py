"""serve: every configured channel and the reminders, until told to stop."""

import asyncio
import signal
from collections.abc import Coroutine, Sequence
from typing import Any

import click

from assistant.commands.house import House
from assistant.commands.renewing import renew_beside
from assistant.commands.warming import warm
from assistant.glossary import Channel
from assistant.reminders import Postman
from assistant.storage import held


@click.command()
@click.pass_obj
def serve(house: House) -> None:
    """Start every configured channel; with a terminal and no token, the console chat too."""
    with held(house.folder):
        house.fill()
        warm(house.library, house.dialogue)
        renew_beside(house.library)
        for line in house.introduction():
            click.echo(line)
        channels = house.channels()
        if channels:
            asyncio.run(_serve(channels, house.postman()))
        else:
            click.echo("没有可服务的渠道，也没有终端；到此结束。")


async def _serve(channels: Sequence[Channel], postman: Postman) -> None:
    """Until told to stop: first the reminders, so that none is on its way when a channel closes."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    works = [asyncio.create_task(_told(channel.name, channel.run())) for channel in channels]
    reminding = asyncio.create_task(_told("reminders", postman.run()))
    ends: list[asyncio.Future[Any]] = [
        asyncio.ensure_future(stop.wait()),
        asyncio.gather(*works),
    ]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    await _ended([reminding])
    await _ended([*works, *ends])


async def _ended(tasks: Sequence[asyncio.Future[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _told(name: str, work: Coroutine[Any, Any, None]) -> None:
    """One channel's fault is told and leaves the others serving."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - the edge around one channel
        click.echo(f"{name} 停了：{error}", err=True)
