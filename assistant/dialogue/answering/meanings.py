"""951是什么数字, 24万余元是什么钱: what a number of the letter is the number of."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import names_kind
from assistant.dialogue.answering.letter_fields import letter_fields
from assistant.dialogue.answering.saying import (
    label,
    same_thing,
    sentence,
    short,
    unit_of,
    value_of,
)
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Number, Word
from knowledge import Commitment, Evidence, Indicator, LetterField

# right behind the number: 32个知名品牌的名单是什么 asks for names
MEANING = re.compile(
    r"[0-9.]+%?[十百千万亿]*[余多]?[\u4e00-\u9fff]{0,2}(?:以上|以下|左右)?(?:的)?(?:这个|那个|的)?(?:数字?|数据)?(?:到底|究竟)?(?:说|讲)?的?(?:是|指|代表)(?:的是?)?(?:个)?(?:什么|啥|哪[样个项笔方类种]|怎么来|哪里?来|干(?:什么|啥|嘛)|做(?:什么|啥)|用[来在]|花在)"
    r"|[0-9.]+[百千万亿]*[余多]?[\u4e00-\u9fff]{0,6}?(?:是)?(?:怎么|从?哪里?|从?哪儿)来的?"
    r"|[0-9.]+[\u4e00-\u9fff]{1,4}?(?:企业|公司|单位)?(?:都)?(?:干|做)了?(?:些)?(?:什么|啥)"
    r"|[0-9.]+[\u4e00-\u9fff]的(?:品牌|商标|专利|项目|标准|奖)(?:是|叫)(?:什么|啥|哪)"
    r"|(?:指标|数字?|数据|比例|比率)(?:有|是|都有)?(?:哪些|哪几|什么)|(?:哪些|哪几个|什么)(?:指标|数字|数据|比例)(?:是|为|达到?|在|有)"
)
_NUMBER_WONDERED_AT = re.compile(r"(?:什么|啥|哪个)(?:数|钱|指标|比例)")
_OTHER_ASKS = frozenset(
    {Ask.FIGURE, Ask.YESNO, Ask.WHEN, Ask.UNIT, Ask.GAP, Ask.SHARE, Ask.DIFFERENCE, Ask.COMPARE}
)
_SPEAKING_OF_NUMBERS = frozenset(
    "指 数字 数据 数 指标 比例 比率 品牌 商标 来 增长 增加 达到 提高 万余元 余元 钱 概念 意思 代表 怎么来 干 用 花".split()
)


def asks_meaning(inquiry: Inquiry) -> bool:
    """Is a number given and its meaning asked?"""
    question = inquiry.question
    asks = set(question.asks)
    if _NUMBER_WONDERED_AT.search(question.text):
        asks -= {Ask.FIGURE, Ask.SHARE}  # 43家是啥数
    return (
        len(question.numbers) == 1
        and not _OTHER_ASKS & asks
        and MEANING.search(question.text) is not None
    )


def answer_meaning(inquiry: Inquiry) -> Answer | None:
    """Every figure of the letter that has this value, when nothing else is asked."""
    if not asks_meaning(inquiry):
        return None
    claim = inquiry.question.numbers[0]
    left = [w for w in inquiry.question.required if w.text not in _SPEAKING_OF_NUMBERS]
    rows: list[Evidence] = []
    for found in inquiry.candidates.of(Indicator, Commitment):
        row = found.evidence
        fits = (
            names_kind(inquiry, label(row))
            and not [w for w in found.missing if w in left]
            and _is(inquiry, claim, found)
        )
        if fits and not found.conflicts and not any(same_thing(row, other) for other in rows):
            rows.append(row)
    rows = [row for row in rows if unit_of(row) == claim.unit] or rows
    if not rows:
        return _of_field(inquiry, left)
    said = "；".join(_said(row) for row in rows)
    return Answer(
        kind="answer",
        headline=said[:60],
        body="；".join(sentence(row) for row in rows),
        proofs=tuple(Proof(row) for row in rows),
        focus=tuple(rows),
    )


def _of_field(inquiry: Inquiry, left: list[Word]) -> Answer | None:
    """402360是什么: a number of the letter's head or foot."""
    claim = inquiry.question.numbers[0]
    names = {name: field.said for field in letter_fields() for name in field.names}
    for found in inquiry.candidates.of(LetterField):
        row, fact = found.evidence, found.evidence.fact
        value = folded_text(getattr(fact, "value", ""))
        if left or value != claim.text or getattr(fact, "name", "") not in names:
            continue
        said = names[getattr(fact, "name", "")]
        return Answer("answer", said, f"{said}：{value}", (Proof(row),), focus=(row,))
    return None


def _said(row: Evidence) -> str:
    return label(row) if isinstance(row.fact, Commitment) else f"{label(row)}{short(row)}"


def _is(inquiry: Inquiry, claim: Number, found: Fit) -> bool:
    """Is this the figure named, in its unit or with none said?"""
    value, unit = value_of(found.evidence), unit_of(found.evidence)
    if value is None:
        return False
    measures = inquiry.library.lexicon.measures
    one, other = measures.get(claim.unit), measures.get(unit)
    if one and other:
        return one.base == other.base and claim.value * one.times == value * other.times
    same = not claim.unit or not unit or inquiry.library.lexicon.same_unit(claim.unit, unit)
    return claim.value == value and same
