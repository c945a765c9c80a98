"""Actions: sentences of work done, of work to come and of difficulties, by their section.

    read_actions(statements, lexicon) -> tuple[Action, ...]

The headings decide (下一步工作思路, 存在的问题); without headings the words of the sentence do.
"""

import re
from collections.abc import Iterable, Iterator

from knowledge.facts.clauses import Statement
from knowledge.facts.vocabulary import Vocabulary, vocabulary_of
from knowledge.glossary import Action
from knowledge.words.lexicon import Lexicon

_AHEAD = re.compile(
    r"将(?!军|近|上述|有关|我)|拟(?!定)|计划(?!生育)|力争|争取|下一步|今后|适时|待.{2,20}后|确保|打算|继续"
)
_DIFFICULT = re.compile(
    r"(?:难以|不足|滞后|短缺|缺乏|欠账|矛盾|薄弱|困难|制约|不高|不强|不够|狭小|不平衡|不充分)"
)
_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十][，、是]|首先，|其次，|再次，|最后，|此外，|同时，)"
)
_UNIT = re.compile(
    r"(?:由|会同|联合|协调|牵头|与|请|经|责成|配合|和|、)?(?P<unit>(?:[省市区县州镇乡]|我)?[\u4e00-\u9fff]{0,10}?"
    r"(?:局|委员会|管委会|委|厅|办公室|支队|大队|街道办事处|办事处|政府|集团|公司|银行|中心))(?=[牵负责配承、和与及，。；会主]|$)"
)
_NO_WORK = re.compile(r"收悉|答复如下|函复如下|感谢|回执|审签|如下：?$")


def read_actions(statements: Iterable[Statement], lexicon: Lexicon) -> tuple[Action, ...]:
    """The actions of the body's statements in order.

    "三、下一步工作思路 一是完善平台，由区商务局牵头。" -> 完善平台，由区商务局牵头 (下一步, 区商务局)
    """
    vocabulary = vocabulary_of(lexicon)
    return tuple(_actions(statements, vocabulary))


def _actions(statements: Iterable[Statement], vocabulary: Vocabulary) -> Iterator[Action]:
    for statement in statements:
        text = _ORDINAL.sub("", statement.text.strip()).rstrip("。；！")
        if len(text) < 4 or _NO_WORK.search(text) or statement.prose.part != "body":
            continue
        start = statement.text.find(text)
        place = statement.place(max(0, start), max(0, start) + len(text))
        yield Action(text, _phase(statement, text, vocabulary), place, _units(text))


def _phase(statement: Statement, text: str, vocabulary: Vocabulary) -> str:
    """The innermost heading that tells, else the words."""
    for heading in reversed(statement.headings):
        if vocabulary.ahead.search(heading):
            return "下一步"
        if vocabulary.difficulty.search(heading) and "解决" not in heading:
            return "问题"
        if re.search(r"已|做法|措施|成效|基本情况|开展|办理情况|工作情况", heading):
            return "已做"
    if _AHEAD.search(text):
        return "下一步"
    return "问题" if _DIFFICULT.search(text) else "已做"


def _units(text: str) -> tuple[str, ...]:
    """The departments a sentence names with a part in the work: 由我局牵头 -> 我局."""
    if not re.search(r"牵头|负责|配合|会同|联合|协同|协调|联动", text):
        return ()
    found = (one["unit"] for one in _UNIT.finditer(text[:400]))
    return tuple(dict.fromkeys(name for name in found if 2 <= len(name) <= 14))
