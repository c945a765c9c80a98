"""A class and its kinds: 标准, of which there are 国家标准, 行业标准 and others, has no figure of its own."""

from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Word


def is_class(inquiry: Inquiry, ranked: list[tuple[Fit, float]], words: list[Word]) -> bool:
    """在编的标准 is any of 行业标准, 地方标准 …: of several kinds none stands for all.

    Beside 证明商标 stands 有效注册商标, which is all of them.
    """
    lexicon = inquiry.library.lexicon
    if any(one.kind.startswith("kind") for w in words for one in lexicon.qualifiers_of(w.text)):
        return False
    nouns = tuple(w.text for w in words if w.name)
    names = {folded_text(getattr(f.evidence.fact, "name", "")) for f, _ in ranked}
    called = [name for name in names if nouns and name.endswith(nouns)]
    kinds = {one.kind for name in called for one in lexicon.qualifiers_of(name) if one.name == name}
    return len(called) > 1 and len(kinds) == 1 and all(map(lexicon.qualifiers_of, called))


def of_kind(ranked: list[tuple[Fit, float]], words: list[Word]) -> list[tuple[Fit, float]]:
    """Where the best is a 品牌 as named, 品牌发展事项 in the unit of the other thing is none."""
    nouns = tuple(form for word in words if word.name for form in word.forms)
    kinds = [row for row in ranked if label(row[0].evidence).endswith(nouns)]
    return kinds if ranked[:1] == kinds[:1] else ranked
