"""Recognitions: who holds or seeks which title, award, list or approval, and how far it is.

    read_recognitions(statements, listings, indicators, lexicon, letter_date)
        -> tuple[Recognition, ...]

Reads clauses (甲厂获得中国专利奖) and the members of listings (四大证明商标). Statuses stay apart: 已获,
通过, 入围, 申报中, 正在推进, 培育, 纳入.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.facts.clauses import Statement, enclosed
from knowledge.facts.honours import Honours, honours_of
from knowledge.facts.names import clean_name, level_of
from knowledge.facts.times import first_time, time_at
from knowledge.facts.vocabulary import Vocabulary, vocabulary_of
from knowledge.glossary import Indicator, Listing, Place, Recognition, Span
from knowledge.words.lexicon import Lexicon

_MARK = re.compile(r"[，；。：！？\n]")
_SPLIT = re.compile(r"、|(?<=[\u4e00-\u9fff”）])(?:和|与|及|以及)(?=[\u4e00-\u9fff“])")
_QUOTED_TITLE = re.compile(r"“(?P<holder>[^“”]{2,16})”(?P<title>[\u4e00-\u9fff]{2,12})")
_RATED = re.compile(
    r"(?P<holder>.{2,16}?)(?:创建)?(?P<title>(?:国家)?(?:\d|[一二三四五])?A{1,5}级?(?:旅游)?景区)"
)
_NOUN = re.compile(
    r"(?:申报|申请)(?:企业|单位|人|者|表|书|材料|条件|对象|主体|工作|和|与|及|、|量|数|项目|$)|获得感|获得者|通过率|进入(?:了)?新|成为一|取得了?(?:明显|显著|积极|良好|较|一定)"
)
_ADVERBS = re.compile(
    r"(?:已经?|成功|顺利|分别|均|都|先后|将|拟|也|又|还|正在|积极|同时|并|相继|陆续)+$"
)
_HONOUR = re.compile(
    r"(?:国家|全国|全省|全市|省级|市级|首批|第[一二三四五六七八九十]批)[\u4e00-\u9fff“”]{2,14}?(?:区|市|县|村|镇|乡|校园|单位|学校|企业|中心|基地|社区|集体|个人)$"
)
_FINISHED = re.compile(
    r"(?:完成|办结|实现)了?(?P<what>[^，；。]{4,60}(?:申请|注册|认定|登记|认证|备案))"
)
_FRONT = re.compile(r"^(?:[一二三四五六七八九十]是|其中|目前|同时|并|还|已|今年|我局|我们|近年来)+")
_HOLDER_MOST, _TITLE_MOST = 24, 40


def read_recognitions(
    statements: Iterable[Statement],
    listings: Sequence[Listing],
    indicators: Sequence[Indicator],
    lexicon: Lexicon,
    letter_date: date | None = None,
) -> tuple[Recognition, ...]:
    """The recognitions of the statements, then those of the listings' members.

    "甲电梯和乙光电通过区长质量评审认定" -> 甲电梯 and 乙光电, each 区长质量评审认定, 通过
    """
    words = honours_of(lexicon)
    names = frozenset(item.name for listing in listings for item in listing.items)
    series = sorted(listing.place.own for listing in listings if len(listing.items) > 1)
    reader = _Reader(words, vocabulary_of(lexicon), names, letter_date, series)
    listed = [found for listing in listings for found in reader.members(listing)]
    told = [found for statement in statements for found in reader.read(statement)]
    return _once([*told, *listed])


@dataclass(slots=True)
class _Reader:
    words: Honours
    vocabulary: Vocabulary
    names: frozenset[str]
    letter_date: date | None
    series: list[Span]  # where listings stand: their members are read one by one

    def read(self, statement: Statement) -> Iterator[Recognition]:
        """The recognitions a statement tells; 成为标杆企业 goes on with the holders before."""
        text = statement.text
        depth, before = enclosed(text), ""
        time = first_time(text, self.letter_date)
        for start, end in _clauses(text, depth):
            clause = text[start:end]
            if self._in_series(statement.place(start, end).own):
                continue
            front = _without_time(clause, self.letter_date)
            for holders, title, status in self._told(front, before):
                for holder in holders:
                    place = statement.place(start, end)
                    yield self._recognition(
                        holder, title, status, place, time.year if time else None
                    )
            if self.words.verb.search(clause):
                before = front
        yield from self._finished(statement, text)
        yield from self._quoted(statement, text)

    def _finished(self, statement: Statement, text: str) -> Iterator[Recognition]:
        """完成甲刀具PCT国际专利申请和乙石雕马德里国际商标注册: two things finished."""
        for found in _FINISHED.finditer(text):
            for part in _SPLIT.split(found["what"]):
                head = self.words.head.search(part, 2)
                if head and len(part[: head.start()]) <= _HOLDER_MOST:
                    place = statement.place(found.start(), found.end())
                    yield self._recognition(
                        part[: head.start()], part[head.start() :], "已完成", place, None
                    )

    def _in_series(self, clause: Span) -> bool:
        """Whether most of a clause is a listing."""
        at = bisect_left(self.series, Span(clause.start, 0))
        near = self.series[at : at + 2]
        return any(
            own.start < clause.end
            and 2 * (min(own.end, clause.end) - own.start) > clause.end - clause.start
            for own in near
        )

    def _told(self, clause: str, before: str) -> Iterator[tuple[list[str], str, str]]:
        """Holders, title and status of every verb in a clause."""
        verbs = self._verbs(clause)
        for at, verb in enumerate(verbs):
            left = verbs[at - 1].end() if at else 0
            right = verbs[at + 1].start() if at + 1 < len(verbs) else len(clause)
            front, title = clause[left : verb.start()], clause[verb.end() : right]
            if at + 1 < len(verbs):
                title = _SPLIT.split(title)[0]
            if at:
                front = _SPLIT.split(front)[-1]
            if not at and not _ADVERBS.sub("", front.strip()):
                front = before[: self._first_verb(before)]
            holders = self._holders(front)
            for one in self._titles(title):
                if holders:
                    yield holders, one, self._status(verb[0], front)

    def _verbs(self, clause: str) -> list[re.Match[str]]:
        """The verbs of obtaining and seeking, none of which is part of a noun: 申报企业."""
        return [v for v in self.words.verb.finditer(clause) if not _NOUN.match(clause, v.start())]

    def _first_verb(self, clause: str) -> int:
        found = self.words.verb.search(clause)
        return found.start() if found else 0

    def _holders(self, front: str) -> list[str]:
        """培育双钱、施密特 -> 双钱, 施密特; 我局积极 -> none."""
        front = _FRONT.sub("", front.strip())
        leading = self.words.ongoing.match(front) or self.vocabulary.leading.match(front)
        while leading and leading.end() < len(front):
            front = front[leading.end() :]
            leading = self.words.ongoing.match(front)
        front = _ADVERBS.sub("", front)
        parts = [clean_name(part) for part in _SPLIT.split(front)]
        return [part for part in parts if self._may_hold(part)]

    def _may_hold(self, name: str) -> bool:
        if not 2 <= len(name) <= _HOLDER_MOST or self.words.no_holder.fullmatch(name):
            return False
        return not re.search(
            r"[\d]+[个家件项%]|的$|^(?:对|在|以|从|按|把|为|向|于|使|让)|进一步|积极", name
        )

    def _titles(self, words: str) -> list[str]:
        """国家卫生区、全国文明城市 are two titles; 规划和建设方案 is one or none."""
        parts = [self._title(part) for part in _SPLIT.split(words)]
        if len(parts) > 1 and all(parts):
            return parts
        title = self._title(words)
        return [title] if title else []

    def _title(self, words: str) -> str:
        """A title up to where it ends; empty when the words are none."""
        name = clean_name(re.sub(r"^(?:了|为|成)", "", words))
        name = name[:_TITLE_MOST]
        ends = [found.end() for found in self.words.title.finditer(name)]
        ends += [found.end() for found in _HONOUR.finditer(name)]
        if not ends:
            return ""
        rest = name[max(ends) :]
        return name if len(rest) <= 4 else ""

    def _status(self, verb: str, front: str) -> str:
        status = self.words.status_of[
            verb.rstrip("了") if verb not in self.words.status_of else verb
        ]
        ongoing = self.words.ongoing.search(front)
        if ongoing and status != "申报中":
            return self.words.ongoing_of[ongoing[0]]
        return status

    def _quoted(self, statement: Statement, text: str) -> Iterator[Recognition]:
        """“某某”区域公用品牌 is a title of its own."""
        for found in _QUOTED_TITLE.finditer(text):
            ends = [one.end() for one in self.words.title.finditer(found["title"])]
            plan = re.search(r"规划|计划|行动|期间|工作", found["title"]) or self.words.verb.match(
                found["title"]
            )
            if (
                ends
                and not plan
                and text[found.start() - 1 : found.start()] != "”"
                and ends[-1] > 1
            ):
                place = statement.place(found.start(), found.start("title") + ends[-1])
                status = self._ongoing(text[max(0, found.start() - 12) : found.start()])
                yield self._recognition(
                    found["holder"], found["title"][: ends[-1]], status, place, None
                )

    def _ongoing(self, front: str) -> str:
        found = self.words.ongoing.search(front)
        return self.words.ongoing_of[found[0]] if found else "已获"

    def members(self, listing: Listing) -> Iterator[Recognition]:
        """The members of a listing whose name is a title; each item's own words may say more."""
        if listing.name.endswith("类别"):
            return
        status = self._listed_status(listing)
        title = listing.name.removesuffix("工作")
        for item in listing.items:
            place = listing.place
            own = self._own_title(item.name)
            if own:
                holder, what, verb_status = own
                yield self._recognition(
                    holder,
                    what,
                    status if verb_status == "已获" else verb_status,
                    place,
                    listing.year,
                )
            elif _is_title(title, self.words):
                yield self._recognition(item.name, title, status, place, listing.year)

    def _listed_status(self, listing: Listing) -> str:
        words = listing.status or ""
        if "申报" in words:
            return "申报中"
        if "培育" in words or "打造" in words:
            return "培育"
        if "推进" in words or "创建" in words:
            return "正在推进"
        return "已获"

    def _own_title(self, name: str) -> tuple[str, str, str] | None:
        """甲工程申报大禹奖 -> 甲工程, 大禹奖, 申报中; 黑山羊驰名商标认定 -> 黑山羊, 驰名商标认定."""
        for holders, title, status in self._told(name, ""):
            return holders[0], title, status
        rated = _RATED.match(name)
        if rated:
            return rated["holder"], rated["title"], "已获"
        known = max(
            (k for k in self.names if name.startswith(k) and k != name), key=len, default=""
        )
        rest = name[len(known) :]
        if known and self.words.title.search(rest) and len(rest) > 2:
            return known, rest, "已获"
        return None

    def _recognition(
        self, holder: str, title: str, status: str, place: Place, year: int | None
    ) -> Recognition:
        return Recognition(holder, title, status, place, level_of(title), year)


def _is_title(name: str, words: Honours) -> bool:
    return any(found.end() == len(name) for found in words.title.finditer(name))


def _clauses(text: str, depth: bytes) -> Iterator[tuple[int, int]]:
    """The clauses between marks outside brackets and quotations."""
    start = 0
    for found in _MARK.finditer(text):
        if not depth[found.start()]:
            yield start, found.start()
            start = found.end()
    if start < len(text):
        yield start, len(text)


def _without_time(clause: str, letter_date: date | None) -> str:
    clause = _FRONT.sub("", clause)
    timed = time_at(clause, letter_date)
    return _FRONT.sub("", clause[timed[1] :]) if timed else clause


def _once(found: list[Recognition]) -> tuple[Recognition, ...]:
    """Each holder, title and status once, the first told one; the order stays."""
    kept: dict[tuple[str, str, str], Recognition] = {}
    for one in found:
        kept.setdefault((one.holder, one.title, one.status), one)
    return tuple(kept.values())
