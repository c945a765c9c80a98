"""Honours: words of titles and awards, from the lexicon."""

import pytest

from knowledge.facts.honours import honours_of
from knowledge.words.lexicon import Lexicon


@pytest.mark.parametrize(
    ("words", "status"), [("获得", "已获"), ("纳入", "纳入"), ("通过", "通过")]
)
def test_a_verb_tells_the_status(words: str, status: str, lexicon: Lexicon) -> None:
    honours = honours_of(lexicon)

    found = honours.verb.search(f"甲公司{words}名录")

    assert found is not None
    assert honours.status_of[found[0]] == status


def test_words_that_show_it_is_still_to_come_have_a_status_too(lexicon: Lexicon) -> None:
    honours = honours_of(lexicon)

    found = honours.ongoing.search("重点培育名录")

    assert found is not None
    assert honours.ongoing_of[found[0]] == "培育"


def test_the_patterns_of_a_lexicon_are_made_once(lexicon: Lexicon) -> None:
    assert honours_of(lexicon) is honours_of(lexicon)
