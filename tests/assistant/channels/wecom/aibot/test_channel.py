"""The AI bot over its long connection: streams, cards, groups, pushes, pictures, files."""

import pytest

from assistant.channels.wecom.aibot import WeComAibot
from assistant.glossary import Address, Attachment, Choice, Outcome, Reply
from assistant.storage import Database
from tests.assistant.channels.wecom.aibot.conftest import build, linked
from tests.fakes.dialogue import TableDialogue
from tests.fakes.waiting import until
from tests.fakes.wecom import AibotFake

HERE = Address("wecom_aibot", "zhangsan", "zhangsan")
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.mark.usefixtures("channel")
async def test_a_question_is_answered_in_its_stream(aibot: AibotFake) -> None:
    request = await aibot.say("联系人电话？")
    await until(lambda: aibot.requests[request].finished)

    assert aibot.texts() == ["023-00000000，张三丰。"]
    assert aibot.hasty == 0


@pytest.mark.usefixtures("channel")
async def test_the_card_comes_with_the_answer_and_a_click_is_answered_by_a_push(
    aibot: AibotFake,
) -> None:
    await aibot.say("全区知名品牌多少个？")
    await until(lambda: len(aibot.shown) == 2)
    await aibot.press("②谁负责？")
    await until(lambda: len(aibot.texts()) == 2 and aibot.greyed)

    assert aibot.texts()[1] == "市场监管局。（59-附-1）"
    assert list(aibot.greyed.values()) == ["已选：谁负责？"]
    assert aibot.count("aibot_send_msg") == 1


@pytest.mark.usefixtures("channel")
async def test_who_opens_the_chat_is_welcomed(aibot: AibotFake) -> None:
    await aibot.enter()
    await until(aibot.texts)

    assert aibot.texts() == ["您好，我是答复通。"]


async def test_in_a_group_the_name_is_taken_off_and_all_see_the_answer(
    aibot: AibotFake, channel: WeComAibot, dialogue: TableDialogue
) -> None:
    await aibot.say("联系人电话？", group="group1")
    await until(lambda: aibot.texts("group1"))

    assert dialogue.heard[0].text == "联系人电话？"
    assert dialogue.heard[0].address == Address("wecom_aibot", "group1", "zhangsan", group=True)


async def test_long_work_says_so_and_a_long_answer_begins_with_its_headline(
    aibot: AibotFake, database: Database
) -> None:
    long = Reply("list", "三十二个", "三十二个：" + "品牌、" * 200)
    dialogue = TableDialogue({"有哪些？": long}, slow=0.9)
    async with linked(build(aibot, database, dialogue), aibot):
        request = await aibot.say("有哪些？")
        await until(lambda: aibot.requests[request].finished)

    frames = aibot.requests[request].frames
    assert frames[:2] == ["正在查阅答复函……", "三十二个"]
    assert aibot.texts() == [long.text]
    assert aibot.hasty == 0


async def test_a_reminder_is_pushed_with_its_buttons(aibot: AibotFake, channel: WeComAibot) -> None:
    aibot.talked.add("zhangsan")
    reply = Reply("done", "到期", "明天到期", suggestions=(Choice("已知悉", "/ack R1"),))
    receipt = await channel.send(HERE, reply, key="k|1")

    assert receipt.outcome is Outcome.SENT
    assert [(one.kind, one.text) for one in aibot.shown] == [
        ("markdown", "明天到期"),
        ("card", "到期"),
    ]


async def test_pictures_come_in_the_answer_and_files_go_up_in_chunks(
    aibot: AibotFake, database: Database
) -> None:
    table = b"1,2,3\n" * 200_000
    files = (
        Attachment("图.png", PNG, "image/png", "图：知名品牌"),
        Attachment("台账.csv", table, "text/csv"),
    )
    dialogue = TableDialogue({"图": Reply("answer", "图", "图在下面", files=files)})
    async with linked(build(aibot, database, dialogue), aibot):
        await aibot.say("图")
        await until(lambda: len(aibot.shown) == 3)

    assert [one.kind for one in aibot.shown] == ["stream", "image", "file"]
    assert aibot.shown[0].text == "图在下面\n图：知名品牌"
    assert (aibot.shown[1].content, aibot.shown[2].content) == (PNG, table)
    assert aibot.count("aibot_upload_media_chunk") == 3


@pytest.mark.usefixtures("channel")
async def test_markup_shows_as_it_stands(aibot: AibotFake) -> None:
    await aibot.say("难")
    await until(aibot.texts)

    assert aibot.texts() == ["<b>&_*[]()~ a < b && c > d &nbsp; </i>"]


@pytest.mark.usefixtures("channel")
async def test_a_callback_delivered_twice_is_answered_once(aibot: AibotFake) -> None:
    request = await aibot.say("联系人电话？")
    await aibot.repeat(request)
    await until(aibot.texts)
    await aibot.say("难")
    await until(lambda: len(aibot.texts()) == 2)

    assert aibot.texts().count("023-00000000，张三丰。") == 1


@pytest.mark.parametrize("size", [2047, 2048, 2049, 10_000, 50_000])
async def test_long_answers_arrive_whole_and_in_order(
    size: int, aibot: AibotFake, database: Database
) -> None:
    text = ("区知名品牌*_é😀。" * size)[: size // 4]
    dialogue = TableDialogue({"长": Reply("answer", "", text)})
    async with linked(build(aibot, database, dialogue), aibot):
        await aibot.say("长")
        await until(lambda: "".join("".join(aibot.texts()).split()) == text)

    assert all(code == 0 for _, code in aibot.calls)
