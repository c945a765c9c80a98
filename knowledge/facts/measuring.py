"""Measuring: how much of what a figure tells - a stock, what is new, a growth, a target, a share."""

import re

from knowledge.facts.drafts import Draft, Memory

_WON = re.compile("争取(?:到|了)?(?:上级|中央|国家|省|市|各[类级]|专项|财政|补助|资金|债券)")
_GROWTH = re.compile(r"(?:增长率|增速|增幅|涨幅)$")


def measure_of(draft: Draft, memory: Memory, *, ahead: bool = False) -> str:
    """One of the measures of the glossary, by the words, the section and the figures before.

    新增4家 -> 新增; 比去年增加0.2件 -> 增量; 确保缴纳率90%以上 -> 目标; 每件给予1万元 -> 标准. What is said
    of a day behind that of the letter (`ahead`) is a target.
    """
    said = draft.said
    if said.measure == "目标" and not ahead and not memory.ahead and _WON.search(draft.front):
        said.measure = None  # 争取上级补助资金1.36亿元: got, not aimed at
    target = (
        said.measure == "目标"
        or memory.ahead
        or ahead
        or (memory.target and not said.time and said.measure not in ("累计", "存量"))
    )
    memory.target = memory.target or said.measure == "目标"
    if said.rise in ("up", "down") and draft.name:
        draft.target_status = "目标" if target else None
        return "增长率" if draft.rate else "增量"
    if (
        said.each
        and (draft.money or draft.figure_unit == "次")
        or draft.money
        and draft.conditioned
    ):
        return "标准"
    if target:
        return "目标"
    if draft.total and not said.measure and draft.figure_unit == draft.total.figure_unit:
        return draft.total.measure
    if said.measure:
        return said.measure
    if _GROWTH.search(draft.name):
        return "增长率"
    if said.share or draft.figure_unit == "%":
        return "占比"
    before = memory.drafts[-2] if len(memory.drafts) > 1 else None
    if draft.joined and before and before.measure == "新增":
        return before.measure
    return "存量" if draft.stock else "数量"
