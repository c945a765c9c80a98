"""Subscriptions: kept, changed, paused, ended, and only by whom they belong to."""

import pytest

from assistant.errors import AssistantError, NotAllowed
from assistant.glossary import Account, Role
from assistant.reminders.matching import Wanted
from assistant.reminders.subscriptions import Subscriptions, wish_of
from assistant.reminders.wishes import Options
from tests.assistant.reminders.office import Office, at

ALL = Wanted("all", "")


def account(office: Office, role: Role, chat: str) -> Account:
    return office.people.accounts.account_of(office.join(role, f"某{chat}", chat))


@pytest.fixture
def owner(office: Office) -> Account:
    return account(office, Role.STAFF, "5")


@pytest.fixture
def book(office: Office) -> Subscriptions:
    return office.reminders.subscriptions


def test_the_same_scope_again_changes_the_one_there_is(book: Subscriptions, owner: Account) -> None:
    first = book.subscribe(owner, ALL, Options())
    again = book.subscribe(owner, ALL, Options(hour=14))
    other = book.subscribe(owner, Wanted("commitment", "2"), Options())

    assert (again.number, again.options.hour) == (first.number, 14)
    assert [one.number for one in book.of(owner)] == [first.number, other.number]


def test_a_subscription_begins_with_the_next_round(
    office: Office, book: Subscriptions, owner: Account
) -> None:
    office.clock.now = at("2022-12-01 10:00")

    assert str(book.subscribe(owner, ALL, Options(hour=9)).since) == "2022-12-02"


def test_nobody_touches_another_persons(
    office: Office, book: Subscriptions, owner: Account
) -> None:
    number = book.subscribe(owner, ALL, Options()).number
    other = account(office, Role.ADMIN, "6")

    for order in (book.one, book.pause, book.resume, book.unsubscribe):
        with pytest.raises(NotAllowed):
            order(other, number)
    assert book.of(other) == []


def test_a_visitor_subscribes_to_nothing(book: Subscriptions) -> None:
    with pytest.raises(NotAllowed):
        book.subscribe(Account(0, "somebody", Role.VISITOR), ALL, Options())


def test_a_number_there_is_not_says_where_to_look(book: Subscriptions, owner: Account) -> None:
    with pytest.raises(AssistantError, match="/subscriptions"):
        book.one(owner, 99)


def test_a_paused_one_is_kept_and_not_in_force(book: Subscriptions, owner: Account) -> None:
    number = book.subscribe(owner, ALL, Options()).number

    paused = book.pause(owner, number)

    assert paused.paused and book.of(owner)[0].paused
    assert book.in_force() == []
    assert [one.number for one in book.in_force(paused=True)] == [number]


def test_resumed_it_holds_from_the_next_round(
    office: Office, book: Subscriptions, owner: Account
) -> None:
    number = book.subscribe(owner, ALL, Options()).number
    book.pause(owner, number)
    office.clock.now = at("2022-12-05 10:00")

    resumed = book.resume(owner, number)

    assert (resumed.paused, str(resumed.renewed)) == (False, "2022-12-06")
    assert book.in_force() == [resumed]


def test_ended_it_is_gone_for_good(book: Subscriptions, owner: Account) -> None:
    number = book.subscribe(owner, ALL, Options()).number

    book.unsubscribe(owner, number)

    assert book.of(owner) == []
    with pytest.raises(AssistantError):
        book.resume(owner, number)


@pytest.mark.parametrize(
    ("options", "renewed"), [(Options(leads=(5,)), True), (Options(hour=14), False)]
)
def test_only_other_leads_begin_anew(
    book: Subscriptions, owner: Account, options: Options, renewed: bool
) -> None:
    number = book.subscribe(owner, ALL, Options()).number

    assert (book.change(owner, number, options).renewed is not None) is renewed


def test_the_planner_is_asked_only_for_people_there_are(
    book: Subscriptions, owner: Account
) -> None:
    made = book.subscribe(owner, ALL, Options(hour=14, channel="telegram"))

    assert book.wishes({}) == []
    assert book.wishes({owner.id: owner}) == [wish_of(made, owner)]
    wish = wish_of(made, owner)
    assert (wish.owner, wish.role, wish.hour, wish.channel) == (
        owner.id,
        Role.STAFF,
        14,
        "telegram",
    )
