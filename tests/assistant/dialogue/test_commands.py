"""Orders: the built-in commands, passage codes, a new start."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("order", "kind", "words"),
    [
        ("/start", "help", "答复通"),
        ("/help", "help", "/contact"),
        ("/about", "help", "原文"),
        ("/contact", "contact", "电话"),
        ("/commitments", "list", "14500"),
        ("/ask 全区知名品牌多少个", "answer", "32个"),
        ("/ask", "help", "/ask"),
        ("/source 99-9", "unknown", "99-9"),
        ("/nothing", "help", "/help"),
        ("重新开始", "done", "重新开始"),
    ],
)
def test_an_order_is_carried_out(ask: Ask, order: str, kind: str, words: str) -> None:
    reply = ask(order)

    assert reply.kind == kind
    assert words in reply.text


@pytest.mark.parametrize("sent", ["59-1.2-1", "/source 59-1.2-1", "出处：59-1.2-1"])
def test_a_code_reopens_its_passage(ask: Ask, sent: str) -> None:
    reply = ask(sent)

    assert "14036" in reply.text
    assert reply.citations[0].code == "59-1.2-1"


def test_a_new_start_forgets(ask: Ask) -> None:
    ask("团体标准发布了多少项")
    ask("重新开始")

    assert ask("谁负责呢").headline != "3项"
