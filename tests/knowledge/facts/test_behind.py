"""Behind: the words after a figure, where they are its name."""

import pytest

from knowledge.facts.behind import Behind, read_behind
from knowledge.facts.figures import find_figures
from knowledge.facts.naming import read_front
from knowledge.facts.vocabulary import vocabulary_of
from knowledge.words.lexicon import Lexicon


def behind(text: str, lexicon: Lexicon) -> Behind:
    """What follows the first figure of a clause."""
    vocabulary = vocabulary_of(lexicon)
    figure, *more = find_figures(text, vocabulary)
    said = read_front(text[: figure.start], vocabulary, None)
    return read_behind(text, figure, more[0] if more else None, said, vocabulary)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新增4家贯标企业。", "贯标企业"),
        ("建成3个的充电站，投用", "充电站"),
        # up to the next mark
        ("新增4家，贯标企业", ""),
        ("整治39条（黑臭水体）", ""),
        # of a kind
        ("四大证明商标和区域公用品牌", "证明商标"),
        # who does what is turned round
        ("新增2家企业入围评审。", "入围评审的企业"),
        # a name that goes on with what is told of it
        ("新增5个充电站已全部投用", "充电站"),
        # three of eleven
        ("从11家申报企业中初审3家", "申报企业"),
    ],
)
def test_the_words_behind_a_figure_are_its_name(text: str, name: str, lexicon: Lexicon) -> None:
    assert behind(text, lexicon).as_name() == name


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [("知名品牌32个居全市第一", True), ("知名品牌32个，", True), ("新增4家企业", False)],
)
def test_words_that_only_go_on_are_no_name(text: str, goes_on: bool, lexicon: Lexicon) -> None:
    assert behind(text, lexicon).goes_on is goes_on


def test_some_of_these_takes_the_words_up_to_the_next_figure(lexicon: Lexicon) -> None:
    text = "从11家申报企业中初审3家"

    found = behind(text, lexicon)

    assert found.among
    assert text[: found.taken] == "从11家申报企业中"


def test_a_change_between_two_figures_is_nobodys_name(lexicon: Lexicon) -> None:
    assert behind("绿化率由27%提高到55%", lexicon).words == ""


def test_the_stage_behind_the_name_is_kept_apart(lexicon: Lexicon) -> None:
    found = behind("新增3项行业标准正在制定，", lexicon)

    assert (found.words, found.status) == ("行业标准", "正在制定")
