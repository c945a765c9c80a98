"""The settings of reminders and privacy reach the rooms that they are meant for."""

from datetime import datetime
from pathlib import Path

import pytest

from assistant.commands.household import Household
from assistant.glossary import Address, Message, Reply, Role
from assistant.storage.moments import SHANGHAI

NOW = datetime(2022, 11, 28, 8, tzinfo=SHANGHAI)
LETTER = """关于区三届人大一次会议第7号建议的答复函
某代表：
您提出的《关于停车的建议》（第7号）收悉，现答复如下。
一、下一步工作
2022年12月底前新增停车位300个。
联系人：某甲，联系电话：13800001234
某区城管局
2022年6月1日
"""


def rooms(folder: Path, words: str = "", letter: str = "") -> Household:
    """The house with such settings and such a letter."""
    config = folder / "config.yaml"
    config.write_text(words, encoding="utf-8")
    built = Household(config, folder / "data", NOW)
    if letter:
        path = folder / "letter.txt"
        path.write_text(letter, encoding="utf-8")
        built.library.ingest(path, built.limits)
        built.library.settle()
    return built


def asked(built: Household, text: str, channel: str = "telegram") -> Reply:
    """What is answered there."""
    return built.reply_to(Message(Address(channel, "5", "5"), text, NOW))


def joined(built: Household, role: Role) -> None:
    """Whoever asks is of this role now."""
    asked(built, f"/join {built.people.console.invite(role, '某甲').code}")


def test_a_subscription_begins_with_the_offices_defaults(tmp_path: Path) -> None:
    built = rooms(tmp_path, "reminders: {leads: [14, 3], hour: 8, digest: false}", LETTER)
    joined(built, Role.STAFF)

    made = asked(built, "订阅 全部")

    assert "提前14天、提前3天、当天，8:00，只在工作日，逐条发送" in made.text


def test_the_ladder_is_the_offices(tmp_path: Path) -> None:
    built = rooms(tmp_path, "reminders: {ladder: {deputy: [before]}}", LETTER)
    joined(built, Role.DEPUTY)

    asked(built, "订阅 全部")
    planned = built.reminders.schedule.preview(NOW.date(), 60)

    assert [found.offset for found in planned] == [30, 7, 1]


def test_the_offices_own_days_off_count(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("2022: {rest: [2022-12-01]}", encoding="utf-8")
    built = rooms(tmp_path, f"reminders: {{calendar: {own}}}", LETTER)
    joined(built, Role.STAFF)

    asked(built, "订阅 全部")
    planned = built.reminders.schedule.preview(NOW.date(), 10)

    assert [str(found.day) for found in planned] == ["2022-11-30"]


@pytest.mark.parametrize(
    ("mark", "unmarked", "channel", "whole"),
    [
        ("", "public", "telegram", True),
        ("", "internal", "telegram", False),
        ("", "internal", "web", True),
        ("公开属性：主动公开", "internal", "telegram", True),
        ("公开属性：依申请公开", "public", "telegram", False),
        ("（此件不予公开）", "public", "telegram", False),
    ],
)
def test_a_phone_number_goes_abroad_only_from_a_public_letter(
    tmp_path: Path, mark: str, unmarked: str, channel: str, whole: bool
) -> None:
    built = rooms(tmp_path, f"privacy: {{unmarked_letters: {unmarked}}}", LETTER + mark + "\n")

    said = asked(built, "联系人电话是多少", channel)

    assert said.kind == "contact"
    assert ("13800001234" in said.text, "138****1234" in said.text) == (whole, not whole)


def test_whoever_speaks_again_is_reminded_again(tmp_path: Path) -> None:
    built = rooms(tmp_path, "", LETTER)
    joined(built, Role.STAFF)
    built.people.accounts.unreachable(Address("telegram", "5", "5"), "blocked")

    asked(built, "联系人是谁")

    assert built.people.accounts.active()[1].addresses
