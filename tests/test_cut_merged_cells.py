"""A cell over several rows that the page break cut, beside rows that are whole on both pages."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.tables.draft_table import DraftTable
from extractors.tables.table_blocks import finish
from extractors.tables.table_flow import join_tables, table_of
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import grid_of_texts

_HEAD = ["Mål", "Aktivitet", "Ansvarig"]
_ROWS = [["Trygga skolor", "Öppna ett elevkafé", "Rektor"], ["", "Utbilda mentorer", "Rektor"]]
_LAST = ["Alla vet vart de ska", "Öppna en jour", "Omsorgen"]


def part(rows: Sequence[Sequence[str]], *, page: int = 1, merged: int | None = None) -> DraftTable:
    """merged: a row whose first cell goes over the next one too."""
    table = table_of(grid_of_texts(rows, page=page, bold_rows=int(page == 1)), "ruled", Vocabulary())
    cells = [replace(c, row_span=2) if (c.row, c.col) == (merged, 0) else c for c in table.cells]
    return replace(table, cells=tuple(c for c in cells if merged is None or (c.row, c.col) != (merged + 1, 0)))


@pytest.mark.parametrize(
    ("rest", "merged", "column"),
    [
        (["vända sig", "Utbilda lotsar", "Kommunen"], 1, ["Alla vet vart de ska vända sig", ""]),
        (["Vända blad", "Utbilda lotsar", "Kommunen"], 1, ["Alla vet vart de ska", "Vända blad"]),
        (["vända sig", "Utbilda lotsar", "Kommunen"], None, ["Alla vet vart de ska", "vända sig"]),
        (["vända sig", "lotsar i länet", "Kommunen"], 1, ["Alla vet vart de ska", "vända sig"]),
    ],
    ids=["goes-on", "a-capital", "no-merged-cells", "a-row-in-lower-case"],
)
def test_the_text_of_a_merged_cell_goes_on_where_it_began(rest, merged, column):
    first = part([_HEAD, *_ROWS, _LAST], merged=merged)

    grid = finish(
        join_tables(first, part([rest, ["Fler i arbete", "Starta en bod", "Regionen"]], page=2), Vocabulary())
    ).grid()

    assert [row[0] for row in grid[3:5]] == column
    assert [row[1:] for row in grid[3:5]] == [_LAST[1:], rest[1:]]
