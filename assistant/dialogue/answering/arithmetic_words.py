"""Words that ask for arithmetic: an answer that leaves one of them unused is none."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.saying import sentence, short, value_of
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Question
from knowledge import Commitment, Evidence, Indicator

MONTHLY = re.compile(r"(?:平均|每)一?个?月|月均|一个月(?:要|得|应|平均)")
REST = re.compile(
    r"以外|之外|除(?![以尘湿草虫害非法]|[^了外去此]{1,5}数)|(?<!计)扣除(?!金额)|其余|剩下|余下"
    r"|落选|淘汰|刷掉|刷下|落榜|没选上|没评上|没通过|没拿到|未通过"
)
TIMES = re.compile(r"(?:几|多少)倍")
_AVERAGE = re.compile(r"平均|[人户亩校生家]均|每一?[座个家件项位名户亩所人台部辆](?!月|季度)")
_BEFORE = re.compile(r"以前|原来|原先|此前|增加?前|新增前|之前")
_AFTER = re.compile(
    r"新增后(?=[各是有为一共总])|[增加建开装添招配换改].{0,8}(?:以后|之后|完(?=(?:以后|之后|后)?[^成，。]{0,4}(?:多少|几|多[长大]|一共|总共)))"
    r"|(?![最今然先前落此])[\u4e00-\u9fff]后(?=一共|总共|累计|共|能[^，。]{0,4}(?:多少|几)|有?(?:多少|几))"
    r"|(?:能|会|将)(?:有|到|达到?)(?=多少|几)"
)
_UP_TO = re.compile("达到?|增至|增加到|扩大到|提高到|突破")
_MISSING = re.compile("还差|还缺|离目标")
_MISSED = re.compile("[差缺欠]|不足|未达")
_TOGETHER = re.compile(
    r"[两三四五六七八九][个项类种家][^，。]{0,8}(?:合起来|加起来|加总|合计|之和)|[和与跟、].{1,14}(?:加起来|加(?:在|到)?一[起块]|之和|总和|合计|共(?![同享建]))"
)
# of what something is left is not said: of those who applied, or of those chosen
_LEFT = re.compile(r"^(?:那么?)?(?:就|还|只)*剩下?了?(?=(?:多少|几)[个家件项名位][呢啊呀？]*$)")
_NEITHER = re.compile(r"非(?![常遗法洲凡同])(?=[\u4e00-\u9fff]{2})")
_THEN_LEFT = re.compile(r"(?:后|完|了)[^，。]{0,4}还(?:会)?[要需得]?[再]?(?:缺|剩|差|建|有)")
_SEVERAL = re.compile(
    r"[两二三](?:期|处|笔|段|批|项)[^，。]{0,4}(?:一共|总共|合计|共计|加起来|总计)"
)
_CHANGES = ("增量", "增长率", "新增", "占比")  # themselves a difference
_VERSUS = re.compile(
    r"(?<![占对同环百之配相])比(?![例重如较方赛价值武])(?=[^，。？]{2,}(?:多|少|高|低|大|小|增|涨|长))"
)
_RATE = re.compile(r"(?<=[\u4e00-\u9fff])率(?=[是为有达多几？，呢]|$)")
_ALL = (
    MONTHLY,
    REST,
    TIMES,
    _AVERAGE,
    _BEFORE,
    _AFTER,
    _TOGETHER,
    _NEITHER,
    _LEFT,
    _THEN_LEFT,
    _SEVERAL,
    _VERSUS,
)


def asks_not_all(text: str) -> bool:
    """原来几家, 其余几家, 还剩几家, 每月几家: not those there are, counted."""
    return any(word.search(text) for word in (_BEFORE, REST, _LEFT, MONTHLY))


def is_reckoned_of_others(text: str, quote: str) -> bool:
    """比其他的加起来多10个: the number claimed is none that stands in the letter."""
    return any(
        (found := word.search(text)) and found.group() not in quote
        for word in (_TOGETHER, _VERSUS, REST)
    )


def unused_word(question: Question, answer: Answer) -> str:
    """The arithmetic word that a bare figure leaves unused; empty when there is none.

    平均每项奖励多少钱 is not answered by the sum of all; 平均气温 may be, where a figure bears it.
    """
    if _leaves_rate(question, answer):
        return "率"
    row = _bare_figure(answer)
    if row is None:
        return ""
    missing = _MISSING.search(question.text)
    if missing and not _MISSED.search(folded_text(row.quote)):
        return missing.group()
    if Ask.DIFFERENCE in question.asks and getattr(row.fact, "measure", "") not in _CHANGES:
        return "相差"
    for pattern in _ALL:
        if pattern is _AFTER and _UP_TO.search(folded_text(row.quote)) and is_goal(row):
            continue  # what it comes to is said: 达到14500件
        found = pattern.search(question.text)
        if found and found.group() not in folded_text(row.quote):
            return found.group()
    return ""


def _leaves_rate(question: Question, answer: Answer) -> bool:
    """A rate asked and neither named nor told in per cent: 新率多少 is not answered by 5家."""
    if answer.kind not in ("answer", "computed") or not answer.focus:
        return False
    said = f"{answer.headline}{answer.body}"
    return _RATE.search(question.text) is not None and not re.search("[%‰率]|百分|占比", said)


def is_goal(row: Evidence) -> bool:
    """Is it what is to be reached?"""
    return isinstance(row.fact, Commitment) or getattr(row.fact, "measure", "") == "目标"


def _bare_figure(answer: Answer) -> Evidence | None:
    """The only figure a plain answer says."""
    rows = answer.focus
    if answer.kind != "answer" or len(rows) != 1:
        return None
    row = rows[0]
    figure = isinstance(row.fact, Indicator | Commitment) and value_of(row) is not None
    return row if figure and answer.headline == short(row) else None


def not_reckoned(word: str, nearest: Answer) -> Answer:
    """What is said when the letter holds an operand, but not what was asked of it."""
    row = nearest.focus[0]
    return Answer(
        kind="unknown",
        headline=f"函中没有写明按“{word}”问的这个数",
        body=f"函中与此最接近的内容是：{sentence(row)}",
        proofs=(Proof(row),),
        focus=(row,),
    )
