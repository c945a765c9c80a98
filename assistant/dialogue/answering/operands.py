"""The figures a question names side by side: A和B, A加上B, A比B.

Told apart by joining words, or by whose figure it is where one name is shared (许可使用).
"""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.classes import is_class, of_kind
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.naming import parted, spelt_out, status_in, status_of_all, unglued
from assistant.dialogue.answering.saying import label, label_value, sentence, unit_of
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Number, Qualifiers, Question, Support, Word
from assistant.dialogue.understanding.asking import MASK, mask
from assistant.dialogue.understanding.content import content_words
from assistant.dialogue.understanding.numbering import claims_of
from assistant.dialogue.understanding.qualifying import qualify, years_of
from knowledge import Commitment, Indicator

JOINED = (
    r"加上|超过(?![0-9一二三四五六七八九十半])|不如|不及|[多少高低大小]于(?![0-9一二三四五六七八九十])|(?<![增参添追附更])加(?![快强大了]|起来|[在到]?一[起块])|连|算上|减去?|和|与|跟|同|比(?![重例率])|、|以及|及|还是|或者|或"
    r"|[里中][面头]?(?=[^，。]{2,12}占|[^，。]{0,8}比例|[^，。]{0,4}(?:百分之|几成))|占(?![比地用据领]|有(?!效))|除以?(?![了外去此害])|，"
)
_SHARED = re.compile("(?:所占)?(?:的)?(?:比例|比重|占比)")  # asked of both, part of neither
_PARTS = re.compile(rf"(?:{JOINED})")
_EACH = re.compile(r"分别|各|、|和|(?<!参)与|跟|以及|还有| |，")
_SUMS = frozenset({"钱", "元", "块", "万", "万元", "亿", "亿元", "%"})
MOST = 12  # things named side by side that are looked up
_SINCE_WHEN = re.compile("至|到|以来")
_IN_ALL = re.compile("^(?:总量|总件?数|总个数)")  # 新增马德里商标数与总量: all there are now
_REACHED = re.compile("(目标|承诺|任务)(?:完成|达到|实现)了?(?:之|以)?后")  # the goal itself
_RESULT = re.compile("等于|总数|总共|一共")
Piece = tuple[str, list[Word]]  # the text of a thing named ("": none is), and its words


def operands_of(inquiry: Inquiry, *, complete: bool = False) -> list[Fit]:
    """The figures of the things named, one each: A和B相差多少, A加上B.

    With `complete`, none when one of the things has no figure. A thing named in short borrows
    the words of the other (国家级加上市级的知识产权优势企业).
    """
    siblings = _siblings(inquiry)
    if len(siblings) > max(1, inquiry.question.text.count("、")):
        return siblings
    years = sorted(inquiry.question.qualifiers.years)
    if len(years) == 2 and not _SINCE_WHEN.search(inquiry.question.text):
        return _of_years(inquiry, years)
    pieces = _pieces(inquiry)
    if complete and len(pieces) <= inquiry.question.text.count("、"):
        return []
    choices: list[list[tuple[Fit, float]]] = []
    for piece in pieces:
        others = list(dict.fromkeys(w for other in pieces if other is not piece for w in other[1]))
        ranked = _figures_of(inquiry, piece, others) if piece[0] else []
        if complete and not ranked:
            return []
        choices += [ranked] if ranked else []
    found: list[Fit] = []
    chosen = _of_one_unit(choices)
    if complete and len(chosen) < len(choices) and "、" in inquiry.question.text:
        return []
    for best in chosen:
        if all(best.evidence.fact is not f.evidence.fact for f in found):
            found.append(best)
    return found


def _of_years(inquiry: Inquiry, years: list[int]) -> list[Fit]:
    """2021年和2022年新增品牌: one thing, the figure of each year."""
    found = []
    for year in years:
        said = replace(
            inquiry.question.qualifiers,
            years=frozenset({year}),
            measure=inquiry.question.qualifiers.measure - {"增量"},
        )
        question = replace(
            inquiry.question, asks=(Ask.FIGURE,), qualifiers=said, unit="", numbers=()
        )
        ranked = ranked_figures(inquiry.with_question(question, Indicator, Commitment))
        found += [ranked[0][0]] if ranked else []
    return found if len(found) == 2 and found[0].evidence.fact is not found[1].evidence.fact else []


