"""Questions on the made-up letters of other layouts: who, by when, how many, and what they do not
say.
"""

from datetime import datetime, timedelta, timezone
from functools import cache

import pytest

from assistant.dialogue import Dialogue
from knowledge import Library
from tests.assistant.dialogue.conftest import message
from tests.knowledge.facts.letters import FOLDER

NOW = datetime(2024, 6, 20, 9, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory):
    """The library of one letter, each read once."""

    @cache
    def library(name: str) -> Library:
        library = Library(tmp_path_factory.mktemp(name))
        list(library.ingest_all([FOLDER / f"{name}.txt"]))
        return library

    return library


@pytest.mark.parametrize(
    ("letter", "asked", "said"),
    [
        ("measures_pipe_sewage", "停运设施谁来修", "凤山镇人民政府"),
        ("joint_sections_flood", "用地调查由谁完成", "省自然资源厅"),
        ("run_in_heat_supply", "配套资金谁出", "区财政局"),
        ("unnumbered_date_dotted_library", "运行经费由谁研究", "县财政局"),
        ("wrapped_scenic_forest", "户均增收多少", "4300元"),
        ("wrapped_scenic_forest", "护林员多久巡查一遍", "每半月"),
        ("promises_only_property", "业委会组建率", "46.3%"),
        # the head of the sentence is what all its figures are about
        ("handling_form_roads", "北环路现有路灯多少盏", "96盏"),
        ("pipe_table_water", "规模化供水工程覆盖了多少人口", "48.6万人"),
        ("measures_pipe_sewage", "凤山镇多少个村建了污水处理设施", "11个"),
        ("joint_emergency_report", "高层建筑多少栋", "347栋"),  # those looked at are not all
        # money asked for needs no word for it
        ("measures_pipe_sewage", "2023年以来投了多少钱治理污水", "3,460万元"),
        ("comments_merged_elderly", "新食堂面积多大", "420平方米"),
        ("run_in_heat_supply", "20年以上的老管网有多少公里", "53公里"),
    ],
)
def test_what_the_letter_says_is_answered(read, letter, asked, said):
    reply = Dialogue(read(letter)).reply_to(message(asked, NOW))

    assert reply.kind == "answer"
    assert said in reply.headline


@pytest.mark.parametrize(
    ("letter", "asked", "said"),
    [
        # by the department that has to do it, or that helps
        ("spaced_table_bus", "市公交公司要办哪些事", ("城际公交", "夜班车")),
        ("pipe_table_water", "市卫健委配合做哪项工作", ("水质抽检",)),
        ("proposal_committee_metro", "市公交集团要配合做哪些事", ("微循环", "公交站台")),
        # by the time it falls due
        ("merged_units_housing", "2022年四季度要建立什么机制", ("联审机制",)),
        ("pipe_table_water", "2025年6月底要完成哪件事", ("老旧管网",)),
        ("spaced_table_bus", "10月中旬前要完成什么", ("候车亭",)),
        # by the heading of reasons
        ("run_in_heat_supply", "主要原因有哪些", ("管网老化", "资金不足")),
        ("measures_pipe_sewage", "为什么不能马上解决", ("管网缺口", "资金缺口")),
        # with the number named
        ("measures_pipe_sewage", "新建40公里管网后还缺多少公里", ("86公里",)),
        ("run_in_heat_supply", "改造25公里大概要花多少钱", ("10500万元",)),
    ],
)
def test_what_is_asked_by_unit_day_reason_or_number_is_found(read, letter, asked, said):
    reply = Dialogue(read(letter)).reply_to(message(asked, NOW))

    assert reply.kind in ("answer", "list", "computed")
    assert [one for one in said if one not in reply.text] == []


@pytest.mark.parametrize(
    ("letter", "asked"),
    [
        ("merged_units_housing", "邮政编码"),  # a curated word is no slip
        ("sections_ledger_kindergarten", "民办幼儿园有多少所"),  # … nor are two real words
        ("measures_pipe_sewage", "第三方运维公司是哪家"),
        ("measures_pipe_sewage", "凤山镇有多少人口"),
        ("unnumbered_date_dotted_library", "建议是第几号"),
        ("unnumbered_date_dotted_library", "图书馆有多少工作人员"),
        ("run_in_heat_supply", "三期改造多少公里"),  # the letter knows a second phase
        ("comments_merged_elderly", "80岁以上老人有多少"),
        ("tabbed_ledger_tax", "大企业减税多少亿元"),
        ("handling_form_roads", "北环路有多宽"),  # its length is known
        ("wide_table_commerce", "便利店离目标还差几家"),  # the goal is no gap
        ("merged_units_housing", "新增80部以后一共有多少部扶梯"),
        ("run_in_heat_supply", "两期一共改造多少公里"),  # one of two is not both
        ("spaced_table_bus", "甲区公交线路有多少条"),
        ("spaced_table_bus", "全市有几辆公交车"),  # those to be renewed are not all of them
        ("unnumbered_date_dotted_library", "西门公园的书房什么时候建成"),  # not 东门公园
    ],
)
def test_what_it_does_not_say_is_not_answered(read, letter, asked):
    assert Dialogue(read(letter)).reply_to(message(asked, NOW)).kind == "unknown"
