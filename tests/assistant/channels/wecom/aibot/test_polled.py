"""The AI bot by JSON callback: a stream the platform asks for, and the response_url for the late."""

import asyncio
import contextlib
import itertools
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from assistant.channels.wecom.aibot import Callback, WeComAibotPolled
from assistant.channels.wecom.aibot.incoming import CHANNEL, key_of
from assistant.channels.wecom.envelope import Envelope
from assistant.glossary import Address, Attachment, Choice, Outcome, Reply
from assistant.inbox import Arrival, Inbox, Pauses
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.fakes.dialogue import TableDialogue
from tests.fakes.hours import Hours
from tests.fakes.serving import served
from tests.fakes.waiting import running as serving
from tests.fakes.waiting import until
from tests.fakes.wecom import AES_KEY, TOKEN
from tests.fakes.wecom.aibot import visible
from tests.fakes.wecom.methods import check_card
from tests.fakes.wecom.sealing import seal, sign, unseal

Json = dict[str, Any]
ANSWER = "023-00000000，张三丰。"


class Platform:
    """Calls the bot as WeCom does, and takes late answers at a response_url, one each."""

    def __init__(self) -> None:
        self.url = self.late_url = ""
        self.late: list[str] = []
        self.down = False
        self.channel: WeComAibotPolled | None = None
        self._numbers = itertools.count(1)

    def routes(self) -> list[Route]:
        return [Route("/late", self._take_late, methods=["POST"])]

    async def _take_late(self, request: Request) -> JSONResponse:
        if self.down:
            return JSONResponse({}, 502)
        body = await request.json()
        assert body["msgtype"] == "markdown"
        assert len(body["markdown"]["content"].encode()) <= 20480
        self.late.append(visible(body["markdown"]["content"]))
        return JSONResponse({"errcode": 0})

    def message(self, **content: Any) -> Json:
        return {
            "msgid": f"m{next(self._numbers)}",
            "aibotid": "b",
            "chattype": "single",
            "from": {"userid": "zhangsan"},
            "response_url": self.late_url,
        } | content

    def text(self, words: str) -> Json:
        return self.message(msgtype="text", text={"content": words})

    async def call(self, body: Json) -> Json:
        """Sealed there and back; {} for an empty answer."""
        answer = await self.post(seal(json.dumps(body), AES_KEY, ""))
        assert answer.status_code == 200
        if not answer.content:
            return {}
        outer = answer.json()
        signed = sign(str(outer["timestamp"]), outer["nonce"], outer["encrypt"])
        assert outer["msgsignature"] == signed
        words, receiver = unseal(outer["encrypt"])
        assert receiver == ""
        read: Json = json.loads(words)
        return read

    async def post(self, sealed: str, token: str = TOKEN) -> httpx.Response:
        stamp, nonce = str(int(time.time())), str(next(self._numbers))
        signature = sign(stamp, nonce, sealed, token)
        query = {"msg_signature": signature, "timestamp": stamp, "nonce": nonce}
        async with httpx.AsyncClient() as client:
            return await client.post(self.url, params=query, json={"encrypt": sealed})

    async def poll(self, first: Json) -> Json:
        """Ask until the stream is finished."""
        answer = first
        while not answer["stream"]["finish"]:
            await asyncio.sleep(0.05)
            asked = {"msgtype": "stream", "stream": {"id": first["stream"]["id"]}}
            answer = await self.call(self.message(**asked))
        return answer


@contextlib.asynccontextmanager
async def running(database: Database, dialogue: TableDialogue) -> AsyncIterator[Platform]:
    """The platform before a bot that serves."""
    platform = Platform()
    callback = Callback(TOKEN, AES_KEY, patience=0.3, pause=0.02)
    channel = WeComAibotPolled(callback, dialogue.reply_to, database, lambda: NOW)
    routes = [*channel.routes(), *platform.routes()]
    async with served(Starlette(routes=routes)) as url:
        platform.url, platform.late_url = f"{url}/wecom/aibot", f"{url}/late"
        platform.channel = channel
        async with serving(channel):
            await asyncio.sleep(0.05)
            yield platform


@pytest.fixture
async def platform(database: Database) -> AsyncIterator[Platform]:
    async with running(database, TableDialogue()) as platform:
        yield platform


async def test_a_quick_answer_comes_at_once(platform: Platform) -> None:
    answer = await platform.call(platform.text("联系人电话？"))

    assert answer["stream"]["finish"] is True
    assert visible(answer["stream"]["content"]) == ANSWER
    assert platform.late == []


async def test_a_slow_answer_is_there_when_it_is_asked_for(database: Database) -> None:
    async with running(database, TableDialogue(slow=2.0)) as platform:
        first = await platform.call(platform.text("联系人电话？"))
        last = await platform.poll(first)

    assert first["stream"] == {**first["stream"], "finish": False, "content": "正在查阅答复函……"}
    assert visible(last["stream"]["content"]) == ANSWER
    assert platform.late == []


async def test_an_answer_nobody_comes_back_for_goes_to_the_response_url(
    database: Database,
) -> None:
    async with running(database, TableDialogue(slow=2.0)) as platform:
        await platform.call(platform.text("联系人电话？"))
        await until(lambda: platform.late)

    assert platform.late == [ANSWER]


