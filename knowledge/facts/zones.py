"""Zones: which lines of a letter are its head, body, closing, foot and attachments.

Goes by the salutation, the date above which the agency signs, and the word 附件; every line gets
exactly one zone. What the zones say is read by others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.facts.curated import any_of, curated
from knowledge.facts.dates import find_dates, is_date_line
from knowledge.facts.flattened import Grid
from knowledge.facts.headings import mark_of
from knowledge.facts.lines import Line
from knowledge.facts.vocabulary import one_of

_ROLE = r"(?:代表|委员|同志|先生|女士|常委|主任|主席)(?:们)?"
_BARE_SALUTATION = re.compile(
    r"^(?:尊敬的)?(?P<who>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*(?:等\d*[位名]?)?(?:代表|委员))$"
)
_LABEL = re.compile(
    r"^(?:领衔|提案|建议|附议|联名|联系|主办|承办|提出|会办|协办|办理|答复|回复|责任|审核|界别)"
    r"|^来源|^发布|机构|单位|部门"
)
_OPENING = re.compile(
    r"收悉|(?:答复|函复|回复|答覆|复函|汇报|反馈|说明|报告)(?:如下|于下)|提出的?[《“关]|^(?:您|你|贵)"
)
_PLAIN_ENOUGH = frozenset("电话 手机 座机 传真 邮编 邮箱 地址 姓名 经办".split())
_LONGEST_AGENCY = 32  # characters; a longer line names several, side by side
_ATTACHMENT = re.compile(
    r"^附(?!注|则|近|属|[：:]?\s?(?:联系|经办|承办))(?:件|表)?[一二三四五\d]{0,2}[：、.]?.{0,40}$|^(?!关于|对)《?[\u4e00-\u9fff]{2,18}(?:列表|清单|一览表|台账|任务表|分解表|计划表|进度表|登记表|承诺事项表)》?$"
)


@dataclass(frozen=True, slots=True)
class Zones:
    """分区: half-open ranges of line numbers; an absent part is an empty range."""

    head: range
    salutation: range
    body: range
    foot: range
    attachments: range
    tail: range  # a foot behind the attachments


def find_zones(lines: Sequence[Line], grids: Sequence[Grid]) -> Zones:
    """The zones of a letter, in document order, that together hold every line once."""
    inside = {at for grid in grids for at in range(grid.first, grid.last)}
    at, after = _salutation(lines, inside)
    attached = _attachments(lines, after, grids)
    foot = _foot(lines, after, attached, inside)
    end = len(lines)
    if foot >= attached:  # attachments, then the signature
        return Zones(
            range(at),
            range(at, after),
            range(after, attached),
            range(attached, attached),
            range(attached, foot),
            range(foot, end),
        )
    return Zones(
        range(at),
        range(at, after),
        range(after, foot),
        range(foot, attached),
        range(attached, end),
        range(end, end),
    )


def salutation_of(text: str) -> tuple[str, str] | None:
    """A line that addresses somebody, and what follows on it.

    "周雨桐、韩立代表：" -> ("周雨桐、韩立代表", ""); "联系人：杨君" -> None
    """
    bare = _BARE_SALUTATION.match(text)
    if bare:
        return bare["who"], ""
    found = next(filter(None, (one.match(text) for one in _salutations())), None)
    if found is None or _LABEL.search(found["who"]) or re.search(r"\d{3}|关于", found["who"]):
        return None
    if found["rest"] and not re.match(
        r"^(?:您|你|贵|现|首先|感谢|关于|收到|非常|在|经|来|十分)", found["rest"]
    ):
        return None
    return found["who"], found["rest"]


def is_opening(text: str) -> bool:
    """Whether a paragraph is the letter's first: 您提出的……收悉。现答复如下："""
    return bool(_OPENING.search(text[:300]))


def is_agency(text: str) -> bool:
    """Whether a line is the name of an agency and nothing else."""
    if len(text) > 70 or re.match(r"附|抄|一|二|三|关于", text) or not _agency().match(text):
        return False
    return len(text) <= _LONGEST_AGENCY or len(re.findall("局|委|政府|办", text)) > 1


