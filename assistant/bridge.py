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

# What cannot be read is answered with what can be: the kinds of a Message without words.
WORDLESS = {
    "location": "收到了位置。我只懂文字，请直接打字提问，比如“联系人电话是多少？”",
    "sticker": "收到了表情。我只懂文字，请直接打字提问，或者发“帮助”看看能问什么。",
    "voice": "收到了语音或视频。我还听不了语音，请打字提问。",
    "photo": "收到了图片。我还看不了图片，请打字提问；答复函请以文件（PDF、Word）发送。",
    "other": "这类内容我看不了，请打字提问，或者发“帮助”看看能问什么。",
}


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
        line = WORDLESS.get(message.kind)
        if line and not message.text.strip() and not message.files:
            return Reply(kind="help", headline=line, text=line)
        try:
            return self._reply_to(message)
        except Exception:
            log.exception("a message from %s could not be answered", message.address.channel)
            return APOLOGY

    def close(self) -> None:
        """Let the threads go; answers under way are finished first."""
        self._threads.shutdown(wait=True)
