"""Zones: which lines are what."""

import pytest

from knowledge.facts.grids import find_grids
from knowledge.facts.lines import read_lines
from knowledge.facts.zones import find_zones, is_agency, salutation_of
from knowledge.reading import read_bytes


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("谢勇代表：", "谢勇代表"),
        ("农工党沧浦区基层委员会：", "农工党沧浦区基层委员会"),
        ("江悦（等10位）代表：", "江悦（等10位）代表"),
        ("联系人：杨君", None),
        ("领衔代表：石磊", None),
        ("反馈时间：", None),
    ],
)
def test_a_salutation_is_told_from_a_label(line, who):
    found = salutation_of(line)

    assert (found[0] if found else None) == who


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("重庆市大足区市场监督管理局", True),
        ("江都市卫生健康委员会江都市医疗保障局", True),
        ("感谢您的支持", False),
        ("关于成立办公室", False),
    ],
)
def test_an_agency_alone_on_its_line(line, agency):
    assert is_agency(line) is agency


@pytest.mark.parametrize(
    "letter",
    [
        "标题\n张三代表：\n已办理。\n区教育局\n2023年8月10日\n联系人：杨君\n附件\n承诺事项\n",
        # contact before the signature
        "张三代表：\n已办理。\n联系人：杨君\n区教育局\n2023年8月10日\n",
        "没有任何要素的文字。\n",
    ],
)
def test_every_line_has_one_zone(letter):
    lines = read_lines(read_bytes("letter.txt", letter.encode()))
    zones = find_zones(lines, find_grids(lines))

    parts = (zones.head, zones.salutation, zones.body, zones.foot, zones.attachments, zones.tail)
    assert [at for part in parts for at in part] == list(range(len(lines)))


def test_contact_before_the_signature_is_foot():
    letter = "张三代表：\n已办理。\n联系人：杨君\n区教育局\n2023年8月10日\n"
    lines = read_lines(read_bytes("letter.txt", letter.encode()))

    assert list(find_zones(lines, []).foot) == [2, 3, 4]
