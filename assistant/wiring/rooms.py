"""What a channel needs of the house."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.glossary import AccountOf, Command, ReplyTo
from assistant.storage import Database


@dataclass(frozen=True, slots=True)
class Rooms:
    """房间: the rooms a channel is connected with."""

    reply_to: ReplyTo
    commands: Sequence[Command]
    account_of: AccountOf
    database: Database
    clock: Callable[[], datetime]
