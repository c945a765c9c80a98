"""From when a resumed subscription, or one with other leads, holds."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Subscriptions that were never resumed or changed need no such day."""
    op.add_column("subscriptions", sa.Column("renewed", sa.Date(), nullable=True))
