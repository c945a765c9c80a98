"""Does a row bear the names and numbers of a claim, each where the claim needs it?"""

import re

from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.zones import counted_name, folded_text
from assistant.dialogue.question import Support
from knowledge import Action, Indicator, Listing, Recognition, Sentence


def bears_names(found: Fit, names: set[str]) -> bool:
    """A row states something of a name only when it bears the name itself, not beside it.

    A sentence states what one of its clauses says whole: 甲获得金奖，乙的专利质押融资 tells nothing of
    甲's 融资.
    """
    if isinstance(found.evidence.fact, Action | Sentence):
        return _in_one_clause(found) and (len(names) < 2 or _in_order(found))
    if not _in_one_item(found):
        return False
    outright = isinstance(found.evidence.fact, Recognition | Indicator)
    bearing = (Support.CORE,) if outright else (Support.CORE, Support.OWN)
    return all(s in bearing for w, s in found.support if w.text in names and not w.soft)


def _in_one_item(found: Fit) -> bool:
    """What names of a list bear, one of them bears: 大有田园3A景区、香国公园4A景区 is no 大有田园4A景区."""
    fact = found.evidence.fact
    if not isinstance(fact, Listing):
        return True
    items = [folded_text(item.name) for item in fact.items]
    groups = [item.group or "" for item in fact.items]
    whole = folded_text("|".join([fact.name, counted_name(fact), fact.status or "", *groups]))
    of_items = [
        w
        for w, s in found.support
        if s is Support.CORE and not w.soft and not any(form in whole for form in w.forms)
    ]
    listed = [w for w in of_items if any(w.text == item for item in items)]
    rest = [w for w in of_items if w not in listed] + (listed if len(listed) == 1 else [])
    return not rest or any(
        all(any(form in item for form in w.forms) for w in rest) for item in items
    )


def _in_order(found: Fit) -> bool:
    """The words stand as they were asked, with no other thing named between them.

    Two names in one sentence need not belong together: 以“甲”等证明商标和“乙”公用品牌为引领.
    """
    own = zones_of(found.evidence).own
    asked = [w for w, s in found.support if not w.soft and s is not Support.CONTEXT]
    places = [min((own.find(f) for f in w.forms if f in own), default=-1) for w in asked]
    between = own[min(places) : max(places)]
    return (
        -1 not in places and places == sorted(places) and not re.search("[、和及与；。]", between)
    )


def _in_one_clause(found: Fit) -> bool:
    asked = [w for w, s in found.support if not w.soft and s is not Support.CONTEXT]
    clauses = re.split(r"，(?![以用对将并按由把为向从])|[；。：]", zones_of(found.evidence).own)
    return any(all(any(f in clause for f in w.forms) for w in asked) for clause in clauses)


def other_group(inquiry: Inquiry, found: Fit) -> str:
    """The thing stands in the list under another part than the one claimed (农委, not 市场监管)."""
    fact = found.evidence.fact
    if not isinstance(fact, Listing):
        return ""
    groups = {folded_text(item.group) for item in fact.items if item.group}
    text = inquiry.question.text
    claimed = {group for group in groups if group[:4] in text}
    mine = [item for item in fact.items if folded_text(item.name) in text and item.group]
    wrong = [item for item in mine if claimed and folded_text(item.group or "") not in claimed]
    return "；".join(f"{folded_text(i.name)}属于{folded_text(i.group or '')}" for i in wrong)


def group_named(inquiry: Inquiry, claims: tuple[str, ...]) -> tuple[str, Fit] | None:
    """沃柑是农委报的还是市场监管报的: the part the thing stands in, if it is one of those claimed."""
    for found in inquiry.candidates.of(Listing):
        fact = found.evidence.fact
        for item in fact.items if isinstance(fact, Listing) else ():
            group = folded_text(item.group or "")
            named = group and folded_text(item.name) in inquiry.question.text
            right = [claim for claim in claims if group and group[:4] in claim]
            if named and len(right) == 1:
                return group, found
    return None


def bears_numbers(inquiry: Inquiry, found: Fit) -> bool:
    """Every number of the question stands in the fact."""
    own = zones_of(found.evidence).own
    plain = re.sub(r"(?:19|20)[0-9]{2}年?|[0-9]+月|第[0-9]+", "", inquiry.question.text)
    digits = re.findall(r"[0-9]+(?:[.][0-9]+)?", plain)
    if not inquiry.question.numbers and any(digit not in own for digit in digits):
        return False
    return all(
        value_is(claim, found.evidence) or claim.text in own or str(claim.value) in own
        for claim in inquiry.question.numbers
    )
