"""Units: the departments named as responsible, in a cell or in a sentence."""

import re
from functools import cache

from knowledge.facts.curated import any_of
from knowledge.facts.duties import find_duties, value_of

_INSIDE = r"(?:[\u4e00-\u9fff]|（[\u4e00-\u9fff、，]{1,12}）)"  # 各县（市、区）文旅局
_SELF = re.compile(r"^(?:我|本)(?:局|委|办|院|会|厅|中心|单位|部门|区|县|市|街道|镇|乡)$")


def split_units(words: str) -> tuple[str, ...]:
    """区市场监管局、区科技局 -> both; 区商务委和区财政局 -> both; 相关行业主管部门 stays one."""
    parts = (
        re.sub(r"^(?:责任|牵头|配合|主办|协办)(?:单位)?[：:]|\s|（(?:牵头|配合)）", "", part)
        for part in _border().split(words)
    )
    return tuple(
        dict.fromkeys(part for part in parts if part and part not in ("等", "/", "-", "—"))
    )


def unit_in(text: str) -> tuple[str, bool]:
    """Who is responsible by a sentence: ("市公安局", True), our own (我局) as ("", True), ("", False).

    "由市发改委配合" names a helper only: ("", False).
    """
    labelled = value_of(text, find_duties(text, 0, len(text)), "who")
    if labelled:
        return ("" if _SELF.match(labelled) else labelled), True
    for found in _by().finditer(text):
        words = next(words for words in found.groups() if words).removeprefix("聘请")
        words = re.split(rf"[，,]?{any_of('offices', 'help')}", words)[0].strip("，,")
        return ("" if _SELF.match(words) else words), True
    subject = _subject().match(text) or _taking_it_on().search(text)
    if subject:
        words = next(words for words in subject.groups() if words)
        words = words.rpartition("由")[2]  # 过渡期由区水务局每周送水
        return ("" if _SELF.match(words) else words), True
    return "", bool(re.search(r"我(?:局|委|办|院|厅)(?:将|会|拟|计划|承诺)", text))


@cache
def _border() -> re.Pattern[str]:
    """Where one office ends and the next begins: a mark, 和, or nothing at all (one a line in a
    cell).
    """
    ending, inner = any_of("offices", "endings"), any_of("offices", "endings", "inner")
    return re.compile(
        r"[、；,;\n/](?![^（]*）)|，"
        rf"|(?<=[局委办院团司])(?=(?:[省市区县州]|各镇|各街)[\u4e00-\u9fff]{{1,12}}{ending}(?:$|[、，；]))"
        rf"|(?<=[局委办会院部中心])(?:和|及(?!相关|有关|各)|与)(?=[\u4e00-\u9fff]{{2,}}{inner})"
    )


def office_first(sentence: str) -> str:
    """The office a sentence begins with, which goes for all it says: 市财政局已安排资金，本月底前启动采购."""
    found = _subject().match(sentence)
    words = next((words for words in found.groups() if words), "") if found else ""
    return "" if _SELF.match(words) else words


def assigned_in(sentence: str) -> str | None:
    """Who a sentence puts in charge that says nothing else: 由区园林中心实施，我局负责验收 -> 区园林中心.

    Our own (我局牵头) is "", and None a sentence that says more.
    """
    found = _assigning().match(sentence)
    if found is None:
        return None
    words = found["by"] or found["u"]
    return "" if _SELF.match(words) else words


@cache
def _assigning() -> re.Pattern[str]:
    doing, charge = any_of("offices", "charge", "tasks"), any_of("offices", "charge")
    units = rf"(?:(?:我|本)(?:局|委|办|院|会|厅|中心)|{names_of_units()})"
    helped = rf"(?:，[^，。；\d]{{2,20}}(?:{any_of('offices', 'help')}|{doing})[^，。；\d]{{0,6}})*"
    return re.compile(
        rf"^(?:该项工作|此项工作|上述工作|以上工作|具体)?(?:由(?P<by>{units}){doing}|(?P<u>{units}){charge})"
        rf"[^，。；\d]{{0,4}}{helped}$"
    )


@cache
def names_of_units(lazy: bool = False) -> str:
    """A pattern for offices one after another: 县教体局、县住建局; `lazy` ends as soon as it may."""
    one = rf"{_INSIDE}{{1,16}}{'?' if lazy else ''}{any_of('offices', 'endings')}"
    return rf"{one}(?:、{one}){{0,5}}"


@cache
def _by() -> re.Pattern[str]:
    """由X负责; （X负责; ；X at the end; （X） at the end."""
    charge, units = any_of("offices", "charge"), names_of_units()
    doing = any_of("offices", "charge", "tasks")
    inner = any_of("offices", "endings", "inner")
    return re.compile(
        rf"由(?P<u>(?:{_INSIDE}|、){{1,40}}?{inner})(?:等部门)?(?:{doing}|每[年月季周日半两])"
        rf"|（(?P<y>(?!由){units})(?:共同)?{charge}"
        rf"|；(?P<x>{units})$"
        r"|（(?P<s>(?!含|包括|不含|原|如)[\u4e00-\u9fff、]{2,16}[科股处])）$"
        rf"|——?(?P<d>[\u4e00-\u9fff、]{{2,12}}{any_of('offices', 'endings', 'sections')})$"
        rf"|（(?P<w>{units})(?:，[^）]{{2,20}})?）$"
        rf"|（(?:[^（），]{{0,6}}[\d年月底初末前内期季学旬]{{2,}}[^（），]{{0,4}}，)(?P<z>(?:聘请)?{_INSIDE}{{1,14}}?(?:{any_of('offices', 'endings', 'inner', 'sections')}))(?:{any_of('offices', 'charge', 'tasks')}|[，）])"
    )


@cache
def _taking_it_on() -> re.Pattern[str]:
    """，X牵头 behind what is promised, or ，X每周开展… with a time of its own."""
    timed = r"将|于|每|计划|拟|力争|(?:20)?\d\d年|\d{1,2}月"
    charge, sections = any_of("offices", "charge"), any_of("offices", "inner", "sections")
    return re.compile(
        rf"[，；](?P<u>(?!由){names_of_units()})(?:共同)?{charge}"
        rf"|[，；](?P<s>(?![由会]|并|同时|联合|配合|[推促带确]|各)[\u4e00-\u9fff、]{{2,14}}{sections})(?:{charge}|落实|实施)$"
        rf"|[，；](?P<v>(?![由会]|并|同时|联合|配合){names_of_units()})(?:{timed})"
    )


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(
        r"^(?!拟|将|会同|并|由|经|请|商|在|对|向|从|推动|支持|督促)(?P<u>(?:我|本)[局委办院会区县市中心]{1,2}"
        rf"|{names_of_units(lazy=True)})(?:：|{any_of('offices', 'subject')})"
        rf"|^(?P<w>(?!拟|将|会同|由|经|请|商|在|对)[\u4e00-\u9fff]{{2,12}}(?<![全内外局干大各])部)(?:将|会同|拟|负责|牵头|计划)"
        rf"|^(?![在对向为从于以把使让各与和同]|推动|支持|鼓励|指导|督促|协调|配合|联合|会同|经|请|商|由)"
        rf"(?P<v>{_INSIDE}{{1,12}}?{any_of('offices', 'doers')})(?:{any_of('offices', 'doing')}|(?:20)?\d\d年|\d{{1,2}}月|[今明]年|年底|本[年月周季]|[上下]半年|[一二三四]季度)"
    )
