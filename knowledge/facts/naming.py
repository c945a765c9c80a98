"""Naming: what the words in front of a figure say - name, measure, time, area, stage.

"截止2022年5月，全区新授权发明专利" -> name 授权发明专利, measure 新增, scope 全区. The words behind the figure and the
names of earlier figures are left to `indicators.py`; the small words that are taken off are data
(lexicon/patterns/naming.yaml).
"""

import functools
import re
from dataclasses import dataclass
from datetime import date

from knowledge.facts.names import clean_name, level_of
from knowledge.facts.times import Time, time_at
from knowledge.facts.vocabulary import Vocabulary
from knowledge.words.patterns import compiled

_SCOPE = re.compile(
    r"(?:全|我|本|咱)(?:国|省|市|自治区|区|州|县|镇|乡|村|旗|盟|街道|街|域|系统|校|院|局)(?![长内])(?:范围内|境内|域内|辖区内?|内)?"
    r"|(?:辖区|区|市|县|境|镇|乡)内|辖区(?=共|有|现)"
)
_SCOPE_LAST = re.compile(r"全(?:国|省|市|自治区|区|州|县|镇|乡|村|街道)$")
_SINCE = re.compile(r"(?:由|从)?(?:(?:19|20)\d\d年(?:的|底|初)?|去年的?|年初的?|原来的?)$")
_WITHIN = re.compile(r"(?:今后|未来)?[一二两三四五十\d]{1,2}(?:年|个月)之?内$")
_MORE_DONE = re.compile("(?P<more>多|少)[\u4e00-\u9fff]{0,2}$")  # 比2021年多修18公里
_SHARE = re.compile(
    r"约?(?P<share>占)(?P<of>(?:全|总|所有|全部|注册|[^，]{0,16}的)[^，]{0,14})?(?:比重?|比例)?(?:的|为|达|约)?$"
)
_DATED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,16}?)(?:将于|将在|拟于|拟在|计划于|计划在|力争在|力争|争取在|争取|预计|于|在)(?=[\d今明去年“十])"
)
_EACH = re.compile(r"(?:^|的|，|对)?每(?:[一]?[\u4e00-\u9fff]{1,4}|[季月年周日天])")
_MOST = 60  # characters in front of a figure that are looked at


@functools.cache
def _words() -> dict[str, re.Pattern[str]]:
    return compiled("naming")


@dataclass(slots=True)
class Said:
    """前文: what the words in front of a figure say. `core` is what remains for the name.

    `verb` is a verb right in front of the figure, so that its noun follows (奖励210个主体).
    `rise` is up, down or to (升到); `compared` after 比去年; `part` after 其中; `owner` is what a quoted
    name in front says whose figure it is.
    """

    core: str = ""
    verb: str = ""
    measure: str | None = None
    time: Time | None = None
    scope: str | None = None
    level: str | None = None
    status: str | None = None
    owner: str | None = None
    rise: str = ""
    compared: bool = False
    part: bool = False
    opened: bool = False  # whether words in front began something of its own (新增, 今年, 全区)
    share: bool = False
    each: bool = False
    possessive: bool = False  # 中天公司的 in front of 两件专利


def read_front(words_before: str, vocabulary: Vocabulary, letter_date: date | None) -> Said:
    """What the words between the last mark (or figure) and a figure say."""
    said = Said()
    text = words_before[-_MOST:].lstrip("、和及与以 -—·•●■◆➢*")
    said.measure = _measure(text, vocabulary)
    said.possessive = bool(re.search(r"[^\d年月日度]的$", text)) and not _SHARE.search(text)
    text = _without_bound(text, vocabulary)
    text = _without_comparison(text, said)
    text = _share(text, said)
    text = _without_end(text, said, vocabulary)
    text = _without_beginning(text, said, vocabulary, letter_date)
    text = re.sub(r"(?<=.)(?:至少|不少于|最多|约)$|(?<=每[月年周日季天])(?:至少|不少于)", "", text)
    text = _middle(text, said, vocabulary, letter_date)
    text = _without_end(text, said, vocabulary)
    _finish(text, said, vocabulary)
    return said


