"""Dafutong: start here. Reads the settings, builds the rooms, introduces them, listens.

Usage: python bot.py [--config FILE] [--data DIR] [--now ISO8601] COMMAND …   (see --help)
"""

import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import click

if TYPE_CHECKING:  # heavy imports, made where the channel is built
    from assistant.channels.telegram import TelegramChannel
    from assistant.channels.web import Probe, Web

from assistant.channels.console import Console
from assistant.commands import COMMANDS, serve
from assistant.commands.summary import summary
from assistant.dialogue import Dialogue, Memory
from assistant.errors import AssistantError, SettingsFault
from assistant.glossary import Channel, Command
from assistant.inbox import Mailbox
from assistant.intake import IntakeDesk, Shelf
from assistant.people import OPERATOR, ROLE_WORDS, Keeper, People, authorize, open_people
from assistant.pictures import Gallery
from assistant.reminders import Postman, Reminders, Ties, ics, keeping, open_reminders
from assistant.settings import Settings, load_settings
from assistant.storage import Database, open_database
from assistant.wiring import Rooms, WeCom, open_telegram
from knowledge import KnowledgeError, Library, Limits

HERE = Path(__file__).parent
SHIPPED = HERE / "knowledge" / "sources"
ZONE = ZoneInfo("Asia/Shanghai")


class House:
    """The rooms, each built on first use; the only place that knows how they fit together."""

    def __init__(self, config: Path, data: Path | None, now: datetime | None) -> None:
        self._config = config
        self._data = data
        self.clock = _clock(now)

    @cached_property
    def settings(self) -> Settings:
        """What config.yaml says."""
        return load_settings(self._config)

    @cached_property
    def folder(self) -> Path:
        """The data folder."""
        return self._data or HERE / self.settings.data

    @cached_property
    def limits(self) -> Limits:
        """Limits for documents."""
        of = self.settings.documents
        return Limits(
            file_bytes=of.file_mb << 20,
            inflated_bytes=of.inflated_mb << 20,
            pages=of.pages,
            cells=of.cells,
            characters=of.characters,
            wall_seconds=int(of.seconds),
            memory_bytes=of.memory_mb << 20,
        )

    @cached_property
    def library(self) -> Library:
        """The letters."""
        return Library(self.folder)

    @cached_property
    def database(self) -> Database:
        """People, inbox, subscriptions, deliveries."""
        return open_database(self.folder)

    @cached_property
    def people(self) -> People:
        """Accounts, invitations, the audit log."""
        return open_people(
            self.database,
            self.clock,
            keepers=[Keeper("提醒", keeping.copy, keeping.erase)],
            lasting={"web": timedelta(days=self.settings.web.session_days)},
        )

    operator = OPERATOR

    @cached_property
    def reminders(self) -> Reminders:
        """The ledger, subscriptions and deliveries."""
        ties = Ties(
            commitments=self.library.commitments,
            people=self.people.accounts.active,
            authorize=authorize,
            record=self.people.audit.record,
            clock=self.clock,
            cite=self.library.cite,
            unreachable=self.people.accounts.unreachable,
            moved=self.people.accounts.moved,
            indicators=lambda head: self.library.findings(head.id).indicators,
        )
        calendar = HERE / "calendar.yaml"
        return open_reminders(self.database, ties, calendar, dedupes=self.wecom.dedupes)

    @cached_property
    def gallery(self) -> Gallery:
        """Pictures."""
        return Gallery(self.library, self.clock)

    @cached_property
    def commands(self) -> tuple[Command, ...]:
        """What people may order in chat, beside what the dialogue knows itself."""
        contributed = (self.people.commands, self.reminders.commands, self.intake.commands())
        return (*chain.from_iterable(contributed), self.gallery.command())

    @cached_property
    def intake(self) -> IntakeDesk:
        """Files out of chats."""
        shelf = Shelf(self.folder / "incoming")
        return IntakeDesk(self.library, shelf, self.limits, summary, self.people.audit.note)

    @cached_property
    def dialogue(self) -> Dialogue:
        """The one who answers."""
        minutes = self.settings.dialogue.memory_minutes
        memory = Memory(lasts=timedelta(minutes=minutes))
        account_of = self.people.accounts.account_of
        return Dialogue(self.library, self.commands, memory, account_of)

    @cached_property
    def telegram(self) -> "TelegramChannel | None":
        """Telegram, where its token is set."""
        return open_telegram(self.settings.telegram, os.environ, self._rooms)

    @cached_property
    def wecom(self) -> WeCom:
        """WeCom's channels, whichever are set up."""
        return WeCom(self.settings, os.environ, self._rooms)

    def _rooms(self) -> Rooms:
        dialogue, account_of = self.dialogue, self.people.accounts.account_of
        return Rooms(dialogue.reply_to, dialogue.commands, account_of, self.database, self.clock)

    @cached_property
    def web(self) -> "Web | None":
        """The web page, unless it is switched off."""
        from assistant.channels import web

        of, ledger = self.settings.web, self.reminders.ledger
        if not of.enabled:
            return None
        return web.Web(
            self.library,
            self.dialogue.reply_to,
            self.clock,
            host=of.host,
            port=of.port,
            per_minute=of.requests_per_minute,
            probes=self._probes(),
            gallery=web.Gallery(self.gallery.titles, self._svg),
            book=web.Book(
                lambda account: ledger.entries(),
                lambda: ics(ledger.entries(), self.clock()),
            ),
            door=web.Door(
                self.people.accounts.account_of,
                self.people.invitations.redeem,
                self.people.accounts.leave,
                ROLE_WORDS.__getitem__,
            ),
            file_bytes=self.settings.documents.file_mb << 20,
            hosts=(*of.hosts, *self._callback_hosts(), *self.wecom.hosts),
            routes=(*(self.telegram.routes() if self.telegram else ()), *self.wecom.routes),
            mailbox=Mailbox(self.database, "web", self.clock),
        )

    def _callback_hosts(self) -> list[str]:
        """Names under which platforms call us back at the page's port."""
        host = urlsplit(self.settings.telegram.webhook_url or "").hostname
        return [host] if host else []

    def _probes(self) -> "list[Probe]":
        from assistant.channels.web import Probe

        probes = [Probe("database", self.library.sound)]
        if telegram := self.telegram:
            probes.append(Probe("telegram", lambda: telegram.trouble or None))
        return probes

    def _svg(self, title: str) -> str | None:
        picture = self.gallery.find(title)
        return picture.svg if picture else None

    @cached_property
    def console(self) -> Console | None:
        """The terminal, where there is one and no chat platform is set up yet."""
        if self.telegram or self.wecom.channels or not sys.stdin.isatty():
            return None
        return self.new_console()

    def new_console(self) -> Console:
        """A conversation in this terminal or pipe."""
        return Console(
            self.dialogue.reply_to,
            self.clock,
            history=self.folder / "history",
            folder=self.folder,
        )

    def channels(self) -> Sequence[Channel]:
        """Every channel that the settings and the environment allow."""
        rooms = (self.telegram, *self.wecom.channels, self.web, self.console)
        return [channel for channel in rooms if channel is not None]

    def postman(self) -> Postman:
        """Who takes reminders to the channels."""
        return self.reminders.postman({channel.name: channel for channel in self.channels()})

    def introduction(self) -> list[str]:
        """What is on, what is off, and which variable turns it on."""
        off = f"未开：设置环境变量 {self.settings.telegram.token_variable} 即开"
        return [
            f"答复通：{len(self.library.letters())} 件答复函，数据在 {self.folder}",
            f"  Telegram  {'已开' if self.telegram else off}",
            *self.wecom.introduction(),
            f"  网页      {self.web.address if self.web else '未开：config.yaml 中 web.enabled 设为 true'}",
            f"  控制台    {'已开，直接输入问题' if self.console else 'make chat'}",
        ]

    def fill(self) -> None:
        """Take the shipped documents into a new data folder."""
        if self.library.is_new:
            for path in sorted(p for p in SHIPPED.rglob("*") if p.is_file() and p.name[0] != "."):
                self.library.ingest(path, self.limits)
            self.library.settle()
        self.library.refresh()


