"""The channel over the fake Telegram: questions in, answers out, whatever kind of update."""

import pytest

from tests.assistant.channels.telegram.conftest import until
from tests.fakes.telegram import TelegramFake


@pytest.mark.usefixtures("channel")
async def test_a_question_is_answered_with_its_headline_in_bold(telegram: TelegramFake) -> None:
    telegram.say("全区知名品牌多少个？")

    await until(telegram.texts)

    (shown,) = telegram.shown
    assert shown.text.startswith("32个。")
    assert [e["type"] for e in shown.entities] == ["bold", "code"]
    assert [b["text"] for b in shown.buttons] == ["2022年要新增几个知名品牌？", "谁负责？"]
