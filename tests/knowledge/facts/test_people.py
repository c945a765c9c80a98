"""People: names as printed -> names."""

import pytest

from knowledge.facts.people import split_names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("杨君", ("杨君",)),
        ("苏　瑾", ("苏瑾",)),
        ("冯  硕、岳 珊等5位代表", ("冯硕", "岳珊")),
        ("李正桥等代表", ("李正桥",)),
        ("江悦(等10位)代表", ("江悦",)),
        ("郭 靖宇", ("郭靖宇",)),
        ("欧阳 晴、韩立", ("欧阳晴", "韩立")),
        ("王芳（教育科科长）", ("王芳",)),
        ("鄭楠委員", ("鄭楠",)),
        # offices are no people
        ("市卫健委基层科 袁 梦", ("袁梦",)),
        ("区教育局办公室", ()),
    ],
)
def test_names_are_told_apart(printed, names):
    assert split_names(printed) == names
