"""What a 多少 wants: money, a share, firms, persons, things of a measure word; and which figures are
that.
"""

import re
from decimal import Decimal

from assistant.dialogue.answering.differing import asks_difference, is_difference
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label, unit_of, value_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Question
from knowledge import Commitment, Evidence, Indicator

_OF_MONEY = re.compile(r"[钱费元款价额贴]|收入|增收|产值|成本|工资|资金|投资|补|奖|资助|融资|万")
_SHARE = re.compile(r"百分之|百分比|几成|[^效频功税利]率(?![先领])|占比|比例|比重")
_PER_HEAD = re.compile(r"万人|每万|人均|户均|亩均|[^人日月年]均(?!衡|匀)")
_EARNED = re.compile("[挣赚](?!的总)")  # 一年能挣多少 asks what one of them earns
_EACH_OF_MANY = re.compile(r"[每一]万人|每万|万人(?=有效|发明|高价值|专利|拥有)")
_INCREASE = re.compile(
    r"(?:涨|净增|增加|增长|新增|增添|提高|提升|上升)了?(?=多少|几(?!乎))(?!多少(?:到|至))"
)
_RISING = re.compile(r"[新增加提升涨]")
_SIZABLE = 100  # a number told that says of what size the figure is
_TIMES = 2  # how many times one may be the other
_OWN_UNITS = frozenset("家 人 名 位 所 户 亩 张 辆 次 条 天".split())
_MONEY_ASKED = frozenset("钱 元 块 万 万元 亿元 亿".split())
_PEOPLE = frozenset("人名位")
# what is asked by its size, and the units sizes of that kind come in
_SIZES = (
    (
        re.compile(r"面积(?:是|有|为)?(?:一共|总共)?(?:多[少大]|几)|多大(?:的?面积|地方)"),
        re.compile("平|亩|公顷"),
    ),
    (
        re.compile(r"有?多长(?!时间)|(?:全长|长度|里程)(?:是|有|为)?(?:多少|几)"),
        re.compile("[米里]$"),
    ),
)
_DONE_TO = re.compile(r"(?:共|累计|已)?(查处|排查|检查|抽查|抽检|清理|拆除|取缔|巡查)")
_CHANGE_ASKED = re.compile("增|涨|升|降|减|提高|扩大|缩|变化|多了|少了|比|较")
_HELD = re.compile("保有量|拥有量")
_HOLDS = re.compile("保有|拥有|登记|注册")
_MEASURED = re.compile("多([宽深厚重])")  # 多宽 asks for no length
_PERSONS = re.compile(r"[人员者工师生民户]$|代表|干部|队伍|骨干|队")
_WHO = "(?:人员|职工|员工|教师|老师|医生|护士|老人|老年人|人口|居民|学生|司机|干部|志愿者)"
_PERSONS_ASKED = re.compile(
    rf"(?:多少|几)[名位个]?[\u4e00-\u9fff]{{0,6}}{_WHO}$|{_WHO}(?:总数|数量)?(?:一?共)?有?(?:多少|几)(?![钱元块])"
)
_GROWS = re.compile("增|同比|涨|提高|上升|下降")
_RATE_OF = re.compile(r"([\u4e00-\u9fff]{2})率$")
_FIRMS = re.compile(r"企业|公司|单位|商户|工厂|门店|主体")  # counted in 家 and in 户
_FORMER = frozenset(
    f"{doing}前" for doing in "提高 上升 增加 增长 扩大 提升 下降 降低 减少 缩短 调整 压缩".split()
)
_FIRMS_ASKED = re.compile(
    r"(?:企业|公司|商户|合作社)(?:数量?)?(?:一?共|总共)?有?(?:多少|几)[个家户]?$"
)
_HEADS = frozenset("人 名 位 人次 万人 万人次".split())
_ANYTHING = frozenset("个项件条")
_OF_DOERS = frozenset("家户人名位")
_DOERS = re.compile(r"(?:主体|企业|单位|公司|商户|农户|机构|学校|个人|家庭|合作社|部门)$")
_DOERS_ASKED = re.compile(rf"(?:多少|几|好多)[个家户]?{_DOERS.pattern.rstrip('$')}")


def fits_kind(question: Question, evidence: Evidence) -> bool:
    """A figure per head answers only who asks per head; an increase asked is one stated."""
    text = question.text
    talked_of = " ".join([text, *(word.text for word in question.words)])
    said = folded_text(evidence.fact.text) if isinstance(evidence.fact, Commitment) else ""
    name = said or label(evidence)
    if _done_to(text, name) or is_difference(evidence) and not asks_difference(text):
        return False
    per_head = _PER_HEAD.search(name) is not None
    held = measure_of(evidence) == "存量" or _HOLDS.search(name) or per_head
    if _HELD.search(text) and not held:
        return False
    if any(size not in name for size in _MEASURED.findall(text)):
        return False
    if _names_whole_only(question, name) or _is_former(text, evidence):
        return False
    if _only_since(question, evidence):
        return False
    if per_head and not _PER_HEAD.search(talked_of) and not _EARNED.search(text):
        return False
    if _EACH_OF_MANY.search(text) and not _PER_HEAD.search(name):
        return False
    if not _INCREASE.search(text):
        return True
    return measure_of(evidence) in ("新增", "增量", "增长率") or bool(_RISING.search(name))


def _names_whole_only(question: Question, name: str) -> bool:
    """老年人口占总人口比重 is no figure of 总人口."""
    part, takes_up, whole = name.partition("占")
    if not takes_up or not name.endswith("比重") or "占" in question.text:
        return False
    named = [w for w in question.required if any(form in name for form in w.forms)]
    return bool(named) and not any(form in part for w in named for form in w.forms)


