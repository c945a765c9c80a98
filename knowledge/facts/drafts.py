"""Drafts: indicators being made, and what a sentence has said so far."""

import re
from dataclasses import dataclass, field

from knowledge.facts.figures import Figure
from knowledge.facts.naming import Said
from knowledge.facts.times import Time

_MONEY = re.compile(r"元|美元|块")
_HAS_PARTS = re.compile(
    r"(?:机构|路段|场|园|校|学|院|楼|区|站|所|馆|项目|工程|中心|基地|路|桥|企业|公司|市场|农田|小区|社区|综合体|食堂|医院|村|公园)$"
)
GIVEN = re.compile(r"补贴|补助|资助|奖励|救助|津贴|收费|收取|发放")


_MYRIADS = (("万", 10_000), ("亿", 100_000_000))  # in front of a unit
_KEPT = 40  # figures of a sentence that later ones may go back to


@dataclass(slots=True)
class Draft:
    """草稿: one figure on its way to an Indicator; `clause` and `end` are the words that state it."""

    figure: Figure
    said: Said
    clause: int
    end: int
    front: str = ""
    figure_unit: str = ""
    name: str = ""
    owner: str | None = None
    total: "Draft | None" = None
    group: bool = False
    joined: bool = False  # behind 、 after the figure before
    counts: bool = True  # its unit counts things
    inherited: bool = False
    measure: str = "数量"
    scope: str | None = None
    time: Time | None = None
    target_status: str | None = None
    verb: str = ""  # the verb its noun follows
    acted: bool = False  # its name says what was done: 开放停车场
    statement: int = 0
    parts: int = 0
    among: bool = False  # the next figure is some of these
    shared: str = ""  # words it shares with the next figure

    @property
    def money(self) -> bool:
        return bool(_MONEY.search(self.figure_unit))

    @property
    def rate(self) -> bool:
        return self.figure_unit == "%"

    @property
    def conditioned(self) -> bool:
        """Whether it is so much for everyone who meets a condition: 80周岁以上补贴5元."""
        if "/" in self.figure_unit:
            return True
        return bool(GIVEN.search(self.name) and re.search(r"\d(?:周岁|岁)|每", self.front))

    @property
    def stock(self) -> bool:
        """Whether it says how many there are: a name in front of a measure word, no verb."""
        return self.counts and not self.said.verb and not self.inherited and not self.acted

    def bracketed(self, text: str, figure: Figure) -> bool:
        """Whether a later figure stands in brackets behind this one."""
        opening = text.find("（", self.figure.end)
        return 0 <= opening < figure.start and text.find("）", opening) >= figure.end


@dataclass(slots=True)
class Memory:
    """记忆: what a sentence has said so far; `topic` is what it is about."""

    drafts: list[Draft] = field(default_factory=list)
    time: Time | None = None
    topic: str | None = None
    scope: str | None = None
    ahead: bool = False
    target: bool = False
    shares: list[str] = field(default_factory=list)
    pending: list[Draft] = field(default_factory=list)  # whose growth 分别 gives next
    statement: int = 0
    chain: Draft | None = None
    left: object = None

    def next_part(self, ahead: bool) -> None:
        """The next part of the sentence (after a semicolon) is about something else."""
        self.statement += 1
        self.ahead, self.target, self.topic, self.chain, self.shares = ahead, False, None, None, []

    def add(self, draft: Draft) -> None:
        """Keeps a figure; the area it names holds on."""
        draft.statement = self.statement
        self.scope = draft.said.scope or self.scope
        self.chain = draft.total if draft.total and not draft.group else None
        if draft.total:
            draft.total.parts += 1
        self.drafts.append(draft)
        del self.drafts[:-_KEPT]

    def whole_of(self, draft: Draft) -> Draft | None:
        """The total a figure belongs to by 其中, or because the figure before was such a part."""
        if draft.said.part:
            own = [d for d in self.drafts if d.total is None and d.statement == self.statement]
            fitting = [d for d in own if d.figure_unit == draft.figure_unit and not d.rate]
            larger = [d for d in own if _is_larger(d, draft)]
            return (fitting or larger or [None])[-1]  # type: ignore[list-item]
        before = self.drafts[-1] if self.drafts else None
        if before and before.among and before.figure_unit == draft.figure_unit:
            return before
        if self.chain is None or draft.said.opened:
            return None
        if draft.figure_unit != self.chain.figure_unit and not _is_larger(self.chain, draft):
            return None
        return self.chain if self._fits(draft) else None

    def _fits(self, draft: Draft) -> bool:
        """Whether the parts still add up to no more than the total."""
        whole = self.chain
        parts = [d.figure.value for d in self.drafts if d.total is whole and not d.inherited]
        if whole is None:
            return False
        most = whole.figure.value * _times(whole.figure_unit, draft.figure_unit)
        return draft.joined or sum(parts) + draft.figure.value <= most

    def base(self) -> Draft | None:
        """What a name that says too little goes with: the last figure with a name of its own."""
        own = [d for d in self.drafts if not d.inherited and not d.group and not d.rate]
        near = [d for d in own if d.statement == self.statement]
        return (near or own or [None])[-1]  # type: ignore[list-item]

    def same_thing(self, draft: Draft) -> Draft | None:
        """What a figure without a name of its own counts.

        4支120人 are the men of those teams; percentage points are those of the share before.
        """
        last = self.drafts[-1] if self.drafts else None
        if draft.figure_unit.endswith("百分点"):
            shares = [d for d in self.drafts if d.rate]
            return shares[-1] if shares else self.same_unit(draft)
        if last and not draft.front and last.counts and not last.inherited:
            return last
        return self.same_unit(draft, first="净增" in draft.front)

    def same_unit(self, draft: Draft, *, first: bool = False) -> Draft | None:
        """The last figure with the same unit; for 净增 the first, of which the others were taken."""
        own = [d for d in self.drafts if d.figure_unit == draft.figure_unit and not d.group]
        return own[0 if first else -1] if own else None

    def last_names(self, count: int) -> list[Draft]:
        """The last figures with names of their own, as many as 同比分别 speaks of."""
        own = [d for d in self.drafts if not d.inherited and not d.rate]
        return own[-count:] if len(own) >= count > 1 else []

    def owner_for(self, draft: Draft) -> str | None:
        """Whose 车位 or 占地面积 it is: the topic, or the first thing counted."""
        if draft.said.measure == "新增":
            return None
        if self.topic:
            return self.topic
        near = [d for d in self.drafts if d.statement == self.statement and d.counts]
        first = near[0] if near else None
        return first.name if first and _HAS_PARTS.search(first.name) else None


def _times(unit: str, of: str) -> int:
    """How many of the smaller unit the larger is: 10000 for 万吨 and 吨; 0 where it is another."""
    if unit == of:
        return 1
    return next((size for sign, size in _MYRIADS if unit == sign + of), 0)


def _is_larger(whole: Draft, part: Draft) -> bool:
    """茶叶总产量1.52万吨，其中白茶8600吨: a total in a larger unit of the same measure."""
    times = _times(whole.figure_unit, part.figure_unit)
    return times > 1 and whole.figure.value * times >= part.figure.value
