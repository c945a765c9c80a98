"""Guard: roles, privacy, faults said to the person."""

import pytest

from assistant.errors import AssistantError
from assistant.glossary import Account, Address, Command, Message, Reply, Request, Role
from assistant.reminders.commands.guard import MEMBERS, guarded, numbered, said
from tests.assistant.reminders.office import at


def request(role: Role, *, group: bool = False) -> Request:
    address = Address("telegram", "-100" if group else "5", "5", group=group)
    return Request(Account(1, "某甲", role), "", Message(address, "/x", at("2022-12-01 09:00")))


def run(request: Request) -> Reply:
    return said("办好了")


COMMAND = Command("x", ("办",), "办事：/x", run, MEMBERS, private=True)


@pytest.mark.parametrize(
    ("role", "group", "refusal"),
    [
        (Role.STAFF, False, ""),
        (Role.VISITOR, False, "/join"),
        (Role.STAFF, True, "私聊"),
    ],
)
def test_a_command_serves_its_roles_and_only_in_private(
    role: Role, group: bool, refusal: str
) -> None:
    reply = guarded(COMMAND).run(request(role, group=group))

    assert reply.kind == ("refused" if refusal else "done")
    assert refusal in reply.text


def test_a_fault_is_one_sentence_to_the_person() -> None:
    def fails(request: Request) -> Reply:
        raise AssistantError("没有这条提醒。")

    reply = guarded(Command("x", ("办",), "", fails)).run(request(Role.STAFF))

    assert (reply.kind, reply.text) == ("refused", "没有这条提醒。")


def test_the_first_line_is_the_headline() -> None:
    reply = said(["已登记。", "", "承诺2"])

    assert (reply.headline, reply.text, reply.evidence) == (
        "已登记。",
        "已登记。\n承诺2",
        "register",
    )


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [
        ("2 进行中 说明", 2, "进行中 说明"),
        ("承诺2 14320 截至9月底", 2, "14320 截至9月底"),
        ("#12", 12, ""),
        ("  ＃3  好 ", 3, "好"),
    ],
)
def test_a_number_stands_first(words: str, number: int, rest: str) -> None:
    assert numbered(words, "/x 2") == (number, rest)


@pytest.mark.parametrize("words", ["", "二", "进行中 2", "-1", "1234567890", "２" * 20])
def test_without_a_number_the_example_is_shown(words: str) -> None:
    with pytest.raises(AssistantError, match="例如：/x 2"):
        numbered(words, "/x 2")
