"""Following: questions that point back at the turn before, and those that do not."""

from dataclasses import replace

import pytest

from assistant.dialogue import Turn
from assistant.dialogue.answer import Answer, Part
from assistant.dialogue.following import Following
from assistant.dialogue.question import Question
from assistant.dialogue.understanding import Piece, understand
from knowledge import Commitment, Evidence, Indicator, LetterField, Library, Recognition
from tests.assistant.dialogue.conftest import NOW, Ask

TODAY = NOW.date()


@pytest.fixture
def rows(shipped: Library) -> list[Evidence]:
    return shipped.facts(shipped.letters()[0].id)


def turn(*rows: Evidence, names: tuple[str, ...] = (), options: tuple[str, ...] = ()) -> Turn:
    """A turn that rested on these rows."""
    return Turn(Question("承诺有哪些", ()), rows, names, options, rows, NOW, "list")


class Heard:
    """Remembers what was asked behind a follow-up."""

    def __init__(self) -> None:
        self.questions: list[Question] = []

    def __call__(self, question: Question, focus: tuple[Evidence, ...]) -> Answer:
        self.questions.append(question)
        return Answer("answer", "已答", focus=focus)


def followed(library: Library, text: str, previous: Turn) -> tuple[Part | None, Heard]:
    heard = Heard()
    question = understand(Piece(text), library, TODAY)
    return Following(library, heard, TODAY).part(question, previous), heard


def promised(rows: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(row for row in rows if isinstance(row.fact, Commitment))


def listed(rows: list[Evidence]) -> Turn:
    found = promised(rows)
    return turn(*found, names=tuple(row.fact.text for row in found))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "at"), [("第二个呢", 1), ("第一个是什么", 0), ("最后一个呢", -1), ("第三项呢", 2)]
)
def test_the_name_at_a_place_is_told(
    shipped: Library, rows: list[Evidence], text: str, at: int
) -> None:
    part, _ = followed(shipped, text, listed(rows))

    assert part is not None and part.leans
    assert part.answer.focus == (promised(rows)[at],)


def test_what_is_asked_of_a_place_is_asked_of_its_fact(
    shipped: Library, rows: list[Evidence]
) -> None:
    part, heard = followed(shipped, "第二个谁负责", listed(rows))

    assert part is not None
    assert part.answer.focus == (promised(rows)[1],)
    assert len(heard.questions) == 1


def test_the_list_stays_for_the_next_question(shipped: Library, rows: list[Evidence]) -> None:
    before = listed(rows)

    part, _ = followed(shipped, "第二个谁负责", before)

    assert part is not None
    assert part.answer.names == before.names


@pytest.mark.parametrize("text", ["第九个呢", "第0个呢"])
def test_a_place_beyond_the_list_points_at_nothing(
    shipped: Library, rows: list[Evidence], text: str
) -> None:
    part, heard = followed(shipped, text, listed(rows))

    assert part is None
    assert heard.questions == []


def test_a_choice_offered_is_understood_as_if_typed(shipped: Library) -> None:
    before = turn(options=("知名品牌有多少个", "证明商标有多少件"))

    part, heard = followed(shipped, "第二个", before)

    assert part is not None
    assert [question.text for question in heard.questions] == ["证明商标有多少件"]


def test_he_is_asked_about_by_name(shipped: Library, rows: list[Evidence]) -> None:
    signer = next(
        row for row in rows if isinstance(row.fact, LetterField) and row.fact.name == "contact"
    )

    part, heard = followed(shipped, "他的电话", turn(signer))

    assert part is not None
    assert heard.questions[0].text.startswith(signer.fact.value)  # type: ignore[union-attr]


def test_he_is_nobody_when_no_person_was_named(shipped: Library, rows: list[Evidence]) -> None:
    figure = next(row for row in rows if isinstance(row.fact, Indicator))

    assert followed(shipped, "他的电话", turn(figure))[0] is None


def test_figures_last_said_are_reckoned_together(shipped: Library, rows: list[Evidence]) -> None:
    parts = [row for row in rows if getattr(row.fact, "total", None) == "知名品牌"][:2]
    before = replace(turn(*parts), figures=tuple(parts))

    part, _ = followed(shipped, "一共呢", before)

    assert part is not None
    assert part.answer.kind == "computed"


def test_a_question_that_names_its_thing_is_understood_by_itself(
    shipped: Library, rows: list[Evidence]
) -> None:
    assert followed(shipped, "第四届区长质量奖呢", listed(rows))[0] is None


def holders_of(rows: list[Evidence], title: str) -> tuple[Evidence, ...]:
    return tuple(r for r in rows if isinstance(r.fact, Recognition) and title in r.fact.title)


def test_they_are_those_named_before(shipped: Library, rows: list[Evidence]) -> None:
    won = holders_of(rows, "区长质量")

    part, heard = followed(shipped, "他们还有别的荣誉吗", turn(*won))

    assert part is not None and part.leans
    assert heard.questions[0].text == "施密特电梯和盛泰光电还有别的荣誉吗"


def test_it_is_left_alone_where_nobody_was_named(shipped: Library, rows: list[Evidence]) -> None:
    figure = next(row for row in rows if isinstance(row.fact, Indicator))

    part, _ = followed(shipped, "它还做了什么", turn(figure))

    assert part is None


def test_of_names_listed_those_that_say_so_are_picked(
    shipped: Library, rows: list[Evidence]
) -> None:
    titles = [
        row
        for row in rows
        if isinstance(row.fact, Recognition) and row.fact.holder == "龙水五金市场"
    ]
    before = turn(*titles, names=tuple(row.fact.title for row in titles))  # type: ignore[union-attr]

    part, _ = followed(shipped, "哪个是国家级的", before)

    assert part is not None
    assert part.answer.headline.startswith("国家级")


def test_which_of_them_is_furthest_is_asked_of_the_promises(
    shipped: Library, rows: list[Evidence]
) -> None:
    _, heard = followed(shipped, "这两个哪个完成得更好", listed(rows))

    assert heard.questions[0].text == "哪项承诺完成得更好"


def test_another_than_the_one_told_is_not_the_same_again(ask: Ask) -> None:
    ask("谁得了中国专利奖")

    assert ask("它还有别的奖吗").kind == "unknown"
