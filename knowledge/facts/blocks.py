"""Blocks: what lines beside one another make, and how a block of them begins and ends.

Small questions of `passages.py`, which takes a document apart from top to bottom.
"""

import re
from collections.abc import Sequence

from knowledge.facts.codes import Draft
from knowledge.facts.flattened import Grid
from knowledge.facts.headings import ORDER, Mark, mark_of
from knowledge.facts.lines import Line, delimited
from knowledge.facts.wording import NUMBERED
from knowledge.facts.zones import is_agency
from knowledge.glossary import Span
from knowledge.words.folding import Folded

CLOSING = re.compile(
    r"感谢|此(?:答复函?|复函|函|件)?已?经.{0,12}(?:审签|审定|签发|审核|同意)|^(?:此复|专此|特此|此致|敬礼|以上(?:答复|回复|意见))"
    r"|^对以上答复|满意|回执|宝贵意见|^祝|^(?:希望|欢迎|恳请|盼|今后)|多提|继续(?:关心|关注|支持)|如有(?:不同|其他)?意见"
)

_UNNUMBERED = re.compile(r"(?!附件?|注|此致|敬礼)[\u4e00-\u9fff“”《》、（）？\dA-Za-z]{2,24}：?")
_TALKS = re.compile(r"\d|：$|^[您你我本现]")
_LONGEST_BARE = 20  # characters of a heading that nothing but its place gives away


def leave_nothing(text: str, drafts: list[Draft]) -> None:
    """Gives page numbers and rules between passages to the passage before them."""
    edges = [draft.span.start for draft in drafts[1:]] + [len(text)]
    for at, (draft, edge) in enumerate(zip(drafts, edges, strict=True)):
        left = text[draft.span.end : edge].rstrip()
        if left.strip():
            draft.span = Span(draft.span.start, draft.span.end + len(left))
        if not at and text[: draft.span.start].strip():
            draft.span = Span(0, draft.span.end)


def begins_with(pieces: Sequence[Grid | list[Line]]) -> str:
    """The first words of what follows; nothing at the end of the body."""
    if not pieces:
        return ""
    piece = pieces[0]
    return "表" if isinstance(piece, Grid) else piece[0].text


def is_unnumbered_heading(
    piece: Sequence[Line], above: Sequence[Grid | list[Line]], below: Sequence[Grid | list[Line]]
) -> bool:
    """Whether a paragraph is a heading by its looks: ★ 房源底数, or 基本情况 alone above a paragraph.

    Items of a list that all begin with one bullet are none.
    """
    line, text = piece[0], piece[0].text
    if len(piece) > 1 or not below or not _UNNUMBERED.fullmatch(text):
        return False
    if mark_of(text) or is_agency(text) or CLOSING.search(text.removeprefix("今后")):
        return False
    following = below[0]
    if line.symbol:
        return isinstance(following, Grid) or following[0].symbol != line.symbol
    if isinstance(following, Grid) or len(text) > _LONGEST_BARE or _TALKS.search(text):
        return False
    said = "".join(one.text for one in following)
    ended = not above or isinstance(above[0], Grid) or above[0][-1].text[-1:] in "。！？：；"
    return ended and ("。" in said or mark_of(said) is not None or bool(following[0].symbol))


def begins_item(text: str) -> bool:
    """Whether a line of an attachment begins an item: 1.建站7个, or 落实事项：建站7个."""
    return mark_of(text) is not None or NUMBERED.match(text) is not None and "：" in text[:8]


def ends_list(mark: Mark, following: str) -> bool:
    """Whether a full sentence behind a number is an item: nothing of its own follows it."""
    after = mark_of(following)
    if after is not None:
        return ORDER.index(after.kind) <= ORDER.index(mark.kind)
    return not following or bool(CLOSING.search(following)) and len(following) < 160


def around(lines: Sequence[Line]) -> Span:
    """From the first character of some lines to the last."""
    return Span(lines[0].span.start, lines[-1].span.end)


def distinct(row: Sequence[Folded]) -> list[Folded]:
    """The cells of a row without empty ones and those merged with the cell before."""
    return [
        cell
        for at, cell in enumerate(row)
        if cell.text and (not at or cell.places != row[at - 1].places)
    ]


def stacked(lines: Sequence[Line]) -> Folded:
    """Lines one below another, their ends kept."""
    return delimited([line.folded for line in lines], "\n")


def ends_attachment(text: str) -> bool:
    """Whether a line below a table belongs to the letter again: 联系人：…, 抄送：…"""
    return bool(
        re.match(
            r"^[（(]?(?:联系人|联系电话|抄送|公开属性|【?打印|【?关闭|扫一扫|上一|下一|责任编辑)",
            text,
        )
    )
