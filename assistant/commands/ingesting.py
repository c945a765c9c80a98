"""ingest: files and folders into the library, with a summary of what was understood."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from assistant.commands.house import House
from assistant.commands.summary import summary
from knowledge import Arrival, KnowledgeError, as_json

SKIPPED = {".yaml", ".yml"}  # mappings and corrections that stand beside documents


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="store nothing")
@click.option("--json", "json_wanted", is_flag=True, help="print the facts as JSON")
@click.pass_obj
def ingest(house: House, paths: tuple[Path, ...], dry_run: bool, json_wanted: bool) -> None:
    """Read letters and tables and show what was understood."""
    files = list(_files(paths))
    if not dry_run:
        house.library.settle()  # a new folder takes only what it is given
    arrivals, faults = _take_in(house, files, dry_run)
    if json_wanted:
        objects = [as_json(a.findings, a.document) for a in arrivals]
        shown = objects[0] if len(files) == 1 and objects else objects
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        for arrival in arrivals:
            click.echo(summary(arrival))
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        click.echo(f"共 {len(files)} 个文件，{len(faults)} 个没有读成。", err=True)
        sys.exit(1)


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file())
            yield from (p for p in inside if p.suffix not in SKIPPED and p.name[0] != ".")
        else:
            yield path


def _take_in(house: House, files: list[Path], dry_run: bool) -> tuple[list[Arrival], list[str]]:
    arrivals: list[Arrival] = []
    faults: list[str] = []
    take = house.library.look_at_all if dry_run else house.library.ingest_all
    bar = Console(stderr=True)
    hidden = len(files) < 5 or not bar.is_terminal
    outcomes = take(files, house.limits)
    for path, outcome in track(
        outcomes, "读取", total=len(files), console=bar, disable=hidden, transient=True
    ):
        if isinstance(outcome, KnowledgeError):
            faults.append(f"{path}：{outcome}")
        else:
            arrivals.append(outcome)
    return arrivals, faults
