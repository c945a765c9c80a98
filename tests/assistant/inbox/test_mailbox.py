"""What is left for the page waits there until the page says that it was seen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.glossary import Choice, Reply
from assistant.inbox import Mailbox
from assistant.inbox.mailbox import copy, erase
from assistant.storage import Database, open_database
from knowledge import Citation

NOW = datetime(2022, 12, 1, 1, tzinfo=UTC)
REMINDER = Reply(
    "done",
    "提醒",
    "提醒：今日到期",
    (Citation("59-附-2", "答复函", "附件", "原话", 1, 3, 1),),
    (Choice("已知悉", "/ack R1"),),
    evidence="register",
)


def mailbox(database: Database, days: int = 0) -> Mailbox:
    """The page's mailbox, some days later."""
    return Mailbox(database, "web", lambda: NOW + timedelta(days=days))


def test_it_outlives_a_restart_word_for_word(tmp_path: Path) -> None:
    first = open_database(tmp_path)
    mailbox(first).leave("甲", REMINDER, "k")
    first.close()

    again = open_database(tmp_path)
    (letter,) = mailbox(again).waiting("甲")
    again.close()

    assert letter.reply == REMINDER
    assert f"{letter.left_at:%H:%M}" == "09:00"  # in Shanghai


def test_looking_does_not_take_away_only_having_seen_does(database: Database) -> None:
    box = mailbox(database)
    box.leave("甲", REMINDER, "k")
    (letter,) = box.waiting("甲")

    assert box.waiting("甲") == [letter]

    box.seen("甲", [letter.id])
    assert (box.waiting("甲"), box.count("甲")) == ([], 0)


def test_the_same_key_waits_once_even_after_it_was_seen(database: Database) -> None:
    box = mailbox(database)
    for _ in range(2):
        box.leave("甲", REMINDER, "k")
    box.seen("甲", [box.waiting("甲")[0].id])
    box.leave("甲", REMINDER, "k")

    assert box.waiting("甲") == []


def test_without_a_key_each_waits(database: Database) -> None:
    box = mailbox(database)
    for _ in range(2):
        box.leave("甲", REMINDER)

    assert box.count("甲") == 2


def test_another_visitor_sees_and_takes_nothing(database: Database) -> None:
    box = mailbox(database)
    box.leave("甲", REMINDER, "k")
    (letter,) = box.waiting("甲")

    box.seen("乙", [letter.id])

    assert box.waiting("乙") == []
    assert box.count("甲") == 1


def test_a_persons_letters_are_copied_and_erased_with_the_person(database: Database) -> None:
    box = mailbox(database)
    box.leave("甲", REMINDER, "1|digest|2022-12-01|7")
    box.leave("乙", REMINDER, "11|digest|2022-12-01|8")

    with database.write() as session:
        copied, erased = copy(session, 1), erase(session, 1)

    assert copied == [{"留言": "提醒：今日到期", "已看": False}]
    assert (erased, box.count("甲"), box.count("乙")) == (1, 0, 1)


def test_only_what_was_seen_is_forgotten(database: Database) -> None:
    box = mailbox(database)
    for key in ("seen", "unseen"):
        box.leave("甲", REMINDER, key)
    box.seen("甲", [box.waiting("甲")[0].id])

    mailbox(database, days=36).forget()

    assert box.count("甲") == 1
    box.leave("甲", REMINDER, "seen")  # its key is forgotten too
    assert box.count("甲") == 2
