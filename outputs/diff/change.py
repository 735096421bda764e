"""One difference, as a row that can be listed, counted and written."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Literal

import polars as pl

What = Literal["document", "goal", "activity", "indicator", "amount", "finding"]
How = Literal["added", "dropped", "reworded", "changed", "new_version", "retired", "returned"]
"""retired: the file is gone and its rows are kept; returned: it is back."""


@dataclass(frozen=True)
class Change:
    """What is different and how; document: the file's name in the later state, or in the earlier where it is gone.

    before and after: the text or the number on each side, None where there is none. detail: what else is another, as
    `column: before -> after`, parted by semicolons. likeness: of a reworded text, 0 to 100.
    """

    what: What
    how: How
    document: str
    before: str | None = None
    after: str | None = None
    page_before: int | None = None
    page_after: int | None = None
    detail: str | None = None
    likeness: float | None = None


_TYPES: dict[str, pl.DataType] = {"page_before": pl.Int64(), "page_after": pl.Int64(), "likeness": pl.Float64()}


def change_frame(changes: Iterable[Change]) -> pl.DataFrame:
    """The changes as a frame, in their order, also where there are none."""
    schema = {column.name: _TYPES.get(column.name, pl.String()) for column in fields(Change)}
    return pl.DataFrame([asdict(change) for change in changes], schema=schema)
