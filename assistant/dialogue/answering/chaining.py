"""一共呢, 差多少, 哪个多: reckoning with the figures of the turns before, when nothing else is named."""

import re
from collections.abc import Sequence

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.comparing import compare
from assistant.dialogue.answering.computing import difference, share
from assistant.dialogue.answering.reckoning import value
from assistant.dialogue.answering.saying import label, unit_of, value_of
from assistant.dialogue.answering.sums import add_up
from assistant.dialogue.answering.wanted import measure_of
from knowledge import Evidence, Indicator

MOST = 4  # figures that are kept
_THEY = r"(?:那么?|这|它们|他们|以上|上面)*(?:[两三四几二][个项家件者种类组样边]?)?(?:数字?|东西)?(?:之?间)?(?:都|全部)?"
_MANY = r"(?:了|是|有|为)*(?:多少|几|好多|多大)?[个件家项名人]?(?:呢|啊|呀|吗)?"
_SUM = re.compile(
    rf"{_THEY}(?:一共|总共|共|合计|总计|相加|加(?:起来|在一起|到一起|一起|一块)|合起来|合在一起)+{_MANY}"
)
_GAP = re.compile(rf"{_THEY}(?:相差|差距?|差了){_MANY}")
_MORE = re.compile(
    rf"{_THEY}(?:比起来)?(?:哪一?[个家边项类种者]|谁)(?:更|要|比较)?[多少高低大小](?:一?些|一?点)?(?:呢|啊|呀)?"
)
_SHARE = re.compile(
    r"(?:那么?|它|这(?:个|部分)?|大概|大约)*占(?:了|比|总数的?|总量的?|全部的?|其中的?|整体的?|的?比例)*(?:是|有|为|的)*"
    r"(?:多少|几成|百分之几|百分之多少|多大比例|多大)?(?:呢|啊|呀|吗)?|(?:那么?)?(?:它的|所占)?比例(?:呢|是多少|多大|有多大)?"
)
_COUNTS = frozenset({"存量", "数量", "累计"})


def answer_chained(text: str, figures: Sequence[Evidence]) -> Answer | None:
    """The figures last said reckoned together, where the message names none itself."""
    text = text.strip("？。！，? ")
    if _SUM.fullmatch(text) and _may_be_added(figures):
        return add_up(list(figures))
    if len(figures) < 2:
        return None
    if _SHARE.fullmatch(text):
        return _share(figures)
    one, other = figures[-2:]
    if _GAP.fullmatch(text):
        return difference(one, other)
    if _MORE.fullmatch(text) and unit_of(one) == unit_of(other):
        return compare(text, sorted((one, other), key=value, reverse=True))
    return None


def _share(figures: Sequence[Evidence]) -> Answer | None:
    """The figure last said, in hundredths of its total that was said before."""
    part = figures[-1]
    total = part.fact.total if isinstance(part.fact, Indicator) else None
    whole = next((row for row in figures if total and label(row) == total), None)
    return share(part, whole) if whole else None


def chained(before: Sequence[Evidence], said: Answer, *, leans: bool) -> tuple[Evidence, ...]:
    """The figures said one after the other; a question of another kind of thing begins anew."""
    row = said.focus[0] if len(said.focus) == 1 else None
    if row is None or value_of(row) is None or said.kind not in ("answer", "computed"):
        return tuple(before) if leans else ()
    same = bool(before) and unit_of(before[-1]) == unit_of(row)
    kept = [other for other in before if other.fact is not row.fact] if leans or same else []
    return (*kept, row)[-MOST:]


def _may_be_added(figures: Sequence[Evidence]) -> bool:
    """No whole with its part, no increase with what it is part of."""
    measures = {_class_of(row) for row in figures}
    units = {unit_of(row) for row in figures}
    names = {label(row) for row in figures}
    wholes = {row.fact.total for row in figures if isinstance(row.fact, Indicator)}
    return len(figures) > 1 and len(measures) == len(units) == 1 and not names & wholes


def _class_of(row: Evidence) -> str:
    measure = measure_of(row)
    return "存量" if measure in _COUNTS else measure
