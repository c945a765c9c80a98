"""The AI bot (智能机器人): private chats and groups, streamed answers, cards, pushes."""

from assistant.channels.wecom.aibot.channel import Options, WeComAibot
from assistant.channels.wecom.aibot.link import Connection
from assistant.channels.wecom.aibot.polled import Callback, WeComAibotPolled

__all__ = ["Callback", "Connection", "Options", "WeComAibot", "WeComAibotPolled"]
