"""Plain words that ask for the ledger, and those that only look so. The real letter stands behind
none.
"""

from collections.abc import Callable

import pytest

from assistant.reminders.commands.spoken import Spoken, asks_state, number_asked, spoken

BORNE: Callable[[str], bool] = {"区市场监管局", "商标", "第59号", "我"}.__contains__


@pytest.mark.parametrize(
    ("text", "listed", "scope"),
    [
        ("30天内到期的有哪些", "30天内", ""),
        ("30天内到期的", "30天内", ""),
        ("未来两周内到期的承诺有哪些？", "14天内", ""),
        ("半个月内要完成的有哪些", "15天内", ""),
        ("本月到期的承诺", "本月", ""),
        ("请问下个月到期的有哪些呢？", "下月", ""),
        ("这周到期的有几项", "本周", ""),
        ("未来30天要到期的承诺有哪些", "30天内", ""),
        ("下周有哪些承诺要到期", "下周", ""),
        ("这个月有几项承诺到期", "本月", ""),
        ("今天到期的有哪些", "今天", ""),
        ("明天到期的承诺有哪些", "明天", ""),
        ("7日内到期的承诺", "7天内", ""),
        ("逾期的有哪些", "逾期", ""),
        ("有多少承诺已经逾期", "逾期", ""),
        ("哪几项承诺超期了", "逾期", ""),
        ("承诺兑现了几项", "已兑现", ""),
        ("没办完的承诺有哪些", "未销号", ""),
        ("哪些承诺没写明时限", "无明确时限", ""),
        ("最近快到期的承诺", "临期", ""),
        ("有没有超期的承诺", "逾期", ""),
        ("到期没完成的有哪些", "逾期", ""),
        ("区市场监管局有哪些逾期的承诺", "逾期", "区市场监管局"),
        ("第59号有哪些承诺逾期了", "逾期", "第59号"),
        ("我的承诺有哪些逾期了", "逾期", "我"),
        ("快到期的有哪些", "临期", ""),
        ("最近有哪些要到期", "临期", ""),
        ("超期未办结的有哪些", "逾期", ""),
        ("商标名下有哪些逾期承诺", "逾期", "商标"),
        ("哪些承诺被推迟了", "顺延", ""),
        ("接下来一周到期的有哪些", "7天内", ""),
        ("哪些还没到期", "未到期", ""),
        ("已兑现的有哪些", "已兑现", ""),
        ("哪些承诺已经完成了", "已兑现", ""),
        ("商标的承诺有哪些兑现了", "已兑现", "商标"),
        ("还没兑现的有哪些", "未销号", ""),
        ("未完成的承诺有哪些", "未销号", ""),
        ("有哪些承诺顺延了", "顺延", ""),
        ("列一下部分兑现的承诺", "部分兑现", ""),
        ("没有明确时限的有哪些", "无明确时限", ""),
        # no time named: what has fallen due, what is left
        ("到期的承诺有哪些", "逾期", ""),
        ("有没有到期的承诺", "逾期", ""),
        ("哪些承诺到期了", "逾期", ""),
        ("还有哪些没完成", "未销号", ""),
        ("还有哪几项没办完", "未销号", ""),
        ("最近要到期的", "临期", ""),
    ],
)
def test_words_that_ask_for_the_ledger(text: str, listed: str, scope: str) -> None:
    assert spoken(text, BORNE) == Spoken(listed, scope)


@pytest.mark.parametrize(
    "text",
    [
        # no list is asked for
        "注册商标的承诺到期了没有？",
        "今天离承诺到期还有几天？",
        "现在是不是已经超期了？",
        # 完成 of what is no promise
        "完成的有哪些",
        "完成了哪些专利申请",
        "没完成的标准有哪些",
        # something is left over that no commitment bears
        "今年兑现奖励的发展事项有多少件？",
        "有哪些专利快到期了",
        "哪些承诺在今年6月底前到期？",
        # nothing about a state
        "有哪些承诺？",
        "30天内来了多少人",
        "未来三年有哪些打算",
        "今天来了哪些代表",
        "年底前到期的承诺有哪些",
        "有哪些承诺完成不了",
        "哪些企业逾期缴费",
        "有哪些承诺在12月完成",
    ],
)
def test_words_that_only_look_so(text: str) -> None:
    assert spoken(text, BORNE) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("承诺2兑现了吗", 2),
        ("承诺2怎么样了？", 2),
        ("承诺12到什么程度了", 12),
        ("承诺2", 2),
        ("承诺2022年完成吗", None),
        ("承诺2到期续展率是多少", None),
    ],
)
def test_one_commitment_by_its_number(text: str, number: int | None) -> None:
    assert number_asked(text) == number


def test_the_state_comes_first_only_where_it_is_asked() -> None:
    assert asks_state("商标的承诺兑现了吗")
    assert not asks_state("商标的承诺什么时候到期")
    assert not asks_state("有哪些承诺")