async def test_after_ten_minutes_of_outage_the_late_answer_arrives(database: Database) -> None:
    hours = Hours()
    async with running(database, TableDialogue(slow=2.0)) as platform, hours.passing():
        assert platform.channel
        platform.channel._pauses = Pauses(sleep=hours.sleep)
        platform.down = True
        await platform.call(platform.text("联系人电话？"))
        await until(lambda: hours.now >= 600, 30)
        platform.down = False
        await until(lambda: platform.late)

    assert platform.late == [ANSWER]


@pytest.mark.parametrize("size", [20_479, 20_480, 20_481, 40_000])
async def test_what_a_stream_has_no_room_for_comes_late(database: Database, size: int) -> None:
    text = ("知名品牌32个。" * size).encode()[: size - 9].decode(errors="ignore") + "到此为止"
    dialogue = TableDialogue({"长": Reply("answer", "", text)})
    async with running(database, dialogue) as platform:
        answer = await platform.poll(await platform.call(platform.text("长")))
        if not visible(answer["stream"]["content"]).endswith("到此为止"):
            await until(lambda: platform.late)
    seen = visible(answer["stream"]["content"]) + "".join(platform.late)

    assert "".join(seen.split()) == text
    assert len(answer["stream"]["content"].encode()) <= 20_480


async def test_what_even_then_has_no_room_is_said_to_be_left_out(database: Database) -> None:
    choices = (Choice("一", "一"),)
    dialogue = TableDialogue({"长": Reply("answer", "", "*_" * 60_000, (), choices)})
    async with running(database, dialogue) as platform:
        await platform.poll(await platform.call(platform.text("长")))
        await until(lambda: platform.late)

    assert "余下的放不下" in platform.late[0]
    assert platform.late[0].replace("*_", "").startswith("…") or "*…" in platform.late[0]


async def test_a_file_that_cannot_be_sent_is_named(database: Database) -> None:
    file = Attachment("台账_1.csv", b"1,2,3", "text/csv")
    dialogue = TableDialogue({"表": Reply("answer", "", "台账如下。", files=(file,))})
    async with running(database, dialogue) as platform:
        await platform.poll(await platform.call(platform.text("表")))
        await until(lambda: platform.late)

    assert platform.late == ["（附件“台账_1.csv”在这里发不了，请到网页上取）"]


async def test_a_card_comes_along_and_its_click_is_answered_late(platform: Platform) -> None:
    answer = await platform.call(platform.text("全区知名品牌多少个？"))
    card = answer["template_card"]
    check_card(card)
    event = {"event_key": card["button_list"][1]["key"], "task_id": card["task_id"]}
    click = {"eventtype": "template_card_event", "template_card_event": event}
    greyed = await platform.call(platform.message(msgtype="event", event=click))
    await until(lambda: platform.late)

    assert answer["msgtype"] == "stream_with_template_card"
    assert greyed["template_card"]["task_id"] == card["task_id"]
    assert platform.late == ["市场监管局。（59-附-1）"]


async def test_who_opens_the_chat_is_welcomed(platform: Platform) -> None:
    event = {"eventtype": "enter_chat"}
    answer = await platform.call(platform.message(msgtype="event", event=event))

    assert answer == {"msgtype": "text", "text": {"content": "您好，我是答复通。"}}


async def test_a_callback_sent_again_gets_the_same_stream(platform: Platform) -> None:
    message = platform.text("联系人电话？")
    first, second = await platform.call(message), await platform.call(message)

    assert first == second


async def test_what_waits_from_an_earlier_run_is_answered(
    database: Database, dialogue: TableDialogue
) -> None:
    async with running(database, TableDialogue(slow=30.0)) as platform:
        message = platform.text("联系人电话？")
        arrival = Arrival(key_of(message), "zhangsan", json.dumps(message))
        await asyncio.to_thread(Inbox(database, CHANNEL, lambda: NOW).store, [arrival])
    late = message["response_url"]
    async with running(database, dialogue) as again:
        await until(lambda: dialogue.heard)

    assert late != again.late_url  # the earlier address is gone, and nothing breaks over it
    assert [heard.text for heard in dialogue.heard] == ["联系人电话？"]


async def test_feedback_and_other_events_are_heard_in_silence(platform: Platform) -> None:
    event = {"eventtype": "feedback_event"}

    assert await platform.call(platform.message(msgtype="event", event=event)) == {}


@pytest.mark.parametrize(
    ("words", "token", "receiver"),
    [
        ("{}", "another", ""),
        ("{}", TOKEN, "wwcompany"),
        ("[]", TOKEN, ""),
        ("no JSON", TOKEN, ""),
        ('{"msgtype": "text"}', TOKEN, ""),
    ],
)
async def test_what_is_not_genuine_gets_a_bare_refusal(
    platform: Platform, words: str, token: str, receiver: str
) -> None:
    answer = await platform.post(seal(words, AES_KEY, receiver), token)

    assert (answer.status_code, answer.content) == (403, b"")


async def test_nothing_can_be_pushed_and_that_is_said(database: Database) -> None:
    callback = Callback(TOKEN, AES_KEY)
    channel = WeComAibotPolled(callback, TableDialogue().reply_to, database, lambda: NOW)
    receipt = await channel.send(Address("wecom_aibot", "a", "a"), Reply("done", "a", "a"))
    await channel.close()

    assert receipt.outcome is Outcome.NOT_SENT and "长连接" in receipt.reason


def test_our_own_seal_for_nobody_in_particular_opens_elsewhere() -> None:
    assert unseal(Envelope(TOKEN, AES_KEY, "").seal("好")) == ("好", "")
