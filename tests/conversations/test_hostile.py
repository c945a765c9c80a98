"""While a hostile file is read, the assistant goes on answering, and grows by less than 20 MB."""

import threading
from pathlib import Path

import pytest

from assistant.dialogue import Dialogue
from knowledge import KnowledgeError, Library
from tests.assistant.dialogue.conftest import message
from tests.fakes.hostile import hostile_files

MB = 1024 * 1024
FILES = hostile_files()
SLOW = ("zip bomb", "3 million paragraphs", "2 million rows", "60 MB page", "200,000 deep")


@pytest.mark.parametrize("name", SLOW)
def test_questions_are_answered_while_a_hostile_file_is_refused(
    name: str, shipped: Library, tmp_path: Path
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(FILES[name])
    dialogue = Dialogue(shipped)
    dialogue.reply_to(message("全区知名品牌多少个？"))  # loads dictionaries, which counts apart
    before = resident()
    refused: list[KnowledgeError] = []
    reading = threading.Thread(target=read, args=(shipped, path, refused))

    reading.start()
    heard = []
    while reading.is_alive() or not heard:
        heard.append(dialogue.reply_to(message("全区知名品牌多少个？")).headline)
    reading.join()

    assert set(heard) == {"32个"}
    assert len(refused) == 1
    assert resident() - before < 20 * MB


def read(library: Library, path: Path, refused: list[KnowledgeError]) -> None:
    try:
        library.look(path)
    except KnowledgeError as error:
        refused.append(error)


def resident() -> int:
    """Bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096
