"""Columns: names -> what they are about."""

import pytest

from knowledge.facts.columns import column_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("序号", "seq"),
        ("承诺事项具体内容（分项列出）", "what"),
        ("重点任务", "what"),
        ("承诺落实时间", "when"),
        ("完成时限", "when"),
        ("到期日", "when"),
        ("责任单位", "who"),
        ("牵头部门", "who"),
        ("配合单位", "support"),
        ("完成情况", "progress"),
        ("责任人", "person"),
        ("目标值", "target"),
        ("备注", "note"),
        ("2022年目标", None),
        ("大足冬菜", None),
    ],
)
def test_a_column_is_known_by_its_name(name, kind):
    assert column_kind(name) == kind
