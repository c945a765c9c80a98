"""Plain words that ask for the ledger: 30天内到期的有哪些 -> what `/ledger 30天内` lists. Pure.

Only whole messages count. 哪些承诺兑现了 asks for the ledger; 今年兑现奖励的发展事项有多少件 does not:
something is left over that no commitment and no department bears.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

PROMISES = re.compile(r"承诺|事项|任务|台账|答应")
LISTED = re.compile(r"哪|有没有|有无|多少|几[项个件条]|列|清单|名单|[的了]$|(?:承诺|事项|任务)$")
FILLER = re.compile(
    r"请问一?下?|请|麻烦|帮我|给我|我想(?:知道|看看?|问问?)|看看|[看查列]一?下|[查列]出?|有没有|有无|有|都|"
    r"哪(?:[些里]|[几一]?[项个件条])?|多少[项个件条]?|几[项个件条]|答应的|承诺|事项|事情|任务|台账[里中上]?|清单|名单|"
    r"还|已经|已|被|名下|是|目前|现在|最近|到今天|今天|一共|总共|什么|的|了|吗|呢|吧|呀|啊|么|[，。？！?!,、：:\s]"
)
DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
UNITS = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30}
WITHIN = re.compile(
    r"(?:未来|今后|接下来|最近|近)?(半|[0-9]{1,3}|[一二两三四五六七八九十])个?(天|日|周|星期|月)(?:之内|以内|内)"
    r"(?:会|将|要|应)?(到期|截止|完成|办结)?"
)
AHEAD = re.compile(
    r"(?:未来|今后|接下来)(半|[0-9]{1,3}|[一二两三四五六七八九十])个?(天|日|周|星期|月)"
    r"(?=.*?(到期|截止|完成|办结))"
)
PERIOD = re.compile(r"(?:(本|这个?|下个?)(周|星期|月)|(今|明)[天日])(?=.*?(?:到期|截止))")
DUE = re.compile(r"(?:会|将|要|应)?(?:到期|截止|完成|办结)")
ONE = re.compile(
    r"(?:第?([0-9]{1,6})号承诺|承诺([0-9]{1,6}))(?:现在|目前|的|是)*"
    r"(?:(?:已经)?(?:完成|兑现|到期|逾期|超期|办结|做完|落实)(?:了)?(?:没有?|吗)?|怎么?样了?|什么(?:状态|情况)|状态|进展(?:如何)?|"
    r"到(?:什么|哪一?)(?:程度|步)了?|还差(?:多少|好多))?[呢吗啊吧]?[？?。！!]*\Z"
)
ASKED_WHEN = re.compile(r"什么时候|啥时候|几号|哪天|哪一天|何时|多久|多少天|几天|谁|哪个单位")
ASKED_STATE = re.compile(
    r"兑现|完成|办结|办完|做到|做完|落实|到期|逾期|超期|过期|进展|进度|还差|销号"
)


class State(NamedTuple):
    """说法: how people call a state, and what `/ledger` calls it.

    `sure` needs no word 承诺 beside; `alone` none where nothing else is said (还有哪些没完成).
    """

    pattern: re.Pattern[str]
    listed: str
    sure: bool = True
    alone: bool = False


STATES = (
    State(re.compile(r"过了(?:时限|期限)|到期(?:还)?没?未?(?:有)?(?:完成|兑现|办结)"), "逾期"),
    State(
        re.compile(r"(?:逾期|超期|过期|超时)(?:(?:仍|还|尚)?(?:未|没有?)(?:完成|兑现|办结|办理))?"),
        "逾期",
    ),
    State(re.compile(r"(?:还|尚|仍)?(?:没有?|未)(?:兑现|办结|销号)"), "未销号"),
    State(
        re.compile(r"(?:还|尚|仍)?(?:没有?|未)(?:完成|办完|办好|做完|做到|落实)"),
        "未销号",
        sure=False,
        alone=True,
    ),
    State(re.compile(r"(?<!有)(?:还|尚)?(?<!有)(?:未|没有?)到期"), "未到期"),
    State(re.compile(r"部分兑现|兑现了?一部分"), "部分兑现"),
    State(re.compile(r"兑现|销号"), "已兑现"),
    State(re.compile(r"(?:全部)?(?:完成|办结|做到|做完)"), "已兑现", sure=False),
    State(re.compile(r"顺延|延期|推迟"), "顺延"),
    State(re.compile(r"无法核实|核实不了"), "无法核实"),
    State(re.compile(r"进行中|正在办理?"), "进行中", sure=False),
    State(
        re.compile(r"临期|(?:最近|近期)有?(?:哪些|什么|哪几[项个件条])?(?:要|会|将|快)?到期"),
        "临期",
    ),
    State(re.compile(r"(?:快|将|即将|马上|就)要?到期"), "临期"),
    State(
        re.compile(r"(?:无|没有|没写|没写明|未写明|未明确|没明确)明?确?的?(?:时限|期限)"),
        "无明确时限",
    ),
    # whatever is told of it beside: that is what fell due
    State(re.compile(r"(?:已经?)?到(?:了)?期了?(?=的|$)"), "逾期", sure=False, alone=True),
)


class Spoken(NamedTuple):
    """口头查询: what `/ledger` calls the state asked for, and the words that narrow it."""

    listed: str
    scope: str = ""

    @property
    def by_time(self) -> bool:
        """30天内, 本月, 明天: of what is due then."""
        return self.listed[-1] in "内周月天"


def number_asked(text: str) -> int | None:
    """承诺2兑现了吗 -> 2; None where it is not about one commitment by its number."""
    found = ONE.match(text.strip())
    return int(found[1] or found[2]) if found else None


def asks_state(text: str) -> bool:
    """Whether the ledger's word belongs first: 商标的承诺兑现了吗, not 什么时候到期."""
    return bool(ASKED_STATE.search(text)) and not ASKED_WHEN.search(text)


def spoken(text: str, bears: Callable[[str], bool]) -> Spoken | None:
    """What the words ask of the ledger; `bears` says whether a scope names any commitment."""
    plain = text.strip().rstrip("？?。！!")
    if not LISTED.search(plain):
        return None
    promised = bool(PROMISES.search(plain))
    listed, rest = _state(plain, promised)
    if not listed:
        return None
    scope = FILLER.sub("", rest)
    if not scope:
        return Spoken(listed)
    if scope not in rest or not bears(scope):
        return None
    return Spoken(listed, scope)


def _state(text: str, promised: bool) -> tuple[str, str]:
    """The first way of saying a state that stands in the text, and the text without it."""
    if found := WITHIN.search(text) or AHEAD.search(text):
        if not (found[3] or promised):
            return "", text
        return f"{_days(found[1], found[2])}天内", DUE.sub("", _without(text, found))
    if found := PERIOD.search(text):
        return _period(found), DUE.sub("", _without(text, found))
    for state in STATES:
        found = state.pattern.search(text)
        if found:
            rest = _without(text, found)
            said = state.sure or promised or state.alone and not FILLER.sub("", rest)
            return (state.listed, rest) if said else ("", text)
    return "", text


def _period(found: re.Match[str]) -> str:
    """这个星期 -> 本周, 明日 -> 明天."""
    if found[3]:
        return f"{found[3]}天"
    return f"{'下' if found[1].startswith('下') else '本'}{'月' if found[2] == '月' else '周'}"


def _days(count: str, unit: str) -> int:
    if count == "半":
        return UNITS[unit] // 2
    number = int(count) if count.isdecimal() else DIGITS[count]
    return number * UNITS[unit]


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
