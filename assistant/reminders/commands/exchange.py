"""The chat commands that hand the ledger out as a file and take it back in."""

from collections.abc import Sequence

from assistant.errors import AssistantError
from assistant.glossary import Attachment, Choice, Command, Reply, Request
from assistant.reminders.calendars import ics
from assistant.reminders.commands.guard import EVERYONE, MEMBERS, WORKERS, said
from assistant.reminders.commands.selecting import Selector
from assistant.reminders.exchange import as_csv, as_xlsx, take_in
from assistant.reminders.ledger import Entry
from assistant.reminders.ties import Ties

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "ics": "text/calendar",
}
MOST_FAULTS = 10


class ExchangeDesk:
    """台账进出."""

    def __init__(self, selector: Selector, ties: Ties) -> None:
        self._ledger = selector.ledger
        self._selector = selector
        self._ties = ties

    def commands(self) -> tuple[Command, ...]:
        """What exchange contributes to the registry."""
        return (
            Command(
                "export",
                ("导出台账",),
                "导出台账：/export、/export csv 逾期",
                self.export,
                MEMBERS,
                private=True,
            ),
            Command(
                "ics",
                ("日历文件",),
                "到期日的日历文件：/ics 全部、我的、承诺2、订阅1",
                self.ics,
                EVERYONE,
                menu=False,
            ),
            Command(
                "import",
                ("导入台账",),
                "随消息附上 xlsx 或 csv，按编号登记状态",
                self.take_in,
                WORKERS,
                private=True,
                menu=False,
            ),
        )

    def export(self, request: Request) -> Reply:
        """/export [xlsx|csv] [WORDS]: the entries that /ledger WORDS would list."""
        self._ties.authorize(request.account, "ledger.export")
        words = request.words.split()
        kind = words.pop(0).lower() if words and words[0].lower() in ("xlsx", "csv") else "xlsx"
        entries = self._entries(request, " ".join(words))
        content = as_csv(entries) if kind == "csv" else as_xlsx(entries)
        return _handed_out(f"台账共 {len(entries)} 项。", f"承诺台账.{kind}", kind, content)

    def ics(self, request: Request) -> Reply:
        """/ics [WORDS]: one, a subscription's, or all."""
        entries = self._entries(request, request.words.strip())
        dated = [one for one in entries if one.standing.deadline or one.standing.period]
        content = ics(dated, self._ties.clock())
        return _handed_out(f"日历文件，共 {len(dated)} 个到期日。", "承诺时限.ics", "ics", content)

    def take_in(self, request: Request) -> Reply:
        """/import with a file."""
        if not request.message.files:
            return said("请随消息附上台账文件（xlsx 或 csv），可先导出一份修改。", "help", _EXPORT)
        result = take_in(
            self._ledger, request.account, request.message.files[0], self._ties.clock().date()
        )
        lines = [f"已登记 {result.changed} 处变更，{len(result.faults)} 行有问题。"]
        lines += result.faults[:MOST_FAULTS]
        if len(result.faults) > MOST_FAULTS:
            lines.append(f"……另有 {len(result.faults) - MOST_FAULTS} 行。")
        return said(lines)

    def _entries(self, request: Request, words: str) -> Sequence[Entry]:
        entries = self._selector.selected(request.account, words)
        if not entries:
            raise AssistantError(f"台账中没有符合“{words}”的承诺。")
        return entries


_EXPORT = (Choice("导出台账", "/export"),)


def _handed_out(text: str, name: str, kind: str, content: bytes) -> Reply:
    file = Attachment(name, content, MEDIA[kind])
    return Reply("done", text, text, files=(file,), evidence="register")
