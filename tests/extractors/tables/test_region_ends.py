"""A head above a table's first drawn height and rows below its last one, and what stands there and is none."""

from collections.abc import Sequence

import pytest

from extractors.pages.geometry import Box
from extractors.tables.region_ends import head_above, rows_below
from extractors.text.lines import Line
from tests.layout_builders import beside, full_line, set_line

EDGES = (70.0, 200.0, 230.0, 520.0)
STARTS = (74.0, 204.0, 234.0)


def row(texts: Sequence[str], bottom: float) -> Line:
    return beside(*(set_line(text, x0, bottom) for text, x0 in zip(texts, STARTS, strict=False) if text))


ROW = row(["Kurator", "2", "Resor"], 130)


def test_heads_stand_above_however_near_they_are_to_each_other():
    lines = [full_line(bottom=90), row(["", "Ja", "Ej aktuellt just nu"], 105), row(["", "", "i kommunen"], 117), ROW]

    assert head_above(lines, 3, 0, EDGES) == 1


def test_the_upper_line_of_a_single_head_belongs_to_it():
    lines = [row(["", "", "Ej aktuellt"], 105), row(["", "Ja", "i kommunen"], 117), ROW]

    assert head_above(lines, 2, 0, EDGES) == 0


def test_the_end_of_a_text_above_is_no_head():
    heads = row(["Insats", "Ja", "Källa"], 117)
    lines = [full_line(bottom=92), row(["på flera", "håll"], 105), heads, ROW]

    assert head_above(lines, 3, 0, EDGES) == 2


@pytest.mark.parametrize(("x0", "bold", "first"), [(204.0, True, 0), (204.0, False, 1), (212.0, True, 1)])
def test_the_only_head_of_two_lines_begins_above_the_others(x0, bold, first):
    heads = beside(
        *(set_line(x, at, 117, bold=True) for x, at in zip(["Insats", "2026", "Källa"], STARTS, strict=True))
    )

    assert head_above([set_line("Mål", x0, 106, bold=bold), heads, ROW], 1, 0, EDGES) == first


@pytest.mark.parametrize(("x1", "first"), [(520.0, 0), (400.0, 1)], ids=["as-wide-as-the-table", "narrower"])
def test_a_head_on_a_band_of_its_own_may_be_farther_from_the_rows(x1, first):
    lines = [row(["", "Ja", "Nej"], 97), ROW]

    assert head_above(lines, 1, 0, EDGES, [Box(70, 80, x1, 104)]) == first


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(full_line(bottom=117), id="running-text"),
        pytest.param(row(["Ange antal.", "", ""], 117), id="text-over-one-column"),
        pytest.param(row(["", "Ja", "Nej"], 90), id="too-far"),
        pytest.param(set_line("Tabell 1. Svar", 74, 117), id="caption"),
        pytest.param(set_line("Stort", 204, 117, size=14), id="larger-type"),
    ],
)
def test_what_stands_above_and_is_no_head(above):
    assert head_above([above, ROW], 1, 0, EDGES) == 1


def test_no_head_is_looked_for_above_the_floor():
    assert head_above([row(["", "Ja", "Nej"], 117), ROW], 1, 1, EDGES) == 1


LAST = [
    row(["", "", "Kommunen leder"], 146),
    row(["Stöd till", "", ""], 152),
    row(["", "3", "arbetet i länet"], 158),
    row(["unga", "", ""], 164),
]


def test_a_row_below_the_last_band_stands_as_close_to_it_as_rows_do():
    second = row(["Råd", "4", "Granvik"], 184)

    assert rows_below([ROW, *LAST], 1, 132, 4, EDGES) == 5
    assert rows_below([ROW, *LAST, second, full_line(bottom=204)], 1, 132, 4, EDGES) == 6


@pytest.mark.parametrize(("x0", "end"), [(74.0, 3), (90.0, 1)], ids=["where-labels-begin", "elsewhere"])
def test_a_sections_line_and_the_row_below_it_are_of_the_table(x0, end):
    lines = [ROW, set_line("Unga", x0, 146), row(["Råd", "4", "Granvik"], 166)]

    assert rows_below(lines, 1, 132, 4, EDGES) == end


@pytest.mark.parametrize(("bold", "end"), [(True, 3), (False, 1)], ids=["bold", "as-the-rows"])
def test_a_sections_line_over_several_columns_is_of_the_table_where_it_is_bold(bold, end):
    section = set_line("Ledning, styrning och kompetens hos alla", 74, 146, bold=bold)

    assert rows_below([ROW, section, row(["Råd", "4", "Granvik"], 166)], 1, 132, 4, EDGES) == end


@pytest.mark.parametrize(
    "below",
    [
        pytest.param([row(["Kommentarer:", "", ""], 146)], id="one-column"),
        pytest.param([full_line(bottom=146), full_line(bottom=158)], id="running-text"),
        pytest.param([row(["Ort", "1", "Datum"], 166)], id="too-far"),
        pytest.param([row(["Ort", "1", "Datum"], 146), full_line(bottom=158)], id="text-goes-on-below"),
    ],
)
def test_what_stands_below_and_is_no_row(below):
    assert rows_below([ROW, *below], 1, 132, 4, EDGES) == 1
