"""Indicators: every figure of the prose with its name and all that tells it from its neighbours.

    read_indicators(statements, lexicon, letter_date) -> tuple[Indicator, ...]

Names come from the words in front (`naming.py`), from the words behind (新增4家贯标企业), or from the
figures said before (正在制定3项). Tables of indicators are left to `tables.py`.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge.facts.behind import Behind, read_behind
from knowledge.facts.clauses import Statement, enclosed
from knowledge.facts.drafts import GIVEN, Draft, Memory
from knowledge.facts.figures import Figure, find_figures
from knowledge.facts.naming import clean_name, level_of, read_front
from knowledge.facts.times import Time, time_at
from knowledge.facts.vocabulary import Vocabulary, vocabulary_of
from knowledge.glossary import Indicator
from knowledge.words.lexicon import Lexicon

_MARKS = "，；。：！？（）\n"
_LIST_MARK = re.compile(r"^[、和及与]|^以及")
_ATTRIBUTE = re.compile(r"(?:级|型|类|性|属|籍|制|期|段|向|式|以上|以下|男|女)$")
_TOPIC = re.compile(
    r"^([\u4e00-\u9fff“”（）]{2,24}?)(?:位于|地处|坐落|始建于|建于|成立于|在|是|系|占地|现有|总投资)"
)
_FOR = re.compile(r"对([^，；。]{2,30}?)(?:，|$)")
_MODAL_FIRST = re.compile(r"^(?:力争|争取|确保|计划|预计|目标是|打算|拟|将)")
_AIMED = re.compile(r"(?:力争|争取|确保|计划|打算|目标是)[^，；。]{0,12}，")
_YEARS = re.compile(r"(?:(?:19|20)\d\d年、)+(?:和)?(?:19|20)\d\d年(?=.{0,20}分别)")
_DIVIDED = re.compile(r"分别[为有是达到]*$")


def read_indicators(
    statements: Iterable[Statement], lexicon: Lexicon, letter_date: date | None = None
) -> tuple[Indicator, ...]:
    """The indicators of the statements in order.

    "全区知名品牌32个，其中农产品品牌21个" -> 知名品牌 32 个 (全区), 农产品品牌 21 个 (of 知名品牌)
    """
    reader = _Reader(lexicon, vocabulary_of(lexicon), letter_date)
    return tuple(found for statement in statements for found in reader.read(statement))


@dataclass(slots=True)
class _Reader:
    """Reads statement after statement; `memory` is what the sentence has said so far."""

    lexicon: Lexicon
    vocabulary: Vocabulary
    letter_date: date | None
    memory: Memory = field(default_factory=Memory)
    until: dict[str, Time] = field(default_factory=dict)  # 截至… of a passage, by its code

    def read(self, statement: Statement) -> Iterator[Indicator]:
        text = statement.text
        figures = find_figures(text, self.vocabulary)
        self._begin(statement, text)
        if not figures:
            return
        depth = enclosed(text)
        counted = [figure for figure in figures if not figure.condition]
        taken = 0
        for at, figure in enumerate(counted):
            following = counted[at + 1] if at + 1 < len(counted) else None
            draft, taken = self._draft(text, figure, following, taken, depth)
            if draft.name:
                self.memory.add(draft)
                yield self._indicator(statement, draft)

    def _begin(self, statement: Statement, text: str) -> None:
        """A new sentence forgets the last one; its first words may give time and topic."""
        ahead = statement.prose.part == "row" or any(
            self.vocabulary.ahead.search(heading) for heading in statement.headings[-2:]
        )
        if statement.opens:
            self.memory = Memory()
        self.memory.next_part(ahead)
        opening = text.lstrip("一二三四五六七八九十是要对、（）首先其次第，")
        opening = _MODAL_FIRST.sub("", opening)
        for words in (text, opening):
            timed = time_at(words, self.letter_date)
            if timed:
                self.memory.time = timed[0]
                break
        self.memory.target = self.memory.target or bool(_AIMED.match(text))
        topic = _TOPIC.match(text)
        if topic and not time_at(text, self.letter_date):
            self.memory.topic = topic[1]
        if self.memory.time and self.memory.time.until and "截" in self.memory.time.words:
            self.until[statement.prose.passage.code] = self.memory.time

    def _draft(
        self, text: str, figure: Figure, following: Figure | None, taken: int, depth: bytearray
    ) -> tuple[Draft, int]:
        """One figure understood, and up to where the text is now used up."""
        clause = _clause_start(text, figure.start)
        left = max(clause, taken)
        front = text[left : figure.start]
        own = left + len(front) - len(front.lstrip("、和及与以 "))
        said = read_front(front, self.vocabulary, self.letter_date)
        behind = read_behind(text, figure, following, said, self.vocabulary)
        said.status = said.status or behind.status
        draft = Draft(figure, said, own, behind.end, front=front, figure_unit=_unit(figure))
        draft.joined = bool(_LIST_MARK.match(front)) and left == taken
        draft.among = behind.among
        draft.counts = self._is_counter(figure.unit)
        draft.total = self._total(text, draft, depth)
        self._name(text, draft, behind)
        return draft, behind.taken

    def _is_counter(self, unit: str) -> bool:
        return unit == "大" or unit.lstrip("十百千万亿") in self.lexicon.counter_words

    def _total(self, text: str, draft: Draft, depth: bytearray) -> Draft | None:
        """The figure this one is part of: after 其中, inside brackets behind it, or in a chain."""
        memory, start = self.memory, draft.figure.start
        if depth[start] and memory.drafts:
            opening = text.rfind("（", 0, start)
            whole = next((d for d in reversed(memory.drafts) if d.figure.start < opening), None)
            near = whole is not None and opening - whole.figure.end <= 24
            if whole and near and whole.statement == memory.statement:
                return whole if whole.figure_unit == draft.figure_unit else None
        return memory.whole_of(draft)

    def _name(self, text: str, draft: Draft, behind: Behind) -> None:
        said, figure = draft.said, draft.figure
        if draft.total and draft.total.bracketed(text, figure) and _is_group(text, figure, behind):
            draft.name, draft.owner, draft.group = draft.total.name, said.core, True
            draft.end = figure.end
            return
        if self.memory.drafts and self.memory.drafts[-1].shared == draft.front and draft.front:
            draft.said.owner = draft.said.owner or self.memory.drafts[-1].owner
            draft.said.core = _object(draft.said.core, self.vocabulary)
        name, owner = _own_name(draft, behind)
        draft.shared = behind.words if behind.taken == figure.end else ""
        draft.owner = said.owner or owner
        draft.name = clean_name(self._divided(text, draft, name))
        self._carry_verb(draft, behind)
        draft.acted = _acts(draft.name, self.vocabulary)
        self._complete(text, draft, behind)

    def _carry_verb(self, draft: Draft, behind: Behind) -> None:
        """奖励210个主体，951件事项: the verb goes for the second as well."""
        if draft.said.verb and behind.words:
            draft.verb = draft.said.verb
        before = self.memory.drafts[-1] if self.memory.drafts else None
        if not draft.front.strip("、和及与") and draft.name and before and before.verb:
            draft.verb = before.verb
            draft.name = before.verb + draft.name.removeprefix(before.verb)

    def _divided(self, text: str, draft: Draft, name: str) -> str:
        """小学、初中入学率分别为99%、98% -> 小学入学率, 初中入学率."""
        memory = self.memory
        if _DIVIDED.search(text[draft.clause : draft.figure.start]):
            memory.shares = _shared_names(name)
        if memory.shares and (draft.joined or _DIVIDED.search(draft.front)):
            if not draft.said.core or _DIVIDED.search(draft.front):
                return memory.shares.pop(0)
        memory.shares = []
        return name

    def _complete(self, text: str, draft: Draft, behind: Behind) -> None:
        """Gives a name to a figure that has none of its own, and the rest to one that says too little."""
        said, memory, vocabulary = draft.said, self.memory, self.vocabulary
        if draft.owner and vocabulary.doing.fullmatch(draft.name):
            draft.name, draft.owner = draft.owner + draft.name, None
        if draft.name.startswith("占") and said.share:
            base = memory.base()
            draft.name = f"{base.name if base else ''}{draft.name}比重"
        elif not draft.name:
            self._inherit(text, draft, behind)
        elif draft.name in vocabulary.bare or (said.share and not draft.name):
            base = memory.base()
            draft.name = (base.name if base else memory.topic or "") + draft.name
        elif draft.total and (len(draft.name) < 2 or _only_attribute(draft.name)):
            draft.name += _without_level(draft.total.name)
        elif _word(draft.name) in vocabulary.belonging and not draft.owner:
            draft.owner = memory.owner_for(draft)
        elif said.each or draft.name in ("资助", "奖励", "补贴", "补助", "奖金"):
            self._standard(text, draft)
        if said.share and not draft.name.endswith(("比", "比重", "比例", "率")):
            draft.name += "占比"
        if draft.rate and said.rise in ("up", "down"):
            draft.name += "增长率" if said.rise == "up" else "降幅"

    def _inherit(self, text: str, draft: Draft, behind: Behind) -> None:
        """正在制定3项 counts what was counted before; 258.4万元 is the money for it."""
        memory = self.memory
        grown = draft.rate and draft.said.rise in ("up", "down")
        before = None if grown else memory.same_unit(draft)
        before = before or memory.base()
        if before is None:
            draft.name = clean_name(behind.words) or draft.said.owner or self._given(text, draft)
            return
        draft.name, draft.owner = before.name, draft.owner or before.owner
        draft.inherited = True
        if behind.words and not draft.said.status:
            draft.said.status = behind.words[:8]
        if draft.money and not before.money:
            draft.name += "金额"

    def _given(self, text: str, draft: Draft) -> str:
        """What money is when only its limit is said: 给予补助，最高200万元 -> 补助."""
        words = GIVEN.findall(text, 0, draft.clause) if draft.money else []
        return words[-1] if words else ""

    def _standard(self, text: str, draft: Draft) -> None:
        """每件给予1万元资助 after 对新获商标的企业: for whom it is comes first."""
        found = [one for one in _FOR.finditer(text, 0, draft.clause) if one.end() == draft.clause]
        if found and not draft.owner:
            whom = re.sub(r"^(?:当年|年度|本年)", "", found[-1][1])
            draft.name = f"{whom}{draft.name}"

    def _indicator(self, statement: Statement, draft: Draft) -> Indicator:
        said, total = draft.said, draft.total
        time = self._yearly(statement.text, draft) or said.time or (total.time if total else None) or self._time(draft)
        draft.time = time
        draft.scope = said.scope or (total.scope if total else None) or self.memory.scope
        draft.measure = self._measure_of(draft)
        stated = time or self.until.get(statement.prose.passage.code)
        return Indicator(
            name=draft.name[:60],
            value=draft.figure.value,
            unit=draft.figure_unit,
            place=statement.place(
                draft.clause,
                max(draft.end, draft.figure.end),
                (draft.figure.start, draft.figure.end),
            ),
            measure=draft.measure,
            scope=draft.scope,
            level=level_of(draft.name) or said.level,
            status=self._stage(said.status) or draft.target_status,
            subject=draft.owner or None,
            total=total.name if total else None,
            bound=draft.figure.bound,
            time=time.words if time else None,
            as_of=self._as_of(stated, draft.measure),
            year=time.year if time else None,
        )

    def _yearly(self, text: str, draft: Draft) -> Time | None:
        """2020年、2021年分别完成3家、5家: each figure has its own year."""
        clause = text[_clause_start(text, draft.figure.start) : draft.figure.start]
        years = _YEARS.match(clause)
        if not years:
            return None
        each = re.findall(r"\d{4}年", years[0])
        at = len(find_figures(clause[years.end() :], self.vocabulary))
        timed = time_at(each[at], self.letter_date) if at < len(each) else None
        return timed[0] if timed else None

    def _stage(self, status: str | None) -> str | None:
        """A status in the word for all that say the same: 在制定 -> 正在制定."""
        known = self.lexicon.qualifiers_of(status) if status else ()
        return next((one.name for one in known if one.kind == "status"), status)

    def _as_of(self, time: Time | None, measure: str) -> date | None:
        """The last day spoken of; what is done cannot be later than the letter."""
        last = time.last if time else None
        if last is None or self.letter_date is None or measure in ("目标", "预计"):
            return last
        return min(last, self.letter_date)

    def _time(self, draft: Draft) -> Time | None:
        before = self.memory.drafts[-2] if len(self.memory.drafts) > 1 else None
        if draft.joined and before is not None and before.time:
            return before.time
        return self.memory.time

    def _measure_of(self, draft: Draft) -> str:
        said, memory = draft.said, self.memory
        target = (
            said.measure == "目标"
            or memory.ahead
            or (memory.target and not said.time and said.measure not in ("累计", "存量"))
        )
        memory.target = memory.target or said.measure == "目标"
        if said.rise in ("up", "down") and draft.name:
            draft.target_status = "目标" if target else None
            return "增长率" if draft.rate else "增量"
        if (
            said.each
            and (draft.money or draft.figure_unit == "次")
            or draft.money
            and draft.conditioned
        ):
            return "标准"
        if target:
            return "目标"
        if draft.total and not said.measure and draft.figure_unit == draft.total.figure_unit:
            return draft.total.measure
        if said.measure:
            return said.measure
        if re.search(r"(?:增长率|增速|增幅|涨幅)$", draft.name):
            return "增长率"
        if said.share or draft.figure_unit == "%":
            return "占比"
        before = memory.drafts[-2] if len(memory.drafts) > 1 else None
        if draft.joined and before and before.measure == "新增":
            return before.measure
        return "存量" if draft.stock else "数量"


def _clause_start(text: str, at: int) -> int:
    """Where the clause around a place begins: behind the last mark."""
    return max(text.rfind(mark, 0, at) for mark in _MARKS) + 1


def _unit(figure: Figure) -> str:
    """四大 counts like 4个."""
    return "个" if figure.unit == "大" else figure.unit


def _is_group(text: str, figure: Figure, behind: Behind) -> bool:
    """Whether a part in brackets names its members: 农委4个：大雅、沃柑."""
    close = text.find("）", figure.end)
    inside = text[text.rfind("（", 0, figure.start) : close if close > 0 else len(text)]
    return "：" in inside and (text[figure.end : figure.end + 1] == "：" or bool(behind.words))


def _own_name(draft: Draft, behind: Behind) -> tuple[str, str | None]:
    """The name from the words around a figure, and whose it is where they say so."""
    said, core, words = draft.said, draft.said.core, behind.words
    given = not behind.goes_on or GIVEN.match(words)
    if said.verb and draft.money and given and 1 < len(words) <= 10:
        return core + words, None
    if draft.figure.unit == "大":
        return words, None
    if said.possessive and words and draft.counts:
        return behind.as_name(), core
    if not words or (core and behind.goes_on):
        return (core, None) if core else ("", None)
    if not core:
        return ("", None) if behind.goes_on else (behind.as_name(), None)
    if said.verb:
        owner = clean_name(core[: -len(said.verb)]) if core.endswith(said.verb) else ""
        verb = "" if behind.turned else said.verb
        return verb + behind.as_name(), owner if 1 < len(owner) <= 16 else None
    if not draft.counts:
        return core, None
    if "、" in core or core.endswith(("等", "的")) or len(core) > 14:
        return behind.as_name(), None
    return behind.as_name(), core


def _acts(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name says what was done: 开放停车场, 重点企业引进发明专利."""
    if vocabulary.doing.match(name):
        return True
    holder = vocabulary.holder.search(name)
    return bool(holder and vocabulary.doing.match(name, holder.end()))


