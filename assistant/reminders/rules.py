"""What an office may set about reminders; every default is the one of the field."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from assistant.reminders.brake import Brake
from assistant.reminders.planner import LADDER, Ladder
from assistant.reminders.wishes import Options


@dataclass(frozen=True, slots=True)
class Rules:
    """规则: `calendar` is the office's YAML of days off, `defaults` what a new subscription gets.

    `dedupes` names the channels whose platform drops a repeat by its key.
    """

    calendar: Path | None = None
    ladder: Ladder = field(default_factory=lambda: LADDER)
    defaults: Options = Options()
    dedupes: Collection[str] = ()
    brake: Brake | None = None
