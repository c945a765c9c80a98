"""Programs of their own for tests that kill them: the whole of `bot.py serve`, or a module."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.fakes.waiting import until

HOUSE = Path(__file__).parents[2]
Process = asyncio.subprocess.Process
Settings = dict[str, dict[str, Any]]


@contextlib.asynccontextmanager
async def program(
    arguments: list[str], log: Path, environ: Mapping[str, str], ready: Callable[[], Any]
) -> AsyncIterator[Process]:
    """Python with these arguments, once it is ready; told to stop at the end if it still runs."""
    with log.open("ab") as out:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, *arguments),
            env={**os.environ, **environ},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    try:
        await until(ready, 60)
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


def house(folder: Path, settings: Settings) -> list[str]:
    """The arguments for `bot.py serve` with these settings and a data folder of its own."""
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return [str(HOUSE / "bot.py"), "--config", str(path), "--data", str(folder / "data"), "serve"]


async def kill(process: Process) -> None:
    """At once, as a failing machine does."""
    process.send_signal(signal.SIGKILL)
    await process.wait()
