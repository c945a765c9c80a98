"""Reported figures can only be added to, like the rest of the ledger's history."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Refuse UPDATE and DELETE on them."""
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER IF NOT EXISTS progress_no_{verb.lower()} BEFORE {verb} ON progress "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )
