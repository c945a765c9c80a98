"""One place asks the dialogue: off the event loop, faults contained."""

import threading
from datetime import UTC, datetime

import pytest

from assistant.bridge import APOLOGY, WORDLESS, Bridge
from assistant.glossary import Address, Message, Reply

ADDRESS = Address("telegram", "1")


def message(text: str, kind: str = "text") -> Message:
    return Message(ADDRESS, text, datetime(2022, 10, 1, tzinfo=UTC), kind=kind)


async def test_the_dialogue_works_in_a_thread_of_its_own() -> None:
    threads: list[str] = []

    def reply_to(_message: Message) -> Reply:
        threads.append(threading.current_thread().name)
        return Reply("answer", "好", "好")

    bridge = Bridge(reply_to)
    await bridge.ask(message("问"))
    bridge.close()

    assert threads[0].startswith("dialogue")


async def test_a_fault_is_an_apology_and_stays_with_its_message() -> None:
    def reply_to(_message: Message) -> Reply:
        raise ValueError("a fault")

    bridge = Bridge(reply_to)

    assert await bridge.ask(message("问")) is APOLOGY
    bridge.close()


@pytest.mark.parametrize("kind", sorted(WORDLESS))
def test_what_has_no_words_gets_a_friendly_line(kind: str) -> None:
    def reply_to(_message: Message) -> Reply:
        raise AssertionError("not for the dialogue")

    assert Bridge(reply_to).ask_now(message("", kind)).text == WORDLESS[kind]


def test_a_picture_with_words_is_a_question() -> None:
    bridge = Bridge(lambda message: Reply("answer", message.text, message.text))

    assert bridge.ask_now(message("这是什么？", "photo")).text == "这是什么？"
