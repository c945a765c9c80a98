"""What WeCom's errcodes mean for the message that was being sent, and what the operator should do."""

import re
from typing import Any

from assistant.channels.wecom.failures import BUSY, NOT_SUBSCRIBED, STALE, TOO_LATE, Broken, Refused
from assistant.errors import ChannelError
from assistant.glossary import Outcome, Receipt

GONE = frozenset({81013, 60111, 40003, 82001})  # nobody of the receivers can be reached
FLOODED = frozenset({45009, 45033})  # blocked for the limit's own period, a minute at least
FLOOD_PAUSE = 60.0
SEEN = 42014  # the card's task_id was used before: this very card has been shown
# What a person has to put right; until then every try fails, and nothing is lost.
ADVICE = {
    60020: "本机出口 IP 不在企业可信 IP 中：请在管理后台“应用管理 → 本应用 → 企业可信IP”加上",
    40001: "应用的 Secret 不对：请核对存放它的环境变量",
    40091: "应用的 Secret 不对：请核对存放它的环境变量",
    40013: "企业 ID（corp_id）不对：请在管理后台“我的企业”核对",
    40056: "应用的 AgentId 不对：请在应用详情页核对 agent_id",
    93000: "群机器人的地址（key）不对或机器人已删除：请核对存放它的环境变量",
    853000: "智能机器人的 BotID 或 Secret 不对：请核对 wecom_aibot.bot_id 和存放 Secret 的环境变量",
    301002: "这个 Secret 不属于所填的 AgentId：请核对 agent_id 和 Secret",
}
ADDRESS = re.compile(r"from ip: ?([0-9a-fA-F.:]+)")


def receipt_of(error: ChannelError) -> Receipt:
    """The receipt for a send that ended in this error."""
    if isinstance(error, Broken):
        return Receipt(Outcome.UNKNOWN if error.sent else Outcome.NOT_SENT, reason=str(error))
    assert isinstance(error, Refused)
    reason = sentence(error)
    if error.code in GONE:
        return Receipt(Outcome.GONE, reason=reason)
    pause = FLOOD_PAUSE if error.code in FLOODED else 0.0
    return Receipt(Outcome.NOT_SENT, retry_after=pause, reason=reason)


def is_refusal(error: ChannelError) -> bool:
    """Whether WeCom will not have this content, however often it is sent."""
    known = GONE | FLOODED | ADVICE.keys() | STALE | TOO_LATE | {BUSY, NOT_SUBSCRIBED}
    return isinstance(error, Refused) and error.code not in known


def receipt_for(user: str, answer: dict[str, Any]) -> Receipt:
    """errcode 0 can still mean that this person was left out."""
    invalid = str(answer.get("invaliduser") or "").lower().split("|")
    if user.lower() in invalid:
        return Receipt(Outcome.GONE, reason="对方不在应用的可见范围内，或已离开企业")
    return Receipt(Outcome.SENT, message_id=str(answer.get("msgid", "")))


def sentence(error: Refused) -> str:
    """What to do about it, in Chinese; else the code."""
    advice = ADVICE.get(error.code)
    if advice is None:
        return str(error)
    found = ADDRESS.search(error.words)
    return f"{advice}（errcode {error.code}{'，IP ' + found.group(1) if found else ''}）"
