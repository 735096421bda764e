"""Two ruled parts of one table, where the rows on one page do not use all its columns: a sum alone, a section."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.tables.draft_table import DraftTable

_SAME_EDGE = 3.0
"""Points within which two drawn edges are one."""


def with_all_columns(before: DraftTable, after: DraftTable) -> tuple[DraftTable, DraftTable]:
    """The two, the one whose edges are some of the other's with all of them: its cells then span columns."""
    if before.method != "ruled" or after.method != "ruled" or before.n_cols == after.n_cols:
        return before, after
    shift = before.edges[0] - after.edges[0]
    if before.n_cols > after.n_cols:
        return before, _on_edges(after, [e - shift for e in before.edges])
    return _on_edges(before, [e + shift for e in after.edges]), after


def _on_edges(table: DraftTable, edges: Sequence[float]) -> DraftTable:
    """The table with these columns' edges; as it is where it has an edge that is none of them."""
    places = [_place(edges, e) for e in table.edges]
    if None in places or places[0] != 0 or places[-1] != len(edges) - 1:
        return table
    at = [p for p in places if p is not None]
    cells = tuple(
        replace(c, col=at[c.col], col_span=at[c.col + c.col_span] - at[c.col])  # an edge ends the last column too
        for c in table.cells
    )
    return replace(table, cells=cells, n_cols=len(edges) - 1, edges=tuple(edges))


def _place(edges: Sequence[float], edge: float) -> int | None:
    """Which of the ascending edges this one is; None where it is none of them."""
    place = bisect_left(edges, edge - _SAME_EDGE)
    return place if place < len(edges) and abs(edges[place] - edge) <= _SAME_EDGE else None
