"""完成得怎么样: the present figure against the promised one, and which promise is the furthest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import chosen_of
from assistant.dialogue.answering.figures import answer_figure
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import percent, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of, value_of
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Number, Question
from knowledge import Commitment, Evidence, Indicator, current_of

_LEAST = re.compile(r"低|慢|差|少|远|落后|吃紧|危险")
# 哪项承诺完成得最好, 目标里离完成最远的是哪个
RANKED = re.compile(
    r"(?:哪|谁).*(?:承诺|目标|任务).*(?:完成|进度|进展|达成|差|离|做)[得度率]?.*最|(?:承诺|目标|任务).*(?:完成|进度|进展|达成|差|离|做)[得度率]?最.*(?:哪|谁)|(?:承诺|目标|任务).*(?:哪|谁).*(?:完成|进度|进展|达成)[得度率]?最"
    r"|离(?:目标|完成|承诺).{0,2}最[远近]|(?:承诺|目标|任务).{0,4}最(?:接近|靠近|快)(?:完成|达成|达到|实现)?"
    r"|(?:承诺|目标|任务)[^，。]{0,4}(?:哪|谁)[^，。]{0,4}(?:差得|差距|离得|落后|差)(?:更|比较|要)?(?:多|大|远)"
    r"|哪一?[个项条件](?:承诺|目标|任务)(?:完成|进度|进展|达成|做|差|离|隔)得?(?:更|比较|要)?[好快多差慢远近]"
)
_BOTH_ENDS = re.compile("最[高多快好].{0,10}最[低少慢差]|最[低少慢差].{0,10}最[高多快好]")
_PROMISE = re.compile("承诺|答应|许诺|军令状|任务|目标")
_REACHING = re.compile("能?(?:达到?|到|做到|完成|实现|突破|超过)")
_COME_TO = "(?:完成|达到|实现|做到|兑现|到|上(?=[0-9一二三四五六七八九]))"
REACHABLE = re.compile(
    rf"能(?:不能|否|够)?.{{0,6}}{_COME_TO}.{{0,12}}[吗嘛么不]|能(?:不能|否).{{0,6}}{_COME_TO}"
)


@dataclass(frozen=True, slots=True)
class _Stage:
    """A promise and what there is of it."""

    goal: Evidence
    current: Evidence

    @property
    def share(self) -> str:
        return percent(value(self.current), value(self.goal))

    @property
    def line(self) -> str:
        gap = value(self.goal) - value(self.current)
        unit = unit_of(self.current)
        left = f"还差{number(gap)}{unit}" if gap > 0 else "已达到"
        figures = f"{number(value(self.current))}/{number(value(self.goal))}{unit}"
        return f"{figures}，完成{self.share}%，{left}"

    @property
    def name(self) -> str:
        return _text_of(self.goal)


def _text_of(row: Evidence) -> str:
    return folded_text(row.fact.text).rstrip("。") if isinstance(row.fact, Commitment) else ""


def answer_progress(inquiry: Inquiry) -> Answer | None:
    """Current against target, where the letter holds both."""
    question = inquiry.question
    inquiry = _bare(inquiry)
    stages = _stages(inquiry)
    compared = {Ask.COMPARE, Ask.MOST} & set(question.asks)
    if compared and len(stages) < 2:
        stages = _stages(_of_any(inquiry))
    if not stages:
        return _unsaid(inquiry)
    if not _speaks_of(question, stages):
        return None
    if compared and len(stages) > 1:
        return _furthest(question.text, stages)
    return _told(stages, _untold(inquiry, stages) if len(stages) > 1 else [])


def _unsaid(inquiry: Inquiry) -> Answer | None:
    """第一条承诺做到什么程度了: one promise is meant, and the letter gives no figure of what is done."""
    row = _promise_named(inquiry)
    if row is None and _PROMISE.search(inquiry.question.text):
        rows = chosen_of(inquiry)
        row = rows[0].evidence if len(rows) == 1 else None
    return _not_said(row) if row else None


def _not_said(row: Evidence) -> Answer:
    said = "函中没有写明这项承诺目前完成了多少"
    body = f"{said}。承诺是：{sentence(row)}"
    return Answer("unknown", said, body, (Proof(row),), focus=(row,))


def _speaks_of(question: Question, stages: list[_Stage]) -> bool:
    """质量奖有什么进展 is not answered by promises that speak of other things."""
    named = [
        word
        for word in question.required
        if word.name and word.whole and "承诺事项" not in word.forms
    ]
    told = "".join(folded_text(s.goal.quote) + label(s.current) for s in stages)
    return not named or any(form in told for word in named for form in word.forms)


def answer_reachable(inquiry: Inquiry) -> Answer | None:
    """年底能完成14500件商标吗: nobody knows; how far the promise of that number has come."""
    claims = inquiry.question.numbers
    named = {claim.value for claim in claims}
    bare = _bare(inquiry)
    stages = [stage for stage in _stages(bare) if value(stage.goal) in named]
    return _told(stages) if stages else _other_goal(bare, claims[-1]) if claims else None


def _other_goal(inquiry: Inquiry, claim: Number) -> Answer | None:
    """能达到15000件商标吗: what is promised is another number."""
    words = tuple(w for w in inquiry.question.words if not _REACHING.fullmatch(w.text))
    asked = replace(inquiry.question, words=words, numbers=())
    stages = [
        stage
        for stage in _stages(inquiry.with_question(asked))
        if claim.unit in ("", unit_of(stage.current)) and _speaks_of(asked, [stage])
    ]
    if len(stages) != 1 or not words:
        return None
    goal = f"{number(value(stages[0].goal))}{unit_of(stages[0].goal)}"
    said = _told(stages)
    head = f"函中的目标是{goal}，没有写{claim.text}（{said.headline}）"
    return replace(said, kind="answer", headline=head[:60], body=f"{head}。{said.body}")


def answer_furthest(inquiry: Inquiry) -> Answer | None:
    """哪项承诺进度最慢: the promises ranked by what there is of them."""
    stages = _stages(_of_any(inquiry))
    return _furthest(inquiry.question.text, stages) if len(stages) > 1 else None


def _stages(inquiry: Inquiry) -> list[_Stage]:
    rows = [f.evidence for f in chosen_of(inquiry) if value_of(f.evidence)]
    found = [(row, present_of(inquiry, row)) for row in rows]
    stages = [_Stage(row, current) for row, current in found if current]
    named = {claim.value for claim in inquiry.question.numbers}
    told = [stage for stage in stages if {value(stage.goal), value(stage.current)} & named]
    return told or stages  # 能完成14500吗 asks of the promise of that number


def _untold(inquiry: Inquiry, stages: list[_Stage]) -> list[Evidence]:
    """Of the promises asked after, those whose progress the letter does not say."""
    told = [stage.goal for stage in stages]
    letters = {goal.letter.code for goal in told}
    rows = [f.evidence for f in chosen_of(inquiry) if f.evidence.letter.code in letters]
    return [row for row in rows if row not in told and isinstance(row.fact, Commitment)]


def _of_any(inquiry: Inquiry) -> Inquiry:
    """商标承诺和专利承诺哪个完成得好: a promise need bear only one of the things named."""
    softened = tuple(replace(word, soft=True) for word in inquiry.question.words)
    return inquiry.with_question(replace(inquiry.question, words=softened))


def _told(stages: list[_Stage], untold: Sequence[Evidence] = ()) -> Answer:
    lines = [stage.line for stage in stages]
    body = "；".join(lines) + "（按函中数据推算）"
    if untold:
        names = "、".join(_text_of(row) for row in untold)
        body += f"。另有承诺函中没有写目前完成了多少：{names}"
    rows = [row for stage in stages for row in (stage.current, stage.goal)]
    return Answer(
        kind="computed",
        headline=lines[0] if len(lines) == 1 else "；".join(lines)[:60],
        body=body,
        proofs=tuple(Proof(row) for row in (*rows, *untold)),
        focus=tuple(stage.goal for stage in stages),
    )


def _furthest(text: str, stages: list[_Stage]) -> Answer:
    """Which promise has come the furthest, or the least far where that was asked."""
    least = _LEAST.search(text) is not None
    ranked = sorted(stages, key=lambda one: value(one.current) / value(one.goal), reverse=not least)
    said = _told(ranked)
    first = ranked[0]
    head = f"{first.name}：完成{first.share}%"
    if _BOTH_ENDS.search(text):
        high, low = (ranked[-1], ranked[0]) if least else (ranked[0], ranked[-1])
        head = (
            f"最高{high.share}%（{label(high.current)}），最低{low.share}%（{label(low.current)}）"
        )
    lines = "；".join(f"{stage.name}：{stage.line}" for stage in ranked)
    return replace(said, headline=head[:60], body=f"{head}。{lines}（按函中数据推算）")


def answer_reached(inquiry: Inquiry) -> Answer | None:
    """新增5个的任务完成几个了: the figure promised is none reached; the letter may not say one."""
    found = answer_figure(inquiry)
    row = _promise_named(inquiry)
    if row is None:
        if found is None or found.kind != "answer" or len(found.focus) != 1:
            return found
        row = found.focus[0]
        target = getattr(row.fact, "measure", "") == "目标"
        if not isinstance(row.fact, Commitment) and not target:
            return found
    return _not_said(row)


def _promise_named(inquiry: Inquiry) -> Evidence | None:
    """The promise whose figure the question names (新增5个的任务), whatever else has that figure."""
    named = {(claim.value, claim.unit) for claim in inquiry.question.numbers}
    rows = [f.evidence for f in chosen_of(_bare(inquiry))] if named else []
    promised = [row for row in rows if (value_of(row), unit_of(row)) in named]
    return promised[0] if len(promised) == 1 else None


def _bare(inquiry: Inquiry) -> Inquiry:
    """The question without what it says of measure and status: of a promise they are its own."""
    has = replace(inquiry.question.qualifiers, measure=frozenset(), status=frozenset())
    return inquiry.with_question(replace(inquiry.question, qualifiers=has))


def present_of(inquiry: Inquiry, goal: Evidence) -> Evidence | None:
    """The present figure of what is promised, in the same letter."""
    if not isinstance(goal.fact, Commitment | Indicator):
        return None
    rows = {
        id(found.evidence.fact): found.evidence
        for found in inquiry.candidates.of(Indicator)
        if found.evidence.letter.id == goal.letter.id
    }
    facts = [row.fact for row in rows.values() if isinstance(row.fact, Indicator)]
    current = current_of(goal.fact, facts)
    return rows[id(current)] if current else None
