"""Indicators: every figure of the prose with its name and all that tells it from its neighbours.

    read_indicators(statements, lexicon, letter_date) -> tuple[Indicator, ...]

Names come from the words in front (`naming.py`), from the words behind (新增4家贯标企业), or from the
figures said before (正在制定3项). Tables of indicators are left to `tables.py`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge.facts.behind import read_behind
from knowledge.facts.clauses import Statement, enclosed
from knowledge.facts.compared import former, versus, year_compared
from knowledge.facts.composing import Composer
from knowledge.facts.drafts import Draft, Memory
from knowledge.facts.figures import Figure, find_figures
from knowledge.facts.fronts import (
    before_short_bracket,
    clause_start,
    named_before_bracket,
    topic_of_bracket,
)
from knowledge.facts.measuring import measure_of
from knowledge.facts.names import level_of
from knowledge.facts.naming import read_front
from knowledge.facts.respectively import owners
from knowledge.facts.times import Time, time_at
from knowledge.facts.vocabulary import Vocabulary, vocabulary_of
from knowledge.glossary import Indicator
from knowledge.words.lexicon import Lexicon

_LIST_MARK = re.compile(r"^[、和及与]|^以及")
_COUNTED = re.compile("共?(?:有|计|约|为|达)?")  # 适龄女生（13—14岁）共14260人
_TOPIC = re.compile(
    r"^([\u4e00-\u9fff“”（）]{2,24}?)(?:位于|地处|坐落|始建于|建于|成立于|在|是|系|占地|现有|总投资)"
)
_COURTESY = re.compile(r"收悉|^[您你][们]?.{0,30}提出|答复如下|回复如下|函复如下")
_MODAL_FIRST = re.compile(r"^(?:力争|争取|确保|计划|预计|目标是|打算|拟|将)")
_AIMED = re.compile(r"(?:力争|争取|确保|计划|打算|目标是)[^，；。]{0,12}，")
_YEARS = re.compile(
    r"(?P<first>(?:19|20)\d\d)年?(?:[-—–~～至到]{1,2}|(?P<others>(?:[、和](?:19|20)\d\d年?)*[、和]))(?P<last>(?:19|20)\d\d)年"
)
_ONE_BY_ONE = re.compile("分别|依次|逐年|各")
_NEXT_OF_ROW = re.compile("、|和|，(?=\\d)")
_BY_WHEN = re.compile("到|前|底|末")
_PRESENT = re.compile("目前|现有|现已|截[至止]|今年|至今|当前|[一二三四五六]是|近年|以来")
_OF_A_YEAR = ("数量", "新增")  # what was done in it; a stock is of the day of the letter
_BULLET = re.compile(r"^[\s\-—·•●■◆➢*]+")
# 一期（2023年）改造62公里，投资9300万元；第一级180吨以下，每吨2.85元
_LEADER = re.compile(
    r"(?:^|[：，])(?P<name>(?:第[一二三四五六七八九十]{1,2}(?:级|档|类|批|期|阶段|标段|梯次)|[一二三四五六]期)(?:工程|项目)?)"
    r"(?=（|[，：]|[\u4e00-\u9fff\d])"
)


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
    past: tuple[str, int] | None = None  # a passage and the year before the letter's it tells of

    def read(self, statement: Statement) -> Iterator[Indicator]:
        text = statement.text
        figures = find_figures(text, self.vocabulary)
        self._begin(statement, text)
        if not figures or _COURTESY.search(text):
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
        opening = _BULLET.sub("", text)
        opening = opening.lstrip("一二三四五六七八九十是要对、（）首先其次第，")
        opening = _MODAL_FIRST.sub("", opening)
        for words in (text, opening):
            timed = time_at(words, self.letter_date)
            if timed:
                self.memory.time = timed[0]
                break
        self.memory.target = self.memory.target or bool(_AIMED.match(text))
        topic = _TOPIC.match(opening)
        if topic and not time_at(opening, self.letter_date):
            self.memory.topic = topic[1]
        self._hold_year(statement.prose.passage.code, text)
        if self.memory.time and self.memory.time.until and "截" in self.memory.time.words:
            self.until[statement.prose.passage.code] = self.memory.time

    def _hold_year(self, passage: str, text: str) -> None:
        """2023年完成投资3.92亿元。改造危桥12座: the year holds on to the end of the passage, or to 今年."""
        time, day = self.memory.time, self.letter_date
        if time is not None:
            before = day is not None and time.year is not None and time.year < day.year
            lasting = before and not time.until and time.words.startswith((str(time.year), "去年"))
            self.past = (passage, time.year) if lasting and time.year else None
        elif self.past and (self.past[0] != passage or _PRESENT.search(text)):
            self.past = None

    def _year(self, time: Time | None, measure: str) -> int | None:
        """The year a figure is of; what is counted as done is of the year told of."""
        if time is not None:
            return time.year
        return self.past[1] if self.past and measure in _OF_A_YEAR else None

    def _draft(
        self, text: str, figure: Figure, following: Figure | None, taken: int, depth: bytes
    ) -> tuple[Draft, int]:
        """One figure understood, and up to where the text is now used up."""
        clause = clause_start(text, figure.start)
        clause = before_short_bracket(text, clause, figure.start)
        left = max(clause, taken)
        front = text[left : figure.start]
        own = left + len(front) - len(front.lstrip("、和及与以 "))
        if _COUNTED.fullmatch(front):
            front = named_before_bracket(text, left, taken) + front
        said = read_front(front, self.vocabulary, self.letter_date)
        behind = read_behind(text, figure, following, said, self.vocabulary)
        said.status = said.status or behind.status
        draft = Draft(figure, said, own, behind.end, front=front, figure_unit=_unit(figure))
        draft.joined = bool(_LIST_MARK.match(front)) and left == taken
        draft.among = behind.among
        draft.counts = self._is_counter(figure.unit)
        draft.total = self._total(text, draft, depth)
        if depth[figure.start] and not self.memory.topic:
            self.memory.topic = topic_of_bracket(text, figure.start) or None
        Composer(self.memory, self.vocabulary).name(text, draft, behind)
        return draft, behind.taken

    def _is_counter(self, unit: str) -> bool:
        return unit == "大" or unit.lstrip("十百千万亿") in self.lexicon.counter_words

    def _total(self, text: str, draft: Draft, depth: bytes) -> Draft | None:
        """The figure this one is part of: after 其中, inside brackets behind it, or in a chain."""
        memory, start = self.memory, draft.figure.start
        if depth[start] and memory.drafts:
            opening = text.rfind("（", 0, start)
            whole = next((d for d in reversed(memory.drafts) if d.figure.start < opening), None)
            near = whole is not None and opening - whole.figure.end <= 24
            if whole and near and whole.statement == memory.statement:
                return whole if whole.figure_unit == draft.figure_unit else None
        return memory.whole_of(draft)

    def _indicator(self, statement: Statement, draft: Draft) -> Indicator:
        said, total = draft.said, draft.total
        self._shared_out(statement.text, draft)
        draft.name = versus(statement.text, draft.clause, draft.figure.start) or draft.name
        time = (
            self._yearly(statement.text, draft)
            or said.time
            or (total.time if total else None)
            or self._time(draft)
        )
        draft.time = time
        draft.scope = said.scope or (total.scope if total else None) or self.memory.scope
        draft.measure = measure_of(draft, self.memory, ahead=self._is_ahead(time))
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
            status=former(statement.text, draft.figure.start, draft.figure.end)
            or self._stage(said.status)
            or draft.target_status,
            subject=draft.owner or _leader(statement.text, draft) or None,
            total=total.name if total else None,
            bound=draft.figure.bound,
            time=time.words if time else None,
            as_of=self._as_of(stated, draft.measure),
            year=self._year(time, draft.measure),
        )

    def _yearly(self, text: str, draft: Draft) -> Time | None:
        """2020年、2021年分别完成3家、5家; 2021—2023年，依次为9起、6起、4起: each figure has its own year."""
        compared = year_compared(text, draft.figure.start)
        if compared:
            timed = time_at(f"{compared}年", self.letter_date)
            return timed[0] if timed else None
        told = list(_YEARS.finditer(text, 0, draft.figure.start))
        if not told or not _ONE_BY_ONE.search(text, told[-1].end(), draft.figure.start):
            return None
        years = _years_between(told[-1])
        at, size = self._in_row(text, draft.figure)
        if size != len(years):
            return None
        timed = time_at(f"{years[at]}年", self.letter_date)
        return timed[0] if timed else None

    def _shared_out(self, text: str, draft: Draft) -> None:
        """分别为60亿元和22亿元: each figure is that of the name in its place."""
        if not _ONE_BY_ONE.search(text, 0, draft.figure.start):
            return
        at, size = self._in_row(text, draft.figure)
        names = owners(text, draft.figure.start, size)
        if not names or names[at] in draft.name:
            return
        for name in names:
            draft.name = draft.name.removeprefix(name) or draft.name
        draft.owner = names[at] if draft.name not in names else draft.owner

    def _in_row(self, text: str, figure: Figure) -> tuple[int, int]:
        """Which one a figure is of those of its unit that stand one behind another, and how many
        they are.
        """
        figures = [one for one in find_figures(text, self.vocabulary) if one.unit == figure.unit]
        rows: list[list[Figure]] = []
        for one in figures:
            link = text[rows[-1][-1].end : one.start] if rows else ""
            if rows and _NEXT_OF_ROW.fullmatch(link):
                rows[-1].append(one)
            else:
                rows.append([one])
        mine = next(row for row in rows if any(one.start == figure.start for one in row))
        return [one.start for one in mine].index(figure.start), len(mine)

    def _is_ahead(self, time: Time | None) -> bool:
        """Whether the words speak of a day behind that of the letter."""
        if time is None or time.last is None or self.letter_date is None:
            return False
        later = time.year is not None and time.year > self.letter_date.year
        return time.last > self.letter_date and (later or bool(_BY_WHEN.search(time.words)))

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


def _years_between(found: re.Match[str]) -> list[int]:
    """2021—2023年 are three years, 2020年和2022年 two."""
    first, last = int(found["first"]), int(found["last"])
    if found["others"] is None:
        return list(range(first, last + 1))
    return [first, *map(int, re.findall(r"\d{4}", found["others"])), last]


def _leader(text: str, draft: Draft) -> str:
    """The phase or step that the part of the sentence up to a figure is about, where the name has
    none.
    """
    if _LEADER.search(draft.name) or draft.total:
        return ""
    found = list(_LEADER.finditer(text, 0, draft.figure.start))
    return found[-1]["name"] if found else ""


def _unit(figure: Figure) -> str:
    """四大 counts like 4个."""
    return "个" if figure.unit == "大" else figure.unit
