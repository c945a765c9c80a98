"""What a question says and asks, as the rules that choose its answerers look at it."""

import re
from collections.abc import Callable

from assistant.dialogue.answering.arithmetic_words import (
    REST,
)
from assistant.dialogue.answering.explaining import TROUBLES
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.letter_data import asks_printed
from assistant.dialogue.answering.letter_words import WHOM
from assistant.dialogue.answering.people import (
    is_bare_name,
)
from assistant.dialogue.answering.reasons import asks_why, asks_why_so_few
from assistant.dialogue.answering.rests import NOT_GOT
from assistant.dialogue.answering.wanting import TOLD_FIRST, wanted_of
from assistant.dialogue.matching.zones import counted_name, folded_text
from assistant.dialogue.question import Ask
from knowledge import LetterField, Listing

HOW_MANY = re.compile("多少|几|好多")
SUMMING = re.compile(
    r"连.{1,14}(?:一起|总)|(?:同|跟|和).{1,14}一起的?(?:总|共|合)|加上|算上|连同|加起来|合起来|加在一起|各[类种项].*[总一合共]|之和|总和|合计|一共|总共|共计|总计|[和与跟、].{1,14}共(?![同享建])|(?<![增参添追附更])加(?![快强大了计装密工固热压盟入急油气])"
)
KINDS_SUMMED = re.compile(r"[两三四五六七八九]种.*(?:总共|一共|合计|共计|总计)")
PROMISES_SUMMED = re.compile(
    "(?:承诺|目标|任务)[^，。]{0,8}(?:加起来|合计|总和|之和|加总|相加|合起来)"
)
_COMMITMENTS = re.compile(
    r"承诺|答应|许诺|允诺|应承|许下|保证(?:过|书|了(?=哪|什么|啥|几))|打(?:了)?包票|军令状|附件|任务|到期的?(?:是|有|承诺|事项)"
)
_ATTACHED = re.compile(
    r"附件(?!里|中|内|上|的?内容|.{0,6}[写列载提]|.{0,4}几[项条])|附(?:了|有|带|上|着)(?:什么|哪|几|份|个|张)"
)
_NUMBER_ASKED = re.compile(r"(?:建议|提案|议案)(?:的?编?号是?|是?第)(?:几|多少)号?")
_PERSONS = ("addressee", "signer", "contact")
_HEAD_UNITS = ("届", "次", "号")
_BEFORE = re.compile(r"[增涨提升加高]了?(?:之前|以前|前)|倒推|反推|倒算|原来|原先|此前")
_MEASURES = re.compile(
    r"措施|做法|举措|哪些事|哪些工作|什么事|做了(?:哪些|什么|啥)|什么支持|哪些支持"
)
_REST = re.compile(
    r"非(?!常|遗|物质|公|机动|法|营利|税|洲|同)[\u4e00-\u9fff]{2,10}?有?(?:多少|几)|落选|没进|没入|未入|不在.{1,6}的有?(?:几|多少)"
)
KINDS_COUNTED = re.compile("分(?:为|成|了)?(?:几|多少)个?大?[类种]")
WHOSE_GROUPS = re.compile(
    "(?:属于?|归属?|是)于?哪(?:些|几个|一?个|家)?(?:部门|单位|委局)(?:的|报的|管的)?[呢啊？]*$"
)
WHICH_TIME = re.compile(r"第几[届批次期]|哪一?[届批期](?!人大|政协)")
EACH = re.compile("分别|各")
WHERE = re.compile(
    r"[到去往至]哪(?:里|儿)|(?<![难卡])在(?:哪里|哪儿|哪(?!一?[年天月日届次])|什么(?:地方|位置)|哪个(?:街道|镇|乡|村|地方|位置|区))|什么位置|位于哪"
)
AFTER = re.compile(
    r"再(?:增加|增长|新增|增|加|添|多|减少|减|少)了?[0-9.一二三四五六七八九十百千万]+[个件家项名人]|(?:以后|之后|后|(?<!没)(?<!未)[建修装招增配改换]完).{0,10}(?:有|到|是|达|变成|一共|总共|累计|多少|几(?![乎])|多[长大])"
    r"|(?<![去上前])年[底末][^，。]{0,3}(?:一共|总共|共)有?(?:多少|几)|(?:年底|年末|年内|20[0-9]{2}年?|明年|[0-9]{1,2}月)[^，。]{0,12}(?:能|会|将|可以?)(?:有|到|达到?|增加?到)(?:多少|几)"
    r"|(?:如果|要是|假如|假设|若)[^。]{0,10}(?:新增|增加|增|加|添|多|减少|少)了?[0-9一二三四五六七八九十百千万]+[个件家项名人].{0,14}(?:多少|几)"
    r"|(?:到|至)(?:20[0-9]{2}年?|今年|明年)年?[底末]?[^，。]{0,10}(?:总共|一共|累计|共)有?(?:多少|几)"
)
_COUNTED_TIME = re.compile("(?:几|多少)个?(?:工作日|自然日|天|日|小时|分钟|月(?!份)|年(?!级|代))")
_AGREEING = re.compile("多少.{0,4}(?:同意|通过)")
_LEFT = re.compile("还[剩有要差]|拖|晚了|剩|逾期|过去|超期|距|离")
# the day a promise falls due is none it was made on
MADE = re.compile(
    "(?:承诺|目标|任务|计划)[^，。]{0,6}(?:什么时候|啥时候?|何时|哪[年天]|几时)(?:[做作]出|许下|定下|[定提列许]的|答应|立下?的)"
)
_LAST_YEAR = re.compile(r"去年|上年|前一年|上一年|原来|之前|以前|原先|此前|年初|涨前|增前")


