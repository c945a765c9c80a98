"""Every button the dialogue offers is a question it answers."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.dialogue import Dialogue
from assistant.glossary import Address, Message
from knowledge import Library

NOW = datetime(2022, 10, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    "question",
    [
        "全区知名品牌多少个？",
        "有效注册商标多少件？",
        "第一条承诺是什么？",
        "五大产业有哪些？",
        "联系人电话？",
    ],
)
def test_what_is_suggested_can_be_answered(shipped: Library, question: str) -> None:
    dialogue = Dialogue(shipped)
    offered = dialogue.reply_to(said(question)).suggestions

    for choice in offered:
        dialogue.reply_to(said(question))
        assert dialogue.reply_to(said(choice.words)).kind not in ("unknown", "error"), choice.words


def test_parts_and_target_are_offered_beside_a_figure(shipped: Library) -> None:
    dialogue = Dialogue(shipped)

    brands = [c.words for c in dialogue.reply_to(said("全区知名品牌多少个？")).suggestions]
    marks = [c.words for c in dialogue.reply_to(said("有效注册商标多少件？")).suggestions]

    assert brands[0].startswith("其中农产品品牌")
    assert "有效注册商标的目标是多少？" in marks


def said(text: str) -> Message:
    return Message(Address("test", "a", "a"), text, NOW)