def _object(core: str, vocabulary: Vocabulary) -> str:
    """What the holders did it to: 企业自我声明公开现行有效的企业标准 -> 企业标准."""
    holder = vocabulary.holder.match(core)
    if not holder or not vocabulary.doing.match(core, holder.end()):
        return core
    return core.rpartition("的")[2] if "的" in core else core


def _shared_names(name: str) -> list[str]:
    """小学、初中入学率 -> [小学入学率, 初中入学率]: the last name's end belongs to all."""
    parts = [part for part in re.split(r"[、和与及]", name) if part]
    if len(parts) < 2:
        return []
    last = parts[-1]
    ending = next(
        (last[cut:] for cut in range(1, len(last)) if len(last) - cut <= 4 and cut >= 2), ""
    )
    heads = [part if part.endswith(last[-1]) else part + ending for part in parts[:-1]]
    return [*heads, last]


def _only_attribute(name: str) -> bool:
    level = level_of(name)
    return level == name or (len(name) <= 6 and bool(_ATTRIBUTE.search(name)))


def _without_level(name: str) -> str:
    level = level_of(name)
    return name.removeprefix(level) if level else name


def _word(name: str) -> str:
    """A name without its 总 or 共: what kind of thing it is."""
    return name.removeprefix("共").removeprefix("其")


def with_target(indicator: Indicator, year: int | None) -> Indicator:
    """The figure of a commitment: a target of the year."""
    return dataclasses.replace(indicator, measure="目标", year=indicator.year or year)
