"""A WeCom of our own: it checks what the real servers check and remembers everything.

`WeComFake` is the API, the group robot and the sender of callbacks, `AibotFake` the AI bot's
websocket server. The ciphers here are an
implementation of their own, not ours tested with itself. `python -m tests.fakes.wecom` runs it as
a process of its own.
"""

from tests.fakes.wecom.aibot import BOT_ID, BOT_SECRET, AibotFake
from tests.fakes.wecom.platform import AGENT, ROBOT_KEY, SECRET
from tests.fakes.wecom.sealing import AES_KEY, CORP, TOKEN
from tests.fakes.wecom.server import WeComFake

__all__ = [
    "AES_KEY",
    "AGENT",
    "BOT_ID",
    "BOT_SECRET",
    "CORP",
    "ROBOT_KEY",
    "SECRET",
    "TOKEN",
    "AibotFake",
    "WeComFake",
]
