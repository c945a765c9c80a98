"""Misspelling: the surest slip of a stretch, and none where two names fit equally."""

import pytest

from knowledge.words import Lexicon
from knowledge.words.cutting import dictionary_of
from knowledge.words.misspelling import Spelling
from knowledge.words.slips import sound_keys

FUNCTIONAL = frozenset("的是有和")


@pytest.mark.parametrize(
    ("targets", "run", "rights"),
    [
        (["青峰刀"], "有青烽刀", ["青峰刀"]),
        # two names sound alike: no guess
        (["青峰刀", "青枫刀"], "有青烽刀", []),
        # a figure, a level or a negation is no slip
        (["三号桥头"], "二号桥头", []),
        (["市长质量杯"], "县长质量杯", []),
        # places need the very sound
        (["清河区"], "秦河区", []),
        # one character missing from a long name
        (["白塔松茗茶"], "白塔松茶", ["白塔松茗茶"]),
    ],
)
def test_a_slip_must_be_needed_small_and_clear(
    lexicon: Lexicon, targets: list[str], run: str, rights: list[str]
) -> None:
    spelling = Spelling(dict.fromkeys(targets, 1), dictionary_of(lexicon), FUNCTIONAL)

    assert [slip.right for slip in spelling.slips(run)] == rights


def test_a_name_may_be_read_in_several_ways() -> None:
    assert "zong'qin" in sound_keys("重庆")
    assert "cong'qin" in sound_keys("重庆")
