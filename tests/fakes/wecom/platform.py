"""What the fake WeCom knows: members, tokens, messages shown, cards, media, every call.

Tests act through it as people do and judge by what it shows. Nothing here is about HTTP.
"""

import itertools
import json
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.wecom.sealing import CORP

Json = dict[str, Any]

AGENT = 1000002
SECRET = "made-up_App-Secret"
ROBOT_KEY = "made-up-693a91f6-robot-key"
PERSON_PER_MINUTE = 30
ROBOT_PER_MINUTE = 20


@dataclass(frozen=True)
class Call:
    """One call of the app: what it asked and what it was told."""

    method: str
    body: Json
    errcode: int
    at: float


@dataclass
class Shown:
    """A message people see; `kind` is text, markdown, image, file or card."""

    id: str
    user: str
    kind: str
    text: str = ""
    card: Json = field(default_factory=dict)
    name: str = ""
    content: bytes = b""

    @property
    def buttons(self) -> dict[str, str]:
        """Key by label, as on the card."""
        return {one["text"]: one["key"] for one in self.card.get("button_list", ())}


@dataclass
class Fault:
    """What the server does wrong: `when` is before, after (the work was done), status or delay."""

    when: str
    method: str = "message/send"
    times: int = 1
    status: int = 502
    seconds: float = 0.0
    json: Json | None = None


class Refusal(Exception):
    """The server's errcode."""

    def __init__(self, code: int, words: str) -> None:
        self.code = code
        self.words = words
        super().__init__(f"{code} {words}")


class Platform:
    """The server's memory and its people."""

    def __init__(self, corp: str = CORP, person_per_minute: int = PERSON_PER_MINUTE) -> None:
        self.corp = corp
        self.person_per_minute = person_per_minute
        self.members: dict[str, str] = {}  # userid -> "" or gone or invisible
        self.trusted = True  # whether the caller's address is in 企业可信IP
        self.calls: list[Call] = []
        self.shown: list[Shown] = []
        self.dropped: list[Shown] = []  # above the limit of a person: nobody is told
        self.robot: list[Json] = []  # what the group sees
        self.faults: list[Fault] = []
        self.menu: Json = {}
        self.greyed: dict[str, str] = {}  # task_id -> what the card's buttons say now
        self.issued = 0  # how many different tokens
        self._tokens: dict[str, float] = {}  # token -> valid until
        self._media: dict[str, tuple[str, str, bytes]] = {}
        self._bodies: dict[str, float] = {}  # body -> remembered until
        self._tasks: set[str] = set()
        self._codes: dict[str, str] = {}  # response_code -> task_id, good once
        self._sent: dict[object, deque[float]] = defaultdict(deque)
        self._numbers = itertools.count(100)

    # What people and administrators do

    def member(self, user: str = "zhangsan", state: str = "") -> None:
        """A person of the company: there, gone (left), or invisible to the app."""
        self.members[user] = state

    def expire(self) -> None:
        """Every token dies early, as it may."""
        self._tokens = dict.fromkeys(self._tokens, 0.0)

    def fail(self, when: str, method: str = "message/send", **about: Any) -> Fault:
        """The next calls of this method go wrong; see Fault."""
        self.faults.append(Fault(when, method, **about))
        return self.faults[-1]

    def new_code(self, task: str) -> str:
        """A response code as a click brings it along."""
        code = f"code{next(self._numbers)}"
        self._codes[code] = task
        return code

    # What the server makes of it

    def token(self, corp: str, secret: str) -> tuple[str, int]:
        """The token; the same again while it lives."""
        if corp != self.corp:
            raise Refusal(40013, "invalid corpid")
        if secret != SECRET:
            raise Refusal(40001, "invalid credential")
        alive = [token for token, until in self._tokens.items() if until > time.time()]
        if not alive:
            self.issued += 1
            alive = [f"made-up-token-{self.issued}" + "x" * 200]
            self._tokens[alive[0]] = time.time() + 7200
        return alive[0], 7200

    def check_token(self, token: str) -> None:
        if not token:
            raise Refusal(41001, "access_token missing")
        if token not in self._tokens:
            raise Refusal(40014, "invalid access_token")
        if self._tokens[token] <= time.time():
            raise Refusal(42001, "access_token expired")
        if not self.trusted:
            raise Refusal(60020, "not allow to access from your ip, from ip: 203.0.113.9")

    def keep_media(self, kind: str, name: str, content: bytes) -> str:
        media_id = f"media{next(self._numbers)}"
        self._media[media_id] = (kind, name, content)
        return media_id

    def media(self, kind: str, media_id: str) -> tuple[str, bytes]:
        found = self._media.get(media_id)
        if found is None or found[0] != kind:
            raise Refusal(40007, "invalid media_id")
        return found[1:]

    def is_repeat(self, body: Json) -> bool:
        """Whether the very same body was sent within its own interval."""
        if not body.get("enable_duplicate_check"):
            return False
        words = json.dumps(body, sort_keys=True)
        now, seconds = time.time(), min(body.get("duplicate_check_interval", 1800), 4 * 3600)
        known = self._bodies.get(words, 0.0) > now
        self._bodies[words] = now + seconds
        return known

    def take_task(self, task: str) -> None:
        if task in self._tasks:
            raise Refusal(42014, "task_id has been used")
        self._tasks.add(task)

    def use_code(self, code: str) -> str:
        task = self._codes.pop(code, "")
        if not task:
            raise Refusal(60140, "invalid response_code")
        return task

    def show(self, user: str, kind: str, **about: Any) -> Shown:
        """The person sees it, unless it is one too many this minute."""
        shown = Shown(f"msg{next(self._numbers)}", user, kind, **about)
        over = self.is_flood(user, self.person_per_minute)
        (self.dropped if over else self.shown).append(shown)
        return shown

    def is_flood(self, receiver: object, most: int) -> bool:
        """Whether this one is beyond `most` a minute; counts it if not."""
        sent, now = self._sent[receiver], time.monotonic()
        while sent and sent[0] <= now - 60:
            sent.popleft()
        if most and len(sent) >= most:
            return True
        sent.append(now)
        return False

    # What tests look at

    def texts(self, user: str = "zhangsan") -> list[str]:
        """The words shown to the person, in order; cards and files are not words."""
        kinds = ("text", "markdown")
        return [s.text for s in self.shown if s.user == user and s.kind in kinds]

    def cards(self, user: str = "zhangsan") -> list[Shown]:
        return [s for s in self.shown if s.user == user and s.kind == "card"]

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]