def says(pattern: re.Pattern[str], *asks: Ask) -> Callable[[Inquiry], bool]:
    """The question holds such words and asks one of these things, if any are given."""

    def fits(inquiry: Inquiry) -> bool:
        question = inquiry.question
        if asks and set(asks).isdisjoint((question.ask, *question.asks)):
            return False
        return pattern.search(question.text) is not None

    return fits


def asks(*asks: Ask) -> Callable[[Inquiry], bool]:
    """The question asks one of these things."""
    return lambda inquiry: not set(asks).isdisjoint(inquiry.question.asks)


def always(_: Inquiry) -> bool:
    return True


def asks_rest(inquiry: Inquiry) -> bool:
    """没进初审的有几家 asks for what is left; 还没发布的 is a status the letter may name."""
    question = inquiry.question
    if Ask.FIGURE not in question.asks or Ask.YESNO in question.asks or "百分" in question.text:
        return False
    if any(asked.search(question.text) for asked in (REST, _REST, NOT_GOT)):
        return True
    return question.negated and not question.qualifiers.status


def asks_commitments(inquiry: Inquiry) -> bool:
    asks = set(inquiry.question.asks)
    if WHOM.search(inquiry.question.text):
        return False  # 承诺没做到找谁反映
    return says(_COMMITMENTS)(inquiry) and not asks & {
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


def wants_doings(inquiry: Inquiry) -> bool:
    others = {Ask.FIGURE, Ask.YESNO, Ask.UNIT, Ask.WHEN}
    return says(_MEASURES)(inquiry) and others.isdisjoint(inquiry.question.asks)


def reckons(inquiry: Inquiry) -> bool:
    """改造25公里要花多少钱 reckons with its number; 是25公里吗 claims it."""
    asks = set(inquiry.question.asks)
    return bool(inquiry.question.numbers and {Ask.FIGURE, Ask.GAP} & asks) and Ask.YESNO not in asks


def wants_told(inquiry: Inquiry) -> bool:
    """几点, 星期几, 几个工作日: only a sentence has it; 还剩几天 is reckoned."""
    text, asks = inquiry.question.text, set(inquiry.question.asks)
    want = wanted_of(inquiry)
    reckoned = {Ask.GAP, Ask.DIFFERENCE, Ask.RATIO, Ask.COMPARE, Ask.YESNO} & asks
    if want is None or reckoned or _LEFT.search(text):
        return False
    lasting = want.name == "lasting" and _COUNTED_TIME.search(text) is not None
    agreeing = want.name == "share" and _AGREEING.search(text) is not None
    return want.name in TOLD_FIRST or lasting or agreeing


def names_alone(inquiry: Inquiry) -> bool:
    return inquiry.question.ask is Ask.TOPIC and is_bare_name(inquiry)


def names_counted(inquiry: Inquiry) -> bool:
    """五大产业: the whole question is a list by its number and name."""
    text = inquiry.question.text.strip(" ，。？！“”呢呀啊")
    rows = (found.evidence.fact for found in inquiry.candidates.of(Listing))
    names = (counted_name(fact) for fact in rows if isinstance(fact, Listing))
    return inquiry.question.ask is Ask.TOPIC and text in {name for name in names if name}


def names_person(inquiry: Inquiry) -> bool:
    """The whole question is the name of somebody in the letter's head or foot."""
    text = inquiry.question.text.strip(" ，。？！“”呢呀啊")
    rows = (found.evidence.fact for found in inquiry.candidates.of(LetterField))
    named = {
        folded_text(fact.value)
        for fact in rows
        if isinstance(fact, LetterField) and fact.name in _PERSONS
    }
    return inquiry.question.ask is Ask.TOPIC and text in named


def asks_of_letter(inquiry: Inquiry) -> bool:
    """The attachments, or figures of the letter's head (几届几次会议, 第几号)."""
    question = inquiry.question
    attached = _ATTACHED.search(question.text) and "承诺" not in question.text
    return bool(attached) or Ask.FIGURE in question.asks and question.unit in _HEAD_UNITS


def counts_commitments(inquiry: Inquiry) -> bool:
    counted = set(inquiry.question.asks) - {Ask.COUNT} == {Ask.FIGURE}
    return says(_COMMITMENTS)(inquiry) and counted


def asks_year_before(inquiry: Inquiry) -> bool:
    asks = inquiry.question.asks
    return says(_LAST_YEAR)(inquiry) and Ask.FIGURE in asks and Ask.SHARE not in asks


def asks_before_increase(inquiry: Inquiry) -> bool:
    return asks_year_before(inquiry) and says(_BEFORE)(inquiry)


def asks_what_is_printed(inquiry: Inquiry) -> bool:
    return asks_printed(inquiry) or says(_NUMBER_ASKED)(inquiry)


def wants_sentences(inquiry: Inquiry) -> bool:
    """A reason or a difficulty is told by sentences or not at all."""
    question = inquiry.question
    why = asks_why_so_few(inquiry) or not question.numbers and asks_why(question.text)
    return why or TROUBLES.search(question.text) is not None


def asks_ahead(inquiry: Inquiry) -> bool:
    """今年打算新增几个 asks for a figure, 下一步有什么打算 for what lies ahead."""
    asks = set(inquiry.question.asks)
    return bool({Ask.LIST, Ask.EXPLAIN, Ask.WHO} & asks) and Ask.FIGURE not in asks


def claims_number(inquiry: Inquiry) -> bool:
    """奖励金额是400万元没错吧."""
    question = inquiry.question
    claims = bool(question.numbers) and Ask.YESNO in question.asks
    return claims and not HOW_MANY.search(question.text)
