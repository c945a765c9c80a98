"""Which updates speak to us, and what they say."""

from typing import Any

import pytest
from telegram import Update, User

from assistant.channels.telegram.incoming import hear, lane_of
from assistant.glossary import Address
from tests.fakes.telegram import BOT, TelegramFake

ME = User.de_json(BOT)
GROUP = -1007
OTHER = {"id": 9, "is_bot": False, "first_name": "别人"}


@pytest.fixture
def people() -> TelegramFake:
    return TelegramFake()


def read(update: dict[str, Any]) -> Update:
    return Update.de_json(update)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("@dafutong_bot 联系人电话？", "联系人电话？"),
        ("联系人电话？@Dafutong_Bot", "联系人电话？"),
        ("/contact@dafutong_bot 59", "/contact 59"),
        ("/contact 59", "/contact 59"),
        # not for us
        ("/contact@other_bot 59", None),
        ("@dafutong_bot2 你好", None),
        ("大家好", None),
    ],
)
def test_in_a_group_it_must_be_named(people: TelegramFake, text: str, heard: str | None) -> None:
    entity = {"type": "mention", "offset": text.find("@"), "length": 13 + ("2" in text)}
    more = {} if text.startswith("/") else {"entities": [entity]}
    update = people.send(GROUP, user=5, text=text, **more)
    understood = hear(read(update), ME)
    words = understood.text.replace("@Dafutong_Bot", "").strip() if understood else None

    assert words == heard


def test_a_reply_to_us_needs_no_name(people: TelegramFake) -> None:
    said = people.message(GROUP, BOT["id"], text="32个。")
    update = people.say("那标准呢？", GROUP, user=5, reply_to_message=said)
    heard = hear(read(update), ME)

    assert heard
    assert heard.text == "那标准呢？"
    assert heard.address == Address("telegram", str(GROUP), "5", group=True)
    assert heard.answers == update["message"]["message_id"]


def test_a_bare_mention_asks_about_the_words_replied_to(people: TelegramFake) -> None:
    said = people.message(GROUP, 9, text="联系人电话？")
    update = people.say("@dafutong_bot", GROUP, user=5, reply_to_message=said)
    heard = hear(read(update), ME)

    assert heard
    assert heard.text == "联系人电话？"


def test_a_topic_is_part_of_the_address(people: TelegramFake) -> None:
    topic = {"is_topic_message": True, "message_thread_id": 77}
    heard = hear(read(people.say("/help", GROUP, user=5, **topic)), ME)

    assert heard
    assert heard.address.thread == "77"


def test_an_anonymous_administrator_is_nobody(people: TelegramFake) -> None:
    group = people.chat(GROUP).json()
    hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    update = people.say("/help", GROUP, sender_chat=group)
    update["message"]["from"] = hidden
    heard = hear(read(update), ME)

    assert heard
    assert heard.address.person == ""


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"location": {"latitude": 29.7, "longitude": 105.7}}, "location"),
        ({"voice": {"file_id": "f", "file_unique_id": "f", "duration": 1}}, "voice"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "other"),
    ],
)
def test_what_has_no_words_has_a_kind(people: TelegramFake, content: Any, kind: str) -> None:
    heard = hear(read(people.send(**content)), ME)

    assert heard
    assert (heard.kind, heard.text) == (kind, "")


@pytest.mark.parametrize(
    "content",
    [
        {"new_chat_members": [OTHER]},
        {"text": "我也是机器人", "from": {**OTHER, "is_bot": True}},
        {"text": "转自内联", "via_bot": BOT},
    ],
)
def test_what_nobody_said_to_us_is_not_heard(people: TelegramFake, content: Any) -> None:
    assert hear(read(people.send(**content)), ME) is None


def test_a_new_caption_does_not_send_the_file_again(people: TelegramFake) -> None:
    update = people.send_document("函.docx", b"PK", caption="这份")
    message = {**update.pop("message"), "edit_date": 1}
    heard = hear(read({**update, "edited_message": message}), ME)
    message.pop("caption")

    assert heard
    assert (heard.kind, heard.text, heard.file) == ("text", "这份", None)
    assert hear(read({**update, "edited_message": message}), ME) is None


def test_a_live_location_that_moves_is_not_heard(people: TelegramFake) -> None:
    update = people.send(location={"latitude": 29.7, "longitude": 105.7})
    update["edited_message"] = {**update.pop("message"), "edit_date": 1}

    assert hear(read(update), ME) is None


def test_a_chat_is_a_lane_and_inline_has_its_own(people: TelegramFake) -> None:
    assert lane_of(read(people.say("你好", 1001))) == "1001"
    assert lane_of(read(people.inline("品牌", 1001))) == "inline 1001"
