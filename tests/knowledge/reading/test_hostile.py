"""Hostile files are refused with one sentence, cost the program nothing, and harm no other file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import UnreadableFile
from knowledge.reading import Reader
from tests.fakes.hostile import hostile_files

FILES = hostile_files()
MB = 1024 * 1024


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_with_one_sentence(name: str, reader: Reader) -> None:
    before = _resident()

    with pytest.raises(UnreadableFile) as refused:
        reader.read_bytes(name, FILES[name])

    assert "\n" not in str(refused.value)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in str(refused.value))
    assert _resident() - before < 20 * MB


def test_the_next_file_is_read_as_if_nothing_had_been(reader: Reader) -> None:
    assert reader.read_bytes("a.html", b"<p>59</p>").text == "59"


def _resident() -> int:
    """Bytes of memory this process holds."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * 4096
