"""Labels: "label: value" pairs of the head and foot, however they are set.

One a line, several to a line, in brackets ([ 索引号 ] …), in cells (索引号: | … |). What a value means
is decided by `header.py` and `contact.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts.outline import Prose
from knowledge.glossary import Span

FIELDS = {
    "index_no": ("索引号", "信息索引号", "索引编号", "信息索引"),
    "doc_no": (
        "发文字号",
        "文件编号",
        "备注/文号",
        "发文号",
        "公文文号",
        "文件字号",
        "文号",
        "字号",
    ),
    "publisher": (
        "发布机构",
        "发文机关",
        "发布单位",
        "发文单位",
        "公开机构",
        "公开单位",
        "信息来源",
        "公开主体",
        "来源",
    ),
    "dated": (
        "公文生成日期",
        "成文日期",
        "生成日期",
        "发文日期",
        "答复日期",
        "答复时间",
        "成文时间",
        "发文时间",
        "落款日期",
        "形成日期",
    ),
    "published": (
        "发布日期",
        "发布时间",
        "公开日期",
        "公开时间",
        "上网日期",
        "更新时间",
        "信息发布日期",
    ),
    "signer": (
        "签发人",
        "签发领导",
        "领导署名",
        "审签人",
        "审签领导",
        "审签",
        "签发",
        "核签人",
        "主要领导签字",
        "主管领导签字",
        "审定人",
    ),
    "category": (
        "办理类别",
        "办复类别",
        "答复类别",
        "类别标记",
        "办理结果类别",
        "办理结果",
        "结果类别",
        "类别",
        "分类标记",
        "答复类型",
    ),
    "assigned_on": ("交办日期", "交办时间", "转办日期", "交办日"),
    "copies": ("抄送单位", "抄送", "抄报", "抄送机关"),
    "co_handler": ("会办单位", "协办单位", "会办", "协办"),
    "number": ("建议编号", "提案编号", "建议号", "提案号", "建议案号", "案号", "议案号"),
    "subject": ("案由", "建议标题", "提案标题", "建议题目", "提案题目", "建议名称", "提案名称"),
    "title": ("信息名称", "公文名称", "标题", "名称"),
    "session": ("届次", "会议届次", "会议"),
}
_PLAIN = (
    "组配分类", "主题分类", "体裁分类", "公开方式", "公开范围", "公开属性", "公开类别", "公开形式", "有效性", "有效期", "浏览次数", "点击数", "阅读次数",
    "字体", "视力保护色", "责任编辑", "提案人", "建议人", "领衔代表", "领衔人", "附议人", "联名代表", "提案者", "提出人", "提案单位", "第一提案人", "主办单位", "承办单位", "责任领导",
    "政府督办领导", "督办领导", "反馈时间", "反馈日期", "主题词", "印发", "关键词", "内容概述", "服务对象", "办理方式", "办理进度", "满意度",
    "沟通方式", "办理状态", "是否公开", "责任单位", "核稿", "拟稿", "经办人", "承办人", "审核", "语种", "生效日期", "废止日期", "信息类别", "作者", "编辑",
    "内容", "建议内容", "提案内容", "委员建议", "代表团", "界别", "办理时限", "面商情况", "答复情况", "办理情况", "联系人", "联系电话", "电话",
    "邮政编码", "邮编", "传真", "地址", "联系地址", "联系方式", "来源",
)  # fmt: skip
_KNOWN = {word: name for name, words in FIELDS.items() for word in words}
_WORDS = "|".join(sorted({*_KNOWN, *_PLAIN}, key=len, reverse=True))
_LABEL = re.compile(
    rf"[\[【]\s?(?P<boxed>{_WORDS})\s?[\]】]：?\|?|(?P<name>{_WORDS})\s?(?:：\|?|\|)"
)
_OTHER = re.compile(
    r"^[-·●]?(?P<name>[\u4e00-\u9fff/]{2,12})：\|?(?P<value>[^\n|。]{1,60})$", re.MULTILINE
)
_LONG = ("内容", "建议内容", "提案内容", "委员建议")


@dataclass(frozen=True, slots=True)
class Label:
    """标签项: a printed label and the folded value [start, end) behind it; `name` is our word for it."""

    prose: Prose
    printed: str
    name: str
    start: int
    end: int

    @property
    def value(self) -> str:
        """The folded value."""
        return self.prose.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """The value's place in the document."""
        return self.prose.span(self.start, self.end)


def find_labels(prose: Prose) -> Iterator[Label]:
    """The labels of a passage with their values, empty ones left out.

    "来源：发布日期：2026-01-06浏览次数：" -> 发布日期 (published) 2026-01-06
    """
    text = prose.text
    found = [one for one in _LABEL.finditer(text) if _at_edge(prose, one.start())]
    taken = []
    for at, label in enumerate(found):
        printed = label["boxed"] or label["name"]
        stop = found[at + 1].start() if at + 1 < len(found) else len(text)
        start, end = _value(text, label.end(), stop, printed in _LONG)
        taken.append((label.start(), max(end, label.end())))
        if start < end:
            yield Label(prose, printed, _KNOWN.get(printed, printed), start, end)
    for label in _OTHER.finditer(text):
        start, end = label.span("value")
        end = min([left for left, _ in taken if start < left < end], default=end)
        if not any(left <= label.start("name") < right for left, right in taken):
            yield Label(prose, label["name"], label["name"], start, end)


def _at_edge(prose: Prose, at: int) -> bool:
    """Whether a label may begin here: at a line's start, behind a mark or blank, or a number."""
    if at == 0 or prose.text[at - 1] in "\n|；，。（：-]】>《》" or prose.text[at - 1].isspace():
        return True
    places = prose.folded.places
    return places[at] - places[at - 1] > 1 or bool(re.match(r"[日号人\d]", prose.text[at - 1]))


def _value(text: str, start: int, stop: int, long: bool) -> tuple[int, int]:
    """The value behind a label: up to the line's or cell's end, longer where prose is labelled."""
    if not long:
        breaks = [at for at in (text.find(mark, start, stop) for mark in "\n|") if at >= 0]
        stop = min(breaks, default=stop)
    elif text[start : start + 1] == "\n":
        start += 1
    while start < stop and text[stop - 1] in " \n|；，。（[【->《":
        stop -= 1
    while start < stop and text[start] in " \n|":
        start += 1
    return start, stop
