"""Replies in Telegram's parcels; a repeat says so below the text."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.channels.telegram.rendering import Parcel, render
from assistant.glossary import Reply
from assistant.inbox import REPEATED, Delivery, Occasion


class TelegramDelivery(Delivery[Parcel]):
    """Shows replies on Telegram."""

    def render(self, reply: Reply, handles: Sequence[str], occasion: Occasion) -> list[Parcel]:
        """Texts, the last with the buttons, then files."""
        return render(reply, handles, occasion.answers)

    def repeated(self, parcel: Parcel) -> Parcel:
        """Marked; Telegram cannot tell a repeat."""
        html = f"{parcel.html}\n\n{REPEATED}" if parcel.html else ""
        return replace(parcel, text=f"{parcel.text}\n\n{REPEATED}", html=html)
