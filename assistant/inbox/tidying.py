"""Once a day a channel forgets what nobody will ask for again."""

import asyncio

from assistant.inbox.arrivals import DAY, Inbox
from assistant.inbox.buttons import Buttons


async def keep_tidy(inbox: Inbox, buttons: Buttons) -> None:
    """Until cancelled."""
    while True:
        await asyncio.to_thread(inbox.forget)
        await asyncio.to_thread(buttons.forget)
        await asyncio.sleep(DAY)
