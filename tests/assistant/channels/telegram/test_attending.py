"""Whatever kind of update comes in, the right thing goes out."""

from typing import Any

import pytest

from assistant.bridge import WORDLESS
from assistant.channels.telegram import TelegramChannel
from assistant.glossary import Address, Attachment, Outcome, Reply
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import TelegramFake
from tests.fakes.waiting import running, until

GROUP = -1007
ANSWER = Reply("answer", "好", "好")

STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
}


@pytest.mark.usefixtures("channel")
async def test_a_question_is_answered_with_its_headline_in_bold(telegram: TelegramFake) -> None:
    telegram.say("全区知名品牌多少个？")
    await until(telegram.texts)
    (shown,) = telegram.shown

    assert shown.text.startswith("32个。")
    assert [entity["type"] for entity in shown.entities] == ["bold", "code"]
    assert [button["text"] for button in shown.buttons] == [
        "2022年要新增几个知名品牌？",
        "谁负责？",
    ]


@pytest.mark.usefixtures("channel")
async def test_the_dialogue_learns_who_asks_where_and_when(
    telegram: TelegramFake, dialogue: TableDialogue
) -> None:
    telegram.chat(GROUP, forum=True)
    telegram.say("/help@dafutong_bot", GROUP, 5, is_topic_message=True, message_thread_id=7)
    await until(telegram.shown.copy)

    (heard,) = dialogue.heard
    assert heard.address == Address("telegram", str(GROUP), "5", "7", group=True)
    assert (heard.text, heard.now) == ("/help", NOW)
    assert telegram.shown[0].thread == 7
    assert telegram.shown[0].answers


@pytest.mark.usefixtures("channel")
async def test_a_text_full_of_markup_shows_literally(telegram: TelegramFake) -> None:
    telegram.say("难")
    await until(telegram.texts)

    assert telegram.texts() == ["<b>&_*[]()~ a < b && c > d &nbsp; </i>"]


@pytest.mark.usefixtures("channel")
async def test_a_button_says_its_words_and_stops_spinning(
    telegram: TelegramFake, dialogue: TableDialogue
) -> None:
    telegram.say("全区知名品牌多少个？")
    await until(telegram.texts)
    query = telegram.press("谁负责？")["callback_query"]
    await until(lambda: len(telegram.texts()) == 2)

    assert telegram.texts()[1] == "市场监管局。（59-附-1）"
    assert "text" not in telegram.answered[query["id"]]
    assert dialogue.heard[-1].kind == "button"


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize("data", ["made-up-handle", "x" * 64])
async def test_a_forged_or_expired_button_says_so(telegram: TelegramFake, data: str) -> None:
    query = telegram.press_data(data)["callback_query"]
    await until(lambda: telegram.answered)

    assert telegram.answered[query["id"]]["text"] == "这个按钮已经失效，请重新提问"
    assert telegram.shown == []


@pytest.mark.usefixtures("channel")
async def test_a_button_of_another_chat_is_worth_nothing(telegram: TelegramFake) -> None:
    telegram.say("全区知名品牌多少个？")
    await until(telegram.texts)
    data = telegram.button("谁负责？")["callback_data"]
    telegram.press_data(data, chat=1002)
    await until(lambda: telegram.answered)

    assert telegram.texts(1002) == []


@pytest.mark.usefixtures("channel")
async def test_an_edited_question_is_answered_anew_a_command_is_not_run_again(
    telegram: TelegramFake, dialogue: TableDialogue
) -> None:
    question = telegram.say("联系人电话")
    telegram.edit(question, "联系人电话？")
    telegram.edit(question, "/commitments")
    await until(lambda: len(telegram.texts()) == 3)

    assert telegram.texts()[1].startswith("023-00000000")
    assert telegram.texts()[2].startswith("修改过的命令不会再执行")
    assert [message.text for message in dialogue.heard] == ["联系人电话", "联系人电话？"]


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"location": {"latitude": 29.7, "longitude": 105.7}}, "location"),
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "voice"),
        ({"sticker": STICKER}, "sticker"),
    ],
)
async def test_what_has_no_words_gets_a_friendly_line(
    telegram: TelegramFake, content: dict[str, Any], kind: str
) -> None:
    telegram.send(**content)
    await until(telegram.texts)

    assert telegram.texts() == [WORDLESS[kind]]


