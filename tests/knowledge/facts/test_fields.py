"""Fields: values of head and foot with their places."""

from knowledge.facts.fields import field, line_around, unique
from knowledge.facts.passages import read_outline
from knowledge.reading import read_bytes

LETTER = "张三代表：\n您提出的建议收悉。\n已办理。\n\n清河县水务局\n2024年9月8日\n联系人：甄 小 米，５５５０１０１\n"


def foot():
    outline = read_outline(read_bytes("letter.txt", LETTER.encode()))
    prose = next(one for one in outline.parts("foot") if "甄小米" in one.text)
    return outline, prose


def test_a_field_has_the_printed_value_and_proves_it_with_its_line():
    outline, prose = foot()
    start = prose.text.index("5550101")

    found = field(outline, prose, "phone", (start, start + 7))

    text = outline.document.text
    assert (found.name, found.value) == ("phone", "5550101")
    assert found.place.own.of(text) == "５５５０１０１"
    assert found.place.quote.of(text) == "联系人：甄 小 米，５５５０１０１"


def test_a_value_that_says_it_better_is_kept():
    outline, prose = foot()
    start = prose.text.index("甄小米")

    assert field(outline, prose, "contact", (start, start + 3), "甄女士").value == "甄女士"


def test_the_line_around_a_place_ends_at_the_ends_of_lines():
    outline, prose = foot()
    day = prose.text.find("2024")

    assert day >= 0
    assert line_around(prose, day, day + 4).of(outline.document.text) == "2024年9月8日"


def test_the_same_value_twice_is_one_field_and_the_first_place_stays():
    outline, prose = foot()
    first, again = (field(outline, prose, "phone", at, "5550101") for at in ((0, 1), (2, 3)))
    other = field(outline, prose, "fax", (0, 1), "5550101")

    assert unique([first, again, other]) == (first, other)
