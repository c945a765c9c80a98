"""Composing: the name of a figure, from the words in front and behind or from the figures before.

正在制定3项 after 行业标准发布11项 -> 行业标准; 占比64.6% after 护理型床位3115张 -> 护理型床位占比.
"""

import re
from dataclasses import dataclass

from knowledge.facts.behind import Behind
from knowledge.facts.drafts import GIVEN, Draft, Memory
from knowledge.facts.figures import Figure
from knowledge.facts.names import clean_name, level_of
from knowledge.facts.vocabulary import Vocabulary

_ATTRIBUTE = re.compile(r"(?:级|型|类|性|属|籍|制|期|段|向|式|以上|以下|男|女)$")
_FOR = re.compile(r"对([^，；。]{2,30}?)(?:，|$)")
_WHOSE = re.compile(
    r"(?P<owner>[\u4e00-\u9fff]{2,24}(?:区|县|市|镇|乡|村|街道|公司|企业|学校|小学|中学|中心|园|院|路|项目|工程))"
    r"的(?P<name>[\u4e00-\u9fff]{2,10})"
)
_PLACE = re.compile(
    r"乡镇|农村|城区|城镇|县城|中心城区|社区|街道|景区|村|公办|民办|校内|校外|室内|室外|地上|地下|路内|路外|国有|民营|城市|主城"
)
_EACH_ONE = re.compile(r"(?:平均)?每[\u4e00-\u9fff]{1,3}")
_FOR_EACH = re.compile(r"每[\u4e00-\u9fff]{1,3}$")
_FUND = re.compile(r"[\u4e00-\u9fff]{2,4}(?:资金|经费|补助|补贴|费用|奖金)(?=，[^，]*$)")
_LACKING = re.compile(r"(?:尚|还|仍)(?:短?缺|差|欠)少?")
_DIVIDED = re.compile(r"分别[为有是达到]*$")


