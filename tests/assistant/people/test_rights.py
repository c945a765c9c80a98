"""A person's copy of their data, and its removal."""

import json

from assistant.errors import NotAllowed
from assistant.glossary import Role
from assistant.people import Keeper, open_people
from assistant.storage import Database
from tests.assistant.people.conftest import Front, chat_of


def test_the_copy_holds_the_person_their_chats_and_what_they_did(front: Front) -> None:
    staff = front.join(Role.STAFF, "某甲", "1")

    file = front.say(staff, "mydata").files[0]

    copy = json.loads(file.content)
    assert (copy["姓名"], copy["角色"]) == ("某甲", "staff")
    assert copy["渠道身份"][0]["会话"] == "1"
    assert [line["操作"] for line in copy["操作记录"]] == ["identity.bind"]


def test_erasing_asks_first_then_removes_all_but_the_audit_log(front: Front) -> None:
    front.join(Role.ADMIN, "某丙", "9")
    staff = front.join(Role.STAFF, "某甲", "1")

    asked = front.say(staff, "forget")
    done = front.say(staff, "forget", "确认")

    assert asked.kind == "clarify"
    assert "共 2 项" in done.text
    assert front.people.accounts.account_of(staff).role is Role.VISITOR
    assert "某甲" not in front.people.console.rows().__repr__()
    assert "完整" in front.people.audit.verify()


def test_other_rooms_are_asked_too(database: Database, front: Front) -> None:
    asked: list[tuple[str, int]] = []
    keeper = Keeper(
        "提醒",
        lambda session, number: [{"订阅": number}],
        lambda session, number: asked.append(("erase", number)) or 3,  # type: ignore[func-returns-value]
    )
    people = open_people(database, lambda: front.now, [keeper])
    front.join(Role.STAFF, "某甲", "1")

    copy, gone = people.console.export(1), people.console.erase(1)

    assert json.loads(copy)["提醒"] == [{"订阅": 1}]
    assert gone == "已删除，共 5 项。"
    assert asked == [("erase", 1)]


def test_nobody_but_an_admin_reaches_anothers_data(front: Front) -> None:
    front.join(Role.STAFF, "某甲", "1")
    other = front.people.accounts.account_of(front.join(Role.STAFF, "某乙", "2"))

    try:
        front.people.rights.export(other, 1)
    except NotAllowed as error:
        assert "别人的内容" in str(error)
    else:
        raise AssertionError("exported")


def test_a_visitor_has_nothing_to_export(front: Front) -> None:
    assert front.say(chat_of("5"), "mydata").kind == "refused"
