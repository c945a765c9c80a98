"""Which answerers a question's own words call for, before those of its kind.

The rules stand in order; what a rule asks for comes behind what earlier ones asked for, unless it
says otherwise.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.dialogue.answering.arithmetic_words import (
    MONTHLY,
    REST,
    TIMES,
)
from assistant.dialogue.answering.bases import answer_base
from assistant.dialogue.answering.by_kind import Answerer
from assistant.dialogue.answering.commitments import (
    answer_beyond,
    answer_commitments,
    answer_count,
    answer_when_and_who,
)
from assistant.dialogue.answering.comparing import (
    ALIKE,
    answer_compared,
)
from assistant.dialogue.answering.computing import answer_times
from assistant.dialogue.answering.duties import answer_due, answer_duties, answer_led
from assistant.dialogue.answering.earlier import answer_before
from assistant.dialogue.answering.explaining import (
    TROUBLES,
    answer_ahead,
    answer_explain,
    answer_headings,
    asks_why,
)
from assistant.dialogue.answering.figures import TARGETS, answer_figure, answer_targets
from assistant.dialogue.answering.gaps import answer_monthly
from assistant.dialogue.answering.given import answer_given
from assistant.dialogue.answering.goals import answer_goal_in_words
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.later import answer_after
from assistant.dialogue.answering.letter_data import answer_letter, asks_printed
from assistant.dialogue.answering.listings import count_kinds
from assistant.dialogue.answering.meanings import answer_meaning, asks_meaning
from assistant.dialogue.answering.membership import answer_yesno
from assistant.dialogue.answering.operands import answer_each
from assistant.dialogue.answering.overview import answer_outline
from assistant.dialogue.answering.people import (
    answer_about,
    answer_groups,
    answer_where,
    is_bare_name,
)
from assistant.dialogue.answering.persons import (
    answer_feedback,
    answer_jointly,
    answer_person,
    answer_whose,
    asks_feedback,
    asks_jointly,
    asks_person,
    asks_whose,
)
from assistant.dialogue.answering.products import answer_left, answer_product
from assistant.dialogue.answering.progress import (
    RANKED,
    answer_furthest,
)
from assistant.dialogue.answering.reckoned_claims import answer_claim_reckoned
from assistant.dialogue.answering.remaining import answer_age, answer_days
from assistant.dialogue.answering.rests import NOT_GOT, answer_complement
from assistant.dialogue.answering.setting_apart import ASIDE, answer_apart
from assistant.dialogue.answering.since import SINCE, answer_since
from assistant.dialogue.answering.stating import answer_stated
from assistant.dialogue.answering.strangers import answer_stranger, asks_stranger
from assistant.dialogue.answering.sums import answer_promised_sum, answer_sum
from assistant.dialogue.answering.telling import answer_told
from assistant.dialogue.answering.times import answer_ordinal
from assistant.dialogue.answering.troubles import answer_troubles
from assistant.dialogue.answering.wanting import wanted_of
from assistant.dialogue.question import Ask


@dataclass(frozen=True, slots=True)
class Rule:
    """规则: who is asked when a question fits."""

    fits: Callable[[Inquiry], bool]
    answerers: tuple[Answerer, ...]
    first: bool = False  # before those already chosen
    final: bool = False  # neither a rule behind nor the kind of the question adds to them
    alone: bool = False  # nobody else is asked


HOW_MANY = re.compile("多少|几|好多")
_SUMMING = re.compile(
    r"连.{1,14}(?:一起|总)|(?:同|跟|和).{1,14}一起的?(?:总|共|合)|加上|算上|连同|加起来|合起来|加在一起|各[类种项].*[总一合共]|之和|总和|合计|一共|总共|共计|总计|[和与跟、].{1,14}共(?![同享建])|(?<![增参添追附更])加(?![快强大了计装密工固热压盟入急油气])"
)
_KINDS_SUMMED = re.compile(r"[两三四五六七八九]种.*(?:总共|一共|合计|共计|总计)")
_PROMISES_SUMMED = re.compile(
    "(?:承诺|目标|任务)[^，。]{0,8}(?:加起来|合计|总和|之和|加总|相加|合起来)"
)
_COMMITMENTS = re.compile(
    r"承诺|答应|许诺|允诺|应承|许下|保证(?:过|书|了(?=哪|什么|啥|几))|打(?:了)?包票|立下?(?:了)?军令状|附件|任务|到期的?(?:是|有|承诺|事项)"
)
_ATTACHED = re.compile(
    r"附件(?!里|中|内|上|的?内容|.{0,6}[写列载提]|.{0,4}几[项条])|附(?:了|有|带|上|着)(?:什么|哪|几|份|个|张)"
)
_NUMBER_ASKED = re.compile(r"(?:建议|提案|议案)(?:的?编?号是?|是?第)(?:几|多少)号?")
_HEAD_UNITS = ("届", "次", "号")
_BEFORE = re.compile(r"[增涨提升加高]了?(?:之前|以前|前)|倒推|反推|倒算|原来|原先|此前")
_MEASURES = re.compile(
    r"措施|做法|举措|哪些事|哪些工作|什么事|做了(?:哪些|什么|啥)|什么支持|哪些支持"
)
_REST = re.compile(
    r"非(?!常|遗|物质|公|机动|法|营利|税|洲|同)[\u4e00-\u9fff]{2,10}?有?(?:多少|几)|落选|没进|没入|未入|不在.{1,6}的有?(?:几|多少)"
)
_KINDS_COUNTED = re.compile("分(?:为|成|了)?(?:几|多少)个?大?[类种]")
_WHOSE_GROUPS = re.compile(
    "(?:属于?|归属?|是)于?哪(?:些|几个|一?个|家)?(?:部门|单位|委局)(?:的|报的|管的)?[呢啊？]*$"
)
_WHICH_TIME = re.compile(r"第几[届批次期]|哪一?[届批期](?!人大|政协)")
_EACH = re.compile("分别|各")
_WHERE = re.compile(
    r"(?<![难卡])在(?:哪里|哪儿|哪(?!一?[年天月日届次])|什么(?:地方|位置)|哪个(?:街道|镇|乡|村|地方|位置|区))|什么位置|位于哪"
)
_AFTER = re.compile(
    r"再(?:增加|增长|新增|增|加|添|多|减少|减|少)了?[0-9.一二三四五六七八九十百千万]+[个件家项名人]|(?:以后|之后|后|(?<!没)(?<!未)[建修装招增配改换]完).{0,10}(?:有|到|是|达|变成|一共|总共|累计|多少|几(?![乎])|多[长大])"
    r"|(?:年底|年末|年内|20[0-9]{2}年?|明年|[0-9]{1,2}月)[^，。]{0,12}(?:能|会|将|可以?)(?:有|到|达到?|增加?到)(?:多少|几)"
    r"|(?:如果|要是|假如|假设|若)[^。]{0,10}(?:新增|增加|增|加|添|多|减少|少)了?[0-9一二三四五六七八九十百千万]+[个件家项名人].{0,14}(?:多少|几)"
    r"|(?:到|至)(?:20[0-9]{2}年?|今年|明年)年?[底末]?[^，。]{0,10}(?:总共|一共|累计|共)有?(?:多少|几)"
)
_COUNTED_TIME = re.compile("(?:几|多少)个?(?:工作日|自然日|天|日|小时|分钟|月(?!份)|年(?!级|代))")
_AGREEING = re.compile("多少.{0,4}(?:同意|通过)")
_LEFT = re.compile("还[剩有要差]|拖|晚了|剩|逾期|过去|超期|距|离")
_LAST_YEAR = re.compile(r"去年|上年|前一年|上一年|原来|之前|以前|原先|此前|年初|涨前|增前")


def _says(pattern: re.Pattern[str], *asks: Ask) -> Callable[[Inquiry], bool]:
    """The question holds such words and asks one of these things, if any are given."""

    def fits(inquiry: Inquiry) -> bool:
        question = inquiry.question
        if asks and set(asks).isdisjoint((question.ask, *question.asks)):
            return False
        return pattern.search(question.text) is not None

    return fits


def _asks(*asks: Ask) -> Callable[[Inquiry], bool]:
    """The question asks one of these things."""
    return lambda inquiry: not set(asks).isdisjoint(inquiry.question.asks)


def _always(_: Inquiry) -> bool:
    return True


def _asks_rest(inquiry: Inquiry) -> bool:
    """没进初审的有几家 asks for what is left; 还没发布的 is a status the letter may name."""
    question = inquiry.question
    if Ask.FIGURE not in question.asks or Ask.YESNO in question.asks or "百分" in question.text:
        return False
    if any(asked.search(question.text) for asked in (REST, _REST, NOT_GOT)):
        return True
    return question.negated and not question.qualifiers.status


def _asks_commitments(inquiry: Inquiry) -> bool:
    asks = set(inquiry.question.asks)
    return _says(_COMMITMENTS)(inquiry) and not asks & {
        Ask.WHEN,
        Ask.UNIT,
        Ask.DAYS,
        Ask.PROGRESS,
        Ask.GAP,
        Ask.DIFFERENCE,
        Ask.YESNO,
        Ask.FIGURE,
        Ask.MONTHLY,
    }


def _wants_doings(inquiry: Inquiry) -> bool:
    others = {Ask.FIGURE, Ask.YESNO, Ask.UNIT, Ask.WHEN}
    return _says(_MEASURES)(inquiry) and others.isdisjoint(inquiry.question.asks)


def _reckons(inquiry: Inquiry) -> bool:
    """改造25公里要花多少钱 reckons with its number; 是25公里吗 claims it."""
    asks = set(inquiry.question.asks)
    return bool(inquiry.question.numbers and {Ask.FIGURE, Ask.GAP} & asks) and Ask.YESNO not in asks


def _wants_told(inquiry: Inquiry) -> bool:
    """几点, 星期几, 几个工作日: only a sentence has it; 还剩几天 is reckoned."""
    text, asks = inquiry.question.text, set(inquiry.question.asks)
    want = wanted_of(inquiry)
    reckoned = {Ask.GAP, Ask.DIFFERENCE, Ask.RATIO, Ask.COMPARE, Ask.YESNO} & asks
    if want is None or reckoned or _LEFT.search(text):
        return False
    lasting = want.name == "lasting" and _COUNTED_TIME.search(text) is not None
    agreeing = want.name == "share" and _AGREEING.search(text) is not None
    return want.name in ("clock", "weekday", "phone") or lasting or agreeing


def _names_alone(inquiry: Inquiry) -> bool:
    return inquiry.question.ask is Ask.TOPIC and is_bare_name(inquiry)


def _asks_of_letter(inquiry: Inquiry) -> bool:
    """The attachments, or figures of the letter's head (几届几次会议, 第几号)."""
    question = inquiry.question
    attached = _ATTACHED.search(question.text) and "承诺" not in question.text
    return bool(attached) or Ask.FIGURE in question.asks and question.unit in _HEAD_UNITS


