"""Questions on the made-up letters of other layouts: who, by when, how many, and what they do not say."""

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
    ],
)
def test_what_the_letter_says_is_answered(read, letter, asked, said):
    reply = Dialogue(read(letter)).reply_to(message(asked, NOW))

    assert reply.kind == "answer"
    assert said in reply.headline


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
    ],
)
def test_what_it_does_not_say_is_not_answered(read, letter, asked):
    assert Dialogue(read(letter)).reply_to(message(asked, NOW)).kind == "unknown"
