"""What a callback of the AI bot says: words of every kind, quotations, mentions, buttons."""

from typing import Any

import pytest

from assistant.channels.wecom.aibot.incoming import hear

GROUP = {"chattype": "group", "chatid": "g1"}
TEXT = {"msgtype": "text", "text": {"content": "问"}}
MIXED = {
    "msgtype": "mixed",
    "mixed": {"msg_item": [{"msgtype": "text", "text": {"content": "问"}}, {"msgtype": "image"}]},
}


@pytest.mark.parametrize(
    ("body", "text", "kind"),
    [
        (TEXT, "问", "text"),
        (GROUP | {"msgtype": "text", "text": {"content": "@答复通 问 @甲"}}, "问 @甲", "text"),
        # a bare mention under a quotation asks what it says
        (GROUP | {"msgtype": "text", "text": {"content": "@答复通"}, "quote": TEXT}, "问", "text"),
        ({"msgtype": "voice", "voice": {"content": "问"}}, "问", "text"),
        (MIXED, "问", "text"),
        ({"msgtype": "image", "image": {"url": "http://x"}}, "", "photo"),
        ({"msgtype": "video", "video": {"url": "http://x"}}, "", "voice"),
        ({"msgtype": "something new"}, "", "other"),
    ],
)
def test_the_words_meant_for_us(body: dict[str, Any], text: str, kind: str) -> None:
    heard = hear(body | {"from": {"userid": "a"}})

    assert heard and (heard.text, heard.kind) == (text, kind)


@pytest.mark.parametrize("nested", [True, False])
def test_a_click_is_read_in_both_forms(nested: bool) -> None:
    about = {"event_key": "h1 已知悉", "task_id": "t1"}
    event: dict[str, Any] = {"eventtype": "template_card_event"}
    event |= {"template_card_event": about} if nested else about
    heard = hear({"msgtype": "event", "event": event, "from": {"userid": "a"}})

    assert heard and (heard.handle, heard.text, heard.task) == ("h1", "已知悉", "t1")
