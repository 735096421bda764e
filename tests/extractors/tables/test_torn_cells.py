"""Texts set beside several rows whose lines fell into rows of their own."""

from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.torn_cells import with_whole_cells
from tests.layout_builders import LEFT, set_line

STEP = 14.0


def _grid(rows: list[list[str]], step: float = STEP) -> DraftGrid:
    cells = []
    for row, texts in enumerate(rows):
        for col, text in enumerate(texts):
            y = 100 + step * row
            lines = (set_line(text, LEFT + 150 * col, y),) if text else ()
            cells.append(DraftCell(row, col, 1, 1, Box(LEFT + 150 * col, y - 10, LEFT + 150 * (col + 1), y), lines))
    box = Box(LEFT, 90, LEFT + 300, 100 + step * len(rows))
    return DraftGrid(1, box, tuple(cells), len(rows), 2, edges=(LEFT, LEFT + 150, LEFT + 300), header_rows=1)


def _first_column(grid: DraftGrid) -> list[tuple[int, int, str]]:
    cells = sorted((c for c in with_whole_cells(grid).cells if c.col == 0), key=lambda c: c.row)
    return [(c.row, c.row_span, " ".join(line.text for line in c.lines)) for c in cells]


def test_a_text_that_goes_on_where_another_begins_beside_is_one_cell():
    grid = _grid([["Mål", "Åtgärd"], ["Alla har en", "Starta kör"], ["vän att ringa", "Utbilda"], ["Färre", "Öppna"]])

    assert _first_column(grid) == [(0, 1, "Mål"), (1, 2, "Alla har en vän att ringa"), (3, 1, "Färre")]


def test_a_text_may_be_torn_twice():
    grid = _grid([["Mål", "Åtgärd"], ["Fler", "Dans"], ["Alla", "Kör"], ["har vän", "Jour"], ["nära", "Kurs"]])

    assert _first_column(grid)[-1] == (2, 3, "Alla har vän nära")


def test_rows_that_both_columns_go_on_in_are_left_to_their_doubt():
    rows = [["Mål", "Åtgärd"], ["Alla har en", "Starta en kör i"], ["vän att ringa", "biblioteket"], ["Färre", "Öppna"]]

    assert [row for row, _, _ in _first_column(_grid(rows))] == [0, 1, 2, 3]


def test_a_column_in_lower_case_is_not_torn():
    rows = [["Mål", "Åtgärd"], ["fler vågar", "Kör"], ["fler hittar", "Jour"], ["färre oroas", "Kurs"]]

    assert [row for row, _, _ in _first_column(_grid(rows))] == [0, 1, 2, 3]


def test_texts_far_apart_are_not_one():
    rows = [["Mål", "Åtgärd"], ["Alla har en", "Starta kör"], ["vän att ringa", "Utbilda"], ["Färre", "Öppna"]]

    assert [row for row, _, _ in _first_column(_grid(rows, step=60))] == [0, 1, 2, 3]
