"""Hostile text: what no clerk wrote is read all the same, without an endless search."""

import pytest

from knowledge.facts import extract
from knowledge.reading import read_bytes


@pytest.mark.parametrize(
    "text",
    [
        "局委办" * 200 + "。",
        "张三、" * 4000 + "代表：",
        "（一" * 5000,
        "联系人：" * 3000,
        "第一届" * 2000,
    ],
    ids=["agencies", "names", "brackets", "labels", "sessions"],
)
def test_repeated_words_are_read_to_the_end(text, lexicon):
    document = read_bytes("letter.txt", text.encode())

    findings = extract(document, lexicon)

    assert findings.passages[-1].span.end >= len(document.text.rstrip())
