"""Wording: what a promise says without its number, speaker, date and who is to do it."""

import re
from functools import cache

from knowledge.facts.curated import any_of
from knowledge.facts.lines import cut, joined, shown
from knowledge.facts.units import names_of_units
from knowledge.glossary import Deadline, Document
from knowledge.words.folding import Folded

NUMBERED = re.compile(
    r"^(?:【[^】]{2,12}】|[—–●■◆★•·▪➢-]+|(?:我局)?答复?：|(?:承诺|工作|办理|具体|落实|整改|推进)?(?:事项|任务|举措|内容|措施)：|在[\u4e00-\u9fff]{2,8}(?:方面|上|中)，|\d{1,2}[.、](?!\d)|[a-hA-H][.、）] ?|[一二三四五六七八九十]+(?:是|要|方面)|首先|其次|再次|最后|同时|此外|另外|下一?步|接下来|今后|其中|并且|并|也|第[一二三四五六七八九十]步?(?![季届期批次类阶部])|[①-⑩]|（[一二三四五六\d]+）)[，、：]?"
)
_SPEAKER = re.compile(r"^我(?:局|委|办|院|厅|中心|区|县|市|们)(?:将)?(?:继续|进一步)?")
_MODAL = r"(?:时间(?:是|为|定在)|最[迟晚](?:不超过)?|将|计划|力争|争取|拟|预计|确保|打算|承诺|要)?"
_EDGES = re.compile(r"，完成$|（(?:完成)?$|^[，、；]|^(?:将|计划|力争|拟|预计)(?!于)|[，、；。]$")
_SHORTEST = 4  # characters; less says nothing and stays as it was


def wording_of(document: Document, folded: Folded, deadline: Deadline | None) -> str:
    """The promise as printed: 湖滨路停车场计划2022年国庆节前投用 -> 湖滨路停车场投用.

    Without a deadline given, its words stay; so do bare years, rhythms and conditions.
    """
    said = _without(_without(folded, NUMBERED), _assigned())
    if deadline and (deadline.latest or deadline.earliest) and deadline.precision != "year":
        dated = rf"（{re.escape(deadline.words)}）|{_MODAL}(?:于|在|到|至)?{re.escape(deadline.words)}{_MODAL}，?"
        said = _without(said, re.compile(dated))
    for pattern in (_planned(), _SPEAKER, _EDGES, _EDGES):
        said = _without(said, pattern)
    return shown(document, said if len(said.text) >= _SHORTEST else folded)


@cache
def _planned() -> re.Pattern[str]:
    """，由X牵头，Y配合 or ，X负责 at the end."""
    charge, tasks = any_of("offices", "charge"), any_of("offices", "charge", "tasks")
    helped = rf"(?:，[^，。；]{{2,20}}{any_of('offices', 'help')})?$"
    return re.compile(
        rf"，(?:由[^，。；]{{2,40}}?{tasks}[^，。；]{{0,6}}|{names_of_units()}(?:共同)?{charge}){helped}"
    )


@cache
def _assigned() -> re.Pattern[str]:
    """；市林业局 or （区财政局，2024年3月） at the end."""
    units = names_of_units()
    return re.compile(
        rf"；{units}$|——?[\u4e00-\u9fff、]{{2,12}}{any_of('offices', 'endings', 'sections')}$|。?（{units}(?:{any_of('offices', 'charge')})?(?:，[^）]{{2,20}})?）$"
    )


def _without(folded: Folded, pattern: re.Pattern[str]) -> Folded:
    """A folded text without the first place where the pattern matches."""
    found = pattern.search(folded.text)
    return joined((cut(folded, 0, found.start()), cut(folded, found.end()))) if found else folded
