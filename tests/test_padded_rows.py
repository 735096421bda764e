"""Rows far below the rules that part them: a section's row among them, a head in smaller type over the first rule."""

from extractors.pages.geometry import Box, Drawn
from extractors.tables.open_regions import OpenRegion, find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, beside, set_line

STEP = 29.0
"""From rule to rule: three type sizes and less for one line of text."""


def _row(label: str, number: str, rule: float, *, size: float = 10.0) -> Line:
    return beside(set_line(label, LEFT, rule - 9, size=size), set_line(number, 350, rule - 9, size=size))


def _table(rows: list[Line]) -> tuple[list[Line], list[OpenRegion]]:
    """The rows with a heading above, a rule below each of them, and the regions found."""
    rules = tuple(Box(LEFT - 8, 130 + STEP * i, 420, 130.5 + STEP * i) for i in range(len(rows)))
    lines = [set_line("Medel under året", LEFT - 8, 80, size=13, bold=True), *rows]
    return lines, find_regions(lines, MEASURES, Drawn(rules))


def test_a_sections_row_with_the_same_air_as_others_parts_no_table() -> None:
    rows = [
        _row("Insats", "Belopp", 130),
        set_line("Utsatta grupper", LEFT, 150),
        _row("Stöd till unga", "5 000", 188),
        _row("Kurser", "700", 217),
        set_line("Barn", LEFT, 237),
        _row("Läger", "80", 275),
    ]

    lines, (region,) = _table(rows)

    assert (region.first, region.last) == (1, len(lines))


def test_a_head_in_small_type_over_the_first_rule_is_the_tables() -> None:
    rows = [_row("Insats", "Belopp", 130, size=7), *(_row(f"Kurs {i}", f"{i} 000", 130 + STEP * i) for i in (1, 2, 3))]

    _, (region,) = _table(rows)

    assert (region.first, region.last) == (1, 5)


def test_a_lone_line_between_rules_farther_apart_than_rows_are_is_none() -> None:
    lines = [*(_row(f"Kurs {i}", f"{i} 000", 130 + STEP * i) for i in (0, 1, 2))]
    title = set_line("Nästa del", LEFT, 240)
    lines += [title, *(_row(f"Råd {i}", f"{i} 500", 280 + STEP * i) for i in (0, 1, 2))]
    heights = [130.0, 159.0, 188.0, 251.0, 280.0, 309.0, 338.0]

    regions = find_regions(lines, MEASURES, Drawn(tuple(Box(LEFT - 8, y, 420, y + 0.5) for y in heights)))

    assert len(regions) == 2
