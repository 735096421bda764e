"""Cells of rows without drawn lines: texts over several columns, and why a grid is unsure."""

from extractors.tables.cut_lines import CutLine, cut_all
from extractors.tables.open_cells import cells_of_row, doubt_of
from tests.layout_builders import LEFT, STEP, beside, set_line, set_right

EDGES = (LEFT, 150.0, 300.0, 420.0)


def rows(*texts: tuple[str, str, str]) -> list[CutLine]:
    lines = []
    for i, (first, second, third) in enumerate(texts):
        bottom = 100 + i * STEP
        parts = [set_line(t, x, bottom) for t, x in ((first, LEFT), (second, 155.0)) if t]
        lines.append(beside(*parts, *([set_right(third, 415, bottom)] if third else [])))
    return cut_all(lines, EDGES)


PLAIN = [("Skola", "Färre köer", "5 000"), ("Vård", "Kortare väntan", "700"), ("Stöd", "Råd", "80")]


def test_a_text_over_columns_is_one_cell_that_spans_them():
    cut = rows(*PLAIN, ("Satsningar för hela länet", "", "900"))

    cells = cells_of_row(3, [cut[3]], EDGES)

    assert [(c.col, c.col_span, " ".join(x.text for x in c.lines)) for c in cells] == [
        (0, 2, "Satsningar för hela länet"),
        (2, 1, "900"),
    ]


def test_an_answers_row_has_a_cell_in_each_column():
    cut = rows(*PLAIN, ("Satsningar för hela länet", "", ""))

    assert [c.col for c in cells_of_row(3, [cut[3]], EDGES, spans=False)] == [0, 1, 2]


def test_a_grid_in_which_all_keeps_to_its_place_is_sure():
    cut = rows(*PLAIN)
    cells = [cell for r, line in enumerate(cut) for cell in cells_of_row(r, [line], EDGES)]

    assert doubt_of(cells, [[line] for line in cut], {2}) is None


def test_a_text_that_reaches_over_a_filled_cell_is_doubt():
    line = beside(set_line("Satsningar i länet", LEFT, 100), set_line("Alla", 168, 100))
    (cut,) = cut_all([line], EDGES)

    assert doubt_of(cells_of_row(0, [cut], EDGES), [[cut]], set()) == "the text of 1 cells reaches over their edge"


def test_a_cell_of_several_numbers_is_doubt():
    cut = rows(*PLAIN)
    cells = cells_of_row(0, cut, EDGES)

    assert doubt_of(cells, [cut], {2}) == "1 cells hold several numbers"
