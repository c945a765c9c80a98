"""The load of a busy day on the whole program: questions through the HTTP interface at a steady
rate.

`make load`: `bot.py serve` runs as people run it, with the fake Telegram beside it; half way
through, letters are ingested. Prints the times of the answers, faults, the longest gap of the event
loop and the memory.

Usage: python -m tests.bench.load [QUESTIONS_A_SECOND] [SECONDS]
"""

import asyncio
import contextlib
import os
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import yaml

from tests.bench.letters import write_letters
from tests.conversations.exam_questions import shipped_paper
from tests.fakes.telegram import TOKEN, TelegramFake

HOUSE = Path(__file__).parents[2]
LETTERS = 40  # ingested during the run


@dataclass
class Tally:
    """What came of the questions."""

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def share(self, part: float) -> float:
        """The time within which this part of the answers came, in ms."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))] * 1000


async def load(rate: int, seconds: int) -> None:
    """Ask, ingest meanwhile, print."""
    questions = [item.turns[0].question for item in shipped_paper().items if len(item.turns) == 1]
    with tempfile.TemporaryDirectory() as name:
        async with (
            TelegramFake().serve() as telegram,
            _serving(telegram, Path(name)) as address,
            httpx.AsyncClient(base_url=address, timeout=30) as client,
        ):
            await _until_ready(client)
            began = await _figures(client)
            tally = Tally()
            ingesting = asyncio.create_task(_ingest(Path(name), seconds / 2))
            await _ask_steadily(client, questions, rate, seconds, tally)
            await ingesting
            _print(rate, tally, began, await _figures(client))


async def _ask_steadily(
    client: httpx.AsyncClient, questions: list[str], rate: int, seconds: int, tally: Tally
) -> None:
    """Open loop: the next question does not wait for the last answer."""
    asking, start = set(), time.perf_counter()
    for n in range(rate * seconds):
        await asyncio.sleep(max(0.0, start + n / rate - time.perf_counter()))
        task = asyncio.create_task(_ask(client, questions[n % len(questions)], n, tally))
        asking.add(task)
        task.add_done_callback(asking.discard)
    await asyncio.gather(*asking)


async def _ask(client: httpx.AsyncClient, question: str, n: int, tally: Tally) -> None:
    began = time.perf_counter()
    try:
        answer = await client.get("/api/ask", params={"q": question, "session": str(n % 500)})
        answer.raise_for_status()
    except httpx.HTTPError as error:
        tally.faults.append(repr(error))
    tally.seconds.append(time.perf_counter() - began)


async def _ingest(folder: Path, after: float) -> None:
    sources = folder / "letters"
    sources.mkdir()
    write_letters(sources, LETTERS)
    await asyncio.sleep(after)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(HOUSE / "bot.py"), "--data", str(folder / "data")),
        *("ingest", str(sources)),
        stdout=asyncio.subprocess.DEVNULL,
    )
    assert await process.wait() == 0


@contextlib.asynccontextmanager
async def _serving(telegram: TelegramFake, folder: Path) -> AsyncIterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = yaml.safe_load((HOUSE / "config.yaml").read_text(encoding="utf-8"))
    config["telegram"] |= {"base_url": telegram.base_url, "base_file_url": telegram.base_file_url}
    config["web"] |= {"port": port, "requests_per_minute": 1_000_000}
    settings = folder / "config.yaml"
    settings.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(HOUSE / "bot.py"), "--config", str(settings)),
        *("--data", str(folder / "data"), "--now", "2022-10-01T09:00:00+08:00", "serve"),
        env={**os.environ, config["telegram"]["token_variable"]: TOKEN},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _until_ready(client: httpx.AsyncClient) -> None:
    for _ in range(300):
        with contextlib.suppress(httpx.HTTPError):
            if (await client.get("/readyz")).status_code == 200:
                return
        await asyncio.sleep(0.1)
    raise SystemExit("the program did not get ready")


async def _figures(client: httpx.AsyncClient) -> dict[str, float]:
    lines = (await client.get("/metrics")).text.splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


def _print(rate: int, tally: Tally, began: dict[str, float], ended: dict[str, float]) -> None:
    gap, memory = "dafutong_event_loop_gap_seconds", "process_resident_memory_bytes"
    print(f"{len(tally.seconds)} questions at {rate} a second, {len(tally.faults)} faults")
    print(f"median {statistics.median(tally.seconds) * 1000:.1f} ms, ", end="")
    print(f"95 % {tally.share(0.95):.1f} ms, 99 % {tally.share(0.99):.1f} ms")
    print(f"loop gap: start {began[gap] * 1000:.0f} ms, all {ended[gap] * 1000:.0f} ms")
    print(f"memory {ended[memory] / 2**20:.0f} MB")
    for fault in tally.faults[:5]:
        print(fault)


if __name__ == "__main__":
    asyncio.run(load(*map(int, (sys.argv[1:] + ["50", "120"][len(sys.argv) - 1 :]))))
