"""What a channel must remember between restarts: updates, buttons, unreachable chats."""

from assistant.inbox.arrivals import DAY, Arrival, Clock, Inbox, Stored
from assistant.inbox.buttons import Buttons
from assistant.inbox.chats import Chats, Known
from assistant.inbox.lanes import Lanes
from assistant.inbox.mailbox import Letter, Mailbox

__all__ = [
    "DAY",
    "Arrival",
    "Buttons",
    "Chats",
    "Clock",
    "Inbox",
    "Known",
    "Lanes",
    "Letter",
    "Mailbox",
    "Stored",
]
