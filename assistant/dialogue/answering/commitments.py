"""承诺事项: what, by when, who, how far, how many days left."""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.numbered import names_list, place_in
from assistant.dialogue.answering.saying import commitment_sentence
from assistant.dialogue.answering.supporting import answer_help, asks_help
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Support, Word
from knowledge import Commitment, Evidence, parse_number

MOST_NAMED = 6  # promises told in a sentence
MOST_COMMON = 4  # characters of a word that speaks of promises as such
_ABOUT_ALL = re.compile(
    r"承诺|军令状|答应|许诺|允诺|应允|应承|许下|截止|最后|附件|附表|列表|清单|事项|目标|任务|时限|期限|到期|交账|交卷|交差|认领|^代表$|^委员$|人大代表"
)
# what asks for more than the one promise talked about (什么时候到期 does not)
_PLURAL = re.compile(
    r"承诺|答应|许诺|允诺|应允|应承|许下|附件|附表|列表|清单|事项|都|全部|所有|各|哪[些几]|代表|委员"
)
SOLE = re.compile(r"(?:一家|一个单位|一个部门|独自|单独|独立)(?:来)?(?:负责|承担|办)")
SEVERAL = re.compile("[及、和与，]")  # units
FINISHING = re.compile(
    r"承诺|答应|许|完成|落实|兑现|实现|到期|时限|期限|截止|事项|任务|目标|附件|[做办搞弄]|交[账卷差]|最[早晚迟]|节点|期"
)
_HANDLING = re.compile("会同|会办|协办|主办")  # of the suggestion, no promise
_PERIOD = re.compile(
    r"第?([一二三四1-4])季度|([0-9]{1,2}|[一二三四五六七八九十]{1,2})月|上半年|下半年|年底|年内|全年|长期"
)


def answer_commitments(inquiry: Inquiry) -> Answer | None:
    """All commitments, or those that bear the words asked."""
    rows = chosen_of(inquiry)
    return list_commitments(rows) if rows else None


def list_commitments(rows: list[Fit]) -> Answer:
    """These commitments, one a line, each with its deadline and department."""
    facts = [f.evidence.fact for f in rows if isinstance(f.evidence.fact, Commitment)]
    lines = [f"{n}. {commitment_sentence(fact)}" for n, fact in enumerate(facts, 1)]
    heads = [folded_text(fact.text).rstrip("。") for fact in facts]
    headline = "；".join(heads)
    if len(headline) > 60:
        headline = heads[0][:60] if len(heads) == 1 else f"共{len(heads)}项承诺"
    return Answer(
        kind="list" if len(rows) > 1 else "answer",
        headline=headline,
        body=headline + "。\n" + "\n".join(lines),
        proofs=_proofs(rows),
        focus=tuple(f.evidence for f in rows),
        names=tuple(heads),
        suggestions=("都是什么时候完成？", "谁负责？"),
        quoted=False,
    )


def chosen_of(inquiry: Inquiry) -> list[Fit]:
    """The commitments asked about; of them the one of the place named (第二项承诺)."""
    rows = commitments_of(inquiry)
    place = place_in(inquiry.question.text, len(rows))
    if place and place <= len(rows):
        return [rows[place - 1]]
    named = {(claim.value, claim.unit) for claim in inquiry.question.numbers}
    told = [f for f in rows if (_fact(f).target, _fact(f).target_unit) in named]
    return told or rows  # 14500件谁盯着办


def answer_beyond(inquiry: Inquiry) -> Answer | None:
    """第四项承诺 of three: how many there are."""
    text = inquiry.question.text
    table = _of_table(inquiry.candidates.of(Commitment), particular=False)
    place = place_in(text, len(table)) if names_list(text) and not particular_of(inquiry) else None
    if not table or place is None or 1 <= place <= len(table):
        return None
    said = f"函中只有{len(table)}项承诺，没有第{place}项"
    rows = sorted(table, key=lambda f: place_of(f.evidence))
    named = "；".join(folded_text(_fact(f).text).rstrip("。") for f in rows[:MOST_NAMED])
    return Answer("unknown", said, f"{said}。这些承诺是：{named}", _proofs(rows[:1]))


def answer_count(inquiry: Inquiry) -> Answer | None:
    """承诺事项一共有几项: the rows counted."""
    if particular_of(inquiry):
        return None
    listed = answer_commitments(inquiry)
    if listed is None:
        return None
    return replace(
        listed,
        kind="answer",
        headline=f"{len(listed.names)}项",
        body=f"{len(listed.names)}项承诺：\n" + listed.body.split("\n", 1)[-1],
    )


