"""A disk that fills while a message is out: nothing is lost, and its repeat says that it is one."""

import sqlite3

import pytest
from sqlalchemy import event

from assistant.glossary import Outcome, Receipt, Role
from assistant.reminders.reaching import REPEAT
from tests.assistant.reminders.office import Office, at

LEASE = 301.0  # seconds after which a claim is in doubt


def test_what_could_not_be_written_down_is_repeated_with_its_mark(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.say(office.join(Role.STAFF, "某甲", "5"), "subscribe", "全部")
    office.clock.now = at("2022-12-01 09:00")
    delivery, seconds = office.reminders.delivery, [1000.0]
    monkeypatch.setattr(delivery.outbox, "_machine", lambda: seconds[0])
    delivery.tick()
    parcel = delivery.claim("telegram", 0.0)
    assert parcel is not None

    def full(_connection: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    event.listen(office.database.engine, "commit", full)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        delivery.finish(parcel, Receipt(Outcome.SENT, "m1"))
    event.remove(office.database.engine, "commit", full)
    meanwhile = office.send()
    seconds[0] += LEASE
    again = office.send()

    assert meanwhile == []
    assert [reply.text for reply in again] == [REPEAT + parcel.reply.text]
    assert office.reminders.register.counts() == {"sent": 1}