@dataclass(frozen=True, slots=True)
class Composer:
    """Gives figures their names; `memory` is what the sentence has said so far."""

    memory: Memory
    vocabulary: Vocabulary

    def name(self, text: str, draft: Draft, behind: Behind) -> None:
        """Fills in the name and, where it is not the name's, whose figure it is."""
        said, figure = draft.said, draft.figure
        if draft.total and draft.total.bracketed(text, figure) and _is_group(text, figure, behind):
            draft.name, draft.owner, draft.group = draft.total.name, said.core, True
            draft.end = figure.end
            return
        if self.memory.drafts and self.memory.drafts[-1].shared == draft.front and draft.front:
            draft.said.owner = draft.said.owner or self.memory.drafts[-1].owner
            draft.said.core = _object(draft.said.core, self.vocabulary)
        name, owner = _own_name(draft, behind)
        whose = _WHOSE.fullmatch(name)
        if whose and not owner:
            name, owner = whose["name"], whose["owner"]
        draft.shared = behind.words if behind.taken == figure.end else ""
        draft.owner = said.owner or owner
        draft.name = clean_name(self._divided(text, draft, name))
        self._carry_verb(draft, behind)
        draft.acted = _acts(draft.name, self.vocabulary)
        self._complete(text, draft, behind)

    def _carry_verb(self, draft: Draft, behind: Behind) -> None:
        """奖励210个主体，951件事项: the verb goes for the second as well."""
        if draft.said.verb and behind.words:
            draft.verb = draft.said.verb
        before = self.memory.drafts[-1] if self.memory.drafts else None
        if not draft.front.strip("、和及与") and draft.name and before and before.verb:
            draft.verb = before.verb
            draft.name = before.verb + draft.name.removeprefix(before.verb)

    def _divided(self, text: str, draft: Draft, name: str) -> str:
        """小学、初中入学率分别为99%、98% -> 小学入学率, 初中入学率."""
        memory = self.memory
        if _DIVIDED.search(text[draft.clause : draft.figure.start]):
            memory.shares = _shared_names(name)
        first = bool(_DIVIDED.search(draft.front))
        if memory.shares and (first or (draft.joined and not draft.said.core)):
            return memory.shares.pop(0)
        memory.shares = []
        return name

    def _complete(self, text: str, draft: Draft, behind: Behind) -> None:
        """Gives a name to a figure that has none of its own, and the rest to one that says too
        little.
        """
        said, memory, vocabulary = draft.said, self.memory, self.vocabulary
        if vocabulary.doing.fullmatch(draft.name):
            draft.name = (draft.owner or "") + draft.name
            draft.name += draft.figure_unit if draft.figure_unit.endswith("次") else ""
            draft.owner = None
        if draft.name.startswith("占") and said.share:
            base = memory.base()
            draft.name = f"{base.name if base else ''}{draft.name}比重"
        elif not draft.name:
            self._inherit(text, draft, behind)
        elif draft.name in vocabulary.bare or (said.share and not draft.name):
            base = memory.base()
            draft.name = (base.name if base else memory.topic or "") + draft.name
        elif draft.total and (len(draft.name) < 2 or _only_attribute(draft.name)):
            draft.name += _without_level(self._kind(draft, draft.total))
        elif _word(draft.name) in vocabulary.belonging and not draft.owner:
            draft.name = (memory.owner_for(draft) or "") + draft.name
        elif vocabulary.doing.fullmatch(draft.name):
            draft.name += self._object_before(draft)
        elif _EACH_ONE.fullmatch(draft.name) or _LACKING.fullmatch(draft.name):
            draft.name = _clause_before(text, draft.clause) + draft.name
        elif said.each or draft.name in ("资助", "奖励", "补贴", "补助", "奖金"):
            self._standard(text, draft)
        self._priced_alike(draft)
        if said.share and not draft.name.endswith(("比", "比重", "比例", "率")):
            draft.name += "占比"
        if draft.rate and said.rise in ("up", "down"):
            draft.name += "增长率" if said.rise == "up" else "降幅"

    def _priced_alike(self, draft: Draft) -> None:
        """县道每公里1.2万元、乡道6000元: the second is for each kilometre as well."""
        before = self.memory.drafts[-1] if self.memory.drafts else None
        each = _FOR_EACH.search(before.name) if before and before.said.each else None
        if before and each and draft.joined and draft.money and before.money:
            draft.said.each = True
            draft.name += "" if draft.name.endswith(each[0]) else each[0]

    def _object_before(self, draft: Draft) -> str:
        """整治39条 after 排查黑臭水体47条 -> 黑臭水体, what is treated."""
        before = self.memory.same_unit(draft)
        if before is None or not draft.counts:
            return ""
        verb = self.vocabulary.doing.match(before.name)
        return before.name[verb.end() :] if verb and verb.end() < len(before.name) else before.name

    def _kind(self, draft: Draft, total: Draft) -> str:
        """What a mere 市级 goes with: the part before (省级文物保护单位), else the total."""
        before = self.memory.drafts[-1]
        same = before.total is total and level_of(before.name) and level_of(draft.name)
        return before.name if same else total.name

    def _inherit(self, text: str, draft: Draft, behind: Behind) -> None:
        """正在制定3项 counts what was counted before; 258.4万元 is the money for it."""
        memory = self.memory
        grown = draft.said.share or (draft.rate and draft.said.rise in ("up", "down"))
        before = None if grown else memory.same_thing(draft)
        if "分别" in draft.front:
            memory.pending = memory.last_names(
                1
                + _clause_after(text, draft.end).count("、")
                + _clause_after(text, draft.end).count("和")
            )
        if memory.pending and draft.rate:
            before = memory.pending.pop(0)
            draft.said.rise = draft.said.rise or memory.drafts[-1].said.rise
        before = before or memory.base()
        funds = before and before.said.each and draft.money and _FUND.findall(text, 0, draft.clause)
        if funds:
            draft.name = clean_name(funds[-1])
            return
        if before is None:
            draft.name = clean_name(behind.words) or draft.said.owner or self._given(text, draft)
            return
        draft.name, draft.owner = before.name, draft.owner or before.owner
        draft.inherited = True
        if behind.words and not draft.said.status:
            draft.said.status = behind.words[:8]
        if draft.money and not before.money:
            draft.name += "金额"

    def _given(self, text: str, draft: Draft) -> str:
        """What money is when only its limit is said: 给予补助，最高200万元 -> 补助."""
        words = GIVEN.findall(text, 0, draft.clause) if draft.money else []
        return words[-1] if words else ""

    def _standard(self, text: str, draft: Draft) -> None:
        """每件给予1万元资助 after 对新获商标的企业: for whom it is comes first."""
        found = [one for one in _FOR.finditer(text, 0, draft.clause) if one.end() == draft.clause]
        if found and not draft.owner:
            whom = re.sub(r"^(?:当年|年度|本年)", "", found[-1][1])
            draft.name = f"{whom}{draft.name}"


