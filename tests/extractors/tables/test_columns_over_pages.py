"""One table on several pages: its columns are those that all its lines tell of."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box
from extractors.tables.columns_over_pages import with_common_columns
from extractors.tables.cut_lines import cut_all
from extractors.tables.gutters import column_edges
from extractors.tables.heads_over_columns import with_heads_over_columns
from extractors.tables.open_cells import cells_of_row
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from tests.layout_builders import LEFT, beside, set_line, set_right


def part(rows: Sequence[tuple[str, str, str]], *, page: int, dx: float = 0.0) -> DraftGrid:
    """A page's part of the table, cut at the columns that its own lines tell of."""
    lines = [
        beside(
            *(set_line(t, LEFT + dx + 100 * col, 100 + 20 * i, page=page) for col, t in enumerate(row[:2]) if t),
            *([set_right(row[2], 380 + dx, 100 + 20 * i)] if row[2] else []),
        )
        for i, row in enumerate(rows)
    ]
    edges = column_edges(lines)
    cells = [cell for r, line in enumerate(cut_all(lines, edges)) for cell in cells_of_row(r, [line], edges)]
    box = Box(edges[0], 90, edges[-1], 100 + 20 * len(rows))
    return DraftGrid(page, box, tuple(cells), len(rows), len(edges) - 1, tuple(edges))


FIRST = [("Kommun", "Mål", "Belopp"), ("Granvik", "Färre köer", "5 000"), ("Ekfors", "Mer stöd", "700")]
LAST = [("Talludden", "", "80"), ("Björkåsa", "", "900"), ("Summa", "", "6 680")]
"""On the last page the second column is empty and so cannot be seen."""


def texts(grid: DraftGrid) -> list[list[str]]:
    rows = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell.text(Vocabulary())
    return rows


def test_a_column_that_is_empty_on_the_last_page_is_there_too():
    last = part(LAST, page=2)
    assert last.n_cols == 2

    both = with_common_columns([part(FIRST, page=1)], last)

    assert both is not None
    assert texts(both[1]) == [list(row) for row in LAST]


def test_a_part_set_to_the_side_keeps_its_place():
    both = with_common_columns([part(FIRST, page=1)], part(LAST, page=2, dx=30.0))

    assert both is not None
    assert both[1].edges[0] - both[0].edges[0] == 30.0
    assert texts(both[1]) == [list(row) for row in LAST]


def test_parts_that_have_the_same_columns_are_left_as_they_are():
    grid = part(FIRST, page=1)

    assert with_common_columns([grid], grid) is None


def test_another_table_has_no_columns_in_common():
    other = part([("Mål för hela länets vård", "", "1"), ("Antal", "köande", "12"), ("Andel", "unga", "7")], page=2)
    running = [("Länets satsningar på råd och stöd", "", ""), ("och på det som redan görs i dag", "", "")] * 3

    assert with_common_columns([other], part(running, page=3)) is None


def test_a_head_set_left_over_numbers_set_right_is_no_column_of_all_pages():
    narrow = [("Granvik", "5 000"), ("Ekfors", "700")]
    wide = [("Talludden och Björkåsa", "80"), ("Summa", "5 780")]
    head = beside(set_line("Kommun", LEFT, 100, bold=True), set_line("Belopp", 260, 100, bold=True))
    parts = [two_columns(narrow, head=head), two_columns(wide, head=None)]

    both = with_common_columns(parts[:1], parts[1])

    assert both is not None
    assert [texts(grid) for grid in both] == [[["Kommun", "Belopp"], *map(list, narrow)], [list(row) for row in wide]]


def two_columns(rows: Sequence[tuple[str, str]], *, head: Line | None) -> DraftGrid:
    """Labels and numbers that end at 380, below a head or none."""
    body = [beside(set_line(a, LEFT, 120 + 20 * i), set_right(b, 380, 120 + 20 * i)) for i, (a, b) in enumerate(rows)]
    lines = [head, *body] if head is not None else body
    edges = with_heads_over_columns(lines, column_edges(lines), [])
    cells = [cell for r, line in enumerate(cut_all(lines, edges)) for cell in cells_of_row(r, [line], edges)]
    box = Box(edges[0], 90, edges[-1], 120 + 20 * len(rows))
    n_heads = int(head is not None)
    return DraftGrid(1, box, tuple(cells), len(lines), len(edges) - 1, tuple(edges), header_rows=n_heads)


def test_a_head_over_several_columns_stays_over_them():
    one = part([("Kommun", "Kort", "Lång"), ("Granvik", "3", "5 000"), ("Ekfors", "4", "700")], page=1)
    over = [one.cells[0], replace(one.cells[1], col_span=2)]
    below = [replace(c, row=c.row + 1) for c in one.cells]
    headed = replace(one, cells=(*over, *below), n_rows=one.n_rows + 1, header_rows=2)

    both = with_common_columns([headed], part([("Talludden", "12 till 14 år", "80")] * 3, page=2))

    assert both is not None
    assert [(c.col, c.col_span) for c in both[0].cells if c.row == 0] == [(0, 1), (1, 2)]


def beside_figures(page: int, edges: Sequence[float], *, drawn: bool) -> DraftGrid:
    """Heads at the left of their columns, figures at the right: white parts the two in every line."""
    texts = [("", "Kvinnor", "Män"), ("Nya", "50", "36"), ("Unga", "11", "9"), ("Gamla", "1", "0")]
    lines = [
        beside(
            *([set_line(texts[0], LEFT, 100 + 20 * i, page=page)] if texts[0] else []),
            *(
                set_line(text, x0, 100, page=page) if i == 0 else set_right(text, x0 + 110, 100 + 20 * i)
                for text, x0 in zip(texts[1:], (200.0, 330.0), strict=True)
            ),
        )
        for i, texts in enumerate(texts)
    ]
    cells = [cell for r, line in enumerate(cut_all(lines, edges)) for cell in cells_of_row(r, [line], edges)]
    box = Box(edges[0], 90, edges[-1], 180)
    return DraftGrid(page, box, tuple(cells), 4, 3, tuple(edges), drawn_edges=tuple(edges) if drawn else ())


def test_parts_of_as_many_columns_come_to_no_more_by_heads_beside_their_figures():
    first = beside_figures(1, (LEFT, 180.0, 320.0, 450.0), drawn=True)
    second = beside_figures(2, (LEFT, 190.0, 325.0, 450.0), drawn=False)

    both = with_common_columns([first], second)

    assert both is None or [grid.n_cols for grid in both] == [3, 3]
