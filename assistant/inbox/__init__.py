"""What a channel must remember between restarts: updates, buttons, unreachable chats."""

from assistant.inbox.arrivals import DAY, Arrival, Clock, Inbox, Stored
from assistant.inbox.buttons import Buttons
from assistant.inbox.chats import Chats, Known
from assistant.inbox.delivery import REPEATED, Delivery, Occasion, Pauses, Sender, marked_repeated
from assistant.inbox.lanes import Lanes
from assistant.inbox.leases import Lease, lead
from assistant.inbox.mailbox import Letter, Mailbox
from assistant.inbox.tidying import keep_tidy
from assistant.inbox.turns import Turns

__all__ = [
    "DAY",
    "REPEATED",
    "Arrival",
    "Buttons",
    "Chats",
    "Clock",
    "Delivery",
    "Inbox",
    "Known",
    "Lanes",
    "Lease",
    "Letter",
    "Mailbox",
    "Occasion",
    "Pauses",
    "Sender",
    "Stored",
    "Turns",
    "keep_tidy",
    "lead",
    "marked_repeated",
]