def _measure(text: str, vocabulary: Vocabulary) -> str | None:
    """What the words say of how much of it is meant, the strongest word first."""
    for name in ("目标", "预计", "新增", "累计", "存量"):
        for found in vocabulary.measures[name].finditer(text):
            if len(found[0]) > 1 or _modal(text, found.start()):
                return name
    return None


def _modal(text: str, at: int) -> bool:
    """Whether 将 要 拟 at a place speaks of the future, not 要素 or 主要."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return before not in ("主", "重", "需", "必", "只", "模", "虚", "即") and after not in (
        "素",
        "点",
        "求",
        "害",
        "军",
        "道",
    )


def _without_bound(text: str, vocabulary: Vocabulary) -> str:
    found = vocabulary.bound_before.search(text)
    return text[: found.start()] if found else text


def _without_comparison(text: str, said: Said) -> str:
    """比去年同期增加了 -> 增加了, compared; the day compared with is not the figure's."""
    found = _words()["compared"].match(text)
    said.compared = bool(found)
    rest = text[found.end() :] if found else text
    more = _MORE_DONE.fullmatch(rest) if found else None
    if more is None:
        return rest
    said.rise = "up" if more["more"] == "多" else "down"
    return ""


def _share(text: str, said: Said) -> str:
    """闲置商标约占 -> 闲置商标, a share."""
    found = _SHARE.search(text)
    if not found or text[max(0, found.start() - 1) : found.start()] in ("抢", "侵", "挤", "霸"):
        return text
    said.share = True
    of = found["of"] or ""
    return text[: found.start()] + (f"占{of.rstrip('的')}" if of else "")


def _without_beginning(
    text: str, said: Said, vocabulary: Vocabulary, letter_date: date | None
) -> str:
    """Takes time, area, connectives and measure words off the beginning, as long as there are any."""
    while text and text not in vocabulary.bare and text not in vocabulary.belonging:
        end = _beginning(text, said, vocabulary, letter_date)
        if not end:
            return text
        text = text[end:].lstrip("，")
    return text


def _beginning(text: str, said: Said, vocabulary: Vocabulary, letter_date: date | None) -> int:
    """How many characters at the beginning are no part of the name; notes what they say."""
    years = re.match(r"(?:(?:19|20)\d\d年、)+(?=(?:19|20)\d\d年)|分别", text)
    if years:
        return years.end()
    numbered = _words()["numbered"].match(text)
    if numbered:
        return numbered.end()
    timed = time_at(text, letter_date)
    if timed:
        said.time, said.opened = timed[0], True
        return timed[1]
    scope = _SCOPE.match(text)
    if scope:
        said.opened = True
        said.scope = said.scope if scope[0][-1] in "局院校系统" else scope[0]
        return scope.end()
    quoted = re.match(r"“([^“”]{1,20})”(?=[^“、等和与])", text)
    if quoted and not said.owner and len(text) > quoted.end() + 1:
        said.owner = quoted[1]
        return quoted.end()
    return _opening_word(text, said, vocabulary)


def _opening_word(text: str, said: Said, vocabulary: Vocabulary) -> int:
    if text.startswith("其中"):
        said.part = True
        return 2
    urged = _words()["urged"].match(text)
    if urged and urged.end():
        return urged.end()
    for name in ("新增", "累计", "预计"):
        found = vocabulary.measures[name].match(text)
        if found and not text.startswith("、", found.end()):
            said.opened = True
            return found.end()
    new = _words()["new"].match(text)
    if new:
        said.measure, said.opened = said.measure if said.measure == "目标" else "新增", True
        return 1
    status = vocabulary.status_first.match(text)
    if (
        status
        and (status[0][0] in "已正在拟待" or status[0] == "通过")
        and status.end() < len(text)
    ):
        said.status, said.opened = status[0], True
        return status.end()
    having = vocabulary.having.match(text) if len(text) > 2 else None
    if having and len(having[0]) > 1 and text[having.end() : having.end() + 1] not in ("区", "、"):
        said.opened = True
        return having.end()
    opener = vocabulary.opener.match(text)
    if opener and len(opener[0]) > 1:
        return opener.end()
    single = _words()["opener"].match(text)
    return single.end() if single else 0