def _counts_commitments(inquiry: Inquiry) -> bool:
    return _says(_COMMITMENTS)(inquiry) and set(inquiry.question.asks) == {Ask.FIGURE}


def _asks_year_before(inquiry: Inquiry) -> bool:
    return _says(_LAST_YEAR)(inquiry) and Ask.FIGURE in inquiry.question.asks


def _asks_before_increase(inquiry: Inquiry) -> bool:
    return _asks_year_before(inquiry) and _says(_BEFORE)(inquiry)


def _asks_what_is_printed(inquiry: Inquiry) -> bool:
    return asks_printed(inquiry) or _says(_NUMBER_ASKED)(inquiry)


def _wants_sentences(inquiry: Inquiry) -> bool:
    """A reason or a difficulty is told by sentences or not at all."""
    question = inquiry.question
    why = not question.numbers and asks_why(question.text)
    return why or TROUBLES.search(question.text) is not None


def _asks_ahead(inquiry: Inquiry) -> bool:
    """今年打算新增几个 asks for a figure, 下一步有什么打算 for what lies ahead."""
    asks = set(inquiry.question.asks)
    return bool({Ask.LIST, Ask.EXPLAIN} & asks) and Ask.FIGURE not in asks


def _claims_number(inquiry: Inquiry) -> bool:
    """奖励金额是400万元没错吧."""
    question = inquiry.question
    claims = bool(question.numbers) and Ask.YESNO in question.asks
    return claims and not HOW_MANY.search(question.text)


