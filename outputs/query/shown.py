"""Queries and their answers as they are shown in a terminal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl
from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from outputs.number_form import swedish_number
from outputs.query.catalogue import ReadyQuery, View
from outputs.summary import shown

_ENOUGH = 14
"""Letters of a column that a reader needs side by side; what is longer is folded."""


def queries_list(queries: Sequence[ReadyQuery], views: Sequence[View]) -> RenderableType:
    """The ready queries and the views that queries of one's own can build on."""
    named = Table(title="Färdiga frågor (ready queries)", title_justify="left", box=box.SIMPLE_HEAD, show_header=False)
    for query in queries:
        named.add_row(query.name, f"{query.title_sv}\n{query.title_en}")
    built = Table(title="Vyer (views)", title_justify="left", box=box.SIMPLE_HEAD, show_header=False)
    for view in views:
        built.add_row(view.name, f"{view.about_sv}\n{view.about_en}")
    beside = Text(
        "Dessutom datamängdens alla tabeller under sina namn, och municipalities, counties, grants, inhabitants.\n"
        "Besides these every table of the dataset by its name, and municipalities, counties, grants, inhabitants."
    )
    return Group(named, built, beside)


def query_explained(query: ReadyQuery) -> str:
    """What a ready query answers, as comments, and its SQL: it can be pasted as it is."""
    said = (query.title_sv, query.title_en, query.about_sv, query.about_en)
    return "".join(f"-- {line}\n" for line in said) + f"\n{query.sql};\n"


def answer_table(frame: pl.DataFrame, most: int) -> RenderableType:
    """The first rows of an answer, and how many more there are: a table, or where that is too wide a list.

    A column that says the same throughout is said once, above the rows; so are those that are empty.
    """
    same = [name for name in frame.columns if frame.height > 1 and frame[name].n_unique() == 1]
    empty = [name for name in same if frame[name].null_count()]
    said = [f"{name}: {_told(name, frame[name][0])}" for name in same if name not in empty]
    notes = [f"{swedish_number(frame.height)} rader (rows)"]
    if frame.height > most:
        notes.append(f"de första {swedish_number(most)} visas (the first are shown): --limit, --to")
    if empty:
        notes.append(f"tomma kolumner (empty columns): {', '.join(empty)}")
    above = [Text(" · ".join(said))] if said else []
    return Group(*above, _Rows(frame.drop(same).head(most)), Text("; ".join(notes)))


@dataclass(frozen=True)
class _Rows:
    """Rows as a table where the console is wide enough for it, else one value a line."""

    frame: pl.DataFrame

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        needed = sum(min(_width(self.frame[name]), _ENOUGH) + 2 for name in self.frame.columns)
        yield self._table() if needed <= options.max_width else self._list()

    def _table(self) -> RenderableType:
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for name, dtype in self.frame.schema.items():
            is_number = dtype.is_numeric()
            least = min(_width(self.frame[name]), _ENOUGH)
            table.add_column(
                Text(name),
                justify="right" if is_number else "left",
                overflow="fold",
                no_wrap=is_number,
                min_width=least,
            )
        for row in self.frame.iter_rows(named=True):
            table.add_row(*(Text(_told(name, value)) for name, value in row.items()))
        return table

    def _list(self) -> RenderableType:
        table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
        for row in self.frame.iter_rows(named=True):
            for name, value in row.items():
                if value is not None:
                    table.add_row(Text(name, style="dim"), Text(_told(name, value)))
            table.add_row()
        return table


def _width(column: pl.Series) -> int:
    """Letters that a column needs on one line."""
    return max([len(column.name), *(len(_told(column.name, value)) for value in column)])


def _told(name: str, value: Any) -> str:
    """A value as Swedish readers write it; years and codes are not grouped."""
    match value:
        case None:
            return ""
        case bool() | float() | date() | datetime():
            return str(value)
        case Decimal():
            return swedish_number(value)
        case int():
            return str(value) if name == "year" or name.endswith("_year") else swedish_number(value)
        case _:
            return shown(str(value))
