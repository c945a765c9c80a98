"""Behind: the words that follow a figure, where they are its name (新增4家知识产权贯标企业)."""

import re
from dataclasses import dataclass

from knowledge.facts.figures import Figure
from knowledge.facts.names import clean_name
from knowledge.facts.naming import Said
from knowledge.facts.vocabulary import Vocabulary

_MARK = re.compile(r"[，；。：、！？（）\n]")
_AMONG = re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,14}?)(?:之中|当中|中|里)(?=[\u4e00-\u9fff])")
_OF_THEM = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:之|当|(?<![高初集其]))中$")  # 28个行政村中，
_TOLD = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:全部|均已|均|都|已经?|正在|基本|陆续|相继|率先|用于|来自|位于|分布|以及时)"
)
_NOMINAL = re.compile(
    r"(?:项目|工程|中心|站|点|活动|工作|制度|设施|任务|事项|资金|系统|平台|机制|方案|计划|标准|场所|基地|室|员|人员|队伍|车辆|设备|面积|对象)$"
)
_COUNTERS = frozenset("个家所处座条户名栋幢")
_REACH = 40
_LONG = 18
_TO = re.compile(
    r"^(?:提高|提升|上升|升|增加|增长|扩大|增|降低|下降|减少|降|缩短|缩减|压缩|调整|变)?(?:至|到|为)$"
)


@dataclass(slots=True)
class Behind:
    """后文: the words between a figure and the next mark or figure.

    `goes_on` is True where they only go on with what was said (居全市第一). `end` is where the words
    that belong to the figure end, `taken` up to where later figures may not look.
    """

    words: str
    end: int
    taken: int
    goes_on: bool = False
    holder: str = ""
    among: bool = False  # the next figure is some of these: 从11家企业中
    status: str | None = None

    @property
    def turned(self) -> bool:
        """Whether the name says who does what: 企业入围评审 -> 入围评审企业."""
        return bool(self.holder)

    def as_name(self) -> str:
        if not self.holder:
            return self.words
        rest = self.words[len(self.holder) :]
        return f"{rest}的{self.holder}"


def read_behind(
    text: str, figure: Figure, following: Figure | None, said: Said, vocabulary: Vocabulary
) -> Behind:
    """What follows a figure, as far as it may be its name."""
    mark = _MARK.search(text, figure.end, figure.end + _REACH)
    end = mark.start() if mark else min(len(text), figure.end + _REACH)
    shared = following is not None and following.start <= end
    end = following.start if shared and following else end
    words = text[figure.end : end]
    needs = not said.core or bool(said.verb) or said.possessive or figure.unit == "大"
    if shared:
        return _shared(words, figure, end, needs, vocabulary)
    behind = _behind(words, figure.end, vocabulary)
    if figure.unit == "大":
        behind = _kind(words, figure.end)
    if behind.words and needs:
        behind.taken = behind.end
    return behind


def _kind(words: str, start: int) -> Behind:
    """What is counted by 大: 四大证明商标和“甲”公用品牌为引领 -> 证明商标."""
    name = re.split(r"和|及|与|为(?:引领|载体|重点|主|基础|抓手)|等|的|“|已|将", words, maxsplit=1)[
        0
    ]
    return Behind(clean_name(name), start + len(name), start + len(name))


def _shared(words: str, figure: Figure, end: int, needs: bool, vocabulary: Vocabulary) -> Behind:
    """Words between two figures: whose are they?

    从11家申报企业中初审3家: 申报企业 | 初审. 20个村委会的4万亩: 村委会 |. 27%升到55%: | 升到.
    """
    among = _AMONG.match(words)
    if among:
        stop = figure.end + among.end("name")
        return Behind(among["name"], stop, figure.end + among.end(), among=True)
    if words.endswith("的") and len(words) > 2:
        return Behind(clean_name(words), end - 1, end)
    few = len(words) <= 6 and words and not vocabulary.doing.search(words)
    if few and figure.unit in _COUNTERS and not _TO.match(words):
        needs = True
    if not needs or _TO.match(words) or vocabulary.following.match(words):
        return Behind("", figure.end, figure.end)
    behind = _behind(words, figure.end, vocabulary)
    verb = vocabulary.doing.search(words)
    behind.taken = figure.end if verb and verb.start() else end
    return behind


def _behind(words: str, start: int, vocabulary: Vocabulary) -> Behind:
    name = words.removeprefix("的")
    status = vocabulary.status_last.search(name)
    if status and status.start() > 1 and status[0] != "通过":
        name = name[: status.start()]
    if len(name) > _LONG:
        name = _shortened(name, vocabulary)
    told = _TOLD.search(name)
    if told:
        name = name[: told.start()]
    name = _OF_THEM.sub("", name)
    goes_on = bool(vocabulary.following.match(name)) or not name
    end = start + words.find(name) + len(name)
    behind = Behind(clean_name(name), end, start, goes_on, _holder(name, vocabulary))
    stage = vocabulary.status_first.match(name, len(behind.holder)) if behind.holder else None
    if stage:
        behind.status = stage[0]
    if status and status.start() > 1:
        behind.status, behind.end = status[0].rstrip("的"), start + len(words)
    return behind


def _holder(name: str, vocabulary: Vocabulary) -> str:
    """Who does something, where the words say so: 企业入围评审 -> 企业; 学校建设项目 -> none."""
    for found in vocabulary.holder.finditer(name[:12]):
        rest = name[found.end() :]
        if "的" in name[: found.end()]:
            return ""
        if vocabulary.doing.match(rest) and not (len(rest) <= 6 and _NOMINAL.search(rest)):
            return name[: found.end()]
    return ""


def _shortened(name: str, vocabulary: Vocabulary) -> str:
    """A long name up to its first verb: 会议研究部署… -> 会议."""
    for found in vocabulary.doing.finditer(name, 2):
        if len(found[0]) > 1:
            return name[: found.start()]
    return name
