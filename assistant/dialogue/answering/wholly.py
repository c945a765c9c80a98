"""A claim of all or of most: 知名品牌都是农产品吗, 知名品牌里农产品占了一大半吗.

Right only where the part is as great as the whole, or more than half of it, whatever names and lists bear the words.
"""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.computing import answer_share
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import number
from assistant.dialogue.question import Ask
from assistant.dialogue.understanding import Piece, understand
from knowledge import Indicator

OF_ALL = re.compile(
    r"^(?!.*(?:[一多]半|大多|多数|大部分|主要|基本|几乎))(?P<whole>.{2,}?)(?:是不是|是否|难道|该不会|应该)*(?:全部|全都|都|全)(?:是|属于)(?:不是)?"
    r"(?P<part>[^，。？?]{2,}?)的?(?:吗|嘛|么|吧|是吧|对吧|对吗|对不对|是不是)?[？?]*$"
)

_MOST = "(?:一?大半|一半以上|一多半|多半|过半|半数以上|大部分|大多数|绝大多数|多数)"
OF_MOST = re.compile(
    rf"^(?P<whole>.{{2,}}?)(?:[里中当](?:面|头|中)?，?(?P<part>.{{2,}}?)(?:是不是|是否|不是)?(?:都|能|要)?[占有是]了?{_MOST}"
    rf"|(?:是不是|是否)?{_MOST}(?:都|全)?(?:是|属于)(?:不是)?(?P<other>[^，。？?]{{2,}}?)的?)(?:吗|嘛|么|吧|是吧|对吧|对吗|对不对|是不是)?[？?]*$"
)


def answer_of_all(inquiry: Inquiry) -> Answer | None:
    """Yes or no by the share of the part in the whole; None where the letter counts none."""
    text = inquiry.question.text
    most = OF_MOST.match(text)
    claimed = most or OF_ALL.match(text)
    if Ask.YESNO not in inquiry.question.asks or claimed is None:
        return None
    named = claimed["part"] or most and most["other"]
    asked = Piece(f"{named}占{claimed['whole']}的百分之多少")
    question = understand(asked, inquiry.library, inquiry.now.date())
    shared = answer_share(
        inquiry.with_question(replace(question, letters=inquiry.question.letters))
    )
    if shared is None or shared.kind != "computed" or len(shared.focus) != 2:
        return None
    part, whole = (row.fact for row in shared.focus)
    if not isinstance(part, Indicator) or not isinstance(whole, Indicator):
        return None
    true = 2 * part.value > whole.value if most else part.value == whole.value
    told = f"{number(whole.value)}{whole.unit}中有{number(part.value)}{part.unit}"
    head = f"是的，{told}" if true else f"不是，{told}（{shared.headline}）"
    return replace(shared, kind="answer", headline=head, body=f"{head}。{shared.body}")
