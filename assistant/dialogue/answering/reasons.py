"""为什么: what of the sentences that bear the words gives a reason, and whether one is wanted at all."""

import re

from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching import Fit, zones_of
from knowledge import Commitment, Indicator

_WHY = re.compile(r"为什么|为何|为啥|原因|怎么会|凭什么|缘由")
# what makes it so comes before it; what it is for (为什么要) comes behind
_WHY_CAN = re.compile("(?:为什么|为啥|为何|凭什么|怎么会)[^，。要得应]{0,12}[能会]")
_REASON = re.compile(r"因|主要是|由于|为了|没有|不足|达不到|不连|缺|难以|确保|以便|从而")
_PURPOSE = re.compile(
    r"推进|推动|促进|做[大强优]|提升|引领|通过|指导|带动|助力|改进|改善|扩大|鼓励|夯实|满足|解决|防止|避免|保障"
)
# 为什么这么少: only a cause answers, no purpose
_SO_FEW = re.compile(
    "(?:这么|那么|如此|才|只有?|还是|还)[^，。]{0,4}[少低慢差小高多]|(?:才|只有?|仅有?)[^，。0-9]{0,4}[0-9一二三四五六七八九十]|还(?:没|未|不)|尚未|(?:少|低|慢|差)(?:得|了)?(?:可怜|很)?[？]*$"
)
_CAUSE = re.compile("因为?|由于|受.{1,8}影响|原因|导致|造成|所致|不足|短缺|缺乏|难以")
THEREFORE = re.compile(r"为此|因此|所以|据此")


def asks_why(text: str) -> bool:
    """Is a reason asked for?"""
    return _WHY.search(text) is not None


def asks_why_it_can(text: str) -> bool:
    """为什么能增长: wants what leads to it."""
    return _WHY_CAN.search(text) is not None


def asks_why_so_few(inquiry: Inquiry) -> bool:
    """为什么只有5个: the letter's own number is wondered at; a wrong one has to be put right."""
    question = inquiry.question
    if not asks_why(question.text) or not _SO_FEW.search(question.text):
        return False
    rows = inquiry.candidates.of(Indicator, Commitment, where=lambda found: not found.missing)
    named = question.numbers
    return not named or any(value_is(claim, f.evidence) for f in rows for claim in named)


def giving_reasons(inquiry: Inquiry, rows: list[Fit]) -> list[Fit]:
    """Those that give a reason, the plainest first; why so few is told by a cause only."""
    judged = asks_why_so_few(inquiry)
    rows = [
        f
        for f in rows
        if (_CAUSE.search(zones_of(f.evidence).quote) if judged else inquiry.question.numbers)
        or not judged
        and _gives_reason(f)
    ]
    return sorted(rows, key=lambda f: not _REASON.search(zones_of(f.evidence).quote))


def _gives_reason(found: Fit) -> bool:
    text = zones_of(found.evidence).quote
    return any(words.search(text) for words in (_REASON, _PURPOSE, THEREFORE))
