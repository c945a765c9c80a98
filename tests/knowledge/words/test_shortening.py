"""Names in short: each character begins a word of the name; what stands for two names is none."""

import pytest

from knowledge.words import Lexicon
from knowledge.words.cutting import dictionary_of
from knowledge.words.names import NameBook
from knowledge.words.shortening import ShortForms

NAMES = [
    "国家级知识产权优势企业",
    "市级知识产权优势企业",
    "马德里商标",
    "证明商标",
    "区长质量奖",
    "老旧小区",
    "农村供水工程",
    "农村公路工程",
]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("国优", "国家级知识产权优势企业"),
        ("市优", "市级知识产权优势企业"),
        ("马标", "马德里商标"),
        ("证商", "证明商标"),
        ("区质奖", "区长质量奖"),
        ("农工", ""),  # either of two names
        ("老旧", ""),  # how the name begins, no short form
        ("优国", ""),  # out of order
        ("马商牌", ""),  # a character of no word
    ],
)
def test_the_name_a_short_form_stands_for(lexicon: Lexicon, short: str, full: str) -> None:
    forms = ShortForms(dict.fromkeys(NAMES, 1), dictionary_of(lexicon))

    assert forms.full(short) == full


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("国优几家", "国家级知识产权优势企业几家"),
        ("证商有哪些", "证明商标有哪些"),
        ("小区改了几个", "小区改了几个"),  # a word by itself
    ],
)
def test_a_short_form_in_a_question_is_spelt_out(
    lexicon: Lexicon, typed: str, understood: str
) -> None:
    assert NameBook(NAMES, lexicon).correct(typed).text == understood
