"""backup, restore, export: the data leave as easily as they came."""

import json
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from assistant.commands.house import House
from assistant.reminders import as_csv, as_xlsx, ics
from knowledge import KnowledgeError, as_json

DATABASES = ("knowledge.db", "assistant.db")


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.pass_obj
def backup(house: House, archive: Path) -> None:
    """Copy both databases, also while the assistant runs, into one .tar.gz."""
    with tempfile.TemporaryDirectory(dir=archive.resolve().parent) as folder:
        packed = Path(folder) / "backup.tar.gz"
        with tarfile.open(packed, "w:gz") as tar:
            for copy in _copies(house.folder, Path(folder)):
                tar.add(copy, copy.name)
        packed.replace(archive)  # whole, or not at all
    click.echo(f"已备份到 {archive}")


@click.command()
@click.argument("archive", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def restore(house: House, archive: Path) -> None:
    """Unpack a backup into a data folder that holds no database yet."""
    present = [name for name in DATABASES if (house.folder / name).exists()]
    if present:
        raise click.ClickException(
            f"{house.folder} 里已有 {'、'.join(present)}；请先移走，或用 --data 另指文件夹"
        )
    house.folder.mkdir(parents=True, exist_ok=True)
    # tantivy's index knows another database by its changes only; it is made again from this one.
    shutil.rmtree(house.folder / "index", ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=house.folder) as folder:
        for copy in _unpacked(archive, Path(folder)):
            _sound(copy)
            copy.replace(house.folder / copy.name)
    click.echo(f"已恢复到 {house.folder}")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export(house: House, folder: Path) -> None:
    """Write every letter's text and facts (JSON) and the ledger (xlsx, csv, ics) into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    heads = house.library.letters(superseded=True)
    for head in heads:
        document = house.library.document(head.id)
        facts = as_json(house.library.findings(head.id), document, head.reviewed)
        words = json.dumps(facts, ensure_ascii=False, indent=1)
        (folder / f"{head.code}.json").write_text(words, encoding="utf-8")
        (folder / f"{head.code}.txt").write_text(document.text, encoding="utf-8", newline="")
    entries = house.reminders.ledger.entries()
    (folder / "承诺台账.xlsx").write_bytes(as_xlsx(entries))
    (folder / "承诺台账.csv").write_bytes(as_csv(entries))
    (folder / "承诺时限.ics").write_bytes(ics(entries, house.clock()))
    click.echo(f"已导出 {len(heads)} 件、台账 {len(entries)} 项到 {folder}")


def _copies(data: Path, folder: Path) -> Iterator[Path]:
    """Consistent copies of the databases: VACUUM INTO sees one state while others write."""
    for name in DATABASES:
        if (data / name).exists():
            copy = folder / name
            with closing(sqlite3.connect(data / name)) as source:
                source.execute("VACUUM INTO ?", (str(copy),))
            yield copy


def _unpacked(archive: Path, folder: Path) -> list[Path]:
    try:
        with tarfile.open(archive, "r:gz") as tar:
            members = [member for member in tar.getmembers() if member.name in DATABASES]
            tar.extractall(folder, members, filter="data")
    except (tarfile.TarError, OSError, EOFError) as error:
        raise click.ClickException(f"{archive} 不是完整的备份（{error}）") from None
    if not members:
        raise click.ClickException(f"{archive} 里没有本程序的数据库")
    return [folder / member.name for member in members]


def _sound(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as database:
            found = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise KnowledgeError(f"备份里的 {path.name} 已损坏（{found}）")
