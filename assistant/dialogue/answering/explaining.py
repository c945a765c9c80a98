"""怎么, 为什么, 有什么措施, what about: the best sentences of the letter, as they stand."""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.headings import start_of
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import DOINGS, asks_aside, asks_doer, has_kind
from assistant.dialogue.answering.reasons import (
    THEREFORE,
    asks_why,
    asks_why_it_can,
    giving_reasons,
)
from assistant.dialogue.answering.steps import of_place
from assistant.dialogue.answering.suiting import suits
from assistant.dialogue.answering.wanting import names_office
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Support, Word
from knowledge import Action, Indicator, Sentence

ANNOUNCING = 14  # characters of a sentence that only announces
SHOWN = 3  # sentences of an answer
_PHASES = (
    (
        "下一步",
        re.compile(
            r"下一?步|后面(?=还|会|要|打算)|后头|今后|接下来|后续|打算|思路|将来|未来|往后|以后"
        ),
    ),
    ("问题", re.compile(r"问题|困难|不足|难点|短板")),
    ("已做", re.compile(r"措施|做法|举措|做了|开展|工作")),
)
# what is wrong: only a sentence that says so answers
TROUBLES = re.compile(
    r"(?:存在|有|遇到|碰到)(?:着|过)?(?:什么|哪些|啥|哪方面的?|哪?几[个项条种])(?:样的)?(?:问题|困难|不足|短板|难点)|(?:问题|困难|不足|短板|难点|难处)(?:是|有|在)(?:什么|哪)|(?:难|卡)在(?:什么|哪)"
)
_TROUBLE = re.compile(
    r"问题|困难|难度|费用高|反对|不足|短板|难点|薄弱|制约|欠缺|不够|不高|不强|滞后"
)
_HOLDERS = re.compile(
    "谁|哪[一两三几]?[家位]|哪[些个](?:企业|公司|单位|学校|商标|品牌|牌子|市场|人)"
)
_NAME_ASKED = re.compile(
    r"叫(?:什么|啥)(?:名字?|名称)?[呢啊呀？]*$|(?:名字|名称|全称)(?:是|叫)?(?:什么|啥)?[？]*$"
)
# how a thing is done is told by doings, not by how much of it there is
_BETTER = re.compile(
    "提升|提高|加强|增强|强化|促进|推动|推进|改进|改善|优化|加快|加大|做好|搞好|抓好"
)
_HOW = re.compile(
    r"(?:怎么|咋个?|如何|怎样)(?!样|着|办|说|回事|算|就|才|会|还|只|也|都)(?=[\u4e00-\u9fff]{2})|靠什么|凭什么"
)
_DONE = re.compile("(?:做|干|办|搞)(?:了|过|成)?(?:些)?(?:什么|啥|哪些)")
_DOING = re.compile(
    r"通过|采取|采用|利用|依托|引入|引进|鼓励|指导|支持|加[大强快]|优化|用[好活]|开展|推[进动行出广]|建[立设成]|完善|督促|落实|强化|培[育训]|组织|制[定订]|实施|扩大|[做抓]|按照?|以.+为|统筹|整合|争取|协调|拓宽|打造|探索|严格|规范|改|将|由|每|凭|持|到|可|需|须|应|进行|完成|实现|取得|获得"
)
FORMAL = re.compile(
    r"^附件|收悉|现(?:将)?.{0,8}答复如下|现函复|(?:^|[，。；！：])\s*(?!针?对|关于|就)[^，。；！：]{0,40}?提出的.{0,40}(?:建议|提案|议案)(?!，?(?:.{0,4}采纳|因|由于|鉴于|考虑到|已(?:纳入|列入|经)|目前|暂|经(?:论证|调研|核实)|拟|属于|不属))|审签|感谢.{0,12}(?:关心|支持|关注)"
)
PHASE_WORD = re.compile(
    r"^(?:下一步|下步|今后|接下来|后续|打算|思路|工作|工作思路|措施|主要措施|主要工作|做法|举措|问题|困难|不足|计划|方面|安排|未来|主要|开展|存在|采取|动作|具体)$"
)


def answer_explain(inquiry: Inquiry) -> Answer | None:
    """The two or three sentences that bear all the words, best first."""
    fits = _sentences(inquiry) or _sentences(_of_any_improving(inquiry))
    if not fits and TROUBLES.search(inquiry.question.text):
        fits = _of_phase(inquiry, "问题", list(inquiry.question.required))
    elif (
        not fits
        and not asks_why(inquiry.question.text)
        and (Ask.EXPLAIN in inquiry.question.asks or DOINGS.search(inquiry.question.text))
    ):
        fits = _by_phase(inquiry) or _under_heading(inquiry)
    return say_sentences(inquiry, fits) if fits else None


