"""Accounts: who speaks, roles in force at once, the last admin, chats that move or go."""

from assistant.glossary import Address, Role
from tests.assistant.people.conftest import Front, chat_of


def test_who_is_unknown_is_a_visitor(front: Front) -> None:
    account = front.people.accounts.account_of(chat_of("1"))

    assert (account.id, account.role) == (0, Role.VISITOR)


def test_a_person_is_known_in_a_group_by_who_speaks_not_by_the_chat(front: Front) -> None:
    front.join(Role.STAFF, "某甲", "1")

    named = front.people.accounts.account_of(Address("telegram", "-100", "1", group=True))
    anonymous = front.people.accounts.account_of(Address("telegram", "1", "", group=True))

    assert named.role is Role.STAFF
    assert anonymous.role is Role.VISITOR


def test_the_same_number_on_another_channel_is_somebody_else(front: Front) -> None:
    front.join(Role.STAFF, "某甲", "1")

    assert front.people.accounts.account_of(chat_of("1", "wecom")).role is Role.VISITOR


def test_a_demotion_counts_at_once(front: Front) -> None:
    admin = front.join(Role.ADMIN, "某甲", "1")
    staff = front.join(Role.STAFF, "某乙", "2")

    front.say(admin, "role", "2 代表")

    assert front.people.accounts.account_of(staff).role is Role.DEPUTY


def test_a_revoked_person_is_a_visitor(front: Front) -> None:
    admin = front.join(Role.ADMIN, "某甲", "1")
    staff = front.join(Role.STAFF, "某乙", "2")

    assert "已撤销 某乙" in front.say(admin, "revoke", "2").text
    assert front.people.accounts.account_of(staff).role is Role.VISITOR
    assert front.say(admin, "revoke", "2").kind == "refused"


def test_the_last_admin_can_neither_be_revoked_nor_demoted_nor_erased(front: Front) -> None:
    admin = front.join(Role.ADMIN, "某甲", "1")

    for name, words in (("revoke", "1"), ("role", "1 代表"), ("forget", "确认")):
        assert "唯一的管理员" in front.say(admin, name, words).text


def test_a_chat_that_cannot_be_reached_is_no_address_any_more(front: Front) -> None:
    staff = front.join(Role.STAFF, "某乙", "2")

    front.people.accounts.unreachable(staff, "blocked")
    gone = front.people.accounts.active()[1].addresses
    front.say(staff, "join", front.people.console.invite(Role.STAFF, "某乙").code)

    assert gone == ()
    assert front.people.accounts.account_of(staff).addresses == (staff,)


def test_who_speaks_can_be_reached_again(front: Front) -> None:
    staff = front.join(Role.STAFF, "某乙", "2")
    front.people.accounts.unreachable(staff, "blocked")

    front.people.accounts.heard(Address("telegram", "-100", "2", group=True))
    in_a_group = front.people.accounts.active()[1].addresses
    front.people.accounts.heard(staff)

    assert in_a_group == ()
    assert front.people.accounts.active()[1].addresses == (staff,)


def test_a_chat_that_moved_keeps_its_person(front: Front) -> None:
    staff = front.join(Role.STAFF, "某乙", "2")

    front.people.accounts.moved(staff, "-1002")

    assert front.people.accounts.active()[1].addresses == (Address("telegram", "-1002", "2"),)


def test_who_leaves_a_chat_keeps_the_others(front: Front) -> None:
    one = front.join(Role.STAFF, "王某", "7")
    other = chat_of("8", "web")
    code = front.people.invitations.link(front.people.accounts.account_of(one)).code
    front.say(other, "join", code)

    front.people.accounts.leave(other)

    roles = [front.people.accounts.account_of(chat).role for chat in (one, other)]
    assert roles == [Role.STAFF, Role.VISITOR]
    assert front.people.audit.lines()[-1].action == "identity.leave"


def test_a_group_that_cannot_speak_is_given_to_one_person_at_a_time(front: Front) -> None:
    front.join(Role.ADMIN, "某甲", "1")
    front.join(Role.STAFF, "某乙", "2")
    front.people.console.give_group(1, "wecom_robot", "办公室")
    told = front.people.console.give_group(2, "wecom_robot", "办公室")
    addresses = {n: a.addresses for n, a in front.people.accounts.active().items()}

    assert "某乙" in told
    assert [address.chat for address in addresses[1]] == ["1"]
    assert [address.chat for address in addresses[2]] == ["2", "办公室"]
