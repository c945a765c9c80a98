"""Behind: the words that follow a figure, where they are its name (新增4家知识产权贯标企业)."""

import re
from dataclasses import dataclass

from knowledge.facts.figures import Figure
from knowledge.facts.naming import Said, clean_name
from knowledge.facts.vocabulary import Vocabulary

_MARK = re.compile(r"[，；。：、！？（）\n]")
_AMONG = re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,14}?)(?:之中|当中|中|里)(?=[\u4e00-\u9fff])")
_REACH = 40
_LONG = 18
_TO = re.compile(r"^(?:提高|提升|上升|升|增加|增长|扩大|增|降低|下降|减少|降|缩短|缩减|压缩|调整|变)?(?:至|到|为)$")


@dataclass(slots=True)
class Behind:
    """后文: the words between a figure and the next mark or figure.

    `goes_on` is True where they only go on with what was said (居全市第一). `end` is where the words that
    belong to the figure end, `taken` up to where later figures may not look.
    """

    words: str
    end: int
    taken: int
    goes_on: bool = False
    holder: str = ""

    @property
    def turned(self) -> bool:
        """Whether the name says who does what: 企业入围评审 -> 入围评审企业."""
        return bool(self.holder)

    def as_name(self) -> str:
        if not self.holder:
            return self.words
        rest = self.words[len(self.holder) :]
        return rest + ("的" if len(rest) > 4 else "") + self.holder


def read_behind(
    text: str, figure: Figure, following: Figure | None, said: Said, vocabulary: Vocabulary
) -> Behind:
    """What follows a figure, as far as it may be its name."""
    mark = _MARK.search(text, figure.end, figure.end + _REACH)
    end = mark.start() if mark else min(len(text), figure.end + _REACH)
    shared = following is not None and following.start <= end
    end = following.start if shared and following else end
    words = text[figure.end : end]
    needs = not said.core or bool(said.verb) or figure.unit == "大"
    if shared:
        return _shared(words, figure, end, needs, vocabulary)
    behind = _behind(words, figure.end, vocabulary)
    return behind


def _shared(words: str, figure: Figure, end: int, needs: bool, vocabulary: Vocabulary) -> Behind:
    """Words between two figures: whose are they?

    从11家申报企业中初审3家: 申报企业 | 初审. 20个村委会的4万亩: 村委会 |. 27%升到55%: | 升到.
    """
    among = _AMONG.match(words)
    if among:
        stop = figure.end + among.end("name")
        return Behind(among["name"], stop, figure.end + among.end())
    if words.endswith("的") and len(words) > 2:
        return Behind(clean_name(words), end - 1, end)
    if not needs or _TO.match(words) or vocabulary.following.match(words):
        return Behind("", figure.end, figure.end)
    behind = _behind(words, figure.end, vocabulary)
    verb = vocabulary.doing.search(words)
    behind.taken = figure.end if verb and verb.start() else end
    return behind


def _behind(words: str, start: int, vocabulary: Vocabulary) -> Behind:
    name = words.removeprefix("的")
    if len(name) > _LONG:
        name = _shortened(name, vocabulary)
    goes_on = bool(vocabulary.following.match(name)) or not name
    holder = vocabulary.holder.match(name)
    turned = ""
    if holder and vocabulary.doing.match(name, holder.end()):
        turned = holder[0]
    end = start + len(words) if len(name) <= _LONG else start + words.find(name) + len(name)
    return Behind(clean_name(name), end, start, goes_on, turned)


def _shortened(name: str, vocabulary: Vocabulary) -> str:
    """A long name up to its first verb: 会议研究部署… -> 会议."""
    for found in vocabulary.doing.finditer(name, 2):
        if len(found[0]) > 1:
            return name[: found.start()]
    return name
