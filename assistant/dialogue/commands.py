"""Orders: /start /help … and the commands other rooms contribute, with their roles.

A passage code sent alone reopens the passage with its neighbours.
"""

import re
from collections.abc import Callable, Sequence

from assistant.bridge import WORDLESS
from assistant.dialogue.answering.chatting import examples_from
from assistant.dialogue.memory import Memory
from assistant.dialogue.phrasing.wording import shown
from assistant.glossary import AccountOf, Choice, Command, Message, Reply, Request, Thing
from knowledge import Citation, Excerpt, Library

_CODE = re.compile(
    r"(?:出处|原文|段落|编码|代码)?[：: ]*([0-9A-Za-z]+(?:-[0-9A-Za-z.\u4e00-\u9fff]+){1,3})"
)
_SLASH = re.compile(r"/([A-Za-z_]+)(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)
_NEW = re.compile(
    r"(?:好|那|我们|咱们|我想|我要|请|，)*(?:重新开始|忘(?:了|掉|记)(?:前面|刚才|之前|上面)(?:的|说的|问的|的话|的对话|那些)*|从头(?:再)?来|清空(?:对话|记忆|上下文)?|清除(?:对话|记忆|上下文)|重来|新对话|重新(?:来|聊|问))(?:吧|一下|一遍|啊|了)*[。！!]?$"
)

Ask = Callable[[Message, str], Reply]


class Desk:
    """受理台: tells orders from questions and carries them out."""

    def __init__(
        self,
        library: Library,
        commands: Sequence[Command],
        memory: Memory,
        account_of: AccountOf,
        ask: Ask,
    ) -> None:
        self._library = library
        self._memory = memory
        self._account_of = account_of
        self._ask = ask
        self.commands: tuple[Command, ...] = (*self._built_in(), *commands)

    def _built_in(self) -> tuple[Command, ...]:
        return (
            Command("start", (), "认识一下", self._about),
            Command("help", ("帮助",), "能问什么、有哪些命令", self._help),
            Command("ask", (), "提问：/ask 全区知名品牌多少个", self._question),
            Command(
                "contact", (), "联系人和电话", lambda r: self._ask(r.message, "联系人和联系电话")
            ),
            Command(
                "commitments",
                (),
                "承诺事项、时限和责任单位",
                lambda r: self._ask(r.message, "承诺事项有哪些"),
            ),
            Command("source", (), "按编码看原文：/source 编码", self._source, takes=Thing.PASSAGE),
            Command("about", ("关于",), "我是谁，依据什么回答", self._about),
            Command("new", ("重新开始",), "忘掉前面的对话", self._new),
        )

    def run(self, message: Message, text: str) -> Reply | None:
        """Carry out an order; None when the text is none. A file without an order is one itself."""
        ordered = self._ordered(message, text)
        if ordered is None and message.files:
            return self._handed_in(message, text)
        return ordered

    def _handed_in(self, message: Message, text: str) -> Reply | None:
        """What to do with a file; a picture is a letter only if its sender may hand in letters."""
        if message.kind != "photo" or self._may("file", message):
            return self._slash(message, "file", text)
        return None if text.strip() else _line("help", WORDLESS["photo"])

    def _may(self, name: str, message: Message) -> bool:
        role = self._account_of(message.address).role
        return any(
            command.name == name
            and role in command.roles
            and not (command.private and message.address.group)
            for command in self.commands
        )

    def _ordered(self, message: Message, text: str) -> Reply | None:
        if _NEW.match(text):
            return self._new(self._request(message, ""))
        code = _CODE.fullmatch(text)
        if code and (reopened := self._reopen(code.group(1))):
            return reopened
        slash = _SLASH.match(text)
        if slash:
            return self._slash(message, slash.group(1).lower(), (slash.group(2) or "").strip())
        return self._by_words(message, text)

    def _slash(self, message: Message, name: str, words: str) -> Reply:
        for command in self.commands:
            if command.name == name:
                return self._carry_out(command, message, words)
        return _line("help", f"没有 /{name} 这个命令。发送 /help 看看都有什么。")

    def _by_words(self, message: Message, text: str) -> Reply | None:
        """A Chinese order stands first and alone, or parted from what follows by a blank or mark."""
        for command in self.commands:
            for words in sorted(command.words, key=len, reverse=True):
                rest = text[len(words) :]
                if text.startswith(words) and (not rest or rest[0] in " ：，:,。0123456789#"):
                    return self._carry_out(command, message, rest.strip(" ：，:,。"))
        return None

    def _carry_out(self, command: Command, message: Message, words: str) -> Reply:
        request = self._request(message, words)
        if request.account.role not in command.roles:
            what = command.help.partition("：")[0]
            said = f"“{what}”需要相应的权限。有邀请码的，请发送“/join 邀请码”绑定身份。"
            return _line("refused", said)
        if command.private and message.address.group:
            return _line("refused", "这个命令只能在私聊里使用。")
        return command.run(request)

    def _request(self, message: Message, words: str) -> Request:
        return Request(self._account_of(message.address), words, message)

    def _question(self, request: Request) -> Reply:
        if not request.words:
            return _line("help", "请在 /ask 后面写上问题，例如：/ask 承诺事项有哪些")
        return self._ask(request.message, request.words)

    def _help(self, request: Request) -> Reply:
        role = request.account.role
        shown = [c for c in self.commands if role in c.roles and c.menu]
        lines = [f"/{c.name} {c.help}" for c in shown]
        said = "直接提问就行，我只按答复函原文回答并附出处"
        return Reply(
            "help",
            said,
            f"{said}。\n" + "\n".join(lines),
            suggestions=self._choices(),
            evidence="none",
        )

    def _about(self, request: Request) -> Reply:
        said = "我是答复通，帮您查答复函里的数据、名单、承诺和联系方式"
        count = len(self._library.letters())
        text = f"{said}，每个回答都附原文出处，函里没有的我会直说。目前收录{count}份答复函。可以直接提问，例如："
        examples = [choice.label for choice in self._choices()]
        return Reply(
            "help",
            said,
            text + "、".join(f"“{e}”" for e in examples),
            suggestions=self._choices(),
            evidence="none",
        )

    def _choices(self) -> tuple[Choice, ...]:
        heads = self._library.letters()
        rows = list(self._library.facts(heads[0].id)) if heads else []
        return tuple(Choice(example) for example in examples_from(rows))

    def _source(self, request: Request) -> Reply:
        code = request.words.strip(" 〔〕[]")
        if not code:
            return _line("help", "请在 /source 后面写上出处编码。")
        return self._reopen(code) or _line("unknown", f"没有编码为 {code} 的段落。")

    def _reopen(self, code: str) -> Reply | None:
        """The passage with its neighbours."""
        found = self._library.passage(code)
        if not found:
            return None
        around = [words.strip() for words in (found.before, found.text, found.after)]
        lead, text, tail = (shown(around[0], 80), around[1], shown(around[2], 80))
        lines = [f"〔{code} · {found.passage.section}〕", text]
        lines += [f"上一段：{lead}"] if lead else []
        lines += [f"下一段：{tail}"] if tail else []
        if found.letter.superseded_by is not None:
            lines.append("这是旧件，已被更新的一件替代，不再用来回答。")
        return Reply(
            "answer",
            f"〔{code} · {found.passage.section}〕",
            "\n".join(lines),
            citations=(_citation(found),),
            evidence="letter",
        )

    def _new(self, request: Request) -> Reply:
        self._memory.clear(request.message.address)
        return _line("done", "好的，我们重新开始，请提问。")


def _line(kind: str, text: str) -> Reply:
    return Reply(kind, text.rstrip("。"), text, evidence="none")


def _citation(found: Excerpt) -> Citation:
    span = found.passage.span
    return Citation(
        code=found.passage.code,
        letter=found.letter.letter.title or found.letter.name,
        section=found.passage.section,
        quote=found.text,
        start=span.start,
        end=span.end,
        letter_id=found.letter.id,
    )
