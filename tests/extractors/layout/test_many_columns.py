"""Three and four columns of running text: read one after another, and tables that are no such columns."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.layout.page_gutters import gutters_of, page_gutters
from extractors.layout.text_columns import Run, text_runs
from extractors.pages.geometry import Drawn, Word
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, MEASURES, RIGHT, SIZE, STEP, full_line, grid_of_texts, set_line, set_words

UNDRAWN = Drawn()
GAP = 14.0


def filled(start: str, letters: int) -> str:
    """A text in plain words of just so many letters."""
    text = start
    while len(text) + 4 <= letters:
        text += " ord"
    return text + "x" * (letters - len(text))


def width_of(n_columns: int) -> float:
    return (RIGHT - LEFT - GAP * (n_columns - 1)) / n_columns


def columns(n_columns: int, n_lines: int, *, every: Sequence[int], bottom: float = 100.0, name: str = "") -> list[Word]:
    """Columns of full lines, each with paragraphs of its own length, in lines, so that they do not begin together."""
    width = width_of(n_columns)
    words: list[Word] = []
    for column in range(n_columns):
        x0, y = LEFT + column * (width + GAP), bottom
        for i in range(n_lines):
            y += SIZE * 0.6 if i and i % every[column] == 0 else 0.0
            words += set_words(filled(f"{name}{'abcd'[column]}{i}", int(width / (SIZE / 2))), x0, y)
            y += STEP
    return words


def first_words(run: Run) -> list[str]:
    return [line.words[0].text for line in run.lines]


@pytest.mark.parametrize("n_columns", [2, 3, 4])
def test_each_column_is_read_before_the_next(n_columns):
    lines = lines_of(columns(n_columns, 16, every=(3, 4, 5, 3)))

    runs = text_runs(lines, [], replace(MEASURES, right=RIGHT))

    assert [first_words(run)[0] for run in runs] == ["a0", "b0", "c0", "d0"][:n_columns]
    assert [len(run.lines) for run in runs] == [16] * n_columns
    assert [run.opens_column for run in runs] == [False, *[True] * (n_columns - 1)]
    assert all(run.measures.right - run.measures.left == pytest.approx(width_of(n_columns), abs=SIZE) for run in runs)


def set_in(line: Line, letters: int = 3) -> Line:
    """The line, begun so many letters to the right; as many fewer of its last word keep it within its column."""
    indent = letters * SIZE / 2
    moved = [replace(word, x0=word.x0 + indent, x1=word.x1 + indent) for word in line.words]
    last = moved[-1]
    return Line((*moved[:-1], replace(last, text=last.text[:-letters], x1=last.x1 - indent)))


@pytest.mark.parametrize(("begins", "n_runs"), [(range(1, 20, 5), 3), ((), 1)], ids=["set-in", "not-set-in"])
def test_paragraphs_of_columns_may_be_told_by_their_first_lines_alone(begins, n_runs):
    width = width_of(3)
    words: list[Word] = []
    for column in range(3):
        for i in range(20):
            text = filled(f"{'ABC'[column]}{i}", int(width / (SIZE / 2)) - 4) + " ord"
            line = set_line(text, LEFT + column * (width + GAP), 100 + i * STEP)
            words += (set_in(line, 2) if i - column in begins else line).words

    assert len(text_runs(lines_of(words), [], replace(MEASURES, right=RIGHT))) == n_runs


def of_column(words: Sequence[Word], column: int) -> list[Word]:
    step = width_of(3) + GAP
    return [word for word in words if column * step <= word.x0 - LEFT + 1 < (column + 1) * step]


def in_thirds(bottom: float, white: float) -> list[Word]:
    """Two columns of running text, and a third, begun at `bottom`, of items with white above of which few are full."""
    width, x0, y = width_of(3), LEFT + 2 * (width_of(3) + GAP), bottom
    words = [w for i in (0, 1) for w in of_column(columns(3, 18, every=(18, 18, 18), bottom=100 + 4 * i), i)]
    for i in range(15):
        y += white if i and i % 3 == 0 else 0
        words += set_words(filled("och", int(width / (SIZE / 2))) if i % 3 == 0 else "stöd till unga", x0, y)
        y += STEP
    return words


@pytest.mark.parametrize(("bottom", "white", "n_gutters"), [(108, 6, 2), (104, STEP, 0)])
def test_a_column_of_short_items_beside_columns_of_text_is_one_too_but_at_common_heights(bottom, white, n_gutters):
    assert len(gutters_of(lines_of(in_thirds(bottom, white)), SIZE)) == n_gutters


def test_a_heading_over_all_columns_stands_between_what_is_above_and_below_it():
    above, below = columns(3, 16, every=(3, 4, 5)), columns(3, 16, every=(4, 5, 3), bottom=420, name="n")
    head = set_words("Så arbetar vi vidare med barn och unga i hela länet", bottom=390, size=16)

    runs = text_runs(lines_of([*above, *head, *below]), [], MEASURES)

    assert [first_words(run)[0] for run in runs] == ["a0", "b0", "c0", "Så", "na0", "nb0", "nc0"]


def test_a_table_in_the_middle_column_stays_there():
    words = columns(3, 16, every=(3, 4, 5))
    x0 = LEFT + width_of(3) + GAP
    grid = grid_of_texts([["Skola", "5"], ["Vård", "7"]], top=380, edges=[x0, x0 + 90, x0 + width_of(3)])

    runs = text_runs(lines_of(words), [grid], MEASURES)

    assert [(first_words(run)[0], run.grids) for run in runs] == [("a0", ()), ("b0", (grid,)), ("c0", ())]


def test_rows_of_a_table_are_no_columns():
    """Cells of several lines that begin together, row by row."""
    assert gutters_of(lines_of(columns(3, 16, every=(3, 3, 3))), SIZE) == ()


def test_a_table_of_two_rows_is_no_page_of_three_columns():
    """Two rows of long texts: nothing tells them from columns, and so they are not taken for such."""
    assert gutters_of(lines_of(columns(3, 16, every=(8, 8, 8), name="R")), SIZE) == ()


def test_columns_over_all_columns_are_none():
    assert gutters_of([full_line(f"r{i}", bottom=100 + i * STEP) for i in range(30)], SIZE) == ()
    assert gutters_of([], SIZE) == ()


def test_one_page_in_three_columns_tells_of_the_others():
    full = lines_of(columns(3, 16, every=(3, 4, 5)))
    short = [*lines_of(columns(3, 3, every=(9, 9, 9))), set_line("Slut", LEFT, 500)]

    gutters = page_gutters([full, short], [UNDRAWN] * 2)

    assert len(gutters[0]) == 2
    assert gutters[1] == gutters[0]


def short_columns(shift: float) -> list[Word]:
    """Lists side by side, their lines far shorter than the columns; those to the right stand lower by `shift`."""
    words: list[Word] = []
    for column in range(2):
        x0 = LEFT + column * (width_of(2) + GAP)
        for i in range(9):
            text = filled(f"{'ab'[column]}{i}", 40 if i % 4 == 0 else 18)
            words += set_words(text, x0, 100.0 + 19.0 * i + shift * column)
    return words


def test_short_lines_at_heights_of_their_own_stand_in_columns():
    runs = text_runs(lines_of(short_columns(9.0)), [], replace(MEASURES, right=RIGHT))

    assert [first_words(run)[0] for run in runs] == ["a0", "b0"]
    assert [len(run.lines) for run in runs] == [9, 9]


def test_short_lines_at_common_heights_are_rows():
    assert gutters_of(lines_of(short_columns(0.0)), SIZE) == ()


def test_a_title_of_many_lines_over_short_columns_leaves_them_parted():
    title = [w for i in range(6) for w in set_words("Plan för hela länet " * 2, LEFT, 20 + 15.0 * i, size=15.0)]

    assert gutters_of(lines_of([*title, *short_columns(9.0)]), SIZE) != ()


def test_few_short_lines_are_no_columns():
    few = [word for word in short_columns(9.0) if word.bottom < 180]

    assert gutters_of(lines_of(few), SIZE) == ()


def beside_labels(first: str, second: str) -> list[Word]:
    """Labels of two lines each, two more texts at the middle of each of them."""
    words: list[Word] = []
    for row in range(12):
        foot = 100.0 + 32.0 * row
        words += [*set_words(filled("Stöd", 40), LEFT, foot), *set_words("och mer", LEFT, foot + 13.0)]
        words += [*set_words(first, 330, foot + 6.5), *set_words(second, 450, foot + 6.5)]
    return words


@pytest.mark.parametrize(("first", "second"), [("124 181", "98 500"), ("Hela året", "Skolan")])
def test_what_stands_at_the_middle_of_labels_of_two_lines_is_no_column_of_text(first, second):
    assert gutters_of(lines_of(beside_labels(first, second)), SIZE) == ()


@pytest.mark.parametrize(("begin", "n_gutters"), [("Cirka", 0), ("cirka", 2)])
def test_text_that_begins_within_a_sentence_has_gone_on_from_the_column_before(begin, n_gutters):
    words = columns(3, 16, every=(3, 4, 20))
    begun = [replace(w, text=begin, x1=w.x0 + 25) if w.text == "c0" else w for w in words]

    assert len(gutters_of(lines_of(begun), SIZE)) == n_gutters
