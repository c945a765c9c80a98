"""Inline mode hands out answers with their proof, and nothing else."""

from typing import Any

import pytest

from assistant.glossary import Reply
from assistant.storage import Database
from tests.assistant.channels.telegram.conftest import build
from tests.assistant.channels.telegram.test_menu import SUBSCRIBE
from tests.fakes.dialogue import CITATION, TableDialogue
from tests.fakes.telegram import TelegramFake
from tests.fakes.telegram.markup import parse_html
from tests.fakes.waiting import running, until


async def asked(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue, words: str
) -> dict[str, Any]:
    """The answer to an inline query."""
    async with running(build(telegram, database, dialogue, commands=(SUBSCRIBE,))):
        query = telegram.inline(words)["inline_query"]
        await until(lambda: telegram.answered)
    answer: dict[str, Any] = telegram.answered[query["id"]]
    return answer


async def test_an_answer_can_be_cited_in_another_chat(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    answer = await asked(telegram, database, dialogue, "全区知名品牌多少个？")
    (result,) = answer["results"]

    assert result["title"] == "32个"
    assert "<code>59-1.1-1</code>" in result["input_message_content"]["message_text"]
    assert answer["is_personal"] == "true"


async def test_a_letters_odd_signs_are_cited_as_they_stand(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    words = "<b>&_*[]()~ a < b"
    dialogue.replies["难"] = Reply("answer", "<b>&", f"<b>& {words}", (CITATION,))
    (result,) = (await asked(telegram, database, dialogue, "难"))["results"]
    text, _ = parse_html(result["input_message_content"]["message_text"])

    assert (result["title"], text) == ("<b>&", f"<b>& {words}")


@pytest.mark.parametrize("words", ["有几个机场？", "", "/start", "subscribe 59"])
async def test_what_has_no_proof_is_not_handed_around(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue, words: str
) -> None:
    answer = await asked(telegram, database, dialogue, words)

    assert answer.get("results", []) == []
    assert answer["button"]["text"] == "没有找到，去对话里问"
    assert [message.text for message in dialogue.heard] in ([], ["有几个机场？"])


async def test_half_typed_words_stay_out_of_the_persons_own_chat(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    await asked(telegram, database, dialogue, "品牌")

    (heard,) = dialogue.heard
    assert (heard.address.chat, heard.address.person) == ("inline:1001", "1001")
    assert heard.address.group
