"""Messages without words."""

from dataclasses import replace

import pytest

from assistant.dialogue import Dialogue
from tests.assistant.dialogue.conftest import message


@pytest.mark.parametrize(
    ("kind", "word"),
    [("voice", "语音"), ("photo", "图片"), ("sticker", "表情"), ("location", "位置")],
)
def test_what_cannot_be_read_gets_a_friendly_line(dialogue: Dialogue, kind: str, word: str) -> None:
    reply = dialogue.reply_to(replace(message(""), kind=kind))

    assert (reply.kind, word in reply.text) == ("help", True)


def test_a_picture_with_words_is_a_question(dialogue: Dialogue) -> None:
    reply = dialogue.reply_to(replace(message("全区知名品牌多少个？"), kind="photo"))

    assert reply.headline == "32个"
