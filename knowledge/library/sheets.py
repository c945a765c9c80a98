"""Review sheets as YAML files beside their documents: letter.docx -> letter.docx.review.yaml."""

from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import ReviewFault
from knowledge.facts.sheets import Sheet, sheet_of
from knowledge.glossary import Document, Findings

SUFFIX = ".review.yaml"
_LONGEST = 8 * 1024 * 1024  # bytes: ten times the sheet of a letter with 2,000 facts
_HEAD = """\
# 核对单：对“{name}”的理解。改好后再收一次：python bot.py ingest “{sheet}”，以改后的为准。
# 可以改值、删条目、加条目；新加的条目要有 quote，必须是原文里的一句话（at 不用写，也不要改）。
# 改了时限的文字（words）而没改日期，日期会重新推算。核对过的 warnings 可以删去。
"""


def is_sheet(path: Path) -> bool:
    """Whether a file is a review sheet, by its name."""
    return path.name.endswith(SUFFIX)


def write_sheet(path: Path, document: Document, findings: Findings) -> Path:
    """Write the sheet of a document beside its file. Raises ReviewFault where one lies there."""
    sheet = path.with_name(path.name + SUFFIX)
    words = yaml.safe_dump(
        sheet_of(findings, document), allow_unicode=True, sort_keys=False, width=100
    )
    try:
        with sheet.open("x", encoding="utf-8") as file:
            file.write(_HEAD.format(name=document.name, sheet=sheet.name) + words)
    except FileExistsError:
        raise ReviewFault("核对单已经有了，没有改写；要重写请先移走", place=str(sheet)) from None
    except OSError as error:
        raise ReviewFault(f"核对单写不出来（{error.strerror}）", place=str(sheet)) from None
    return sheet


def read_sheet(path: Path) -> Sheet:
    """The sheet of a file. Raises ReviewFault."""
    try:
        if path.stat().st_size > _LONGEST:
            raise ReviewFault("核对单太大")
        sheet: Any = yaml.safe_load(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewFault(f"核对单读不出来（{type(error).__name__}）") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise ReviewFault(f"核对单不是正确的 YAML：{_where(error)}") from None
    if not isinstance(sheet, dict) or not isinstance(sheet.get("sha256"), str):
        raise ReviewFault("核对单里没有 sha256，认不出是哪个文件的")
    return sheet


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"第 {mark.line + 1} 行" if mark else "嵌套过深"
