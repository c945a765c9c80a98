"""Why, what is wrong, what is ahead: told by a sentence that says so, or not at all."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("为什么要督促专利权人缴维持费？", "确保"),
        ("为什么要引入第三方服务机构", "推进发明专利运用"),
        # what a letter says is ahead, not what is on
        ("后面还会重点培育什么", "重点园区"),
        # from whom: a sentence that says it
        ("商标专利可以从哪些单位引入", "高校"),
    ],
)
def test_a_sentence_says_it(ask: Ask, question: str, words: str) -> None:
    reply = ask(question)

    assert any(words in citation.quote for citation in reply.citations)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("为什么要搞质押融资", "没有写明"),
        ("质量品牌工作存在什么问题", "没有提到存在的问题"),
        ("企业老板叫什么，就是得了区长质量奖的", "老板"),
        ("咱们区的菜牌子有多少", "菜"),
    ],
)
def test_what_is_missing_is_named(ask: Ask, question: str, said: str) -> None:
    reply = ask(question)

    assert reply.kind == "unknown"
    assert said in reply.headline
