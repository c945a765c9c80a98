"""Titles: found among the lines of the head, joined when broken."""

import pytest

from knowledge.facts.lines import joined, read_lines
from knowledge.facts.titles import find_title
from knowledge.reading import read_bytes


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "关于区三届人大一次会议第59号建议\n\n办理情况的答复函",
            "关于区三届人大一次会议第59号建议办理情况的答复函",
        ),
        (
            "登录 | 注册\n某局对县十七届人大四次会议第99号建议的答复",
            "某局对县十七届人大四次会议第99号建议的答复",
        ),
        ("某某局文件\n某函〔2023〕41号\n关于第1号建议的答复", "关于第1号建议的答复"),
        ("某县教育局\n关于第27号建议的答复", "某县教育局关于第27号建议的答复"),
        ("索引号：330803\n发布机构：区教育局", ""),
    ],
)
def test_the_title_is_found_and_joined(head, title):
    lines = read_lines(read_bytes("letter.txt", head.encode()))
    found = find_title(lines)

    assert joined(line.folded for line in lines[found.start : found.stop]).text == title
