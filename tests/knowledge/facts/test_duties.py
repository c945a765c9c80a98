"""Duties: who and by when, said by labels behind or below a promise."""

import pytest

from knowledge.facts.duties import begins_duty, find_duties


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # in brackets, in either order
        (
            "完成改造420公里（牵头单位：市交通局；配合单位：市财政局）",
            [("who", "市交通局"), ("support", "市财政局")],
        ),
        (
            "新建端口5000个（完成时限：2024年12月；责任单位：区住建局、区国资公司）",
            [("when", "2024年12月"), ("who", "区住建局、区国资公司")],
        ),
        # on lines of their own
        (
            "改造旱厕17座。\n责任单位：县教体局\n完成时限：6月底",
            [("who", "县教体局"), ("when", "6月底")],
        ),
        # behind the full stop; a comma with a date behind it ends the names
        (
            "落实资金。责任单位为县财政局，2024年3月底前到位",
            [("who", "县财政局")],
        ),
        # brackets inside a name
        ("集中整治（责任单位：各县（区）政府）", [("who", "各县（区）政府")]),
        # by when and who in brackets at the end, without labels
        (
            "新建厨房1座（10月20日之前，县国投公司承建，县教体局监督）",
            [("when", "10月20日之前"), ("who", "县国投公司")],
        ),
        # a line of labels
        (
            "事项：增配营养师；目标：3名；时限：2024年3月",
            [("target", "3名"), ("when", "2024年3月")],
        ),
        ("建中心仓，目标是年底开工", []),
        # said in a sentence
        ("安装雷达，责任单位是区港航中心", [("who", "区港航中心")]),
        ("改造渠道，项目法人为县移民中心。", [("who", "县移民中心")]),
        # no label
        ("压实责任单位的主体责任", []),
    ],
)
def test_labelled_values_are_found_with_their_kind(text, values):
    found = find_duties(text, 0, len(text))

    assert [(one.kind, text[one.start : one.end]) for one in found] == values


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("责任单位：县教体局", True),
        ("（完成时限：6月底）", True),
        ("责任单位要加强管理", False),
        ("单位：市水务集团", True),
        ("单位：万元", False),
        ("责任单位均为县医保局", True),
    ],
)
def test_a_label_begins_a_duty_and_a_word_does_not(text, begins):
    assert begins_duty(text) is begins
