"""Deliveries through every outcome: sent, not sent, unknown, gone, moved; leases and second
channels.
"""

import asyncio
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from assistant.glossary import Address, Outcome, Receipt, Role
from assistant.reminders.models import DeliveryRow
from assistant.reminders.reaching import REPEAT
from assistant.storage import Database
from tests.assistant.reminders.office import Office, at

UNKNOWN = Receipt(Outcome.UNKNOWN, reason="timeout")
NOT_SENT = Receipt(Outcome.NOT_SENT, reason="connect")
GONE = Receipt(Outcome.GONE, reason="blocked")


def subscribed(office: Office) -> Address:
    """A staff member who is due a digest at 9:00 on 1 December."""
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "全部")
    return staff


def states(office: Office) -> list[str]:
    """The deliveries' states, oldest first."""
    with office.database.read() as session:
        return list(session.scalars(select(DeliveryRow.state).order_by(DeliveryRow.id)))


def test_a_message_that_arrived_is_never_sent_again(office: Office) -> None:
    subscribed(office)
    first = office.pass_to("2022-12-01 09:00")

    later = [office.pass_to(f"2022-12-01 09:0{minute}") for minute in range(1, 6)]

    assert len(first) == 1
    assert later == [[]] * 5
    assert states(office) == ["sent"]


def test_an_unknown_outcome_is_repeated_once_and_marked(office: Office) -> None:
    subscribed(office)
    office.sender().outcomes = [UNKNOWN]

    first = office.pass_to("2022-12-01 09:00")
    second = office.pass_to("2022-12-01 09:01")
    third = office.pass_to("2022-12-01 09:02")

    assert [reply.text for reply in second] == [REPEAT + first[0].text]
    assert third == []
    assert states(office) == ["sent"]
    keys = [key for _, _, key in office.sender().sent]
    assert keys[0] == keys[1]


def test_twice_unknown_is_for_a_person_to_look_at(office: Office) -> None:
    subscribed(office)
    admin = office.join(Role.ADMIN, "某丙", "9")
    office.sender().outcomes = [UNKNOWN, UNKNOWN]
    office.pass_to("2022-12-01 09:00")
    office.pass_to("2022-12-01 09:01")

    assert office.pass_to("2022-12-01 10:00") == []
    assert states(office) == ["review"]
    assert "需人工核对" in office.say(admin, "undelivered").text
    assert "1 条" in office.say(admin, "retry", "R1").text
    assert REPEAT in office.pass_to("2022-12-01 11:00")[0].text


def test_a_platform_that_drops_repeats_gets_the_identical_message(database: Database) -> None:
    office = Office(database, dedupes=frozenset({"telegram"}))
    subscribed(office)
    office.sender().outcomes = [UNKNOWN, UNKNOWN, UNKNOWN]

    for minute in range(4):
        office.pass_to(f"2022-12-01 09:0{minute}")

    assert len(set(office.sender().texts)) == 1
    assert len(office.sender().texts) == 4
    assert states(office) == ["sent"]


def test_beyond_the_platforms_memory_a_repeat_is_marked_and_is_the_last(database: Database) -> None:
    office = Office(database, dedupes=frozenset({"telegram"}))
    subscribed(office)
    office.sender().outcomes = [UNKNOWN, UNKNOWN]

    office.pass_to("2022-12-01 09:00")
    late = office.pass_to("2022-12-01 13:30")

    assert late[0].text.startswith(REPEAT)
    assert states(office) == ["review"]


def test_what_was_certainly_not_shown_is_tried_until_it_is(office: Office) -> None:
    subscribed(office)
    office.sender().outcomes = [NOT_SENT] * 6

    for hour in range(9, 16):
        office.pass_to(f"2022-12-01 {hour:02}:00")

    assert states(office) == ["sent"]
    assert "【迟到】" not in office.sender().texts[0]
    assert office.sender().texts[-1].startswith("【迟到】")
    assert not any(REPEAT in text for text in office.sender().texts)


def test_the_pause_a_platform_names_is_kept(office: Office) -> None:
    subscribed(office)
    office.sender().outcomes = [Receipt(Outcome.NOT_SENT, retry_after=90)]

    office.pass_to("2022-12-01 09:00")

    assert office.pass_to("2022-12-01 09:01") == []
    assert len(office.pass_to("2022-12-01 09:02")) == 1


def test_a_person_who_blocked_the_bot_is_reached_on_the_second_channel(office: Office) -> None:
    staff = subscribed(office)
    code = office.say(staff, "link").text.split("\n")[0]
    office.say(Address("wecom", "w5", "w5"), "join", code)
    office.sender().outcomes = [GONE]

    office.pass_to("2022-12-01 09:00")
    other = office.send("wecom")

    assert len(other) == 1
    assert states(office) == ["sent"]


def test_what_may_have_been_shown_is_marked_on_the_second_channel_too(office: Office) -> None:
    staff = subscribed(office)
    code = office.say(staff, "link").text.split("\n")[0]
    office.say(Address("wecom", "w5", "w5"), "join", code)
    office.sender().outcomes = [UNKNOWN, GONE]
    office.sender("wecom").outcomes = [NOT_SENT]
    office.pass_to("2022-12-01 09:00")
    office.pass_to("2022-12-01 09:01")

    first, second = office.send("wecom"), office.pass_to("2022-12-01 09:30", "wecom")

    assert [reply.text.startswith(REPEAT) for reply in first + second] == [True, True]
    assert second[0].text.count("重发") == 1
    assert states(office) == ["sent"]


