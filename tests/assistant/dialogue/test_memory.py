"""Memory keeps one turn a key, for a while, and only so many keys."""

from datetime import timedelta

from assistant.dialogue import DictShelf, Memory, Turn
from assistant.dialogue.question import Question
from assistant.glossary import Address
from tests.assistant.dialogue.conftest import NOW, SOMEBODY


def turn(text: str = "知名品牌多少个") -> Turn:
    return Turn(Question(text, ()), (), (), (), (), NOW)


def test_a_turn_is_recalled_until_memory_ends() -> None:
    memory = Memory(timedelta(minutes=30))
    memory.keep(SOMEBODY, turn())

    assert memory.recall(SOMEBODY, NOW + timedelta(minutes=30)) is not None
    assert memory.recall(SOMEBODY, NOW + timedelta(minutes=31)) is None


def test_clearing_forgets() -> None:
    memory = Memory()
    memory.keep(SOMEBODY, turn())
    memory.clear(SOMEBODY)

    assert memory.recall(SOMEBODY, NOW) is None


def test_the_oldest_key_makes_room() -> None:
    memory = Memory(shelf=DictShelf(size=1))
    memory.keep(SOMEBODY, turn())
    memory.keep(Address("console", "other", "other"), turn())

    assert memory.recall(SOMEBODY, NOW) is None
