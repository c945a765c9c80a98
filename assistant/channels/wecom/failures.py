"""What can go wrong between us and WeCom's servers; judged by errcode only, as errmsg changes."""

from assistant.errors import ChannelError

BUSY = -1
STALE = frozenset({40014, 42001, 41001})  # token invalid, expired, missing: fetch once, repeat once
WRONG_SECRET = 853000  # of the AI bot; the connection stays open all the same
NOT_SUBSCRIBED = 846609  # although the connection is open: connect anew, send again
# The request this answers is over: unknown id, an event's, or a stream older than six minutes.
TOO_LATE = frozenset({846605, 846608})


class Refused(ChannelError):
    """WeCom answered with an errcode."""

    def __init__(self, code: int, words: str) -> None:
        self.code = code
        self.words = words
        super().__init__(f"WeCom errcode {code}: {words}", permanent=True)


class Broken(ChannelError):
    """No answer; `sent` says whether the call may have been carried out."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        self.sent = sent
        super().__init__(reason)