def _of_any_improving(inquiry: Inquiry) -> Inquiry:
    """如何提升专利运用: 推进 or any other way of making it better will do."""
    question = inquiry.question
    better = {w.text for w in question.required if _BETTER.fullmatch(w.text)}
    left = [w for w in question.required if w.text not in better]
    if not better or not _HOW.search(question.text) or not any(len(w.text) > 2 for w in left):
        return inquiry
    words = tuple(replace(w, soft=w.soft or w.text in better) for w in question.words)
    return inquiry.with_question(replace(question, words=words))


def answer_ahead(inquiry: Inquiry) -> Answer | None:
    """后面还会重点培育什么: what is ahead, not what is on; only for doings, no name is asked about."""
    question = inquiry.question
    own = [w for w in question.required if not PHASE_WORD.match(w.text)]
    named = [w for w in own if w.name and not _is_status(inquiry, w)]
    if named or not _PHASES[0][1].search(question.text):
        return None
    asked = _PHASES[0][1].findall(question.text)
    rows = _headed(_of_phase(inquiry, "下一步", list(question.required)), asked)
    placed = of_place(rows, question.text)
    return say_sentences(inquiry, placed[: SHOWN + 1]) if placed else None


def _is_status(inquiry: Inquiry, word: Word) -> bool:
    return any(one.kind == "status" for one in inquiry.library.lexicon.qualifiers_of(word.text))


def say_sentences(inquiry: Inquiry, fits: list[Fit]) -> Answer:
    """The clause that answers, then the sentences as they stand."""
    lead = _clause(inquiry, fits[0])
    return Answer(
        kind="answer",
        headline=lead,
        proofs=tuple(Proof(f.evidence) for f in fits),
        focus=tuple(f.evidence for f in fits),
        quoted=True,
    )


def answer_measures(inquiry: Inquiry) -> Answer | None:
    """哪些措施: sentences may stand for a list of doings, never for a list of names."""
    if asks_aside(inquiry.question.text):
        return None
    if inquiry.question.qualifiers.measure == {"目标"} and Ask.FIGURE in inquiry.question.asks:
        return None  # 甲和乙的目标分别是多少
    if inquiry.question.negated and _HOLDERS.search(inquiry.question.text):
        return None  # 哪些企业没通过: what others did is no answer
    if asks_doer(inquiry.question.text) or _NAME_ASKED.search(inquiry.question.text):
        return None
    if DOINGS.search(inquiry.question.text):
        return answer_explain(inquiry)
    if inquiry.question.numbers or is_counted(inquiry) or len(inquiry.question.required) < 2:
        return None
    return answer_explain(inquiry)


def is_counted(inquiry: Inquiry) -> bool:
    """The letter gives a number for the thing: its names would stand in a listing."""
    nouns = [w for w in inquiry.question.required if w.name]
    return any(
        2 * sum(s is Support.CORE for w, s in f.support if w in nouns) >= max(len(nouns), 1)
        for f in inquiry.candidates.of(Indicator)
    )


