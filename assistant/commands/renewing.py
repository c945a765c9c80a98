"""Renewing: the search index is built anew beside the serving, which goes on with the old one.

Nothing happens unless a new program or lexicon cuts words otherwise, or letters came meanwhile that
the index of a large base has not seen.
"""

from threading import Thread

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from knowledge import Library


def renew_beside(library: Library) -> Thread:
    """Start renewing in a thread; killed half way, the old index stays."""
    thread = Thread(target=_renew, args=(library,), name="renew the index", daemon=True)
    thread.start()
    return thread


def _renew(library: Library) -> None:
    bar = _bar()
    task = bar.add_task("重建检索索引", start=False)

    def step(done: int, total: int) -> None:
        bar.start()
        bar.start_task(task)
        bar.update(task, completed=done, total=total)

    try:
        library.refresh(step)
    except Exception as error:  # noqa: BLE001 - the edge around renewing: the old index serves on
        click.echo(f"检索索引没有重建成，继续用旧的：{error}", err=True)
    finally:
        bar.stop()


def _bar() -> Progress:
    """A bar in the terminal; elsewhere nothing is drawn."""
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    return Progress(
        *columns,
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
