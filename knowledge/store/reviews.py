"""Reviews: the sheets by which people corrected what was understood, by the digest of the file.

They outlive the letter: a file that is taken out and comes in again is understood as corrected.
"""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from knowledge.store.models import ReviewRow


def sheet_of(session: Session, digest: str) -> dict[str, Any] | None:
    """The last sheet for a file, or None."""
    return session.scalars(select(ReviewRow.sheet).where(ReviewRow.digest == digest)).first()


def put(session: Session, digest: str, sheet: dict[str, Any]) -> None:
    """Keep a sheet in the place of the one before."""
    values = {"digest": digest, "sheet": sheet}
    session.execute(insert(ReviewRow).prefix_with("OR REPLACE").values(values))
