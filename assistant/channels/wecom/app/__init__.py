"""The self-built app (自建应用): private chats, menu, cards, reminders dropped when repeated."""

from assistant.channels.wecom.app.channel import Options, WeComApp
from assistant.channels.wecom.app.client import Connection

__all__ = ["Connection", "Options", "WeComApp"]
