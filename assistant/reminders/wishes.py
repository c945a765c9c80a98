"""The words of a subscription: whose commitments, how long before, at which hour, where. Pure.

"商标 提前15,3天 8点 企业微信 单条" -> scope 商标, leads 15 and 3, 8:00, wecom, one message each.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from assistant.errors import AssistantError
from assistant.reminders.planner import LEADS
from assistant.reminders.ties import MORNING

CHANNELS = {
    "企业微信": "wecom",
    "企微": "wecom",
    "微信": "wecom",
    "智能机器人": "wecom_aibot",
    "群机器人": "wecom_robot",
    "电报": "telegram",
    "网页": "web",
    "终端": "console",
}
AHEAD = re.compile(r"提前\s*([0-9]{1,3}(?:\s*[,，、和/ ]\s*[0-9]{1,3})*)\s*(?:天|日)?(?:提醒)?")
CLOCK = re.compile(r"(?:每天|每日|早上|上午)?\s*([0-9]{1,2})\s*(?:点|时|[:：]00)(?:整)?(?:提醒)?")
FLAGS = (
    (re.compile(r"仅工作日|只在工作日|只要工作日"), "workdays", True),
    (re.compile(r"含节假日|包括周末|不管节假日|每天都发"), "workdays", False),
    (re.compile(r"单条|逐条|分开发"), "digest", False),
    (re.compile(r"汇总|合并发"), "digest", True),
    (re.compile(r"不要周报|不要周一小结|取消周报"), "monday", False),
    (re.compile(r"周报|周一小结|每周小结"), "monday", True),
)


@dataclass(frozen=True, slots=True)
class Options:
    """订阅选项: when and how a subscription reminds."""

    leads: tuple[int, ...] = LEADS
    hour: int = MORNING
    channel: str = ""
    workdays: bool = True
    digest: bool = True
    monday: bool = False

    def __str__(self) -> str:
        """As people read it."""
        days = "、".join("当天" if lead == 0 else f"提前{lead}天" for lead in self.leads)
        words = [
            days,
            f"{self.hour}:00",
            "只在工作日" if self.workdays else "含节假日",
            "每天一条汇总" if self.digest else "逐条发送",
        ]
        if self.channel:
            words.append(_channel_words(self.channel))
        if self.monday:
            words.append("周一小结")
        return "，".join(words)


def options(
    words: str, before: Options = Options(), channels: Collection[str] = ()
) -> tuple[str, Options]:
    """The scope's words that are left, and the options, changed from those before."""
    values: dict[str, Any] = {}
    if found := AHEAD.search(words):
        days = {int(day) for day in re.findall(r"[0-9]+", found[1])}
        values["leads"] = tuple(sorted(days | {0}, reverse=True))
        words = words.replace(found[0], " ", 1)
    if found := CLOCK.search(words):
        values["hour"] = _hour(int(found[1]))
        words = words.replace(found[0], " ", 1)
    for pattern, name, value in FLAGS:
        if pattern.search(words) and name not in values:
            values[name] = value
            words = pattern.sub(" ", words)
    words, channel = _channel(words, channels)
    if channel:
        values["channel"] = channel
    return " ".join(words.strip(" ，,").split()), replace(before, **values)


def _hour(hour: int) -> int:
    if hour > 23:
        raise AssistantError(f"没有 {hour} 点；提醒时间请写 0 到 23 点。")
    return hour


def _channel(words: str, channels: Collection[str]) -> tuple[str, str]:
    """A channel by its Chinese or its own name, if it stands as a word of its own."""
    names = CHANNELS | {name: name for name in channels}
    for name in sorted(names, key=len, reverse=True):
        pattern = re.compile(rf"(?:^|(?<=\s))(?:发到|用)?{re.escape(name)}(?=\s|$)", re.IGNORECASE)
        if pattern.search(words):
            return pattern.sub(" ", words, count=1), names[name]
    return words, ""


def _channel_words(channel: str) -> str:
    return next((words for words, name in CHANNELS.items() if name == channel), channel)
