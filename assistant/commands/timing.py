"""The time of a run: now, or a moment named on the command line from which it goes on."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import click

ZONE = ZoneInfo("Asia/Shanghai")


def clock_from(start: datetime | None) -> Callable[[], datetime]:
    """The time in Asia/Shanghai; with a start it begins there and goes on."""
    if start is None:
        return lambda: datetime.now(ZONE)
    first = start.astimezone(ZONE) if start.tzinfo else start.replace(tzinfo=ZONE)
    began = time.monotonic()
    return lambda: first + timedelta(seconds=time.monotonic() - began)


def moment(_context: click.Context, _option: click.Parameter, words: str | None) -> datetime | None:
    """An option's words as a moment; wrong ones are told with an example."""
    try:
        return datetime.fromisoformat(words) if words else None
    except ValueError:
        sentence = "应当是 ISO 8601 时间，例如 2022-10-01T09:00:00+08:00"
        raise click.BadParameter(sentence) from None
