"""Separated values (.csv, and texts that are nothing else) -> Document with one table."""

import csv
import io

from knowledge.errors import UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.drafting import Box, Draft
from knowledge.reading.limits import Limits

_SIGNS = ",;\t|，；"
_HEAD = 50  # lines looked at


def looks_separated(name: str, text: str) -> bool:
    """Whether a text is a table of values: by its suffix, or by the same commas in every line.

    "编号,事项,时限\\n1,植树,6月底\\n2,修路,年底" -> True; a letter with some commas -> False.
    """
    lines = [line for line in text.splitlines() if line.strip()][:_HEAD]
    if name.lower().endswith((".csv", ".tsv")):
        return any(sign in line for sign in _SIGNS for line in lines)
    counts = {line.count(",") for line in lines}
    return len(lines) > 2 and len(counts) == 1 and counts.pop() > 1


def read_separated(name: str, content: bytes, text: str, limits: Limits) -> Document:
    """The document of separated values; lines before and after the table are paragraphs."""
    sign = _sign(text)
    draft = Draft(limits)
    grid: list[list[Box]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=sign):
            grid.append([Box(cell) for cell in row])
            draft.reserve(len(row))
    except csv.Error as error:
        raise UnreadableFile("表格的分隔或引号有错，读不出来") from error
    draft.table(grid)
    return draft.document(name, content, "csv")


def _sign(text: str) -> str:
    """The separator: the sign that stands equally often in most lines, rather more than less."""
    lines = [line for line in text.splitlines() if line.strip()][:_HEAD]

    def fitness(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines if sign in line]
        usual = max(set(counts), key=counts.count, default=0)
        return counts.count(usual) if usual else 0, usual

    return max(_SIGNS, key=fitness)
