"""WeCom (企业微信): the self-built app, the AI bot, group robots.

Our own small clients: no kept package knows the app's cards, and the AI bot's official one fights
a second login for ever. Envelopes, cards, limits and errcodes are shared.
"""

from assistant.channels.wecom.aibot import WeComAibot
from assistant.channels.wecom.app import Connection, Options, WeComApp
from assistant.channels.wecom.robot import WeComRobot

__all__ = ["Connection", "Options", "WeComAibot", "WeComApp", "WeComRobot"]
