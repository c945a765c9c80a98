"""Commands of this house's registry: in groups, for anonymous voices, and given nonsense.

Who may do what with whose things is tested over the whole program:
`tests/conversations/test_registry.py`.
"""

from assistant.glossary import Address, Role
from tests.assistant.reminders.office import Office

NONSENSE = ("", "0", "-1", "999999999999999999999", "𝟚 甲", "2 " * 500, "'; --", "\x00")


def test_what_is_personal_is_not_said_in_a_group(office: Office) -> None:
    office.join(Role.ADMIN, "某甲", "5")
    group = Address("telegram", "-100", "5", group=True)

    for command in office.commands.values():
        reply = office.say(group, command.name)
        assert not command.private or reply.kind == "refused", command.name


def test_an_anonymous_voice_in_a_group_has_no_role(office: Office) -> None:
    office.join(Role.ADMIN, "某甲", "5")
    anonymous = Address("telegram", "5", "", group=True)

    for command in office.commands.values():
        reply = office.say(anonymous, command.name)
        assert Role.VISITOR in command.roles or reply.kind == "refused", command.name


def test_every_command_says_in_chinese_what_it_does(office: Office) -> None:
    for command in office.commands.values():
        assert command.help
        assert command.words
        assert command.name.isascii()


def test_nonsense_gets_one_clear_sentence_and_never_an_exception(office: Office) -> None:
    admin = office.join(Role.ADMIN, "某甲", "5")
    for command in office.commands.values():
        for words in NONSENSE:
            if command.name != "forget":
                assert office.say(admin, command.name, words).text, (command.name, words)
