"""What a sentence has to say to tell how a thing is got or what it is good for."""

import pytest

from assistant.dialogue.answering.suiting import asks_to_get, suits


@pytest.mark.parametrize(
    ("asked", "said", "fits"),
    [
        ("怎样才能拿到奖励", "今年共奖励210个主体", False),
        ("怎样才能拿到奖励", "符合条件的，可向区局申请奖励", True),
        ("申请公租房要满足什么条件", "申请家庭须满足三个条件", True),
        ("申请专利有什么好处", "完成国际专利申请1件", False),
        ("申请专利有什么好处", "对获得授权的专利给予奖励", True),
        # asks for no such thing
        ("怎么保证数量不减", "今年共奖励210个主体", True),
    ],
)
def test_a_sentence_suits_what_is_asked(asked: str, said: str, fits: bool) -> None:
    assert suits(asked, said) is fits


def test_how_to_get_is_not_how_to_do() -> None:
    assert asks_to_get("企业怎么才能用上证明商标")
    assert not asks_to_get("怎么推进专利运用")
