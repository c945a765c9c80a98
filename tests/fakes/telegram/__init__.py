"""A Telegram of our own: it checks what the real Bot API checks and remembers everything.

async with TelegramFake().serve() as telegram: point the channel's base_url at it.
`python -m tests.fakes.telegram --port 8081` runs it as a process of its own.
"""

from tests.fakes.telegram.floods import Floods
from tests.fakes.telegram.platform import BOT, TOKEN, Call, Fault, Shown
from tests.fakes.telegram.server import TelegramFake

__all__ = ["BOT", "TOKEN", "Call", "Fault", "Floods", "Shown", "TelegramFake"]
