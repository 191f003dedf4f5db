"""CSV that opens well in Excel (UTF-8 with a mark, semicolons) and in pandas, and in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MIME = "text/csv; charset=utf-8"
SEPARATOR = ";"
MARK = "\ufeff"
"""Without it Excel reads the letters of another alphabet."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins like this would be calculated by a spreadsheet; with an apostrophe before it, it is text."""

Cell = str | int | None


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The file with these columns. An empty cell is None or an empty text; numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return (MARK + out.getvalue()).encode("utf-8")


def _cell(value: Cell) -> str | int:
    if isinstance(value, int):
        return value
    text = " ".join((value or "").split())
    return f"'{text}" if text.startswith(FORMULA) else text
