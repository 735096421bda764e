"""Labels beside several rows of a table whose rules stop short of them."""

import pytest

from extractors.pages.geometry import Box, Drawn
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import read_region
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, beside, set_line, set_right

ROW = 20.0


def _rule(y: float, x0: float = LEFT - 2) -> Box:
    return Box(x0, y, 402.0, y + 0.5)


def _grid(lines: list[Line], rules: list[Box]) -> DraftGrid:
    (region,) = find_regions(lines, MEASURES, Drawn(rules=tuple(rules)))
    return read_region(1, lines, region, Drawn(rules=tuple(rules)), MEASURES, None).grid


def _table(labels: dict[float, str]) -> list[Line]:
    """A head, and rows of an act and a sum each; labels by the row that they stand at, or between two."""
    lines = [beside(set_line("Område", LEFT, 100), set_line("Insats", 180, 100), set_right("Belopp", 400, 100))]
    acts = ["Kurser för alla", "Drop-in", "Stöd till anhöriga", "Öppna träffar", "Samtal"]
    for i, act in enumerate(acts):
        parts = [set_line(act, 180, 120 + ROW * i), set_right(f"{i + 2} 000", 400, 120 + ROW * i)]
        at = [set_line(label, LEFT, 120 + ROW * i) for row, label in labels.items() if row == i]
        lines.append(beside(*at, *parts))
    lines += [set_line(label, LEFT, 120 + ROW * row) for row, label in labels.items() if row not in range(5)]
    return sorted(lines, key=lambda line: line.bottom)


INNER = [_rule(125 + ROW * i, 178.0) for i in (0, 2, 3)]
OUTER = [_rule(105), _rule(125 + ROW), _rule(125 + 4 * ROW)]


def _column(grid: DraftGrid) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.row_span, cell.text(Vocabulary())) for cell in grid.cells if cell.col == 0]


@pytest.mark.parametrize("first", [0.5, 1, 0], ids=["between", "at-the-last", "at-the-first"])
def test_a_label_beside_rows_that_no_rule_parts_in_its_column_is_of_all_of_them(first):
    grid = _grid(_table({first: "Äldre", 3: "Barn"}), [*INNER, *OUTER])

    assert _column(grid) == [(0, 1, "Område"), (1, 2, "Äldre"), (3, 3, "Barn")]


def test_labels_at_every_row_stay_there_though_no_rule_parts_them():
    grid = _grid(_table(dict(enumerate(["Äldre", "Unga", "Barn", "Alla", "Vuxna"]))), [*INNER, *OUTER])

    assert [row for row, _, text in _column(grid) if text] == [0, 1, 2, 3, 4, 5]


def test_rules_over_all_columns_leave_a_row_without_a_label():
    every = [_rule(rule.top) for rule in INNER]
    grid = _grid(_table({0: "Äldre", 3: "Barn"}), [*every, *OUTER])

    assert all(span == 1 for _, span, _ in _column(grid))
