"""bot.py starts, answers, stops; its contracts with other programs; bad input is one sentence."""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

import bot

ROOT = Path(__file__).parent.parent
NOW = "2022-10-01T09:00:00+08:00"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bot") / "data"
    assert run(folder, "letters").exit_code == 0
    run(folder, "ask", "你好")  # fills it
    return folder


def run(folder: Path, *words: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(bot.main, ["--data", str(folder), "--now", NOW, *words], input=stdin)


def test_a_question_is_answered_from_the_shipped_letter(tmp_path: Path) -> None:
    answered = run(tmp_path / "new", "ask", "全区知名品牌多少个？")

    assert answered.exit_code == 0
    assert answered.output.startswith("32个")


def test_a_line_in_is_a_line_out(data: Path) -> None:
    lines = [
        {"session": "a", "text": "全区知名品牌多少个？", "now": NOW},
        {"session": "a", "text": "其中农产品呢？", "now": NOW},
        {"session": "b", "text": "其中农产品呢？", "now": NOW},
    ]
    replies = lines_of(run(data, "ask", "--jsonl", stdin="\n".join(map(json.dumps, lines)) + "\n"))

    assert [r["session"] for r in replies] == ["a", "a", "b"]
    assert [r["headline"] for r in replies[:2]] == ["32个", "21个"]
    citation = replies[0]["citations"][0]
    assert set(citation) == {"code", "letter", "section", "quote", "start", "end"}
    assert "32个" in citation["quote"]


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'{"session": "a"}',
        b'{"text": 5}',
        b'{"text": "\xff\xfe"}',
        b'{"text": "a", "now": "tomorrow"}',
        b"[" * 100_000,
    ],
    ids=["cut", "list", "no text", "a number", "no UTF-8", "no time", "deep"],
)
def test_a_broken_line_is_told_and_the_next_is_served(data: Path, line: bytes) -> None:
    good = json.dumps({"session": "a", "text": "联系人是谁？"}).encode()
    replies = lines_of(run(data, "ask", "--jsonl", stdin=line + b"\n" + good + b"\n"))

    assert replies[0]["kind"] == "error" and len(replies[0]["text"]) > 5
    assert replies[1]["headline"] == "杨君"


@pytest.mark.parametrize(
    "text",
    ["", " \u3000\n", "😀😀", "啊" * 1_000_000, "\x00\x07\x1b", "\u202e\ufeff\u200b"],
    ids=["empty", "blank", "emoji", "a million", "control", "invisible"],
)
def test_odd_messages_get_one_friendly_sentence(data: Path, text: str) -> None:
    line = json.dumps({"session": "odd", "text": text})
    (reply,) = lines_of(run(data, "ask", "--jsonl", stdin=line + "\n"))

    assert 0 < len(reply["text"]) < 800
    assert reply["kind"] != "answer"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["ask"], 2, "请给出问题"),
        (["dance"], 2, "dance"),
        (["--now", "soon", "letters"], 2, "ISO 8601"),
        (["ingest", "/nowhere/letter.txt"], 1, "letter.txt"),
    ],
)
def test_wrong_usage_is_one_clear_sentence(
    data: Path, words: list[str], code: int, told: str
) -> None:
    outcome = program(data, *words)

    assert outcome.returncode == code
    assert told in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_an_unknown_setting_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("colour: red\nweb: {port: -1}\n")
    outcome = program(tmp_path, "--config", str(tmp_path / "config.yaml"), "check")

    assert outcome.returncode == 1
    assert "colour" in outcome.stdout + outcome.stderr
    assert "web.port" in outcome.stdout + outcome.stderr


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "knowledge.db").write_text("this is not ours " * 100)
    outcome = program(tmp_path, "ask", "你好")

    assert outcome.returncode == 1
    assert "不是本程序的数据库" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_check_of_a_sound_house_finds_nothing(data: Path) -> None:
    assert run(data, "check").output == "✓ 一切正常\n"


def test_a_dry_run_stores_nothing_and_prints_one_object(tmp_path: Path) -> None:
    letter = ROOT / "knowledge" / "sources" / "letters" / "letter-59.txt"
    seen = run(tmp_path, "ingest", "--dry-run", "--json", str(letter))

    found = json.loads(seen.stdout)
    assert found["number"] == "59"
    assert len(found["commitments"]) == 3
    assert json.loads(run(tmp_path, "letters", "--json").stdout) == []


def test_a_folder_takes_the_good_and_names_the_bad(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    shipped = ROOT / "knowledge" / "sources" / "letters" / "letter-59.txt"
    (letters / "good.txt").write_bytes(shipped.read_bytes())
    (letters / "empty.txt").write_bytes(b"")

    outcome = run(tmp_path / "data", "ingest", str(letters))

    assert outcome.exit_code == 1
    assert "empty.txt" in outcome.stderr and "1 个没有读成" in outcome.stderr
    assert len(json.loads(run(tmp_path / "data", "letters", "--json").stdout)) == 1


def test_a_backup_comes_back_whole(data: Path, tmp_path: Path) -> None:
    assert run(data, "backup", str(tmp_path / "kept.tar.gz")).exit_code == 0
    (tmp_path / "again" / "index").mkdir(parents=True)  # of the database that was there before

    assert run(tmp_path / "again", "restore", str(tmp_path / "kept.tar.gz")).exit_code == 0

    assert (
        run(tmp_path / "again", "letters", "--csv").stdout == run(data, "letters", "--csv").stdout
    )
    assert not (tmp_path / "again" / "index").exists()
    refused = run(tmp_path / "again", "restore", str(tmp_path / "kept.tar.gz"))
    assert refused.exit_code == 1


def test_a_server_answers_and_stops_when_told(tmp_path: Path) -> None:
    port = free_port()
    config = tmp_path / "config.yaml"
    config.write_text(yaml.safe_dump({"web": {"port": port}}))
    arguments = ["--config", str(config), "--data", str(tmp_path / "data"), "serve"]
    server = subprocess.Popen(
        [sys.executable, "bot.py", *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert get(f"http://127.0.0.1:{port}/healthz") == "ok"
        second = program(tmp_path / "data", "serve")
        server.send_signal(signal.SIGTERM)
        told = server.communicate(timeout=15)[0]
    finally:
        server.kill()

    assert server.returncode == 0
    assert "TELEGRAM_BOT_TOKEN" in told
    assert second.returncode == 1 and "正由另一个进程" in second.stderr


def program(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "bot.py", "--data", str(folder), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


def lines_of(outcome: Result) -> list[dict[str, Any]]:
    assert outcome.exit_code == 0, outcome.output
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def get(address: str) -> str:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


def test_an_unforeseen_fault_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the floor is wet")

    monkeypatch.setattr(bot, "House", broken)
    monkeypatch.setattr(sys, "argv", ["bot.py", "--data", str(tmp_path), "letters"])

    assert bot.run() == 1
    told = capsys.readouterr().err
    assert "the floor is wet" in told and "Traceback" not in told
