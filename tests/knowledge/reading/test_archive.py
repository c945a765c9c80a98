"""Archives: declared and real sizes, path names, damage."""

import pytest

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.reading import Limits
from knowledge.reading.archive import Archive
from tests.fakes.hostile import lying, zipped


def test_members_are_read() -> None:
    archive = Archive(zipped({"a/b.xml": b"<b/>"}), Limits())

    assert archive.names == {"a/b.xml"}
    assert archive.member("a/b.xml") == b"<b/>"


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "..\\a", "C:\\a", "\\\\host\\a"]
)
def test_names_that_leave_the_folder_are_refused(name: str) -> None:
    with pytest.raises(UnreadableFile, match="可疑的路径"):
        Archive(zipped({name: b"x"}), Limits())


def test_a_member_that_declares_too_much_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="展开后超过"):
        Archive(zipped({"a": bytes(2_000_000)}), Limits(inflated_bytes=1_000_000))


def test_members_that_are_too_much_together_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="展开后超过"):
        Archive(
            zipped({str(n): bytes(200_000) for n in range(9)}), Limits(inflated_bytes=1_000_000)
        )


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_said() -> None:
    archive = Archive(lying(zipped({"a": bytes(900_000)})), Limits(ratio=10**9))

    with pytest.raises(UnreadableFile):
        archive.member("a")


def test_a_suspicious_ratio_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="压缩率异常"):
        Archive(zipped({"a": bytes(3_000_000)}), Limits())


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 nothing", zipped({"a": b"x"})[:-9]], ids=["no archive", "cut short"]
)
def test_a_damaged_archive_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="损坏"):
        Archive(content, Limits())
