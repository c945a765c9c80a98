"""Reconciliation: what a person is told to check."""

import pytest

from knowledge.facts import extract
from knowledge.reading import read_bytes

HEAD = "关于区三届人大一次会议第42号建议的答复\n张三代表：\n您提出的《关于停车的建议》（第42号）收悉，现答复如下：\n"
FOOT = "\n区城管局\n2024年5月6日\n"


ROUTES = "附件：承诺事项\n序号\t事项\t时限\t单位\n1\t推出精品线路5条\t2024年9月底前\t县文旅局\n"


def _warnings(body: str, lexicon, head: str = HEAD, foot: str = FOOT) -> str:
    document = read_bytes("letter.txt", (head + body + foot).encode())
    return "\n".join(extract(document, lexicon).warnings)


def test_a_sound_letter_has_no_warnings(lexicon):
    assert _warnings("全区停车场32个，其中公共停车场21个，专用停车场11个。", lexicon) == ""


def test_parts_that_do_not_add_up_are_quoted(lexicon):
    said = _warnings("全区停车场32个，其中公共停车场21个，专用停车场16个。", lexicon)

    assert "分项与总数不一致" in said
    assert "“全区停车场32个，其中公共停车场21个，专用停车场16个。”" in said
    assert "21＋16＝37个" in said


def test_few_parts_of_a_total_are_examples(lexicon):
    assert _warnings("古戏台73座，其中省级5座、市级12座。", lexicon) == ""


def test_title_and_body_with_different_numbers(lexicon):
    said = _warnings("", lexicon, head=HEAD.replace("（第42号）", "（第24号）"))

    assert "“关于区三届人大一次会议第42号建议的答复”为42号" in said
    assert "第24号）收悉，现答复如下：”为24号" in said


@pytest.mark.parametrize(
    ("foot", "words"),
    [
        ("\n区城管局\n2024年2月30日\n", "日期不存在"),
        ("\n区城管局\n2024年月日\n", "落款日期不完整"),
        ("\n区城管局\n", "未找到落款日期"),
    ],
)
def test_a_signature_without_a_day(foot, words, lexicon):
    assert words in _warnings("已完成。", lexicon, foot=foot)


DIFFERENCES = [
    # by when
    ("2024年10月底前推出精品线路5条。", "时限不一致（“2024年10月底前”与“2024年9月底前”）"),
    # how many
    ("2024年9月底前推出精品线路6条。", "数字不一致"),
    # who
    ("2024年9月底前推出精品线路5条，由县体育局负责。", "责任单位不一致（“县体育局”与“县文旅局”）"),
]


@pytest.mark.parametrize(("promise", "words"), DIFFERENCES)
def test_text_and_table_that_differ_are_both_quoted(promise, words, lexicon):
    said = _warnings(f"一、下步举措\n{promise}", lexicon, foot=FOOT + ROUTES)

    assert words in said
    assert f"正文“{promise}”，表中“1 推出精品线路5条 2024年9月底前 县文旅局”" in said


@pytest.mark.parametrize(
    "promise",
    [
        "2024年9月底前推出精品线路5条。",
        "2024年9月30日前推出精品线路5条，由某某县文旅局负责。",
    ],
)
def test_text_and_table_that_agree_give_no_warning(promise, lexicon):
    assert _warnings(f"一、下步举措\n{promise}", lexicon, foot=FOOT + ROUTES) == ""


def test_a_dated_promise_missing_in_the_table_is_quoted(lexicon):
    said = _warnings("一、下步举措\n2024年底前建成停车场8处。", lexicon, foot=FOOT + ROUTES)

    assert "正文承诺“2024年底前建成停车场8处。”（2024年底前）未列入承诺事项表" in said


def test_a_row_of_the_table_that_the_text_does_not_speak_of(lexicon):
    table = "附件：承诺事项\n序号\t事项\t时限\t单位\n1\t建成停车场8处\t2024年9月底前\t区城管局\n2\t开通夜间公交3条\t2024年底\t区交通局\n"
    body = "一、现状\n停车难问题突出。我们多次调研。\n二、下一步\n将于2024年9月底前建成停车场8处。"
    said = _warnings(body, lexicon, foot=FOOT + table)

    assert "第2行“开通夜间公交3条”，正文没有提到" in said
    assert "第1行" not in said


def test_a_figure_of_the_text_and_of_the_table_that_differ(lexicon):
    table = (
        "附件：承诺事项\n序号\t事项\t时限\t单位\n1\t全区万人发明专利达到4件\t2024年12月底\t区局\n"
    )
    body = "一、下一步\n力争2024年12月底全区万人发明专利达到4.2件。"
    said = _warnings(body, lexicon, foot=FOOT + table)

    assert "数字不一致" in said and "4.2件" in said and "达到4件" in said


def test_a_row_due_before_the_letter_was_signed(lexicon):
    table = "附件：承诺事项\n序号\t事项\t时限\t单位\n1\t推出精品线路5条\t2023年9月底前\t县文旅局\n"

    assert "早于落款日期" in _warnings("", lexicon, foot=FOOT + table)
