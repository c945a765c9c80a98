"""Calling: whose name and number it is, by the label before it."""

import pytest

from knowledge.facts.calling import find_called
from knowledge.facts.passages import read_outline
from knowledge.reading import read_bytes


def _called(foot: str) -> list[str]:
    text = (
        f"张三代表：\n您提出的建议收悉，现答复如下：\n已办理。\n区教育局\n2023年8月10日\n{foot}\n"
    )
    outline = read_outline(read_bytes("letter.txt", text.encode()))
    prose = list(outline.parts("foot"))[-1]
    return [one.value for one in find_called(outline, prose)]


@pytest.mark.parametrize(
    ("foot", "called"),
    [
        # several offices, people and phones behind one label
        (
            "联系人及电话：市应急局 邵一航 8660000；消防支队 骆 青 8660119",
            ["邵一航", "8660000", "骆青", "8660119"],
        ),
        (
            "办理单位及联系人：项目办 温岚（0938-5210000）、基教股 申一鸣（0938-5210011）",
            ["温岚", "0938-5210000", "申一鸣", "0938-5210011"],
        ),
        # names on one line, phones on the next
        (
            "联 系 人：乌 兰      魏子墨\n联系电话：13800000001    0475-4210000",
            ["乌兰", "魏子墨", "13800000001", "0475-4210000"],
        ),
        # a second office set in below the first, digits in groups
        (
            "联 系 人：人才办 红 线   电 话：666 1023\n          就业股   虬 髯   电 话：7722-315",
            ["红线", "6661023", "虬髯", "7722-315"],
        ),
        # two names parted by wide blanks
        ("联系人：魏  源    林 则 徐\n电话：0753 － 332 8810", ["魏源", "林则徐", "0753-3328810"]),
        # the phone first
        ("请与农水科联系，电话3310000，姬文山、俞 佳。", ["3310000", "姬文山", "俞佳"]),
        # a role before the name, an extension behind the number
        (
            "联系人：群体科负责同志　应　澜\n联系电话：5550000转8012",
            ["应澜", "5550000转8012"],
        ),
        # who signed, checked or leads is no contact; a fax is kept, as no phone
        (
            "经办人员：路 遥 18800000003   审核人：金 铭   传真：5550001",
            ["路遥", "18800000003", "5550001"],
        ),
        ("主管领导：樊　明\n联系人姓名及电话：邬 桐 5550000", ["邬桐", "5550000"]),
        # nobody named
        ("联系科室：公共交通科\n咨询电话：5550000", ["5550000"]),
    ],
)
def test_people_and_phones_are_told_apart(foot, called):
    assert _called(foot) == called