def test_without_a_second_channel_it_is_listed_and_an_admin_is_told(office: Office) -> None:
    subscribed(office)
    admin = office.join(Role.ADMIN, "某丙", "9")
    office.sender().outcomes = [GONE]

    shown = office.pass_to("2022-12-01 09:00")

    assert "有 1 条提醒无法送达" in shown[1].text
    assert states(office) == ["failed", "sent"]
    assert "某甲 2022-12-01 telegram：未送达，blocked" in office.say(admin, "undelivered").text


def test_a_chat_that_moved_is_followed(office: Office) -> None:
    subscribed(office)
    office.sender().outcomes = [Receipt(Outcome.MOVED, new_chat="-1005")]

    office.pass_to("2022-12-01 09:00")

    assert [address.chat for address, _, _ in office.sender().sent] == ["5", "-1005"]
    assert states(office) == ["sent"]


def test_a_person_without_any_channel_is_on_the_list_at_once(office: Office) -> None:
    staff = subscribed(office)
    office.people.accounts.unreachable(staff, "blocked")

    office.pass_to("2022-12-01 09:00")

    assert states(office) == ["failed"]


def test_an_unknown_one_waits_until_all_others_are_served(office: Office) -> None:
    for number in range(3):
        address = office.join(Role.STAFF, f"某{number}", f"c{number}")
        office.say(address, "subscribe", "全部")
    office.sender().outcomes = [UNKNOWN]

    office.pass_to("2022-12-01 09:00")
    office.pass_to("2022-12-01 09:01")

    chats = [address.chat for address, _, _ in office.sender().sent]
    assert chats == ["c0", "c1", "c2", "c0"]


def test_one_persons_heap_does_not_make_the_others_wait(office: Office) -> None:
    for number, wish in enumerate(("全部 单条", "全部 单条", "承诺1")):
        address = office.join(Role.STAFF, f"某{number}", f"c{number}")
        office.say(address, "subscribe", wish)

    office.pass_to("2022-12-01 09:00")

    chats = [address.chat for address, _, _ in office.sender().sent]
    assert chats[:3] == ["c0", "c1", "c2"]
    assert sorted(chats) == ["c0"] * 3 + ["c1"] * 3 + ["c2"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("unsubscribe", "1"),
        ("pause", "1"),
        ("state", "2 无法核实 资料已不存"),
        ("state", "2 顺延 2023-06-30 资金未到位"),
        ("close", "2 已达到 佐证：公报"),
    ],
)
def test_what_has_lost_its_point_by_nine_is_not_sent(
    office: Office, command: str, words: str
) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "承诺2")
    office.pass_to("2022-12-01 08:00")

    office.say(staff, command, words)

    assert office.pass_to("2022-12-01 09:00") == []
    assert states(office) == ["cancelled"]


def test_a_revoked_account_hears_nothing_more(office: Office) -> None:
    subscribed(office)
    office.join(Role.ADMIN, "某丙", "9")
    office.pass_to("2022-12-01 08:00")

    office.people.console.revoke(1)

    assert [address.chat for address, _, _ in office.sender().sent] == []
    office.pass_to("2022-12-01 09:00")
    assert all(address.chat == "9" for address, _, _ in office.sender().sent)


@dataclass(slots=True)
class Machine:
    """The machine's own time."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_claim_is_in_doubt_only_when_its_lease_is_over(office: Office) -> None:
    subscribed(office)
    machine = Machine()
    office.reminders.delivery.outbox._machine = machine
    office.clock.now = at("2022-12-01 09:00")
    office.reminders.delivery.tick()
    claimed = office.reminders.delivery.claim("telegram", 0.0)
    office.clock.now = at("2022-12-01 12:00")  # the wall clock alone proves nothing

    early = office.reminders.delivery.claim("telegram", 0.0)
    machine.seconds += 301
    late = office.reminders.delivery.claim("telegram", 0.0)

    assert claimed is not None
    assert early is None
    assert late is not None
    assert late.repeat


def test_who_lost_the_claim_cannot_finish_it(office: Office) -> None:
    subscribed(office)
    office.clock.now = at("2022-12-01 09:00")
    office.reminders.delivery.tick()
    parcel = office.reminders.delivery.claim("telegram", 0.0)
    assert parcel is not None
    with office.database.write() as session:
        session.get_one(DeliveryRow, parcel.id).holder = "another"

    state = office.reminders.delivery.finish(parcel, Receipt(Outcome.SENT, "1"))

    assert state == ""
    assert states(office) == ["sending"]


def test_a_channel_that_breaks_its_promise_leaves_the_outcome_unknown(office: Office) -> None:
    class Broken:
        async def send(self, address: Address, reply: object, key: str = "") -> Receipt:
            raise RuntimeError("a bug")

    subscribed(office)
    office.clock.now = at("2022-12-01 09:00")
    office.reminders.delivery.tick()

    asyncio.run(office.reminders.delivery.empty("telegram", Broken()))

    assert states(office) == ["unknown"]
