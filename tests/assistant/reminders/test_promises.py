"""The promises over any run of outcomes: nothing lost, no silent repeat, at most two copies."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from assistant.glossary import Outcome, Receipt, Role
from assistant.reminders.models import DeliveryRow, OccurrenceRow
from assistant.reminders.reaching import REPEAT
from assistant.storage import MARK, MIGRATIONS, Database
from tests.assistant.reminders.office import Office, at

SEEN = frozenset({Outcome.SENT, Outcome.UNKNOWN})  # what the person may have been shown
VISIBLE = frozenset({"sent", "failed", "review", "cancelled"})

outcomes = st.lists(st.sampled_from(list(Outcome)), max_size=25)
# minutes until the next round; backwards too, as clocks go
rounds = st.lists(st.integers(-90, 240), min_size=3, max_size=10)


@settings(max_examples=15)
@given(outcomes=outcomes, rounds=rounds)
def test_whatever_the_platform_answers(
    empty: Path, outcomes: list[Outcome], rounds: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(shutil.copy(empty, folder)), MIGRATIONS, MARK)
        office = Office(database)
        shown = _run(office, outcomes, rounds)
        states, loose = _left(database)
        database.close()

    copies = Counter(shown)
    assert all(count <= 2 for count in copies.values())
    assert set(states) <= VISIBLE
    assert loose == 0


def _run(office: Office, outcomes: Sequence[Outcome], rounds: Sequence[int]) -> list[str]:
    """Three people, all outcomes used up over the rounds, then a quiet day; what may be seen."""
    for name in ("甲", "乙", "丙"):
        address = office.join(Role.STAFF, f"某{name}", name)
        office.say(address, "subscribe", "全部")
    sender, given_ = office.sender(), list(outcomes)
    sender.outcomes = [Receipt(one, new_chat=f"moved{n}") for n, one in enumerate(outcomes)]
    office.pass_to("2022-12-01 09:00")
    for minutes in rounds:
        office.clock.now = max(
            office.clock.now + timedelta(minutes=minutes), at("2022-12-01 09:00")
        )
        office.pass_to(office.clock.now.isoformat(sep=" ")[:19])
    for hour in range(9, 15):
        office.pass_to(f"2022-12-06 {hour:02}:00")
    told = given_ + [Outcome.SENT] * len(sender.sent)
    return _possible_copies(office, told)


def _possible_copies(office: Office, told: Sequence[Outcome]) -> list[str]:
    """The deliveries' keys, once for each copy that may have been seen; repeats must be marked."""
    found: list[str] = []
    for (_, reply, key), outcome in zip(office.sender().sent, told, strict=False):
        if outcome in SEEN:
            assert (key not in found) is not reply.text.startswith(REPEAT)
            found.append(key)
    return found


def _left(database: Database) -> tuple[list[str], int]:
    """The deliveries' states, and occasions whose day has come that no delivery carries."""
    with database.read() as session:
        states = list(session.scalars(select(DeliveryRow.state)))
        loose = select(OccurrenceRow).where(
            OccurrenceRow.delivery_id.is_(None), OccurrenceRow.dropped == ""
        )
        return states, len(session.scalars(loose).all())
