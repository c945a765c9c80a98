"""Usage: python -m tests.fakes.telegram --port 8081 [--no-floods]

Then start the bot with base_url http://127.0.0.1:8081/bot and the token printed here, and act
with e.g. curl -d '{"text": "联系人电话？"}' http://127.0.0.1:8081/control/say
"""

import argparse
import asyncio

from tests.fakes.telegram import TOKEN, Floods, TelegramFake


async def serve(port: int, floods: Floods) -> None:
    """Until interrupted."""
    async with TelegramFake(floods).serve(port) as telegram:
        print(f"base_url {telegram.base_url} token {TOKEN}", flush=True)
        await asyncio.Event().wait()


def main() -> None:
    """Read the options and serve."""
    options = argparse.ArgumentParser(description="A fake Telegram Bot API.")
    options.add_argument("--port", type=int, default=8081)
    options.add_argument("--no-floods", action="store_true", help="take any number of messages")
    chosen = options.parse_args()
    asyncio.run(serve(chosen.port, Floods(0, 0, 0) if chosen.no_floods else Floods()))


if __name__ == "__main__":
    main()
