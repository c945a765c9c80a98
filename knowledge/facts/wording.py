"""Wording: what a promise says without its number, speaker, date and who is to do it."""

import re

from knowledge.facts.lines import cut, joined, shown
from knowledge.glossary import Deadline, Document
from knowledge.words.folding import Folded

NUMBERED = re.compile(
    r"^(?:【[^】]{2,12}】|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]+(?:是|要|方面)|首先|其次|再次|最后|同时|此外|另外|下一?步|接下来|今后|其中|并且|并|也|第[一二三四五六]|[①-⑩]|（[一二三四五六\d]+）)[，、：]?"
)
_SPEAKER = re.compile(r"^我(?:局|委|办|院|厅|中心|区|县|市|们)(?:将)?(?:继续|进一步)?")
_MODAL = r"(?:将|计划|力争|争取|拟|预计|确保|打算|承诺|要)?"
_PLAN_TO = re.compile(
    r"，由[^，。；]{2,30}?(?:牵头|负责|配合|落实|实施|组织|协助)[^，。；]{0,6}(?:，[^，。；]{2,20}(?:配合|协助|参与))?$"
)
_ASSIGNED = re.compile(
    r"；[\u4e00-\u9fff、]{2,30}(?:局|委|办|中心|街道|公司|政府|科|镇|乡)$|。?（[\u4e00-\u9fff、]{2,30}(?:局|委|办|中心|街道|公司|政府)(?:，[^）]{2,20})?）$|。?（(?:责任|牵头|主办|完成|时限|落实)[^）]*）|[，；。]?(?:责任|牵头|主办)(?:单位|部门|科室)[：:为].*$"
)
_EDGES = re.compile(r"，完成$|^[，、；]|^(?:将|计划|力争|拟|预计)(?!于)|[，、；。]$")
_SHORTEST = 4  # characters; less says nothing and stays as it was


def wording_of(document: Document, folded: Folded, deadline: Deadline | None) -> str:
    """The promise as printed: 湖滨路停车场计划2022年国庆节前投用 -> 湖滨路停车场投用.

    Without a deadline given, its words stay; so do bare years, rhythms and conditions.
    """
    said = _without(_without(folded, NUMBERED), _ASSIGNED)
    if deadline and (deadline.latest or deadline.earliest) and deadline.precision != "year":
        dated = rf"{_MODAL}(?:于|在|到|至)?{re.escape(deadline.words)}{_MODAL}，?"
        said = _without(said, re.compile(dated))
    for pattern in (_PLAN_TO, _SPEAKER, _EDGES, _EDGES):
        said = _without(said, pattern)
    return shown(document, said if len(said.text) >= _SHORTEST else folded)


def _without(folded: Folded, pattern: re.Pattern[str]) -> Folded:
    """A folded text without the first place where the pattern matches."""
    found = pattern.search(folded.text)
    return joined((cut(folded, 0, found.start()), cut(folded, found.end()))) if found else folded
