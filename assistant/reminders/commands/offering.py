"""What is offered about subscriptions: what to subscribe to, what to change, each a button."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from assistant.glossary import Account, Choice, Reply
from assistant.reminders.commands.guard import said
from assistant.reminders.ledger import Entry
from assistant.reminders.subscriptions import Subscription
from assistant.reminders.wishes import CHANNELS, Options

ANYWAY = "仍要订阅"
NEAR = 60  # likeness (of 100) from which a unit's name is offered


def choices(entries: Sequence[Entry], defaults: Options) -> Reply:
    """What there is to subscribe to: all, the units with most to do, what is due next."""
    buttons = [Choice("全部", "/subscribe 全部")]
    buttons += [Choice(unit, f"/subscribe {unit}") for unit in _units(entries)[:4]]
    near = [entry for entry in entries if entry.standing.open and entry.standing.deadline]
    buttons += [
        Choice(f"承诺{entry.number}", f"/subscribe 承诺{entry.number}") for entry in near[:3]
    ]
    return said(
        f"要订阅什么？也可以直接说，例如：订阅 商标 提前15,3天 8点。\n"
        f"默认：{defaults}；逾期后每周一次。",
        "clarify",
        tuple(buttons),
    )


def nothing(scope: str, entries: Sequence[Entry]) -> Reply:
    """No commitment fits: the nearest units are offered, and to subscribe for the future."""
    near = process.extract(scope, _units(entries), scorer=fuzz.WRatio, limit=3, score_cutoff=NEAR)
    buttons = [Choice(unit, f"/subscribe {unit}") for unit, _, _ in near]
    buttons.append(Choice(ANYWAY, f"/subscribe {scope} {ANYWAY}"))
    return said(
        f"现有承诺中没有“{scope}”。若为今后入库的函件订阅，请选“{ANYWAY}”。",
        "clarify",
        tuple(buttons),
    )


def line(found: Subscription, count: int | None = None) -> str:
    """A subscription on one line: 订阅1：商标（1 项）；提前30天…，9:00，只在工作日，每天一条汇总."""
    covers = "" if count is None else f"（{count} 项）"
    paused = "，已暂停" if found.paused else ""
    return f"订阅{found.number}：{found.wanted}{covers}{paused}；{found.options}"


def ways(found: Subscription, account: Account) -> Reply:
    """What can be changed, each way a button."""
    now = found.options
    ways = ["提前7天", "提前15,3天", "8点", "14点"]
    ways.append("含节假日" if now.workdays else "仅工作日")
    ways.append("单条" if now.digest else "汇总")
    ways.append("不要周报" if now.monday else "周报")
    ways += [name for name, channel in CHANNELS.items() if _other(channel, now, account)][:2]
    buttons = tuple(Choice(way, f"/change {found.number} {way}") for way in ways)
    return said(
        [line(found), "要改什么？也可以直接说，例如：改订阅 1 提前20,5天 10点"], "clarify", buttons
    )


def _other(channel: str, now: Options, account: Account) -> bool:
    own = {address.channel for address in account.addresses}
    return channel in own and channel != now.channel and len(own) > 1


def own_buttons(made: Subscription) -> tuple[Choice, ...]:
    """What a person may do next with a subscription just made."""
    return (
        Choice("改", f"/change {made.number}"),
        Choice(
            "逐条发送" if made.options.digest else "合成一条",
            f"/change {made.number} {'单条' if made.options.digest else '汇总'}",
        ),
        Choice("暂停", f"/pause {made.number}"),
        Choice("退订", f"/unsubscribe {made.number}"),
    )


def _units(entries: Sequence[Entry]) -> list[str]:
    """The responsible departments, those with most commitments first."""
    counts: dict[str, int] = {}
    for entry in entries:
        for unit in entry.commitment.units:
            counts[unit] = counts.get(unit, 0) + 1
    return sorted(counts, key=lambda unit: -counts[unit])
