"""Guessing: words nothing bears, taken for slips of words the letters hold."""

import pytest

from assistant.dialogue.understanding.guessing import (
    LONGEST,
    TRIES,
    Vocabulary,
    curated_words,
    guesses,
    name_words,
    words_of,
)
from knowledge import Library


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("川愉", "川渝"), ("五产大业", "五大产业"), ("天大下足", "天下大足"), ("江津", None)],
)
def test_a_slip_is_guessed_by_sound_order_and_gaps(
    shipped: Library, typed: str, meant: str | None
) -> None:
    vocabulary = Vocabulary(["川渝", "五大产业", "天下大足"], shipped.lexicon)

    assert next(iter(vocabulary.meant_by(typed)), None) == meant


KNOWN = ["川渝", "五大产业", "天下大足", "公办幼儿园", "奖金"]


@pytest.mark.parametrize(
    ("text", "missing", "guessed"),
    [
        ("川愉重点品牌", ["川愉"], ("川愉", "川渝")),
        ("五产大业有哪些", ["五产大业"], ("五产大业", "五大产业")),
        # real words are no slips
        ("江津的商标", ["江津"], None),
        ("商标奖金", ["商标"], None),
        ("商标", [], None),
    ],
)
def test_only_what_is_no_word_is_put_right(
    shipped: Library, text: str, missing: list[str], guessed: tuple[str, str] | None
) -> None:
    found = list(guesses(text, missing, Vocabulary(KNOWN, shipped.lexicon), shipped))

    assert (found[0] if found else None) == guessed
    assert len(found) <= TRIES


def test_a_vocabulary_changes_with_its_words(shipped: Library) -> None:
    before = Vocabulary(["川渝"], shipped.lexicon)

    after = before.of(["五大产业"])

    assert after.words == {"五大产业"}
    assert after.meant_by("川愉") == []
    assert before.meant_by("川愉") == ["川渝"]


def test_words_of_letters_lexicon_and_names_may_be_meant(shipped: Library) -> None:
    assert {"知名品牌", "川", "渝", "川渝"} & words_of(["川渝知名品牌"], shipped) >= {"川渝"}
    assert not curated_words(shipped) & shipped.lexicon.filler_words
    assert "天下大足" in name_words(shipped)
    assert all(len(word) <= LONGEST for word in Vocabulary(["一" * 20], shipped.lexicon).words)