def _clause_after(text: str, at: int) -> str:
    """The rest of the clause behind a place."""
    end = min(
        (e for e in (text.find(mark, at) for mark in "，；。：！？（）\n") if e >= 0),
        default=len(text),
    )
    return text[at:end]


def _is_group(text: str, figure: Figure, behind: Behind) -> bool:
    """Whether a part in brackets names its members: 农委4个：大雅、沃柑."""
    close = text.find("）", figure.end)
    inside = text[text.rfind("（", 0, figure.start) : close if close > 0 else len(text)]
    return "：" in inside and (text[figure.end : figure.end + 1] == "：" or bool(behind.words))


def _own_name(draft: Draft, behind: Behind) -> tuple[str, str | None]:
    """The name from the words around a figure, and whose it is where they say so."""
    said, core, words = draft.said, draft.said.core, behind.words
    given = not behind.goes_on or GIVEN.match(words)
    if said.verb and draft.money and given and 1 < len(words) <= 10:
        return core + words, None
    if draft.figure.unit == "大":
        return words, None
    if said.possessive and words and draft.counts:
        return behind.as_name(), core
    if not words or (core and behind.goes_on):
        return (core, None) if core else ("", None)
    if not core:
        return ("", None) if behind.goes_on else (behind.as_name(), None)
    if said.verb:
        owner = clean_name(core[: -len(said.verb)]) if core.endswith(said.verb) else ""
        verb = "" if behind.turned else said.verb
        return verb + behind.as_name(), owner if 1 < len(owner) <= 16 else None
    if not draft.counts:
        return core, None
    if "、" in core or core.endswith(("等", "的")) or len(core) > 14:
        return behind.as_name(), None
    return behind.as_name(), core


def _acts(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name says what was done: 开放停车场, 重点企业引进发明专利."""
    if vocabulary.doing.match(name):
        return True
    holder = vocabulary.holder.search(name)
    return bool(holder and vocabulary.doing.match(name, holder.end()))


def _object(core: str, vocabulary: Vocabulary) -> str:
    """What the holders did it to: 企业自我声明公开现行有效的企业标准 -> 企业标准."""
    holder = vocabulary.holder.match(core)
    if not holder or not vocabulary.doing.match(core, holder.end()):
        return core
    return core.rpartition("的")[2] if "的" in core else core


def _shared_names(name: str) -> list[str]:
    """小学、初中入学率 -> [小学入学率, 初中入学率]: the last name's end belongs to all."""
    parts = [part for part in re.split(r"[、和与及]", name) if part]
    if len(parts) < 2:
        return []
    last = parts[-1]
    ending = next(
        (last[cut:] for cut in range(1, len(last)) if len(last) - cut <= 4 and cut >= 2), ""
    )
    heads = [part if part.endswith(last[-1]) else part + ending for part in parts[:-1]]
    return [*heads, last]


def _only_attribute(name: str) -> bool:
    level = level_of(name)
    return (
        level == name
        or bool(_PLACE.fullmatch(name))
        or (len(name) <= 6 and bool(_ATTRIBUTE.search(name)))
    )


def _clause_before(text: str, at: int) -> str:
    """The noun of the clause before: 管线迁改费用高，平均每部 -> 管线迁改费用."""
    found = re.search(
        r"([\u4e00-\u9fff]{2,12}?)(?:较?[高低大多少])?[，：]$", text[max(0, at - 14) : at]
    )
    if not found or text[max(0, at - 14) + found.start() - 1].isdigit():
        return ""
    name = clean_name(re.sub(r"^[一二三四五六七八九十]{1,2}是", "", found[1]))
    return "" if name in ("以上", "以下", "以内") else name


def _without_level(name: str) -> str:
    level = level_of(name)
    return name.removeprefix(level) if level else name


def _word(name: str) -> str:
    """A name without its 总 or 共: what kind of thing it is."""
    return name.removeprefix("共").removeprefix("其")
