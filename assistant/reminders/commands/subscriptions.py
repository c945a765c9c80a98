"""The chat commands of subscriptions: make, list, change, pause, resume, end."""

from collections.abc import Callable, Sequence

from assistant.errors import AssistantError
from assistant.glossary import Account, Choice, Command, Reply, Request, Thing
from assistant.reminders import phrasing
from assistant.reminders.commands.guard import MEMBERS, numbered, said
from assistant.reminders.commands.offering import ANYWAY, choices, line, nothing, own_buttons, ways
from assistant.reminders.ledger import Entry, Ledger
from assistant.reminders.matching import Wanted, matching, wanted
from assistant.reminders.planner import Occurrence
from assistant.reminders.schedule import Schedule
from assistant.reminders.subscriptions import Subscription, Subscriptions
from assistant.reminders.ties import Ties
from assistant.reminders.wishes import Options, options
from assistant.reminders.workdays import WorkCalendar

AHEAD_DAYS = 400  # how far the next reminders are looked for when a subscription is shown

# 我要订阅到期提醒, 帮我订阅 商标
_SUBSCRIBING = tuple(
    f"{wish}订阅{what}"
    for wish in ("", "我要", "我想", "帮我")
    for what in ("到期提醒", "提醒", "")
)


class SubscriptionDesk:
    """订阅窗口."""

    def __init__(
        self,
        ledger: Ledger,
        subscriptions: Subscriptions,
        schedule: Schedule,
        calendar: WorkCalendar,
        ties: Ties,
        defaults: Options,
    ) -> None:
        self._ledger = ledger
        self._subscriptions = subscriptions
        self._schedule = schedule
        self._calendar = calendar
        self._ties = ties
        self._defaults = defaults

    def commands(self) -> tuple[Command, ...]:
        """What subscriptions contribute to the registry."""
        return (
            Command(
                "subscribe",
                _SUBSCRIBING,
                "订阅到期提醒：/subscribe 全部、区市场监管局、第59号、承诺2、商标",
                self.subscribe,
                MEMBERS,
                private=True,
            ),
            Command(
                "subscriptions", ("我的订阅",), "看我的订阅", self.listed, MEMBERS, private=True
            ),
            _of_one(
                "change",
                ("改订阅",),
                "改订阅：/change 1 提前15,3天 8点 单条",
                self.change,
                menu=False,
            ),
            _of_one("pause", ("暂停订阅",), "暂停：/pause 1", self.pause, menu=False),
            _of_one("resume", ("恢复订阅",), "恢复：/resume 1", self.resume, menu=False),
            _of_one("unsubscribe", ("退订", "取消订阅"), "退订：/unsubscribe 1", self.unsubscribe),
        )

    def subscribe(self, request: Request) -> Reply:
        """/subscribe WORDS [提前…天 N点 渠道 单条 …]; without words, what there is to choose."""
        anyway = ANYWAY in request.words
        asked = request.words.replace(ANYWAY, " ")
        scope, chosen = options(asked, self._defaults, self._channels())
        entries = self._ledger.entries()
        if not scope and not request.words.strip():
            return choices(entries, self._defaults)
        wish = wanted(scope, [entry.subject for entry in entries])
        if wish.kind == "commitment" and not _matched(wish, entries):
            raise AssistantError(f"台账中没有编号为 {wish.value} 的承诺；发送“/ledger”看全部。")
        if wish.kind != "all" and not anyway and not _matched(wish, entries):
            return nothing(scope, entries)
        self._check_channel(request.account, chosen)
        made = self._subscriptions.subscribe(request.account, wish, chosen)
        return said(self._described(made, entries), "done", own_buttons(made))

    def listed(self, request: Request) -> Reply:
        """/subscriptions."""
        own = self._subscriptions.of(request.account)
        if not own:
            return said("您还没有订阅。", "list", (Choice("订阅全部", "/subscribe 全部"),))
        entries = self._ledger.entries()
        lines = [f"您有 {len(own)} 条订阅"]
        lines += [line(found, len(_matched(found.wanted, entries))) for found in own]
        buttons = tuple(
            Choice(f"退订{found.number}", f"/unsubscribe {found.number}") for found in own
        )
        return said(lines, "list", buttons[:6])

    def change(self, request: Request) -> Reply:
        """/change N OPTIONS."""
        number, words = numbered(request.words, "/change 1 提前15,3天 8点")
        before = self._subscriptions.one(request.account, number)
        if not words:
            return ways(before, request.account)
        rest, chosen = options(words, before.options, self._channels())
        if rest or chosen == before.options:
            raise AssistantError(
                "请写明要改什么：提前15,3天、8点、企业微信、仅工作日或含节假日、汇总或单条、周报。"
            )
        self._check_channel(request.account, chosen)
        changed = self._subscriptions.change(request.account, number, chosen)
        return said(["已更改。", line(changed), self._from_when(before, changed)])

    def pause(self, request: Request) -> Reply:
        """/pause N."""
        number, _ = numbered(request.words, "/pause 1")
        found = self._subscriptions.pause(request.account, number)
        return said(f"已暂停：{found.wanted}。", "done", (Choice("恢复", f"/resume {number}"),))

    def resume(self, request: Request) -> Reply:
        """/resume N."""
        number, _ = numbered(request.words, "/resume 1")
        found = self._subscriptions.resume(request.account, number)
        return said(self._described(found, self._ledger.entries(), "已恢复"))

    def unsubscribe(self, request: Request) -> Reply:
        """/unsubscribe N or 全部; without words, which there are."""
        own = self._subscriptions.of(request.account)
        words = request.words.strip()
        if words in ("全部", "所有") and own:
            for found in own:
                self._subscriptions.unsubscribe(request.account, found.number)
            return said(f"已退订全部 {len(own)} 条。")
        if not words:
            if len(own) != 1:
                return self.listed(request)
            words = str(own[0].number)
        number, _ = numbered(words, "/unsubscribe 1")
        found = self._subscriptions.unsubscribe(request.account, number)
        return said(
            f"已退订：{found.wanted}。", "done", (Choice("重新订阅", f"/subscribe {found.wanted}"),)
        )

    def _described(
        self, made: Subscription, entries: Sequence[Entry], done: str = "已订阅"
    ) -> list[str]:
        """What was subscribed, how much it covers, and the next reminders of it."""
        matched = _matched(made.wanted, entries)
        dated = sum(bool(entry.standing.deadline or entry.standing.period) for entry in matched)
        lines = [
            f"{done}：{made.wanted}，现有 {len(matched)} 项承诺（{dated} 项有明确时限）。",
            f"提醒：{made.options}；逾期后每周一次，直到销号。（订阅{made.number}）",
        ]
        coming = self._coming(made)
        lines += self._next(made, coming[:3])
        overdue = [one for one in matched if one.standing.overdue and _before(one, made)]
        if overdue:
            lines.append(f"其中 {len(overdue)} 项已逾期，将在下一次汇总中列出一次。")
        years = {self._ties.clock().year, *(found.day.year for found in coming)}
        return lines + self._calendar.announced(years)

    def _from_when(self, before: Subscription, changed: Subscription) -> str:
        """Whether another hour holds today already; today's message may be gone or about to go."""
        hour = changed.options.hour
        if hour == before.options.hour:
            return ""
        today = self._ties.next_round(hour) == self._ties.clock().date()
        return f"{'今天' if today else '明天'}起，{hour}:00 提醒。"

    def _coming(self, made: Subscription) -> list[Occurrence]:
        return self._schedule.preview(self._ties.clock().date(), AHEAD_DAYS, made.number)

    def _next(self, made: Subscription, coming: Sequence[Occurrence]) -> list[str]:
        numbers = {entry.subject.key: entry for entry in self._ledger.entries()}
        lines = [
            f"· {self._calendar.named(found.day)} {made.options.hour}:00　"
            f"{phrasing.title(numbers[found.commitment])}"
            for found in coming
        ]
        return ["接下来：", *lines] if lines else []

    def _channels(self) -> set[str]:
        people = self._ties.people().values()
        return {address.channel for account in people for address in account.addresses}

    def _check_channel(self, account: Account, chosen: Options) -> None:
        own = {address.channel for address in account.addresses}
        if chosen.channel and chosen.channel not in own:
            raise AssistantError(
                "您还没有绑定这个渠道；先发送“/link”取码，再到那边发送“/join 码”。"
            )


def _before(entry: Entry, made: Subscription) -> bool:
    """Whether it was over before the subscription began: such ones are not repeated every week."""
    deadline = entry.standing.deadline
    return deadline is not None and deadline < made.since


def _matched(scope: Wanted, entries: Sequence[Entry]) -> list[Entry]:
    keys = {found.key for found in matching(scope, (entry.subject for entry in entries))}
    return [entry for entry in entries if entry.subject.key in keys]


def _of_one(
    name: str, words: tuple[str, ...], help: str, run: Callable[[Request], Reply], menu: bool = True
) -> Command:
    """A command that takes the number of one of the asker's own subscriptions."""
    return Command(
        name, words, help, run, MEMBERS, private=True, menu=menu, takes=Thing.SUBSCRIPTION
    )
