"""The first tables: letters, quotes and facts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=True),
        sa.Column("addressees", sa.JSON(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("session", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("doc_no", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("category_raw", sa.String(), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["superseded_by"], ["letters.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("digest"),
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letters_number"), ["number"], unique=False)
    op.create_table(
        "headings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("headings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_headings_letter_id"), ["letter_id"], unique=False)
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    with op.batch_alter_table("passages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_passages_letter_id"), ["letter_id"], unique=False)
    op.create_table(
        "quotes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quotes_letter_id"), ["letter_id"], unique=False)
    op.create_table(
        "texts",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("letter_id"),
    )
    op.create_table(
        "actions",
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actions_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_actions_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "commitments",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("unit_words", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("target_unit", sa.String(), nullable=True),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("progress", sa.String(), nullable=True),
        sa.Column("deadline_words", sa.String(), nullable=True),
        sa.Column("deadline_from", sa.Date(), nullable=True),
        sa.Column("deadline_to", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("recurring", sa.String(), nullable=True),
        sa.Column("condition", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitments_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitments_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitments_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contacts_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contacts_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "fields",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("fields", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fields_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fields_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "indicators",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("total", sa.String(), nullable=True),
        sa.Column("bound", sa.String(), nullable=True),
        sa.Column("time", sa.String(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("indicators", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_indicators_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_indicators_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_indicators_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "listings",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("listings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_listings_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_listings_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "recognitions",
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("recognitions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recognitions_holder"), ["holder"], unique=False)
        batch_op.create_index(batch_op.f("ix_recognitions_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recognitions_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "sentences",
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("own_start", sa.Integer(), nullable=False),
        sa.Column("own_end", sa.Integer(), nullable=False),
        sa.Column("figure_start", sa.Integer(), nullable=True),
        sa.Column("figure_end", sa.Integer(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("sentences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sentences_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sentences_quote_id"), ["quote_id"], unique=False)
    op.create_table(
        "items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("listing_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("group", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["listing_id"], ["listings.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_items_listing_id"), ["listing_id"], unique=False)


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_items_listing_id"))
    op.drop_table("items")
    with op.batch_alter_table("sentences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sentences_quote_id"))
        batch_op.drop_index(batch_op.f("ix_sentences_letter_id"))
    op.drop_table("sentences")
    with op.batch_alter_table("recognitions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recognitions_quote_id"))
        batch_op.drop_index(batch_op.f("ix_recognitions_letter_id"))
        batch_op.drop_index(batch_op.f("ix_recognitions_holder"))
    op.drop_table("recognitions")
    with op.batch_alter_table("listings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_listings_quote_id"))
        batch_op.drop_index(batch_op.f("ix_listings_letter_id"))
    op.drop_table("listings")
    with op.batch_alter_table("indicators", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indicators_quote_id"))
        batch_op.drop_index(batch_op.f("ix_indicators_name"))
        batch_op.drop_index(batch_op.f("ix_indicators_letter_id"))
    op.drop_table("indicators")
    with op.batch_alter_table("fields", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fields_quote_id"))
        batch_op.drop_index(batch_op.f("ix_fields_letter_id"))
    op.drop_table("fields")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contacts_quote_id"))
        batch_op.drop_index(batch_op.f("ix_contacts_letter_id"))
    op.drop_table("contacts")
    with op.batch_alter_table("commitments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitments_quote_id"))
        batch_op.drop_index(batch_op.f("ix_commitments_letter_id"))
        batch_op.drop_index(batch_op.f("ix_commitments_key"))
    op.drop_table("commitments")
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_actions_quote_id"))
        batch_op.drop_index(batch_op.f("ix_actions_letter_id"))
    op.drop_table("actions")
    op.drop_table("texts")
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quotes_letter_id"))
    op.drop_table("quotes")
    with op.batch_alter_table("passages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passages_letter_id"))
    op.drop_table("passages")
    with op.batch_alter_table("headings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_headings_letter_id"))
    op.drop_table("headings")
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letters_number"))
    op.drop_table("letters")
