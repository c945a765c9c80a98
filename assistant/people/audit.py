"""The audit log: every change with its author, each line chained to the one before by its hash.

Lines name accounts by number and hold no message text, so that erasing a person leaves the chain
whole. What may be changed, and by whom, is decided in `permissions`.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.people.models import AuditRow
from assistant.storage import Database

START = "0" * 64  # the hash before the first line
Scalar = str | int | float | bool | None


class AuditLog:
    """审计日志: append, read and verify."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def record(
        self, session: Session, actor: int, action: str, subject: str, **detail: Scalar
    ) -> None:
        """Append a line in the transaction of the change itself: both are kept, or neither."""
        last = session.scalar(select(AuditRow.digest).order_by(AuditRow.id.desc()).limit(1))
        at = self._clock()
        line = AuditRow(at=at, actor=actor, action=action, object=subject, detail=dict(detail))
        line.digest = _digest(last or START, line)
        session.add(line)
        session.flush()

    def note(self, actor: int, action: str, subject: str) -> None:
        """Append a line on a change that lies outside this database, once it is made."""
        with self._database.write() as session:
            self.record(session, actor, action, subject)

    def lines(self, limit: int = 100) -> list[AuditRow]:
        """The newest lines, oldest first."""
        newest = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
        with self._database.read() as session:
            return list(session.scalars(newest))[::-1]

    def verify(self) -> str:
        """One sentence: whole, or the first line that does not fit the one before it."""
        return self._walked()[1]

    def whole(self) -> bool:
        """Whether every line fits the one before it."""
        return self._walked()[0]

    def _walked(self) -> tuple[bool, str]:
        before, count = START, 0
        with self._database.read() as session:
            for line in session.scalars(select(AuditRow).order_by(AuditRow.id)).yield_per(1000):
                if line.id != count + 1:
                    return False, f"审计日志不完整：缺少第 {count + 1} 条。"
                if _digest(before, line) != line.digest:
                    return False, f"审计日志已被改动：第 {line.id} 条与前一条对不上。"
                before, count = line.digest, line.id
        return True, f"审计日志完整，共 {count} 条，末条校验码 {before[:12]}。"


def _digest(before: str, line: AuditRow) -> str:
    """SHA-256 over the hash before and the line as canonical JSON."""
    body = [line.at.timestamp(), line.actor, line.action, line.object, line.detail]
    words = json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((before + words).encode()).hexdigest()