def _of_one_unit(choices: list[list[tuple[Fit, float]]]) -> list[Fit]:
    """One figure for each thing named: in a unit all share, where they do.

    已奖励和预计奖励 are both sums of money, though prizes were also given to 210 firms.
    """
    units = [{unit_of(f.evidence) for f, _ in ranked} for ranked in choices]
    shared = set.intersection(*units) if units else set()
    if not shared:
        return [ranked[0][0] for ranked in choices]
    picked = [_picked(unit, choices) for unit in sorted(shared)]
    best = max(picked, key=lambda row: (len(row), sum(worth for _, worth in row)))
    return [found for found, _ in best]


def _picked(unit: str, choices: list[list[tuple[Fit, float]]]) -> list[tuple[Fit, float]]:
    """The best figure in this unit for each thing, none twice: who has least to choose from first."""
    fitting = [[pair for pair in ranked if unit_of(pair[0].evidence) == unit] for ranked in choices]
    picked: dict[int, tuple[Fit, float]] = {}
    for at in sorted(range(len(fitting)), key=lambda at: len(fitting[at])):
        taken = [f.evidence for f, _ in picked.values()]
        free = (
            pair
            for pair in fitting[at]
            if all(pair[0].evidence.fact is not row.fact for row in taken)
            and (pair is fitting[at][0] or label(pair[0].evidence) not in map(label, taken))
        )
        if found := next(free, None):
            picked[at] = found
    return [picked[at] for at in sorted(picked)]


def answer_each(inquiry: Inquiry) -> Answer | None:
    """发明专利和注册商标分别有多少件: each with its own figure."""
    text = inquiry.question.text
    if len(parted(text, _EACH, inquiry.library)) < 2 or "平均" in text:
        return None
    found = operands_of(inquiry, complete=True)
    if len(found) < 2:
        return None
    rows = tuple(f.evidence for f in found)
    aimed = inquiry.question.qualifiers.measure == {"目标"}
    if aimed and any(measure_of(row) != "目标" for row in rows):
        return None  # 甲和乙的目标分别是多少: what there is of 甲 is no goal
    return Answer(
        kind="answer",
        headline="，".join(map(label_value, rows)),
        body="；".join(sentence(row) for row in rows),
        proofs=tuple(Proof(row) for row in rows),
        focus=rows,
        names=tuple(label(row) for row in rows),
    )


def _siblings(inquiry: Inquiry) -> list[Fit]:
    """Figures of one name told apart by whose they are (许可使用: 天下大足, 大足石雕), both named."""
    groups: dict[tuple[str, str], list[Fit]] = {}
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if isinstance(fact, Indicator) and fact.subject and not found.conflicts:
            subject = folded_text(fact.subject)
            if any(
                form in subject for w in inquiry.question.words for form in w.forms if len(form) > 1
            ):
                groups.setdefault((fact.name, fact.unit), []).append(found)
    best = max(groups.values(), key=len, default=[])
    named = {_subject_words(inquiry, found) for found in best}
    untold = [
        word
        for word in inquiry.question.required
        if word.name and all(word not in found.bears(Support.CORE) for found in best)
    ]
    best.sort(key=lambda found: _first_named(inquiry.question, found))
    # 天下大足、大足石雕许可使用加上专利转让许可 names one more thing
    return best if len(best) > 1 and len(named) == len(best) and not untold else []


def _first_named(question: Question, found: Fit) -> int:
    """Where the question names whose figure it is."""
    subject = folded_text(getattr(found.evidence.fact, "subject", "") or "")
    named = [w.text for w in question.words if any(form in subject for form in w.forms)]
    return min((question.text.find(word) for word in named), default=len(question.text))


def _subject_words(inquiry: Inquiry, found: Fit) -> tuple[str, ...]:
    subject = folded_text(getattr(found.evidence.fact, "subject", "") or "")
    return tuple(w.text for w in inquiry.question.words if any(form in subject for form in w.forms))


def _pieces(inquiry: Inquiry) -> list[Piece]:
    """The words of each thing named, by where the joining words cut the question."""
    lexicon = inquiry.library.lexicon
    text = _REACHED.sub(r"\1", inquiry.question.text)
    text = unglued(text, lexicon.words, lexicon.aliases)
    words = inquiry.question.words
    cuts = [
        mask(_IN_ALL.sub("现有", _SHARED.sub(" ", part)))[1]
        for part in parted(text, _PARTS, inquiry.library)
        if part
    ]
    cuts = spelt_out(cuts, lexicon.words)
    alike = len(cuts) > 1 and Ask.SHARE not in inquiry.question.asks
    status = status_of_all(cuts) if alike else ""
    listed = [part.strip() for part in text.split("、")[1:-1]]
    pieces = [(part, content_words(part, inquiry.library)[0]) for part in cuts]
    pieces = [
        (status + part if found or part.strip() not in listed else "", found)
        for part, found in pieces
        if found
        or part.strip() in listed
        or _is_told_apart(inquiry, part)
        or _claims(inquiry, part)
    ]
    if len(pieces) == 1 and Ask.SHARE in inquiry.question.asks and "占" in text:
        return pieces  # of what it is a share need not be said
    if len(pieces) < 2:
        shared = [w for w in words if not _names_figure(inquiry, w)]
        pieces = [(w.text + status_in(text), [w, *shared]) for w in words if w not in shared]
    return pieces


