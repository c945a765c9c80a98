"""Units: the departments named as responsible, in a cell or in a sentence."""

import re
from functools import cache

from knowledge.facts.curated import any_of
from knowledge.facts.duties import find_duties, value_of

_SPLIT = re.compile(
    r"[、；,;\n/](?![^（]*）)|，|(?<=[局委办])(?=(?:[省市区县州]|各镇|各街)[\u4e00-\u9fff]{1,12}(?:局|委|办|中心|政府|街道)(?:$|[、，；]))"
    r"|(?<=[局委办会院部中心])(?:和|及(?!相关|有关|各)|与)(?=[\u4e00-\u9fff]{2,}[局委办会院部心司府道镇乡])"
)
_INSIDE = r"(?:[\u4e00-\u9fff]|（[\u4e00-\u9fff、，]{1,12}）)"  # 各县（市、区）文旅局
_SELF = re.compile(r"^(?:我|本)(?:局|委|办|院|会|厅|中心|单位|部门|区|县|市|街道|镇|乡)$")


def split_units(words: str) -> tuple[str, ...]:
    """区市场监管局、区科技局 -> both; 区商务委和区财政局 -> both; 相关行业主管部门 stays one."""
    parts = (
        re.sub(r"^(?:责任|牵头|配合|主办|协办)(?:单位)?[：:]|\s|（(?:牵头|配合)）", "", part)
        for part in _SPLIT.split(words)
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
        words = next(words for words in found.groups() if words)
        words = re.split(rf"[，,]?{any_of('offices', 'help')}", words)[0].strip("，,")
        return ("" if _SELF.match(words) else words), True
    subject = _subject().match(text)
    if subject:
        return ("" if _SELF.match(subject["u"]) else subject["u"]), True
    return "", bool(re.search(r"我(?:局|委|办|院|厅)(?:将|会|拟|计划|承诺)", text))


@cache
def names_of_units() -> str:
    """A pattern for offices one after another: 县教体局、县住建局."""
    one = rf"{_INSIDE}{{1,16}}{any_of('offices', 'endings')}"
    return rf"{one}(?:、{one}){{0,5}}"


@cache
def _by() -> re.Pattern[str]:
    """由X负责; （X负责 or ，X牵头; ；X at the end; （X） at the end."""
    charge, units = any_of("offices", "charge"), names_of_units()
    doing = any_of("offices", "charge", "tasks")
    inner = any_of("offices", "endings", "inner")
    return re.compile(
        rf"由(?P<u>(?:{_INSIDE}|、){{1,40}}?{inner})(?:等部门)?{doing}"
        rf"|[（，；](?P<y>(?!由){units})(?:共同)?{charge}"
        rf"|；(?P<x>{units})$"
        rf"|（(?P<w>{units})(?:，[^）]{{2,20}})?）$"
    )


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(
        r"^(?!拟|将|会同|并|由|经|请|商)(?P<u>(?:我|本)[局委办院会区县市中心]{1,2}"
        rf"|{_INSIDE}{{1,14}}?{any_of('offices', 'endings')})(?:：|{any_of('offices', 'subject')})"
    )
