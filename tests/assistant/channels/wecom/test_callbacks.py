"""Forged, replayed, damaged, oversized and repeated callbacks; every refusal looks the same."""

import time
from collections.abc import Callable

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from assistant.channels.wecom import WeComApp
from assistant.channels.wecom.app.incoming import fields_of, key_of
from tests.assistant.channels.wecom.app.conftest import channel as channel
from tests.assistant.channels.wecom.app.conftest import wecom as wecom
from tests.fakes.dialogue import TableDialogue
from tests.fakes.waiting import until
from tests.fakes.wecom import AGENT, CORP, WeComFake
from tests.fakes.wecom.sealing import AES_KEY, seal, sign

Post = tuple[dict[str, str], bytes]

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><xml>&b;</xml>'


def genuine(wecom: WeComFake, **fields: object) -> Post:
    return wecom.caller.sealed(wecom.caller.xml("zhangsan", **fields))


def about(fields: dict[str, object]) -> Callable[[WeComFake], Post]:
    return lambda wecom: genuine(wecom, **fields)


def altered(change: Callable[[dict[str, str], bytes], Post]) -> Callable[[WeComFake], Post]:
    return lambda wecom: change(*genuine(wecom, MsgType="text", MsgId=1, Content="问"))


def resealed(sealed: str) -> Callable[[WeComFake], Post]:
    """Rightly signed, whatever is inside."""

    def post(_: WeComFake) -> Post:
        stamp = str(int(time.time()))
        query = {"msg_signature": sign(stamp, "n", sealed), "timestamp": stamp, "nonce": "n"}
        return query, f"<xml><Encrypt><![CDATA[{sealed}]]></Encrypt></xml>".encode()

    return post


def aged(seconds: int) -> Callable[[WeComFake], Post]:
    return lambda wecom: wecom.caller.sealed(
        wecom.caller.xml("zhangsan", MsgType="text", MsgId=1, Content="问"),
        int(time.time()) + seconds,
    )


def damaged(body: bytes) -> bytes:
    """Another letter somewhere within the sealed message."""
    place = body.index(b"<Encrypt><![CDATA[") + 40
    return body[:place] + (b"A" if body[place : place + 1] != b"A" else b"B") + body[place + 1 :]


FORGED = {
    "no query": altered(lambda query, body: ({}, body)),
    "no signature": altered(lambda query, body: (query | {"msg_signature": ""}, body)),
    "another signature": altered(lambda query, body: (query | {"msg_signature": "0" * 40}, body)),
    "another time": altered(lambda query, body: (query | {"timestamp": "1"}, body)),
    "another nonce": altered(lambda query, body: (query | {"nonce": "1"}, body)),
    "one letter changed": altered(lambda query, body: (query, damaged(body))),
    "no envelope": altered(lambda query, body: (query, b"<xml></xml>")),
    "two envelopes": altered(lambda query, body: (query, body + body)),
    "an entity outside": altered(lambda query, body: (query, b"<!DOCTYPE x []>" + body)),
    "nothing at all": altered(lambda query, body: (query, b"")),
    "too large": altered(lambda query, body: (query, body + b" " * 300_000)),
    "a replay an hour later": aged(-3600),
    "out of the future": aged(3600),
    "for another company": resealed(seal("<xml/>", AES_KEY, "wwanother")),
    "wrong padding": resealed(seal("<xml/>", AES_KEY, CORP, bytes(20))),
    "an entity inside": resealed(seal(BOMB, AES_KEY, CORP)),
    "no XML inside": resealed(seal("{}", AES_KEY, CORP)),
    "for another app": about({"AgentID": AGENT + 1, "MsgType": "text", "MsgId": 1}),
}


async def post(url: str, query: dict[str, str], body: bytes) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.post(url, params=query, content=body)


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize("name", FORGED)
async def test_what_is_not_genuine_gets_the_same_bare_refusal(
    name: str, wecom: WeComFake, dialogue: TableDialogue
) -> None:
    query, body = FORGED[name](wecom)
    answer = await post(wecom.caller.url, query, body)

    assert (answer.status_code, answer.content) == (403, b"")
    assert set(answer.headers) <= {"date", "server", "content-length"}
    assert dialogue.heard == []


@pytest.mark.usefixtures("channel")
async def test_a_replay_at_once_is_taken_as_the_platforms_own_repeat_and_does_nothing(
    wecom: WeComFake, dialogue: TableDialogue
) -> None:
    query, body = genuine(wecom, MsgType="text", MsgId=1, Content="联系人电话？")
    statuses = [(await post(wecom.caller.url, query, body)).status_code for _ in range(3)]
    await wecom.say("难")
    await until(lambda: len(wecom.texts()) == 2)

    assert statuses == [200, 200, 200]
    assert [message.text for message in dialogue.heard] == ["联系人电话？", "难"]


@pytest.mark.usefixtures("channel")
async def test_a_message_sent_again_under_another_seal_is_answered_once(
    wecom: WeComFake, dialogue: TableDialogue
) -> None:
    for _ in range(3):
        await wecom.say("联系人电话？", MsgId=5)
    await wecom.say("难")
    await until(lambda: len(wecom.texts()) == 2)

    assert [message.text for message in dialogue.heard] == ["联系人电话？", "难"]


async def test_what_cannot_be_stored_is_not_acknowledged_and_comes_again(
    wecom: WeComFake, channel: WeComApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, failures = channel._inbox.store, [1, 1]

    def failing(arrivals: object) -> object:
        if failures:
            failures.pop()
            raise OperationalError("insert", {}, Exception("disk full"))
        return store(arrivals)  # type: ignore[arg-type]

    monkeypatch.setattr(channel._inbox, "store", failing)
    statuses = await wecom.say("联系人电话？")
    await until(wecom.texts)

    assert statuses == [503, 503, 200]
    assert len(wecom.texts()) == 1


EVENT = {"MsgType": "event", "Event": "template_card_event", "CreateTime": "1", "AgentID": "1"}
CLICK = EVENT | {"FromUserName": "a", "EventKey": "k1", "TaskId": "t1", "ResponseCode": "c1"}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"ResponseCode": "c2"}, True),  # the same click, delivered again
        ({"EventKey": "k2"}, False),  # two buttons within one second
        ({"TaskId": "t2"}, False),
        ({"CreateTime": "2"}, False),
        ({"FromUserName": "b"}, False),  # two people within one second
        ({"Event": "click"}, False),
    ],
)
def test_events_are_told_apart_by_all_that_identifies_them(
    other: dict[str, str], same: bool
) -> None:
    assert (key_of(CLICK) == key_of(CLICK | other)) is same


def test_messages_are_told_apart_by_their_id_and_sender() -> None:
    message = {"MsgType": "text", "MsgId": "5", "AgentID": "1", "FromUserName": "a"}

    assert key_of(message) == key_of(message | {"CreateTime": "9", "Content": "x"})
    assert key_of(message) != key_of(message | {"MsgId": "6"})
    assert key_of(message) != key_of(message | {"FromUserName": "b"})


def test_fields_are_the_plain_words() -> None:
    message = "<xml><Content><![CDATA[a<b & c]]></Content><N>1</N><Empty/></xml>"

    assert fields_of(message) == {"Content": "a<b & c", "N": "1", "Empty": ""}
