"""Replanning: what nobody has sent yet is taken back and planned as things stand."""

from sqlalchemy import func, select

from assistant.glossary import Role
from assistant.reminders.models import DeliveryRow, OccurrenceRow
from assistant.reminders.replanning import dissolve, loosen
from tests.assistant.reminders.office import Office, at


def planned(office: Office, hour: str = "14点") -> int:
    """Somebody who wants the reminder in the afternoon, planned in the morning; the account."""
    address = office.join(Role.STAFF, "某甲", "5")
    office.say(address, "subscribe", f"全部 {hour}")
    office.clock.now = at("2022-12-01 10:00")
    office.reminders.delivery.tick()
    return office.people.accounts.account_of(address).id


def rows(office: Office) -> tuple[int, int]:
    """(occasions, messages) there are."""
    with office.database.read() as session:
        occasions = session.scalar(select(func.count()).select_from(OccurrenceRow))
        messages = session.scalar(select(func.count()).select_from(DeliveryRow))
    return occasions or 0, messages or 0


def test_a_message_whose_hour_has_not_come_is_taken_back(office: Office) -> None:
    owner = planned(office)
    before = rows(office)

    with office.database.write() as session:
        loosen(session, owner, office.clock.now)

    assert (before, rows(office)) == ((3, 1), (0, 0))


def test_the_next_tick_plans_it_again(office: Office) -> None:
    owner = planned(office)
    with office.database.write() as session:
        loosen(session, owner, office.clock.now)

    office.reminders.delivery.tick()

    assert rows(office) == (3, 1)


def test_a_message_whose_hour_has_come_stays(office: Office) -> None:
    owner = planned(office, "9点")

    with office.database.write() as session:
        loosen(session, owner, office.clock.now)

    assert rows(office)[1] == 1


def test_somebody_elses_message_stays(office: Office) -> None:
    owner = planned(office)

    with office.database.write() as session:
        loosen(session, owner + 1, office.clock.now)

    assert rows(office) == (3, 1)


def test_what_a_leaping_clock_planned_ahead_is_undone(office: Office) -> None:
    planned(office)

    with office.database.write() as session:
        dissolve(session, at("2022-11-01 09:00").date())

    assert rows(office) == (0, 0)


def test_what_is_planned_for_today_is_no_plan_ahead(office: Office) -> None:
    planned(office)

    with office.database.write() as session:
        dissolve(session, office.clock.now.date())

    assert rows(office) == (3, 1)


def test_what_was_sent_stays_whatever_the_clock(office: Office) -> None:
    office.say(office.join(Role.STAFF, "某甲", "5"), "subscribe", "全部")
    office.pass_to("2022-12-01 09:00")

    with office.database.write() as session:
        dissolve(session, at("2022-11-01 09:00").date())

    assert rows(office) == (3, 1)
