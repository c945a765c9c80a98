"""The veil: phone numbers on their way abroad, starred unless every letter behind them is public.

A reply that cites letters is judged by these; one that cites none may quote any letter there is.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Protocol

from assistant.glossary import Address, Receipt, Reply
from assistant.people.masking import ABROAD, masked
from knowledge import Citation


class Sender(Protocol):
    """寄送: whoever shows a reply at an address."""

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt: ...


@dataclass(slots=True)
class Veil:
    """面纱; `letters` are the numbers of all letters, `public` says of one whether it is."""

    letters: Callable[[], Collection[int]]
    public: Callable[[int], bool]
    _known: dict[int, bool] = field(default_factory=dict)

    def over(self, channel: str, reply: Reply) -> Reply:
        """The reply as it may go to this channel."""
        if channel not in ABROAD or masked(reply.text) == reply.text or self._shown(reply):
            return reply
        return replace(
            reply,
            headline=masked(reply.headline),
            text=masked(reply.text),
            citations=tuple(_veiled(citation) for citation in reply.citations),
        )

    def before(self, channel: str, sender: Sender) -> Sender:
        """The channel's sender behind the veil."""
        return _Veiled(self, channel, sender)

    def _shown(self, reply: Reply) -> bool:
        cited = {citation.letter_id for citation in reply.citations}
        return all(self._is_public(letter) for letter in cited or self.letters())

    def _is_public(self, letter: int) -> bool:
        """A stored letter never changes, so it is looked at once."""
        if letter not in self._known:
            self._known[letter] = self.public(letter)
        return self._known[letter]


@dataclass(frozen=True, slots=True)
class _Veiled:
    veil: Veil
    channel: str
    sender: Sender

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Send what may be shown there."""
        return await self.sender.send(address, self.veil.over(self.channel, reply), key)


def _veiled(citation: Citation) -> Citation:
    return replace(citation, quote=masked(citation.quote))
