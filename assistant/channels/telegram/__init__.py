"""Telegram, through python-telegram-bot's Bot; receiving and keeping order are our own.

Its Application confirms updates before they are handled and loses them in a crash, so ours stores
first (assistant.inbox). One program a token polls: of several replicas over one database the one
that holds the lease.
"""

from assistant.channels.telegram.channel import Options, TelegramChannel
from assistant.channels.telegram.connection import Connection
from assistant.channels.telegram.pacing import Rates
from assistant.channels.telegram.receiving import Webhook

__all__ = ["Connection", "Options", "Rates", "TelegramChannel", "Webhook"]
