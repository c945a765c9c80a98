"""serve: every configured channel and the reminders, until told to stop."""

import asyncio
import signal
from collections.abc import Coroutine, Sequence
from typing import Any

import click

from assistant.commands.house import House
from assistant.storage import held

Works = Sequence[tuple[str, Coroutine[Any, Any, None]]]


@click.command()
@click.pass_obj
def serve(house: House) -> None:
    """Start every configured channel; with a terminal and no token, the console chat too."""
    with held(house.folder):
        house.fill()
        house.library.warm()
        for line in house.introduction():
            click.echo(line)
        channels = house.channels()
        if channels:
            works = [(channel.name, channel.run()) for channel in channels]
            asyncio.run(_until_stopped([*works, ("reminders", house.postman().run())]))
        else:
            click.echo("没有可服务的渠道，也没有终端；到此结束。")


async def _until_stopped(works: Works) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    tasks = [asyncio.create_task(_told(name, work), name=name) for name, work in works]
    stopping = asyncio.create_task(stop.wait())
    ends: list[asyncio.Future[Any]] = [stopping, asyncio.gather(*tasks)]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    for task in (stopping, *tasks):
        task.cancel()
    await asyncio.gather(*tasks, stopping, return_exceptions=True)


async def _told(name: str, work: Coroutine[Any, Any, None]) -> None:
    """One channel's fault is told and leaves the others serving."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - the edge around one channel
        click.echo(f"{name} 停了：{error}", err=True)
