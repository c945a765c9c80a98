"""Documents sent in a chat: read, shown to the sender, taken in once the sender says so."""

from assistant.intake.desk import IntakeDesk
from assistant.intake.shelf import Shelf

__all__ = ["IntakeDesk", "Shelf"]
