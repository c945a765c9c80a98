"""Which facts say what a person corrected, and not what was read."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES = (
    "sentences",
    "indicators",
    "listings",
    "recognitions",
    "actions",
    "commitments",
    "fields",
    "contacts",
)


def upgrade() -> None:
    """Add the column to every kind of fact."""
    for table in _TABLES:
        op.add_column(
            table,
            sa.Column("corrected", sa.Boolean(), nullable=False, server_default=sa.false()),
        )


def downgrade() -> None:
    """Take it away again."""
    for table in _TABLES:
        with op.batch_alter_table(table) as facts:
            facts.drop_column("corrected")
