"""Rows far below the rules that part them: a section's row among them, a head in smaller type over the first rule."""

from extractors.pages.geometry import Box, Drawn
from extractors.tables.open_regions import find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, beside, set_line

STEP = 29.0
"""From rule to rule: three type sizes and less for one line of text."""


def _row(label: str, number: str, rule: float, *, size: float = 10.0) -> Line:
    return beside(set_line(label, LEFT, rule - 9, size=size), set_line(number, 350, rule - 9, size=size))


def test_a_sections_row_with_the_same_air_as_others_parts_no_table() -> None:
    above = [_row("Insats", "Belopp", 130), *(_row(f"Kurs {i}", f"{i} 000", 130 + STEP * i) for i in (1, 2))]
    below = [
        _row("Insats", "Belopp", 330, size=7),
        set_line("Utsatta grupper", LEFT, 350),
        _row("Stöd till unga", "5 000", 388),
        _row("Kurser", "700", 417),
        set_line("Barn", LEFT, 437),
        _row("Läger", "80", 475),
    ]
    heights = [130 + STEP * i for i in range(3)] + [330 + STEP * i for i in range(6)]

    regions = find_regions([*above, *below], MEASURES, Drawn(tuple(Box(62, y, 420, y + 0.5) for y in heights)))

    assert [(region.first, region.last) for region in regions] == [(0, 3), (3, 9)]


def test_a_head_far_above_the_first_rule_is_the_tables_where_rows_are_as_far_above_theirs() -> None:
    rows = [_row("Insats", "Belopp", 122, size=7), *(_row(f"Kurs {i}", f"{i} 000", 134 + 34 * i) for i in (1, 2, 3))]
    heights = [130.0, *(134.0 + 34 * i for i in (1, 2, 3))]

    (region,) = find_regions(rows, MEASURES, Drawn(tuple(Box(62, y, 420, y + 0.5) for y in heights)))

    assert (region.first, region.last) == (0, 4)


def test_a_lone_line_between_rules_farther_apart_than_rows_are_is_none() -> None:
    lines = [*(_row(f"Kurs {i}", f"{i} 000", 130 + STEP * i) for i in (0, 1, 2))]
    title = set_line("Nästa del", LEFT, 240)
    lines += [title, *(_row(f"Råd {i}", f"{i} 500", 280 + STEP * i) for i in (0, 1, 2))]
    heights = [130.0, 159.0, 188.0, 251.0, 280.0, 309.0, 338.0]

    regions = find_regions(lines, MEASURES, Drawn(tuple(Box(LEFT - 8, y, 420, y + 0.5) for y in heights)))

    assert len(regions) == 2
