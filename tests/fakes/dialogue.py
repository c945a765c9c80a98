"""A dialogue of a few sentences, for tests of channels: a table, and a memory of what it heard."""

import time
from dataclasses import dataclass, field

from assistant.glossary import Choice, Message, Reply
from knowledge import Citation

CITATION = Citation(
    "59-1.1-1", "关于第59号建议的答复函", "一（一）", "全区知名品牌32个。", 171, 181
)
CONTACT = Citation(
    "59-end-1", "关于第59号建议的答复函", "结尾", "联系人：张三丰，023-00000000", 900, 918
)

REPLIES = {
    "全区知名品牌多少个？": Reply(
        "answer",
        "32个",
        "32个。\n“全区知名品牌32个。”（一（一），59-1.1-1）",
        (CITATION,),
        (Choice("2022年要新增几个知名品牌？"), Choice("谁负责？", "知名品牌由谁负责？")),
    ),
    "2022年要新增几个知名品牌？": Reply("answer", "5个", "5个。（59-附-1）", (CITATION,)),
    "知名品牌由谁负责？": Reply("answer", "市场监管局", "市场监管局。（59-附-1）", (CITATION,)),
    "59-1.1-1": Reply("answer", "全区知名品牌32个。", "全区知名品牌32个。", (CITATION,)),
    "联系人电话？": Reply("contact", "023-00000000", "023-00000000，张三丰。", (CONTACT,)),
    "/start": Reply("help", "您好", "您好，我是答复通。"),
    "难": Reply("answer", "难", "<b>&_*[]()~ a < b && c > d &nbsp; </i>"),
}
UNKNOWN = "函中未提到"


@dataclass
class TableDialogue:
    """Answers from the table; `slow` seconds for each; remembers the messages."""

    replies: dict[str, Reply] = field(default_factory=lambda: dict(REPLIES))
    slow: float = 0.0
    heard: list[Message] = field(default_factory=list)

    def reply_to(self, message: Message) -> Reply:
        """What the table says, or that the letter does not say."""
        self.heard.append(message)
        time.sleep(self.slow)
        words = message.text.removeprefix("/source ").removeprefix("/ask ")
        text = f"{UNKNOWN}“{message.text}”。"
        return self.replies.get(words) or Reply("unknown", UNKNOWN, text)
