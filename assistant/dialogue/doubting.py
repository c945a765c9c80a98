"""Doubt: an answer stands only when what may have been meant has the same one.

A damaged word may leave another good question: 级标准化项目 is asked of 市级 and of 国家级 ones. Where a near
reading has another answer the reply asks back, and names the readings with what each would be told.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from assistant.dialogue.answer import Answer, Option, Part
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Question
from knowledge import Doubt, Doubts

TRIED = 16  # near readings understood
STRANGE = 1.35  # by what a text gains at least in whose place a strange character stands
ANSWERED = 5  # … and answered, as other questions than the one typed
RECKONING = frozenset("加减除乘连占比前后原各每均率新共差剩")  # characters that call for arithmetic
SHOWN = 4  # readings offered
MANY = 6  # words one character may be left of: which of them nobody can tell
# what says that two things are held against each other
COMPARING = re.compile("比|一样|相同|还是|哪[个家类种项]|谁|得[多少]")
_OF_ALL = re.compile("全是(?=.*[吗吧么嘛])")
_OR_NOT = re.compile("([^有是的了])没(?:有)?\\1")
# 占了(哪)些, 是助理的几(倍), 是…的(几)倍, 之前是(几)家: what is asked was lost
_CUT_SHORT = re.compile(
    "(?:(?<=[占有是包做搞评])了(?P<some>些)|(?<=[的是])(?P<number>几|[家件项名]|比)"
    "|(?<![0-9几少一二两三四五六七八九十百千万半数])(?P<times>倍)几?)[？。]*$"
)
SURE = frozenset({"answer", "list", "computed", "contact"})

Understood = tuple[Question, ...]


def in_doubt(
    parts: tuple[Part, ...],
    text: str,
    doubts: Doubts,
    understood: Callable[[str], Understood],
    answered: Callable[[str], tuple[Part, ...]],
) -> tuple[Part, ...]:
    """The parts as they are, or one question back between this reading and its rivals."""
    sure = any(part.answer.kind in SURE for part in parts)
    if not sure and any(p.answer.missing or p.answer.kind != "unknown" for p in parts):
        return parts
    plain = as_understood(text, parts)
    readings = {_told(parts): (plain, parts)} if sure else {}
    near = [d for d in doubts.of(text, plain) if not _is_story(text, d, parts)][:TRIED]
    if not sure:  # nothing but the order of two characters may have kept it from an answer
        near = [d for d in near if _out_of_order(text, d)]
    for other in _others(text, near, understood):
        rival = answered(other)
        firm = all(part.answer.kind in SURE and not _is_loose(part.answer) for part in rival)
        if firm and not _told_alike(parts, rival):
            readings.setdefault(_told(rival), (other, rival))
        if len(readings) == SHOWN:
            break
    if len(readings) > sure:
        return (_asked_back(list(readings.values())),)
    lost = _lost(text, near, parts) if sure else ""
    return (_unread(lost, parts),) if lost else parts


def _is_story(text: str, doubt: Doubt, parts: Sequence[Part]) -> bool:
    """In a clause that only tells what happened (想注册个商标，听说有补贴) a slip asks nothing else."""
    start = max(text.rfind(mark, 0, doubt.start) for mark in "，。？！；\n ") + 1
    clause = re.split(r"[，。？！；\n ]", text[start:])[0]
    asked = any(clause in part.question.text for part in parts)
    return not asked and any(len(clause) > 3 and clause in p.question.story for p in parts)


def _lost(text: str, near: Sequence[Doubt], parts: Sequence[Part]) -> str:
    """A character thrown away where words begin, left of one of many: 件叫什么名字, 标 目标 差距.

    With the next one it may be a word of the letter (村晚).
    """
    dropped = {char for part in parts for char in part.question.dropped}
    quotes = [folded_text(proof.evidence.quote) for part in parts for proof in part.answer.proofs]
    places = Counter(doubt.start for doubt in near if _stands_alone(text, doubt))
    for start, many in places.items():
        held = any(text[start : start + 2] in quote for quote in quotes)
        half = any(doubt.half and doubt.start == start for doubt in near)
        if (half or many >= MANY) and text[start] in dropped and not held:
            return text[start]
    cut = _CUT_SHORT.search(text)
    return next(filter(None, cut.groups()), "") if cut else ""


def _stands_alone(text: str, doubt: Doubt) -> bool:
    """Is it one strange character that is no word, or has none before it?"""
    first = doubt.half or not text[: doubt.start] or text[doubt.start - 1] in " ，"
    return first and doubt.end - doubt.start == 1 and doubt.gain >= STRANGE


def _unread(char: str, parts: Sequence[Part]) -> Part:
    """Asked to say again what a lost character was part of."""
    said = f"这句话里“{char}”的前后像是少了字，请补充完整再问一次"
    proofs = parts[-1].answer.proofs[:1]
    return Part(parts[-1].question, Answer("clarify", said, proofs=proofs, quoted=False))


def _is_loose(answer: Answer) -> bool:
    """A sentence that tells something of many words is no rival to what was typed."""
    return answer.by[-1:] == ("answer_told",)


def _told_alike(parts: Sequence[Part], rival: Sequence[Part]) -> bool:
    """Does the rival only quote the sentence that this reading is told by?"""
    told = [p for part in parts if _is_loose(part.answer) for p in part.answer.proofs[:1]]
    rows = {proof.evidence.quote for proof in told}
    return bool(rows) and all(
        proof.evidence.quote in rows for part in rival for proof in part.answer.proofs[:1]
    )


def _out_of_order(text: str, doubt: Doubt) -> bool:
    """是率 for 率是: the same characters the other way round."""
    typed = text[doubt.start : doubt.end]
    return typed != doubt.meant and sorted(typed) == sorted(doubt.meant)


def as_understood(text: str, parts: Sequence[Part]) -> str:
    """The text with the slips put right that were put right on the way to the answer."""
    for typed, meant in (change for part in parts for change in part.question.changes):
        text = text.replace(typed, meant)
    return text


def _others(
    text: str, found: Sequence[Doubt], understood: Callable[[str], Understood]
) -> Iterator[str]:
    """Texts one slip away that are understood as another question, each such question once."""
    seen = {(*_gist(understood(text)), "")} if found else set()
    for doubt in found:
        if _compares(text, doubt) or _about(text, doubt) or _whole(text, doubt):
            continue
        other = text[: doubt.start] + doubt.meant + text[doubt.end :]
        # a tense before its verb (谁了拿) is out of order, whatever the words say
        told = doubt.turns or _out_of_order(text, doubt) and text[doubt.start] in "了过着"
        gist = (*_gist(understood(other)), doubt.meant if told else "")
        if gist not in seen:
            seen.add(gist)
            yield other
        if len(seen) > ANSWERED:
            return


def _compares(text: str, doubt: Doubt) -> bool:
    """In 专利多还是商标多 and 多还是少 the 多 is whole: nothing was lost of 多少 or 多了."""
    typed = text[doubt.start : doubt.end]
    return typed in ("多", "少", "是少", "是多") and COMPARING.search(text) is not None


def _whole(text: str, doubt: Doubt) -> bool:
    """全是…吗 and 进没进 are whole: nothing was lost of 全市 or 推进."""
    asked = itertools.chain(_OF_ALL.finditer(text), _OR_NOT.finditer(text))
    return any(found.start() <= doubt.start and doubt.end <= found.end() for found in asked)


def _about(text: str, doubt: Doubt) -> bool:
    """3点8几, 四千几: behind a number 几 stands for what was not remembered; 几倍, 几百件 are whole."""
    typed, before, after = text[doubt.start : doubt.end], text[: doubt.start], text[doubt.end :]
    if typed == "几" and (after.startswith("点") or before.endswith(("星期", "周", "礼拜"))):
        return True  # 几点开门, 星期几: nothing is lost there
    if typed == "哪" and after.startswith(("几", "些")):
        return True  # 哪几块 lacks nothing
    if re.fullmatch("几[倍百千万]", text[doubt.start : doubt.start + 2]):
        return True
    if typed[:1] == "多" and re.search(r"[十百千万]$", before):
        return True  # 三百多件
    if typed == "倍" and before.endswith("几"):
        return True
    if typed == "点" and before.endswith("几"):
        return True
    return typed == "几" and re.search(r"[0-9点十百千万]$", before) is not None


def _gist(questions: Understood) -> tuple[object, ...]:
    """What an answer depends on."""
    return tuple(
        (
            q.asks,
            q.unit,
            q.negated,
            q.numbers,
            q.qualifiers,
            tuple((word.text, word.soft) for word in q.words) or q.text,
            tuple(char for char in q.text if char in RECKONING),
        )
        for q in questions
    )


def _told(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(part.answer.headline for part in parts)


def _asked_back(readings: Sequence[tuple[str, tuple[Part, ...]]]) -> Part:
    """One question back that names every reading and what it would be told."""
    options = []
    for text, parts in readings:
        said = "；".join(part.answer.headline.rstrip("。") for part in parts)
        options.append(Option(f"{text.rstrip('？。！')}？（{said}）", text))
    proofs = dict.fromkeys(
        proof for _, parts in readings for part in parts for proof in part.answer.proofs[:1]
    )
    first = readings[0][1][-1]
    answer = Answer(
        kind="clarify",
        headline="这句话可能有错字，您问的是哪一句？"
        + "；".join(option.label for option in options),
        body="这句话可能有错字，您问的是哪一句？",
        proofs=tuple(proofs),
        options=tuple(options),
        quoted=False,
    )
    return Part(first.question, answer)
