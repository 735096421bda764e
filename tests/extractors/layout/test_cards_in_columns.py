"""Cards side by side that no rule parts: each has the same heads."""

import pytest

from extractors.layout.cards_in_columns import are_cards
from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from tests.layout_builders import set_line

EDGES = (70.0, 300.0, 530.0)
BOX = Box(70, 100, 530, 300)


def _grid(*columns: list[str]) -> DraftGrid:
    """Columns of texts from the top; a star sets one in bold."""
    cells = [
        DraftCell(row, col, 1, 1, BOX, (set_line(text.removeprefix("*"), EDGES[col] + 5, bold=text.startswith("*")),))
        for col, texts in enumerate(columns)
        for row, text in enumerate(texts)
    ]
    return DraftGrid(1, BOX, tuple(cells), max(map(len, columns)), len(columns), EDGES)


@pytest.mark.parametrize(
    ("left", "right", "cards"),
    [
        (
            ["*Mål", "Alla trivs", "*Insatser", "Öppna ett kafé"],
            ["*Mål", "Fler rör sig", "*Insatser", "Bygg en bana"],
            True,
        ),
        (["*Mål", "Alla trivs", "*Insatser", "Öppna ett kafé"], ["*Mått", "Antal", "*Ansvarig", "Nämnden"], False),
        (["*Mål", "Alla trivs"], ["*Mål", "Fler rör sig"], False),
        (["*Mål", "Alla trivs", "Öppna ett kafé"], ["*Insatser", "Fler rör sig", "Bygg en bana"], False),
        (["*Mål", "*Insatser"], ["*Mål", "*Insatser"], False),
        (["*Mål", "Alla trivs", "*Insatser"], ["Fler rör sig", "Bygg en bana"], False),
    ],
    ids=["cards", "fields", "one-head", "table", "heads-alone", "labels"],
)
def test_columns_that_have_the_same_heads_are_cards(left, right, cards):
    assert are_cards(_grid(left, right)) is cards