@cache
def _salutations() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One or more addressees before a colon: people with their role, or organisations."""
    organisation = any_of("offices", "addressed")
    each = rf"[^，：。；“”《》]{{2,60}}?(?:{_ROLE}|{organisation}[^：。，]{{0,8}})"
    several = re.compile(  # 市政协提案委，王某、李某委员：
        rf"^(?:尊敬的)?(?P<who>{each}(?:，{each})+)：(?P<rest>)$"
    )
    one = re.compile(
        rf"^(?:尊敬的)?(?P<who>[^。：，；]{{2,120}}?(?:{_ROLE}|等?\d+[位名人]|{organisation}[^：。，]{{0,8}}))"
        r"(?:（[^）]{1,20}）)?[：，](?P<rest>.*)$"
    )
    return several, one


@cache
def _agency() -> re.Pattern[str]:
    ending = any_of("offices", "endings", "signing")
    return re.compile(
        rf"^[\u4e00-\u9fff（）·、，]{{2,60}}{ending}(?:（(?:盖章|公章|印章|章)）)?[，、]?$"
    )


@cache
def _foot_line() -> re.Pattern[str]:
    """A line of the foot by the label it begins with; short words (单位：件) may mean anything."""
    labels = curated("labels")
    contact = {word for words in labels["contact"].values() for word in words} - {"责任人"}
    short = {word for word in contact if len(word) < 3 and word not in _PLAIN_ENOUGH}
    fields = (labels["fields"][name] for name in ("signer", "category", "copies"))
    words = {*labels["foot"], *(contact - short), *(word for group in fields for word in group)}
    return re.compile(
        rf"^[（(\[【]?(?:附注：|备注：)?{one_of(words)}[^。]{{0,60}}$"
        r"|^（此页无正文）$|^（?[A-D]类?）?$",
        re.IGNORECASE,
    )


def _salutation(lines: Sequence[Line], inside: set[int]) -> tuple[int, int]:
    """The lines [at, after) of the salutation, or where the body begins without one."""
    for at, line in enumerate(lines):
        if at not in inside and salutation_of(line.text):
            return _first_addressee(lines, at), at + 1
    for at, line in enumerate(lines[:-1]):
        follows = re.match(
            r"(?:您|你|贵|由贵|对贵|现将|收到|感谢|来函|转来|关于[您你贵])", lines[at + 1].text
        )
        if at not in inside and re.fullmatch(r"[^：。]{2,40}：", line.text) and follows:
            return at, at + 1
    for at, line in enumerate(lines):
        if (
            at not in inside
            and len(line.text) > 20
            and re.search(r"收悉|(?:答|函|回)复如下", line.text)
        ):
            return at, at
    return _after_title(lines, inside)


def _first_addressee(lines: Sequence[Line], at: int) -> int:
    """The line on which the addressees begin: 市人大监察司法委员会并 above 蓝天、白云代表："""
    while at and re.fullmatch(r"[\u4e00-\u9fff、，（）]{2,40}[并及、，]", lines[at - 1].text):
        at -= 1
    return at


def _after_title(lines: Sequence[Line], inside: set[int]) -> tuple[int, int]:
    """Without salutation and opening the body begins at the first heading, full sentence or table;
    labels with their values in cells (索引号： | 00778) are no such table.
    """
    for at, line in enumerate(lines):
        top = "".join(line.raw.strip().split("\n")[:2])
        if at in inside and not re.search(r"[：:]|索引号|编号|文号", top):
            return at, at
        if "。" in line.text or len(line.text) > 60 or mark_of(line.text):
            return at, at
    return 0, 0


def _attachments(lines: Sequence[Line], start: int, grids: Sequence[Grid]) -> int:
    """The line at which the attachments begin, or the number of lines."""
    tables = {grid.first for grid in grids}
    dated = False
    for at in range(start, len(lines)):
        dated = dated or _signs(lines[at].text)
        near = any(at < first <= at + 4 for first in tables)
        captions = all(len(line.text) < 40 for line in lines[at + 1 : at + 3])
        if _ATTACHMENT.match(lines[at].text) and (dated or near and captions):
            return at
        if dated and at in tables:
            return at
    return len(lines)


def _foot(lines: Sequence[Line], start: int, attached: int, inside: set[int]) -> int:
    """The line at which agency, date and contact begin."""
    dated = [at for at in range(start, len(lines)) if at not in inside and _signs(lines[at].text)]
    before = [at for at in dated if at < attached]
    if before or dated:
        return _upwards(lines, (before or dated)[-1], start if before else attached, inside)
    labels = [at for at in range(start, attached) if _foot_line().match(lines[at].text)]
    labels += [at for at in range(max(start, attached - 3), attached) if is_agency(lines[at].text)]
    return _upwards(lines, max(labels), start, inside) if labels else attached


def _signs(text: str) -> bool:
    """A date, or agency and date on one line: 鹿城市城管局 2023年6月18日."""
    if is_date_line(text):
        return True
    day = next(find_dates(text), None)
    return day is not None and day.end >= len(text) - 2 and is_agency(text[: day.start])


def _upwards(lines: Sequence[Line], at: int, stop: int, inside: set[int]) -> int:
    """The first line of the foot that `at` belongs to."""
    while at > stop and at - 1 not in inside and _belongs_to_foot(lines[at - 1].text):
        at -= 1
    return at


def _belongs_to_foot(text: str) -> bool:
    return bool(
        is_agency(text)
        or _foot_line().match(text)
        or _signs(text)
        or re.match(r"^[（(]?联系(?:人|电话)", text)
        and len(text) < 80
        or re.fullmatch(r"[\d\-—()（）、，/ ]{7,40}", text)
        or re.fullmatch(
            r"[\u4e00-\u9fff]{2,24}[，：]?[\d\-—()（）、]{7,30}", text
        )  # 姓名 职务 电话
    )
