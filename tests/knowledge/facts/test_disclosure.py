"""The mark by which a letter says to whom it may be shown."""

import pytest

from knowledge.facts.disclosure import disclosure_of


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("签发：余 波     公开属性：主动公开", "主动公开"),
        # a table of a web page, its cells parted by bars
        ("公开方式: | 主动公开 | 公开范围: | 面向全社会 |", "主动公开"),
        ("（此件公开发布）", "主动公开"),
        ("（此件主动公开）", "主动公开"),
        ("2026年3月1日\n主动公开\n", "主动公开"),
        ("公开类别：依申请公开", "依申请公开"),
        ("（此件不予公开）", "不予公开"),
        ("信息公开选项：不公开", "不予公开"),
        ("公開屬性：依申請公開", "依申请公开"),
        # words of the body are no mark
        ("41家企业自我声明公开标准，主动公开政策文件12份。", None),
        ("推进政务公开方式创新。", None),
        ("", None),
    ],
)
def test_the_mark_of_a_letter(text: str, mark: str | None) -> None:
    assert disclosure_of(text) == mark
