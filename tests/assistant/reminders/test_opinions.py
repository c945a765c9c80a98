"""Opinions: private marks and receipts, each kept, the newest counting."""

from dataclasses import replace

import pytest

from assistant.errors import AssistantError, NotAllowed
from assistant.glossary import Account, Role
from assistant.reminders.opinions import Mark, Satisfaction, letter_called, letter_name
from knowledge import LetterHead, ReplyLetter
from tests.assistant.reminders.office import LETTER, Office


def account(office: Office, role: Role, chat: str) -> Account:
    return office.people.accounts.account_of(office.join(role, f"某{chat}", chat))


@pytest.fixture
def deputy(office: Office) -> Account:
    return account(office, Role.DEPUTY, "5")


def test_the_newest_mark_counts_and_is_nobody_elses(office: Office, deputy: Account) -> None:
    entry = office.reminders.ledger.entries()[0]
    opinions = office.reminders.opinions
    opinions.mark(deputy, entry, Mark.NOT_SEEN, "还没见")
    opinions.mark(deputy, entry, Mark.PARTLY, "")

    assert opinions.marks(deputy) == {entry.subject.key: (Mark.PARTLY, "")}
    assert opinions.marks(account(office, Role.DEPUTY, "6")) == {}


def test_staff_have_no_marks(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.reminders.opinions.marks(account(office, Role.STAFF, "7"))


def test_a_later_receipt_replaces_the_one_before(office: Office, deputy: Account) -> None:
    opinions = office.reminders.opinions
    opinions.give(deputy, LETTER, Satisfaction.NOT_PLEASED, "太慢")
    opinions.give(deputy, LETTER, Satisfaction.PLEASED, "")

    (receipt,) = opinions.receipts(account(office, Role.STAFF, "7"))

    assert (receipt.letter, receipt.owner, receipt.verdict) == ("59", deputy.id, "满意")


def test_who_is_not_pleased_says_why(office: Office, deputy: Account) -> None:
    with pytest.raises(AssistantError, match="请写明意见"):
        office.reminders.opinions.give(deputy, LETTER, Satisfaction.NOT_PLEASED, "")

    assert office.reminders.opinions.receipts(deputy) == []


def test_deputies_see_their_own_receipts_only(office: Office, deputy: Account) -> None:
    other = account(office, Role.DEPUTY, "6")
    office.reminders.opinions.give(deputy, LETTER, Satisfaction.PLEASED, "")
    office.reminders.opinions.give(other, LETTER, Satisfaction.MOSTLY, "")

    assert [one.owner for one in office.reminders.opinions.receipts(other)] == [other.id]
    assert len(office.reminders.opinions.receipts(account(office, Role.STAFF, "7"))) == 2


def head(number: str | None, id: int = 1, superseded: int | None = None) -> LetterHead:
    return LetterHead(
        id, "file.txt", ReplyLetter(number=number), "d", superseded_by=superseded, code="函ab"
    )


@pytest.mark.parametrize(
    ("words", "heads", "found"),
    [
        ("第59号", [head("59"), head("60", 2)], 1),
        ("059", [head("59"), head("60", 2)], 1),
        ("", [head("59")], 1),
        ("", [head("59"), head("60", 2)], None),  # of two, which one?
        ("61", [head("59")], None),
        # the one that answers, not the one it came in place of
        ("59", [head("59", 1, superseded=2), head("59", 2)], 2),
        ("", [], None),
    ],
)
def test_a_letter_is_called_by_its_number(
    words: str, heads: list[LetterHead], found: int | None
) -> None:
    called = letter_called(words, heads)

    assert (called.id if called else None) == found


def test_a_letter_without_a_number_goes_by_its_codes_or_file() -> None:
    assert letter_name(head("59")) == "59"
    assert letter_name(head(None)) == "函ab"
    assert letter_name(replace(head(None), code="")) == "file.txt"
