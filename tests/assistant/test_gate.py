"""The limit on how often one may ask, and what is counted."""

from datetime import datetime

from assistant.gate import Gate, Limiter, Meters
from assistant.glossary import Address, Message, Reply

NOW = datetime(2022, 10, 1, 9)


def from_person(person: str, channel: str = "telegram") -> Message:
    return Message(Address(channel, "7", person), "问", NOW)


def answer(message: Message) -> Reply:
    return Reply("answer", "答", "答。")


def test_a_burst_is_allowed_then_the_caller_waits() -> None:
    now = [0.0]
    limiter = Limiter(3, clock=lambda: now[0])

    assert [limiter.allows("a") for _ in range(4)] == [True, True, True, False]
    now[0] = 20.0  # a third of a minute: one more

    assert [limiter.allows("a") for _ in range(2)] == [True, False]


def test_callers_do_not_share_the_limit() -> None:
    limiter = Limiter(1, clock=lambda: 0.0)

    assert limiter.allows("a")
    assert limiter.allows("b")


def test_who_floods_is_told_and_others_go_on() -> None:
    gate = Gate(answer, 2, Meters())
    flood = [gate.reply_to(from_person("a")) for _ in range(3)]
    other = gate.reply_to(from_person("b"))

    assert [reply.kind for reply in flood] == ["answer", "answer", "refused"]
    assert "没有处理" in flood[-1].text
    assert other.kind == "answer"


def test_programs_have_their_own_limit_elsewhere() -> None:
    gate = Gate(answer, 1, Meters())

    assert {gate.reply_to(from_person("", "api")).kind for _ in range(5)} == {"answer"}


def test_answers_are_counted_by_channel_and_kind() -> None:
    meters = Meters()
    gate = Gate(answer, 1, meters)
    for _ in range(2):
        gate.reply_to(from_person("a"))
    counted = meters.registry.get_sample_value

    assert counted("dafutong_answers_total", {"channel": "telegram", "kind": "refused"}) == 1
    assert counted("dafutong_answer_seconds_count") == 2
