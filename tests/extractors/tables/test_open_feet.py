"""A row that no rule closes at its page's foot."""

from collections.abc import Sequence

import pytest

from extractors.pages.geometry import Box
from extractors.tables.draft_table import DraftTable
from extractors.tables.open_feet import is_cut_open, outer_heights
from extractors.tables.table_flow import join_tables, table_of
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import LEFT, grid_of_texts

ROWS = [["Stöd till", "x"], ["Kurser", ""], ["Vid årets början ska Granvik", "x"]]
REST = [["SIP-samordnare vara anställda", ""], ["Råd", "x"], ["Samtal", "x"]]


def part(rows: Sequence[Sequence[str]], page: int, *, top: bool, foot: bool) -> DraftTable:
    """Rows of 20 points with a rule between each two, and above the first and below the last where told."""
    grid = grid_of_texts(rows, page=page)
    heights = [100.0 + 20 * i for i in range(len(rows) + 1)]
    object.__setattr__(grid, "heights", tuple(heights[0 if top else 1 : len(rows) + foot]))
    return table_of(grid, "half_ruled", Vocabulary())


def test_a_row_that_goes_on_in_a_capital_is_whole_where_rules_close_all_others():
    table = join_tables(part(ROWS, 1, top=True, foot=False), part(REST, 2, top=False, foot=True), Vocabulary())

    assert table.n_rows == 5
    assert table.row_texts(2) == ["Vid årets början ska Granvik SIP-samordnare vara anställda", "x"]


@pytest.mark.parametrize(
    ("foot", "top", "closes"),
    [
        pytest.param(True, False, True, id="closed-at-its-foot"),
        pytest.param(False, True, True, id="closed-at-the-next-head"),
        pytest.param(False, False, False, id="rules-between-rows-only"),
    ],
)
def test_a_row_is_closed_where_a_rule_stands_or_none_ever_does(foot, top, closes):
    before, after = part(ROWS, 1, top=closes, foot=foot), part(REST, 2, top=top, foot=closes)

    assert not is_cut_open(before, after)


def test_rows_without_rules_between_them_tell_nothing():
    before, after = part(ROWS, 1, top=True, foot=False), part(REST, 2, top=False, foot=True)
    object.__setattr__(before.grids[0], "heights", (100.0, 120.0))

    assert not is_cut_open(before, after)
    assert not is_cut_open(table_of(grid_of_texts(ROWS), "ruled", Vocabulary()), after)


def test_the_heights_that_close_a_table_may_be_drawn_cell_by_cell():
    box = Box(LEFT, 100, 370, 200)
    whole, pieces = Box(LEFT, 95, 370, 95.5), [Box(x, 204, x + 99, 204.5) for x in (70.0, 170.0, 270.0)]
    short, far = Box(LEFT, 202, 130, 202.5), Box(LEFT, 230, 370, 230.5)

    assert outer_heights(box, 10, [whole, *pieces, short, far]) == [95.5, 204]
