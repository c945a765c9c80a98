"""A whole bot in a process of its own, with a table for a dialogue: for tests that kill it.

Usage: TELEGRAM_TOKEN=… python -m tests.fakes.telegram_bot URL FOLDER [SECONDS_AN_ANSWER]
"""

import asyncio
import logging
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from assistant.channels.telegram import Connection, Options, Rates, TelegramChannel
from assistant.storage import MARK, MIGRATIONS, Base, Database
from tests.fakes.dialogue import TableDialogue


async def serve(url: str, folder: Path, slow: float) -> None:
    """Until it is told to stop."""
    database = Database(folder / "assistant.db", MIGRATIONS, MARK)
    connection = Connection(
        os.environ["TELEGRAM_TOKEN"], f"{url}/bot", f"{url}/file/bot", poll=1, pause=0.05
    )
    channel = TelegramChannel(
        connection,
        TableDialogue(slow=slow).reply_to,
        database,
        lambda: datetime.now(UTC),
        options=Options(Rates(0, 0, 0)),
    )
    Base.metadata.create_all(database.engine)
    serving = asyncio.ensure_future(channel.run())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, serving.cancel)
    await asyncio.gather(serving, return_exceptions=True)
    database.close()


def main() -> None:
    """Read the arguments and serve."""
    logging.basicConfig(level=logging.DEBUG)
    url, folder, *slow = sys.argv[1:]
    asyncio.run(serve(url, Path(folder), float(slow[0]) if slow else 0.0))


if __name__ == "__main__":
    main()
