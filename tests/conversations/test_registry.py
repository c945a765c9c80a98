"""Every command of the whole program, by every role, on one's own, another's and a missing object.

The matrix is made from the registry of the wired house: its roles, its `takes`, and the use that
its help shows. A command that is added is tested at once.
"""

import re

import pytest

from assistant.glossary import Address, Command, Reply, Role
from tests.conversations.cast import MISSING, Cast

NOTHING = frozenset({"refused", "unknown", "help", "clarify"})  # kinds that say: not done
UNDONE = ("discard",)  # what was never taken in leaves no trace


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Cast:
    """Built once; what a command uses up is made anew for the next."""
    return Cast(tmp_path_factory.mktemp("theatre"))


def registry(cast: Cast) -> tuple[Command, ...]:
    """All commands."""
    return cast.theatre.house.dialogue.commands


def use(command: Command, thing: str) -> str:
    """The command on this object, with what its help shows behind the object."""
    shown = re.search(rf"/{command.name} [^\s、，；]+ ([^、，；]+)", command.help)
    return f"/{command.name} {thing} {shown[1] if shown else ''}".rstrip()


def said(cast: Cast, who: Address, words: str) -> tuple[Reply, int]:
    """The reply, and how many lines the audit log has grown by."""
    before = cast.log()
    reply = cast.theatre.say(who, words)
    assert reply.text, words
    assert reply.kind != "error", (words, reply.text)
    return reply, cast.log() - before


@pytest.mark.parametrize("role", list(Role))
def test_ones_own_or_everybodys_object_serves_the_roles_named_and_no_others(
    cast: Cast, role: Role
) -> None:
    who = cast.chats[role]
    for command in registry(cast):
        words = f"/{command.name}"
        if command.takes:
            words = use(command, cast.named(command.takes, who))
        reply, changes = said(cast, who, words)

        if role not in command.roles:
            assert (reply.kind, changes) == ("refused", 0), (words, reply.text)
        elif command.takes:
            assert reply.kind != "refused", (words, reply.text)


@pytest.mark.parametrize("role", list(Role))
def test_another_persons_object_is_out_of_reach(cast: Cast, role: Role) -> None:
    personal = [one for one in registry(cast) if one.takes and one.takes.personal]

    for command in personal:
        assert command.takes
        words = use(command, cast.named(command.takes, cast.others[role]))
        reply, changes = said(cast, cast.chats[role], words)

        assert (reply.kind, changes) == ("refused", 0), (words, reply.text)
    assert len(personal) == 6


@pytest.mark.parametrize("role", list(Role))
def test_a_missing_object_is_named_and_changes_nothing(cast: Cast, role: Role) -> None:
    for command in registry(cast):
        if command.takes is None:
            continue
        words = use(command, MISSING.get(command.takes, "999999"))
        reply, changes = said(cast, cast.chats[role], words)

        assert reply.kind in NOTHING, (words, reply.text)
        assert changes == 0, words


def test_what_is_done_to_an_object_stands_in_the_log(cast: Cast) -> None:
    admin = cast.chats[Role.ADMIN]
    for command in registry(cast):
        if command.takes is None or command.name in UNDONE or Role.ADMIN not in command.roles:
            continue
        words = use(command, cast.named(command.takes, admin))
        reply, changes = said(cast, admin, words)

        assert (reply.kind != "done") or changes or reply.files, (words, reply.text)


@pytest.mark.parametrize("role", list(Role))
def test_help_shows_the_commands_of_the_role_and_no_others(cast: Cast, role: Role) -> None:
    shown = cast.theatre.say(cast.chats[role], "/help").text

    for command in registry(cast):
        line = f"/{command.name} {command.help}"
        assert (line in shown.split("\n")) is (command.menu and role in command.roles)


def test_whatever_is_private_is_refused_in_a_group(cast: Cast) -> None:
    group = Address("telegram", "-100", cast.chats[Role.ADMIN].person, group=True)

    for command in registry(cast):
        reply = cast.theatre.say(group, f"/{command.name}")
        assert not command.private or reply.kind == "refused", command.name


def test_no_two_commands_share_a_name_or_a_word(cast: Cast) -> None:
    words = [word for one in registry(cast) for word in (one.name, *one.words)]

    assert len(words) == len(set(words))


def test_whatever_was_tried_the_audit_log_is_whole(cast: Cast) -> None:
    assert cast.theatre.house.people.audit.whole()
