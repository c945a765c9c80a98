"""Promises: sentences that look ahead, and those that do not."""

from datetime import date

import pytest

from knowledge.facts.passages import read_outline
from knowledge.facts.promises import read_promises
from knowledge.reading import read_bytes

LETTER_DATE = date(2022, 6, 30)


def _promises(body: str):
    text = f"张三代表：\n您提出的建议收悉，现答复如下：\n{body}\n"
    return read_promises(
        read_outline(read_bytes("letter.txt", text.encode())), LETTER_DATE, "区城管局"
    )


@pytest.mark.parametrize(
    ("sentence", "text", "latest"),
    [
        ("湖滨路停车场计划2022年国庆节前投用。", "湖滨路停车场投用", "2022-09-30"),
        ("我局将于9月底前建成充电站12座。", "建成充电站12座", "2022-09-30"),
        ("2022年9月底前，在3家集市设置公平秤。", "在3家集市设置公平秤", "2022-09-30"),
        ("力争年底前新建公园4个，由我局牵头，市园林局配合。", "新建公园4个", "2022-12-31"),
        (
            "事项：增配营养师；目标：3名；时限：2022年9月；责任人：宋词。",
            "增配营养师",
            "2022-09-30",
        ),
        ("第四季度前装门锁1988把。", "装门锁1988把", "2022-09-30"),
        ("新设信号灯，最迟9月15日启用。", "新设信号灯，启用", "2022-09-15"),
        (
            "在粮库院内建落客区，时间是明年3月，我局疏导。",
            "在粮库院内建落客区，我局疏导",
            "2023-03-31",
        ),
        ("每月至少巡查1次，长期坚持。", "每月至少巡查1次，长期坚持", None),
        ("待资金到位后，启动二期改造工程。", "待资金到位后，启动二期改造工程", None),
    ],
)
def test_a_promise_is_said_without_its_day_and_speaker(sentence, text, latest):
    (promise,) = _promises(sentence)

    assert promise.text == text
    assert str(promise.deadline.latest) == str(latest)


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年新增泊位1360个，开放停车场43家。",
        "截至2022年5月，全市共有停车场41个。",
        "我局已将该项目列入2022年计划。",
        "感谢您今后继续关心我们的工作。",
    ],
)
def test_what_was_done_is_no_promise(sentence):
    assert _promises(sentence) == ()


def test_several_promises_in_one_sentence_are_several():
    found = _promises(
        "甲停车场计划国庆节前投用，乙停车场计划明年5月投用；丙停车场力争2023年底前投用。"
    )

    assert [one.text for one in found] == ["甲停车场投用", "乙停车场投用", "丙停车场投用"]


def test_who_is_named_is_responsible_and_else_the_agency():
    named, own = _promises("长期开展违停整治，由市公安局负责；年内新建公园4个。")

    assert (named.unit_words, own.unit_words) == ("市公安局", "区城管局")


def test_the_office_a_sentence_ends_with_has_all_its_promises():
    promises = _promises("首批120套8月份交付，余下的112套年底前交付，由城投公司施工。")

    assert [promise.units for promise in promises] == [("城投公司",), ("城投公司",)]


def test_under_next_steps_every_sentence_is_a_promise():
    found = _promises("一、下一步工作\n加强对经营者的宣传和引导工作。")

    assert [(one.text, one.strength) for one in found] == [
        ("加强对经营者的宣传和引导工作", "仅表态")
    ]


def test_keys_name_passage_and_count():
    found = _promises("年内新建公园4个。明年5月建成停车场2处。")

    assert [one.key.split("-", 1)[1] for one in found] == ["0-1-c1", "0-1-c2"]
