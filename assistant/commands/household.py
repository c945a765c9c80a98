"""The rooms behind the channels, each built on first use: who is handed what, and by which
settings.

`bot.py` adds the channels. Nobody but these two reads settings.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain
from pathlib import Path

from assistant.commands.summary import summary
from assistant.commands.timing import clock_from
from assistant.dialogue import Dialogue, Memory
from assistant.gate import Gate, Meters
from assistant.glossary import Command, Message, Reply
from assistant.inbox import mailbox
from assistant.intake import IntakeDesk, Shelf
from assistant.people import OPERATOR, Keeper, People, Veil, authorize, open_people
from assistant.pictures import Gallery
from assistant.reminders import Brake, Options, Reminders, Rules, Ties, keeping, open_reminders
from assistant.settings import Settings, load_settings
from assistant.storage import Database, open_database
from knowledge import PUBLIC, Library, Limits, disclosure_of

HERE = Path(__file__).parent.parent.parent  # the folder of bot.py
SHIPPED = HERE / "knowledge" / "sources"


class Household:
    """The rooms, wired; the only place that knows how they fit together."""

    def __init__(self, config: Path, data: Path | None, now: datetime | None) -> None:
        self._config = config
        self._data = data
        self.clock = clock_from(now)

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
        return Library(self.folder, large_from=self.settings.search.large_from)

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
            keepers=[
                Keeper("提醒", keeping.copy, keeping.erase),
                Keeper("网页留言", mailbox.copy, mailbox.erase),
            ],
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
            morning=self.settings.reminders.hour,
        )
        return open_reminders(self.database, ties, self._rules())

    @property
    def dedupes(self) -> Collection[str]:
        """Channels whose platform shows an identical message once."""
        return ()

    def _rules(self) -> Rules:
        of = self.settings.reminders
        leads = tuple(sorted({*of.leads, 0}, reverse=True))
        return Rules(
            calendar=HERE / of.calendar,
            ladder=of.ladder.rungs(),
            defaults=Options(leads, of.hour, "", of.workdays, of.digest),
            dedupes=self.dedupes,
            brake=Brake(of.burst_times, of.burst_floor),
        )

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
        return Dialogue(self.library, self.commands, memory, account_of, self.reminders.voice)

    def reply_to(self, message: Message) -> Reply:
        """What every channel asks: who speaks is reachable, and phones go abroad veiled."""
        self.people.accounts.heard(message.address)
        return self.veil.over(message.address.channel, self.dialogue.reply_to(message))

    @cached_property
    def meters(self) -> Meters:
        """What the monitor sees."""
        return Meters()

    @cached_property
    def gate(self) -> Gate:
        """The way of all channels but the console to the dialogue."""
        return Gate(self.reply_to, self.settings.dialogue.messages_per_minute, self.meters)

    @cached_property
    def veil(self) -> Veil:
        """What hides the phone numbers of letters that are not public."""
        unmarked = PUBLIC if self.settings.privacy.unmarked_letters == "public" else ""
        return Veil(
            lambda: [head.id for head in self.library.letters()],
            lambda id: (disclosure_of(self.library.text(id)) or unmarked) == PUBLIC,
        )

    def fill(self) -> None:
        """Take the shipped documents into a new data folder."""
        if self.library.is_new:
            for path in sorted(p for p in SHIPPED.rglob("*") if p.is_file() and p.name[0] != "."):
                self.library.ingest(path, self.limits)
            self.library.settle()
