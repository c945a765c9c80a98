"""commitments, indicators, contacts: what is stored, as tables with their quotes."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

from assistant.commands.house import House
from knowledge import Commitment, Contact, Deadline, Evidence, Fact, Indicator, LetterHead

Rows = Iterable[dict[str, Any]]
PIPE_WIDTH = 200  # columns where there is no terminal to ask
PRECISION = {
    "day": "日",
    "month-part": "旬",
    "month": "月",
    "quarter": "季度",
    "half": "半年",
    "year": "年",
    "span": "期限",
    "recurring": "定期",
    "conditional": "视条件",
    "vague": "不明确",
}
QUOTE_SHOWN = 60  # characters of a quote in a terminal; --json and --csv show all


def _table(name: str, help: str) -> Callable[[Callable[[House], Rows]], click.Command]:
    """A command that shows rows as a table, --json or --csv."""

    def command(rows_of: Callable[[House], Rows]) -> click.Command:
        @click.command(name, help=help)
        @click.option("--json", "form", flag_value="json", help="as JSON")
        @click.option("--csv", "form", flag_value="csv", help="as CSV")
        @click.pass_obj
        def show(house: House, form: str | None) -> None:
            show_rows(list(rows_of(house)), form)

        return show

    return command


@_table("commitments", "The commitments of all letters.")
def commitments(house: House) -> Rows:
    """One row a commitment."""
    for evidence in _facts(house, Commitment):
        fact = evidence.fact
        deadline = fact.deadline or Deadline("")
        yield {
            "编号": fact.key,
            "承诺事项": fact.text,
            "时限": deadline.words,
            "不早于": deadline.earliest,
            "不晚于": deadline.latest,
            "精度": PRECISION.get(deadline.precision, "") if deadline.words else "",
            "责任单位": "、".join(fact.units) or fact.unit_words,
            "成色": fact.strength,
            "核对": checked(evidence.letter, evidence.fact),
            "原文": evidence.quote,
        }


@_table("indicators", "The figures of all letters.")
def indicators(house: House) -> Rows:
    """One row a figure."""
    for evidence in _facts(house, Indicator):
        fact = evidence.fact
        yield {
            "出处": fact.place.code,
            "指标": fact.name,
            "数值": f"{fact.value:f}",
            "单位": fact.unit,
            "口径": fact.measure,
            "范围": "、".join(filter(None, (fact.scope, fact.level))),
            "状态": fact.status,
            "主体": fact.subject,
            "属于": fact.total,
            "时间": fact.time,
            "核对": checked(evidence.letter, evidence.fact),
            "原文": evidence.quote,
        }


@_table("contacts", "Whom to call about each letter.")
def contacts(house: House) -> Rows:
    """One row a letter's contact."""
    for evidence in _facts(house, Contact):
        fact = evidence.fact
        yield {
            "编号": evidence.letter.letter.number,
            "单位": evidence.letter.letter.agency,
            "联系人": "、".join(fact.names),
            "电话": "、".join(fact.phones),
            "邮编": fact.postcode,
            "邮箱": fact.email,
            "地址": fact.address,
            "核对": checked(evidence.letter, evidence.fact),
            "原文": evidence.quote,
        }


def _facts(house: House, kind: type[Any]) -> Iterable[Any]:
    library = house.library
    for head in library.letters():
        found: Sequence[Evidence] = library.facts(head.id)
        yield from (evidence for evidence in found if isinstance(evidence.fact, kind))


def checked(head: LetterHead, fact: Fact | None = None) -> str:
    """待核对 beside what a scan says and nobody has looked at, 人工更正 beside what a person changed."""
    if fact and fact.place and fact.place.corrected:
        return "人工更正"
    return "待核对" if head.unconfirmed else ""


def show_rows(rows: Sequence[dict[str, Any]], form: str | None) -> None:
    """Rows as a table, or as "json" or "csv"."""
    if form == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1, default=str))
    elif form == "csv":
        click.echo(_csv(rows), nl=False)
    elif not rows:
        click.echo("（没有内容）")
    else:
        _draw(rows)


def _csv(rows: Sequence[dict[str, Any]]) -> str:
    written = io.StringIO()
    if rows:
        writer = csv.DictWriter(written, list(rows[0]))
        writer.writeheader()
        writer.writerows({key: _harmless(value) for key, value in row.items()} for row in rows)
    return written.getvalue()


def _harmless(value: Any) -> Any:
    """A cell that a spreadsheet does not take for a formula: "=1+1" -> "'=1+1"."""
    words = "" if value is None else str(value)
    return "'" + words if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words


def _draw(rows: Sequence[dict[str, Any]]) -> None:
    console = Console()
    if not console.is_terminal:
        console = Console(width=PIPE_WIDTH)
    table = Table(box=box.SIMPLE_HEAD)
    for name in rows[0]:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(_short("" if value is None else str(value)) for value in row.values()))
    console.print(table, markup=False)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= QUOTE_SHOWN else words[: QUOTE_SHOWN - 1] + "…"
