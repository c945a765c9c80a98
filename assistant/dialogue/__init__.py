"""Message -> Reply: understanding, matching, answering, phrasing, memory."""

from assistant.dialogue.dialogue import Dialogue
from assistant.dialogue.memory import DictShelf, Memory, Shelf, Turn

__all__ = ["Dialogue", "DictShelf", "Memory", "Shelf", "Turn"]
