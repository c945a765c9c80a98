"""Whatever a library raises over a file becomes one sentence."""

import pytest

from knowledge.errors import KnowledgeError, LimitExceeded, UnreadableFile
from knowledge.reading import Limits, page
from knowledge.reading.parsing import parse, sentence_for


def wrapped(inner: Exception) -> Exception:
    """An error as a library wraps it."""
    outer = ValueError("bad")
    outer.__cause__ = RuntimeError(inner)
    return outer


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (MemoryError(), LimitExceeded, "内存"),
        (wrapped(MemoryError()), LimitExceeded, "内存"),
        (RecursionError(), LimitExceeded, "嵌套过深"),
        (KeyError("a"), UnreadableFile, "KeyError"),
        (UnreadableFile("有密码"), UnreadableFile, "有密码"),
    ],
)
def test_every_error_has_its_sentence(
    error: Exception, kind: type[KnowledgeError], words: str
) -> None:
    said = sentence_for(error)

    assert type(said) is kind
    assert words in str(said)


def test_a_fault_of_a_library_is_an_unreadable_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(page, "read_html", fails)

    with pytest.raises(UnreadableFile, match="IndexError"):
        parse("a.html", b"<p>59</p>", Limits(), lambda: None)
