"""The ledger out and in: xlsx and csv with the column names of the field.

Out: every cell that a spreadsheet would take for a formula is made harmless. In: rows are found
by their 编号; 状态, 进展 and, for 顺延, 完成时限 that differ are entered as changes of the one who
imports, and each row that cannot be taken says why.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.errors import AssistantError
from assistant.glossary import Account, Attachment
from assistant.reminders import phrasing
from assistant.reminders.figures import reported
from assistant.reminders.ledger import Entry, Ledger, Verdict
from assistant.reminders.states import State

COLUMNS = (
    "编号",
    "函件",
    "代表",
    "承办单位",
    "承诺事项",
    "责任单位",
    "完成时限",
    "进展",
    "状态",
    "销号",
    "备注",
    "佐证",
)
WIDTHS = (6, 34, 12, 20, 48, 26, 22, 40, 12, 6, 20, 24)
RISKY = ("=", "+", "-", "@", "\t", "\r")
MOST_ROWS = 20_000
MOST_BYTES = 50 << 20  # inflated; a ledger of 20,000 rows has a tenth of it
# what a damaged workbook makes openpyxl and the libraries below it raise; broken XML is a
# SyntaxError
BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    SyntaxError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Imported:
    """导入结果: how many rows changed something, and a sentence for each that could not be taken."""

    changed: int = 0
    faults: list[str] = field(default_factory=list)


def harmless(cell: str) -> str:
    """ "=1+1" -> "'=1+1": text that a spreadsheet would calculate is kept text."""
    return f"'{cell}" if cell.startswith(RISKY) else cell


def rows(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """The ledger as the office keeps it, under its own column names."""
    return [tuple(harmless(cell) for cell in _row(entry)) for entry in entries]


def as_csv(entries: Sequence[Entry]) -> bytes:
    """UTF-8 with a mark at the head, so that Excel shows Chinese."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows(entries)])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """A workbook with one sheet, its head row fixed."""
    import openpyxl  # 0.2 s and 30 MB, for those who ask for a workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "承诺台账"
    for row in (COLUMNS, *rows(entries)):
        sheet.append(row)
    for number, width in enumerate(WIDTHS):
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_rows(file: Attachment) -> list[dict[str, str]]:
    """The rows of an xlsx or csv file by column name; by content, whatever the name."""
    grid = _xlsx_grid(file.content) if file.content[:2] == b"PK" else _csv_grid(file.content)
    for number, cells in enumerate(grid):
        if "编号" in cells and len(set(cells) & set(COLUMNS)) > 1:
            return [dict(zip(cells, row, strict=False)) for row in grid[number + 1 :] if any(row)]
    raise AssistantError("看不出台账：表头须有“编号”和“状态”等列，可先导出一份作样张。")


def take_in(ledger: Ledger, actor: Account, file: Attachment, today: date) -> Imported:
    """Enter what differs from the ledger."""
    entries = {str(entry.number): entry for entry in ledger.entries()}
    result, changed = Imported(), 0
    for number, row in enumerate(read_rows(file), start=2):
        entry = entries.get(row.get("编号", "").lstrip("'"))
        if entry is None:
            result.faults.append(f"第 {number} 行：台账中没有编号“{row.get('编号', '')}”。")
            continue
        try:
            for _ in _taken(ledger, actor, entry, row, today):
                changed += 1
        except AssistantError as error:
            result.faults.append(f"第 {number} 行：{error}")
    return Imported(changed, result.faults)


def _taken(
    ledger: Ledger, actor: Account, entry: Entry, row: dict[str, str], today: date
) -> Iterator[None]:
    """One row: a figure and a state that differ are entered; what stands as it was changes nothing."""
    cells = {name: cell.strip().lstrip("'") for name, cell in row.items()}
    figure = cells.get("进展", "")
    if figure and figure != _progress_words(entry):
        said, known = reported(figure, entry, today), entry.progress
        if not known or (known.value, known.as_of) != said[:2]:
            ledger.report(actor, entry, *said)
            yield
    if (state := _state(cells, entry)) is None:
        return
    day = _date(cells.get("完成时限", "")) if state is State.POSTPONED else None
    if state is not entry.standing.state or (day and day != entry.standing.deadline):
        note = cells.get("备注", "") or "由台账导入"
        ledger.decide(actor, entry, Verdict(state, note, cells.get("佐证", ""), None, day))
        yield


def _state(cells: dict[str, str], entry: Entry) -> State | None:
    """The state of the row; 销号 alone says 已兑现 too."""
    words = cells.get("状态", "")
    if words and words not in tuple(State):
        raise AssistantError(f"没有“{words}”这个状态；可写{'、'.join(State)}。")
    if cells.get("销号") == "是" and words in ("", entry.standing.state):
        return State.DONE
    return State(words) if words else None


def _progress_words(entry: Entry) -> str:
    return phrasing.progress(entry) or entry.commitment.progress or ""


def _row(entry: Entry) -> Iterator[str]:
    letter, change = entry.head.letter, entry.standing.change
    yield str(entry.number)
    yield letter.title or entry.head.name
    yield "、".join(letter.addressees)
    yield letter.agency or ""
    yield entry.commitment.text.strip()
    yield phrasing.unit(entry)
    yield phrasing.when(entry)
    yield _progress_words(entry)
    yield entry.standing.state.value
    yield "是" if entry.standing.state is State.DONE else "否"
    yield change.note if change else ""
    yield (change.evidence or (f"文件{change.file}" if change.file else "")) if change else ""


def _csv_grid(content: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise AssistantError("读不出文件：请存为 UTF-8 的 csv 或 xlsx。")
    grid = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text))]
    return _limited(grid)


def _xlsx_grid(content: bytes) -> list[list[str]]:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise AssistantError("这份 xlsx 展开后过大，不能导入。")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        found = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=40, values_only=True)
        grid = [["" if cell is None else str(cell).strip() for cell in row] for row in found]
        book.close()
    except BROKEN as error:
        raise AssistantError("读不出这份 xlsx 文件，可能已损坏。") from error
    return _limited(grid)


def _limited(grid: list[list[str]]) -> list[list[str]]:
    if len(grid) > MOST_ROWS:
        raise AssistantError(f"一次最多导入 {MOST_ROWS} 行。")
    return grid


def _date(words: str) -> date | None:
    """The last date written in the cell: "2022年12月底（2022-12-31），顺延至 2023-06-30"."""
    for piece in reversed(words.replace("/", "-").replace("（", " ").replace("）", " ").split()):
        try:
            return date.fromisoformat(piece[:10])
        except ValueError:
            continue
    return None
