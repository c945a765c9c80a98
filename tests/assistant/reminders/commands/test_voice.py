"""The ledger's voice: asked in plain words, and its word beside an answer of the letter."""

import pytest

from assistant.glossary import Account, Message, Reply, Request, Role
from assistant.reminders.commands.voice import Heard
from tests.assistant.reminders.office import Office, at

NOW = at("2022-12-02 09:00")
ANSWER = Reply("answer", "14036/14500件", "14036/14500件。")


def heard(office: Office, words: str) -> Heard | None:
    office.clock.now = NOW
    address = office.join(Role.STAFF, "某甲", "5", "区市场监管局")
    account: Account = office.people.accounts.account_of(address)
    return office.reminders.voice.heard(Request(account, words, Message(address, words, NOW)))


def entered(office: Office) -> None:
    """The trademarks' promise closed with evidence."""
    office.clock.now = NOW
    staff = office.join(Role.STAFF, "某乙", "6")
    office.say(staff, "close", "2 已达14620件 佐证：统计公报")


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("30天内到期的有哪些", {"59-附-1", "59-附-2", "59-附-3"}),
        ("未销号的有哪些", {"59-附-1", "59-附-2", "59-附-3"}),
        ("承诺2到哪一步了", {"59-附-2"}),
    ],
)
def test_plain_words_that_ask_for_the_ledger_are_answered_with_citations(
    office: Office, words: str, keys: set[str]
) -> None:
    found = heard(office, words)

    assert found is not None
    assert set(found.keys) == keys
    assert {citation.code for citation in found.reply.citations} == keys


@pytest.mark.parametrize("words", ["商标有多少件", "你好", "承诺99到哪一步了"])
def test_other_words_are_left_to_the_letter(office: Office, words: str) -> None:
    assert heard(office, words) is None


def test_none_such_says_what_there_is_instead(office: Office) -> None:
    found = heard(office, "逾期的有哪些")

    assert found is not None
    assert "没有逾期的承诺" in found.reply.text
    assert "台账共 3 项" in found.reply.text


def test_an_empty_ledger_has_nothing_to_say(office: Office) -> None:
    office.promised = []

    assert heard(office, "逾期的有哪些") is None


def test_what_nobody_entered_changes_no_answer(office: Office) -> None:
    voice = office.reminders.voice

    assert voice.beside(ANSWER, ("59-附-2",), "商标兑现了吗", NOW.date()) is ANSWER


@pytest.mark.parametrize(
    ("question", "headline"),
    [("商标的承诺兑现了吗", "已兑现"), ("商标的承诺是什么", ANSWER.headline)],
)
def test_what_was_entered_comes_first_only_where_it_is_asked(
    office: Office, question: str, headline: str
) -> None:
    entered(office)

    reply = office.reminders.voice.beside(ANSWER, ("59-附-2",), question, NOW.date())

    assert reply.headline.startswith(headline)
    assert "佐证：统计公报" in reply.text
    assert ANSWER.text in reply.text


def test_of_another_promise_nothing_is_added(office: Office) -> None:
    entered(office)

    assert office.reminders.voice.beside(ANSWER, ("59-附-1",), "兑现了吗", NOW.date()) is ANSWER
