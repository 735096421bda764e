"""Tables that stand alone on the page: which of them may be parts of the one before, or lack what was above."""

from collections.abc import Sequence

import pytest

from extractors.layout.page_items import Item, TableItem, TextItem
from extractors.layout.unjoined_tables import with_doubts
from extractors.tables.draft_table import DraftTable
from extractors.tables.table_flow import table_of
from extractors.text.flow import flow
from extractors.text.hyphens import Vocabulary
from models.blocks import GridMethod
from tests.layout_builders import MEASURES, grid_of_texts, set_line

ROWS = [["Kurs", "BUP", "5"]]
OTHERS = [["Stöd", "Skola", "7"]]
HEADED = [["Insats", "Vem", "Antal"], *ROWS]
FIGURES = [["Samtal", "12", "4"], ["Kurser", "8", "6"], ["Resor", "3", "11"]]


def table(rows: Sequence[Sequence[str]], bold_rows: int = 0, method: GridMethod = "ruled") -> DraftTable:
    return table_of(grid_of_texts(rows, bold_rows=bold_rows), method, Vocabulary())


def text(words: str, *, size: float = 11, bold: bool = False) -> list[Item]:
    line = set_line(words, bottom=60, size=size, bold=bold)
    return [TextItem(1, draft, right=MEASURES.right) for draft in flow([line], MEASURES)]


def doubt_of(after: DraftTable, between: Sequence[Item], before: DraftTable | None = None) -> str:
    return with_doubts(TableItem(1, after), between, before, before).doubt or ""


@pytest.mark.parametrize(
    ("before", "between", "after", "doubted"),
    [
        pytest.param(table(ROWS), [], table(OTHERS), True, id="right-below-it"),
        pytest.param(
            table(HEADED, 1), text("Skola", size=10, bold=True), table(OTHERS), True, id="below-a-section-in-bold"
        ),
        pytest.param(table(HEADED, 1), text("6. Skola", size=16, bold=True), table(OTHERS), False, id="larger-heading"),
        pytest.param(table(ROWS), text("Skola", bold=True), table(OTHERS), False, id="neither-has-heads"),
        pytest.param(table([["Kurs", "5"]]), [], table([["Stöd", "7"]]), False, id="labels-and-values"),
        pytest.param(
            table([["Kort 1", "Mötesplats", "Vem?", "Skolan"]]),
            [],
            table([["Råd", "Läxhjälp", "Vem?", "Fritids"]]),
            True,
            id="one-word-alike",
        ),
        pytest.param(
            table([["Kort 1", "Mötesplats", "När", "I maj"], ["Vem", "Ann", "Var", "Ek"]]),
            [],
            table([["Kort 2", "Läxhjälp", "Hur", "Hemma"], ["Vem", "Bo", "Var", "Ås"]]),
            False,
            id="labels-of-two-rows-alike",
        ),
        pytest.param(
            table([["Kort 1", "Mötesplats", "Vem?", "Skolan"], ["När?", "Maj", "Var?", "Lund"]]),
            [],
            table([["Kort 2", "Läxhjälp", "Vem?", "Fritids"], ["När?", "Juni", "Var?", "Ås"]]),
            False,
            id="cards",
        ),
    ],
)
def test_a_table_without_header_may_be_a_part_of_the_one_before_it(before, between, after, doubted):
    assert ("parts of one" in doubt_of(after, between, before)) == doubted


@pytest.mark.parametrize(
    ("above", "doubted"),
    [
        pytest.param([], True, id="nothing-above"),
        pytest.param(text("Insatser i skolan", bold=True), False, id="heading"),
        pytest.param(text("Så här många har vi nått."), False, id="sentence"),
        pytest.param(text("Kvinnor          Män", bold=True), True, id="heads-side-by-side"),
    ],
)
def test_figures_without_heads_have_lost_them_but_below_a_heading_or_a_sentence(above, doubted):
    assert ("have no heads" in doubt_of(table(FIGURES, method="unruled"), above)) == doubted