def _is_told_apart(inquiry: Inquiry, text: str) -> bool:
    """今年新授权的 names no thing, but tells one figure of the other thing's from the rest."""
    own = qualify(text, inquiry.now.date(), inquiry.library.lexicon)
    return bool(own.measure or own.status or own.level)


def _is_status(inquiry: Inquiry, word: Word) -> bool:
    return any(one.kind == "status" for one in inquiry.library.lexicon.qualifiers_of(word.text))


def _names_figure(inquiry: Inquiry, word: Word) -> bool:
    """Is the word the name of a figure, or of what it belongs to?"""
    if _is_status(inquiry, word):
        return False
    return len(word.text) > 1 and any(
        form in label(f.evidence) for f in inquiry.candidates.of(Indicator) for form in word.forms
    )


def _figures_of(inquiry: Inquiry, piece: Piece, others: list[Word]) -> list[tuple[Fit, float]]:
    """The figures of one thing, best first; borrowed words help where its own do not suffice."""
    text, words = piece
    own = [replace(w, soft=w.soft and len(words) > 1) for w in words]
    # 现有件数 names nothing of its own: it is a figure of what the other thing names
    thing = any(not _is_status(inquiry, w) for w in own)
    borrowed = [
        replace(w, soft=thing)
        for w in others
        if w not in words and (thing or not _is_status(inquiry, w))
    ]
    short = not thing or all(w.text.endswith("级") or len(w.text) < 3 for w in own)
    question = replace(
        inquiry.question,
        text=text,
        asks=(Ask.FIGURE,),
        words=(*own, *borrowed) if short else tuple(own),
        qualifiers=_qualifiers(inquiry, text),
        unit=inquiry.question.unit if inquiry.question.unit in _SUMS else "",
        numbers=(),
    )
    ranked = ranked_figures(inquiry.with_question(question, Indicator, Commitment))
    ranked = (
        []
        if is_class(
            inquiry, ranked, own if any(_tells(inquiry, w) for w in own) else [*own, *borrowed]
        )
        else of_kind(ranked, own)
    )
    return _of_value(ranked, _claims(inquiry, text), bool(own))


def _tells(inquiry: Inquiry, word: Word) -> bool:
    """Does the word name a thing that a figure is called by?"""
    return word.name and _names_figure(inquiry, word)


def _claims(inquiry: Inquiry, text: str) -> tuple[Number, ...]:
    """Figures that name a thing (210个主体); 一起 and what a sum is said to be (等于11项) are none."""
    if _RESULT.search(text):
        return ()
    found = claims_of(text, inquiry.library.lexicon.counter_words)
    return tuple(claim for claim in found if claim.value != 1)


def _of_value(
    ranked: list[tuple[Fit, float]], claims: tuple[Number, ...], named: bool
) -> list[tuple[Fit, float]]:
    """210个主体 is the figure of that value; a number that names nothing else is no other figure."""
    if not claims:
        return ranked
    told = [row for row in ranked if any(value_is(claim, row[0].evidence) for claim in claims)]
    return told or (ranked if named else [])


def _qualifiers(inquiry: Inquiry, text: str) -> Qualifiers:
    """What the piece says, and the year and place the whole question says."""
    whole, today = inquiry.question.qualifiers, inquiry.now.date()
    own = qualify(text, today, inquiry.library.lexicon)
    years = own.years or whole.years
    if Ask.SHARE in inquiry.question.asks and not own.years:
        asking = inquiry.question.text  # 贯标企业里去年新增的占几成: the whole is not last year's
        years &= years_of(asking[: asking.find(text.strip(f" {MASK}"))], today)[0]
    if "存量" in own.measure:
        years = own.years  # 去年新增的品牌占现在总数多少
    return replace(own, years=years, places=own.places | whole.places)
