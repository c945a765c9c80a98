"""What goes through the pipe comes out the same."""

import io

import pytest

from knowledge.errors import KnowledgeError, LimitExceeded, MissingComponent, UnreadableFile
from knowledge.reading import Limits, read_bytes
from knowledge.reading.frames import document_of, failed, finished, packed, received


def test_a_document_comes_back_the_same() -> None:
    document = read_bytes("a.txt", "一、承诺\n事项\t时限\n植树\t年底\n".encode(), Limits())

    message = received(io.BytesIO(packed(finished(document))))

    assert message is not None
    assert document_of(message, "a.txt") == document


@pytest.mark.parametrize("kind", [UnreadableFile, LimitExceeded, MissingComponent])
def test_an_error_comes_back_as_itself(kind: type[KnowledgeError]) -> None:
    with pytest.raises(kind, match="^文件太大$"):
        document_of(failed(kind("文件太大")), "a.txt")


@pytest.mark.parametrize(
    "message", [{}, {"text": "一", "blocks": [["x"]]}, {"text": 1, "blocks": 2}]
)
def test_a_message_of_another_shape_is_an_unreadable_file(message: dict[str, object]) -> None:
    with pytest.raises(UnreadableFile, match="读取出错"):
        document_of(message, "a.txt")


@pytest.mark.parametrize("rest", [b"", b"\0\0"])
def test_the_end_of_the_pipe_is_no_message(rest: bytes) -> None:
    assert received(io.BytesIO(rest)) is None
