"""What the fake Telegram knows: chats, updates waiting for the bot, messages shown, every call.

Tests act through it as people do (`say`, `press`, `block`) and judge by what it shows. All of it
runs in one event loop; nothing here is about HTTP.
"""

import asyncio
import itertools
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.floods import Floods

Json = dict[str, Any]

TOKEN = "4242:made-up_Token"
BOT_ID = 4242
BOT: Json = {
    "id": BOT_ID,
    "is_bot": True,
    "first_name": "答复通",
    "username": "dafutong_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
# Never delivered unless asked for by name.
SHY = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Chat:
    """A chat as the server sees it. `state`: "", blocked, deactivated, kicked, strange, moved."""

    id: int
    kind: str = "private"
    title: str = ""
    state: str = ""
    moved_to: int = 0
    forum: bool = False

    def json(self) -> Json:
        if self.kind == "private":
            return {"id": self.id, "type": "private", "first_name": self.title or "代表"}
        extra = {"is_forum": True} if self.forum else {}
        return {"id": self.id, "type": self.kind, "title": self.title or "群", **extra}


@dataclass(frozen=True)
class Call:
    """One call of the bot: what it asked and what it was told."""

    method: str
    params: Json
    status: int
    at: float


@dataclass
class Shown:
    """A message people see."""

    id: int
    chat: int
    text: str
    entities: list[Json] = field(default_factory=list)
    buttons: list[Json] = field(default_factory=list)
    thread: int = 0
    answers: int = 0  # the message it is a reply to
    file: str = ""
    content: bytes = b""
    kind: str = "text"


@dataclass
class Fault:
    """What the server does wrong: `when` is before, after (the work was done), status or delay."""

    when: str
    method: str = "sendMessage"
    times: int = 1
    status: int = 502
    seconds: float = 0.0
    json: Json | None = None


class Platform:
    """The server's memory and its people."""

    def __init__(self, floods: Floods | None = None) -> None:
        self.floods = floods or Floods()
        self.chats: dict[int, Chat] = {}
        self.calls: list[Call] = []
        self.shown: list[Shown] = []
        self.faults: list[Fault] = []
        self.menus: dict[str, list[Json]] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.answered: dict[str, Json] = {}  # callback and inline queries
        self.asked: set[str] = set()
        self.updates: deque[Json] = deque()
        self.news = asyncio.Event()
        self.allowed: list[str] | None = None
        self.webhook: Json = {"url": ""}
        self.poll = 0  # the newest getUpdates; an older one still waiting is told 409
        self.confirmed = 0
        self.closing = False
        self._numbers = itertools.count(100)
        self._update_ids = itertools.count(int(time.time()))  # no number of an earlier run again

    # What people do

    def chat(self, id: int, **known: Any) -> Chat:
        """The chat, made on first mention; negative ids are groups."""
        if id not in self.chats:
            self.chats[id] = Chat(id, "private" if id > 0 else "supergroup")
        for name, value in known.items():
            setattr(self.chats[id], name, value)
        return self.chats[id]

    def say(self, text: str, chat: int = 1001, user: int = 0, **more: Any) -> Json:
        """Somebody writes; commands and mentions get their entities as clients make them."""
        message = self.message(chat, user, text=text, entities=_entities(text), **more)
        return self.deliver("message", message)

    def send(self, chat: int = 1001, user: int = 0, **content: Any) -> Json:
        """Somebody sends something that is not text: location=…, sticker=…."""
        return self.deliver("message", self.message(chat, user, **content))

    def send_document(self, name: str, content: bytes, chat: int = 1001, **more: Any) -> Json:
        """Somebody sends a file."""
        file_id = f"file{next(self._numbers)}"
        self.files[file_id] = (name, content)
        size = more.pop("size", len(content))
        about = {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_name": name,
            "file_size": size,
        }
        return self.send(chat, document=about, **more)

    def send_photo(self, content: bytes, chat: int = 1001, **more: Any) -> Json:
        """Somebody sends a picture; the server offers it in two sizes."""
        sizes = []
        for side, data in ((90, b"thumbnail"), (1280, content)):
            file_id = f"file{next(self._numbers)}"
            self.files[file_id] = ("", data)
            about = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(data)}
            sizes.append(about | {"width": side, "height": side})
        return self.send(chat, photo=sizes, **more)

    def edit(self, update: Json, text: str) -> Json:
        """The writer changes what was said."""
        message = {**update["message"], "text": text, "entities": _entities(text)}
        message["edit_date"] = int(time.time())
        return self.deliver("edited_message", message)

    def press(self, label: str, chat: int = 1001, user: int = 0) -> Json:
        """Somebody presses the newest button of that label."""
        return self.press_data(self.button(label, chat)["callback_data"], chat, user)

    def press_data(self, data: str, chat: int = 1001, user: int = 0) -> Json:
        """Somebody's client sends this callback data, genuine or not."""
        query_id = str(next(self._numbers))
        self.asked.add(query_id)
        message = self.message(chat, BOT_ID, text="…")
        query = {
            "id": query_id,
            "from": self.user(user or abs(chat)),
            "chat_instance": "1",
            "data": data,
            "message": {**message, "from": BOT},
        }
        return self.deliver("callback_query", query)

    def inline(self, query: str, user: int = 1001) -> Json:
        """Somebody types @bot and words in another chat."""
        query_id = str(next(self._numbers))
        self.asked.add(query_id)
        words = {"id": query_id, "from": self.user(user), "query": query, "offset": ""}
        return self.deliver("inline_query", words)

    def block(self, chat: int = 1001, state: str = "blocked") -> None:
        """The person blocks the bot (or is deactivated, or the group throws it out)."""
        self.chat(chat, state=state)

    def unblock(self, chat: int = 1001) -> Json:
        """The person lets it in again; the group takes it in."""
        self.chat(chat, state="")
        return self._membership(chat, "kicked", "member")

    def throw_out(self, chat: int) -> Json:
        """The group removes it and the server says so."""
        self.chat(chat, state="kicked")
        return self._membership(chat, "member", "left")

    def _membership(self, chat: int, before: str, after: str) -> Json:
        change = {
            "chat": self.chat(chat).json(),
            "from": self.user(abs(chat)),
            "date": int(time.time()),
            "old_chat_member": {"user": BOT, "status": before, "until_date": 0},
            "new_chat_member": {"user": BOT, "status": after},
        }
        return self.deliver("my_chat_member", change)

    def migrate(self, old: int, new: int) -> None:
        """The group becomes a supergroup with another id."""
        self.chat(old, kind="group", state="moved", moved_to=new)
        self.chat(new)

    def fail(self, when: str, method: str = "sendMessage", **about: Any) -> Fault:
        """The next calls of this method go wrong; see Fault."""
        self.faults.append(Fault(when, method, **about))
        return self.faults[-1]

    # What the server makes of it

    def user(self, id: int) -> Json:
        return BOT if id == BOT_ID else {"id": id, "is_bot": False, "first_name": f"代表{id}"}

    def message(self, chat: int, user: int = 0, **content: Any) -> Json:
        return {
            "message_id": next(self._numbers),
            "date": int(time.time()),
            "chat": self.chat(chat).json(),
            "from": self.user(user or abs(chat)),
            **content,
        }

    def deliver(self, kind: str, content: Json) -> Json:
        """Queue an update, unless the bot did not ask for its kind."""
        update = {"update_id": next(self._update_ids), kind: content}
        if kind in self.allowed if self.allowed else kind not in SHY:
            self.updates.append(update)
            self.news.set()
        return update

    def repeat(self, update: Json) -> None:
        """Deliver an update a second time, as a server does that lost the confirmation."""
        self.updates.append(update)
        self.news.set()

    def show(self, chat: int, text: str, **about: Any) -> Shown:
        shown = Shown(next(self._numbers), chat, text, **about)
        self.shown.append(shown)
        return shown

    # What tests look at

    def texts(self, chat: int = 1001) -> list[str]:
        """What is shown in the chat, in order."""
        return [shown.text for shown in self.shown if shown.chat == chat]

    def button(self, label: str, chat: int = 1001) -> Json:
        """The newest button of that label."""
        shown = [s for s in self.shown if s.chat == chat]
        buttons = [button for s in shown for button in s.buttons if button["text"] == label]
        return buttons[-1]

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def sent(self, id: int) -> Shown | None:
        return next((shown for shown in self.shown if shown.id == id), None)


def _entities(text: str) -> list[Json]:
    entities = []
    if text.startswith("/"):
        command = text.split()[0]
        entities.append({"type": "bot_command", "offset": 0, "length": len(command)})
    name = f"@{BOT['username']}"
    place = text.find(name)
    if place >= 0 and not text.startswith("/"):
        offset = len(text[:place].encode("utf-16-le")) // 2
        entities.append({"type": "mention", "offset": offset, "length": len(name)})
    return entities