def _without_end(text: str, said: Said, vocabulary: Vocabulary) -> str:
    """Takes 达到 共有 增加了 已发布 off the end, as long as there are any."""
    while text:
        end = _ending(text, said, vocabulary)
        if end == len(text):
            return text
        text = text[:end].rstrip("，")
    return text


def _ending(text: str, said: Said, vocabulary: Vocabulary) -> int:
    """Where the name ends; notes what the words behind it say."""
    for pattern, rise in ((vocabulary.rising_last, "up"), (vocabulary.falling_last, "down")):
        found = pattern.search(text)
        if found:
            said.rise = said.rise or rise
            return found.start()
    status = vocabulary.status_last.search(text)
    if status and not said.status and (status.start() == 0 or status[0] != "通过"):
        said.status = status[0].rstrip("的")
        return status.start()
    since = _SINCE.search(text)
    if since and since.start():
        timed = time_at(text[since.start() :].lstrip("由从"), None)
        said.time = timed[0] if timed else None
        return since.start()
    within = _WITHIN.search(text)
    if within and within.start():  # 助餐点三年内增加到
        said.measure = "目标"
        return within.start()
    scope = _SCOPE_LAST.search(text)
    if scope and scope.start():
        said.scope = said.scope or scope[0]
        return scope.start()
    closer = vocabulary.closer.search(text)
    if closer and len(closer[0]) > 1:
        if closer[0][-1] in "到至":
            said.rise = said.rise or "to"
        return closer.start()
    single = _words()["closer"].search(text)
    return single.start() if single else len(text)


def _middle(text: str, said: Said, vocabulary: Vocabulary, letter_date: date | None) -> str:
    """What stands behind 累计 共 新增 in the middle; what stands in front may be whose it is.

    县农科局共实施高标准农田建设项目 -> 高标准农田建设项目, owner 县农科局.
    """
    rule = re.match(
        r"(?:每[\u4e00-\u9fff]{1,3})?对(?P<who>[^，]{2,20}?)按(?![照时期摩])(?=.)", text
    )
    if rule:
        said.owner, said.each = said.owner or clean_name(rule["who"]), True
        return text[rule.end() :]
    dated = _DATED.match(text)
    timed = time_at(text, letter_date, dated.end()) if dated else None
    if dated and timed and timed[1] < len(text):
        said.owner, said.time = said.owner or clean_name(dated["who"]), timed[0]
        return _without_beginning(text[timed[1] :], said, vocabulary, letter_date)
    cuts = [
        found
        for found in _words()["middle"].finditer(text)
        if found.start() and len(text) - found.end() > 1
    ]
    if not cuts:
        return text
    last = cuts[-1]
    front, back = text[: last.start()], text[last.end() :]
    if not said.owner and 1 < len(front) <= 20 and not vocabulary.doing.search(front):
        said.owner = clean_name(front)
    return _without_beginning(back, said, vocabulary, letter_date)


def _finish(text: str, said: Said, vocabulary: Vocabulary) -> None:
    """What is left is the name, a verb, or a name that ends in a verb."""
    said.each = said.each or bool(_EACH.search(text))
    verb = vocabulary.doing_last.search(text) or (re.search(r"[\u4e00-\u9fff]{2}了$", text))
    having = re.search(vocabulary.having.pattern + "$", text)
    if having and having.start() == 0:
        text, verb = "", None
    elif verb:
        said.verb = verb[0].rstrip("了")
    said.core = clean_name(text.rstrip("了"))
    said.level = level_of(said.core)
