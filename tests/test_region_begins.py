"""Heads over several columns above a table's rows: found though no text of the columns is right below them."""

import pytest

from extractors.tables.open_regions import find_regions
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
