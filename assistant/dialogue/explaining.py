"""Tells how a question was understood and why its answer won: the tool for mending answers.

In order: the question's words, corrections, kind and qualifiers; near readings that were weighed;
the candidates with their scores; the answerers asked; where the winner bears every word, and what
keeps its rivals behind it.
"""

from collections.abc import Iterable, Iterator

from assistant.dialogue.answer import Part
from assistant.dialogue.matching import Candidates, Fit
from assistant.dialogue.matching.fitting import CONFLICT, EXTRA
from assistant.dialogue.matching.zones import zones_of
from assistant.dialogue.question import Question, Support, Word
from knowledge import Doubt, Evidence

SHOWN = 12  # candidates shown
RIVALS = 3  # … and compared with the winner
READINGS = 6  # near readings shown
PLACES = {
    Support.CORE: "事实本身",
    Support.OWN: "所在分句",
    Support.QUOTE: "所在句子",
    Support.CONTEXT: "标题或函题",
    Support.NONE: "没有",
}


def explain_part(part: Part, candidates: Candidates) -> str:
    """Words, corrections, kind, qualifiers, candidates with scores, and why the winner won."""
    return "\n".join(
        [
            *_asked(part.question),
            "候选",
            *(
                [_fit(found) for found in _touched(candidates)[:SHOWN]]
                or ["  没有一条含有问题里的词"]
            ),
            f"答法　　{_answerers(part.answer.by)}",
            f"结果　　[{part.answer.kind}] {part.answer.headline}",
            *(f"依据　　{zones_of(proof.evidence).own}" for proof in part.answer.proofs[:4]),
            *_reasons(part, candidates),
            *(f"说明　　{words}" for words in part.answer.trace),
        ]
    )


def explain_doubts(doubts: Iterable[Doubt], text: str) -> str:
    """The near readings that are weighed before an answer stands."""
    said = [f"{text[d.start : d.end] or '（空）'}→{d.meant}" for d in doubts][:READINGS]
    return f"近似读法　{'，'.join(said) or '无'}"


def _asked(question: Question) -> list[str]:
    return [
        f"问题　　{question.text}",
        f"更正　　{'，'.join(f'{a}→{b}' for a, b in question.changes) or '无'}",
        f"问法　　{'、'.join(ask.value for ask in question.asks) or 'topic'}"
        + (f"，单位 {question.unit}" if question.unit else "")
        + ("，否定" if question.negated else "")
        + ("，承接上文" if question.elliptic else ""),
        f"实词　　{'、'.join(map(_word, question.words)) or '无'}",
        f"略去　　{'、'.join(question.dropped) or '无'}",
        f"限定　　{_qualifiers(question)}",
        f"数字　　{'、'.join(n.text for n in question.numbers) or '无'}",
        f"函件　　{sorted(question.letters) if question.letters is not None else '不限'}",
    ]


def _word(word: Word) -> str:
    forms = [form for form in word.forms if form != word.text]
    return (
        word.text + ("（轻）" if word.soft else "") + (f"[{'/'.join(forms[:6])}]" if forms else "")
    )


def _qualifiers(question: Question) -> str:
    has = question.qualifiers
    named = {
        "口径": has.measure,
        "状态": has.status,
        "级别": has.level,
        "年份": {str(year) for year in has.years},
        "地区": has.places,
    }
    return (
        "；".join(f"{name} {'、'.join(sorted(vals))}" for name, vals in named.items() if vals)
        or "无"
    )


def _fit(found: Fit) -> str:
    support = " ".join(f"{word.text}:{where.value}" for word, where in found.support)
    against = f"　冲突 {'、'.join(found.conflicts)}" if found.conflicts else ""
    return f"  {found.score:6.2f}  {_name(found.evidence)}　{support}{against}"


def _name(evidence: Evidence) -> str:
    zones = zones_of(evidence)
    fact = evidence.fact
    return f"{type(fact).__name__} {zones.label or zones.own[:24]} {getattr(fact, 'value', '')}"


def _answerers(asked: tuple[str, ...]) -> str:
    """Which answerers had nothing, and which one answered; `answer_unknown` when none did."""
    *passed, last = (name.removeprefix("answer_") for name in asked or ("unknown",))
    return f"{'、'.join(passed)} 没有结果 → {last}" if passed else last


def _reasons(part: Part, candidates: Candidates) -> Iterator[str]:
    """Where the winner bears each word and how far ahead it is; without one, what is not found."""
    winner = _winner(part, candidates)
    if winner is None or part.answer.kind == "unknown":
        yield from _not_found(part.question, candidates)
        return
    for word, where in winner.support:
        yield f"对上　　{_word(word)} ← {PLACES[where]}"
    yield f"得分　　{_points(winner)}"
    for rival in _rivals(winner, candidates):
        yield f"落选　　{_name(rival.evidence)}：{_behind(rival, winner)}"


def _winner(part: Part, candidates: Candidates) -> Fit | None:
    """The candidate the answer rests on first."""
    proofs = [proof.evidence for proof in part.answer.proofs[:1]]
    return next((found for found in candidates.fits if found.evidence in proofs), None)


def _touched(candidates: Candidates) -> list[Fit]:
    """The candidates that bear at least one word; all of them when the question has none."""
    bears = tuple(where for where in Support if where is not Support.NONE)
    return [found for found in candidates.fits if not found.support or found.bears(*bears)]


def _rivals(winner: Fit, candidates: Candidates) -> list[Fit]:
    """The best other candidates of the winner's kind."""
    kind = type(winner.evidence.fact)
    rows = [found for found in _touched(candidates) if isinstance(found.evidence.fact, kind)]
    return [found for found in rows if found is not winner][:RIVALS]


def _points(found: Fit) -> str:
    """How a score came about."""
    lost = EXTRA * found.extra + CONFLICT * len(found.conflicts)
    return (
        f"{found.score:.2f} ＝ 词与数字 {found.score + lost:.2f} － 多余{found.extra}字×{EXTRA}"
        f" － 冲突{len(found.conflicts)}处×{CONFLICT:g}"
    )


def _behind(rival: Fit, winner: Fit) -> str:
    """What keeps a candidate behind the winner."""
    reasons = list(rival.conflicts)
    if rival.missing:
        reasons.append(f"没有“{'”“'.join(word.text for word in rival.missing)}”")
    gap = winner.score - rival.score
    if gap > 0:
        reasons.append(f"低{gap:.2f}分")
    return "；".join(reasons) or "不输，另由答法取舍"


def _not_found(question: Question, candidates: Candidates) -> Iterator[str]:
    """Each word no fact bears; when all are borne, that no fact bears them together."""
    borne = {
        word
        for found in candidates.fits
        for word, where in found.support
        if where is not Support.NONE
    }
    lost = [word.text for word in question.required if word not in borne]
    if lost:
        yield f"未找到　{'、'.join(lost)}：没有一条事实含有"
    elif question.required and not candidates.holding():
        yield "未找到　每个词都有，但没有一条事实同时含有又不相冲突"
    for found in _touched(candidates)[:RIVALS]:
        if found.missing or found.conflicts:
            yield f"差在　　{_name(found.evidence)}：{_behind(found, found)}"
