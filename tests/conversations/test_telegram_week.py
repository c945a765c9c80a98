"""A staff member's weeks and a deputy's, with `bot.py serve` itself over the fake Telegram.

The program is started anew at each date, once after a kill, so every reminder survives a restart.
"""

import asyncio
import contextlib
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.telegram import TOKEN, Floods, TelegramFake
from tests.fakes.waiting import until

HOUSE = Path(__file__).parents[2]
STAFF, DEPUTY = 1001, 1002
SETTINGS = """
telegram: {{base_url: "{0}", base_file_url: "{1}", poll_seconds: 1}}
web: {{enabled: false}}
reminders: {{tick_seconds: 1}}
"""


class Town:
    """The program's folder, the platform, and what people have seen so far."""

    def __init__(self, telegram: TelegramFake, folder: Path) -> None:
        self.telegram = telegram
        self.now = "2022-11-28T08:00:00"
        self._folder = folder
        self._settings = folder / "config.yaml"
        self._settings.write_text(SETTINGS.format(telegram.base_url, telegram.base_file_url))

    async def bot(self, *words: str) -> asyncio.subprocess.Process:
        """Any command of the program at the time it is."""
        chosen = (
            "--config",
            str(self._settings),
            "--data",
            str(self._folder / "data"),
            "--now",
            self.now,
        )
        return await asyncio.create_subprocess_exec(
            *(sys.executable, str(HOUSE / "bot.py"), *chosen, *words),
            env={**os.environ, "TELEGRAM_BOT_TOKEN": TOKEN},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )

    async def told(self, *words: str) -> str:
        """What a command of the operator prints."""
        process = await self.bot(*words)
        out, _ = await process.communicate()
        return out.decode()

    @contextlib.asynccontextmanager
    async def day(self, now: str, end: int = signal.SIGTERM) -> AsyncIterator[None]:
        """The program serves from that moment on, until it is stopped or killed."""
        self.telegram.poll, self.now = 0, now
        process = await self.bot("serve")
        try:
            await until(lambda: self.telegram.poll, 60)
            yield
        finally:
            process.send_signal(end)
            await process.communicate()

    async def says(self, text: str, chat: int = STAFF) -> str:
        """Say it and wait for the answer."""
        seen = len(self.telegram.texts(chat))
        self.telegram.say(text, chat)
        return await self._next(chat, seen)

    async def presses(self, label: str, chat: int = STAFF) -> str:
        """Press a button of the newest message that has it, and wait for the answer."""
        seen = len(self.telegram.texts(chat))
        self.telegram.press(label, chat)
        return await self._next(chat, seen)

    async def reminded(self, words: str, chat: int = STAFF) -> None:
        """Wait for the reminder that comes by itself and says so."""

        def came() -> bool:
            return any(words in text and "编号 R" in text for text in self.telegram.texts(chat))

        await until(came, 60)

    async def joins(self, role: str, chat: int) -> None:
        """Invited at the machine, bound in the chat."""
        code = re.search(
            r"[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}", await self.told("people", "invite", role, "某")
        )
        assert code
        assert "已绑定" in await self.says(f"/join {code[0]}", chat)

    async def _next(self, chat: int, seen: int) -> str:
        await until(lambda: len(self.telegram.texts(chat)) > seen, 60)
        return self.telegram.texts(chat)[seen]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with TelegramFake(Floods(0, 0, 0)).serve() as fake:
        yield Town(fake, tmp_path)


@pytest.mark.slow
async def test_a_staff_member_from_invitation_to_export_and_a_deputy_to_the_receipt(
    town: Town,
) -> None:
    async with town.day("2022-11-28T08:00:00"):
        await town.joins("staff", STAFF)
        await town.joins("deputy", DEPUTY)
        assert "已订阅：承诺2" in await town.says("订阅 承诺2")
        assert "14036" in await town.says("全区有效注册商标多少件？", DEPUTY)
        assert "59-附-2" in await town.says("/commitment 2", DEPUTY)
        assert "已订阅" in await town.presses("订阅", DEPUTY)

    async with town.day("2022-12-01T09:00:00", end=signal.SIGKILL):
        await town.reminded("还有 30 天")
        assert "已知悉" in await town.presses("已知悉")

    async with town.day("2022-12-23T09:00:00"):
        await town.reminded("12月24日（周六）休息")
        assert "还差 180件" in await town.says("/report 2 14320 截至12月20日")

    async with town.day("2022-12-30T09:00:00"):
        await town.reminded("进展：14320件")
        await town.reminded("还有 1 天", DEPUTY)
        assert "须有佐证" in await town.says("/close 2 已完成")
        assert "已登记：已兑现" in await town.says("/close 2 已达14620件 佐证：统计公报第3页")
        town.telegram.say("/export csv", STAFF)
        await until(lambda: any(one.file for one in town.telegram.shown), 60)
        (exported,) = [one.content for one in town.telegram.shown if one.file]
        assert "已提交" in await town.says("/receipt 第59号 满意 谢谢", DEPUTY)
        assert "满意：谢谢" in await town.says("/receipts")

    assert "已兑现,是" in exported.decode("utf-8-sig")
    assert "完整" in await town.told("audit", "verify")
    reminders = [one.text for one in town.telegram.shown if "编号 R" in one.text]
    assert len(reminders) == len(set(reminders)) == 4


TABLE = (
    "编号,代表,承办单位,承诺事项,责任单位,完成时限,进展,状态,销号\n"
    "1,某代表,区市场监管局,建成应急中心1个,特种设备科,2026年6月底,已立项,,否\n"
    "2,某代表,区市场监管局,检查农贸市场,食品科,每旬,,,否\n"
)


@pytest.mark.slow
async def test_the_rows_of_an_ingested_table_are_reminded_of_over_the_platform(
    town: Town, tmp_path: Path
) -> None:
    table = tmp_path / "台账.csv"
    table.write_text(TABLE, encoding="utf-8")
    town.now = "2026-05-28T08:00:00"
    assert "承诺 2" in await town.told("ingest", str(table))

    async with town.day(town.now):
        await town.joins("staff", STAFF)
        assert "现有 2 项承诺" in await town.says("订阅 全部")

    async with town.day("2026-05-29T09:00:00"):  # the 31st, the end of the month, is a Sunday
        await town.reminded("今日提醒 2 项")
        assert "已立项" in await town.says("承诺详情 1")

    async with town.day("2026-07-07T09:00:00"):
        await town.reminded("逾期 7 天")
        assert "逾期的承诺共 1 项" in await town.says("逾期的有哪些？")
        assert "已登记：已兑现" in await town.says("/close 1 已建成 佐证：验收单")
        assert "没有逾期的承诺" in await town.says("逾期的有哪些？")
