"""The facts of a letter with what of each does not depend on the question, kept while they stay.

Where a word stands in a letter is looked up once and remembered: most words are asked again and
again.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from threading import Lock

from assistant.dialogue.matching.apart import told_apart
from assistant.dialogue.matching.standings import status_class
from assistant.dialogue.matching.texts import (
    drawn_apart,
    in_halves,
    shortens,
    stands_in,
    turned_round,
)
from assistant.dialogue.matching.zones import PARTED, Zones, folded_text, zones_of
from assistant.dialogue.question import Support, Word
from knowledge import Commitment, Evidence, Fact, Indicator, Recognition

REMEMBERED = 500  # words of which each letter remembers where they stand
KEPT = 200  # letters kept; as many as the library keeps
_HAD = ("存量", "数量", "累计", "新增")
_HAVING = frozenset("通过 拥有 持有 取得 获得 得到 具有 具备 拿到 评上 取得了 获得了 有了".split())


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """候选行: a fact, the places where words may stand in it, the other figures of its sentence."""

    at: int  # its place in the letter
    evidence: Evidence
    zones: Zones
    neighbours: tuple[str, ...]

    @property
    def everything(self) -> str:
        """All that a word may be found in."""
        return PARTED.join((self.zones.core, self.zones.quote, self.zones.own, self.zones.context))


def _row(at: int, evidence: Evidence, neighbours: tuple[str, ...]) -> Row:
    """A row; the only figure of a sentence owns all that leads up to it.

    对获得授权的项目的资助正在受理，预计400万元: the money is that of those projects.
    """
    zones = zones_of(evidence)
    place = getattr(evidence.fact, "place", None)
    if isinstance(evidence.fact, Indicator) and place and not neighbours:
        leading = folded_text(evidence.quote[: max(place.own.end - place.quote.start, 0)])
        zones = replace(zones, own=max(zones.own, leading, key=len))
    return Row(at, evidence, zones, neighbours)


class LetterRows:
    """函件候选: the rows of one letter."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        kept = without_repeats(list(evidence))
        beside = _figures_by_sentence(kept)
        self.rows = tuple(_row(at, one, _neighbours(one, beside)) for at, one in enumerate(kept))
        self.agencies = frozenset(one.letter.letter.agency or "" for one in kept)
        self._texts = tuple(row.everything for row in self.rows)
        self._text = "\n".join(self._texts)
        self._labelled = _by_last(self.rows)
        self._known: dict[tuple[object, ...], Mapping[int, Support]] = {}
        self._worth: dict[tuple[object, ...], Mapping[int, float]] = {}

    def bearing(self, word: Word) -> Mapping[int, Support]:
        """The rows that bear the word, by their place, and where they bear it."""
        key = (word.text, word.forms, word.whole, word.name, word.kind, word.common)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            borne = dict(self._look_for(word))
            found = self._known[key] = told_apart(word, self.rows, borne)
        return found

    def worth(self, word: Word, of: Callable[[Word, Support], float]) -> Mapping[int, float]:
        """What the word is worth to the rows that bear it."""
        key = (word.text, word.forms, word.whole, word.name, word.kind, word.soft)
        found = self._worth.get(key)
        if found is None:
            if len(self._worth) >= REMEMBERED:
                self._worth.clear()
            borne = self.bearing(word).items()
            found = self._worth[key] = {at: of(word, support) for at, support in borne}
        return found

    def _look_for(self, word: Word) -> Iterator[tuple[int, Support]]:
        having = word.text in _HAVING or "获得" in word.forms
        for row in self.rows if having else self._rows_with(word):
            if having and is_had(row.evidence.fact):
                yield row.at, Support.OWN
                continue
            support = support_of(word, row)
            if support is not Support.NONE:
                yield row.at, support

    def _rows_with(self, word: Word) -> Iterable[Row]:
        """A quick look before the exact one: most words of a question stand nowhere in most
        letters.
        """
        found = {
            row.at: row
            for row in self._labelled.get(word.text[-1:], ())
            if not word.common and shortens(word.text, row.zones.label)
        }
        if word.whole and word.text[:3] in self._text:
            found |= {row.at: row for row in self.rows if drawn_apart(word, row.zones.label)}
        if word.whole and not word.kind:
            found |= {
                row.at: row
                for row in self.rows
                if _told_in_halves(word, row) or turned_round(word, row.zones.label)
            }
        if stands_in(word.forms, self._text, word.whole):
            for row, text in zip(self.rows, self._texts, strict=True):
                if stands_in(word.forms, text, word.whole):
                    found[row.at] = row
        return found.values()


