"""What `check` finds of Telegram: token, network, a webhook still set, one that does not work."""

from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.errors import ChannelError
from assistant.glossary import Reply
from assistant.settings import Telegram
from assistant.storage import Database
from assistant.wiring import Rooms, open_telegram, telegram_faults
from tests.fakes.telegram import TOKEN, TelegramFake


def wired(database: Database, url: str, token: str, secret: str = "", **more: Any) -> Any:
    of = Telegram(base_url=f"{url}/bot", base_file_url=f"{url}/file/bot", connect_seconds=1, **more)
    rooms = Rooms(
        lambda _: Reply("help", "", ""), (), lambda _: None, database, lambda: datetime.now(UTC)
    )  # type: ignore[arg-type, return-value]
    environ = {of.token_variable: token, of.webhook_secret_variable: secret}
    return open_telegram(of, environ, lambda: rooms)


@pytest.mark.parametrize(
    ("token", "known", "told"),
    [
        (TOKEN, {"url": ""}, ""),
        (TOKEN, {"url": "https://elsewhere.example/hook"}, "webhook（elsewhere.example）"),
        ("4242:wrong", {"url": ""}, "不接受这个机器人令牌"),
    ],
)
async def test_token_and_webhook_are_looked_at(
    database: Database, token: str, known: dict[str, str], told: str
) -> None:
    async with TelegramFake().serve() as telegram:
        telegram.webhook = known
        channel = wired(database, telegram.url, token)
        faults = await channel.probe()
        await channel.close()

    assert told in "".join(faults)
    assert bool(faults) is bool(told)
    assert telegram.webhook == known


async def test_a_callback_address_that_does_not_work_is_told(database: Database) -> None:
    async with TelegramFake().serve() as telegram:
        telegram.webhook = {"url": "https://bot.example/x", "last_error_message": "Wrong response"}
        about = {"mode": "webhook", "webhook_url": "https://bot.example/x"}
        channel = wired(database, telegram.url, TOKEN, "made-up", **about)
        faults = await channel.probe()
        await channel.close()

    assert "送不到回调地址：Wrong response" in faults[0]


def test_what_cannot_be_reached_is_told_and_what_is_off_is_no_fault(database: Database) -> None:
    unreachable = telegram_faults(lambda: wired(database, "http://127.0.0.1:9", TOKEN))

    assert "连不上 Telegram" in unreachable[0]
    assert telegram_faults(lambda: wired(database, "http://127.0.0.1:9", "")) == []


def test_a_webhook_without_its_secret_is_a_fault(database: Database) -> None:
    url = "http://127.0.0.1:9"
    faults = telegram_faults(lambda: wired(database, url, TOKEN, mode="webhook", webhook_url=url))

    assert faults == ["Telegram 用 webhook 还缺 TELEGRAM_WEBHOOK_SECRET"]
    with pytest.raises(ChannelError):
        wired(database, url, TOKEN, mode="webhook", webhook_url=url)
