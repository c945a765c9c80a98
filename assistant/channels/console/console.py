"""Talks in a terminal: a prompt with history, buttons as numbers; in a pipe nothing but answers.

Usage: Console(dialogue.reply_to, clock).talk()
"""

import asyncio
import contextlib
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import TextIO

from assistant.bridge import Bridge
from assistant.channels.console.wrapping import wrap
from assistant.glossary import (
    Address,
    Attachment,
    Choice,
    Message,
    Outcome,
    Receipt,
    Reply,
    ReplyTo,
)
from assistant.splitting import printable

ADDRESS = Address("console", chat="console", person="console")
WELCOME = "我是答复通，请直接提问。输入数字选择选项，“退出”或 Ctrl-D 结束。"
FAREWELL = "再见。"
BUSY = "正在查……"
LEAVING = frozenset({"退出", "exit", "quit", "/exit", "/quit"})
BUSY_AFTER = 0.4  # seconds; sooner it would only flicker
HISTORY_LENGTH = 1000


class Console:
    """控制台渠道. With a terminal it prompts and wraps; else it reads lines and prints answers."""

    name = "console"

    def __init__(
        self,
        reply_to: ReplyTo,
        clock: Callable[[], datetime],
        *,
        stdin: TextIO | None = None,
        stdout: TextIO | None = None,
        history: Path | None = None,
        folder: Path | None = None,
    ) -> None:
        """`history` keeps what was typed, `folder` takes the files and pictures of replies."""
        self._bridge = Bridge(reply_to)
        self._clock = clock
        self._in = stdin or sys.stdin
        self._out = stdout or sys.stdout
        self._history = history
        self._folder = folder
        self._choices: tuple[Choice, ...] = ()
        self._is_terminal = self._in.isatty() and self._out.isatty()

    def talk(self) -> None:
        """Until the input ends, the person leaves or nobody reads any more."""
        with contextlib.suppress(BrokenPipeError), self._remembering():
            if self._is_terminal:
                self._print(WELCOME)
            for line in self._lines():
                self._answer(line)
            if self._is_terminal:
                self._print(FAREWELL)

    async def run(self) -> None:
        """The same beside other channels, in a thread that does not hold up the end."""
        done: Future[None] = Future()

        def talk() -> None:
            try:
                self.talk()
            finally:
                done.set_result(None)

        with _terminal_kept(self._in, self._is_terminal):
            threading.Thread(target=talk, name="console", daemon=True).start()
            await asyncio.wrap_future(done)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Print it."""
        self._show(reply)
        return Receipt(Outcome.SENT)

    def _lines(self) -> Iterator[str]:
        while True:
            try:
                line = self._read()
            except (EOFError, KeyboardInterrupt):
                self._print("" if self._is_terminal else None)
                return
            if line.strip() in LEAVING:
                return
            yield line

    def _read(self) -> str:
        """A line without its end. Raises EOFError at the end of the input."""
        if self._is_terminal and self._in is sys.stdin:
            return input("> ")
        line = self._in.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def _answer(self, line: str) -> None:
        try:
            self._show(self._ask(self._meant(printable(line).strip())))
        except KeyboardInterrupt:
            self._print("已停下，没有等到回答。")

    def _meant(self, line: str) -> str:
        """The words; a number stands for a choice just offered."""
        if line.isdecimal() and 1 <= int(line[:4]) <= len(self._choices):
            return self._choices[int(line) - 1].words
        return line

    def _ask(self, words: str) -> Reply:
        message = Message(ADDRESS, words, self._clock())
        if not self._is_terminal:
            return self._bridge.ask_now(message)
        answer: Future[Reply] = Future()
        work = threading.Thread(
            target=lambda: answer.set_result(self._bridge.ask_now(message)), daemon=True
        )
        work.start()
        work.join(BUSY_AFTER)
        if work.is_alive():
            self._out.write(BUSY)
            self._out.flush()
            work.join()
            self._out.write("\r\x1b[K")  # back to the start, line cleared
        return answer.result()

    def _show(self, reply: Reply) -> None:
        self._choices = reply.suggestions
        self._print(printable(reply.text))
        for file in reply.files:
            self._print(self._keep(file))
        if self._is_terminal:
            for number, choice in enumerate(reply.suggestions, start=1):
                self._print(f"  {number}) {choice.label}")
        self._print("")

    def _keep(self, file: Attachment) -> str:
        about = f"[文件] {file.name}（{len(file.content):,} 字节）{file.caption}"
        if self._folder is None:
            return about
        self._folder.mkdir(parents=True, exist_ok=True)
        place = self._folder / Path(file.name).name
        place.write_bytes(file.content)
        return f"{about} 已存到 {place}"

    def _print(self, text: str | None) -> None:
        if text is None:
            return
        if self._is_terminal:
            text = wrap(text, shutil.get_terminal_size().columns - 1)
        self._out.write(text + "\n")
        self._out.flush()

    @contextlib.contextmanager
    def _remembering(self) -> Iterator[None]:
        """Line editing with the lines of earlier talks."""
        if not self._is_terminal or self._history is None:
            yield
            return
        import readline  # changes how input() behaves; not wanted in a pipe

        with contextlib.suppress(OSError):
            readline.read_history_file(self._history)
        try:
            yield
        finally:
            readline.set_history_length(HISTORY_LENGTH)
            with contextlib.suppress(OSError):
                readline.write_history_file(self._history)


@contextlib.contextmanager
def _terminal_kept(stdin: TextIO, is_terminal: bool) -> Iterator[None]:
    """Leave the terminal as it was, also when a prompt is abandoned half-way."""
    if not is_terminal:
        yield
        return
    import termios  # not on every system, and needed only here

    kept = termios.tcgetattr(stdin.fileno())
    try:
        yield
    finally:
        termios.tcsetattr(stdin.fileno(), termios.TCSANOW, kept)
