"""The kind of thing asked for by name: 项目 in 什么项目来培育, and whether a sentence speaks of one."""

import re

from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.understanding.content import forms_of
from assistant.dialogue.understanding.lightness import is_light

DOINGS = re.compile(
    r"措施|做法|政策|工作|举措|办法|服务|内容|活动|要求|思路|方式|支持|帮助|目标|计划|安排|问题|困难|方面|动作|好处|效果|意义|原因|作用|职责|进展|成绩|成效|情况|打算|规定|扶持|优惠|做(?:了|些)?(?:什么|啥)|什么(?:用|动作)"
)
# 什么成绩, 什么情况 may be told by a title
_TOLD = "方式|方法|途径|渠道|手段|措施|做法|政策|举措|办法|支持|帮助|好处|效果|意义|作用|要求|思路|打算|规定|扶持|优惠|动作|原因|困难|问题"
_ASKED_DOINGS = re.compile(rf"(?:什么|啥|哪些|何种|何)(?:样的?)?(?:{_TOLD})(?=$|[的呢吗啊，？])")
_WAY_ASKED = re.compile("(?:什么|啥|哪些|何种|哪几种)(?:样的)?(?:方式|办法|方法|途径|渠道|手段)")
_DOER_ASKED = re.compile(
    r"(?:是|由|让)?(?:谁|哪家(?:企业|公司|单位)?|(?:哪一?个|什么|啥)(?:企业|公司|单位|部门|机构|科室|园区))(?:来|去)?(?:做|办|搞|管|负责|牵头|主导|承担|开展|实施|建|投资|运营|生产)|是(?:一?家)?(?:什么|啥)(?:样的)?(?:企业|公司|单位|品牌|机构)"
)
# 谁来评: who is to do it is nobody to whom it is done
_TO_DO = re.compile(
    r"(?:谁|哪些?个?(?:部门|单位|人))(?:来|去)(?!拿|获|得|争|报|申|夺|当|领|摘|捧)[\u4e00-\u9fff]"
)
# 授权给哪些企业了 is told by their names, by no sentence that only says 企业
_TO_FIRMS = re.compile(
    r"(?:给|让|使|对|做|办|奖|发|许可|授权|帮|扶持)(?:了|过)?哪(?:些|几[家个]|家)(?:企业|公司|单位|商户|厂家?)[了呢啊的？?]*$"
)
_ASIDE = re.compile(
    "[二三四五六七八九十]大[\u4e00-\u9fff]{2,6}?(?:之外|以外)|除了?[二三四五六七八九十]大"
)
_SOURCE_ASKED = re.compile(r"从(?:哪|什么(?:地方|单位|企业|机构|渠道)|谁|何处)")
_SOURCE = re.compile(r"从|来自|来源|源于|接受|依托|向")
_KIND = re.compile(
    r"(?:哪(?:些|[几0-9一二三四五六七八九十]+?[个家项条种类处]|[几两二三四五六七八九0-9]?[所座栋]|一?[个家项条种类处])|什么样?的?|啥子?|何种)([\u4e00-\u9fff]{2,6})"
)
# light words elsewhere, but wanted when asked for by name
_NAMED = frozenset(
    "项目 法规 产品 材料 资料 手续 流程 条件 表格 步骤 窗口 证件 网站 会 会议 科室".split()
)
DOERS = frozenset("企业 公司 单位 部门 机构".split())
# kinds whose names say what they are
CALLED = {
    "学校": re.compile("校|中学|小学|学院|大学|幼儿园|职教"),
    "科室": re.compile(
        "[\u4e00-\u9fff]{2}(?:科室?|处室?|股室?|办公室)(?=[负牵承主，。；、）]|$)(?<![入持控]股)"
    ),
    "会议": re.compile("会(?![计员所])"),
}
_MEETING = re.compile(r"(?:什么|哪[些个次种]?|啥)(?:样的)?会(?=$|议|来|上|，|？|[呢的])")


def asks_doings(text: str) -> bool:
    """有什么好处, 采取了哪些措施: doings are told by sentences, never by names."""
    return _ASKED_DOINGS.search(text) is not None


def asks_way(text: str) -> bool:
    """采取什么方式: no list of names is a way."""
    return _WAY_ASKED.search(text) is not None


def asks_doer(text: str) -> bool:
    """谁做的, 是什么企业: wants a name or a kind of firm, no titles and no sentence without either."""
    return _DOER_ASKED.search(text) is not None or asks_who_is_to(text)


def asks_who_is_to(text: str) -> bool:
    """谁来推进, 哪些单位去评: an office or a body is wanted, no name of what is done or given."""
    return _TO_DO.search(text) is not None


def asks_aside(text: str) -> bool:
    """五大产业之外还有哪些: what the list itself does not name."""
    return _ASIDE.search(text) is not None


def has_kind(inquiry: Inquiry, found: Fit) -> bool:
    """什么项目 wants a 项目 in the sentence; what a letter calls by no name (情况, 措施) is free.

    从哪些单位引入 wants a sentence that says from whom.
    """
    return has_source(inquiry, found) and names_kind(inquiry, zones_of(found.evidence).own)


def has_source(inquiry: Inquiry, found: Fit) -> bool:
    """从谁那里, 从哪些单位: wants a sentence that says from whom."""
    asked = _SOURCE_ASKED.search(inquiry.question.text) is not None
    return not asked or _SOURCE.search(zones_of(found.evidence).own) is not None


def names_kind(inquiry: Inquiry, text: str) -> bool:
    """Does a text name the kind of thing asked for? Who did it (哪家公司) is named by its own name."""
    kind = asked_kind(inquiry)
    if not kind or kind in DOERS:
        return _TO_FIRMS.search(inquiry.question.text) is None
    if kind in CALLED:
        return called_so(inquiry, text)
    return any(form in text for form in forms_of(kind, inquiry.library))


def called_so(inquiry: Inquiry, text: str) -> bool:
    """哪些学校 wants names of schools; kinds whose names do not say what they are are free."""
    pattern = CALLED.get(asked_kind(inquiry))
    return pattern is None or pattern.search(text) is not None


def asks_a_kind(text: str) -> bool:
    """结合什么项目来培育 asks for a kind of thing; 叫什么, 是哪四个 for names."""
    return _KIND.search(text) is not None


def asked_kind(inquiry: Inquiry) -> str:
    """The noun behind 什么 or 哪些; "" when there is none to look for."""
    if _MEETING.search(inquiry.question.text):
        return "会议"
    found = _KIND.search(inquiry.question.text)
    if not found:
        return ""
    library = inquiry.library
    kind: str = next(iter(word for word, _, _ in library.cutter.cut(found.group(1))), "")
    light = is_light(kind, library) or kind in library.lexicon.light_words
    free = light and kind not in _NAMED or kind in library.lexicon.verbs
    return "" if len(kind) < 2 or free or DOINGS.fullmatch(kind) else kind
