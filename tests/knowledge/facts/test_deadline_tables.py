"""Tables as offices keep them: columns by name, nearly the name, or as a person said; rights that
run out.
"""

from collections.abc import Mapping

import pytest

from knowledge.facts import extract
from knowledge.glossary import Findings
from knowledge.reading import read_bytes
from knowledge.words import Lexicon

LEDGER = "编号,事项,责任单位,完成时限,进展\nA1,新建口袋公园5个,区城管局,2023年12月底前,已建3个\n"
PATENTS = (
    "专利号,专利名称,专利权人,年费缴纳截止日,代理机构\nZL1.1,一种刀具,某公司,2024-03-15,某所\n"
)
MARKS = "注册号,商标名称,注册人,专用权期限至,状态\n123,大雅,某公司,2024年8月13日,有效\n"
TYPED_WRONG = "序号,承诺事项,完成时线,责任单伩\n1,建停车场2个,2024年6月底,城管局\n"
STRANGE = "序,办啥,啥时候办好,谁来办\n1,建停车场2个,2024年6月底,城管局\n"
MEANT = {"办啥": "事项", "啥时候办好": "完成时限", "谁来办": "责任单位"}


def read(csv: str, lexicon: Lexicon, columns: Mapping[str, str] | None = None) -> Findings:
    return extract(read_bytes("table.csv", csv.encode()), lexicon, columns or {})


@pytest.mark.parametrize(
    ("csv", "columns", "promise"),
    [
        # a ledger with progress
        (LEDGER, {}, ("新建口袋公园5个", "2023-12-31", "区城管局", "已建3个")),
        # what is due is told by the deadline's column
        (PATENTS, {}, ("缴纳专利年费：一种刀具（ZL1.1）", "2024-03-15", "某公司", None)),
        (MARKS, {}, ("商标续展：大雅（123）", "2024-08-13", "某公司", "有效")),
        # a character wrong
        (TYPED_WRONG, {}, ("建停车场2个", "2024-06-30", "城管局", None)),
        # names nobody could know, mapped by a person
        (STRANGE, MEANT, ("建停车场2个", "2024-06-30", "城管局", None)),
    ],
    ids=["ledger", "patents", "marks", "typed wrong", "mapped"],
)
def test_a_row_is_a_commitment(
    csv: str,
    columns: Mapping[str, str],
    promise: tuple[str, str, str, str | None],
    lexicon: Lexicon,
) -> None:
    (one,) = read(csv, lexicon, columns).commitments

    assert one.deadline is not None
    assert (one.text, str(one.deadline.latest), one.unit_words, one.progress) == promise


OFFICE = (
    "某区市场监管局2026年承诺事项台账,,,,,,,,\n"
    "编号,代表,承办单位,承诺事项,责任单位,完成时限,进展,状态,销号\n"
    "1,某代表,区市场监管局,建成应急中心1个,特种设备科,2026年6月底,已立项,进行中,否\n"
    "2,某代表,区市场监管局,检查农贸市场,食品科,每旬,,已兑现,是\n"
)


def test_the_offices_own_columns_are_known_and_its_title_promises_nothing(lexicon: Lexicon) -> None:
    found = read(OFFICE, lexicon)

    assert found.warnings == ()
    assert [(one.text, one.progress) for one in found.commitments] == [
        ("建成应急中心1个", "已立项：进行中"),
        ("检查农贸市场", "已兑现；销号：是"),
    ]


def test_one_kind_of_thing_is_no_target(lexicon: Lexicon) -> None:
    (one,) = read(PATENTS.replace("一种刀具", "一种石雕工艺"), lexicon).commitments

    assert (one.target, one.strength) == (None, "缺数量")


def test_columns_nobody_read_are_shown(lexicon: Lexicon) -> None:
    said = read(STRANGE, lexicon).warnings

    assert any("没有认出的列" in words and "啥时候办好、谁来办" in words for words in said)
    assert read(STRANGE, lexicon, MEANT | {"序": "忽略"}).warnings == ()


def test_an_indicator_cites_its_cell_and_takes_its_unit_from_the_caption(lexicon: Lexicon) -> None:
    csv = "单位：件,,\n区县,有效注册商标2021年,有效注册商标2022年\n甲区,100,120\n乙县,80,90\n"
    document = read_bytes("table.csv", csv.encode())

    found = extract(document, lexicon).indicators

    assert [(i.name, i.scope, f"{i.value}{i.unit}", i.year) for i in found[:2]] == [
        ("有效注册商标", "甲区", "100件", 2021),
        ("有效注册商标", "甲区", "120件", 2022),
    ]
    assert found[3].place.section == "正文第2行“有效注册商标2022年”列"
    assert found[3].place.figure is not None and found[3].place.figure.of(document.text) == "90"
