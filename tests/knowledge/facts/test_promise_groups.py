"""Promise groups: which clauses of a sentence make one promise."""

from datetime import date

import pytest

from knowledge.facts.passages import read_outline
from knowledge.facts.promise_groups import groups_of
from knowledge.reading import read_bytes

DAY = date(2022, 4, 6)


def _groups(sentence: str) -> list[str]:
    text = f"张三代表：\n您提出的建议收悉，现答复如下：\n{sentence}。\n区水利局\n2022年4月6日\n"
    outline = read_outline(read_bytes("letter.txt", text.encode()))
    prose = next(iter(outline.parts("body")))
    groups = groups_of(prose, 0, len(sentence), DAY)
    return [prose.text[one.start : one.end] for one in groups if not one.done]


@pytest.mark.parametrize(
    ("sentence", "promises"),
    [
        # each date begins a promise
        (
            "9月底前修复渠道28公里，11月底前建成水闸2座",
            ["9月底前修复渠道28公里", "11月底前建成水闸2座"],
        ),
        # what is left is promised, not what was done
        (
            "截至3月已完工31座，正在施工11座，剩余4座正在设计，计划10月开工",
            ["剩余4座正在设计，计划10月开工"],
        ),
        # what only announces is none
        ("我局计划分三步实施：第一步，5月中旬前完成排查", ["5月中旬前完成排查"]),
        # nor is what it is about
        (
            "您提出的灯光问题，区供电公司将在9月底前完成改造",
            ["区供电公司将在9月底前完成改造"],
        ),
        # an office with a task of its own begins one, an office that helps does not
        (
            "将于9月底前完成改造，街道办事处负责协调居民",
            ["将于9月底前完成改造", "街道办事处负责协调居民"],
        ),
        ("将于9月底前完成改造，区财政局配合", ["将于9月底前完成改造，区财政局配合"]),
    ],
)
def test_clauses_are_put_together_by_what_they_promise(sentence, promises):
    assert _groups(sentence) == promises
