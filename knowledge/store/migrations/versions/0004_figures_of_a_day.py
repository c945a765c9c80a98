"""Figures by name and day: what a new letter is compared with must not grow with the library."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_indicators_name_as_of", "indicators", ["name", "as_of"])


def downgrade() -> None:
    """Take it away again."""
    op.drop_index("ix_indicators_name_as_of", "indicators")