RULES: tuple[Rule, ...] = (
    Rule(asks_stranger, (answer_stranger,), alone=True),
    Rule(
        _always, (answer_outline, answer_beyond, answer_age, answer_duties, answer_due, answer_led)
    ),
    Rule(_wants_doings, (answer_headings, answer_explain)),
    Rule(_reckons, (answer_left, answer_product)),
    Rule(lambda inquiry: asks_feedback(inquiry.question.text), (answer_feedback,)),
    Rule(lambda inquiry: asks_jointly(inquiry.question.text), (answer_jointly,)),
    Rule(lambda inquiry: asks_whose(inquiry.question.text), (answer_whose,)),
    Rule(lambda inquiry: asks_person(inquiry.question.text), (answer_person,)),
    Rule(asks_meaning, (answer_meaning,)),
    Rule(_names_alone, (answer_about,)),
    Rule(_asks_of_letter, (answer_letter,)),
    Rule(_says(RANKED), (answer_furthest,)),
    Rule(_asks_commitments, (answer_commitments,)),
    Rule(_asks(Ask.DAYS), (answer_days,)),
    Rule(_counts_commitments, (answer_count,)),
    Rule(_says(MONTHLY), (answer_monthly,)),
    Rule(_says(TIMES), (answer_times,)),
    # no figure of one of them is their sum
    Rule(_says(_KINDS_SUMMED), (answer_sum,), alone=True),
    Rule(_says(_SUMMING, Ask.FIGURE, Ask.TOPIC), (answer_sum,)),
    Rule(_always, (answer_base,)),
    Rule(_asks_before_increase, (answer_before,)),
    Rule(_asks_year_before, (answer_figure, answer_before)),
    Rule(_says(SINCE), (answer_figure, answer_since)),
    Rule(_asks_what_is_printed, (answer_letter,), alone=True),
    Rule(_wants_sentences, (answer_explain, answer_troubles), alone=True),
    Rule(_asks_ahead, (answer_ahead,)),
    Rule(_claims_number, (answer_yesno,)),
    Rule(_claims_number, (answer_claim_reckoned,), first=True),
    Rule(_says(ALIKE, Ask.YESNO), (answer_compared,), first=True),
    Rule(lambda inquiry: bool(inquiry.question.without), (answer_complement,)),
    Rule(_asks(Ask.FIGURE), (answer_goal_in_words,), first=True),
    Rule(_says(_PROMISES_SUMMED), (answer_promised_sum,), first=True),
    Rule(_says(ASIDE, Ask.FIGURE, Ask.TOPIC), (answer_apart,), first=True),
    Rule(lambda inquiry: len(inquiry.question.numbers) > 1, (answer_given,), first=True),
    Rule(_says(TARGETS), (answer_letter, answer_targets, answer_stated)),
    Rule(_asks_rest, (answer_apart, answer_complement), first=True, final=True),
    Rule(_says(_AFTER, Ask.FIGURE), (answer_after,)),
    Rule(_says(_EACH, Ask.FIGURE), (answer_each,)),
    Rule(
        lambda inquiry: {Ask.WHEN, Ask.UNIT} <= set(inquiry.question.asks), (answer_when_and_who,)
    ),
    Rule(_says(_WHICH_TIME), (answer_ordinal,)),
    Rule(_says(_KINDS_COUNTED), (count_kinds,), first=True),
    Rule(_says(_WHOSE_GROUPS), (answer_groups,), first=True),
    Rule(_wants_told, (answer_told,), first=True),
    Rule(_says(_WHERE), (answer_letter, answer_where, answer_told), final=True),
)
