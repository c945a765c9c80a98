"""Which words of a question need no evidence: fillers, particles, bare numbers and dates."""

import re

from assistant.dialogue.understanding.qualifying import RELATIVE_YEARS
from knowledge import Library

_LIGHT_CHARS = frozenset(
    "的了吗呢呀啊吧哦嘛哈嗯呃噢哎唉哟喔之其所者们得地着过把被给让叫对向往从自到在于以为与和及跟同或且而但则若如"
    "是有无没不也都还又再才就只仅很太更最挺蛮真好每各该此这那哪你我他她它您咱俺一个些点下儿个件家项条名位类种次里中内上外前后"
    "要想会能可应需请问说讲看查找算做搞弄办用拿来去又、，。？！；：“”‘’（）《》()[]·…—-~/ 元年月日号届"
    "占比差多少几大小高低新旧共总约数率级本全区县市省"
)
_ORDINAL = re.compile(r"^第[0-9一二两三四五六七八九十]+[个项条家种者位点]?")
_NUMERALS = frozenset("%‰0123456789.一二两三四五六七八九十百千万亿零〇几半多余")
# qualifiers that conflicts look after: they need no words of their own in the fact
_TOLD_ELSEWHERE = frozenset({"measure", "time"})
_THINGS = frozenset({"标准", "预算", "村道", "乡道"})  # measures by one meaning
_PARTICLES = _LIGHT_CHARS - frozenset("高低大小新旧区县市省级率约总数")
_PLAN = re.compile(r"十[一二三四五六]五")
_YEARLIKE = re.compile(
    r"[今去明]年年底|[上下后这]?半年|[今去明本上前后当]年(?:底|末|初|度|内|中|下半年|上半年)?|百分之[0-9一二三四五六七八九十百零点]+|(?:(?:19|20)?[0-9]{2}|[一二三四五六七八九零〇]{4})年?|[0-9.]+|[0-9]+[年月日号]底?|[一二三四五六七八九十0-9]+月份?底?|年底|年末|年初|月底"
)


def is_light(text: str, library: Library) -> bool:
    """A word that needs no evidence: filler, particle, bare number or date."""
    if text in library.lexicon.filler_words or _YEARLIKE.fullmatch(text):
        return True
    if len(text) > 1 and text in library.lexicon.everyday:
        return False  # 户口 is no count of mouths
    if _counts(text, library):
        return True
    if text in ("减少", "下降", "降低") or len(text) > 2 and text.endswith("标准"):
        return False
    kinds = {one.kind for one in library.lexicon.qualifiers_of(text)}
    if (
        kinds
        and kinds <= _TOLD_ELSEWHERE
        and text not in _THINGS
        and text not in library.lexicon.aliases
        or text in RELATIVE_YEARS
    ):
        return True
    light = _LIGHT_CHARS if len(text) == 1 else _PARTICLES
    return all(char in light for char in text) and text not in library.lexicon.aliases


def _counts(text: str, library: Library) -> bool:
    """A number with or without its measure word (三家, 一万四千), an ordinal (第二条)."""
    if _PLAN.match(text) or text == "万人":
        return False
    if text in library.lexicon.unit_words and text not in library.lexicon.aliases:
        return (
            len(text) == 1 or text[-1] not in "位桩级镇区段节"
        )  # 床位, 班级 and 社区 are things as well
    if re.fullmatch(r"[几两三四五]+[件个项条](?:事|事儿|事情)", text):
        return True
    if text in _THINGS:
        return False
    bare = _ORDINAL.sub("", text)
    number = bare.rstrip("".join(library.lexicon.counter_words))
    if not number and text in library.lexicon.aliases:
        return False  # 地标 is made of the characters of measure words and counts nothing
    return all(c in _NUMERALS for c in number)
