"""The desk: which file is read where, and what happens when the reading process dies."""

import os
import signal
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError, LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading import Limits, Reader, read, read_all, read_bytes
from tests.fakes import formats, hostile


def test_a_file_keeps_its_name_and_digest(tmp_path: Path) -> None:
    content = formats.as_docx()
    (tmp_path / "函.docx").write_bytes(content)

    by_path = read(tmp_path / "函.docx")

    assert by_path == read_bytes("函.docx", content)
    assert (by_path.name, len(by_path.digest)) == ("函.docx", 64)


def test_html_in_a_text_file_is_read_as_html() -> None:
    assert read_bytes("a.txt", b"<div><p>59</p><p>60</p></div>").origin == "html"


@pytest.mark.parametrize(
    ("name", "words"), [("nowhere.txt", "不存在"), ("folder", "文件夹"), ("empty.txt", "空的")]
)
def test_what_is_no_file_is_refused(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()

    with pytest.raises(UnreadableFile, match=words):
        read(tmp_path / name)


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)

    with pytest.raises(UnreadableFile, match="权限"):
        read(tmp_path / "a.txt")


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, 30 * 1024 * 1024)

    with pytest.raises(LimitExceeded, match="超过 20 MB"):
        read(path)


def test_one_process_serves_many_files() -> None:
    with Reader() as reader:
        reader.read_bytes("a.html", b"<p>59</p>")
        first = reader.process_id
        reader.read_bytes("b.html", b"<p>60</p>")

        assert reader.process_id == first is not None


def test_a_dead_process_is_replaced() -> None:
    with Reader() as reader:
        reader.read_bytes("a.html", b"<p>59</p>")
        first = reader.process_id
        assert first is not None
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)

        assert reader.read_bytes("b.html", b"<p>60</p>").text == "60"


def test_nothing_runs_after_the_reader_is_closed() -> None:
    with Reader() as reader:
        reader.read_bytes("a.html", b"<p>59</p>")

    assert reader.process_id is None


SLOW = hostile.pdf(b"0 0 m 9 9 l S\n" * 1_000_000)


@pytest.mark.parametrize(
    "limits",
    [Limits(cpu_seconds=1), Limits(wall_seconds=2), Limits(memory_bytes=30 * 1024 * 1024)],
    ids=["cpu", "wall", "memory"],
)
def test_time_and_memory_are_limited_and_the_next_file_is_read(limits: Limits) -> None:
    with Reader(limits) as reader:
        with pytest.raises(LimitExceeded):
            reader.read_bytes("slow.pdf", SLOW)

        assert reader.read_bytes("a.html", b"<p>59</p>").text == "59"


def test_the_process_inherits_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "secret")

    with Reader() as reader:
        reader.read_bytes("a.html", b"<p>59</p>")
        inherited = Path(f"/proc/{reader.process_id}/environ").read_bytes()

    assert b"TELEGRAM_TOKEN" not in inherited


def test_many_files_come_in_order_and_bad_ones_as_errors(tmp_path: Path) -> None:
    paths = []
    for number in range(30):
        path = tmp_path / f"{number}.html"
        path.write_bytes(b"" if number % 10 == 3 else b"<p>%d</p>" % number)
        paths.append(path)

    results = dict(read_all(paths))

    assert list(results) == paths
    texts = [r.text if isinstance(r, Document) else None for r in results.values()]
    assert texts == [None if number % 10 == 3 else str(number) for number in range(30)]
    assert sum(isinstance(result, KnowledgeError) for result in results.values()) == 3
