"""Judges a reply against what a right one holds.

Right, wrong, or confidently wrong: wrong without having said that the letter is silent and without
asking back. Beside that, and no part of being right: does the headline alone suffice, is the right
section named, is every quote verbatim. Where wordings are looked for is the business of
`exam_matching`.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.conversations.exam_matching import Wordings, normalize
from tests.conversations.exam_questions import Turn

Reply = Mapping[str, Any]

SILENT_KINDS = frozenset({"unknown", "refused", "refuse"})
ASKING_KINDS = frozenset({"clarify"})
TALKING_KINDS = frozenset({"smalltalk", "help", "greeting", "about"})
HEADLINE_CHARS = 60
# above this share of right answers that carry a "not mentioned" phrase, the phrase is boilerplate
BOILERPLATE = 0.2

SILENCE = re.compile(
    "|".join(
        (
            # 未提到, 没有写明, 没在函里列出 …
            r"(没有?|未能?|尚未|均未|也未|并未|未曾)(在[^,。;]{0,14})?(能|有|对此)?"
            r"(提|写|列|说|讲|谈|给|载|找|查|检索|披露|公布|记|包|涉及|明确|注明|收录|相关|具体|信息|内容|数据|答案|依据)",
            # 无法回答, 不能判断, 暂无资料 …
            r"(暂无|查无|并无|无此|无相关|无法|不能|不便|难以)(回答|确定|判断|得知|提供|给出|作答|确认|查到|评价|推断|据此"
            r"|相关|信息|内容|资料|知道|计算|透露|执行|改变|修改|扮演|代表|承诺|预测)",
            r"不知道|不清楚|不了解|不掌握|查不到|找不到|答不上|答不了|回答不了",
            r"(超出|不在)[^,。;]{0,16}(范围|内容)|无关|不涉及|不(作|做|予|加)(评价|评论)",
            r"(函|信|原文|正文|附件|材料|资料)(中|里|上|内)?(并|也|都|均|就|确实)?(没|无|未)|没有(这|该|此|那)",
            r"(只|仅)能?(回答|列举|列出|提到|提及|点名|写|说|查|负责)",
        )
    )
)
ASKING = re.compile(
    r"您(是)?(想|要)(问|查|了解)|是指|哪一?(项|个|方面|类|条|种)|请(您)?(补充|说明|具体|明确|换)"
)


@dataclass(frozen=True)
class Verdict:
    """What was found of one reply; None where the point does not apply."""

    right: bool
    confident_wrong: bool
    says_silent: bool
    hedged: bool
    why: str
    headline: bool | None = None
    cited: bool | None = None
    quoted: bool | None = None


@dataclass(frozen=True)
class Judge:
    """The rules for the questions on one letter."""

    wordings: Wordings
    section_names: Mapping[str, Sequence[str]]
    letter: str
    phrases_count: bool = True  # False: only the kind of a reply says that the letter is silent

    def judge(self, turn: Turn, reply: Reply) -> Verdict:
        """One reply against one turn."""
        text, kind = str(reply.get("text") or ""), str(reply.get("kind") or "")
        missing = [group for group in turn.must if not self.wordings.any_in(group, text)]
        met = bool(turn.must) and not missing
        hedged = bool(SILENCE.search(normalize(text)))
        silent = kind in SILENT_KINDS or (hedged and self.phrases_count)
        asks = _asks_back(kind, text)
        faults = self._faults(turn, reply, text)
        outcomes = {
            "answer": met and (kind not in SILENT_KINDS or turn.deny_ok),
            "unknown": silent,
            "clarify": asks or (turn.expect == "clarify" and met),
            "smalltalk": kind in TALKING_KINDS
            or (turn.expect == "smalltalk" and met and kind not in SILENT_KINDS),
        }
        expected = "answer" if turn.expect == "list" else turn.expect
        right = not faults and any(outcomes[name] for name in (expected, *turn.also_ok))
        if turn.answerable:
            silent = kind in SILENT_KINDS or (hedged and self.phrases_count and not met)
        humble = silent or asks or (kind in TALKING_KINDS and turn.expect != "answer") or not text
        if turn.expect == "unknown" and self.wordings.forbidden_in(turn.must_not, text):
            humble = False  # it hedged and still said the wrong thing
        proven = right and turn.answerable and kind not in SILENT_KINDS
        proof = self._proof(turn, reply) if proven else (None, None, None)
        why = "" if right else "; ".join(faults) or _shortfall(turn, missing, kind)
        return Verdict(right, not right and not humble, silent, hedged, why, *proof)

    def _faults(self, turn: Turn, reply: Reply, text: str) -> list[str]:
        """What makes a reply wrong whatever else it says."""
        faults = [f"error: {reply['error']}"] if reply.get("error") else []
        if not text.strip():
            faults.append("empty reply")
        forbidden = self.wordings.forbidden_in(turn.must_not, text)
        if forbidden:
            faults.append("must not hold " + " | ".join(forbidden))
        if len(normalize(text)) > turn.max_chars:
            faults.append(f"longer than {turn.max_chars} characters")
        return faults

    def _proof(self, turn: Turn, reply: Reply) -> tuple[bool | None, bool | None, bool | None]:
        """(headline suffices, right section named, quotes verbatim) of a right answer."""
        citations = [one for one in reply.get("citations") or [] if isinstance(one, dict)]
        headline = str(reply.get("headline") or "")
        suffices = 0 < len(normalize(headline)) <= HEADLINE_CHARS and all(
            self.wordings.any_in(group, headline) for group in turn.must
        )
        named = " ".join([str(reply.get("text")), *(str(one.get("section")) for one in citations)])
        quotes = [bare(str(one.get("quote") or "")) for one in citations]
        return (
            suffices if turn.expect == "answer" else None,
            self._names_section(turn.sections, named)
            if turn.sections and self.section_names
            else None,
            bool(quotes) and all(quote and quote in self.letter for quote in quotes),
        )

    def _names_section(self, sections: Sequence[str], text: str) -> bool:
        line = normalize(text)
        names = [name for one in sections for name in (one, *self.section_names.get(one, ()))]
        return any(normalize(name) in line for name in names)


def bare(text: str) -> str:
    """A text without blanks, tags and entities, as quotes are compared."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", "", text)))


def hedging_share(judged: Sequence[tuple[Turn, Verdict]]) -> float:
    """The share of plainly right answers that carry a "not mentioned" phrase all the same."""
    plain = [
        verdict.hedged
        for turn, verdict in judged
        if turn.answerable and verdict.right and not verdict.says_silent and not turn.deny_ok
    ]
    return sum(plain) / len(plain) if plain else 0.0


def _asks_back(kind: str, text: str) -> bool:
    settled = kind in {"answer", "list", "computed", "contact"} or kind in SILENT_KINDS
    return kind in ASKING_KINDS or (not settled and bool(ASKING.search(normalize(text))))


def _shortfall(turn: Turn, missing: Sequence[Sequence[str]], kind: str) -> str:
    if turn.answerable and missing:
        return "missing: " + "; ".join(" / ".join(group[:4]) for group in missing)
    return f"kind {kind} where {turn.expect} was due"
