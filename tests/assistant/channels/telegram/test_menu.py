"""Menus in Chinese, by role and place, as the platform takes them."""

import dataclasses

import pytest

from assistant.channels.telegram.menu import entries
from assistant.glossary import Account, Address, Command, Reply, Role
from assistant.storage import Database
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import TelegramFake
from tests.fakes.waiting import running, until

STAFF = frozenset({Role.STAFF, Role.ADMIN})


def command(name: str, **more: object) -> Command:
    reply = Reply("done", "好", "好")
    return Command(name, (name,), f"{name}的说明", lambda _request: reply, **more)  # type: ignore[arg-type]


SUBSCRIBE = command("subscribe")
CLOSE = command("close", roles=STAFF)
BIND = command("bind", private=True)
HIDDEN = command("debug", menu=False)
ODD = command("Bad-Name")
ALL = (SUBSCRIBE, CLOSE, BIND, HIDDEN, ODD)


@pytest.mark.parametrize(
    ("role", "group", "extra"),
    [
        (Role.VISITOR, False, {"subscribe", "bind"}),
        (Role.STAFF, False, {"subscribe", "bind", "close"}),
        (Role.STAFF, True, {"subscribe", "close"}),
    ],
)
def test_a_menu_holds_what_the_role_may_use_here(role: Role, group: bool, extra: set[str]) -> None:
    names = {name for name, _help in entries(ALL, role, group=group)}

    assert names - {"ask", "contact", "commitments", "source", "about", "help"} == extra


def test_a_help_too_long_for_the_platform_is_shortened() -> None:
    long = dataclasses.replace(SUBSCRIBE, help="长" * 300)

    assert max(len(help) for _name, help in entries((long,), Role.VISITOR)) == 256


async def test_everybody_gets_a_menu_and_staff_their_own(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    def account_of(address: Address) -> Account:
        return Account(1, "某", Role.STAFF if address.person == "1002" else Role.VISITOR)

    channel = build(telegram, database, dialogue, commands=ALL, account_of=account_of)
    async with running(channel):
        for chat in (1001, 1002):
            telegram.say("联系人电话？", chat)
        await until(lambda: "chat/1002" in telegram.menus)

    assert set(telegram.menus) == {"all_private_chats", "all_group_chats", "chat/1002"}
    named = {entry["command"] for entry in telegram.menus["chat/1002"]}
    assert {"subscribe", "close", "ask"} <= named


async def test_a_menu_that_is_refused_does_not_silence_the_bot(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    telegram.fail("status", "setMyCommands", times=9)
    async with running(build(telegram, database, dialogue)):
        telegram.say("联系人电话？")
        await until(telegram.texts)

    assert len(telegram.texts()) == 1
