"""Facts in words: short forms for headlines, sentences for bodies."""

from decimal import Decimal

from assistant.dialogue.matching.zones import folded_text, zones_of
from knowledge import Commitment, Evidence, Indicator

_BEFORE = {"新增": "新增", "目标": "目标", "预计": "预计", "增量": "增加"}
_LEADING = ("约", "超", "近", "超过", "大约", "接近", "不少于", "不低于", "至少", "达")


def number(value: Decimal) -> str:
    """A figure without a tail of zeros: 3.850 -> 3.85, 1E+3 -> 1000."""
    plain = format(value.normalize(), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def figure(fact: Indicator, evidence: Evidence) -> str:
    """The figure as the letter prints it: 24万余元, 400万元左右, 14036件."""
    place = fact.place
    printed = ""
    if place.figure and place.quote.start <= place.figure.start <= place.quote.end:
        start = place.figure.start - place.quote.start
        printed = folded_text(evidence.quote[start : place.figure.end - place.quote.start])
    plain = number(fact.value) + fact.unit
    if (
        not printed
        or not any(c.isdigit() for c in printed)
        or number(fact.value) not in printed.replace(",", "")
    ):
        printed = plain
    if fact.unit and fact.unit[-1] not in printed:
        printed += fact.unit
    return _bounded(printed, fact.bound)


def _bounded(printed: str, bound: str | None) -> str:
    if not bound or bound in printed:
        return printed
    return bound + printed if bound in _LEADING else printed + bound


def short(evidence: Evidence) -> str:
    """The answer itself: 14036件, 新增5个, 目标14500件."""
    fact = evidence.fact
    if isinstance(fact, Commitment):
        return (
            f"{number(fact.target)}{fact.target_unit or ''}"
            if fact.target is not None
            else folded_text(fact.text)
        )
    if isinstance(fact, Indicator):
        words = figure(fact, evidence)
        before = _BEFORE.get(fact.measure, "")
        return words if before and words.startswith(before) else before + words
    return ""


def label(evidence: Evidence) -> str:
    """What a figure is a figure of: 马德里商标（新增）, 天下大足许可使用."""
    fact = evidence.fact
    if isinstance(fact, Commitment):
        return folded_text(fact.text)
    if not isinstance(fact, Indicator):
        return zones_of(evidence).label
    parts = [fact.subject or "", fact.level or "", fact.name]
    name = ""
    for part in parts:
        name += "" if part and part in name + fact.name and part is not fact.name else part
    return folded_text(name) + (fact.status if fact.status and fact.status not in name else "")


def label_value(evidence: Evidence) -> str:
    """马德里商标7件; a promise holds its figure in its words."""
    name = label(evidence)
    return name if isinstance(evidence.fact, Commitment) else f"{name}{short(evidence)}"


def sentence(evidence: Evidence) -> str:
    """The fact in one sentence: 截止2022年5月，全区有效注册商标14036件."""
    fact = evidence.fact
    if isinstance(fact, Commitment):
        return commitment_sentence(fact)
    if not isinstance(fact, Indicator):
        return folded_text(evidence.quote)
    time = fact.time if fact.time and fact.time not in label(evidence) else ""
    scope = fact.scope if fact.scope and fact.scope not in label(evidence) else ""
    lead = f"{folded_text(time).removeprefix('将').removeprefix('于')}，" if time else ""
    return f"{lead}{scope}{label(evidence)}{short(evidence)}"


def commitment_sentence(fact: Commitment) -> str:
    """A commitment with its deadline and department."""
    words = [folded_text(fact.text).rstrip("。")]
    if fact.deadline:
        words.append(f"时限{folded_text(fact.deadline.words)}")
    if fact.unit_words or fact.units:
        words.append(f"责任单位{folded_text(fact.unit_words or '、'.join(fact.units))}")
    return "，".join(words)


def same_thing(one: Evidence, other: Evidence) -> bool:
    """Two rows that state the same figure (in the text and in the table)."""
    if value_of(one) != value_of(other) or _unit(one) != _unit(other):
        return False
    return label(one) == label(other) or type(one.fact) is not type(other.fact)


def value_of(evidence: Evidence) -> Decimal | None:
    """The figure of an indicator or of a commitment."""
    fact = evidence.fact
    if isinstance(fact, Indicator):
        return fact.value
    return fact.target if isinstance(fact, Commitment) else None


def unit_of(evidence: Evidence) -> str:
    """The unit of that figure."""
    return _unit(evidence)


def _unit(evidence: Evidence) -> str:
    fact = evidence.fact
    if isinstance(fact, Indicator):
        return fact.unit
    return (fact.target_unit or "") if isinstance(fact, Commitment) else ""
