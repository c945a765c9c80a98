"""Sentences of the prose, with places back in the document."""

import pytest

from knowledge.facts.clauses import enclosed
from tests.knowledge.facts.documents import letter_59, said, statements_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # a semicolon ends a statement, the next one goes on with the sentence
        ("已发布5项；正在制定3项。", ["已发布5项；", "正在制定3项。"]),
        # inside brackets and quotations nothing ends
        (
            "新增5个（农委4个；市场1个）。“好。”用好。",
            ["新增5个（农委4个；市场1个）。", "“好。”用好。"],
        ),
        # points run into a sentence are sentences of their own
        ("重点做好：一是抓培育，二是抓保护。", ["重点做好：", "一是抓培育，", "二是抓保护。"]),
        # a bracket that never closes does not swallow the rest
        ("甲（乙。丙。" + "丁" * 500, ["甲（乙。", "丙。", "丁" * 500]),
        ("", []),
        ("。；！", []),
    ],
)
def test_prose_falls_into_statements(text: str, pieces: list[str]) -> None:
    assert [statement.text for statement in said(text)] == pieces


def test_a_statement_knows_its_place_in_the_stored_text() -> None:
    document = letter_59()
    statement = next(s for s in statements_of(document) if s.text.startswith("2021年新增知名品牌"))

    quote = statement.span.of(document.text)

    assert quote.startswith("2021年新增知名品牌5个（农委4个") and quote.endswith("增长率为20﹪。")


def test_only_what_closes_is_enclosed() -> None:
    assert list(enclosed("（甲）乙（")) == [1, 1, 1, 0, 0, 0]
