"""The app's menu under the chat: three buttons, with what people order most."""

from collections.abc import Collection
from typing import Any

# Name of a button (at most 16 bytes: five characters), then name (40 bytes) and words of each
# entry.
MENU = (
    ("查询", (("承诺事项", "/commitments"), ("联系人", "/contact"), ("收录了哪些", "/about"))),
    ("提醒", (("我的订阅", "/subscriptions"), ("我的台账", "/ledger 我的"), ("图表", "/chart"))),
    ("帮助", (("能问什么", "/help"),)),
)
# What the dialogue understands by itself; the registry of commands comes on top.
BASIC = frozenset({"commitments", "contact", "about", "help"})


def menu(commands: Collection[str]) -> dict[str, Any]:
    """The body of menu/create, with the commands there are."""
    known = BASIC | set(commands)
    buttons: list[dict[str, Any]] = []
    for name, entries in MENU:
        offered = [_entry(*entry) for entry in entries if _command(entry[1]) in known]
        if len(offered) > 1:
            buttons.append({"name": name, "sub_button": offered})
        elif offered:
            buttons.append(offered[0] | {"name": name})
    return {"button": buttons}


def _entry(name: str, words: str) -> dict[str, str]:
    return {"type": "click", "name": name, "key": words}


def _command(words: str) -> str:
    return words.split()[0].removeprefix("/")
