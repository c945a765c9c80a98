"""谁 and 哪家: who holds a title, which one did it; and what is said of a bare name."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.explaining import FORMAL
from assistant.dialogue.answering.holders import OTHERS, headline_of, recognition_sentence
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.listings import answer_list
from assistant.dialogue.answering.saying import sentence
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text, zones_of
from assistant.dialogue.question import Ask
from knowledge import Action, Indicator, Listing, Recognition, Sentence

_OFFICE_ASKED = re.compile(r"哪(?:些|一?个|几个|家)?(?:部门|单位|局)|什么(?:部门|单位)")
_PLACE = re.compile(
    r"哪[个一]?(?:个)?(?:街道|镇|乡|村|地方|区|县|城市|小区|路)|哪里|哪儿|什么(?:地方|位置)|地址|位置|地点"
)


_PLACED = re.compile(
    r"(?:位于|坐落于?|地处|在)[^，。；]{2,20}?(?:侧|旁|街|路|镇|村|号|内|边|东|西|南|北|社区|街道)(?=[，。；])|[\u4e00-\u9fff]{2,6}街道"
)

HOLDS_OFFICE = re.compile(
    "(?:[局处科股所院站队校馆厅区县镇乡市]长|主任|书记|秘书)(?:是|叫)(?:谁|啥|什么|哪)"
)


def answer_who(inquiry: Inquiry) -> Answer | None:
    """The holder, the subject of a figure, or the list that names them."""
    rows = [f for f in inquiry.candidates.holding(Recognition) if inquiry.touches(f)]
    subjects = [
        f
        for f in inquiry.candidates.holding(Indicator)
        if _subject(f) and inquiry.touches(f) and not _asks_subject(inquiry, f)
    ]
    listed = answer_list(inquiry)
    grouped = _group_of(inquiry)
    if grouped:
        return grouped
    if (
        subjects
        and (not rows or subjects[0].score > rows[0].score + 0.5)
        and (listed is None or listed.kind != "list")
    ):
        return _say_subject(subjects[0])
    return None if _names_holder(inquiry, rows) else listed


def _names_holder(inquiry: Inquiry, rows: list[Fit]) -> bool:
    """某某市场归谁管: its titles do not say whose business it is."""
    unit = inquiry.question.ask is Ask.UNIT
    holders = [f.evidence.fact.holder for f in rows if isinstance(f.evidence.fact, Recognition)]
    return unit and any(folded_text(holder) in inquiry.question.text for holder in holders)


def _group_of(inquiry: Inquiry) -> Answer | None:
    """哪个部门新增的: the part of the list the thing stands in."""
    text = inquiry.question.text
    if not re.search(r"部门|单位|局|委|归谁|归哪", text):
        return None
    for found in inquiry.candidates.holding(Listing):
        fact = found.evidence.fact
        groups = _groups(fact) if OTHERS.search(text) and _OFFICE_ASKED.search(text) else ()
        others = [group for group in groups if group not in text]
        if others and len(others) < len(groups):  # 除了农委，还有哪个部门
            said = "、".join(others)
            proof = Proof(found.evidence)
            return Answer("answer", said, folded_text(found.evidence.quote), (proof,))
        for item in fact.items if isinstance(fact, Listing) else ():
            if item.group and folded_text(item.name) in inquiry.question.text:
                group = folded_text(item.group)
                return Answer(
                    "answer",
                    group,
                    f"{folded_text(item.name)}属于{group}",
                    (Proof(found.evidence),),
                    focus=(found.evidence,),
                )
    return None


def answer_groups(inquiry: Inquiry) -> Answer | None:
    """新增的品牌分别属于哪个部门: every part of the list with its names."""
    for found in inquiry.candidates.holding(Listing):
        fact = found.evidence.fact
        if not isinstance(fact, Listing) or len(_groups(fact)) < 2:
            continue
        names: dict[str, list[str]] = {group: [] for group in _groups(fact)}
        for item in fact.items:
            names.setdefault(folded_text(item.group or ""), []).append(folded_text(item.name))
        if any(name in inquiry.question.text for group in names.values() for name in group):
            return None
        said = "；".join(f"{group}：{'、'.join(each)}" for group, each in names.items())
        head = said if len(said) <= 60 else "、".join(names)
        return Answer("list", head, said, (Proof(found.evidence),), focus=(found.evidence,))
    return None


def _groups(fact: object) -> tuple[str, ...]:
    items = fact.items if isinstance(fact, Listing) else ()
    return tuple(dict.fromkeys(folded_text(item.group) for item in items if item.group))


def answer_where(inquiry: Inquiry) -> Answer | None:
    """在哪里: the sentence that places the thing."""
    for found in inquiry.candidates.of(Sentence):
        if found.missing or not found.core or FORMAL.search(found.evidence.quote):
            continue
        place = _PLACED.search(zones_of(found.evidence).quote)
        if place:
            return Answer(
                "answer",
                place.group().strip("，。"),
                proofs=(Proof(found.evidence),),
                focus=(found.evidence,),
            )
    return None


def _subject(found: Fit) -> str:
    fact = found.evidence.fact
    return folded_text(fact.subject) if isinstance(fact, Indicator) and fact.subject else ""


def _asks_subject(inquiry: Inquiry, found: Fit) -> bool:
    return any(form in _subject(found) for w in inquiry.question.required for form in w.forms)


def _say_subject(found: Fit) -> Answer:
    return Answer(
        kind="answer",
        headline=_subject(found),
        body=sentence(found.evidence),
        proofs=(Proof(found.evidence),),
        focus=(found.evidence,),
        names=(_subject(found),),
    )


def is_bare_name(inquiry: Inquiry) -> bool:
    """Is the whole question the name of a holder or of a thing listed?"""
    text = inquiry.question.text.strip(" ，。？！“”")
    if text in inquiry.library.lexicon.words:
        return False
    for found in inquiry.candidates.of(Recognition, Listing):
        fact = found.evidence.fact
        names = (
            [i.name for i in fact.items]
            if isinstance(fact, Listing)
            else [getattr(fact, "holder", "")]
        )
        if any(folded_text(name) == text for name in names):
            return True
    return False


def answer_about(inquiry: Inquiry) -> Answer | None:
    """A bare name: everything the letter says of it, titles first."""
    holds = [
        f
        for f in inquiry.candidates.holding(Recognition, Listing, Indicator, Action)
        if f.core == len(inquiry.question.required)
    ]
    named = [f for f in holds if _is_named(inquiry, f)]
    if not named:
        return None
    quotes: dict[str, Fit] = {}
    for found in named:
        quotes.setdefault(found.evidence.quote, found)
    titles = [f for f in named if isinstance(f.evidence.fact, Recognition)]
    says = list(
        dict.fromkeys(
            [*(recognition_sentence(f) for f in titles), *(_says(f) for f in quotes.values())]
        )
    )
    kept = list(quotes.values())[:3]
    return Answer(
        kind="answer",
        headline=_headline(titles, says),
        body="；".join(says[:5]),
        proofs=tuple(Proof(f.evidence) for f in kept),
        focus=tuple(f.evidence for f in named),
    )


def _headline(titles: list[Fit], says: list[str]) -> str:
    if titles:
        titles.sort(
            key=lambda f: (
                folded_text(getattr(f.evidence.fact, "holder", ""))
                not in [w.text for w, _ in f.support]
            )
        )
        names = [
            folded_text(f"{f.evidence.fact.title}（{f.evidence.fact.status}）")
            for f in titles
            if isinstance(f.evidence.fact, Recognition)
        ]
        return headline_of(list(dict.fromkeys(names)))
    return says[0][:60]


def _is_named(inquiry: Inquiry, found: Fit) -> bool:
    """Is the thing asked a name in the fact: a holder, an item, a subject?"""
    fact = found.evidence.fact
    if isinstance(fact, Recognition):
        names = [fact.holder]
    elif isinstance(fact, Listing):
        names = [item.name for item in fact.items]
    elif isinstance(fact, Indicator):
        names = [fact.subject or ""]
    else:
        names = []
    folded = [folded_text(name) for name in names if name]
    return any(
        form in name or name in form
        for word in inquiry.question.required
        for form in word.forms
        for name in folded
        if len(form) > 1
    )


def _says(found: Fit) -> str:
    """The clause that says it, on one line."""
    fact = found.evidence.fact
    if isinstance(fact, Listing):
        return f"列入“{folded_text(fact.name)}”"
    if isinstance(fact, Recognition):
        return recognition_sentence(found)
    if isinstance(fact, Indicator):
        return sentence(found.evidence)
    return re.sub(r"\s+", "", zones_of(found.evidence).own)[:60]
