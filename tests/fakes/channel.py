"""A channel that remembers what it was asked to send, and answers with the receipts it was given."""

import asyncio
from dataclasses import dataclass, field

from assistant.glossary import Address, Outcome, Receipt, Reply


@dataclass
class FakeChannel:
    """`sent` holds address, reply and key of each send; `receipts` come first, then SENT."""

    name: str = "fake"
    receipts: list[Receipt] = field(default_factory=list)
    sent: list[tuple[Address, Reply, str]] = field(default_factory=list)

    async def run(self) -> None:
        """Until cancelled."""
        await asyncio.Event().wait()

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Remember it."""
        self.sent.append((address, reply, key))
        if self.receipts:
            return self.receipts.pop(0)
        return Receipt(Outcome.SENT, message_id=str(len(self.sent)))
