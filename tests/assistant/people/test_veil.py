"""A phone number goes abroad whole only when every letter behind the reply is public."""

import pytest

from assistant.glossary import Address, Reply
from assistant.people import Veil
from knowledge import Citation
from tests.fakes.channel import FakeChannel

PUBLIC, INTERNAL = 1, 2


def veil(*letters: int) -> Veil:
    """Over a library of these letters."""
    return Veil(lambda: letters, lambda letter: letter == PUBLIC)


def reply(*letters: int) -> Reply:
    """A reply that cites these letters."""
    text = "联系电话13800001234"
    cited = (Citation("59-1", "某函", "一", text, 0, 15, letter) for letter in letters)
    return Reply("contact", "13800001234", text, tuple(cited))


@pytest.mark.parametrize(
    ("channel", "cited", "stored", "whole"),
    [
        ("telegram", (PUBLIC,), (PUBLIC, INTERNAL), True),
        ("telegram", (INTERNAL,), (PUBLIC, INTERNAL), False),
        # one of the two is not
        ("telegram", (PUBLIC, INTERNAL), (PUBLIC, INTERNAL), False),
        # nothing cited: it may come from any letter
        ("telegram", (), (PUBLIC, INTERNAL), False),
        ("telegram", (), (PUBLIC,), True),
        # at home
        ("wecom", (INTERNAL,), (INTERNAL,), True),
        ("web", (INTERNAL,), (INTERNAL,), True),
    ],
)
def test_who_sees_the_whole_number(
    channel: str, cited: tuple[int, ...], stored: tuple[int, ...], whole: bool
) -> None:
    shown = veil(*stored).over(channel, reply(*cited))

    said = (shown.headline, shown.text, *(citation.quote for citation in shown.citations))
    assert all(("13800001234" in words) is whole for words in said)


async def test_a_reminder_passes_the_veil_too() -> None:
    channel = FakeChannel()

    await veil(INTERNAL).before("telegram", channel).send(Address("telegram", "5"), reply(), "k")

    assert channel.sent[0][1].text == "联系电话138****1234"


def test_a_letter_is_looked_at_once() -> None:
    asked: list[int] = []
    once = Veil(lambda: (PUBLIC,), lambda letter: bool(asked.append(letter)) or True)

    for _ in range(3):
        once.over("telegram", reply(PUBLIC))

    assert asked == [PUBLIC]
