"""Frames as sheets of an Excel workbook: typed cells, a head that stays in sight, a filter on each column.

What a sheet cannot hold is not left out in silence: rows beyond Excel's last go on in a further sheet, and of a text or
number that is longer than a cell can be the writer says where it was cut or written as text.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter

MOST_ROWS = 1_048_576
"""Rows of a sheet, its head included (Microsoft: Excel specifications and limits)."""
LONGEST_TEXT = 32_767
"""Letters in a cell, by the same."""
MOST_DIGITS = 15
"""Digits of a number that Excel keeps, by the same; longer ones are written as text."""
MOST_LINKS = 65_530
"""Links in a sheet, by the same; rows beyond have none."""
CUT = " […]"
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own time has no zone; always the same, so the bytes are
_SHEET_NAME = 31
_WIDE = 40
_NARROWEST, _WIDEST = 8, 60
"""Column widths, in letters; a text column wider than _WIDE is wrapped."""
_MEASURED = 200
"""Rows that a column's width is measured on."""
_FORMATS: Mapping[str, str] = {
    "decimal": "#,##0.00;[Red]-#,##0.00",
    "date": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm:ss",
}


@dataclass(frozen=True)
class Sheet:
    """One sheet. headings: column -> its heading, in order; without them every column under its own name. links: column
    -> what a row's cell in it leads to, an address beside the workbook or on the web; None where nowhere.
    """

    name: str
    frame: pl.DataFrame
    headings: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Callable[[Mapping[str, Any]], str | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class NotWhole:
    """A cell that does not hold what the dataset does: its text was cut, or its number stands as text."""

    sheet: str
    cell: str
    column: str
    why: str


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> tuple[NotWhole, ...]:
    """Write the sheets in their order; gives the cells that are not whole. Raises OSError.

    A document's words stay words: nothing is taken for a formula or a link. The same sheets give the same bytes.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    not_whole: list[NotWhole] = []
    with xlsxwriter.Workbook(path, options) as workbook:
        workbook.set_properties({"created": _CREATED})
        formats = {name: workbook.add_format({"num_format": form, "valign": "top"}) for name, form in _FORMATS.items()}
        formats["head"] = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        formats["wrapped"] = workbook.add_format({"text_wrap": True, "valign": "top"})
        formats["plain"] = workbook.add_format({"valign": "top"})
        formats["link"] = workbook.add_format({"font_color": "blue", "underline": 1, "valign": "top"})
        for sheet in sheets:
            for name, frame in _parts(sheet):
                worksheet = workbook.add_worksheet(name)
                not_whole += _fill(worksheet, name, sheet, frame, formats)
    return tuple(not_whole)


def _parts(sheet: Sheet) -> Iterator[tuple[str, pl.DataFrame]]:
    """The sheets that hold all of the rows, each with its name."""
    headings = sheet.headings or {name: name for name in sheet.frame.columns}
    shown = sheet.frame.select(*headings, *(c for c in sheet.frame.columns if sheet.links and c not in headings))
    room = MOST_ROWS - 1
    for number in range(max(1, math.ceil(shown.height / room))):
        ending = f" ({number + 1})" if number else ""
        yield sheet.name[: _SHEET_NAME - len(ending)] + ending, shown.slice(number * room, room)


def _fill(
    worksheet: Any, name: str, sheet: Sheet, frame: pl.DataFrame, formats: Mapping[str, Any]
) -> Iterator[NotWhole]:
    headings = list((sheet.headings or {name: name for name in frame.columns}).items())
    for place, (column, heading) in enumerate(headings):
        width = _width(frame[column], heading)
        is_wrapped = frame.schema[column] == pl.String and width >= _WIDE
        worksheet.set_column(place, place, width, formats["wrapped" if is_wrapped else "plain"])
        worksheet.write_string(0, place, heading, formats["head"])
    worksheet.freeze_panes(1, 0)
    if headings:
        worksheet.autofilter(0, 0, frame.height, len(headings) - 1)
    for number, row in enumerate(frame.iter_rows(named=True), start=1):
        for place, (column, _) in enumerate(headings):
            link = sheet.links[column](row) if column in sheet.links and number <= MOST_LINKS else None
            why = (
                _write_link(worksheet, number, place, link, str(row[column]), formats)
                if link
                else _write(worksheet, number, place, row[column], formats)
            )
            if why:
                yield NotWhole(name, xlsxwriter.utility.xl_rowcol_to_cell(number, place), column, why)


def _write_link(worksheet: Any, row: int, place: int, link: str, text: str, formats: Mapping[str, Any]) -> str | None:
    worksheet.write_url(row, place, link, formats["link"], text)
    return None


def _write(worksheet: Any, row: int, place: int, value: Any, formats: Mapping[str, Any]) -> str | None:
    """Write one cell by its value's type; gives why it is not whole, where it is not."""
    match value:
        case None:
            return None
        case bool():
            worksheet.write_boolean(row, place, value)
        case Decimal() | int():
            if _digits(value) > MOST_DIGITS:
                worksheet.write_string(row, place, f"{value:f}" if isinstance(value, Decimal) else str(value))
                return f"mer än {MOST_DIGITS} siffror, skrivet som text (more than {MOST_DIGITS} digits, as text)"
            worksheet.write_number(row, place, value, formats["decimal"] if isinstance(value, Decimal) else None)
        case float() if math.isfinite(value):
            worksheet.write_number(row, place, value)
        case datetime():
            worksheet.write_datetime(row, place, _without_zone(value), formats["time"])
        case date():
            worksheet.write_datetime(row, place, value, formats["date"])
        case _:
            text = str(value)
            worksheet.write_string(row, place, text if len(text) <= LONGEST_TEXT else _cut(text))
            if len(text) > LONGEST_TEXT:
                return f"{len(text)} tecken, mer än en cell rymmer: avkortat ({len(text)} letters: cut)"
    return None


def _cut(text: str) -> str:
    return text[: LONGEST_TEXT - len(CUT)] + CUT


def _digits(value: Decimal | int) -> int:
    """Digits of a number from its first to its last that is not naught."""
    return len(Decimal(value).normalize().as_tuple().digits)


def _without_zone(value: datetime) -> datetime:
    """Excel knows no time zones: the time in UTC."""
    return value if value.tzinfo is None else value.astimezone(UTC).replace(tzinfo=None)


def _width(column: pl.Series, heading: str) -> int:
    """Letters that a column needs, by its heading and its first rows."""
    lengths = column.head(_MEASURED).cast(pl.String).str.len_chars()
    longest = lengths.max()
    needed = max((len(line) for line in heading.split()), default=0) + 3
    return min(_WIDEST, max(_NARROWEST, needed, int(longest) + 2 if isinstance(longest, int) else 0))