def commitments_of(inquiry: Inquiry) -> list[Fit]:
    """Commitments that hold; all of them when only 承诺 and the like was asked; row by row."""
    required = particular_of(inquiry)
    rows = _of_table(inquiry.candidates.of(Commitment), bool(required))
    focused = {id(row.fact) for row in inquiry.focus if isinstance(row.fact, Commitment)}
    if required:
        rows = [f for f in rows if not f.conflicts and not {*f.missing} & {*required}]
        # the rows of a table on its side stand in each other's lines
        rows = [f for f in rows if f.core >= len(required)] or rows
        said = [f for f in rows if not f.bears(Support.CONTEXT)]
        rows = said or rows  # what only the letter's title bears tells no promise from another
        rows = _nearest_of_text(rows)
    elif focused and (
        not _ABOUT_ALL.search(inquiry.question.text)
        or len(inquiry.focus) == 1
        and not _PLURAL.search(inquiry.question.text)
    ):
        rows = [f for f in rows if id(f.evidence.fact) in focused] or rows
    elif not required and inquiry.focus and not _ABOUT_ALL.search(inquiry.question.text):
        near = [f for f in rows if inquiry.near_focus(f) > 0]
        rows = near or [f for f in rows if f.bears() or _soft_core(f)]
    elif not inquiry.focus:
        rows = [f for f in rows if told_of(f)] or rows
    if SOLE.search(inquiry.question.text):
        rows = [f for f in rows if not SEVERAL.search(units_of(f))]
    rows = _in_period(inquiry, [f for f in rows if not _is_other(f, bool(required))])
    return sorted(rows, key=lambda f: place_of(f.evidence))


def _is_other(found: Fit, particular: bool) -> bool:
    """2023年的承诺 asks for none of 2022; what else differs matters where a thing is named."""
    return any(particular or words.startswith("年份") for words in found.conflicts)


def _nearest_of_text(rows: list[Fit]) -> list[Fit]:
    """Of promises in one paragraph of text those whose own words bear the most that is asked."""
    if any(_fact(f).source == "table" for f in rows):
        return rows
    borne = [len(f.bears(Support.CORE)) for f in rows]
    return [f for f, count in zip(rows, borne, strict=True) if count == max(borne)]


def _of_table(rows: list[Fit], particular: bool) -> list[Fit]:
    """The table of commitments, where there is one and nothing particular is asked."""
    table = [f for f in rows if _fact(f).source == "table"]
    return rows if particular or not table else table


def particular_of(inquiry: Inquiry) -> list[Word]:
    """The words that tell one commitment from another; who made and who got them all does not."""
    return [
        word
        for word in inquiry.question.required
        if not _is_about_all(word) and not _is_promiser(inquiry, word)
    ]


def _is_about_all(word: Word) -> bool:
    """承诺 in any of its words; 续展率, in full 商标到期续展率, is a thing of its own."""
    return any(_ABOUT_ALL.search(form) for form in word.forms if len(form) <= MOST_COMMON)


def _is_promiser(inquiry: Inquiry, word: Word) -> bool:
    """Is it the bureau that answered, by any of its names (市监局, 市场监管)?"""
    if any(word.text in terms for terms in inquiry.library.lexicon.terms.values()):
        return False  # 专利 is no 专利局
    for head in inquiry.heads():
        agency = inquiry.library.lexicon.department(head.letter.agency or "")
        bare = word.text.lstrip("本我贵省市区县")  # 区市场监管局 is 市场监管局 too
        named = {name for text in (word.text, bare, f"市{bare}") for name in (text, f"{text}局")}
        if agency and named & {*agency.all}:
            return True
    return False


def told_of(found: Fit) -> bool:
    """The promise itself bears a thing named in the story around the question."""
    return any(
        s is Support.CORE
        and w.soft
        and w.name
        and len(w.text) > 1
        and not _ABOUT_ALL.search(w.text)
        for w, s in found.support
    )


def _soft_core(found: Fit) -> bool:
    return any(s.value in ("core", "own") for w, s in found.support if w.soft)


def _in_period(inquiry: Inquiry, rows: list[Fit]) -> list[Fit]:
    """Those whose deadline words name the quarter, month or kind asked for (第三季度, 长期)."""
    asked = _PERIOD.search(inquiry.question.text)
    if not asked or asked.group() in ("年底", "年内", "全年"):
        return rows
    return [f for f in rows if _falls(asked, f)] or ([] if asked.group() == "长期" else rows)


