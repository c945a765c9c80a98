"""The shipped lexicon and a name book of made-up names, loaded once."""

import pytest

from knowledge.words import Lexicon, NameBook

NAMES = [
    "清河冬菜",
    "清河石雕",
    "清河锻打刀",
    "天下清河",
    "佟家刀",
    "白塔松茗茶",
    "通达电梯",
    "明光轮胎",
    "南桥五金市场",
    "大禹奖",
    "清河区",
    "四大证明商标",
    "绿源光电",
]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon as shipped."""
    return Lexicon.load()


@pytest.fixture(scope="session")
def names(lexicon: Lexicon) -> NameBook:
    """A name book of made-up names."""
    return NameBook(NAMES, lexicon).load()
