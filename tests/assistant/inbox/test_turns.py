"""What went out to whom is remembered for its time, and no full disk silences a channel."""

import pytest
from sqlalchemy.exc import OperationalError

from assistant.inbox import Turns
from assistant.storage import Database


def test_each_receiver_has_turns_of_its_own_and_they_pass(database: Database) -> None:
    now = [1000.0]
    turns = Turns(database, "wecom", 60.0, lambda: now[0])
    turns.note("zhangsan")
    now[0] += 50
    turns.note("zhangsan")
    turns.note("lisi")
    before = turns.ages("zhangsan")
    now[0] += 15

    assert before == [50.0, 0.0]
    assert turns.ages("zhangsan") == [15.0]
    assert Turns(database, "other", 60.0, lambda: now[0]).ages("zhangsan") == []


def test_a_full_disk_is_borne(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    turns = Turns(database, "wecom", 60.0)
    monkeypatch.setattr(database, "write", full)
    turns.note("zhangsan")

    assert turns.ages("zhangsan") == []