def _falls(asked: re.Match[str], found: Fit) -> bool:
    fact = found.evidence.fact
    if not isinstance(fact, Commitment) or not fact.deadline:
        return False
    words = folded_text(fact.deadline.words)
    if asked.group() in words:
        return True
    latest = fact.deadline.latest
    month = parse_number(asked.group(2)) if asked.group(2) else None
    if month is not None and latest:
        return latest.month == int(month) or latest.month == int(month) - 1 and latest.day > 27
    if asked.group(1) and latest:
        return (latest.month - 1) // 3 == "一二三四1234".index(asked.group(1)) % 4
    return False


def place_of(row: Evidence) -> tuple[int, int]:
    """Where it stands: its letter, its place in the text."""
    fact = row.fact
    return (row.letter.id, fact.place.own.start if isinstance(fact, Commitment) else 0)


def answer_deadline(inquiry: Inquiry) -> Answer | None:
    """什么时候完成: the deadline words of the commitments asked about."""
    rows = [f for f in chosen_of(inquiry) if deadline_of(f)]
    if not rows or len(rows) > 1 and _asks_of_none(inquiry):
        return None
    words = list(dict.fromkeys(deadline_of(f) for f in rows))
    if len(words) > 1:
        lines = [f"{folded_text(_fact(f).text).rstrip('。')}：{deadline_of(f)}" for f in rows]
        headline = "；".join(lines) if len("；".join(lines)) <= 60 else "、".join(words)
        return _say(rows, headline, "；".join(lines))
    what = "；".join(folded_text(_fact(f).text).rstrip("。") for f in rows)
    return _say(rows, words[0], f"{what}的落实时间是{words[0]}")


def _asks_of_none(inquiry: Inquiry) -> bool:
    """什么时候去见的代表 names no promise and no finishing: not all of them are meant."""
    question = inquiry.question
    named = inquiry.focus or particular_of(inquiry) or not (question.words or question.dropped)
    return not named and FINISHING.search(question.text) is None


def answer_when_and_who(inquiry: Inquiry) -> Answer | None:
    """完成时限和责任单位: both in one answer."""
    when, who = answer_deadline(inquiry), answer_units(inquiry)
    if when is None or who is None:
        return when or who
    return replace(
        when,
        headline=f"{when.headline}，{who.headline}",
        body=f"{when.headline}，{who.headline}。{when.body}；{who.body}",
    )


_PAYS = re.compile("(?:钱|费用|资金|款)[^，。]{0,4}谁|谁[^，。]{0,3}(?:出钱|掏钱|买单|付钱|花钱)")
_PAID = re.compile("承担|负担|出资|自筹|保障|由[^，。；]{0,8}财政")


def answer_units(inquiry: Inquiry) -> Answer | None:
    """谁负责: the responsible departments of the commitments asked about."""
    rows = [f for f in chosen_of(inquiry) if units_of(f)]
    if _PAYS.search(inquiry.question.text):  # who does it need not pay for it
        rows = [f for f in rows if _PAID.search(folded_text(f.evidence.quote))]
    if not rows or _HANDLING.search(inquiry.question.text) and not particular_of(inquiry):
        return None
    helped = answer_help(rows) if asks_help(inquiry.question.text) else None
    if helped:
        return helped
    units = list(dict.fromkeys(units_of(f) for f in rows))
    what = "；".join(f"{folded_text(_fact(f).text).rstrip('。')}：{units_of(f)}" for f in rows)
    return _say(rows, "；".join(units), what)


def _say(rows: list[Fit], headline: str, body: str) -> Answer:
    return Answer(
        kind="answer",
        headline=headline,
        body=body,
        proofs=_proofs(rows),
        focus=tuple(f.evidence for f in rows),
    )


def _proofs(rows: list[Fit]) -> tuple[Proof, ...]:
    return tuple(Proof(f.evidence) for f in rows)


def _fact(found: Fit) -> Commitment:
    assert isinstance(found.evidence.fact, Commitment)
    return found.evidence.fact


def deadline_of(found: Fit) -> str:
    """The words of its deadline."""
    deadline = _fact(found).deadline
    return folded_text(deadline.words) if deadline else ""


def units_of(found: Fit) -> str:
    """The responsible departments as printed."""
    fact = _fact(found)
    return folded_text(fact.unit_words or "、".join(fact.units))
