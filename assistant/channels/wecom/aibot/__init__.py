"""The AI bot (智能机器人): private chats and groups, streamed answers, cards, pushes."""

from assistant.channels.wecom.aibot.channel import Options, WeComAibot
from assistant.channels.wecom.aibot.link import Connection

__all__ = ["Connection", "Options", "WeComAibot"]
