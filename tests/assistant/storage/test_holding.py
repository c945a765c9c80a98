"""One process at a time serves a data folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.storage import AlreadyServed, held, is_held

ROOT = Path(__file__).parent.parent.parent.parent
HOLD = "import sys; from pathlib import Path; from assistant.storage import held\n" + (
    "with held(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
)


def test_a_second_process_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        with pytest.raises(AlreadyServed, match=str(first.pid)), held(tmp_path):
            pass
        first.kill()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        first.kill()
        first.wait()

        with held(tmp_path):
            assert (tmp_path / "serving.lock").exists()


def test_who_only_asks_is_told_and_is_in_nobodys_way(tmp_path: Path) -> None:
    before = is_held(tmp_path)
    with holder(tmp_path) as first:
        during = is_held(tmp_path)
        first.kill()
    after = is_held(tmp_path)

    assert (before, during, after) == (False, True, False)


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process
