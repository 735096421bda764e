"""Acts in all cells of a table that sorts them by its rows and columns, below a head of activities."""

import pytest

from extractors.drafts import PlanDraft, TablePlace
from extractors.plans.acts_in_cells import read_acts_in_cells
from tests.table_builders import table

ROWS = [
    ["", "Främjande", "Åtgärdande"],
    ["Barn och unga", "Ha rastvärdar på alla skolor", "– Erbjuda samtal inom en vecka"],
    ["Föräldrar", "Bjuda in till öppet hus", "Ordna en kurs om gränser"],
]


def read(rows: list[list[str]], place: TablePlace) -> list[tuple[str, str | None]]:
    plan = PlanDraft()
    read_acts_in_cells(table(rows), plan, place)
    return [(each.text, each.target_group) for each in plan.activities]


def test_each_cell_says_what_is_done():
    assert read(ROWS, TablePlace(opens="activity")) == [
        ("Ha rastvärdar på alla skolor", "Barn och unga"),
        ("Erbjuda samtal inom en vecka", "Barn och unga"),
        ("Bjuda in till öppet hus", None),
        ("Ordna en kurs om gränser", None),
    ]


@pytest.mark.parametrize(
    ("rows", "opens"),
    [
        (ROWS, None),
        (ROWS, "goal"),
        ([["", "Nuläge", "Behov"], ROWS[1], ROWS[2]], "activity"),
        ([ROWS[0], ["Skola", "12", "14"], ["Fritid", "3", "5"]], "activity"),
        (
            [ROWS[0], ["Skola", "Eleverna trivs i skolan", "Köerna är långa"], ["Fritid", "God tillgång", "Brist"]],
            "activity",
        ),
        ([["Åtgärd", "Ansvarig", "Tid"], ["Ha rastvärdar", "Rektor", "2026"], ["Bjuda in", "HR", "2027"]], "activity"),
    ],
    ids=["no head", "goals", "told heads", "figures", "states", "a plan's table"],
)
def test_other_tables_say_nothing(rows, opens):
    assert read(rows, TablePlace(opens=opens)) == []
