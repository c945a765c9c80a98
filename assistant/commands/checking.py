"""check: settings, database, lexicon, clock and channels, every fault at once."""

import sys
from collections.abc import Callable, Iterator

import click

from assistant.commands.house import House
from assistant.errors import AssistantError
from knowledge import KnowledgeError

EARLIEST_YEAR = 2020  # a clock before that is wrong


@click.command()
@click.pass_obj
def check(house: House) -> None:
    """Look for faults; exit code 1 if there is any."""
    faults = list(_faults(house))
    for fault in faults:
        click.echo(f"✗ {fault}")
    click.echo("✓ 一切正常" if not faults else f"共 {len(faults)} 处问题")
    sys.exit(1 if faults else 0)


def _faults(house: House) -> Iterator[str]:
    looks: dict[str, Callable[[], str | None]] = {
        "设置": lambda: _loads(lambda: house.settings),
        "时钟": lambda: _clock(house),
        "词库": lambda: _loads(lambda: house.library.lexicon),
        "数据库": lambda: house.library.sound(),
        "日历": lambda: _loads(lambda: house.reminders),
        "审计日志": lambda: None if house.people.audit.whole() else house.people.console.verify(),
    }
    for name, look in looks.items():
        try:
            fault = look()
        except (KnowledgeError, AssistantError) as error:
            fault = str(error)
        if fault:
            yield f"{name}：{fault}"
    for fault in house.channel_faults():
        yield f"渠道：{fault}"


def _clock(house: House) -> str | None:
    now = house.clock()
    return f"系统时间是 {now:%Y-%m-%d}，看来不对" if now.year < EARLIEST_YEAR else None


def _loads(load: Callable[[], object]) -> None:
    """Loading is the check: what is wrong is raised."""
    load()
