"""Names of a part, where the letter counts more than it names: 知名品牌32个, of them five by name.

They are no list of all, and what is not among them may still be one.
"""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.holders import OTHERS
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import short
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.zones import folded_text
from knowledge import Evidence, Indicator, Listing, Recognition, find_numbers

_STOCK = frozenset({"存量", "数量", "累计"})
_ALL = re.compile(r"全部|所有|完整|每一?个|逐一|名单|名录|一览")

_SET_ASIDE = re.compile("除了?(?P<named>[^，。？]{2,30}?)(?:之外|以外|外|[， ]|还)")
_WHAT_OF = re.compile("(?:什么|啥|哪[个种类项])(?:认定|称号|荣誉|名录|项目|工程|商标|品牌|奖)")


def of_the_named(inquiry: Inquiry, listed: Answer) -> Answer:
    """黑山羊在搞什么认定, of a list whose items tell it each of another thing: that of the thing named."""
    text = inquiry.question.text
    if len(listed.focus) != 1 or not _WHAT_OF.search(text) or OTHERS.search(text):
        return listed
    called = folded_text(getattr(listed.focus[0].fact, "name", ""))
    words = [w for w in inquiry.question.required if len(w.text) > 1 and w.text not in called]
    picked = tuple(n for n in listed.names if any(w.text in folded_text(n) for w in words))
    if not 0 < len(picked) < len(listed.names):
        return listed
    said = "、".join(picked)
    return replace(listed, kind="answer", headline=said, body=said, names=picked)


def all_but_named(inquiry: Inquiry, listed: Answer) -> Answer:
    """除了大足石雕，四大证明商标还有哪些: the list without what is set aside."""
    aside = _SET_ASIDE.search(inquiry.question.text)
    fact = listed.focus[0].fact if len(listed.focus) == 1 else None
    if aside is None or not isinstance(fact, Listing):
        return listed
    names = [item.name for item in fact.items]
    left = tuple(name for name in names if folded_text(name) not in aside["named"])
    if not 0 < len(left) < len(names):
        return listed
    said = "、".join(left)
    return replace(listed, kind="list", headline=said, body=said, names=left)


def told_in_part(inquiry: Inquiry, listed: Answer) -> Answer:
    """Says how many there are in all; where just these were asked for, that they are not listed."""
    row = listed.focus[0] if listed.focus else None
    whole = whole_of(inquiry, row, len(listed.names)) if row and _names_all(listed, row) else None
    if whole is None:
        return listed
    count = short(whole.evidence)
    asked = {value for *_, value in find_numbers(inquiry.question.text)}
    fact = whole.evidence.fact
    if not _ALL.search(inquiry.question.text) and getattr(fact, "value", None) not in asked:
        return replace(
            listed, body=f"{listed.body}（函中共有{count}，只点名这{len(listed.names)}个）"
        )
    head = f"函中没有列出全部{count}，只点名其中{len(listed.names)}个"
    return replace(
        listed,
        kind="unknown",
        headline=head,
        body=f"{head}：{'、'.join(listed.names)}",
        proofs=(Proof(whole.evidence), *listed.proofs),
        missing=(),
    )


def _names_all(listed: Answer, row: Evidence) -> bool:
    """Every name the letter gives: not those of one group, nor the titles of one holder."""
    fact = row.fact
    if isinstance(fact, Listing):
        return len(listed.names) == len(fact.items)
    return isinstance(fact, Recognition) and folded_text(fact.holder) in listed.names


def whole_of(inquiry: Inquiry, row: Evidence, named: int) -> Fit | None:
    """The figure of the same name that counts more than are named; None where only the new ones
    are asked for, who are all named.
    """
    fact = row.fact
    name = folded_text(getattr(fact, "name", "") or getattr(fact, "title", ""))
    says = inquiry.question.qualifiers
    if not isinstance(fact, Listing | Recognition) or "新增" not in zones_of(row).own:
        return None
    if says.measure & {"新增"} or says.years:
        return None
    for found in inquiry.candidates.of(Indicator):
        figure = found.evidence.fact
        if not isinstance(figure, Indicator) or found.evidence.letter.id != row.letter.id:
            continue
        if folded_text(figure.name) == name and figure.measure in _STOCK and figure.value > named:
            return found
    return None
