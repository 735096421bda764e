"""Small labels with larger answers beside them, level at their tops or middles, are rows; columns of text are not."""

import pytest

from extractors.text.lines import Line
from extractors.text.rows_of_two_types import with_whole_rows
from tests.layout_builders import LEFT, set_line

LABELS = ["Kommun:", "Ort:", "Bidrag:", "Datum:"]
ANSWERS = ["Granvik", "Ekfors", "Skolor", "2024-05-02"]


def form(n_rows: int, *, step: float = 24, top: bool = True, x0s: tuple[float, ...] = (290,) * 4) -> list[Line]:
    """Labels of 7 points and answers of 10, aligned at the top, or 3 points lower there."""
    lines: list[Line] = []
    for i in range(n_rows):
        lines.append(set_line(LABELS[i], LEFT, 107 + i * step, size=7))
        lines.append(set_line(ANSWERS[i], x0s[i], (110 if top else 113) + i * step, size=10))
    return lines


def test_labels_and_answers_with_white_around_them_are_rows() -> None:
    assert [line.text for line in with_whole_rows(form(4))] == [
        f"{label} {answer}" for label, answer in zip(LABELS, ANSWERS, strict=True)
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(form(2), id="too few"),
        pytest.param(form(4, step=12), id="no white between them, as in columns of text"),
        pytest.param(form(4, top=False), id="level neither at the top nor at the middle"),
        pytest.param(form(4, x0s=(290, 300, 290, 300)), id="answers at no one place"),
    ],
)
def test_other_lines_of_two_types_stay_apart(lines: list[Line]) -> None:
    assert with_whole_rows(lines) == lines


def test_other_lines_around_the_rows_are_kept_in_their_order() -> None:
    above, below = set_line("Uppgifter", LEFT, 80, size=12), set_line("Svaren sparas.", LEFT, 220)

    found = with_whole_rows([above, *form(3), below])

    assert [line.words[0].text for line in found] == ["Uppgifter", "Kommun:", "Ort:", "Bidrag:", "Svaren"]