def _clock(now: datetime | None) -> Callable[[], datetime]:
    """The time in Asia/Shanghai; with --now it starts there and goes on."""
    if now is None:
        return lambda: datetime.now(ZONE)
    start = now.astimezone(ZONE) if now.tzinfo else now.replace(tzinfo=ZONE)
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def _moment(
    _context: click.Context, _option: click.Parameter, words: str | None
) -> datetime | None:
    try:
        return datetime.fromisoformat(words) if words else None
    except ValueError:
        sentence = "应当是 ISO 8601 时间，例如 2022-10-01T09:00:00+08:00"
        raise click.BadParameter(sentence) from None


@click.group(invoke_without_command=True)
@click.option("--config", type=click.Path(path_type=Path), default=HERE / "config.yaml")
@click.option("--data", type=click.Path(path_type=Path), help="database and state (default var/)")
@click.option("--now", callback=_moment, help="ISO 8601: the time of this run")
@click.pass_context
def main(context: click.Context, config: Path, data: Path | None, now: datetime | None) -> None:
    """Dafutong (答复通): ask the reply letters, keep their commitments in sight."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    context.obj = House(config, data, now)
    if context.invoked_subcommand is None:
        context.invoke(serve)


for command in COMMANDS:
    main.add_command(command)


def run() -> int:
    """Run a command; a fault is one clear sentence, never a traceback. Returns the exit code."""
    try:
        main()
    except SettingsFault as error:
        click.echo("\n".join(error.faults), err=True)
    except (KnowledgeError, AssistantError) as error:
        click.echo(str(error), err=True)
    return 1


if __name__ == "__main__":
    sys.exit(run())
