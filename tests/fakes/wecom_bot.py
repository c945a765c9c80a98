"""A whole WeCom app in a process of its own, with a table for a dialogue: for tests that kill it.

Usage: python -m tests.fakes.wecom_bot BASE_URL PORT FOLDER [SECONDS_AN_ANSWER]
"""

import asyncio
import logging
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from starlette.applications import Starlette

from assistant.channels.wecom import Connection, Options, WeComApp
from assistant.storage import MARK, MIGRATIONS, Base, Database
from tests.fakes.dialogue import TableDialogue
from tests.fakes.serving import served
from tests.fakes.wecom import AES_KEY, AGENT, CORP, SECRET, TOKEN


async def serve(base_url: str, port: int, folder: Path, slow: float) -> None:
    """Until it is told to stop."""
    database = Database(folder / "assistant.db", MIGRATIONS, MARK)
    Base.metadata.create_all(database.engine)
    channel = WeComApp(
        Connection(CORP, AGENT, SECRET, base_url, pause=0.05),
        Options(TOKEN, AES_KEY, limits=()),
        TableDialogue(slow=slow).reply_to,
        database,
        lambda: datetime.now(UTC),
    )
    serving = asyncio.ensure_future(channel.run())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, serving.cancel)
    async with served(Starlette(routes=channel.routes()), port):
        await asyncio.gather(serving, return_exceptions=True)
    database.close()


def main() -> None:
    """Read the arguments and serve."""
    logging.basicConfig(level=logging.DEBUG)
    base_url, port, folder, *slow = sys.argv[1:]
    asyncio.run(serve(base_url, int(port), Path(folder), float(slow[0]) if slow else 0.0))


if __name__ == "__main__":
    main()