def _is_former(text: str, evidence: Evidence) -> bool:
    """由52%提高到71%: 52% answers only who asks what it was."""
    status = getattr(evidence.fact, "status", None) or ""
    former = status in _FORMER
    return former and not re.search("原|之前|以前|从前|过去|去年|上年|前", text)


def _only_since(question: Question, evidence: Evidence) -> bool:
    """较2020年提高9.3个百分点 is no figure of 2020."""
    if measure_of(evidence) not in ("增量", "增长率") or _CHANGE_ASKED.search(question.text):
        return False
    return any(f"{year}年" in evidence.quote for year in question.qualifiers.years) and not (
        {Ask.GROWTH, Ask.DIFFERENCE} & set(question.asks)
    )


def _done_to(text: str, name: str) -> bool:
    """排查高层建筑2110栋 counts those looked at; who asks for 高层建筑 asks for all."""
    done = _DONE_TO.match(name)
    return done is not None and not any(char in text for char in done.group(1))


_LARGE = re.compile(
    "(?:多少|几)个?(?:亿|万(?=$|[？，。呢啊呀了]))"
)  # 融资多少亿: no count of things


def fits_unit(inquiry: Inquiry, evidence: Evidence) -> bool:
    """Does the figure come in the unit asked for? 多少钱 wants money, 几成 a share."""
    asked, has = inquiry.question.unit, unit_of(evidence)
    if any(q.search(inquiry.question.text) and not u.search(has) for q, u in _SIZES):
        return False
    if _LARGE.search(inquiry.question.text) and not (has.endswith("元") or has[:1] in "万亿"):
        return False
    if Ask.GROWTH in inquiry.question.asks or _SHARE.search(inquiry.question.text):
        return has in ("%", "‰", "个百分点", "百分点", "％") and _names_rate(inquiry, evidence)
    if asked in _MONEY_ASKED:
        return has.endswith("元") or asked in ("万", "亿") and asked in has
    if has.endswith("元") and not asked and not _OF_MONEY.search(inquiry.question.text):
        return False
    if has.endswith("元") or has in ("%", "‰"):
        return asked in ("", "倍") and not (has == "%" and "有多少" in inquiry.question.text)
    firms = re.search(
        "(?:企业|公司|工?厂)(?:一?共|总共|现在|到底)?有?(?:多少|几)家", inquiry.question.text
    )
    if firms and has == "个" and not _FIRMS.search(label(evidence)):
        return False  # 五金企业有多少家: brands are no firms
    if has in _HEADS and _FIRMS_ASKED.search(inquiry.question.text):
        return False
    if {asked, has} == {"家", "户"} and _FIRMS.search(label(evidence)):
        return True
    if {asked, has} <= _ANYTHING or asked in _PEOPLE and has in _PEOPLE:
        return True
    if _PERSONS_ASKED.search(inquiry.question.text) and not re.search("[人名位口]", has):
        return has == "个" and bool(_PERSONS.search(label(evidence)))
    if (
        asked in _OWN_UNITS
        and has not in ("", "个")
        and has != asked
        and has in _OWN_UNITS | {"项", "件"}
    ):
        return False
    if has in _OWN_UNITS and asked in ("项", "件", "条"):
        return has == asked
    return not asked or inquiry.library.lexicon.same_unit(asked, has) or has == "" or asked in has


def _names_rate(inquiry: Inquiry, evidence: Evidence) -> bool:
    """续展率 answers who asks for 续展, not every 百分之多少 of 商标."""
    if Ask.GROWTH in inquiry.question.asks:
        return measure_of(evidence) == "增长率" or _GROWS.search(label(evidence)) is not None
    found = _RATE_OF.search(label(evidence))
    if not found:
        return True
    forms = {form for word in inquiry.question.words for form in word.forms}
    asked = inquiry.question.text
    return any(char in asked for char in found.group(1)) or any(
        found.group(1) in form or form in found.group(1) for form in forms
    )


def comes_in(asked: str, evidence: Evidence) -> bool:
    """Does the unit asked for tell the figure, as money and lengths do and 个 does not?"""
    has = unit_of(evidence)
    if asked in _MONEY_ASKED:
        return has.endswith("元")
    return bool(asked) and asked not in _OWN_UNITS | _ANYTHING and asked in has


def suits_doers(question: Question, evidence: Evidence) -> float:
    """多少个单位 counts firms: 主体210个 before 事项951件."""
    has = unit_of(evidence)
    asked = question.unit in ("家", "户") or _DOERS_ASKED.search(question.text)
    if not asked or has not in _ANYTHING:
        return 0.0
    return 1.0 if counts_doers(evidence) else -1.0


def counts_doers(evidence: Evidence) -> bool:
    """Is it a number of firms, offices or persons, whatever the measure word?"""
    return unit_of(evidence) in _OF_DOERS or _DOERS.search(label(evidence)) is not None


def measure_of(evidence: Evidence) -> str:
    """存量, 新增, 目标 …; a promise is a target."""
    return evidence.fact.measure if isinstance(evidence.fact, Indicator) else "目标"


def of_size_told(question: Question, rows: list[Fit]) -> list[Fit]:
    """都过一万五了，到底有多少: of several figures that of the size told is meant."""
    told = [number.value for number in question.numbers if number.value >= _SIZABLE]
    near = [f for f in rows if any(_is_near_size(value_of(f.evidence), one) for one in told)]
    return near or rows


def _is_near_size(value: Decimal | None, told: Decimal) -> bool:
    return value is not None and told / _TIMES < value < told * _TIMES
