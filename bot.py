"""Dafutong: start here. Reads the settings, builds the rooms, introduces them, listens.

Usage: python bot.py [--config FILE] [--data DIR] [--now ISO8601] COMMAND …   (see --help)
"""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from assistant.channels.telegram import Telegram
from assistant.commands import COMMANDS, serve
from assistant.dialogue import Dialogue
from assistant.errors import AssistantError, SettingsFault
from assistant.glossary import Channel
from assistant.inbox import Inbox
from assistant.settings import Settings, load_settings
from assistant.storage import Database, open_database
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
            seconds=of.seconds,
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
    def dialogue(self) -> Dialogue:
        """The one who answers."""
        minutes = self.settings.dialogue.memory_minutes
        return Dialogue(self.library, memory_for=timedelta(minutes=minutes))

    def fill(self) -> None:
        """Take the shipped documents into a new data folder."""
        if self.library.is_new:
            for path in sorted(p for p in SHIPPED.rglob("*") if p.is_file() and p.name[0] != "."):
                self.library.ingest(path, self.limits)
            self.library.settle()

    def channels(self) -> list[Channel]:
        """Every channel that the settings and the environment allow."""
        return [channel for channel, _ in self._channels if channel]

    def introduction(self) -> list[str]:
        """What is on, what is off, and which variable turns it on."""
        count = len(self.library.letters())
        return [f"答复通：{count} 件答复函，数据在 {self.folder}", *(w for _, w in self._channels)]


def _clock(now: datetime | None) -> Callable[[], datetime]:
    """The time in Asia/Shanghai; with --now it starts there and goes on."""
    if now is None:
        return lambda: datetime.now(ZONE)
    began, start = (
        time.monotonic(),
        now.astimezone(ZONE) if now.tzinfo else now.replace(tzinfo=ZONE),
    )
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def _moment(
    _context: click.Context, _option: click.Parameter, words: str | None
) -> datetime | None:
    try:
        return datetime.fromisoformat(words) if words else None
    except ValueError:
        raise click.BadParameter("应当是 ISO 8601 时间，例如 2022-10-01T09:00:00+08:00") from None


@click.group(invoke_without_command=True)
@click.option("--config", type=click.Path(path_type=Path), default=HERE / "config.yaml")
@click.option("--data", type=click.Path(path_type=Path), help="database and state (default var/)")
@click.option("--now", callback=_moment, help="ISO 8601: the time of this run")
@click.pass_context
def main(context: click.Context, config: Path, data: Path | None, now: datetime | None) -> None:
    """Dafutong (答复通): ask the reply letters, keep their commitments in sight."""
    context.obj = House(config, data, now)
    if context.invoked_subcommand is None:
        context.invoke(serve)


for command in COMMANDS:
    main.add_command(command)


def run() -> int:
    """Run a command; a fault is one clear sentence, never a traceback. Returns the exit code."""
    try:
        main(standalone_mode=True)
    except SettingsFault as error:
        click.echo("\n".join(error.faults), err=True)
    except (KnowledgeError, AssistantError) as error:
        click.echo(f"{error}", err=True)
    return 1


if __name__ == "__main__":
    sys.exit(run())
