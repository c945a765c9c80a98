"""The console in a pipe and in a terminal."""

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.channels.console import Console
from assistant.glossary import Address, Attachment, Outcome, Reply
from tests.fakes.dialogue import TableDialogue

NOW = datetime(2022, 10, 1, tzinfo=UTC)
PROGRAM = """
from datetime import datetime
from assistant.channels.console import Console
from tests.fakes.dialogue import TableDialogue
Console(TableDialogue(slow={slow}).reply_to, datetime.now).talk()
"""


def talk(lines: str, **more: object) -> str:
    """What a pipe gets for these lines."""
    out = io.StringIO()
    reply_to = TableDialogue().reply_to
    Console(reply_to, lambda: NOW, stdin=io.StringIO(lines), stdout=out, **more).talk()  # type: ignore[arg-type]
    return out.getvalue()


def test_a_pipe_gets_answers_and_nothing_else() -> None:
    shown = talk("联系人电话？\n全区有几个湖？\n")

    assert shown == "023-00000000，张三丰。\n\n函中未提到“全区有几个湖？”。\n\n"


def test_a_number_presses_the_button_of_that_number() -> None:
    shown = talk("全区知名品牌多少个？\n2\n")

    assert shown.endswith("市场监管局。（59-附-1）\n\n")


def test_a_number_without_choices_is_a_question() -> None:
    assert talk("2\n") == "函中未提到“2”。\n\n"


def test_leaving_ends_the_talk() -> None:
    assert talk("退出\n联系人电话？\n") == ""


def test_the_last_line_needs_no_end() -> None:
    assert talk("联系人电话？").startswith("023-00000000")


def test_a_failing_dialogue_is_an_apology_not_a_traceback() -> None:
    def reply_to(_message: object) -> Reply:
        raise RuntimeError("a fault")

    out = io.StringIO()
    Console(reply_to, lambda: NOW, stdin=io.StringIO("问\n"), stdout=out).talk()

    assert out.getvalue().startswith("这条消息没有处理成功")


def test_files_are_kept_in_the_folder(tmp_path: Path) -> None:
    out = io.StringIO()
    file = Attachment("../图.png", b"1234", "image/png", "知名品牌构成")
    dialogue = TableDialogue({"图": Reply("answer", "图", "见图", files=(file,))})
    stdin = io.StringIO("图\n")
    Console(dialogue.reply_to, lambda: NOW, stdin=stdin, stdout=out, folder=tmp_path).talk()

    assert (tmp_path / "图.png").read_bytes() == b"1234"
    assert "[文件] ../图.png（4 字节）知名品牌构成" in out.getvalue()


async def test_a_reminder_is_printed() -> None:
    out = io.StringIO()
    console = Console(TableDialogue().reply_to, lambda: NOW, stdout=out)

    receipt = await console.send(Address("console", "console"), Reply("done", "到期", "明天到期"))

    assert receipt.outcome is Outcome.SENT
    assert out.getvalue() == "明天到期\n\n"


async def test_it_runs_beside_other_channels_until_the_input_ends() -> None:
    out = io.StringIO()
    stdin = io.StringIO("联系人电话？\n")
    await Console(TableDialogue().reply_to, lambda: NOW, stdin=stdin, stdout=out).run()

    assert out.getvalue().startswith("023-00000000")


def _heed_ctrl_c() -> None:
    """A shell starts what runs in its background with Ctrl-C ignored, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """The console in a process of its own, at a pseudo terminal."""

    def __init__(self, slow: float = 0.0) -> None:
        self.hand, program_side = pty.openpty()
        program = [sys.executable, "-c", PROGRAM.format(slow=slow)]
        self.process = subprocess.Popen(
            program,
            stdin=program_side,
            stdout=program_side,
            stderr=program_side,
            preexec_fn=_heed_ctrl_c,
        )
        os.close(program_side)
        self.seen = ""

    def type(self, keys: str) -> None:
        os.write(self.hand, keys.encode())

    def read_until(self, words: str, seconds: float = 20.0) -> str:
        """All that was shown, once `words` are in it or the program has ended."""
        end = time.monotonic() + seconds
        raw = self.seen.encode()
        while words not in self.seen and time.monotonic() < end:
            if not select.select([self.hand], [], [], 0.2)[0]:
                continue
            try:
                raw += os.read(self.hand, 4096)
            except OSError:  # the program has let go of the terminal
                break
            self.seen = raw.decode(errors="ignore")
        return self.seen

    def press_ctrl_c(self) -> None:
        """As a person would: again, when the prompt was not quite there yet the first time."""
        for _ in range(5):
            self.process.send_signal(signal.SIGINT)
            self.read_until("再见", seconds=2.0)
            if "再见" in self.seen or self.process.poll() is not None:
                return

    def end(self) -> int:
        """The exit code, once all it showed has been read."""
        self.read_until("\0")
        return self.process.wait(timeout=20)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.hand)


@pytest.fixture
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    """A console at a prompt; answers take `request.param` seconds."""
    terminal = Terminal(getattr(request, "param", 0.0))
    terminal.read_until("> ")
    yield terminal
    terminal.close()


def test_a_terminal_gets_a_prompt_and_numbered_choices(terminal: Terminal) -> None:
    terminal.type("全区知名品牌多少个？\n")
    shown = terminal.read_until("2) 谁负责？")
    terminal.type("\x04")

    assert terminal.end() == 0
    assert "我是答复通" in shown
    assert "1) 2022年要新增几个知名品牌？" in shown
    assert "再见。" in terminal.seen


def test_ctrl_c_at_the_prompt_ends_politely(terminal: Terminal) -> None:
    terminal.press_ctrl_c()

    assert terminal.end() == 0
    assert "再见。" in terminal.seen
    assert "Traceback" not in terminal.seen


@pytest.mark.parametrize("terminal", [1.0], indirect=True)
def test_long_work_shows_that_it_goes_on(terminal: Terminal) -> None:
    terminal.type("联系人电话？\n")
    shown = terminal.read_until("023-00000000")
    terminal.type("退出\n")

    assert terminal.end() == 0
    assert "正在查" in shown


@pytest.mark.parametrize("reader", ["true", "head -n 1"])
def test_a_reader_that_goes_away_is_no_fault(reader: str) -> None:
    question = "printf '联系人电话？\\n联系人电话？\\n'"
    command = (
        f"set -o pipefail; {question} | {sys.executable} -c '{PROGRAM.format(slow=0)}' | {reader}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=30)

    assert done.stderr == ""
