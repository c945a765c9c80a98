"""Answer: parts of a message that say the same, or nothing, are not said."""

from assistant.dialogue.answer import Answer, Part, without_idle
from assistant.dialogue.question import Question, Word

ASKED = Question("多少家", (), (Word("企业", ("企业",)),))
NOTHING = Question("呢", ())


def part(kind: str, headline: str, question: Question = ASKED) -> Part:
    return Part(question, Answer(kind, headline))


def test_a_part_that_repeats_another_is_dropped() -> None:
    first, again = part("answer", "12家"), part("computed", "12家")

    assert without_idle([first, again]) == (first,)


def test_a_part_that_asks_nothing_and_has_no_answer_is_dropped_beside_others() -> None:
    told, idle = part("answer", "12家"), part("unknown", "没有听懂", NOTHING)

    assert without_idle([told, idle]) == (told,)


def test_what_is_not_found_is_told_beside_what_is() -> None:
    told, missing = part("answer", "12家"), part("unknown", "函中没有提到")

    assert without_idle([told, missing]) == (told, missing)


def test_an_answer_that_is_the_only_one_stays() -> None:
    idle = part("unknown", "没有听懂", NOTHING)

    assert without_idle([idle]) == (idle,)
    assert without_idle([]) == ()
