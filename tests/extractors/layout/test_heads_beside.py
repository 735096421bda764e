"""Tables of figures beside each other whose heads alone tell of two: by the rules below them, or said twice."""

from collections.abc import Sequence

import pytest

from extractors.layout.heads_beside import heads_beside
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, Drawn
from extractors.text.lines import Line
from tests.layout_builders import MEASURES, STEP, beside, full_line, set_line, set_right

LEFT, RIGHT, WIDTH = 70.0, 300.0, 200.0
TOP = 100.0
INCOME = ["Intäkter", "Bidrag", "Avgifter", "Egna medel"]
COSTS = ["Kostnader", "Lokaler", "Resor", "Kurser", "Material"]
NO_RULES = Drawn()


def table(names: Sequence[str], x0: float, top: float, head: str = "Kronor") -> list[Line]:
    """A head and rows of a label and a figure."""
    figures = [head, *(f"{i} 400" for i in range(1, len(names)))]
    return [
        beside(set_line(name, x0, top + i * STEP), set_right(figure, x0 + WIDTH, top + i * STEP))
        for i, (name, figure) in enumerate(zip(names, figures, strict=True))
    ]


def printed(left: Sequence[Line], right: Sequence[Line]) -> list[Line]:
    """Both tables' lines as a page has them: what stands at one height is one line."""
    lines = [beside(a, b) for a in left for b in right if a.bottom == b.bottom]
    alone = [x for x in (*left, *right) if not any(x.bottom == line.bottom for line in lines)]
    return sorted([*lines, *alone], key=lambda line: line.bottom)


def below_heads(*tops: float) -> Drawn:
    return Drawn(tuple(Box(x0, y, x0 + WIDTH, y + 0.5) for x0, y in zip((LEFT, RIGHT), tops, strict=True)))


@pytest.mark.parametrize("shift", [0.0, 3.0])
def test_tables_with_a_rule_each_below_their_heads_are_read_one_after_the_other(shift):
    lines = printed(table(INCOME, LEFT, TOP), table(COSTS, RIGHT, TOP + shift, head="Tkr"))
    above, below = full_line("Före", bottom=60.0), full_line("Efter", bottom=220.0)

    runs = text_runs([above, *lines, below], [], MEASURES, below_heads(TOP + 2, TOP + 2 + shift))

    assert [(run.lines[0].text, len(run.lines)) for run in runs[1:3]] == [("Intäkter Kronor", 4), ("Kostnader Tkr", 5)]
    assert (runs[0].lines[0], runs[-1].lines[-1]) == (above, below)


def test_three_tables_beside_each_other_are_three():
    third = table(["Ålder", "Barn", "Unga", "Äldre"], 530.0, TOP, head="Antal")
    lines = printed(printed(table(INCOME, LEFT, TOP), table(COSTS, RIGHT, TOP, head="Tkr")), third)
    rules = (*below_heads(TOP + 2, TOP + 2).rules, Box(530.0, TOP + 2, 530.0 + WIDTH, TOP + 2.5))

    runs = text_runs(lines, [], MEASURES, Drawn(rules))

    assert [(run.lines[0].text, len(run.lines)) for run in runs] == [
        ("Intäkter Kronor", 4),
        ("Kostnader Tkr", 5),
        ("Ålder Antal", 4),
    ]


def test_heads_that_are_said_twice_tell_of_two_tables_without_rules():
    (found,) = heads_beside(printed(table(INCOME, LEFT, TOP), table(COSTS, RIGHT, TOP)), NO_RULES)

    assert (found.first, found.last) == (0, 5)
    assert LEFT + WIDTH < found.x < RIGHT


@pytest.mark.parametrize(
    ("right", "drawn"),
    [
        pytest.param(["Intäkter", *COSTS[1:]], NO_RULES, id="a-list-in-two-halves"),
        pytest.param(COSTS, Drawn((Box(LEFT, TOP + 2, RIGHT + WIDTH, TOP + 2.5),)), id="a-rule-over-both"),
        pytest.param(["Kostnader", "100", "200", "300", "400"], below_heads(TOP + 2, TOP + 2), id="figures-alone"),
        pytest.param(["Kostnader", "●", "○", "●", "●"], below_heads(TOP + 2, TOP + 2), id="marks-alone"),
        pytest.param(COSTS[:3], below_heads(TOP + 2, TOP + 2), id="two-rows"),
    ],
)
def test_what_is_one_table_is_not_parted(right, drawn):
    assert heads_beside(printed(table(INCOME, LEFT, TOP), table(right, RIGHT, TOP)), drawn) == []
