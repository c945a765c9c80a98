"""Where files wait for a decision."""

import os
from pathlib import Path

import pytest

from assistant.intake.shelf import DAY, WAITS_DAYS, Shelf, fit_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        # as it is
        ("第59号答复函.docx", "第59号答复函.docx"),
        # a path is no name
        ("../../etc/passwd", "etc_passwd"),
        ("C:\\信件\\a.pdf", "C_信件_a.pdf"),
        # hidden, empty, full of control characters
        (".bashrc", "bashrc"),
        ("", "文件"),
        ("a\x00b\n.txt", "a_b_.txt"),
        # too long: the end tells the kind
        ("长" * 300 + ".txt", "长" * 76 + ".txt"),
    ],
)
def test_a_file_gets_a_name_that_stays_in_its_folder(sent: str, kept: str) -> None:
    assert fit_name(sent) == kept


def test_a_file_is_found_by_its_handle_after_a_restart(tmp_path: Path) -> None:
    handle, _ = Shelf(tmp_path).put("信.txt", b"words")

    found = Shelf(tmp_path).find(handle)

    assert found is not None
    assert (found.name, found.read_bytes()) == ("信.txt", b"words")


@pytest.mark.parametrize("handle", ["", "..", "*", "0123456789ab", "../../../etc"])
def test_a_strange_handle_finds_nothing(tmp_path: Path, handle: str) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("信.txt", b"words")

    shelf.drop(handle)

    assert shelf.find(handle) is None
    assert len(list(tmp_path.iterdir())) == 1


def test_what_waits_too_long_is_dropped(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    old, path = shelf.put("旧.txt", b"old")
    new, _ = shelf.put("新.txt", b"new")
    long_ago = path.stat().st_mtime - WAITS_DAYS * DAY - 60
    os.utime(path.parent, (long_ago, long_ago))

    shelf.tidy()

    assert shelf.find(old) is None
    assert shelf.find(new) is not None
