"""The one place where a channel (async) asks the dialogue (plain Python, in a worker thread)."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from assistant.glossary import Message, Reply, ReplyTo

log = logging.getLogger(__name__)

APOLOGY = Reply(
    kind="error",
    headline="这条消息没有处理成功",
    text="这条消息没有处理成功，问题已记录。请稍后再试，或者换一种说法。",
)


class Bridge:
    """Asks the dialogue off the event loop; a fault in one message stays with that message."""

    def __init__(self, reply_to: ReplyTo, threads: int = 4) -> None:
        self._reply_to = reply_to
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="dialogue")

    async def ask(self, message: Message) -> Reply:
        """The dialogue's reply, or an apology when it fails."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self.ask_now, message)

    def ask_now(self, message: Message) -> Reply:
        """The same for a caller without an event loop (the console)."""
        try:
            return self._reply_to(message)
        except Exception:
            log.exception("a message from %s could not be answered", message.address.channel)
            return APOLOGY

    def close(self) -> None:
        """Let the threads go; answers under way are finished first."""
        self._threads.shutdown(wait=True)
