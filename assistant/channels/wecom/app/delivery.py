"""Replies in the app's parcels; a repeat says so, unless the platform itself drops it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.channels.wecom.app.rendering import Parcel, render
from assistant.channels.wecom.app.sending import Sender
from assistant.glossary import Reply
from assistant.inbox import REPEATED, Buttons, Chats, Delivery, Occasion, Pauses


class AppDelivery(Delivery[Parcel]):
    """Shows replies in the app."""

    def __init__(
        self, sender: Sender, buttons: Buttons, chats: Chats, pauses: Pauses, *, markdown: bool
    ) -> None:
        super().__init__(sender, buttons, chats, pauses)
        self._markdown = markdown

    def render(self, reply: Reply, handles: Sequence[str], occasion: Occasion) -> list[Parcel]:
        """Texts, files, then the card."""
        return render(reply, handles, occasion, markdown=self._markdown)

    def repeated(self, parcel: Parcel) -> Parcel:
        """Marked; with a key it stays as it is, or it would be shown twice."""
        if parcel.key or not parcel.text:
            return parcel
        return replace(parcel, text=f"{parcel.text}\n\n{REPEATED}", markdown="")
