"""Small talk, orientation and what is declined: one friendly line with example questions."""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.question import Ask
from assistant.dialogue.understanding import is_abuse, is_praise
from knowledge import Evidence, Indicator, Listing

_THANKS = re.compile(r"谢|感谢|辛苦|thank|thx|有劳", re.I)
_BYE = re.compile(r"再见|拜|bye|回头|88|没.*了|先这样|就这样|走了|晚安|明天见|不问", re.I)
_DAYTIME = re.compile(r"早上好|上午好|中午好|下午好|晚上好|早安|晚安")
FALLBACK = ("承诺事项有哪些？", "联系人电话是多少？", "这份答复是谁签发的？")


def answer_chat(ask: Ask, text: str, examples: tuple[str, ...]) -> Answer:
    """One friendly line."""
    asked = "、".join(f"“{example}”" for example in examples)
    if ask is Ask.REFUSE:
        said = "这样的要求我不能照办"
        return Answer(
            "refused",
            said,
            f"{said}。我只按答复函的原文回答，可以这样问：{asked}",
            suggestions=examples,
            quoted=False,
        )
    if ask is Ask.OPINION:
        said = "这属于评价，函中没有提到，我不作评价"
        return Answer(
            "unknown",
            said,
            f"{said}。我可以查函里写明的数据、承诺和联系方式，例如：{asked}",
            suggestions=examples,
            quoted=False,
        )
    if ask is Ask.HELP:
        said = "我是答复通，帮您查答复函里的数据、名单、承诺和联系方式，每句都附原文"
        return Answer(
            "help", said, f"{said}。可以这样问：{asked}", suggestions=examples, quoted=False
        )
    said = _greeting(text)
    return Answer(
        "smalltalk",
        said,
        f"{said}可以问我答复函里的内容，例如：{asked}",
        suggestions=examples,
        quoted=False,
    )


def _greeting(text: str) -> str:
    if is_abuse(text):
        return "您好，有不满意的地方请多包涵。"
    if _THANKS.search(text):
        return "不客气！"
    if is_praise(text):
        return "谢谢夸奖，很高兴帮上忙！"
    if _BYE.search(text):
        return "再见，有需要随时来问！"
    day = _DAYTIME.search(text)
    return f"{day.group()}！" if day else "您好！"


def examples_from(rows: list[Evidence]) -> tuple[str, ...]:
    """Three questions the stored letters can answer."""
    said: list[str] = []
    for row in rows:
        fact = row.fact
        if (
            isinstance(fact, Indicator)
            and fact.measure in ("存量", "数量")
            and not fact.total
            and 3 < len(fact.name) < 10
        ):
            said.append(f"{fact.name}有多少{fact.unit}？")
            break
    for row in rows:
        fact = row.fact
        if isinstance(fact, Listing) and fact.complete and 2 < len(fact.name) < 12:
            said.append(f"{fact.name}有哪些？")
            break
    return (*said, *FALLBACK)[:3]
