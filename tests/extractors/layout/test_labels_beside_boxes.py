"""Labels outside a column of boxes that hold their answers."""

import pytest

from extractors.layout.labels_beside_boxes import with_labels_beside_boxes
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line
from tests.layout_builders import LEFT, grid_of_texts, set_line

BOXES = grid_of_texts([["Granvik"], ["252 000"], [""]], edges=(LEFT + 200, LEFT + 400))
LABELS = ["Kommun", "2 Använt belopp (kr)", "Kommentar"]


def labels(texts: list[str]) -> list[Line]:
    return [set_line(text, LEFT, 115 + 20 * n) for n, text in enumerate(texts)]


def said(rows: list[DraftGrid]) -> list[tuple[str, ...]]:
    return [tuple(" ".join(line.text for line in cell.lines) for cell in row.cells) for row in rows]


def test_each_label_goes_with_the_box_beside_it():
    below = set_line("Skickas till nämnden.", LEFT, 190)
    grids, lines, rows = with_labels_beside_boxes([BOXES], [*labels(LABELS), below])

    assert (grids, lines) == ([], [below])
    assert said(rows) == [("Kommun", "Granvik"), ("2 Använt belopp (kr)", "252 000"), ("Kommentar", "")]
    assert all(row.is_answer for row in rows)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(labels(LABELS[:2]), id="a-box-without-a-label"),
        pytest.param(labels(["Vi har i år arbetat", "med lotsar som besöker", "skolor och hem."]), id="running-text"),
        pytest.param([*labels(LABELS), set_line("Rutan fylls i", LEFT + 410, 115)], id="words-to-the-right"),
    ],
)
def test_other_text_beside_boxes_stays_where_it_is(lines: list[Line]):
    assert with_labels_beside_boxes([BOXES], lines) == ([BOXES], lines, [])


def test_a_table_with_words_beside_it_stays_one():
    table = grid_of_texts([["Granvik", "1"], ["Ekfors", "2"]], edges=(LEFT + 200, LEFT + 300, LEFT + 400))

    assert with_labels_beside_boxes([table], labels(LABELS[:2]))[0] == [table]
