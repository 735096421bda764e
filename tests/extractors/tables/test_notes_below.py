"""Notes right below a table's rows: its source and what a sign in its cells says are no rows of it."""

import pytest

from extractors.tables.open_regions import find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, set_line, set_right


def row(label: str, amount: str, at: int) -> Line:
    foot = 100 + at * STEP
    return beside(set_line(label, LEFT, foot), set_right(amount, 420, foot))


ROWS = [row("Samtal", "5 000", 0), row("Kurser", "..", 1), row("Böcker", "–", 2), row("Resor", "900", 3)]


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        pytest.param(["Källa: egen sammanställning"], 4, id="source"),
        pytest.param([".. Uppgift saknas"], 4, id="missing"),
        pytest.param(["– betyder inga kostnader"], 4, id="none"),
        pytest.param(["Källa: kommunernas svar på", "enkäten i september"], 4, id="two-lines"),
        pytest.param(["– varav lokaler"], 5, id="a-label-in-a-list"),
        pytest.param(["… Uppgift saknas"], 5, id="a-sign-that-no-cell-holds"),
        pytest.param(["Källarlokal"], 5, id="a-label"),
    ],
)
def test_the_region_ends_above_its_notes(below, rows):
    notes = [set_line(text, LEFT, 100 + (4 + i) * STEP) for i, text in enumerate(below)]

    (region,) = find_regions([*ROWS, *notes], MEASURES)

    assert region.last == rows
