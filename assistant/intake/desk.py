"""The commands of intake: what happens to a file that a staff member sends in a chat.

First it is only looked at, under the same limits as at the command line, and what was understood is
shown; the letter enters the library when the sender answers 收录.
"""

from collections.abc import Callable

from assistant.glossary import Attachment, Choice, Command, Reply, Request, Role, Thing
from assistant.intake.shelf import Shelf
from knowledge import Arrival, KnowledgeError, Library, Limits

WORKERS = frozenset({Role.STAFF, Role.ADMIN})
THINGS = {"take": Thing.ARRIVAL, "discard": Thing.ARRIVAL}
GONE = "这个文件已经处理过或等待过久，请重新发送。"

Describe = Callable[[Arrival], str]


class IntakeDesk:
    """收文窗口: files out of chats into the library."""

    def __init__(
        self,
        library: Library,
        shelf: Shelf,
        limits: Limits,
        describe: Describe,
        note: Callable[[int, str, str], None],
    ) -> None:
        """`describe` words what was understood; `note(actor, action, subject)` writes the audit
        log.
        """
        self._library = library
        self._shelf = shelf
        self._limits = limits
        self._describe = describe
        self._note = note

    def commands(self) -> tuple[Command, ...]:
        """What this room contributes to the registry."""
        rows = (
            ("file", (), "收录文件：把答复函或指标表直接发来", self.receive),
            ("take", ("收录",), "收录刚才核对过的文件", self.take),
            ("discard", ("不收录",), "放弃刚才发来的文件", self.discard),
        )
        return tuple(
            Command(name, words, said, run, WORKERS, True, name == "file", THINGS.get(name))
            for name, words, said, run in rows
        )

    def receive(self, request: Request) -> Reply:
        """Look at what came and show it."""
        self._shelf.tidy()
        if not request.message.files:
            return _said(
                "请把答复函或指标表（Word、PDF、Excel、网页、文本）作为文件直接发来。", "help"
            )
        replies = [self._shown(file) for file in request.message.files]
        return replies[0] if len(replies) == 1 else _joined(replies)

    def take(self, request: Request) -> Reply:
        """Keep the file that was shown."""
        handle = request.words.strip()
        path = self._shelf.find(handle)
        if path is None:
            return _said(GONE, "refused")
        try:
            arrival = self._library.ingest(path, self._limits)
        except KnowledgeError as error:
            return _said(f"没有收成：{error}", "error")
        self._shelf.drop(handle)
        self._note(request.account.id, "letter.take", f"letter:{arrival.letter_id}")
        return _said(_outcome(arrival), "done")

    def discard(self, request: Request) -> Reply:
        """Forget the file that was shown."""
        if self._shelf.find(request.words.strip()) is None:
            return _said(GONE, "refused")
        self._shelf.drop(request.words.strip())
        return _said("好的，没有收录。", "done")

    def _shown(self, file: Attachment) -> Reply:
        handle, path = self._shelf.put(file.name, file.content)
        try:
            arrival = self._library.look(path, self._limits)
        except KnowledgeError as error:
            self._shelf.drop(handle)
            return _said(f"读不了“{path.name}”：{error}", "error")
        said = f"读到了“{path.name}”，尚未收录"
        text = f"{said}。请核对：\n{self._describe(arrival)}\n没有问题请点“收录”。"
        choices = (Choice("收录", f"/take {handle}"), Choice("不收录", f"/discard {handle}"))
        return Reply("clarify", said, text, suggestions=choices, evidence="register")


def _outcome(arrival: Arrival) -> str:
    name = arrival.findings.letter.title or arrival.document.name
    if arrival.known:
        return f"“{name}”早已收录，没有变化。"
    if arrival.replaces:
        return f"已收录“{name}”，替代 {arrival.replaces}；旧件仍可按编号查阅，不再用来回答。"
    return f"已收录“{name}”，现在就可以提问。"


def _joined(replies: list[Reply]) -> Reply:
    text = "\n\n".join(reply.text for reply in replies)
    choices = tuple(choice for reply in replies for choice in reply.suggestions)
    return Reply("clarify", replies[0].headline, text, suggestions=choices, evidence="register")


def _said(text: str, kind: str) -> Reply:
    return Reply(kind, text.rstrip("。"), text, evidence="register")
