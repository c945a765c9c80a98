"""The audit log and the ledger's history can only be added to: the database itself refuses more."""

from alembic import op

revision = "0002"
down_revision = "0001"

KEPT = ("audit", "changes", "evidence_files")


def upgrade() -> None:
    """Refuse UPDATE and DELETE on what is kept for good."""
    for table in KEPT:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )
