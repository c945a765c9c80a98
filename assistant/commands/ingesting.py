"""ingest: files and folders into the library, with a summary of what was understood."""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from assistant.commands.house import House
from assistant.commands.summary import outcome_of, summary
from assistant.storage import is_held
from knowledge import Arrival, KnowledgeError, as_json

SHEETS = ".review.yaml"  # read after the documents they correct
BESIDE = {".yaml", ".yml"}  # mappings that stand beside tables and are read with them
BAR_FROM = 5  # files
COURTESY = 10  # of 19


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="store nothing")
@click.option("--json", "json_wanted", is_flag=True, help="print the facts as JSON")
@click.option("--review", is_flag=True, help="write FILE.review.yaml to correct and ingest again")
@click.pass_obj
def ingest(
    house: House, paths: tuple[Path, ...], dry_run: bool, json_wanted: bool, review: bool
) -> None:
    """Read letters and tables and show what was understood."""
    if is_held(house.folder):
        os.nice(COURTESY)  # people who ask meanwhile go first
    files = [*_files(paths)]
    if not dry_run:
        house.library.settle()  # a new folder takes only what it is given
    faults: list[str] = []
    arrived = _arrived(house, files, dry_run, faults)
    if not dry_run:
        arrived = _noted(house, arrived)
    if review:
        arrived = _with_sheets(house, arrived, faults)
    if json_wanted:
        _print_json((arrival for _, arrival in arrived), one=len(files) == 1)
    else:
        _print_summaries((arrival for _, arrival in arrived), one=len(files) == 1)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        click.echo(f"共 {len(files)} 个文件，{len(faults)} 个没有读成。", err=True)
    if faults or not files:
        sys.exit(1)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files, those of folders in the order of their names; review sheets last."""
    found = [file for path in paths for file in _inside(path)]
    if not found:
        click.echo("没有可读的文件。", err=True)
    yield from sorted(dict.fromkeys(found), key=lambda path: path.name.endswith(SHEETS))


def _inside(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return [path]
    inside = (file for file in sorted(path.rglob("*")) if file.is_file() and file.name[0] != ".")
    return (f for f in inside if f.suffix not in BESIDE or f.name.endswith(SHEETS))


def _arrived(
    house: House, files: list[Path], dry_run: bool, faults: list[str]
) -> Iterator[tuple[Path, Arrival]]:
    take = house.library.look_at_all if dry_run else house.library.ingest_all
    bar = Console(stderr=True)
    hidden = len(files) < BAR_FROM or not bar.is_terminal
    outcomes = take(files, house.limits)
    for path, outcome in track(
        outcomes, "读取", total=len(files), console=bar, disable=hidden, transient=True
    ):
        if isinstance(outcome, KnowledgeError):
            faults.append(f"{path}：{outcome}")
        else:
            yield path, outcome


def _noted(house: House, arrived: Iterable[tuple[Path, Arrival]]) -> Iterator[tuple[Path, Arrival]]:
    """Each letter that came in or was corrected, into the audit log."""
    for path, arrival in arrived:
        if not arrival.known:
            action = "letter.correct" if path.name.endswith(SHEETS) else "letter.take"
            house.people.audit.note(house.operator.id, action, f"letter:{arrival.letter_id}")
        yield path, arrival


def _with_sheets(
    house: House, arrived: Iterable[tuple[Path, Arrival]], faults: list[str]
) -> Iterator[tuple[Path, Arrival]]:
    for path, arrival in arrived:
        if not path.name.endswith(SHEETS):
            try:
                sheet = house.library.write_sheet(path, arrival)
                click.echo(f"核对单：{sheet}", err=True)
            except KnowledgeError as error:
                faults.append(str(error))
        yield path, arrival


def _print_json(arrivals: Iterable[Arrival], one: bool) -> None:
    """One object for one file, a list for several, each written as soon as it is read."""
    objects = (_object(arrival) for arrival in arrivals)
    if one:
        click.echo("".join(objects) or "[]")
        return
    click.echo("[")
    for at, words in enumerate(objects):
        click.echo(f"{',' if at else ''}{words}")
    click.echo("]")


def _object(arrival: Arrival) -> str:
    facts = as_json(arrival.findings, arrival.document, reviewed=arrival.reviewed)
    return json.dumps(facts, ensure_ascii=False, indent=1)


def _print_summaries(arrivals: Iterable[Arrival], one: bool) -> None:
    """The summaries once the bar has gone; of several files also how many came to what."""
    said, outcomes = [], Counter[str]()
    for arrival in arrivals:
        said.append(summary(arrival))
        outcomes[outcome_of(arrival)] += 1
    for words in said:
        click.echo(words)
    if said and not one:
        click.echo("、".join(f"{words} {count} 件" for words, count in outcomes.items()) + "。")
