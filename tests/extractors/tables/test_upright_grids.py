"""Grids of which only the columns are drawn: what heads them and what their rows are is told by their text."""

from dataclasses import replace

from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.upright_grids import with_undrawn_rows
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from tests.layout_builders import MEASURES, set_line

EDGES = (70.0, 250.0, 350.0, 450.0)
HEADS = ("", "Kvinnor", "Män")


def drawn(rows: list[tuple[str, str, str]], *, color: str = "0 91 127 255", upright: bool = True) -> DraftGrid:
    """One drawn row that holds all of these, the first of them in a colour."""
    cells = []
    for col, texts in enumerate(zip(*rows, strict=True)):
        lines = [set_line(text, EDGES[col] + 4, 100 + 15 * i) for i, text in enumerate(texts) if text]
        if texts[0]:
            lines[0] = Line(tuple(replace(word, color=color) for word in lines[0].words))
        cells.append(DraftCell(0, col, 1, 1, Box(EDGES[col], 85, EDGES[col + 1], 85 + 15 * len(rows)), tuple(lines)))
    box = Box(EDGES[0], 85, EDGES[-1], 85 + 15 * len(rows))
    return DraftGrid(1, box, tuple(cells), 1, 3, EDGES, upright=upright)


def texts(grid: DraftGrid) -> list[list[str]]:
    found = [["" for _ in range(grid.n_cols)] for _ in range(grid.n_rows)]
    for cell in grid.cells:
        found[cell.row][cell.col] = cell.text(Vocabulary())
    return found


def test_one_row_below_its_heads_is_parted_from_them():
    grid = with_undrawn_rows(drawn([HEADS, ("Kuratorer", "2", "0")]), MEASURES)

    assert texts(grid) == [["", "Kvinnor", "Män"], ["Kuratorer", "2", "0"]]
    assert (grid.header_rows, grid.edges) == (1, EDGES)


def test_rows_with_an_empty_cell_each_are_parted():
    rows = [("Insats", "Kommunen", "Regionen"), ("Kurser", "5 000", ""), ("Samtal", "", "7 500"), ("Råd", "", "900")]

    assert texts(with_undrawn_rows(drawn(rows), MEASURES)) == [list(row) for row in rows]


def test_text_in_drawn_columns_stays_whole():
    grid = drawn([("Stöd till unga", "i skolan", ""), ("och deras", "och", ""), ("föräldrar.", "hemma.", "")], color="")

    assert with_undrawn_rows(grid, MEASURES) is grid


def test_a_row_enclosed_by_lines_is_left_as_it_is_drawn():
    grid = drawn([HEADS, ("Kuratorer", "2", "0")], upright=False)

    assert with_undrawn_rows(grid, MEASURES) is grid


def further_page(*, second_label: str = "Råd till anhöriga") -> DraftGrid:
    """Rows without a head, the second 30 points below the first."""
    texts = (
        [("Stöd till unga", 100), ("i skolan", 113), (second_label, 143)],
        [("Samtal i grupp", 100), ("och enskilt", 113), ("Kurser och", 143), ("träffar", 156)],
        [("Elevhälsan", 100), ("Socialtjänsten", 143)],
    )
    cells = [
        DraftCell(0, c, 1, 1, Box(a, 85, b, 170), tuple(set_line(text, a + 4, y) for text, y in held if text))
        for c, (held, a, b) in enumerate(zip(texts, EDGES, EDGES[1:], strict=False))
    ]
    return DraftGrid(1, Box(EDGES[0], 85, EDGES[-1], 170), tuple(cells), 1, 3, EDGES, upright=True)


def test_rows_without_a_head_are_parted_by_white_over_all_columns():
    assert texts(with_undrawn_rows(further_page(), MEASURES)) == [
        ["Stöd till unga i skolan", "Samtal i grupp och enskilt", "Elevhälsan"],
        ["Råd till anhöriga", "Kurser och träffar", "Socialtjänsten"],
    ]


def test_what_has_no_label_begins_no_row_by_white():
    grid = further_page(second_label="")

    assert with_undrawn_rows(grid, MEASURES) is grid
