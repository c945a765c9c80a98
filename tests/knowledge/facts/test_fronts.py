"""Where the words in front of a figure begin."""

from knowledge.facts.fronts import (
    before_short_bracket,
    clause_start,
    named_before_bracket,
    topic_of_bracket,
)


def test_a_clause_begins_behind_the_last_mark() -> None:
    assert clause_start("甲3家，乙4家", 6) == 4


def test_a_name_goes_on_behind_a_short_bracket() -> None:
    text = "其中执业（助理）医师2473人"
    at = text.index("2473")

    assert before_short_bracket(text, clause_start(text, at), at) == 0


def test_a_number_in_brackets_is_no_part_of_a_name() -> None:
    text = "小（一）型水库19座"
    at = text.index("19")
    behind = clause_start(text, at)

    assert before_short_bracket(text, behind, at) == behind


def test_a_name_may_stand_in_front_of_a_bracket() -> None:
    text = "适龄女生（13—14岁）共14260人"

    assert named_before_bracket(text, text.index("共"), 0) == "适龄女生"


def test_a_verb_behind_a_bracket_begins_another_clause() -> None:
    text = "乡镇（街道）建成驿站12个"
    at = text.index("12")
    behind = clause_start(text, at)

    assert before_short_bracket(text, behind, at) == behind


def test_what_stands_before_a_bracket_is_what_it_tells_of() -> None:
    text = "市级养老服务中心（总投资1.35亿元）主体封顶"

    assert topic_of_bracket(text, text.index("1.35")) == "市级养老服务中心"
    assert topic_of_bracket("扶持企业（投资3亿元）", 8) == ""
