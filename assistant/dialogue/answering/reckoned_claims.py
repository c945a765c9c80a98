"""A number claimed of what must be reckoned: A和B加起来是5个吧, 还差464件对吧, 农产品占七成吗.

The claim is taken out of the question, what is left is reckoned, and the two are held together.
"""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.claims import is_met
from assistant.dialogue.answering.comparing import is_that_way
from assistant.dialogue.answering.computing import answer_difference, answer_share
from assistant.dialogue.answering.conditions import asks_before_increase
from assistant.dialogue.answering.earlier import answer_before
from assistant.dialogue.answering.gaps import answer_gap, answer_growth, answer_monthly
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.progress import answer_progress
from assistant.dialogue.answering.ratios import answer_ratio
from assistant.dialogue.answering.sums import ADDING, answer_sum
from assistant.dialogue.question import Ask, Number
from assistant.dialogue.understanding import Piece, understand
from knowledge import find_numbers

_RECKONERS = {
    Ask.DIFFERENCE: (answer_difference,),
    Ask.GAP: (answer_gap,),
    Ask.SHARE: (answer_share,),
    Ask.GROWTH: (answer_growth,),
    Ask.RATIO: (answer_ratio,),
    Ask.MONTHLY: (answer_monthly,),
    Ask.PROGRESS: (answer_progress,),
}
# what stands around a number that is claimed, and would be asked for without it
_BEFORE = re.compile(
    r"(?:是不是|是否|有没有|不是|应该|到底|真的|已经|就|才|只|[是有]|(?<![一总合])共)*"
    r"(?:超过|不到|不足|不止|达到|至少|低于|高于|多于|少于|[大约将近]+)*$"
)
_BEHIND = re.compile(
    r"^([\u4e00-\u9fff]{0,6}?)(?:左右|上下|以上|以下)?(?:了|的)?(?:没有?|对不对|是不是|对吗|对吧|是吧|是吗|吧|吗|呢|啊)?[？?。]*$"
)
_SINCE_LAST_YEAR = re.compile("(?:比|较|跟|和|与)(?:去年|上年|前年|往年|同期|上一年|前一年)|同比")
_WRITTEN = re.compile(r"[0-9]+(?:\.([0-9]+))?")
_PERCENT = re.compile(r"([0-9.]+)%")
_A_RATE = re.compile("率|增长|增速|增幅|提高|上升|下降|降低")  # such are stated, and are no shares
_IN_ALL = re.compile("一共|总共|合计|共计")
_SHARED = re.compile("百分之多少")
_DONE = re.compile("完成|达成|进度")
_OF = re.compile("(?:占了?|的)+$")
_ROUGHLY = re.compile("大约|大概|差不多|左右|上下|将近|接近|约|近")
_BARE = re.compile(r"约?[0-9]")


def answer_claim_reckoned(inquiry: Inquiry) -> Answer | None:
    """Yes or no to a sum, difference, gap, share, growth or average that is claimed."""
    question = inquiry.question
    claims = question.numbers
    if Ask.YESNO not in question.asks or not claims or len(claims) > 1 and claims[-1].unit != "%":
        return None
    claim = claims[-1]
    opened = _opened(question.text, claim)
    if opened is None:
        return None
    asked = understand(Piece(opened), inquiry.library, inquiry.now.date())
    held = inquiry.with_question(replace(asked, letters=question.letters))
    reckoned = _reckoned(held)
    if reckoned is None or reckoned.kind != "computed":
        return None
    value = _value(reckoned.headline, claim.unit)
    if value is None:
        return None
    said = reckoned.headline
    if not _is_this_way(question.text, reckoned):
        head = f"不是，{said}"
    elif _agrees(question.text, claim, value):
        head = f"是的，{said}"
    else:
        head = f"不是{claim.text}，{'是' if _BARE.match(said) else ''}{said}"
    return replace(reckoned, kind="answer", headline=head, body=f"{head}。{reckoned.body}")


def _opened(text: str, claim: Number) -> str | None:
    """The question with 多少 in place of the number claimed: 加起来是不是5个 -> 加起来多少个."""
    at = text.rfind(claim.text)
    behind = _BEHIND.match(text[at + len(claim.text) :])
    if at < 0 or behind is None:
        return None
    before = _BEFORE.sub("", text[:at])
    if claim.unit != "%":
        return f"{before}多少{claim.unit}{behind[1]}"
    if _A_RATE.search(before) and not _DONE.search(before):
        return None
    share = "的百分之多少" if _DONE.search(before) else "占百分之多少"
    return f"{_OF.sub('', before)}{share}{behind[1]}"


def _reckoned(inquiry: Inquiry) -> Answer | None:
    """What the question asks to be reckoned; None where it asks for a figure as it stands."""
    if ADDING.search(inquiry.question.text) or _IN_ALL.search(inquiry.question.text):
        return answer_sum(inquiry)
    if asks_before_increase(inquiry):
        return answer_before(inquiry)
    if _SINCE_LAST_YEAR.search(inquiry.question.text):
        return None  # 比去年多了5个: a change that the letter states, if at all
    for ask in inquiry.question.asks:
        if ask is Ask.PROGRESS and not _SHARED.search(inquiry.question.text):
            continue  # 年底能完成14500吗: the number is the promise's own, and names it
        for answerer in _RECKONERS.get(ask, ()):
            found = answerer(inquiry)
            if found:
                return found
    return None


def _value(headline: str, unit: str) -> Decimal | None:
    """The number a reckoned headline states: 相差17个（…）; in hundredths where such are claimed."""
    if unit == "%":
        found = _PERCENT.search(headline)
        return Decimal(found[1]) if found else None
    return next((value for _, _, value in find_numbers(headline)), None)


def _agrees(text: str, claim: Number, value: Decimal) -> bool:
    """Is it what is claimed, to the places it was claimed with (1.2万 for 12300)?"""
    written = _WRITTEN.search(claim.text)
    size = claim.value / Decimal(written[0]) if written and Decimal(written[0]) else Decimal(1)
    places = len(written[1] or "") if written else 0
    if _ROUGHLY.search(text) and abs(value - claim.value) * 20 <= claim.value:
        return True
    return is_met(text, claim, value) or is_met(text, claim, round(value / size, places) * size)


def _is_this_way(text: str, reckoned: Answer) -> bool:
    """A比B多17个: A must be the greater one."""
    rows = reckoned.focus
    return len(rows) != 2 or is_that_way(text, *rows) is not False
