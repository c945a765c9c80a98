"""The menu of commands beside the input field, in Chinese, by role."""

import re
from collections.abc import Sequence
from typing import Final

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from assistant.channels.telegram.connection import Line
from assistant.glossary import Command, Role
from assistant.splitting import shorten, utf16_units

# What the dialogue understands by itself; the registry of commands comes on top.
BASIC: Final = (
    ("ask", "提问：/ask 全区知名品牌多少个？"),
    ("contact", "联系人和电话"),
    ("commitments", "承诺事项和时限"),
    ("source", "按出处编号打开原文：/source 59-1.1-1"),
    ("about", "收录了哪些答复函"),
    ("help", "能问什么、怎么问"),
)
NAME = re.compile(r"[a-z0-9_]{1,32}")
HELP_UNITS = 256
MOST = 100

Entries = tuple[tuple[str, str], ...]


def entries(commands: Sequence[Command], role: Role, *, group: bool = False) -> Entries:
    """Name and help of each command this role may use here."""
    allowed = [
        command
        for command in commands
        if command.menu and role in command.roles and not (group and command.private)
    ]
    named = dict(BASIC) | {command.name: command.help for command in allowed}
    return tuple(
        (name, shorten(help, HELP_UNITS, utf16_units))
        for name, help in named.items()
        if NAME.fullmatch(name) and help
    )[:MOST]


class Menu:
    """Tells Telegram the menus; a person's own one where the role allows more than everybody's."""

    def __init__(self, line: Line, commands: Sequence[Command]) -> None:
        self._line = line
        self._commands = commands
        self._everybody = entries(commands, Role.VISITOR)
        self._shown: dict[str, Entries] = {}

    async def publish(self) -> None:
        """Everybody's menus, in private and in groups."""
        await self._line.set_my_commands(
            _commands(self._everybody), scope=BotCommandScopeAllPrivateChats()
        )
        await self._line.set_my_commands(
            _commands(entries(self._commands, Role.VISITOR, group=True)),
            scope=BotCommandScopeAllGroupChats(),
        )

    async def offer(self, chat: str, role: Role) -> None:
        """The menu of a person's private chat, when it changes."""
        mine = entries(self._commands, role)
        if self._shown.get(chat, self._everybody) == mine:
            return
        await self._line.set_my_commands(_commands(mine), scope=BotCommandScopeChat(chat))
        self._shown[chat] = mine


def _commands(menu: Entries) -> list[BotCommand]:
    return [BotCommand(name, help) for name, help in menu]
