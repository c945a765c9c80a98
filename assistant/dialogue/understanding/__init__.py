"""Message text -> questions: tidied, corrected, split, with kind, qualifiers and content words."""

from assistant.dialogue.understanding.chatting import (
    chat_of,
    is_abuse,
    is_praise,
    without_politeness,
)
from assistant.dialogue.understanding.questioning import understand
from assistant.dialogue.understanding.splitting import Piece, split
from assistant.dialogue.understanding.tidying import LIMIT, has_words, tidy

__all__ = [
    "LIMIT",
    "Piece",
    "chat_of",
    "has_words",
    "is_abuse",
    "is_praise",
    "split",
    "tidy",
    "understand",
    "without_politeness",
]
