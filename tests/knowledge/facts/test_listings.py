"""Names given together, and as what."""

import pytest

from knowledge.facts.indicators import read_indicators
from knowledge.facts.listings import read_listings
from knowledge.glossary import Listing
from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import LETTER_DATE, letter_59, said, statements_of


def listings_of(text: str, lexicon: Lexicon) -> list[Listing]:
    statements = said(text)
    indicators = read_indicators(statements, lexicon, LETTER_DATE)
    return list(read_listings(statements, indicators, lexicon, LETTER_DATE))


@pytest.mark.parametrize(
    ("text", "name", "items", "count", "complete"),
    [
        ("以“甲石雕”“乙冬菜”两大证明商标为引领", "证明商标", "甲石雕 乙冬菜", 2, True),
        ("对标五金、汽摩、智能制造三大产业，创新", "产业", "五金 汽摩 智能制造", 3, True),
        ("在解放路、人民路等6条道路实行单侧停车", "道路", "解放路 人民路", 6, False),
        ("优势企业3家（甲厂、乙厂、丙厂）。", "优势企业", "甲厂 乙厂 丙厂", 3, True),
        ("现有证明商标2件，即“甲麻鸭”“乙花椒”。", "证明商标", "甲麻鸭 乙花椒", 2, True),
        (
            "集市有三家左右：甲农超（乙超市）、丙经营部、丁集市。",
            "集市",
            "甲农超 丙经营部 丁集市",
            3,
            True,
        ),
        ("修建了蓄水池、排灌沟等配套设施。", "配套设施", "蓄水池 排灌沟", None, False),
        ("2023年9月甲幼儿园、乙幼儿园启用后", "幼儿园", "甲幼儿园 乙幼儿园", None, True),
        ("加快培育“甲白芷”“乙荷莲”等公用品牌", "公用品牌", "甲白芷 乙荷莲", None, False),
        ("实施了和平路、建设路2条道路改造工程", "道路改造工程", "和平路 建设路", 2, True),
    ],
)
def test_names_given_together_become_a_listing(
    text: str, name: str, items: str, count: int | None, complete: bool, lexicon: Lexicon
) -> None:
    found = listings_of(text, lexicon)[0]

    assert [item.name for item in found.items] == items.split()
    assert (found.name, found.count, found.complete) == (name, count, complete)


def test_departments_in_brackets_group_their_names(lexicon: Lexicon) -> None:
    found = listings_of("新增品牌3个（农委2个：甲柑、乙桃；市场监管1个丙刀）。", lexicon)[0]

    assert [(item.group, item.name) for item in found.items] == [
        ("农委", "甲柑"),
        ("农委", "乙桃"),
        ("市场监管", "丙刀"),
    ]


@pytest.mark.parametrize(
    "text", ["新增3家甲企业、4家乙企业。", "（其中国家级9项，市级2项）", "全区知名品牌32个。"]
)
def test_figures_in_a_row_are_no_listing(text: str, lexicon: Lexicon) -> None:
    assert listings_of(text, lexicon) == []


def test_the_kinds_of_a_total_are_listed_in_letter_59(lexicon: Lexicon) -> None:
    statements = statements_of(letter_59())
    indicators = read_indicators(statements, lexicon, LETTER_DATE)

    found = {one.name: one for one in read_listings(statements, indicators, lexicon, LETTER_DATE)}

    assert len(found["知名品牌类别"].items) == 5
    assert found["知名品牌认定工作"].status == "正在推进"
    assert not found["知名品牌认定工作"].complete and len(found["知名品牌认定工作"].items) == 7
