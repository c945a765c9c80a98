"""Dafutong: start here. Reads the settings, builds the rooms, introduces them, listens.

Usage: python bot.py [--config FILE] [--data DIR] [--now ISO8601] COMMAND …   (see --help)
"""

import logging
import os
import sys
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click
from starlette.routing import Route

if TYPE_CHECKING:  # heavy imports, made where the channel is built
    from assistant.channels.telegram import TelegramChannel
    from assistant.channels.web import Doorway, Probe, Web

from assistant.channels.console import Console
from assistant.commands import COMMANDS, serve
from assistant.commands.household import Household
from assistant.commands.timing import moment
from assistant.errors import AssistantError, SettingsFault
from assistant.glossary import Channel
from assistant.inbox import Mailbox
from assistant.people import ROLE_WORDS
from assistant.reminders import Postman, ics
from assistant.wiring import Rooms, WeCom, open_telegram, telegram_faults
from knowledge import KnowledgeError

HERE = Path(__file__).parent


class House(Household):
    """The rooms and the channels that lead to them, each built on first use."""

    @cached_property
    def telegram(self) -> "TelegramChannel | None":
        """Telegram, where its token is set."""
        return open_telegram(self.settings.telegram, os.environ, self._rooms)

    @cached_property
    def wecom(self) -> WeCom:
        """WeCom's channels, whichever are set up."""
        return WeCom(self.settings, os.environ, self._rooms)

    def _rooms(self) -> Rooms:
        commands, account_of = self.dialogue.commands, self.people.accounts.account_of
        return Rooms(self.gate.reply_to, commands, account_of, self.database, self.clock)

    @property
    def dedupes(self) -> Collection[str]:
        """Channels whose platform shows an identical message once."""
        return self.wecom.dedupes

    @cached_property
    def web(self) -> "Web | None":
        """The web page, unless it is switched off."""
        from assistant.channels import web

        of, ledger = self.settings.web, self.reminders.ledger
        if not of.enabled:
            return None
        return web.Web(
            self.library,
            self.gate.reply_to,
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
            routes=self._callbacks(),
            mailbox=Mailbox(self.database, "web", self.clock),
            meters=self.meters,
        )

    @cached_property
    def doorway(self) -> "Doorway | None":
        """Where platforms call us back when the page is switched off; at its host and port."""
        from assistant.channels.web import Doorway

        of, called = self.settings.web, self._callbacks()
        return Doorway(called, of.host, of.port) if called and not of.enabled else None

    def _callbacks(self) -> list[Route]:
        telegram = self.telegram.routes() if self.telegram else []
        return [*telegram, *self.wecom.routes]

    def _callback_hosts(self) -> list[str]:
        """Names under which platforms call us back at the page's port."""
        host = urlsplit(self.settings.telegram.webhook_url or "").hostname
        return [host] if host else []

    def _probes(self) -> "list[Probe]":
        from assistant.channels.web import Clocks, Probe

        probes = [Probe("database", self.library.sound), Probe("clock", Clocks().fault)]
        probes.append(Probe("reminders", self.reminders.register.trouble))
        if telegram := self.telegram:
            probes.append(Probe("telegram", lambda: telegram.trouble or None))
        return probes + [Probe(name, told) for name, told in self.wecom.troubles().items()]

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
            self.reply_to,
            self.clock,
            history=self.folder / "history",
            folder=self.folder,
        )

    def channels(self) -> Sequence[Channel]:
        """Every channel that the settings and the environment allow."""
        rooms = (self.telegram, *self.wecom.channels, self.web, self.doorway, self.console)
        return [channel for channel in rooms if channel is not None]

    def channel_faults(self) -> list[str]:
        """What is wrong with the channels that are set up, or half set up."""
        return [*telegram_faults(lambda: self.telegram), *self.wecom.faults()]

    def postman(self) -> Postman:
        """Who takes reminders to the channels."""
        senders = {one.name: self.veil.before(one.name, one) for one in self.channels()}
        return self.reminders.postman(senders, self.settings.reminders.tick_seconds)

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


@click.group(invoke_without_command=True)
@click.option("--config", type=click.Path(path_type=Path), default=HERE / "config.yaml")
@click.option("--data", type=click.Path(path_type=Path), help="database and state (default var/)")
@click.option("--now", callback=moment, help="ISO 8601: the time of this run")
@click.option("--debug", is_flag=True, help="log everything, with the place of each fault")
@click.pass_context
def main(
    context: click.Context, config: Path, data: Path | None, now: datetime | None, debug: bool
) -> None:
    """Dafutong (答复通): ask the reply letters, keep their commitments in sight."""
    level = logging.DEBUG if debug else logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(message)s")
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
    except Exception as error:  # the edge: the details are for whoever mends it
        logging.getLogger(__name__).debug("unexpected fault", exc_info=error)
        click.echo(
            f"unexpected fault, {type(error).__name__}: {error} (--debug shows where)", err=True
        )
    return 1


if __name__ == "__main__":
    sys.exit(run())
