"""Outline: passages of a document and the places in them."""

from knowledge.facts.passages import read_outline
from knowledge.glossary import Span
from knowledge.reading import read_bytes

LETTER = (
    "张三代表：\n您提出的建议收悉，现答复如下：\n一、基本情况\n現有泵站２座。\n"
    "清河县水务局\n2024年9月8日\n"
)


def outline():
    return read_outline(read_bytes("letter.txt", LETTER.encode()))


def test_each_folded_character_knows_its_place_in_the_document():
    prose = next(one for one in outline().parts("body") if "泵站" in one.text)

    assert prose.text == "现有泵站2座。"
    assert prose.span(2, 6).of(LETTER) == "泵站２座"


def test_parts_are_given_in_order_of_the_document():
    parts = [prose.part for prose in outline().parts("foot", "salutation", "body")]

    assert parts == sorted(parts, key=["salutation", "body", "foot"].index)
    assert parts.count("salutation") == 1


def test_a_place_names_the_passage_it_stands_in():
    prose = next(one for one in outline().parts("body") if "泵站" in one.text)

    place = prose.place(Span(1, 2), Span(1, 3))

    assert (place.code, place.section) == (prose.passage.code, "一")
    assert (place.own, place.quote, place.figure) == (Span(1, 2), Span(1, 3), None)
    assert prose.whole().own == prose.passage.span


def test_passages_are_those_of_the_prose():
    found = outline()

    assert [passage.code for passage in found.passages] == [
        prose.passage.code for prose in found.prose
    ]
