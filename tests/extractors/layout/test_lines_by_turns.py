"""Lines of labels and answers by turns, side by side: no rows of a table."""

from extractors.layout.lines_by_turns import are_by_turns
from tests.layout_builders import LEFT, beside, set_line


def row(left: str, right: str, bottom: float, size: float):
    return beside(set_line(left, LEFT, bottom, size=size), set_line(right, LEFT + 200, bottom, size=size))


LABELS = row("Kommun", "Postnummer", 100, 7)
ANSWERS = row("Granvik", "999 11", 112, 10)


def test_small_and_larger_lines_by_turns_are_a_forms():
    assert are_by_turns([LABELS, ANSWERS, row("Ort", "Konto", 130, 7)])


def test_rows_of_one_size_and_two_lines_alone_are_not():
    assert not are_by_turns([LABELS, ANSWERS])
    assert not are_by_turns([ANSWERS, row("Ekfors", "999 22", 130, 10), LABELS])
    assert not are_by_turns(
        [LABELS, beside(*[set_line("Ort", LEFT, 112), set_line("Konto", 300, 112, size=7)]), LABELS]
    )