def _sentences(inquiry: Inquiry) -> list[Fit]:
    required = inquiry.question.required
    if not required:
        return []
    rows = [
        f
        for f in inquiry.candidates.holding(Sentence, Action)
        if f.core
        and len(f.bears(Support.CONTEXT)) <= max(1, len(required) // 2)
        and not FORMAL.search(f.evidence.quote)
        and has_kind(inquiry, f)
    ]
    rows = [f for f in rows if suits(inquiry.question.text, zones_of(f.evidence).own)]
    if inquiry.question.ask is Ask.UNIT:  # 归谁管 is told only where somebody is named
        rows = [f for f in rows if names_office(zones_of(f.evidence).own)]
    if asks_why(inquiry.question.text):
        rows = _reasons_first(inquiry, rows)
    elif _HOW.search(inquiry.question.text):
        rows = [f for f in rows if _DOING.search(zones_of(f.evidence).own)]
    elif _DONE.search(inquiry.question.text):
        rows.sort(key=lambda f: not _DOING.search(zones_of(f.evidence).own))
    if TROUBLES.search(inquiry.question.text):
        rows = [f for f in rows if _TROUBLE.search(zones_of(f.evidence).quote)]
    return _with_what_follows(inquiry, _distinct(rows))[:SHOWN]


def _reasons_first(inquiry: Inquiry, rows: list[Fit]) -> list[Fit]:
    """为什么: what gives a reason comes first; before 为此 the reason is the sentence before."""
    rows = giving_reasons(inquiry, rows)
    if not rows or not THEREFORE.search(zones_of(rows[0].evidence).quote):
        return rows
    start = start_of(rows[0])
    before = [
        f
        for f in inquiry.candidates.of(Sentence)
        if start_of(f) < start and not FORMAL.search(f.evidence.quote)
    ]
    return [*sorted(before, key=start_of)[-1:], *rows]


def _under_heading(inquiry: Inquiry) -> list[Fit]:
    """计量方面做了什么: the sentences under the heading that bears the words."""
    required = [w for w in inquiry.question.required if not PHASE_WORD.match(w.text)]
    if not required:
        return []
    rows = [
        f
        for f in inquiry.candidates.of(Sentence)
        if f.evidence.headings
        and not f.conflicts
        and all(
            any(form in folded_text(f.evidence.headings[-1]) for form in w.forms) for w in required
        )
    ]
    return sorted(rows, key=start_of)[:SHOWN]


def _with_what_follows(inquiry: Inquiry, rows: list[Fit]) -> list[Fit]:
    """A sentence that only announces (二是挖潜增量。) is followed by what it announces."""
    if not rows or len(zones_of(rows[0].evidence).quote) > ANNOUNCING:
        return rows
    start = start_of(rows[0])
    later = sorted(
        (f for f in inquiry.candidates.of(Sentence) if start_of(f) > start), key=start_of
    )
    return [*later[:1], rows[0], *later[1:2]]


def _by_phase(inquiry: Inquiry) -> list[Fit]:
    """下一步打算: every step of that phase, when nothing else is asked."""
    left = [w for w in inquiry.question.required if not PHASE_WORD.match(w.text)]
    for phase, words in _PHASES:
        asked = words.findall(inquiry.question.text)
        rows = _headed(_of_phase(inquiry, phase, left), asked) if asked else []
        placed = of_place(rows, inquiry.question.text)
        if rows:
            return (placed or [])[: SHOWN + 1]
    return []


def _headed(rows: list[Fit], asked: list[str]) -> list[Fit]:
    """Those under a heading that has the word asked for (采取的措施), where there is one."""
    under = [f for f in rows if any(word in "".join(f.evidence.headings) for word in asked)]
    return under or rows


def _of_phase(inquiry: Inquiry, phase: str, left: list[Word]) -> list[Fit]:
    rows = [
        f
        for f in inquiry.candidates.of(Action, where=lambda found: not found.conflicts)
        if isinstance(f.evidence.fact, Action) and f.evidence.fact.phase == phase
    ]
    if left:
        rows = [
            f for f in rows if not [w for w in f.missing if not PHASE_WORD.match(w.text)] and f.core
        ]
    rows.sort(
        key=lambda f: f.evidence.fact.place.own.start if isinstance(f.evidence.fact, Action) else 0
    )
    return _distinct(rows)


def _distinct(rows: list[Fit]) -> list[Fit]:
    return list({f.evidence.quote: f for f in reversed(rows)}.values())[::-1]


def _clause(inquiry: Inquiry, found: Fit) -> str:
    """The piece of the sentence that bears most of the question, at most 60 characters."""
    text = re.sub(r"\s+", "", zones_of(found.evidence).own)
    if {Ask.WHO, Ask.UNIT} & set(inquiry.question.asks):
        whole = text[:60] if len(text) <= 60 else text[: max(text.rfind("，", 20, 60), 20)]
        return whole.rstrip("，；：。")
    clauses = [c for c in re.split(r"(?<=[，；：。])", text) if c]
    forms = [form for word in inquiry.question.words for form in word.forms]
    if len(text) <= 60 or not clauses:
        return text[:60].rstrip("，；：。")
    best = max(
        range(len(clauses)), key=lambda i: (sum(len(f) for f in forms if f in clauses[i]), -i)
    )
    said, first = clauses[best], best
    asked = inquiry.question.text
    led = _HOW.search(asked) or asks_why_it_can(asked)
    while led and first and len(clauses[first - 1] + said) <= 60:
        first -= 1  # 按时缴费，确保基数不减: what leads to it comes before it
        said = clauses[first] + said
    after = best + 1
    while after < len(clauses) and len(said + clauses[after]) <= 60:
        said += clauses[after]
        after += 1
    return said[:60].rstrip("，；：。")
