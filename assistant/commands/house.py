"""What a command may ask of the house; `bot.py` builds it, each part on first use."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from assistant.channels.console import Console
from assistant.dialogue import Dialogue
from assistant.glossary import Account, Channel
from assistant.people import People
from assistant.pictures import Gallery
from assistant.reminders import Postman, Reminders
from assistant.settings import Settings
from knowledge import Library, Limits


class House(Protocol):
    """The rooms, wired."""

    @property
    def settings(self) -> Settings:
        """What config.yaml says."""

    @property
    def folder(self) -> Path:
        """The data folder."""

    @property
    def limits(self) -> Limits:
        """Limits for documents."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """What time it is, in Asia/Shanghai."""

    @property
    def library(self) -> Library:
        """The letters."""

    @property
    def dialogue(self) -> Dialogue:
        """The one who answers."""

    @property
    def people(self) -> People:
        """Accounts, invitations, the audit log."""

    @property
    def operator(self) -> Account:
        """Whoever sits at the command line."""

    @property
    def reminders(self) -> Reminders:
        """The ledger, subscriptions and deliveries."""

    @property
    def gallery(self) -> Gallery:
        """Pictures."""

    def new_console(self) -> Console:
        """A conversation in this terminal or pipe."""

    def channels(self) -> list[Channel]:
        """Every channel that the settings and the environment allow."""

    def channel_faults(self) -> list[str]:
        """What is wrong with the channels that are set up, or half set up."""

    def postman(self) -> Postman:
        """Who takes reminders to the channels."""

    def introduction(self) -> list[str]:
        """What is on, what is off, and which variable turns it on."""

    def fill(self) -> None:
        """Take the shipped documents into a new data folder."""
