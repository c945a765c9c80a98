"""Telling: sentences of the made-up letters that tell a place, a time, a payment; and those that do
not.
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
        # how long, no day
        ("proposal_committee_metro", "早高峰接驳车要等多久", "11.5分钟"),
        ("tabbed_ledger_tax", "现在办税平均要多长时间", "11分钟"),
        # at what o'clock, on which day of the week
        ("joint_transposed_barrierfree", "图书馆几点开门", "8:30"),
        ("joint_transposed_barrierfree", "视障阅览室星期几关门", "周一"),
        # how many have to agree
        ("lead_and_support_elevators", "装电梯要多少业主同意", "三分之二"),
        # whom to call about a thing
        ("asked_and_answered_gigs", "干活不给钱找谁", "12333"),
        # in everyday words
        ("braced_promises_dogs", "低保户的狗打针收费吗", "免费"),
        ("run_in_heat_supply", "老旧管子有多少公里", "87.6公里"),
        # of what the paragraph has named before
        ("asked_and_answered_gigs", "社保补贴在哪办", "便民服务中心"),
        # who helps, and who has the lead
        ("proposal_committee_metro", "迁移公交站台谁配合", "市公交集团"),
        ("prose_party_parcels", "主办单位是谁", "市商务局"),
        ("braced_promises_dogs", "会办单位有哪些", "市城管局"),
        ("joint_transposed_barrierfree", "手语热线的配合单位", "市卫生健康委"),
        ("fullwidth_pipes_garbage", "投放点改造的配合单位是谁", "兰江街道、云山街道"),
        # what comes of it, which way
        ("two_notes_reservoir", "管护员不来会怎样", "解聘"),
        ("old_spacing_bus_lanes", "单行是往哪个方向", "由南向北"),
        # how long an answer takes, no year
        ("ferry_transport", "投诉多少天有回音", "7个工作日"),
        # where
        ("unnumbered_date_dotted_library", "首批书房建在哪", "县文化馆旧址"),
        # what each is paid, told for each
        ("traditional_cells_health", "村医一年补多少钱", "2.16万元"),
    ],
)
def test_the_sentence_that_tells_it_is_the_answer(read, letter, asked, said):
    reply = Dialogue(read(letter)).reply_to(message(asked, NOW))

    assert reply.kind == "answer"
    assert said in reply.headline
    assert reply.citations


@pytest.mark.parametrize(
    ("letter", "asked"),
    [
        # what all of them took in is not what one of them costs
        ("mismatch_tourism", "民宿一晚多少钱"),
        ("traditional_culture", "每座古戏台修缮多少钱"),
        ("units_below_school", "宿舍楼总投资多少"),
        # another line, another side, another office
        ("proposal_committee_metro", "4号线什么时候通车"),
        ("dashes_deadlines_lunch", "南片中心厨房建在哪"),
        ("prose_party_parcels", "邮政公司的联系电话"),
        # a day is no time that it takes
        ("old_spacing_bus_lanes", "现在过云门山路要几分钟"),
        # another size
        ("two_notes_reservoir", "大型水库有多少座"),
        # the kind of thing is there, no name of one
        ("promises_only_property", "黑榜上有哪些企业"),
    ],
)
def test_a_sentence_without_what_is_asked_for_is_no_answer(read, letter, asked):
    reply = Dialogue(read(letter)).reply_to(message(asked, NOW))

    assert reply.kind == "unknown"
