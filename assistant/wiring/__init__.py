"""Builds channels from settings and environment; `bot.py` hands it the rooms they talk to."""

from assistant.wiring.rooms import Rooms
from assistant.wiring.telegram import open_telegram, telegram_faults
from assistant.wiring.wecom import WeCom

__all__ = ["Rooms", "WeCom", "open_telegram", "telegram_faults"]
