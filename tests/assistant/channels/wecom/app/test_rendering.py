"""Replies within 2048 bytes a message: whole, in order, no broken character, markup literal."""

import random

import pytest

from assistant.channels.wecom import WeComApp
from assistant.channels.wecom.app.menu import MENU, menu
from assistant.channels.wecom.app.rendering import render
from assistant.channels.wecom.cards import button_card, pressed
from assistant.glossary import Address, Choice, Outcome, Reply
from assistant.inbox import REPEATED, Occasion
from assistant.splitting import utf8_bytes
from assistant.storage import Database
from tests.assistant.channels.wecom.app.conftest import build, called
from tests.fakes.dialogue import TableDialogue
from tests.fakes.wecom import WeComFake

HERE = Address("wecom", "zhangsan", "zhangsan")
HARD = "<b>&_*[]()~ a < b && c > d &nbsp; </i> `x` # 1. - > "
SIZES = (2047, 2048, 2049, 10_000)


def words(size: int) -> str:
    """So many bytes of letters of one to four bytes, in sentences, always the same."""
    chance = random.Random(size)
    text = ""
    while utf8_bytes(text) < size - 4:
        text += chance.choice("区知名品牌ab1é😀。，")
    return text + "x" * (size - utf8_bytes(text))


@pytest.mark.parametrize("size", SIZES)
async def test_long_answers_arrive_whole_and_in_order(
    size: int, wecom: WeComFake, channel: WeComApp
) -> None:
    text = words(size)
    receipt = await channel.send(HERE, Reply("answer", "", text))

    assert receipt.outcome is Outcome.SENT
    assert "".join(wecom.texts()) == text
    assert "\ufffd" not in "".join(wecom.texts())


@pytest.mark.parametrize("size", SIZES)
def test_there_is_room_for_the_word_that_a_part_is_sent_again(size: int) -> None:
    parts = render(Reply("answer", "", words(size)), (), Occasion())

    assert max(utf8_bytes(f"{part.text}\n\n{REPEATED}") for part in parts) <= 2048


@pytest.mark.parametrize("markdown", [False, True])
async def test_the_letters_own_signs_show_as_they_are(
    markdown: bool, wecom: WeComFake, database: Database
) -> None:
    channel = build(wecom, database, TableDialogue(), markdown=markdown)
    async with called(channel, wecom):
        await channel.send(HERE, Reply("answer", HARD, HARD))

    assert (wecom.shown[0].kind, wecom.texts()) == ("text", [HARD.strip()])


async def test_where_it_shows_the_headline_is_bold(wecom: WeComFake, database: Database) -> None:
    channel = build(wecom, database, TableDialogue(), markdown=True)
    async with called(channel, wecom):
        await channel.send(HERE, Reply("answer", "32个", "32个。全区知名品牌32个。"))

    assert wecom.called("message/send")[0].body["markdown"]["content"].startswith("**32个**。")
    assert wecom.texts() == ["32个。全区知名品牌32个。"]


def test_a_card_holds_six_buttons_and_tells_long_labels_in_full() -> None:
    choices = [Choice(f"第{n}个很长很长很长的问题是什么？") for n in range(8)]
    card = button_card(choices, [f"h{n}" for n in range(8)])

    labels = [button["text"] for button in card["button_list"]]
    assert len(labels) == 6 and max(map(len, labels)) <= 10
    assert labels[0].startswith("①") and labels[5].startswith("⑥")
    assert "①第0个很长很长很长的问题是什么？" in card["sub_title_text"]
    assert pressed(card["button_list"][3]["key"]) == ("h3", choices[3].label)


def test_a_card_without_a_key_is_never_the_same_twice_with_one_always() -> None:
    choices, handles = [Choice("已知悉", "/ack R1")], ["h"]

    assert button_card(choices, handles) != button_card(choices, handles)
    assert button_card(choices, handles, "到期", "k") == button_card(choices, handles, "到期", "k")


def test_menu_names_fit() -> None:
    names = [name for name, _ in MENU]
    entries = [entry for _, entries in MENU for entry in entries]

    assert max(map(utf8_bytes, names)) <= 16
    assert max(utf8_bytes(name) for name, _ in entries) <= 40
    assert len(menu(["subscriptions", "ledger", "chart"])["button"]) == 3
