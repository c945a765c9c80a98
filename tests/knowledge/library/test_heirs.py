"""A promise keeps its key from one edition of a letter or table to the next."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.glossary import Commitment, Deadline, Findings, Place, ReplyLetter, Span
from knowledge.library import Library
from knowledge.library.heirs import with_older_keys

PLACE = Place("1-附-1", "附件", Span(0, 1), Span(0, 1))
LETTER = """关于区三届人大一次会议第{number}号建议办理情况的答复函
某代表：
您提出的建议收悉，现答复如下。
下一步工作打算
{rows}
某区市场监管局
2022年3月1日
"""


def promises(texts: Sequence[str], code: str) -> tuple[Commitment, ...]:
    """Rows of an edition; "甲：建站" is 建站 of unit 甲."""
    found = []
    for row, words in enumerate(texts, 1):
        unit, _, text = words.rpartition("：")
        key = f"{code}-附-{row}"
        found.append(Commitment(text, Deadline("年底"), PLACE, unit_words=unit, row=row, key=key))
    return tuple(found)


@pytest.mark.parametrize(
    ("before", "after", "keys"),
    [
        # nothing changed
        (["建电梯站", "查农贸市场"], ["建电梯站", "查农贸市场"], [1, 2]),
        # a row more at the head
        (["建电梯站", "查农贸市场"], ["训练企业", "建电梯站", "查农贸市场"], ["new", 1, 2]),
        # changed places
        (["建电梯站", "查农贸市场"], ["查农贸市场", "建电梯站"], [2, 1]),
        # a row less
        (["建电梯站", "查农贸市场"], ["查农贸市场"], [2]),
        # marks do not matter, another figure is the same promise
        (["2022年新增知名品牌5个"], ["2022年新增知名品牌 6 个。"], [1]),
        # something else altogether
        (["建电梯站"], ["发放消费补贴三百万元"], ["new"]),
        # equal words are told apart by unit, then by row
        (["甲：开展培训", "乙：开展培训"], ["乙：开展培训", "甲：开展培训"], [2, 1]),
        (["开展培训", "开展培训"], ["开展培训", "开展培训"], [1, 2]),
        # the equal one goes before the like one
        (["新增知名品牌5个"], ["新增知名品牌8个", "新增知名品牌5个"], ["new", 1]),
    ],
)
def test_each_row_continues_the_one_it_was(
    before: list[str], after: list[str], keys: list[int | str]
) -> None:
    found = Findings(ReplyLetter(), commitments=promises(after, "59b"))

    kept = with_older_keys(found, promises(before, "59")).commitments

    assert [one.key for one in kept] == [
        f"59b-附-{row}" if key == "new" else f"59-附-{key}" for row, key in enumerate(keys, 1)
    ]


def test_a_new_row_never_takes_the_key_of_another(tmp_path: Path) -> None:
    found = Findings(ReplyLetter(), commitments=promises(["发放补贴", "建电梯站"], "59"))

    kept = with_older_keys(found, promises(["建电梯站"], "59")).commitments

    assert [one.key for one in kept] == ["59-附-1~", "59-附-1"]


def test_a_corrected_letter_keeps_the_keys_of_its_promises(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    first = ["2022年12月底前新增知名品牌5个。", "2022年10月底前完成全区检查。"]
    path = tmp_path / "letter.txt"

    path.write_text(LETTER.format(number=59, rows="\n".join(first)), encoding="utf-8")
    library.ingest(path)
    before = {one.text: one.key for _, one in library.commitments()}
    path.write_text(LETTER.format(number=59, rows="\n".join(first[::-1])), encoding="utf-8")
    library.ingest(path)
    after = {one.text: one.key for _, one in library.commitments()}

    assert len(before) == 2
    assert after == before
    library.close()
