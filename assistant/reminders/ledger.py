"""The ledger: commitments with their numbers, states, history and reported figures.

Every change asks `authorize`, is written beside what was there before, and goes to the audit log
in the same transaction. What the commitments are, the knowledge base says.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.errors import AssistantError
from assistant.glossary import Account, Attachment
from assistant.reminders.matching import Subject
from assistant.reminders.models import ChangeRow, EvidenceFileRow, ProgressRow, WatchedRow
from assistant.reminders.states import (
    PROVEN,
    Change,
    Progress,
    Standing,
    State,
    in_force,
    standing,
)
from assistant.reminders.ties import Ties
from assistant.storage import Database
from knowledge import Commitment, LetterHead


class Watched(NamedTuple):
    """编号: a commitment's number, and the day from which reminders of it are due."""

    number: int
    since: date


@dataclass(frozen=True, slots=True)
class Entry:
    """台账条目: a commitment, where it stands today, and the newest figure its unit reported."""

    subject: Subject
    standing: Standing
    progress: Progress | None = None

    @property
    def number(self) -> int:
        """Its number in the ledger."""
        return self.subject.number

    @property
    def commitment(self) -> Commitment:
        """What was promised."""
        return self.subject.commitment

    @property
    def head(self) -> LetterHead:
        """The letter that promised it."""
        return self.subject.head


@dataclass(frozen=True, slots=True)
class Verdict:
    """认定: the change of state that a person asks for."""

    state: State
    note: str
    evidence: str = ""
    file: Attachment | None = None
    new_deadline: date | None = None


class Ledger:
    """台账."""

    def __init__(self, database: Database, ties: Ties) -> None:
        self._database = database
        self._ties = ties

    def entries(self, today: date | None = None) -> list[Entry]:
        """Every commitment, by number, as it stands today; new ones get theirs."""
        commitments = self._ties.commitments()
        today = today or self._ties.clock().date()
        with self._database.read() as session:
            numbers = _numbers(session)
        if any(commitment.key not in numbers for _, commitment in commitments):
            numbers = self._watch(commitments)
        with self._database.read() as session:
            changes, progress = _changes(session), _newest_progress(session)
        found = [
            _entry(head, commitment, numbers[commitment.key], changes, progress, today)
            for head, commitment in commitments
        ]
        return sorted(found, key=lambda entry: entry.number)

    def entry(self, number: int) -> Entry:
        """The commitment of this number."""
        for entry in self.entries():
            if entry.number == number:
                return entry
        raise AssistantError(f"台账中没有编号为 {number} 的承诺；发送“/ledger”看全部。")

    def touched(self, keys: Collection[str]) -> set[str]:
        """Those of the commitments about which a person has entered anything."""
        with self._database.read() as session:
            changed = session.scalars(select(ChangeRow.key).where(ChangeRow.key.in_(keys)))
            reported = session.scalars(select(ProgressRow.key).where(ProgressRow.key.in_(keys)))
            return {*changed, *reported}

    def history(self, key: str) -> list[Change]:
        """All that was ever entered about the commitment, oldest first."""
        with self._database.read() as session:
            rows = select(ChangeRow).where(ChangeRow.key == key).order_by(ChangeRow.id)
            return [_change(row) for row in session.scalars(rows)]

    def reports(self, key: str) -> list[Progress]:
        """All figures ever reported for the commitment, oldest first."""
        with self._database.read() as session:
            rows = select(ProgressRow).where(ProgressRow.key == key).order_by(ProgressRow.id)
            return [_progress(row) for row in session.scalars(rows)]

    def decide(self, actor: Account, entry: Entry, verdict: Verdict) -> Entry:
        """Enter a new state; 已兑现 and 部分兑现 only with evidence, 顺延 only with a new date."""
        self._ties.authorize(actor, "commitment.change", entry)
        _check(verdict, entry)
        with self._database.write() as session:
            row = _row(entry, verdict, actor, self._file(session, verdict.file))
            row.at = self._ties.clock()
            session.add(row)
            session.flush()
            detail = {"state": verdict.state.value, "change": row.id}
            self._ties.record(session, actor.id, "commitment.change", entry.subject.key, **detail)
        return self.entry(entry.number)

    def undo(self, actor: Account, entry: Entry) -> tuple[Change, Entry]:
        """Take back the newest change in force; it stays in the history as taken back."""
        self._ties.authorize(actor, "commitment.undo", entry)
        standing_changes = in_force(self.history(entry.subject.key))
        if not standing_changes:
            raise AssistantError(f"承诺 {entry.number} 没有可以撤回的变更。")
        last = standing_changes[-1]
        with self._database.write() as session:
            session.add(
                ChangeRow(
                    key=last.key,
                    state=None,
                    note=f"撤回第 {last.number} 条变更",
                    actor=actor.id,
                    at=self._ties.clock(),
                    undoes=last.number,
                )
            )
            self._ties.record(session, actor.id, "commitment.undo", last.key, change=last.number)
        return last, self.entry(entry.number)

    def report(
        self, actor: Account, entry: Entry, value: Decimal, as_of: str, note: str = ""
    ) -> Entry:
        """Enter a figure that the unit reports."""
        self._ties.authorize(actor, "progress.report", entry)
        with self._database.write() as session:
            row = ProgressRow(
                key=entry.subject.key,
                value=format(value, "f"),
                unit=entry.commitment.target_unit or "",
                as_of=as_of,
                note=note,
                actor=actor.id,
                at=self._ties.clock(),
            )
            session.add(row)
            detail = {"value": row.value}
            self._ties.record(session, actor.id, "progress.report", entry.subject.key, **detail)
        return self.entry(entry.number)

    def evidence(self, actor: Account, number: int) -> Attachment:
        """The file that proves a change; who may export the ledger may see it."""
        self._ties.authorize(actor, "ledger.export")
        with self._database.read() as session:
            row = session.get(EvidenceFileRow, number)
        if row is None:
            raise AssistantError(f"没有编号为 {number} 的佐证文件。")
        return Attachment(row.name, row.content, row.media)

    def _watch(self, commitments: Sequence[tuple[LetterHead, Commitment]]) -> dict[str, Watched]:
        """Give numbers to the commitments that have none yet."""
        since = self._ties.next_round()
        with self._database.write() as session:
            known = _numbers(session)
            for head, commitment in commitments:
                if commitment.key not in known:
                    words = f"{head.letter.title or head.name}：{commitment.text}"
                    row = WatchedRow(key=commitment.key, since=since, words=words)
                    session.add(row)
                    session.flush()
                    known[commitment.key] = Watched(row.number, since)
        return known

    def _file(self, session: Session, file: Attachment | None) -> int | None:
        if file is None:
            return None
        digest = hashlib.sha256(file.content).hexdigest()
        row = EvidenceFileRow(digest=digest, name=file.name, media=file.media, content=file.content)
        session.add(row)
        session.flush()
        return row.id


