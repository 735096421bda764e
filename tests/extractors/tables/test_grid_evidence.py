"""What a grid is known by: drawn edges most surely, then white and numbers; what speaks against it makes it unsure."""

from dataclasses import replace

import pytest

from extractors.pages.geometry import Box
from extractors.tables.grid_evidence import GridEvidence, evidence_of
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.table_blocks import finish
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import LEFT, grid_of_texts, set_lines

HEAD = ["Enhet", "Belopp"]
SUMS = [HEAD, ["Granvik", "5 000"], ["Sundby", "7 000"]]
WORDS = [HEAD, ["Granvik", "ingår"], ["Sundby", "saknas"]]


def known(rows, *, drawn_columns: bool = False, drawn_rows: bool = False, doubt: str | None = None) -> GridEvidence:
    grid = replace(grid_of_texts(rows), header_rows=1)
    if drawn_columns:
        grid = replace(grid, drawn_edges=grid.edges)
    if drawn_rows:
        grid = replace(grid, heights=tuple(100.0 + 20 * i for i in range(len(rows) + 1)))
    return evidence_of([grid], doubt)


def test_a_grid_of_drawn_cells_is_the_surest_and_says_so():
    drawn = known(SUMS, drawn_columns=True, drawn_rows=True)

    assert drawn == GridEvidence(
        0.94, "kolumner: ritade gränser; rader: ritade gränser", "columns: drawn edges; rows: drawn edges"
    )


def test_white_and_numbers_are_told_with_how_wide_and_how_many():
    found = known(SUMS)

    assert found.known_by_sv == "kolumner: minst 6,5 teckengraders vitt emellan; rader: ett tal och vitt vid varje"
    assert found.known_by_en == ("columns: white of 6.5 type sizes at least; rows: a number and white at each")


def test_what_tells_less_makes_less_sure():
    steps = [
        known(SUMS, drawn_columns=True, drawn_rows=True),
        known(SUMS, drawn_columns=True),
        known(SUMS),
        known(WORDS),
        known(WORDS, doubt="the text of 1 cells reaches over their edge"),
    ]

    shares = [step.confidence for step in steps]

    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == len(shares)


@pytest.mark.parametrize(
    ("gap", "sv"), [(3.0, "minst 0,3 teckengraders vitt emellan"), (-5.0, "text når över deras gränser")]
)
def test_narrow_white_and_text_over_an_edge_are_unsure(gap, sv):
    rows = [["Förebyggande", "Mål"], ["Stödjande xxx", "Mål"]]
    grid = grid_of_texts(rows, edges=[LEFT, LEFT + 65 + gap, LEFT + 200])

    found = evidence_of([grid], None)

    assert found.known_by_sv.startswith(f"kolumner: {sv}")
    assert found.confidence <= 0.5


def test_numbers_one_below_the_other_in_several_columns_of_a_row_are_rows_that_were_not_parted():
    edges = (LEFT, 170.0, 270.0, 370.0)
    columns = [["Kurs", "Stöd"], ["5 000", "7 000"], ["1 000", "2 000"]]
    cells = [
        DraftCell(0, col, 1, 1, Box(edges[col], 90, edges[col + 1], 120), tuple(set_lines(texts, edges[col] + 2)))
        for col, texts in enumerate(columns)
    ]
    box = Box(edges[0], 90, edges[-1], 120)
    grid = DraftGrid(1, box, tuple(cells), 1, 3, edges, heights=(90.0, 120.0), drawn_edges=edges)

    block = finish(table_of(grid, "ruled", Vocabulary()))

    assert block.doubt == "several columns of a row hold as many numbers each: it may be several rows"
    assert block.confidence < 0.5


def test_a_row_that_the_page_cut_needs_no_number():
    first = replace(grid_of_texts([HEAD, ["Granvik", "5 000"], ["Sundby och", ""]]), header_rows=1)
    rest = grid_of_texts([["övriga", "i länet"], ["Ekfors", "7 000"]], page=2)

    assert "ett tal" in evidence_of([first, rest], None).known_by_sv
