"""The webhook: strangers are turned away, what is taken is stored, repeats are known."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from assistant.channels.telegram import Options, Rates, TelegramChannel, Webhook
from assistant.errors import ChannelError
from assistant.inbox import Inbox
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.dialogue import TableDialogue
from tests.fakes.serving import served
from tests.fakes.telegram import TelegramFake
from tests.fakes.waiting import running, until

SECRET = "a-Secret_of-the-test"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
PATH = "/telegram/webhook"


def hooked(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue, url: str
) -> TelegramChannel:
    webhook = Webhook(url + PATH, SECRET, PATH)
    return build(telegram, database, dialogue, Options(Rates(0, 0, 0), webhook=webhook))


@pytest.fixture
async def client(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> AsyncIterator[httpx.AsyncClient]:
    """Calls a channel that only takes updates; nothing works them off."""
    channel = hooked(telegram, database, dialogue, "http://bot.test")
    transport = httpx.ASGITransport(Starlette(routes=channel.routes()))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot.test") as client:
        yield client
    await channel.close()


async def test_questions_come_by_webhook_and_are_answered_once(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    app = Starlette()
    async with served(app) as url:
        channel = hooked(telegram, database, dialogue, url)
        app.router.routes.extend(channel.routes())
        async with running(channel):
            update = telegram.say("联系人电话？")
            telegram.repeat(update)
            telegram.say("59-1.1-1")
            await until(lambda: len(telegram.texts()) == 2)

    assert telegram.texts() == ["023-00000000，张三丰。", "全区知名品牌32个。"]
    assert telegram.called("getUpdates") == []
    assert telegram.webhook["secret_token"] == SECRET


@pytest.mark.parametrize("secret", ["", "with blank", "x" * 257])
def test_a_webhook_without_a_proper_secret_cannot_be_made(secret: str) -> None:
    with pytest.raises(ChannelError, match="口令"):
        Webhook("https://bot.test/", secret)


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x"])
async def test_a_stranger_gets_403_and_not_a_word(
    client: httpx.AsyncClient, telegram: TelegramFake, secret: str | None
) -> None:
    headers = {} if secret is None else {HEADER: secret}
    answer = await client.post(PATH, json=telegram.say("你好"), headers=headers)

    assert (answer.status_code, answer.content) == (403, b"")


async def test_what_is_taken_is_stored(
    client: httpx.AsyncClient, telegram: TelegramFake, database: Database
) -> None:
    answer = await client.post(PATH, json=telegram.say("你好"), headers={HEADER: SECRET})

    assert answer.status_code == 200
    assert len(Inbox(database, "telegram", lambda: NOW).unfinished()) == 1


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"{}", b'{"update_id": "x"}', b"{" + b" " * 2**20 + b"}"]
)
async def test_what_is_no_update_is_refused(client: httpx.AsyncClient, body: bytes) -> None:
    answer = await client.post(PATH, content=body, headers={HEADER: SECRET})

    assert answer.status_code == 400


async def test_an_update_that_cannot_be_stored_is_not_confirmed(
    client: httpx.AsyncClient, telegram: TelegramFake, database: Database
) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE arrivals")
    answer = await client.post(PATH, json=telegram.say("你好"), headers={HEADER: SECRET})

    assert answer.status_code == 503


async def test_polling_does_not_confirm_what_it_cannot_store(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    channel = build(telegram, database, dialogue)
    telegram.say("联系人电话？")
    store = channel._inbox.store
    fault = iter([True, True])

    def failing(arrivals: object) -> object:
        if next(fault, False):
            from sqlalchemy.exc import OperationalError

            raise OperationalError("INSERT", {}, Exception("database or disk is full"))
        return store(arrivals)  # type: ignore[arg-type]

    channel._inbox.store = failing  # type: ignore[method-assign, assignment]
    async with running(channel):
        await until(telegram.texts)

    assert telegram.texts() == ["023-00000000，张三丰。"]
