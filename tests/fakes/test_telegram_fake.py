"""The fake refuses what the real Bot API refuses, in its words; else tests would prove nothing."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.fakes.telegram import TOKEN, Floods, TelegramFake
from tests.fakes.telegram.markup import BadMarkup, parse_html

LINK = "4242%3Amade-up_Token"  # percent-encoded, as some clients send it


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramFake]:
    async with TelegramFake(Floods(0, 0, 0)).serve() as fake:
        fake.chat(1001)
        yield fake


async def call(telegram: TelegramFake, method: str, token: str = TOKEN, **params: Any) -> Any:
    """The status, and what was said or given."""
    fields = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{telegram.url}/bot{token}/{method}", data=fields, timeout=20)
    body = answer.json()
    return answer.status_code, body.get("description", body.get("result"))


@pytest.mark.parametrize("token", [TOKEN, LINK])
async def test_it_says_who_it_is(telegram: TelegramFake, token: str) -> None:
    status, me = await call(telegram, "getMe", token)

    assert (status, me["is_bot"]) == (200, True)


@pytest.mark.parametrize(
    ("token", "method", "status"), [("1:x", "getMe", 401), (TOKEN, "getAnything", 404)]
)
async def test_strangers_and_unknown_methods(
    telegram: TelegramFake, token: str, method: str, status: int
) -> None:
    assert (await call(telegram, method, token))[0] == status


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"text": " \n"}, "message text is empty"),
        ({"text": "字" * 4097}, "message is too long"),
        # two UTF-16 units each
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "a < b", "parse_mode": "HTML"}, "can't parse entities: unsupported start tag"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: can't find end tag"),
        ({"text": "x", "chat_id": "31337"}, "chat not found"),
        ({"text": "x", "message_thread_id": "5"}, "message thread not found"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "BUTTON_DATA_INVALID",
        ),
        (
            {
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "字" * 22}]]},
            },
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_bad_messages_are_refused(
    telegram: TelegramFake, params: dict[str, Any], complaint: str
) -> None:
    status, words = await call(telegram, "sendMessage", **{"chat_id": "1001", **params})

    assert status == 400
    assert words.startswith(f"Bad Request: {complaint}")
    assert telegram.shown == []


async def test_the_length_counts_after_markup(telegram: TelegramFake) -> None:
    text = "<b>" + "&lt;" * 4096 + "</b>"
    status, _ = await call(telegram, "sendMessage", chat_id="1001", text=text, parse_mode="HTML")

    assert status == 200
    assert telegram.texts() == ["<" * 4096]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("a &gt; b &amp; c", "a > b & c"),
        # no such entity: it shows as it stands
        ("a&nbsp;b & c", "a&nbsp;b & c"),
        ("&#22823;&#x8db3;", "大足"),
        ('<a href="http://x">y</a> > z', "y > z"),
    ],
)
def test_markup_is_read_as_the_server_reads_it(source: str, plain: str) -> None:
    assert parse_html(source)[0] == plain


@pytest.mark.parametrize("source", ["<p>x</p>", "<br>", "</b>", "<b><i>x</b></i>", "<b", "1<2"])
def test_markup_the_server_refuses(source: str) -> None:
    with pytest.raises(BadMarkup):
        parse_html(source)


@pytest.mark.parametrize(
    ("state", "words"), [("blocked", "blocked by the user"), ("deactivated", "is deactivated")]
)
async def test_nobody_there_is_403(telegram: TelegramFake, state: str, words: str) -> None:
    telegram.block(1001, state)
    status, said = await call(telegram, "sendMessage", chat_id="1001", text="x")

    assert status == 403
    assert words in said


async def test_an_offset_confirms_what_came_before(telegram: TelegramFake) -> None:
    first, second = telegram.say("一"), telegram.say("二")
    _, both = await call(telegram, "getUpdates")
    _, rest = await call(telegram, "getUpdates", offset=first["update_id"] + 1)

    assert [update["update_id"] for update in both] == [first["update_id"], second["update_id"]]
    assert [update["update_id"] for update in rest] == [second["update_id"]]
    assert telegram.confirmed == 1


async def test_kinds_that_were_not_asked_for_do_not_come(telegram: TelegramFake) -> None:
    await call(telegram, "getUpdates", allowed_updates=["message"])
    telegram.inline("品牌")
    telegram.say("一")
    _, updates = await call(telegram, "getUpdates")

    assert [set(update) - {"update_id"} for update in updates] == [{"message"}]


async def test_a_second_poller_throws_the_first_out(telegram: TelegramFake) -> None:
    first = asyncio.create_task(call(telegram, "getUpdates", timeout=20))
    while not telegram.poll:
        await asyncio.sleep(0.01)
    await call(telegram, "getUpdates")

    assert (await first)[0] == 409


async def test_a_webhook_keeps_pollers_out(telegram: TelegramFake) -> None:
    await call(telegram, "setWebhook", url="http://127.0.0.1:1/", secret_token="s")

    assert (await call(telegram, "getUpdates"))[0] == 409
    assert (await call(telegram, "setWebhook", url="x", secret_token="ä"))[0] == 400


@pytest.mark.parametrize(
    ("chat", "sends", "refused"),
    [
        # one a second in a chat
        (1001, 2, 1),
        # twenty a minute in a group, here without the limit of a second
        (-5, 22, 2),
    ],
)
async def test_floods_are_refused(chat: int, sends: int, refused: int) -> None:
    async with TelegramFake(Floods(0, 1 if chat > 0 else 0, 20)).serve() as telegram:
        telegram.chat(chat)
        answers = [
            await call(telegram, "sendMessage", chat_id=str(chat), text="x") for _ in range(sends)
        ]

    assert [status for status, _ in answers].count(429) == refused
    assert "retry after" in answers[-1][1]


async def test_a_press_is_acknowledged_once(telegram: TelegramFake) -> None:
    query = telegram.press_data("x")["callback_query"]["id"]

    assert (await call(telegram, "answerCallbackQuery", callback_query_id=query))[0] == 200
    assert (await call(telegram, "answerCallbackQuery", callback_query_id=query))[0] == 400


async def test_an_edit_that_changes_nothing_is_refused(telegram: TelegramFake) -> None:
    shown = telegram.show(1001, "x")
    edit = {"chat_id": "1001", "message_id": str(shown.id)}

    assert (await call(telegram, "editMessageText", text="y", **edit))[0] == 200
    status, words = await call(telegram, "editMessageText", text="y", **edit)
    assert status == 400
    assert "message is not modified" in words


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_cut_connection_is_cut_for_real(telegram: TelegramFake, when: str) -> None:
    telegram.fail(when)
    with pytest.raises(httpx.RemoteProtocolError):
        await call(telegram, "sendMessage", chat_id="1001", text="x")

    assert telegram.texts() == ([] if when == "before" else ["x"])
