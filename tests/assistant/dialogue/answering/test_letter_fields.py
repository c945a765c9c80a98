"""Letter fields: how each is asked for in everyday words."""

import pytest

from assistant.dialogue.answering.letter_fields import is_about_letter, is_known, letter_fields


def names(text: str) -> set[str]:
    return {field.names[0] for field in letter_fields() if field.asked.search(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("联系电话是多少", "phone"),
        ("打哪个号码", "phone"),
        ("联系人是谁", "contact"),
        ("邮编", "postcode"),
        ("邮箱地址", "email"),
        ("谁签发的", "signer"),
        ("文号是多少", "doc_no"),
        ("第几号建议", "number"),
        ("哪一届哪次会议", "session"),
        ("什么时候答复的", "date"),
        ("谁提的建议", "addressee"),
        ("哪个单位答复的", "agency"),
        ("跟哪些单位一起办的", "co_handler"),
    ],
)
def test_a_field_is_known_by_the_words_people_use(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize("text", ["村卫生室有多少个", "投入资金多少", "签约率是多少"])
def test_figures_are_no_fields(text: str) -> None:
    assert names(text) == set()


def test_a_claimed_value_is_told_from_a_question() -> None:
    dated = next(field for field in letter_fields() if field.names == ("date",))

    assert dated.is_claimed("这份答复是2021年写的吧")
    assert not dated.is_claimed("村卫生室有多少个")


def test_questions_on_the_letter_itself_are_told_from_those_on_its_topic() -> None:
    assert is_about_letter("这封信是局长审签的吗")
    assert not is_about_letter("村卫生室是222个吗")


def test_words_that_such_questions_are_made_of_need_no_support() -> None:
    assert is_known("电话")
    assert not is_known("村卫生室")


def test_each_field_is_said_in_a_name_of_its_own() -> None:
    said = [field.said for field in letter_fields()]

    assert len(said) == len(set(said))
