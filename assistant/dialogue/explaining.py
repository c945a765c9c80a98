"""Tells how a question was understood and why its answer won: the tool for mending answers."""

from assistant.dialogue.answer import Part
from assistant.dialogue.matching import Candidates, Fit
from assistant.dialogue.matching.zones import zones_of

SHOWN = 12  # candidates shown


def explain_part(part: Part, candidates: Candidates) -> str:
    """Words, corrections, kind, qualifiers, candidates with scores, the winner."""
    question = part.question
    lines = [
        f"问题　　{question.text}",
        f"更正　　{'，'.join(f'{a}→{b}' for a, b in question.changes) or '无'}",
        f"问法　　{'、'.join(ask.value for ask in question.asks) or 'topic'}"
        + (f"，单位 {question.unit}" if question.unit else "")
        + ("，否定" if question.negated else "")
        + ("，承接上文" if question.elliptic else ""),
        f"实词　　{'、'.join(_word(w) for w in question.words) or '无'}",
        f"略去　　{'、'.join(question.dropped) or '无'}",
        f"限定　　{_qualifiers(part)}",
        f"数字　　{'、'.join(n.text for n in question.numbers) or '无'}",
        f"函件　　{sorted(question.letters) if question.letters is not None else '不限'}",
        "候选",
        *(_fit(found) for found in candidates.fits[:SHOWN]),
        f"结果　　[{part.answer.kind}] {part.answer.headline}",
        *(f"依据　　{zones_of(proof.evidence).own}" for proof in part.answer.proofs[:4]),
        *(f"说明　　{words}" for words in part.answer.trace),
    ]
    return "\n".join(lines)


def _word(word: object) -> str:
    text = getattr(word, "text", "")
    forms = [form for form in getattr(word, "forms", ()) if form != text]
    soft = "（轻）" if getattr(word, "soft", False) else ""
    return text + soft + (f"[{'/'.join(forms[:6])}]" if forms else "")


def _qualifiers(part: Part) -> str:
    has = part.question.qualifiers
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
    fact = found.evidence.fact
    zones = zones_of(found.evidence)
    support = " ".join(f"{word.text}:{where.value}" for word, where in found.support)
    against = f"　冲突 {'、'.join(found.conflicts)}" if found.conflicts else ""
    name = f"{type(fact).__name__} {zones.label or zones.own[:24]} {getattr(fact, 'value', '')}"
    return f"  {found.score:6.2f}  {name}　{support}{against}"