class KeptRows:
    """书库: the rows of each letter, set up again when its facts are others."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[list[Evidence], LetterRows]] = {}
        self._lock = Lock()

    def of(self, letter: int, evidence: list[Evidence]) -> LetterRows:
        """The rows of a letter with these facts."""
        with self._lock:
            # put back as the last: the longest unused goes first
            kept = self._kept.pop(letter, None)
            if kept is not None and kept[0] is evidence:
                self._kept[letter] = kept
                return kept[1]
        rows = LetterRows(evidence)
        with self._lock:
            while len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[letter] = (evidence, rows)
        return rows


def is_had(fact: Fact) -> bool:
    """What is counted as a stock or as new is had; what is hoped for or applied for is not."""
    if isinstance(fact, Recognition):
        return status_class(fact.status) == "已获"
    if not isinstance(fact, Indicator) or fact.measure not in _HAD:
        return False
    return status_class((fact.status or "") + fact.name) != "申报"


def _by_last(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by the last character of what they are called."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.zones.label[-1:]].append(row)
    return found


def support_of(word: Word, row: Row) -> Support:
    """Where a row bears a word, the strongest place first."""
    zones = row.zones
    if (
        stands_in(word.forms, zones.core, word.whole)
        or not word.common
        and shortens(word.text, zones.label)
        or drawn_apart(word, zones.label)
        or word.whole
        and not word.kind
        and turned_round(word, zones.label)
    ):
        return Support.CORE
    if stands_in(word.forms, zones.own, word.whole):
        return Support.OWN
    if _told_in_halves(word, row):
        return Support.OWN
    if stands_in(word.forms, zones.quote, word.whole):
        theirs = word.name and any(form in name for name in row.neighbours for form in word.forms)
        return Support.NONE if theirs and not leads_to(word, row) else Support.QUOTE
    if stands_in(word.forms, zones.context, word.whole):
        return Support.CONTEXT
    return Support.NONE


def _told_in_halves(word: Word, row: Row) -> bool:
    """A sentence, which has no name of its own, may put other words between the halves of a term."""
    return (
        word.whole and not word.kind and not row.zones.label and in_halves(word.text, row.zones.own)
    )


def leads_to(word: Word, row: Row) -> bool:
    """Is the word what the sentence speaks of when it comes to this figure?

    北环路全长5.2公里，现有路灯96盏: the lamps are those of 北环路. Where a thing of the same kind stands
    between (国家标准…5项，行业标准…3项), it is that thing's.
    """
    quote, own = row.zones.quote, quote_place(row.zones)
    for form in word.forms:
        at = quote.rfind(form, 0, own[0])
        if len(form) > 1 and at >= 0:
            between = quote[at + len(form) : own[1]]
            if row.zones.label.startswith("每"):
                return True  # 护路员894名，其中…518名，每人补助500元
            return not (
                _PART.search(between) or form[-1] in _ends(between, row) or _beside(form, row)
            )
    return False


_PART = re.compile("其中|[；。：]")


def quote_place(zones: Zones) -> tuple[int, int]:
    """Where the own clause stands in the sentence."""
    start = max(zones.quote.find(zones.own), 0)
    return start, start + len(zones.own)


def _beside(form: str, row: Row) -> bool:
    """五金刀具品牌4个，服务业品牌3个: figures of one kind stand beside each other, none leads."""
    names = [folded_text(name.split("|")[0]) for name in row.neighbours]
    return any(form in name and name[-1:] == row.zones.label[-1:] for name in names)


def _ends(between: str, row: Row) -> set[str]:
    """The last characters of the things counted there, this row's own among them."""
    names = [row.zones.label, *(name.split("|")[0] for name in row.neighbours)]
    return {name[-1] for name in map(folded_text, names) if name and name[-3:] in between}


def without_repeats(rows: list[Evidence]) -> list[Evidence]:
    """Figures read a second time out of a row of the commitments table are left to the commitment."""
    promised = {
        (row.letter.id, row.fact.place.quote)
        for row in rows
        if isinstance(row.fact, Commitment) and row.fact.source == "table"
    }
    return [
        row
        for row in rows
        if not (
            isinstance(row.fact, Indicator)
            and any(
                letter == row.letter.id and quote.start <= row.fact.place.own.start < quote.end
                for letter, quote in promised
            )
        )
    ]


def _sentence(row: Evidence) -> tuple[int, str]:
    return (row.letter.id, row.quote)


def _figures_by_sentence(rows: list[Evidence]) -> dict[tuple[int, str], list[Indicator]]:
    beside: dict[tuple[int, str], list[Indicator]] = defaultdict(list)
    for row in rows:
        if isinstance(row.fact, Indicator):
            beside[_sentence(row)].append(row.fact)
    return beside


def _neighbours(row: Evidence, beside: dict[tuple[int, str], list[Indicator]]) -> tuple[str, ...]:
    """Names of the other figures in the sentence of this one."""
    fact = row.fact
    if not isinstance(fact, Indicator):
        return ()
    return tuple(
        "|".join([other.name, other.subject or "", other.level or "", other.status or ""])
        for other in beside[_sentence(row)]
        if other is not fact
    )
