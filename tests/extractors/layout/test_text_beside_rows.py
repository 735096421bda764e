"""A table without rules beside running text, on a page that is set in no columns of equal width."""

import pytest

from extractors.layout.text_beside_rows import tables_beside_text
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, Drawn, Word
from extractors.pages.page_words import TICK
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, MEASURES, STEP, grid_of_texts, set_words, text_width

TABLE = 260.0
"""Where the table begins; the text ends a little before it."""
OVER_BOTH = "En rad som går över hela sidans bredd och slutar först i textens högra kant"


def prose(n_lines: int, bottom: float = 100.0) -> list[Word]:
    """Full lines of a narrow column."""
    texts = [
        "Samordnaren träffar skolorna varje",
        "månad för att följa vad som gjorts",
        "och planera vad som återstår här",
    ]
    return printed(texts, n_lines, bottom)


def printed(texts: list[str], n_lines: int, bottom: float = 100.0) -> list[Word]:
    return [w for i in range(n_lines) for w in set_words(texts[i % len(texts)], LEFT, bottom + i * STEP)]


def rows(n_rows: int, bottom: float, step: float) -> list[Word]:
    found: list[Word] = []
    for i in range(n_rows):
        at = bottom + i * step
        found += set_words(f"Ort {chr(65 + i)}", TABLE, at)
        for x1, number in ((400.0, f"{i + 3}1"), (480.0, f"{i + 1} 250")):
            found += set_words(number, x1 - text_width(number), at)
    return found


def test_the_text_beside_a_table_is_read_apart_from_its_rows():
    above, below = set_words(OVER_BOTH, LEFT, 80.0), set_words(OVER_BOTH, LEFT, 320.0)
    lines = lines_of([*above, *prose(12), *rows(6, 104.0, 19.0), *below])

    runs = text_runs(lines, [], MEASURES)

    assert [run.lines[0].text for run in runs] == [
        OVER_BOTH,
        "Samordnaren träffar skolorna varje",
        "Ort A 31 1 250",
        OVER_BOTH,
    ]
    assert [len(run.lines) for run in runs] == [1, 12, 6, 1]
    assert runs[2].measures.left == TABLE


@pytest.mark.parametrize("shift", [0.0, STEP / 2, STEP])
def test_cells_at_the_top_the_middle_or_the_foot_of_the_text_beside_them_are_its_row(shift):
    cells = ["Samordnaren träffar skolorna varje", "månad för att följa vad som gjorts"]
    lines = lines_of([*printed(cells, 12), *rows(6, 100.0 + shift, 2 * STEP)])

    assert not tables_beside_text(lines)


def test_a_drawn_grid_at_the_height_of_both_leaves_them_together():
    lines = lines_of([*prose(12), *rows(6, 104.0, 19.0)])
    grid = grid_of_texts([["Namn"]], top=150.0)

    (run,) = text_runs(lines, [grid], MEASURES)

    assert run.grids == (grid,)


def test_tick_boxes_beside_their_statements_are_no_table_of_their_own():
    boxes = [
        Word(TICK, x, at - 10, x + 10, at, 10.0) for i in range(4) for x in (300.0, 360.0) for at in (103.0 + i * 32.5,)
    ]

    assert tables_beside_text(lines_of([*prose(12), *boxes])) == []


def test_text_that_runs_on_beside_rows_of_figures_is_none_of_their_cells():
    lines = lines_of([*prose(12), *rows(10, 113.0, STEP)])

    (found,) = tables_beside_text(lines)

    assert (found.first, found.last) == (0, 12)


@pytest.mark.parametrize(("n_bands", "n_runs"), [(0, 2), (1, 2), (3, 1)])
def test_tinted_rows_over_both_sides_leave_them_together(n_bands, n_runs):
    lines = lines_of([*prose(12), *rows(6, 104.0, 19.0)])
    bands = tuple(Box(LEFT - 3, 95.0 + 38 * n, 500.0, 114.0 + 38 * n) for n in range(n_bands))

    assert len(text_runs(lines, [], MEASURES, Drawn(bands=bands))) == n_runs


@pytest.mark.parametrize(("size", "apart"), [(6.0, True), (9.0, False)])
def test_small_labels_of_a_drawing_are_read_apart_from_the_rows_beside_it(size, apart):
    years = set_words("2021 2022 2023 2024", LEFT, 164.0, size=size)
    lines = lines_of([*rows(6, 104.0, 19.0), *years])

    assert (len(tables_beside_text(lines)) == 1) == apart


def test_a_small_line_below_a_label_is_the_rows():
    labels: list[Word] = []
    for i in range(6):
        labels += set_words("Insats", LEFT, 104.0 + i * 19.0)
        labels += set_words("under hela året", LEFT, 112.0 + i * 19.0, size=6.0)

    assert tables_beside_text(lines_of([*labels, *rows(6, 104.0, 19.0)])) == []


def test_the_parts_of_sums_are_labels_of_the_figures_beside_them():
    labels = [
        "därav mellan arton och tjugo år nu",
        "därav mellan trettio och femtio år",
        "därav äldre än de andra, i år",
    ]

    assert tables_beside_text(lines_of([*printed(labels, 12), *rows(10, 113.0, STEP)])) == []


@pytest.mark.parametrize(("n_rules", "n_runs"), [(1, 2), (3, 1)])
def test_rules_over_both_sides_leave_them_together(n_rules, n_runs):
    lines = lines_of([*prose(12), *rows(6, 104.0, 19.0)])
    rules = tuple(Box(LEFT - 3, 117.0 + 39 * n, 500.0, 117.5 + 39 * n) for n in range(n_rules))

    assert len(text_runs(lines, [], MEASURES, Drawn(rules=rules))) == n_runs
