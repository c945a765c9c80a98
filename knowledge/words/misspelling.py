"""Misspelling: a run of Chinese characters that is almost, but not quite, a known name or term.

A change must be needed (the run holds characters that belong to no word), small (same sound,
look-alike, one character missing, too many or out of order) and clear (one name only). What changes
the meaning is no slip: figures, levels, places, negations stay as typed.
"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from knowledge.words.cutting import Dictionary
from knowledge.words.slips import (
    LONGEST,
    Slip,
    apart,
    clear,
    distance,
    is_place,
    partners,
    sound_keys,
    windows,
)
from knowledge.words.sounds import alike, sound

_WORD = 8  # characters of the longest dictionary word that is looked for
_MOST_STRANGE = 100  # characters in no word; a run with more of them is no text with slips
_ABSENT_NAMES = 20_000  # with more names the table of names less one character is left out
_MEANING = frozenset(
    "〇零一二两三四五六七八九十百千万亿半省市州区县镇乡村街年月日号第新旧老总不未无没非"
)
_SIDES = frozenset("东西南北甲乙丙丁")  # tell one place from another: none is made up for a slip
_NEGATION = frozenset("不未无没非")  # negates what follows, so at the end of a name it is a slip
_TELLING = frozenset("说讲问看找来去做搞弄写查")
_RARE_WORD = 20  # jieba's frequency up to which a word may itself be a slip (知明)
# How a character is held: inside a word, in a rare word, as a word of its own, in no word at all.
_FIRM, _RARE, _LOOSE, _STRANGE = 0, 1, 2, 3


class Spelling:
    """Finds slips; `targets` maps each name to how well it is known (1 from the documents, 2 a
    term).
    """

    def __init__(
        self,
        targets: Mapping[str, int],
        dictionary: Dictionary,
        functional: frozenset[str],
        lookalikes: Iterable[str] = (),
    ) -> None:
        self._targets = {name: rank for name, rank in targets.items() if 2 <= len(name) <= LONGEST}
        self._dictionary = dictionary
        self._functional = functional
        self._lookalikes = partners(lookalikes)

    def with_targets(self, targets: Mapping[str, int]) -> "Spelling":
        """The same with more names; the tables already made are added to, not made again."""
        new = Spelling(targets, self._dictionary, self._functional)
        more = Spelling(self._targets | new._targets, self._dictionary, self._functional)
        more._lookalikes = self._lookalikes
        made = self.__dict__.keys() & {"by_sound", "_sound_heads", "_absent"}
        if len(more._targets) > _ABSENT_NAMES:
            made.discard("_absent")
        more.__dict__.update({table: _joined(self, new, table) for table in made})
        return more

    def slips(self, run: str) -> list[Slip]:
        """The slips of a run, none overlapping: 知名品排多少 -> [(0, 4, 知名品牌)]."""
        hold, edges = self._hold(run)
        if hold.count(_FIRM) == len(hold) or hold.count(_STRANGE) > _MOST_STRANGE:
            return []
        found = itertools.chain(
            self._by_sound(run, hold), self._by_look(run, hold), self._by_order(run, hold)
        )
        return apart(clear(slip for slip in found if self._allowed(run, slip, edges)))

    @functools.cached_property
    def by_sound(self) -> dict[str, list[str]]:
        """Names by how they sound, easily mixed syllables taken as one."""
        table: dict[str, list[str]] = {}
        for name in self._targets:
            for key in sound_keys(name):
                table.setdefault(key, []).append(name)
        return table

    @functools.cached_property
    def _sound_heads(self) -> frozenset[str]:
        return frozenset("'".join(key.split("'", 2)[:2]) for key in self.by_sound)

    @functools.cached_property
    def _absent(self) -> dict[str, list[tuple[str, int]]]:
        """Names less one character -> the name and which one; for names of four and more."""
        table: dict[str, list[tuple[str, int]]] = {}
        if len(self._targets) > _ABSENT_NAMES:
            return table
        for name in self._targets:
            if len(name) >= 4:
                for at in range(len(name)):
                    table.setdefault(name[:at] + name[at + 1 :], []).append((name, at))
        return table

    def _hold(self, run: str) -> tuple[list[int], set[int]]:
        """How each character is held in the best cut (fewest strange ones, fewest words, fewest
        rare ones: 了|多少|间, not 了|多|少间), and where words meet in it.
        """
        # strange, words, rare words, where the last word begins
        best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
        for end in range(1, len(run) + 1):
            options = []
            for start in range(max(0, end - LONGEST), end):
                cost = self._cost(run[start:end])
                if cost is not None:
                    before = best[start]
                    rare = before[2] + (self._strength(run[start:end]) == _RARE)
                    options.append((before[0] + cost, before[1] + 1, rare, start))
            best.append(min(options))
        hold = [_FIRM] * len(run)
        end, edges = len(run), {0}
        while end:
            edges.add(end)
            start = best[end][3]
            hold[start:end] = [self._strength(run[start:end])] * (end - start)
            end = start
        return hold, edges

    def _strength(self, word: str) -> int:
        """How a word of the best cut holds its characters."""
        if len(word) == 1:
            return _STRANGE if self._cost(word) else _LOOSE
        known = word in self._targets or self._dictionary.frequency(word) > _RARE_WORD
        return _FIRM if known else _RARE

    def _cost(self, word: str) -> int | None:
        if len(word) == 1:
            return 0 if word in self._functional else 1
        known = word in self._targets or (
            len(word) <= _WORD and self._dictionary.frequency(word) > 1
        )
        return 0 if known else None

    def _by_sound(self, run: str, hold: list[int]) -> Iterator[Slip]:
        sounds = [alike(sound(char)) for char in run]
        for start in range(len(run) - 1):
            if f"{sounds[start]}'{sounds[start + 1]}" not in self._sound_heads:
                continue
            for end in range(start + 2, min(len(run), start + LONGEST) + 1):
                for name in self.by_sound.get("'".join(sounds[start:end]), ()):
                    cost = self._sound_cost(run, start, name, hold)
                    if cost is not None:
                        yield Slip(start, end, name, cost + self._targets[name] / 10)

    def _sound_cost(self, run: str, start: int, name: str, hold: list[int]) -> float | None:
        """How far a stretch is from a name that sounds (nearly) alike; None if it is too far."""
        wrong = [at for at, char in enumerate(name) if run[start + at] != char]
        if not wrong or len(wrong) > max(1, len(name) // 2):
            return None
        cost = 0.0
        for at in wrong:
            typed, meant = run[start + at], name[at]
            step = distance(typed, meant)
            if hold[start + at] != _STRANGE:
                if not self._doubtful(run, start, name, hold) or (
                    step and hold[start + at] == _FIRM
                ):
                    return None
                step += 0.3
            if step >= 1 and len(name) < 4:
                return None
            if len(name) == 2 and sound(typed) != sound(meant):
                return None  # rare readings make short words look alike: 内 is also na
            cost += 0.5 + step
        return cost

    def _doubtful(self, run: str, start: int, name: str, hold: list[int]) -> bool:
        """Whether words may still be wrong: 大雨奖, where 奖 belongs to none; 锻打到 beside a name."""
        if len(name) < 3:
            return False
        held = hold[start : start + len(name)]
        if len(name) >= 4 and _RARE in held:
            return True
        return _STRANGE in held or (self._targets[name] == 1 and _LOOSE in held)

    def _by_look(self, run: str, hold: list[int]) -> Iterator[Slip]:
        for at, char in enumerate(run):
            if hold[at] < _LOOSE:
                continue
            for meant in self._lookalikes.get(char, ()):
                other = run[:at] + meant + run[at + 1 :]
                for start, end in windows(at, at + 1, len(run)):
                    if (rank := self._targets.get(other[start:end])) is not None:
                        yield Slip(start, end, other[start:end], 0.8 + rank / 10)

    def _by_order(self, run: str, hold: list[int]) -> Iterator[Slip]:
        """Characters out of order, too many, or missing."""
        for at in range(len(run)):
            if hold[at : at + 2].count(_FIRM) < 2:
                yield from self._swapped(run, at)
            if hold[at] == _STRANGE:
                yield from self._extra(run, at)
        yield from self._missing(run, hold)

    def _swapped(self, run: str, at: int) -> Iterator[Slip]:
        """With the character at a place and the next one turned round."""
        if run[at : at + 1] == run[at + 1 : at + 2] or at + 1 >= len(run):
            return
        if at == 0 and run[0] in "年月日":  # the figures before belong to it: 2021年去… is no 去年
            return
        other = run[:at] + run[at + 1] + run[at] + run[at + 2 :]
        for start, end in windows(at, at + 2, len(run)):
            if (rank := self._targets.get(other[start:end])) is not None:
                yield Slip(start, end, other[start:end], 1.0 + rank / 10)

    def _extra(self, run: str, at: int) -> Iterator[Slip]:
        if run[at] in _MEANING:
            return
        other = run[:at] + run[at + 1 :]
        twice = run[at] in (run[at - 1 : at] + run[at + 1 : at + 2])
        for start, end in windows(at, at + 1, len(run)):
            name = other[start : end - 1]
            inside = start < at < end - 1 and len(name) >= 4
            if (rank := self._targets.get(name)) is not None and (twice or inside):
                yield Slip(start, end, name, 1.2 + rank / 10)

    def _missing(self, run: str, hold: list[int]) -> Iterator[Slip]:
        if not self._absent:
            return
        for start in range(len(run) - 2):
            for end in range(start + 3, min(len(run), start + LONGEST) + 1):
                if run[start] in "新旧老" and run[start + 1 : end] in self._targets:
                    continue  # 新专利 is whole, and no 新型专利
                for name, at in self._absent.get(run[start:end], ()):
                    near = hold[max(start, start + at - 1) : min(end, start + at + 1)]
                    if _STRANGE in near and name[at] not in _MEANING | _SIDES:
                        yield Slip(start, end, name, 1.4 + self._targets[name] / 10)

    def _allowed(self, run: str, slip: Slip, edges: set[int]) -> bool:
        """Leaves what is right, what changes a meaning, and known words with a function word
        beside.
        """
        typed = run[slip.start : slip.end]
        if typed in self._targets or self._dictionary.frequency(typed) > 1:
            return False
        if not {slip.start, slip.end} <= edges:
            return False  # 专利讲座 holds no 专利奖
        if is_place(run, slip):
            return False
        if sorted(typed) == sorted(slip.right) or len(typed) != len(slip.right):
            return True
        return all(
            self._may_be_slip(typed, at, slip)
            for at, char in enumerate(slip.right)
            if typed[at] != char
        )

    def _may_be_slip(self, typed: str, at: int, slip: Slip) -> bool:
        """Whether one character may be wrong: never a figure, a place or what tells kinds apart."""
        char, meant = typed[at], slip.right[at]
        meaning = _MEANING if at < len(typed) - 1 else _MEANING - _NEGATION
        if char in meaning or (meant in _MEANING and len(typed) < 5) or {char, meant} <= _SIDES:
            return False
        return char not in self._functional | _TELLING or self._slip_of_function(typed, at)

    def _slip_of_function(self, typed: str, at: int) -> bool:
        """Whether a function word may be a slip: inside a name, or beside what alone is no word."""
        if len(typed) < 3:
            return False
        if 0 < at < len(typed) - 1 or (len(typed) >= 5 and typed[at] in _TELLING):
            return True
        rest = typed[1:] if at == 0 else typed[:-1]
        return rest not in self._targets and not self._dictionary.frequency(rest)


def _joined(old: Spelling, new: Spelling, table: str) -> Any:
    """A table of two spellings together."""
    first, second = getattr(old, table), getattr(new, table)
    if isinstance(first, frozenset):
        return first | second
    return first | {key: [*first.get(key, ()), *found] for key, found in second.items()}
