"""Where a document came from, whether a person has reviewed it, and the review sheets themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("letters", sa.Column("source", sa.String(), nullable=False, server_default=""))
    op.add_column(
        "letters", sa.Column("reviewed", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_table(
        "reviews",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sheet", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("reviews")
    with op.batch_alter_table("letters") as letters:
        letters.drop_column("reviewed")
        letters.drop_column("source")
