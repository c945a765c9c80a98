"""Which answerers are asked for which question, in which order."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.arithmetic_words import (
    MONTHLY,
    REST,
    TIMES,
    not_reckoned,
    unused_word,
)
from assistant.dialogue.answering.bases import answer_base
from assistant.dialogue.answering.commitments import (
    answer_commitments,
    answer_count,
    answer_days,
    answer_doer,
    answer_units,
    answer_when_and_who,
)
from assistant.dialogue.answering.comparing import (
    ALIKE,
    answer_compared,
    answer_comparison,
    answer_most,
)
from assistant.dialogue.answering.computing import (
    answer_difference,
    answer_ratio,
    answer_share,
    answer_sum,
    answer_times,
)
from assistant.dialogue.answering.duties import answer_due, answer_duties
from assistant.dialogue.answering.explaining import (
    TROUBLES,
    answer_ahead,
    answer_explain,
    answer_headings,
    answer_measures,
    asks_why,
)
from assistant.dialogue.answering.figures import TARGETS, answer_figure, answer_targets
from assistant.dialogue.answering.gaps import (
    answer_after,
    answer_before,
    answer_gap,
    answer_growth,
    answer_monthly,
)
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import asked_kind
from assistant.dialogue.answering.letter_data import answer_claimed, answer_letter, asks_printed
from assistant.dialogue.answering.listings import answer_list, count_holders, count_names
from assistant.dialogue.answering.meanings import answer_meaning, asks_meaning
from assistant.dialogue.answering.membership import answer_belonging, answer_either, answer_yesno
from assistant.dialogue.answering.operands import answer_each
from assistant.dialogue.answering.overview import answer_overview
from assistant.dialogue.answering.people import answer_about, answer_where, answer_who, is_bare_name
from assistant.dialogue.answering.persons import (
    answer_feedback,
    answer_person,
    answer_whose,
    asks_feedback,
    asks_person,
    asks_whose,
)
from assistant.dialogue.answering.products import answer_left, answer_product
from assistant.dialogue.answering.progress import (
    RANKED,
    answer_furthest,
    answer_progress,
    answer_reached,
)
from assistant.dialogue.answering.rests import NOT_GOT, answer_complement
from assistant.dialogue.answering.stating import answer_stated
from assistant.dialogue.answering.times import answer_ordinal, answer_when
from assistant.dialogue.answering.troubles import answer_troubles
from assistant.dialogue.answering.unknown import answer_unknown
from assistant.dialogue.question import Ask, Question

Answerer = Callable[[Inquiry], Answer | None]


def answer(inquiry: Inquiry) -> Answer:
    """The first answer the answerers of this kind have; else what is missing."""
    bare: Answer | None = None
    asked: list[str] = []
    for answerer in (*answerers_of(inquiry), answer_overview):
        asked.append(answerer.__name__)
        found = answerer(inquiry)
        if found is None:
            continue
        word = unused_word(inquiry.question, found)
        if not word:
            return replace(found, by=tuple(asked))
        bare = bare or not_reckoned(word, found)
    return replace(bare or answer_unknown(inquiry), by=(*asked, "answer_unknown"))


_HOW_MANY = re.compile("多少|几|好多")
_SUMMING = re.compile(
    r"连.{1,14}(?:一起|总)|加上|算上|连同|加起来|合起来|加在一起|各[类种项].*[总一合共]|之和|总和|合计|一共|总共|共计|总计|[和与跟、].{1,14}共(?![同享建])|(?<![增参添追附更])加(?![快强大了计装密工固热压盟入急油气])"
)
_KINDS_SUMMED = re.compile(r"[两三四五六七八九]种.*(?:总共|一共|合计|共计|总计)")
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
_WHICH_TIME = re.compile(r"第几[届批次期]|哪一?[届批期](?!人大|政协)")
_WHERE = re.compile(
    r"(?<![难卡])在(?:哪里|哪儿|哪(?!一?[年天月日届次])|什么(?:地方|位置)|哪个(?:街道|镇|乡|村|地方|位置|区))|什么位置|位于哪"
)
_AFTER = re.compile(
    r"再(?:增加|增长|新增|增|加|添|多|减少|减|少)了?[0-9.一二三四五六七八九十百千万]+[个件家项名人]|(?:以后|之后|后).{0,10}(?:有|到|是|达|变成|一共|总共|累计)"
)
_LAST_YEAR = re.compile(r"去年|上年|前一年|上一年|原来|之前|以前|原先|此前|年初|涨前|增前")

_RATIO_NAMED = re.compile("平均|人均|万人|每|率|占比|日均|年均|均价")


def answer_named_ratio(inquiry: Inquiry) -> Answer | None:
    """A figure that is an average itself (万人…, 平均…, …率); no bare operand of one."""
    found = answer_figure(inquiry)
    rows = found.proofs if found else ()
    named = any(_RATIO_NAMED.search(getattr(proof.evidence.fact, "name", "")) for proof in rows)
    return found if named else None


def answer_kind_listed(inquiry: Inquiry) -> Answer | None:
    """放开授权的是哪几个牌子: what kind of thing is listed need not be told where the rest is."""
    question = inquiry.question
    kind = asked_kind(inquiry)
    if not kind or not [w for w in question.required if w.text != kind]:
        return None
    words = tuple(replace(w, soft=w.soft or w.text == kind) for w in question.words)
    return answer_list(inquiry.with_question(replace(question, words=words)))


ANSWERERS: dict[Ask, tuple[Answerer, ...]] = {
    Ask.MONTHLY: (answer_monthly, answer_named_ratio),
    Ask.RATIO: (answer_ratio, answer_named_ratio),
    Ask.GAP: (answer_gap, answer_figure, answer_difference),
    Ask.DIFFERENCE: (answer_difference, answer_comparison),
    Ask.SHARE: (answer_share,),
    Ask.GROWTH: (answer_figure, answer_growth, answer_share),
    Ask.MOST: (answer_most, answer_comparison),
    Ask.COMPARE: (answer_comparison,),
    Ask.DAYS: (answer_days,),
    Ask.PROGRESS: (answer_progress, answer_gap),
    Ask.UNIT: (answer_units, answer_letter, answer_who, answer_explain),
    Ask.WHEN: (answer_letter, answer_when),
    Ask.LIST: (
        answer_letter,
        answer_headings,
        answer_list,
        answer_kind_listed,
        answer_measures,
        answer_troubles,
        answer_stated,
    ),
    Ask.WHO: (
        answer_letter,
        answer_who,
        answer_list,
        answer_doer,
        answer_measures,
        answer_troubles,
    ),
    Ask.FIGURE: (answer_figure, answer_each, answer_letter, count_names, count_holders),
    Ask.EXPLAIN: (
        answer_letter,
        answer_explain,
        answer_troubles,
        answer_about,
        answer_list,
        answer_figure,
    ),
    Ask.YESNO: (answer_either, answer_claimed, answer_yesno),
    Ask.COUNT: (answer_list,),
    Ask.TOPIC: (
        answer_letter,
        answer_belonging,
        answer_figure,
        answer_each,
        answer_list,
        answer_about,
        answer_explain,
        answer_stated,
    ),
}
_ASKING = (Ask.MONTHLY, Ask.GAP, Ask.DIFFERENCE, Ask.COMPARE, Ask.SHARE, Ask.RATIO)


def answerers_of(inquiry: Inquiry) -> list[Answerer]:
    """The answerers to ask, in order, without repeats."""
    question = inquiry.question
    chosen: list[Answerer] = []
    if _MEASURES.search(question.text) and not {Ask.FIGURE, Ask.YESNO, Ask.UNIT, Ask.WHEN} & set(
        question.asks
    ):
        chosen += [answer_headings, answer_explain]
    chosen[:0] = [answer_duties, answer_due]
    if question.numbers and _asks_of_number(set(question.asks)):
        chosen += [answer_left, answer_product]
    if asks_feedback(question.text):
        chosen.append(answer_feedback)
    if asks_whose(question.text):
        chosen.append(answer_whose)
    if asks_person(question.text):
        chosen.append(answer_person)
    if asks_meaning(inquiry):
        chosen.append(answer_meaning)
    if question.ask is Ask.TOPIC and is_bare_name(inquiry):
        chosen.append(answer_about)
    if _ATTACHED.search(question.text) and "承诺" not in question.text or _asks_head(question):
        chosen.append(answer_letter)
    if RANKED.search(question.text):
        chosen.append(answer_furthest)
    if _COMMITMENTS.search(question.text) and _asks_commitments(inquiry):
        chosen.append(answer_commitments)
    if Ask.DAYS in question.asks:
        chosen.append(answer_days)
    if _COMMITMENTS.search(question.text) and set(question.asks) == {Ask.FIGURE}:
        chosen.append(answer_count)
    if MONTHLY.search(question.text):
        chosen.append(answer_monthly)
    if TIMES.search(question.text):
        chosen.append(answer_times)
    if _KINDS_SUMMED.search(question.text):  # no figure of one of them is their sum
        return [answer_sum]
    if {Ask.FIGURE, Ask.TOPIC} & {question.ask, *question.asks} and _SUMMING.search(question.text):
        chosen.append(answer_sum)
    chosen.append(answer_base)
    if _LAST_YEAR.search(question.text) and Ask.FIGURE in question.asks:
        chosen += (
            [answer_before, answer_figure]
            if _BEFORE.search(question.text)
            else [answer_figure, answer_before]
        )
    if asks_printed(inquiry) or _NUMBER_ASKED.search(question.text):
        return [answer_letter]
    if not question.numbers and asks_why(question.text) or TROUBLES.search(question.text):
        # a reason or a difficulty is told by sentences or not at all
        return [answer_explain, answer_troubles]
    if {Ask.LIST, Ask.EXPLAIN} & set(question.asks):
        chosen.append(answer_ahead)
    if question.numbers and Ask.YESNO in question.asks and not _HOW_MANY.search(question.text):
        chosen.append(answer_yesno)  # 奖励金额是400万元没错吧
    if Ask.YESNO in question.asks and ALIKE.search(question.text):
        chosen.insert(0, answer_compared)
    if question.without:
        chosen.append(answer_complement)
    if TARGETS.search(question.text):
        chosen += [answer_letter, answer_targets, answer_stated]
    if _asks_rest(inquiry):
        return [answer_complement, *chosen]
    if Ask.FIGURE in question.asks and _AFTER.search(question.text):
        chosen.append(answer_after)
    if Ask.FIGURE in question.asks and re.search("分别|各", question.text):
        chosen.append(answer_each)
    if {Ask.WHEN, Ask.UNIT} <= set(question.asks):
        chosen.append(answer_when_and_who)
    if _WHICH_TIME.search(question.text):
        chosen.append(answer_ordinal)
    if _WHERE.search(question.text):
        return [*chosen, answer_letter, answer_where]
    for ask in question.asks or (Ask.TOPIC,):
        if ask is Ask.SHARE and Ask.WHEN in question.asks and not _HOW_MANY.search(question.text):
            continue  # 占比达到68%的时限 asks for the day
        chosen += ANSWERERS.get(ask, ())
        if ask is Ask.PROGRESS and _HOW_MANY.search(question.text):
            chosen.append(answer_reached)
    if Ask.YESNO in question.asks:
        chosen.append(answer_letter)
        if question.ask is Ask.UNIT:  # 责任单位是农委对不对
            chosen.insert(0, answer_yesno)
    return list(dict.fromkeys(chosen))


def _asks_of_number(asks: set[Ask]) -> bool:
    """改造25公里要花多少钱 reckons with its number; 是25公里吗 claims it."""
    return bool({Ask.FIGURE, Ask.GAP} & asks) and Ask.YESNO not in asks


def _asks_head(question: Question) -> bool:
    """几届几次会议, 第几号: figures of the letter's head."""
    return Ask.FIGURE in question.asks and question.unit in _HEAD_UNITS


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
    return not asks & {
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