@pytest.mark.usefixtures("channel")
async def test_a_document_is_handed_to_the_dialogue(
    telegram: TelegramFake, dialogue: TableDialogue
) -> None:
    telegram.send_document("复函.docx", b"PK...", caption="请收录")
    await until(telegram.texts)

    (heard,) = dialogue.heard
    assert (heard.kind, heard.text) == ("file", "请收录")
    assert heard.files == (Attachment("复函.docx", b"PK..."),)


@pytest.mark.usefixtures("channel")
async def test_a_picture_is_handed_over_in_its_largest_size(
    telegram: TelegramFake, dialogue: TableDialogue
) -> None:
    telegram.send_photo(b"\xff\xd8\xffscan", caption="请收录")
    await until(telegram.texts)

    (heard,) = dialogue.heard
    assert (heard.kind, heard.text) == ("photo", "请收录")
    assert heard.files == (Attachment("图片.jpg", b"\xff\xd8\xffscan", "image/jpeg"),)


@pytest.mark.usefixtures("channel")
async def test_a_document_beyond_the_limit_is_not_fetched(telegram: TelegramFake) -> None:
    telegram.send_document("大.pdf", b"x", size=21 * 1024 * 1024)
    await until(telegram.texts)

    assert telegram.texts() == ["文件超过 20 MB，收不下。请拆小后再发。"]
    assert telegram.called("getFile") == []


async def test_typing_is_shown_while_an_answer_takes_its_time(
    telegram: TelegramFake, database: Database
) -> None:
    async with running(build(telegram, database, TableDialogue(slow=1.0))):
        telegram.say("联系人电话？")
        await until(telegram.texts)

    assert telegram.called("sendChatAction")


@pytest.mark.usefixtures("channel")
async def test_a_group_that_takes_it_in_learns_how_to_ask(telegram: TelegramFake) -> None:
    telegram.unblock(GROUP)
    await until(lambda: telegram.texts(GROUP))
    telegram.unblock(1001)
    telegram.say("联系人电话？")
    await until(telegram.texts)

    assert "@我" in telegram.texts(GROUP)[0]
    assert telegram.texts() == ["023-00000000，张三丰。"]


@pytest.mark.usefixtures("channel")
async def test_a_document_that_cannot_be_fetched_is_asked_for_again(
    telegram: TelegramFake, dialogue: TableDialogue
) -> None:
    telegram.fail("status", "getFile")
    telegram.send_document("复函.docx", b"PK")
    await until(telegram.texts)

    assert telegram.texts() == ["文件没有取到，请再发一次。"]
    assert dialogue.heard == []


@pytest.mark.usefixtures("channel")
async def test_an_acknowledgement_that_comes_too_late_does_no_harm(telegram: TelegramFake) -> None:
    telegram.say("全区知名品牌多少个？")
    await until(telegram.texts)
    telegram.fail("status", "answerCallbackQuery", status=400, json={"description": "too old"})
    telegram.fail("status", "answerInlineQuery", status=400, json={"description": "too old"})
    telegram.press("谁负责？")
    telegram.inline("品牌")
    await until(lambda: len(telegram.texts()) == 2)

    assert telegram.texts()[1].startswith("市场监管局")


async def test_a_group_that_throws_it_out_is_gone(
    telegram: TelegramFake, channel: TelegramChannel
) -> None:
    telegram.chat(GROUP)
    telegram.throw_out(GROUP)
    await until(lambda: channel._delivery._chats.known(str(GROUP)).gone)
    address = Address("telegram", str(GROUP), group=True)

    assert (await channel.send(address, ANSWER)).outcome is Outcome.GONE
    assert telegram.called("sendMessage") == []
