"""What is wrong with token, network or webhook, asked of the Bot API without changing anything
there.
"""

from urllib.parse import urlsplit

from telegram.error import TelegramError

from assistant.channels.telegram.connection import Line
from assistant.channels.telegram.receiving import Webhook
from assistant.errors import ChannelError


async def faults_of(line: Line, webhook: Webhook | None) -> list[str]:
    """The faults, each with what to do about it; a channel that serves meanwhile is not disturbed."""
    try:
        await line.introduce()
        known = await line.get_webhook_info()
    except ChannelError as error:
        return [str(error)]
    except TelegramError as error:
        return [
            f"连不上 Telegram（{type(error).__name__}）：请检查网络，或在 config.yaml 换 telegram.base_url"
        ]
    if webhook is None:
        return [_still_set(known.url)] if known.url else []
    if known.last_error_message:
        return [
            f"Telegram 送不到回调地址：{known.last_error_message}（等着 {known.pending_update_count} 条）"
        ]
    return []


def _still_set(url: str) -> str:
    return (
        f"令牌上还设着 webhook（{urlsplit(url).hostname}）：没有别的程序在用这个令牌的话，启动后会自动取消；"
        "有的话，请为本程序另申请一个机器人"
    )
