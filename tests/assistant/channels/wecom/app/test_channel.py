"""The app from the callback to the answer: questions, buttons, menu, events, pictures."""

import pytest

from assistant.channels.wecom import WeComApp
from assistant.channels.wecom.app.attending import NOT_FETCHED
from assistant.glossary import Address, Attachment, Choice, Outcome, Reply
from assistant.inbox import REPEATED
from tests.fakes.dialogue import TableDialogue
from tests.fakes.waiting import until
from tests.fakes.wecom import WeComFake

HERE = Address("wecom", "zhangsan", "zhangsan")
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.mark.usefixtures("channel")
async def test_a_question_is_answered(wecom: WeComFake) -> None:
    assert await wecom.say("联系人电话？") == [200]
    await until(wecom.texts)

    assert wecom.texts() == ["023-00000000，张三丰。"]
    assert wecom.caller.answers[0].content == b""


@pytest.mark.usefixtures("channel")
async def test_the_address_proves_to_be_ours(wecom: WeComFake) -> None:
    assert await wecom.caller.verify()
    assert not await wecom.caller.verify(token="another")


@pytest.mark.usefixtures("channel")
async def test_a_button_says_its_words_and_its_card_shows_the_choice(wecom: WeComFake) -> None:
    await wecom.say("全区知名品牌多少个？")
    await until(wecom.cards)
    (card,) = wecom.cards()
    await wecom.press("②谁负责？")
    await until(lambda: len(wecom.texts()) == 2)

    assert wecom.texts()[1] == "市场监管局。（59-附-1）"
    assert wecom.greyed == {card.card["task_id"]: "已选：谁负责？"}
    assert "①2022年要新增几个知名品牌？" in card.card["sub_title_text"]


@pytest.mark.usefixtures("channel")
async def test_a_button_of_somebody_else_is_told_to_be_void(wecom: WeComFake) -> None:
    wecom.member("lisi")
    await wecom.say("全区知名品牌多少个？")
    await until(wecom.cards)
    (card,) = wecom.cards()
    await wecom.caller.event(
        "lisi", "template_card_event", EventKey=card.card["button_list"][0]["key"], TaskId="t"
    )
    await until(lambda: wecom.texts("lisi"))

    assert "已经失效" in wecom.texts("lisi")[0]


async def test_the_menu_has_short_names_and_its_entries_are_questions(
    wecom: WeComFake, channel: WeComApp, dialogue: TableDialogue
) -> None:
    await wecom.click_menu("帮助")
    await until(lambda: dialogue.heard)

    assert [button["name"] for button in wecom.menu["button"]] == ["查询", "帮助"]
    assert (dialogue.heard[0].text, dialogue.heard[0].kind) == ("/help", "button")


@pytest.mark.usefixtures("channel")
async def test_who_comes_in_is_greeted_once(wecom: WeComFake) -> None:
    await wecom.caller.event("zhangsan", "subscribe")
    await wecom.caller.event("zhangsan", "enter_agent")
    await wecom.say("联系人电话？")
    await until(lambda: len(wecom.texts()) == 2)

    assert wecom.texts()[0] == "您好，我是答复通。"


@pytest.mark.usefixtures("channel")
async def test_what_is_no_text_gets_a_friendly_line(wecom: WeComFake) -> None:
    await wecom.caller.message("zhangsan", "voice", MediaId="m1", Format="amr")
    await wecom.caller.message("zhangsan", "location", Label="某街道")
    await wecom.caller.event("zhangsan", "LOCATION", Latitude="29.7")
    await wecom.caller.event("zhangsan", "view", EventKey="http://x")
    await until(lambda: len(wecom.texts()) == 2)

    assert [text[:4] for text in wecom.texts()] == ["收到了语", "收到了位"]


@pytest.mark.usefixtures("channel")
async def test_a_picture_somebody_sends_is_handed_to_the_dialogue(
    wecom: WeComFake, dialogue: TableDialogue
) -> None:
    wecom.expire()
    await wecom.send_picture(PNG)
    await until(wecom.texts)

    (heard,) = dialogue.heard
    assert (heard.kind, heard.text) == ("photo", "")
    assert heard.files == (Attachment("图片.jpg", PNG, "image/jpeg"),)


@pytest.mark.usefixtures("channel")
async def test_a_picture_that_cannot_be_had_is_asked_for_again(
    wecom: WeComFake, dialogue: TableDialogue
) -> None:
    await wecom.caller.message("zhangsan", "image", MediaId="of-last-week")
    await until(wecom.texts)
    wecom.fail("before", "media/get")
    await wecom.send_picture(PNG)
    await until(lambda: len(wecom.texts()) == 2)

    assert wecom.texts() == [NOT_FETCHED] * 2
    assert dialogue.heard == []


async def test_pictures_and_files_are_uploaded(wecom: WeComFake, channel: WeComApp) -> None:
    files = (
        Attachment("图.png", PNG, "image/png", "图：知名品牌"),
        Attachment("台账.csv", b"1,2,3\n4,5,6", "text/csv"),
        Attachment("空.csv", b"", "text/csv"),
    )
    receipt = await channel.send(HERE, Reply("answer", "图", "图", files=files))

    assert receipt.outcome is Outcome.SENT
    shown = [(one.kind, one.text or one.name) for one in wecom.shown]
    assert shown == [
        ("text", "图"),
        ("text", "图：知名品牌"),
        ("image", "图.png"),
        ("file", "台账.csv"),
        ("text", "文件“空.csv”是空的。"),
    ]
    assert wecom.shown[2].content == PNG


async def test_a_reminder_sent_again_under_its_key_is_shown_once(
    wecom: WeComFake, channel: WeComApp
) -> None:
    reply = Reply("done", "到期", "明天到期。编号 R1", suggestions=(Choice("已知悉", "/ack R1"),))
    first = await channel.send(HERE, reply, key="k|1")
    again = await channel.send(HERE, reply, key="k|1")
    await wecom.press("已知悉")

    assert (first.outcome, again.outcome) == (Outcome.SENT, Outcome.SENT)
    assert [one.kind for one in wecom.shown[:2]] == ["text", "card"]
    assert len([one for one in wecom.shown if REPEATED in one.text]) == 0
    assert len(wecom.called("message/send")) >= 4


async def test_who_unsubscribes_is_gone_until_the_next_word(
    wecom: WeComFake, channel: WeComApp
) -> None:
    await wecom.caller.event("zhangsan", "unsubscribe")
    await until(lambda: len(wecom.caller.answers) == 1)
    reply = Reply("done", "到期", "到期")

    async def outcome() -> Outcome:
        return (await channel.send(HERE, reply)).outcome

    while await outcome() is not Outcome.GONE:
        pass
    await wecom.say("联系人电话？")
    await until(lambda: "023-00000000，张三丰。" in wecom.texts())

    assert await outcome() is Outcome.SENT
