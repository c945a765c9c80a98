"""What to ask next: buttons from the facts beside the answer, each a question the letter answers."""

from collections.abc import Iterator
from itertools import islice

from assistant.dialogue.answer import Answer
from assistant.dialogue.matching.zones import folded_text
from knowledge import Commitment, Evidence, Indicator, Library, Listing, current_of

BUTTONS = 3


def next_questions(answer: Answer, library: Library) -> tuple[str, ...]:
    """The answer's own suggestions, or the parts, the target, the members, the deadline nearby."""
    if answer.suggestions or answer.kind not in ("answer", "list", "computed", "contact"):
        return answer.suggestions[:BUTTONS]
    found = (words for row in answer.focus[:1] for words in _beside(row, library))
    return tuple(islice(dict.fromkeys(found), BUTTONS))


def _beside(row: Evidence, library: Library) -> Iterator[str]:
    fact = row.fact
    if isinstance(fact, Indicator):
        yield from _parts(row, fact, library)
        yield from _target(row, fact, library)
    elif isinstance(fact, Commitment):
        yield "什么时候完成？"
        yield "谁负责？"
    elif isinstance(fact, Listing) and fact.items:
        yield f"{folded_text(fact.items[0].name)}是什么？"
    yield "有哪些承诺？"
    if row.letter.letter.contact.phones:
        yield "联系人电话是多少？"


def _parts(row: Evidence, fact: Indicator, library: Library) -> Iterator[str]:
    """其中农产品品牌有多少个？ beside 知名品牌32个."""
    for other in library.facts(row.letter.id):
        part = other.fact
        if isinstance(part, Indicator) and part.total == fact.name and not part.subject:
            yield f"其中{folded_text(part.name)}有多少{part.unit}？"


def _target(row: Evidence, fact: Indicator, library: Library) -> Iterator[str]:
    """有效注册商标的目标是多少？ beside the figure that a commitment is measured against."""
    rows = [other.fact for other in library.facts(row.letter.id)]
    figures = [one for one in rows if isinstance(one, Indicator)]
    for promise in rows:
        if isinstance(promise, Commitment) and current_of(promise, figures) == fact:
            yield f"{folded_text(fact.name)}的目标是多少？"
