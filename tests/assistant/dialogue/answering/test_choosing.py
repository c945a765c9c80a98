"""Which answerer a question ends up with: the words of its own first, then its kind."""

import pytest

from assistant.dialogue import Dialogue
from tests.assistant.dialogue.conftest import NOW, Ask


@pytest.mark.parametrize(
    ("asked", "answerer"),
    [
        ("全区知名品牌多少个", "figure"),
        ("农产品品牌和文旅品牌一共多少个", "sum"),
        ("万人有效发明专利增加之前是多少", "before"),
        # a sum of kinds is no figure of one of them
        ("三种许可天下大足大足石雕专利转让总共多少家", "unknown"),
        # a reason is told by sentences or not at all
        ("为什么要搞质押融资", "unknown"),
        ("承诺事项有哪些", "commitments"),
        ("责任单位是农委对不对", "yesno"),
        ("入围的三家里头最后落选了几家", "complement"),
        # 打算 asks for a figure here, and 嘛 behind a measure word for no yes
        ("今年打算新增几个知名品牌", "figure"),
        ("五金刀具品牌几个嘛", "figure"),
        # whether a goal will be reached is told by how far it is
        ("商标的事今年底能不能到位", "progress"),
        # a market is no school
        ("哪些学校是知识产权试点", "unknown"),
    ],
)
def test_a_question_is_answered_by_whom_its_words_call_for(
    dialogue: Dialogue, asked: str, answerer: str
) -> None:
    told = next(line for line in dialogue.explain(asked, NOW).splitlines() if "答法" in line)

    assert told.split("→")[-1].split("　")[-1].strip() == answerer


@pytest.mark.parametrize("asked", ["马得里国际商标注册完成的企业", "完成马德里商标注册的企业"])
def test_those_who_did_it_are_named_and_not_counted_in_marks(ask: Ask, asked: str) -> None:
    assert ask(asked).headline == "海天石魂"
