"""Every role x every command x own, other's or missing object, generated from the registry."""

import pytest

from assistant.glossary import Address, Role
from assistant.reminders.commands.guard import MEMBERS
from assistant.storage import Database
from tests.assistant.reminders.office import Office

# Words that name something one's own, another's, and nothing at all. Commands without an object
# of anybody's are tried with the same words: they must not break either.
OBJECTS = {
    "change": ("{own} 8点", "{other} 8点", "99 8点"),
    "pause": ("{own}", "{other}", "99"),
    "resume": ("{own}", "{other}", "99"),
    "unsubscribe": ("{own}", "{other}", "99"),
    "ack": ("{mine}", "{theirs}", "R99"),
    "snooze": ("{mine}", "{theirs}", "R99"),
    "commitment": ("2", "3", "99"),
    "subscribe": ("承诺2", "承诺3", "承诺99"),
    "state": ("2 进行中 已开始", "3 进行中 已开始", "99 进行中 已开始"),
    "close": ("2 好 佐证：公报", "3 好 佐证：公报", "99 好 佐证：公报"),
    "undo": ("2", "1", "99"),
    "evidence": ("99", "99", "99"),
    "report": ("2 14320", "3 4", "99 1"),
    "mark": ("2 部分", "3 部分", "99 部分"),
    "receipt": ("第59号 满意", "第59号 满意", "第99号 满意"),
    "revoke": ("邀请{open1}", "邀请{open2}", "99"),
    "role": ("{person1} 代表", "{person2} 代表", "97 代表"),
    "retry": ("R99", "R98", "R97"),
    "invite": ("代表 某某", "代表 某某", ""),
}
PRIVATE_THINGS = frozenset({"change", "pause", "resume", "unsubscribe", "ack", "snooze"})
MISSING_IS_REFUSED = PRIVATE_THINGS | {
    "commitment", "subscribe", "state", "close", "undo", "report", "mark", "receipt", "revoke",
    "role",
}  # fmt: skip


class Cast:
    """One person of each role, with a subscription and a reminder; another of whom the same."""

    def __init__(self, database: Database) -> None:
        self.office = Office(database)
        self.chats = {role: self._enter(role, f"a{role}") for role in MEMBERS}
        self.other = self._enter(Role.STAFF, "b")
        self.chats[Role.VISITOR] = Address("telegram", "nobody", "nobody")
        self.office.say(self.chats[Role.STAFF], "state", "1 进行中 已开始")
        invite = self.office.people.console.invite
        self.spare = {f"open{n}": invite(Role.STAFF, "某某").number for n in (1, 2)}
        for n in (1, 2):
            self.office.join(Role.STAFF, "某某", f"c{n}")
            self.spare[f"person{n}"] = max(self.office.people.accounts.active())
        self.office.pass_to("2022-12-01 09:00")
        self.office.pass_to("2022-12-30 09:00")
        self.office.pass_to("2023-01-06 09:00")

    def words(self, role: Role, name: str, whose: int) -> str:
        """The words that name the object for this role."""
        template = OBJECTS.get(name, ("", "", ""))[whose]
        own, mine = self._of(self.chats[role])
        other, theirs = self._of(self.other)
        return template.format(
            own=own, other=other, mine=f"R{mine}", theirs=f"R{theirs}", **self.spare
        )

    def _enter(self, role: Role, chat: str) -> Address:
        address = self.office.join(role, f"某{chat}", chat)
        self.office.say(address, "subscribe", "全部")
        return address

    def _of(self, address: Address) -> tuple[int, int]:
        """The numbers of the subscription and of a reminder of whoever speaks there."""
        account = self.office.people.accounts.account_of(address)
        subscriptions = self.office.reminders.subscriptions.in_force(paused=True)
        sent = [
            int(reply.text.rsplit("编号 R", 1)[1])
            for to, reply, _ in self.office.sender().sent
            if to.chat == address.chat
        ]
        own = [found.number for found in subscriptions if found.owner == account.id]
        return (own or [0])[0], (sent or [0])[0]


NAMES = [
    "join",
    "me",
    "link",
    "mydata",
    "forget",
    "invite",
    "people",
    "revoke",
    "role",
    "ledger",
    "commitment",
    "calendar",
    "state",
    "close",
    "undo",
    "evidence",
    "report",
    "subscribe",
    "subscriptions",
    "change",
    "pause",
    "resume",
    "unsubscribe",
    "mark",
    "receipt",
    "receipts",
    "export",
    "ics",
    "import",
    "ack",
    "snooze",
    "reminders",
    "undelivered",
    "release",
    "retry",
]


def test_the_list_of_names_is_the_registry(office: Office) -> None:
    assert sorted(office.commands) == sorted(NAMES)


@pytest.mark.parametrize("role", list(Role))
def test_a_command_serves_exactly_its_roles_and_only_what_is_ones_own(
    database: Database, role: Role
) -> None:
    cast = Cast(database)
    order = [name for name in NAMES if name not in ("forget", "unsubscribe")] + ["unsubscribe"]
    for name in order:
        command = cast.office.commands[name]
        for whose in (2, 1, 0):  # missing, another's, one's own
            reply = cast.office.say(cast.chats[role], name, cast.words(role, name, whose))

            refused = (
                role not in command.roles
                or (whose == 1 and name in PRIVATE_THINGS)
                or (whose == 2 and name in MISSING_IS_REFUSED)
                or name in ("retry", "evidence")  # nothing failed in this office, no file came
            )
            assert (reply.kind == "refused") is refused, (role, name, whose, reply.text)
            assert reply.text


@pytest.mark.parametrize("name", NAMES)
def test_what_is_personal_is_not_said_in_a_group(office: Office, name: str) -> None:
    office.join(Role.ADMIN, "某甲", "5")
    group = Address("telegram", "-100", "5", group=True)

    reply = office.say(group, name)

    assert not office.commands[name].private or reply.kind == "refused"


@pytest.mark.parametrize("name", NAMES)
def test_an_anonymous_voice_in_a_group_has_no_role(office: Office, name: str) -> None:
    office.join(Role.ADMIN, "某甲", "5")
    anonymous = Address("telegram", "5", "", group=True)

    reply = office.say(anonymous, name)

    assert Role.VISITOR in office.commands[name].roles or reply.kind == "refused"


def test_every_command_says_in_chinese_what_it_does(office: Office) -> None:
    for command in office.commands.values():
        assert command.help
        assert command.words
        assert command.name.isascii()


def test_no_two_commands_share_a_name_or_a_word(office: Office) -> None:
    words = [
        word for command in office.commands.values() for word in (command.name, *command.words)
    ]

    assert len(words) == len(set(words))


def test_nonsense_gets_one_clear_sentence_and_never_an_exception(office: Office) -> None:
    admin = office.join(Role.ADMIN, "某甲", "5")
    for name in NAMES:
        for words in ("", "0", "-1", "999999999999999999999", "𝟚 甲", "2 " * 500, "'; --", "\x00"):
            if name != "forget":
                assert office.say(admin, name, words).text
