"""Heads over several columns above a table's rows: found though no text of the columns is right below them."""

import pytest

from extractors.pages.geometry import Box, Drawn
from extractors.tables.open_regions import find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, set_line, set_right


def row(label: str, figures: list[str], at: int, *, bold: bool = False):
    foot = 120 + at * STEP
    return beside(
        set_line(label, LEFT, foot, bold=bold),
        *(set_right(x, x1, foot, bold=bold) for x, x1 in zip(figures, (320.0, 420.0), strict=True)),
    )


ROWS = [row("Mått", ["2025", "2027"], 0, bold=True), row("Samtal", ["5", "7"], 1), row("Kurser", ["4", "9"], 2)]


@pytest.mark.parametrize(("middle", "first"), [(360.0, 0), (380.0, 1)], ids=["over-both", "over-neither"])
def test_a_short_head_in_the_white_between_two_columns_is_over_both(middle, first):
    head = set_line("Mål", middle - 7.5, 109, bold=True)

    (region,) = find_regions([head, *ROWS], MEASURES)

    assert region.first == first


def three_line_table(*, drawn: bool) -> tuple[list[Line], Drawn]:
    """Years of a matrix below one head, each row of heads between rules; a section and marks follow."""
    heads = beside(set_line("Insats", LEFT, 120), *(set_right(year, x1, 120) for year, x1 in YEARS))
    section = set_line("Skola och elevhälsa", LEFT, 141, bold=True)
    rows = [
        beside(set_line(label, LEFT, foot), *(set_line("x", x1 - 26.0, foot) for _, x1 in YEARS[:2]))
        for label, foot in (("Kurser för rektorer", 160), ("Samtal med elever", 179))
    ]
    rules = [Box(LEFT - 5, y, 480.0, y + 0.5) for y in (88, 107, 125)]
    return [set_line("Tidplan", 284.0, 101), heads, section, *rows], Drawn(tuple(rules) if drawn else (), (), ())


YEARS = (("2025", 320.0), ("2026", 380.0), ("2027", 440.0))


@pytest.mark.parametrize(("drawn", "first"), [(True, 0), (False, 1)], ids=["ruled", "white-alone"])
def test_a_head_between_rules_above_the_heads_of_years_is_of_the_table_with_the_section_below_them(drawn, first):
    lines, rules = three_line_table(drawn=drawn)

    (region,) = find_regions(lines, MEASURES, rules)

    assert (region.first, region.last) == (first, 5)


def test_years_in_bold_that_come_again_over_a_section_stand_over_the_marks_at_their_columns_left():
    years = (("2025", 340.0), ("2026", 420.0))

    def marked(label: str, at: int, marks: tuple[bool, ...]) -> Line:
        foot = 120 + at * STEP
        xs = (set_line("x", x1 - 40.0, foot) for (_, x1), mark in zip(years, marks, strict=True) if mark)
        return beside(set_line(label, LEFT, foot), *xs)

    section = beside(
        set_line("Barn och unga", LEFT, 120 + 2 * STEP, bold=True),
        *(set_right(year, x1, 120 + 2 * STEP, bold=True) for year, x1 in years),
    )
    rows = [
        marked("Samtal", 0, (True, False)),
        marked("Kurser", 1, (True, True)),
        section,
        marked("Läger", 3, (False, True)),
        marked("Läxhjälp", 4, (True, True)),
    ]

    (region,) = find_regions(rows, MEASURES)

    assert region.n_cols == 1 + len(years)