def _check(verdict: Verdict, entry: Entry) -> None:
    if not verdict.note.strip():
        raise AssistantError("请写明说明，例如：/state 2 进行中 已完成前期核查")
    if verdict.state in PROVEN and not (verdict.evidence or verdict.file):
        raise AssistantError(
            f"标为“{verdict.state}”须有佐证（文字、链接、文件或数据），"
            f"例如：/state {entry.number} {verdict.state} 已完成 佐证：统计公报第3页"
        )
    if (verdict.state is State.POSTPONED) != (verdict.new_deadline is not None):
        raise AssistantError(
            f"顺延须写明新的日期，例如：/state {entry.number} 顺延 2026-06-30 资金未到位"
        )
    if verdict.new_deadline and entry.standing.deadline == verdict.new_deadline:
        raise AssistantError("新的日期与现在的时限相同。")


def _row(entry: Entry, verdict: Verdict, actor: Account, file: int | None) -> ChangeRow:
    return ChangeRow(
        key=entry.subject.key,
        state=verdict.state.value,
        note=verdict.note.strip(),
        actor=actor.id,
        evidence=verdict.evidence,
        file_id=file,
        old_deadline=entry.standing.deadline if verdict.new_deadline else None,
        new_deadline=verdict.new_deadline,
    )


def _entry(
    head: LetterHead,
    commitment: Commitment,
    watched: Watched,
    changes: dict[str, list[Change]],
    progress: dict[str, Progress],
    today: date,
) -> Entry:
    history = changes.get(commitment.key, [])
    now = standing(commitment, history, today)
    since = watched.since
    if now.moved_on:
        since = max(since, now.moved_on + timedelta(days=1))
    subject = Subject(watched.number, head, commitment, now.deadline, since, now.open)
    return Entry(subject, now, progress.get(commitment.key))


def _numbers(session: Session) -> dict[str, Watched]:
    rows = session.execute(select(WatchedRow.key, WatchedRow.number, WatchedRow.since))
    return {key: Watched(number, since) for key, number, since in rows}


def _changes(session: Session) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for row in session.scalars(select(ChangeRow).order_by(ChangeRow.id)):
        found[row.key].append(_change(row))
    return found


def _newest_progress(session: Session) -> dict[str, Progress]:
    rows = session.scalars(select(ProgressRow).order_by(ProgressRow.id))
    return {row.key: _progress(row) for row in rows}


def _progress(row: ProgressRow) -> Progress:
    return Progress(row.key, row.figure, row.unit, row.as_of, row.note, row.actor, row.at)


def _change(row: ChangeRow) -> Change:
    return Change(
        row.id,
        row.key,
        State(row.state) if row.state else None,
        row.note,
        row.actor,
        row.at,
        row.evidence,
        row.file_id,
        row.old_deadline,
        row.new_deadline,
        row.undoes,
    )
