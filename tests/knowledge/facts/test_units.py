"""Units: who is responsible."""

import pytest

from knowledge.facts.units import assigned_in, split_units, unit_in


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("区市场监管局、区科技局", ("区市场监管局", "区科技局")),
        ("区商务委和区财政局", ("区商务委", "区财政局")),
        ("区市场监管局及相关行业主管部门", ("区市场监管局及相关行业主管部门",)),
        ("市疾控局市教育局", ("市疾控局", "市教育局")),
        ("区水务局区城投集团", ("区水务局", "区城投集团")),
        ("各县（市、区）文旅局、市文化馆", ("各县（市、区）文旅局", "市文化馆")),
        ("—", ()),
    ],
)
def test_a_cell_is_split_into_units(cell, units):
    assert split_units(cell) == units


@pytest.mark.parametrize(
    ("sentence", "unit", "named"),
    [
        ("长期开展整治，由市公安局交警支队负责", "市公安局交警支队", True),
        ("新增泊位8000个，由我局牵头", "", True),
        ("推行公示，由市发改委配合", "", False),
        ("运行经费纳入预算，由县财政局研究", "县财政局", True),
        ("新增托位600个（区教育局、区卫健局，2024年8月）", "区教育局、区卫健局", True),
        ("区财政局落实配套资金", "区财政局", True),
        ("县财政局：落实配套资金", "县财政局", True),
        ("落实资金，责任单位为县财政局，2024年3月底前到位", "县财政局", True),
        ("落实资金（县财政局牵头，2024年3月底前完成）", "县财政局", True),
        ("县公安局交警大队牵头，完成标线施划，县城管局配合", "县公安局交警大队", True),
        ("修订条例；2023年内；市司法局、南湖办", "市司法局、南湖办", True),
        ("省自然资源厅于一季度前完成调查", "省自然资源厅", True),
        ("拟会同县财政局于年底前出台办法", "", False),
        ("市医保局拟于三季度调整目录", "市医保局", True),
        ("由市住建局把北段拓宽为四车道", "市住建局", True),
        ("报酬增加到8000元，由县财政局列入预算", "县财政局", True),
        ("公交公司新开专线3条", "公交公司", True),
        ("维修112套，由城投物业公司施工", "城投物业公司", True),
        ("接管建成，过渡期由区水务局每周二送水", "区水务局", True),
        ("逐步更新老旧器材", "", False),
        ("开展展演60场，由市文化馆负责", "市文化馆", True),
        ("培育文艺队伍2支，各县（市、区）文旅局负责", "各县（市、区）文旅局", True),
        ("再建驿站60个（市总工会牵头，各区县配合，9月底前）", "市总工会", True),
        ("区供电公司将完成改造，街道办事处负责协调", "区供电公司", True),
    ],
)
def test_a_sentence_names_who_is_responsible(sentence, unit, named):
    assert unit_in(sentence) == (unit, named)


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("由区园林绿化中心实施，我局负责验收", "区园林绿化中心"),
        ("市财政局牵头，市人社局配合", "市财政局"),
        ("由我局负责", ""),
        # more than who does it
        ("由区园林绿化中心新建步道12公里", None),
        ("区财政局落实资金300万元", None),
    ],
)
def test_a_sentence_that_only_says_who_is_told_from_others(sentence, unit):
    assert assigned_in(sentence) == unit
