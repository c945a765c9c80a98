"""What every answerer is handed: the question with its fitted facts, the library, the day."""

from dataclasses import dataclass, replace
from datetime import datetime

from assistant.dialogue.matching import Candidates, Fit
from assistant.dialogue.question import Question, Word
from knowledge import Evidence, Indicator, LetterHead, Library

FOCUS_QUOTE = 1.0  # bonus for a fact of the sentence talked about
FOCUS_UNIT = 3.0  # … for one beside it in the unit asked for, where it is itself counted otherwise
FOCUS_NAME = 1.5  # … for one of the same name


@dataclass(frozen=True, slots=True)
class Inquiry:
    """求解: one question to be answered from the candidates; `focus` is what was talked about."""

    question: Question
    candidates: Candidates
    library: Library
    now: datetime
    focus: tuple[Evidence, ...] = ()

    def heads(self) -> list[LetterHead]:
        """The letters asked, newest first."""
        ids = {found.evidence.letter.id: found.evidence.letter for found in self.candidates.fits}
        return sorted(ids.values(), key=_newest)

    def with_question(self, question: Question, *kinds: type) -> "Inquiry":
        """The same facts (of these nouns) held against another question."""
        candidates = self.candidates.again(question, *kinds)
        return replace(self, question=question, candidates=candidates)

    def figures_before(self, row: Evidence) -> list[Evidence]:
        """The figures of the same sentence that stand before this one."""
        start = _start_of(row)
        return [
            found.evidence
            for found in self.candidates.of(Indicator)
            if found.evidence.quote == row.quote and _start_of(found.evidence) < start
        ]

    def near_focus(self, found: Fit) -> float:
        """A bonus for what stands beside the thing talked about."""
        bonus = 0.0
        for row in self.focus:
            if row.letter.id != found.evidence.letter.id:
                continue
            if row.quote == found.evidence.quote:
                bonus = max(bonus, FOCUS_QUOTE)
            name = getattr(row.fact, "name", None) or getattr(row.fact, "title", None)
            mine = getattr(found.evidence.fact, "name", None)
            if name and mine and (name in mine or mine in name):
                bonus = max(bonus, FOCUS_NAME)
        return bonus + self._other_unit(found) if bonus else bonus

    def _other_unit(self, found: Fit) -> float:
        """多少件 after 奖了多少主体: another unit asks for another figure, if one has it."""
        asked = self.question.unit
        units = {getattr(row.fact, "unit", "") for row in self.focus}
        other = bool(asked) and asked not in units
        return FOCUS_UNIT * (other and getattr(found.evidence.fact, "unit", "") == asked)

    def touches(self, found: Fit) -> bool:
        """Does the fact itself bear something that was asked (or, in a follow-up, talked about)?"""
        if found.core:
            return True
        if self.question.required:
            return False
        return self.near_focus(found) > 0 or any(
            support.value in ("core", "own") and (self.focus or len(word.text) > 2 or not word.name)
            for word, support in found.support
            if word.soft
        )


def _start_of(row: Evidence) -> int:
    return row.fact.place.own.start if isinstance(row.fact, Indicator) else 0


def _newest(head: LetterHead) -> tuple[int, int]:
    return (-(head.letter.date.toordinal() if head.letter.date else 0), head.id)


def texts(words: tuple[Word, ...]) -> str:
    """Words in quotation marks, as a reply names them."""
    return "、".join(f"“{word.text[:20]}”" for word in words)
