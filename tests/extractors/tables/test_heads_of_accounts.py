"""Heads of tables of accounts: parted from what is above them, from sections below, and from labels that touch."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.pages.geometry import Box, Drawn
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import read_region
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, set_line, set_right, text_width

ENDS = (260.0, 340.0, 420.0)


def row(label: str, *texts: str, at: float, bold: bool = False) -> Line:
    """A printed line `at` so many steps from the top: a label and right-aligned texts, of which some may be empty."""
    foot = 100 + at * STEP
    parts = [set_right(text, x1, foot, bold=bold) for text, x1 in zip(texts, ENDS, strict=False) if text]
    return beside(*([set_line(label, LEFT, foot, bold=bold)] if label else []), *parts)


def read(lines: Sequence[Line], rules: Sequence[Box] = ()) -> list[list[str]]:
    drawn = Drawn(tuple(rules))
    (region,) = find_regions(lines, MEASURES, drawn)
    grid = read_region(1, lines, region, drawn, MEASURES, None).grid
    found = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for cell in grid.cells:
        found[cell.row][cell.col] = cell.text(Vocabulary())
    return found


ACCOUNTS = [("Hyra", "12", "14", "2"), ("Resor", "8", "7", "1"), ("Summa", "20", "21", "3")]
HEADS = ("Konto", "Budget", "Utfall", "Rest")


@pytest.mark.parametrize("ruled", [False, True], ids=["white-alone", "rule-below-heads"])
def test_what_a_print_out_tells_of_itself_a_blank_line_above_the_heads_is_none_of_them(ruled):
    about = [row("Ekonomirapport", "", "Sida 1", at=0), row("Ansvar 4711", "", "Period 2301", at=1)]
    first = 4.5 if ruled else 4
    rows = [row(*texts, at=first + i) for i, texts in enumerate(ACCOUNTS)]
    rules = [Box(LEFT, 100 + 3.2 * STEP, ENDS[-1], 100 + 3.2 * STEP)] if ruled else []

    assert read([*about, row(*HEADS, at=3), *rows], rules) == [list(HEADS), *map(list, ACCOUNTS)]


def test_heads_right_above_others_stay_with_them():
    above = row("", "Plan", "Bokfört", at=0)
    rows = [row(*texts, at=2 + i) for i, texts in enumerate(ACCOUNTS)]

    assert read([above, row(*HEADS, at=1), *rows])[0] == ["Konto", "Plan Budget", "Bokfört Utfall", "Rest"]


def test_heads_in_bold_that_all_but_touch_are_of_the_figures_below_them():
    heads = beside(set_right("Beviljat", 260, 100, bold=True), set_right("Förbrukat belopp", 346, 100, bold=True))
    rows = [
        beside(row(a, b, at=1 + i), set_right(c, 346, 100 + (1 + i) * STEP)) for i, (a, b, c, _) in enumerate(ACCOUNTS)
    ]

    assert read([heads, *rows])[0] == ["", "Beviljat", "Förbrukat belopp"]


def test_a_section_in_bold_below_heads_of_figures_is_a_row_where_others_are_set_as_it():
    lines = [
        row("Belopp i tkr", "2023", "2023", "Rest", at=0, bold=True),
        row("", "Plan", "Utfall", at=1, bold=True),
        row("Barn", at=2, bold=True),
        *(row(*texts, at=3 + i) for i, texts in enumerate(ACCOUNTS)),
        row("Vuxna", at=6, bold=True),
        *(row(*texts, at=7 + i) for i, texts in enumerate(ACCOUNTS)),
    ]

    found = read(lines)

    assert [texts[0] for texts in found if not any(texts[1:])] == ["Barn", "Vuxna"]


def test_a_centred_section_right_below_the_heads_is_a_row_where_another_is_set_as_it():
    def section(text: str, at: float) -> Line:
        line = set_line(text, (LEFT + ENDS[-1]) / 2 - text_width(text) / 2, 100 + at * STEP)
        return Line(tuple(replace(word, italic=True) for word in line.words))

    lines = [
        row(*HEADS, at=0),
        section("Norra länsdelen", 1),
        *(row(*texts, at=2 + i) for i, texts in enumerate(ACCOUNTS)),
        section("Södra länsdelen", 5),
        *(row(*texts, at=6 + i) for i, texts in enumerate(ACCOUNTS)),
    ]

    assert read(lines)[:2] == [list(HEADS), ["Norra länsdelen", "", "", ""]]


def test_a_long_label_that_all_but_touches_its_number_is_no_head_over_the_columns():
    number = "412 500"
    touching = beside(
        set_line("Uppsökande arbete bland ensamma", LEFT, 100 + 3 * STEP), set_right(number, 270, 100 + 3 * STEP)
    )
    rows = [("Post", "Belopp"), ("Hyra", "312 000"), ("Resor", "118 250"), ("Kurser", "240 000"), ("Summa", "670 250")]
    at = (0, 1, 2, 5, 6)
    lines = [
        beside(set_line(a, LEFT, 100 + i * STEP), set_right(b, 270, 100 + i * STEP))
        for i, (a, b) in zip(at, rows, strict=True)
    ]

    found = read([*lines[:3], touching, set_line("i glesbygd", LEFT, 100 + 4 * STEP), *lines[3:]])

    assert found[3] == ["Uppsökande arbete bland ensamma i glesbygd", number]


def test_a_year_on_the_last_line_of_a_head_above_a_rule_is_of_the_head():
    foot = 100 + STEP * 1.2
    rows = [row("Hyra", "12", "Klar", "14", at=2.5), row("Resor", "8", "Pågår", "7", at=3.5)]

    found = read(
        [row("", "Antal", "", "Utfall", at=0), row("Nämnd", "ärenden", "Läge", "2023", at=1), *rows],
        [Box(LEFT, foot, ENDS[-1], foot)],
    )

    assert found[0] == ["Nämnd", "Antal ärenden", "Läge", "Utfall 2023"]


def test_a_rule_between_two_rows_of_heads_does_not_end_the_head():
    rows = [row("Barn", "Kö", "Kurser", "Maj", at=2.8), row("Unga", "Väntan", "Samtal", "Juni", at=3.8)]
    upper = beside(set_line("Grupp", LEFT, 100), set_line("Nuläge", 224, 100), set_line("Arbete", 305, 100))
    rules = [Box(200, 100 + y * STEP, ENDS[-1], 100 + y * STEP) for y in (0.2, 1.4)]

    found = read([upper, row("", "Problem", "Insats", "När", at=1.2), *rows], rules)

    assert found[-2:] == [["Barn", "Kö", "Kurser", "Maj"], ["Unga", "Väntan", "Samtal", "Juni"]]
    assert found[0][0] == "Grupp"
