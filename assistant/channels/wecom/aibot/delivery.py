"""Replies in the AI bot's parcels; a repeat says so below the text."""

from collections.abc import Sequence

from assistant.channels.wecom.aibot.rendering import Parcel, render, repeated
from assistant.glossary import Reply
from assistant.inbox import Delivery, Occasion


class AibotDelivery(Delivery[Parcel]):
    """Pushes replies."""

    def render(self, reply: Reply, handles: Sequence[str], occasion: Occasion) -> list[Parcel]:
        """Texts, files, then the card."""
        return render(reply, handles, occasion)

    def repeated(self, parcel: Parcel) -> Parcel:
        """Marked; the platform cannot tell a repeat."""
        return repeated(parcel)
