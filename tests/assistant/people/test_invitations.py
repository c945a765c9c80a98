"""Invitation codes: single use, expiry, revocation, lock; and more chats of one person."""

import re

import pytest
from sqlalchemy import select

from assistant.glossary import Address, Role
from assistant.people.models import InvitationRow
from assistant.storage import Database
from tests.assistant.people.conftest import Front, chat_of

CODE = re.compile(r"[A-HJKMNP-Z2-9]{4}(?:-[A-HJKMNP-Z2-9]{4}){3}")


def test_the_first_admin_is_made_on_the_console_and_invites_the_others(front: Front) -> None:
    admin = front.join(Role.ADMIN, "某甲", "1")

    handed = front.say(admin, "invite", "代表 某乙 某街道")
    code = handed.text.split("\n")[0]
    bound = front.say(chat_of("2"), "join", code)

    assert CODE.fullmatch(code)
    assert bound.text.startswith("已绑定：某乙（代表，某街道）")
    assert front.people.accounts.account_of(chat_of("2")).role is Role.DEPUTY


def test_only_the_hash_of_a_code_is_kept(front: Front, database: Database) -> None:
    code = front.people.console.invite(Role.STAFF, "某甲").code

    with database.read() as session:
        row = session.scalars(select(InvitationRow)).one()
    kept = " ".join(str(value) for value in vars(row).values())
    assert code not in kept
    assert code.replace("-", "") not in kept


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{plain}", "{wide}"])
def test_a_code_may_be_typed_in_small_letters_and_without_hyphens(front: Front, typed: str) -> None:
    code = front.people.console.invite(Role.STAFF, "某甲").code
    words = typed.format(
        code, lower=code.lower(), plain=code.replace("-", ""), wide=code.replace("-", " ")
    )

    assert front.say(chat_of("1"), "join", words).kind == "done"


def test_a_code_serves_once(front: Front) -> None:
    code = front.people.console.invite(Role.STAFF, "某甲").code
    front.say(chat_of("1"), "join", code)

    second = front.say(chat_of("2"), "join", code)

    assert second.kind == "refused"
    assert front.people.accounts.account_of(chat_of("2")).role is Role.VISITOR


def test_a_code_expires(front: Front) -> None:
    code = front.people.console.invite(Role.STAFF, "某甲").code
    front.later(hours=73)

    assert front.say(chat_of("1"), "join", code).kind == "refused"


def test_a_code_can_be_revoked(front: Front) -> None:
    made = front.people.console.invite(Role.STAFF, "某甲")

    front.people.console.revoke_invitation(made.number)

    assert front.say(chat_of("1"), "join", made.code).kind == "refused"


def test_five_wrong_codes_lock_the_one_who_tries_for_an_hour_and_nobody_else(front: Front) -> None:
    codes = [front.people.console.invite(Role.STAFF, "某甲").code for _ in range(3)]
    for _ in range(5):
        front.say(chat_of("1"), "join", "WRONG")

    locked = front.say(chat_of("1"), "join", codes[0])
    other = front.say(chat_of("2"), "join", codes[1])
    front.later(minutes=61)
    afterwards = front.say(chat_of("1"), "join", codes[2])

    assert "已锁定" in locked.text
    assert other.kind == "done"
    assert afterwards.kind == "done"


def test_nobody_is_bound_in_a_group(front: Front) -> None:
    code = front.people.console.invite(Role.STAFF, "某甲").code
    group = Address("telegram", "-100", "1", group=True)

    assert "私聊" in front.say(group, "join", code).text


def test_one_person_holds_several_channels(front: Front) -> None:
    telegram = front.join(Role.DEPUTY, "某甲", "1")
    code = front.say(telegram, "link").text.split("\n")[0]

    front.say(chat_of("w1", "wecom"), "join", code)

    account = front.people.accounts.account_of(chat_of("w1", "wecom"))
    assert account.id == front.people.accounts.account_of(telegram).id
    assert [address.channel for address in account.addresses] == ["telegram", "wecom"]
