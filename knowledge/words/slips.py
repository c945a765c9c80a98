"""Slips: how near a typed character is to the one meant, and which of several slips are to be put
right.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.words.sounds import alike, nearly_same_sound, readings, same_sound, toned

LONGEST = 12  # characters of a name that is looked for
_KEYS = 8  # ways to read a name that are kept
_PLACE_ENDS = frozenset("省市州区县镇乡村")


@dataclass(frozen=True, slots=True)
class Slip:
    """错字: characters [start, end) of the run should read `right`; less `cost` is surer."""

    start: int
    end: int
    right: str
    cost: float


def sound_keys(name: str) -> list[str]:
    """How a name may be read, easily mixed syllables taken as one: 重庆 -> [zong'qin, cong'qin]."""
    heard = [tuple(dict.fromkeys(alike(reading) for reading in readings(char))) for char in name]
    return ["'".join(key) for key in itertools.islice(itertools.product(*heard), _KEYS)]


def distance(typed: str, meant: str) -> float:
    """0 same sound and tone, 0.2 another tone, 1 a sound easily mixed up or a look-alike."""
    if not toned(typed).isdisjoint(toned(meant)):
        return 0.0
    if same_sound(typed, meant):
        return 0.2
    return 1.0 if nearly_same_sound(typed, meant) else 1.1


def is_place(run: str, slip: Slip) -> bool:
    """Whether the slip would turn one place into another: 青河区 is not 清河区."""
    ends = slip.right[-1] + run[slip.end : slip.end + 1]
    return len(slip.right) <= 4 and not _PLACE_ENDS.isdisjoint(ends)


def partners(groups: Iterable[str]) -> dict[str, str]:
    """Character -> the characters that look like it."""
    partners: dict[str, str] = {}
    for group in groups:
        for char in group:
            partners[char] = partners.get(char, "") + group.replace(char, "")
    return partners


def windows(start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    """Every stretch of a run that holds [start, end), of two characters and more."""
    longest = LONGEST + 1
    for left in range(max(0, end - longest), start + 1):
        for right in range(max(end, left + 2), min(size, left + longest) + 1):
            yield left, right


def clear(slips: Iterable[Slip]) -> list[Slip]:
    """The best slip of each stretch; where two names fit equally well there is none."""
    by_stretch: dict[tuple[int, int], list[Slip]] = {}
    for slip in slips:
        by_stretch.setdefault((slip.start, slip.end), []).append(slip)
    clear = []
    for found in by_stretch.values():
        found.sort(key=lambda slip: slip.cost)
        rivals = [slip for slip in found if slip.right != found[0].right]
        if not rivals or rivals[0].cost - found[0].cost > 0.05:
            clear.append(found[0])
    return clear


def _preference(slip: Slip) -> float:
    """A longer name is surer: 有效注册伤标 is one slip of a long name, not of 商标."""
    return slip.cost - 0.1 * (slip.end - slip.start)


def apart(slips: list[Slip]) -> list[Slip]:
    """The surest slips first, none overlapping another, in order of place."""
    taken: list[Slip] = []
    for slip in sorted(slips, key=_preference):
        if all(slip.end <= other.start or other.end <= slip.start for other in taken):
            taken.append(slip)
    return sorted(taken, key=lambda slip: slip.start)
