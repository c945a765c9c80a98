"""A zip archive from outside, opened under limits; its path names are never used as paths."""

import io
import zipfile
from functools import cached_property

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.reading.limits import Limits

_PIECE = 256 * 1024
_SMALL = 1024 * 1024  # below this a high ratio harms nobody


class Archive:
    """The members of a docx, xlsx or ofd. Declared sizes are checked first, then real ones."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self.limits = limits
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFile("文件已损坏，打不开") from error
        self._check_declared(len(content))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the members, as written."""
        return frozenset(self._zip.namelist())

    def member(self, name: str) -> bytes:
        """The content of a member; raises UnreadableFile if there is none or it is damaged."""
        pieces: list[bytes] = []
        try:
            with self._zip.open(name) as member:
                while piece := member.read(_PIECE):
                    self._inflated += len(piece)
                    self._check_inflated(self._inflated)
                    pieces.append(piece)
        except (KeyError, zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
            raise UnreadableFile("文件已损坏或有密码，读不出内容") from error
        return b"".join(pieces)

    def _check_declared(self, packed: int) -> None:
        members = self._zip.infolist()
        if len(members) > self.limits.members:
            raise LimitExceeded(f"文件内含 {len(members):,} 个部件，超过限制")
        if any(_climbs(member.filename) for member in members):
            raise UnreadableFile("文件内含可疑的路径，不予读取")
        declared = sum(member.file_size for member in members)
        self._check_inflated(declared)
        if declared > _SMALL and declared > packed * self.limits.ratio:
            raise LimitExceeded("文件压缩率异常，疑似压缩炸弹，不予读取")

    def _check_inflated(self, size: int) -> None:
        if size > self.limits.inflated_bytes:
            limit = self.limits.inflated_bytes // 1024 // 1024
            raise LimitExceeded(f"文件展开后超过 {limit} MB，不予读取")


def _climbs(name: str) -> bool:
    """Whether a member's name would leave its folder: "../x", "/etc/x", "C:\\x"."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]
