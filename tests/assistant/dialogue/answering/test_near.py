"""A question that only an everyday word keeps from its answer gets the answer as a question back."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("拿专利去银行押钱的是哪家", "中天电子废物"),
        ("哪些地方在争创4A景区", "香国公园"),
        ("下一步怎么处理扶持政策", "优化调整"),
    ],
)
def test_the_nearest_answer_is_offered_with_what_is_missing(
    ask: Ask, text: str, offered: str
) -> None:
    reply = ask(text)

    assert reply.kind == "clarify"
    assert "函中没有提到" in reply.headline
    assert offered in reply.text
    assert reply.citations


@pytest.mark.parametrize(
    "text",
    [
        # a name, a term, a place, a way to reach somebody tell one thing from another
        "江津的五大产业是哪些",
        "哪些企业有实用新型专利",
        "质量品牌一站式服务平台的网址",
        # figures and a yes are never offered
        "外资企业的商标有多少件",
        "大足冬菜好吃吗",
        # next to nothing is left
        "帮我写一首关于石刻的诗",
    ],
)
def test_what_tells_one_thing_from_another_is_never_left_out(ask: Ask, text: str) -> None:
    assert ask(text).kind not in ("clarify", "answer", "list")
