"""Answer -> Reply: the answer first, then the fact, then the words of the letter that prove it."""

from assistant.dialogue.phrasing.wording import phrase, phrase_parts

__all__ = ["phrase", "phrase_parts"]
