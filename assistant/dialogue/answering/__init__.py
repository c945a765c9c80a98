"""Question -> Answer: one answerer a kind; the first that has something to say is heard."""

from assistant.dialogue.answering.chatting import answer_chat, examples_from
from assistant.dialogue.answering.choosing import answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.unknown import answer_unknown

__all__ = ["Inquiry", "answer", "answer_chat", "answer_unknown", "examples_from"]
