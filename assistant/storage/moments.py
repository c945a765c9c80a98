"""Times in the database: written as UTC text that sorts, read back in Asia/Shanghai."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import String, TypeDecorator
from sqlalchemy.engine import Dialect

SHANGHAI = ZoneInfo("Asia/Shanghai")  # every deadline and every hour of a reminder is meant there


class Moment(TypeDecorator[datetime]):
    """时刻: an aware time; 09:00 in Shanghai is kept as "2026-01-05T01:00:00.000000Z"."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the database; a time without a zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%f%z").astimezone(SHANGHAI)
