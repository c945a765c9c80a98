"""Every command of the whole program, by every role, on one's own, another's and a missing object.

The table is made from the registry of the wired house: a command that is added is tested at once.
"""

from datetime import datetime
from pathlib import Path

import pytest

import bot
from assistant.glossary import Address, Command, Message, Reply, Role
from assistant.storage.moments import SHANGHAI

NOW = datetime(2022, 11, 28, 8, tzinfo=SHANGHAI)
# What the person themselves, somebody else, and nobody has.
OBJECTS = ("1", "2", "999")
PERSONAL = ("change", "pause", "resume", "unsubscribe")
ENDS = frozenset({"forget", "revoke", "role"})  # would take the cast apart


class Theatre:
    """The house over the shipped letter, with two persons of every role, each with a subscription."""

    def __init__(self, folder: Path) -> None:
        self.house = bot.House(bot.HERE / "config.yaml", folder, NOW)
        self.house.fill()
        self.chats = {role: Address("telegram", f"v{role}", f"v{role}") for role in Role}
        for role in Role:
            if role is not Role.VISITOR:
                for chat in (self.chats[role], Address("telegram", f"w{role}", f"w{role}")):
                    self.say(chat, f"/join {self.house.people.console.invite(role, '某').code}")
                    self.say(chat, "/subscribe 全部")

    @property
    def commands(self) -> tuple[Command, ...]:
        """The registry."""
        return self.house.dialogue.commands

    def say(self, address: Address, text: str) -> Reply:
        """As a channel asks."""
        return self.house.reply_to(Message(address, text, NOW))

    def subscription_of(self, chat: str) -> int:
        """The number of the subscription of whoever speaks there."""
        account = self.house.people.accounts.account_of(Address("telegram", chat, chat))
        subscriptions = self.house.reminders.subscriptions.in_force(paused=True)
        return next((one.number for one in subscriptions if one.owner == account.id), 0)


@pytest.fixture(scope="module")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    """Built once; nothing in it is taken apart."""
    return Theatre(tmp_path_factory.mktemp("theatre"))


@pytest.mark.parametrize("role", list(Role))
def test_a_command_serves_exactly_the_roles_it_names(theatre: Theatre, role: Role) -> None:
    for command in theatre.commands:
        if command.name in ENDS and role in command.roles:
            continue
        for thing in OBJECTS:
            reply = theatre.say(theatre.chats[role], f"/{command.name} {thing}")

            assert reply.text, (command.name, thing)
            assert reply.kind != "error", (command.name, thing, reply.text)
            if role not in command.roles:
                assert reply.kind == "refused", (command.name, thing, reply.text)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.VISITOR])
@pytest.mark.parametrize("name", PERSONAL)
def test_another_persons_subscription_is_out_of_reach_and_a_missing_one_is_named(
    theatre: Theatre, role: Role, name: str
) -> None:
    own, other = theatre.subscription_of(f"v{role}"), theatre.subscription_of(f"w{role}")

    replies = [theatre.say(theatre.chats[role], f"/{name} {n} 8点") for n in (other, 999, own)]

    assert [reply.kind for reply in replies[:2]] == ["refused", "refused"]
    assert replies[2].kind != "refused"
    theatre.say(theatre.chats[role], "/subscribe 全部")


@pytest.mark.parametrize("role", list(Role))
def test_help_shows_the_commands_of_the_role_and_no_others(theatre: Theatre, role: Role) -> None:
    shown = theatre.say(theatre.chats[role], "/help").text

    for command in theatre.commands:
        line = f"/{command.name} {command.help}"
        assert (line in shown.split("\n")) is (command.menu and role in command.roles)


def test_no_two_commands_share_a_name_or_a_word(theatre: Theatre) -> None:
    words = [word for one in theatre.commands for word in (one.name, *one.words)]

    assert len(words) == len(set(words))


def test_whatever_was_tried_the_audit_log_is_whole(theatre: Theatre) -> None:
    assert theatre.house.people.audit.whole()
