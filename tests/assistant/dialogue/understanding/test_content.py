"""Content words: what an answer has to bear, in all the ways a letter may put it."""

import pytest

from assistant.dialogue.understanding.content import content_words, forms_of
from assistant.dialogue.understanding.lightness import is_light
from knowledge import Library


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("全区知名品牌", ["知名品牌"]),
        ("冬采", ["冬采"]),  # single characters side by side belong together
        ("2021年12月底", []),
        ("市场监管系统的预算", ["市场监管", "预算"]),  # 系统 is part of the office
        ("", []),
    ],
)
def test_what_has_to_be_borne_is_told_from_the_rest(
    shipped: Library, text: str, required: list[str]
) -> None:
    words, _ = content_words(text, shipped)

    assert [word.text for word in words if not word.soft] == required


def test_words_of_a_story_are_all_soft(shipped: Library) -> None:
    words, _ = content_words("知名品牌和商标", shipped, soft=True)

    assert words and all(word.soft for word in words)


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("今年", True),
        ("三家", True),
        ("第二条", True),
        ("的", True),
        ("全区", True),
        ("商标", False),
        ("减少", False),
        ("床位", False),  # a thing, though 位 counts
        ("万人", False),
        ("地标", False),  # so are 地 and 标, of land and of tenders
    ],
)
def test_fillers_numbers_and_days_need_no_evidence(
    shipped: Library, text: str, light: bool
) -> None:
    assert is_light(text, shipped) is light


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("知名品牌", "知名品牌"),
        ("5大产业", "五大产业"),
        ("第4届", "第四届"),
        ("市监局", "市场监督管理局"),
        ("A级", "4A景区"),
        ("职业资格", "资格"),
        ("有效发明专利", "发明专利"),
        ("申报了", "申报"),
    ],
)
def test_a_letter_may_put_a_word_otherwise(shipped: Library, text: str, form: str) -> None:
    forms = forms_of(text, shipped)

    assert forms[0] == text
    assert form in forms


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("建一座初制厂补", ["初制厂", "补"]),  # what is done stands last, right before 多少
        ("村道", ["村道"]),  # no number of 道
    ],
)
def test_a_doing_of_one_character_is_no_part_of_a_name(
    shipped: Library, text: str, required: list[str]
) -> None:
    words, _ = content_words(text, shipped)

    assert [word.text for word in words][-len(required) :] == required
