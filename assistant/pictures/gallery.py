"""The gallery: which pictures the letters allow, and the one that fits somebody's words.

A figure in a picture keeps its citation in the caption; nothing is drawn that no letter states.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from rapidfuzz import fuzz

from assistant.glossary import Attachment, Choice, Command, Reply, Request
from assistant.pictures.drawing import (
    Bar,
    Milestone,
    Picture,
    draw_bars,
    draw_progress,
    draw_timeline,
    draw_years,
)
from knowledge import Commitment, Indicator, LetterHead, Library, current_of

PROMISES = "承诺进度"
DEADLINES = "承诺时间轴"
ALIKE = 75  # rapidfuzz ratio from which a title is meant: 知名品排 for 知名品牌
SHORT = 2  # characters that must be there as they are: 商标 is not 标准
OFFERED = 8  # pictures offered where the words fit none
FEWEST = 2  # bars that make a picture
MOST = 12  # rows in one; more cannot be read on a phone


@dataclass(frozen=True, slots=True)
class Sketch:
    """画稿: a picture that can be drawn, and the names of what it shows."""

    title: str
    draw: Callable[[], Picture]
    shows: tuple[str, ...] = ()

    def fits(self, words: str) -> float:
        """0 to 100: how well the words name it; what it shows counts less than its title."""
        return max(_alike(words, self.title), *(_alike(words, name) - 1 for name in self.shows), 0)


class Gallery:
    """The pictures of a library, drawn when asked for."""

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        self._library = library
        self._clock = clock

    def titles(self) -> list[str]:
        """Every picture that can be drawn now."""
        return list(dict.fromkeys(sketch.title for sketch in self._sketches()))

    def find(self, words: str) -> Picture | None:
        """The picture that the words mean best: "知名品牌" -> 知名品牌构成; None if they mean none."""
        scored = [(sketch.fits(words), -len(sketch.title), sketch) for sketch in self._sketches()]
        best = max(scored, key=lambda row: row[:2], default=None) if words else None
        return best[2].draw() if best and best[0] >= ALIKE else None

    def command(self) -> Command:
        """/chart 图表: a picture in chat."""
        return Command("chart", ("图表", "画图"), "看图：/chart 知名品牌", self._answer)

    def _answer(self, request: Request) -> Reply:
        picture = self.find(request.words.strip())
        others = tuple(Choice(t, f"/chart {t}") for t in self.titles()[:OFFERED])
        if picture is None:
            words = "请选一张图：" if others else "函件里还没有能画成图的数据。"
            return Reply("clarify" if others else "unknown", words, words, suggestions=others)
        file = Attachment(f"{picture.title}.png", picture.png(), "image/png", picture.caption)
        text = f"{picture.title}\n{picture.caption}"
        return Reply("answer", picture.title, text, suggestions=others, files=(file,))

    def _sketches(self) -> Iterator[Sketch]:
        heads = self._library.letters()
        for head in reversed(heads):
            yield from self._compositions(head)
        promised = tuple(has.name for _, has in _target_rows(self._library))
        if promised:
            yield Sketch(PROMISES, self._promises, promised)
        if any(c.deadline and c.deadline.latest for _, c in self._library.commitments()):
            yield Sketch(DEADLINES, self._deadlines)
        yield from self._developments(heads)

    def _compositions(self, head: LetterHead) -> Iterator[Sketch]:
        facts = self._library.findings(head.id).indicators
        parts: dict[tuple[str, str], list[Indicator]] = {}
        for fact in facts:
            if fact.total:
                added = fact.measure if fact.measure == "新增" else ""
                parts.setdefault((fact.total, added), []).append(fact)
        for (total, added), found in parts.items():
            if len(found) >= FEWEST and len({fact.unit for fact in found}) == 1:
                title = f"{added}{total}构成"
                shows = tuple(fact.subject or fact.name for fact in found)
                yield Sketch(title, partial(_composition, title, found, head), shows)

    def _promises(self) -> Picture:
        rows = _target_rows(self._library)
        bars = [
            Bar(has.name, has.value, _towards(promise, has), promise.target)
            for promise, has in rows[:MOST]
        ]
        codes = [c.place.code for pair in rows[:MOST] for c in pair]
        words = "现有值与目标" + _left_out(len(rows) - MOST)
        return draw_progress(PROMISES, bars, _caption(words, codes))

    def _deadlines(self) -> Picture:
        today = self._clock().date()
        rows = [c for _, c in self._library.commitments() if c.deadline and c.deadline.latest]
        near = sorted(rows, key=lambda row: abs((_day(row) - today).days))[:MOST]
        words = "时限按函中原话推算" + _left_out(len(rows) - MOST)
        caption = _caption(words, [row.place.code for row in near])
        return draw_timeline(DEADLINES, list(_milestones(near, today)), today, caption)

    def _developments(self, heads: list[LetterHead]) -> Iterator[Sketch]:
        years: dict[tuple[str, str, str], dict[int, Indicator]] = {}
        for head in heads:
            for fact in self._library.findings(head.id).indicators:
                year = fact.year or (head.letter.date.year if head.letter.date else None)
                if year and fact.measure in ("存量", "累计") and not fact.total:
                    key = (head.letter.agency or "", fact.name, fact.unit)
                    years.setdefault(key, {})[year] = fact
        for (_, name, _), points in years.items():
            if len(points) >= FEWEST:
                title = f"{name}历年"
                yield Sketch(title, partial(_development, title, points))


def _alike(words: str, name: str) -> float:
    if len(words) <= SHORT:
        return 100.0 if words in name else 0.0
    return fuzz.partial_ratio(words, name)


def _target_rows(library: Library) -> list[tuple[Commitment, Indicator]]:
    pairs = []
    for head, promise in library.commitments():
        has = current_of(promise, library.findings(head.id).indicators)
        if has is not None and promise.target:
            pairs.append((promise, has))
    return pairs


def _composition(title: str, facts: list[Indicator], head: LetterHead) -> Picture:
    bars = [
        Bar(fact.subject or fact.name, fact.value, f"{fact.value:f}{fact.unit}") for fact in facts
    ]
    name = head.letter.title or head.name
    return draw_bars(title, bars, _caption(name, [fact.place.code for fact in facts]))


def _development(title: str, points: dict[int, Indicator]) -> Picture:
    ordered = sorted(points.items())
    bars = [Bar(f"{year}年", f.value, f"{f.value:f}{f.unit}") for year, f in ordered]
    return draw_years(title, bars, _caption("各年函件", [f.place.code for _, f in ordered]))


def _milestones(rows: Iterable[Commitment], today: date) -> Iterator[Milestone]:
    for row in rows:
        assert row.deadline
        day = _day(row)
        yield Milestone(row.text, day, f"{row.deadline.words}（{day}）", late=day < today)


def _day(row: Commitment) -> date:
    assert row.deadline and row.deadline.latest
    return row.deadline.latest


def _towards(promise: Commitment, has: Indicator) -> str:
    """14036 of 14500 -> "14036 → 14500件，96%": rounded down, as nothing is done before it is."""
    assert promise.target
    return f"{has.value:f} → {promise.target:f}{has.unit}，{int(has.value * 100 / promise.target)}%"


def _left_out(count: int) -> str:
    return f"，另有 {count} 项未画出" if count > 0 else ""


def _caption(words: str, codes: Iterable[str]) -> str:
    """Where the figures come from: 来源：…〔59-1.1-1〕."""
    named = list(dict.fromkeys(codes))
    shown = "、".join(named[:4]) + (" 等" if len(named) > 4 else "")
    return f"来源：{words}〔{shown}〕"
