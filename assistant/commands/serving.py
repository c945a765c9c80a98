"""serve: every configured channel and the reminders, until told to stop."""

import asyncio
import signal
import sys
from collections.abc import Sequence

import click

from assistant.commands.house import House
from assistant.glossary import Channel


@click.command()
@click.pass_context
def serve(context: click.Context) -> None:
    """Start every configured channel; with a terminal and no token, the console chat."""
    house: House = context.obj
    house.fill()
    house.library.warm()
    for line in house.introduction():
        click.echo(line)
    channels = house.channels()
    if channels:
        asyncio.run(_until_stopped(channels))
    elif sys.stdin.isatty():
        from assistant.commands.asking import chat

        context.invoke(chat)
    else:
        click.echo("没有可服务的渠道，也没有终端；到此结束。")


async def _until_stopped(channels: Sequence[Channel]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    tasks = [asyncio.create_task(channel.run(), name=channel.name) for channel in channels]
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    for task in (waiting, *tasks):
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    for task, outcome in zip(tasks, ended, strict=True):
        if isinstance(outcome, Exception):
            click.echo(f"渠道 {task.get_name()} 停了：{outcome}", err=True)
