"""The head of another table right below the first one's rows."""

from dataclasses import replace

import pytest

from extractors.pages.geometry import Box, Drawn
from extractors.pages.page_words import TICK
from extractors.tables.heads_again import next_head
from extractors.tables.line_parts import cut
from extractors.tables.open_regions import find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, set_line, set_right


def row(*texts: str, bold: bool = False, at: int) -> Line:
    """Two texts and a number, or two texts; `at` is the number of the line."""
    foot = 100 + STEP * at
    cells = [set_line(text, x0, foot, bold=bold) for text, x0 in zip(texts, (LEFT, 220.0), strict=False)]
    return beside(*cells, *([set_right(texts[2], 420, foot, bold=bold)] if len(texts) > 2 else []))


HEAD = ("Rutin", "Risk", "Värde")
ROWS = [row("Attest", "Ingen ser efter", "9", at=1), row("Avtal", "Ingen följer upp", "4", at=2)]


def found(lines: list[Line]) -> int | None:
    return next_head(lines, [cut(line) for line in lines])


@pytest.mark.parametrize(
    ("first", "second", "bold"),
    [
        pytest.param(HEAD, HEAD, True, id="same-words-in-bold"),
        pytest.param(HEAD, HEAD, False, id="same-words-where-rows-have-numbers"),
        pytest.param(HEAD, ("Område", "Mål", "Kronor"), True, id="other-words-in-bold"),
    ],
)
def test_heads_in_the_same_columns_begin_another_table(first, second, bold):
    lines = [row(*first, bold=bold, at=0), *ROWS, row(*second, bold=bold, at=3), row("Boende", "Kö", "6", at=4)]

    assert found(lines) == 3


def test_the_title_above_the_heads_is_the_next_tables():
    lines = [row(*HEAD, bold=True, at=0), *ROWS, set_line("Ekonomi", LEFT, 139, bold=True), row(*HEAD, bold=True, at=4)]

    assert found(lines) == 3


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(row("Område", "Mål", "Kronor", at=3), id="a-row-without-number"),
        pytest.param(row("Summa", "Alla", "13", bold=True, at=3), id="a-sum-in-bold"),
        pytest.param(set_line("Ekonomi", LEFT, 139, bold=True), id="a-section"),
    ],
)
def test_rows_sums_and_sections_are_no_heads(line):
    assert found([row(*HEAD, bold=True, at=0), *ROWS, line, row("Boende", "Kö", "6", at=4)]) is None


def test_a_row_of_words_that_comes_twice_is_no_head():
    twice = row("Kurser", "Skolan", at=0)
    again = Line(tuple(replace(w, top=w.top + 2 * STEP, bottom=w.bottom + 2 * STEP) for w in twice.words))

    assert found([twice, row("Råd", "Vården", at=1), again]) is None


def test_a_row_of_tick_boxes_is_no_head_however_often_it_comes():
    boxes = [beside(set_line(TICK, 300, 100 + STEP * i), set_line(TICK, 420, 100 + STEP * i)) for i in (0, 2)]

    assert found([boxes[0], set_line("Samverkan", LEFT, 113), boxes[1]]) is None


def notes(*, white: float = STEP, bold: bool = True, heads: tuple[str, ...] = ("2024", "2023")) -> list[Line]:
    """Two notes of an annual report, each with the years of its own over columns of its own, `white` between them."""

    def line(label: str, *numbers: str, at: float, ends: tuple[float, ...], bold: bool = False) -> Line:
        cells = [set_right(text, x1, 100 + at, bold=bold) for text, x1 in zip(numbers, ends, strict=False)]
        return beside(set_line(label, LEFT, 100 + at, bold=bold), *cells)

    first, second, below = (300.0, 360.0), (330.0, 420.0), 4 * STEP + white
    return [
        line("Not 3 Byggnader", "2024", "2023", at=0, ends=first, bold=True),
        line("Vid årets början", "1 204,0", "1 107,0", at=STEP, ends=first),
        line("Inköp", "98,4", "97,0", at=2 * STEP, ends=first),
        line("Vid årets slut", "1 302,4", "1 204,0", at=3 * STEP, ends=first, bold=True),
        line("Not 4 Fordon", *heads, at=below, ends=second, bold=bold),
        line("Vid årets början", "31,2", "30,1", at=below + STEP, ends=second),
        line("Vid årets slut", "33,0", "31,2", at=below + 2 * STEP, ends=second, bold=True),
    ]


def test_years_over_other_columns_with_white_above_begin_another_table():
    assert found(notes()) == 4


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(notes(white=0), id="as-near-as-rows"),
        pytest.param(notes(bold=False), id="set-as-rows"),
        pytest.param(notes(heads=("64,2", "61,3")), id="numbers"),
        pytest.param(notes(heads=()), id="a-section"),
    ],
)
def test_a_row_near_to_those_above_or_set_as_they_or_with_numbers_is_no_head(lines):
    assert found(lines) is None


def test_the_rule_below_a_table_tells_nothing_of_the_columns_of_the_next():
    lines = notes()
    foot = lines[3].bottom + 2
    rules = [Box(x0, foot, x1, foot + 0.5) for x0, x1 in ((LEFT, 250.0), (250.5, 310.0), (310.5, 420.0))]

    first, second = find_regions(lines, MEASURES, Drawn(rules=tuple(rules)))

    assert [(each.first, each.last, each.n_cols) for each in (first, second)] == [(0, 4, 3), (4, 7, 3)]
    assert second.drawn == ()


def test_other_heads_below_a_numbered_title_begin_another_table():
    second = beside(
        *(set_line(text, x0, 152, bold=True) for text, x0 in (("Slag", 76.0), ("2031", 300.0), ("2032", 400.0)))
    )
    lines = [row(*HEAD, bold=True, at=0), *ROWS, set_line("9. Budget", LEFT, 139, bold=True), second]
    lines.append(row("Boende", "Kö", "6", at=5))

    assert found(lines) == 3
    assert found([*lines[:3], set_line("Budget i kronor", LEFT, 139), *lines[4:]]) is None


def counted(*texts: str, at: float, bold: bool = False) -> Line:
    """A label, which may be empty, and two texts in columns of their own."""
    foot = 100 + STEP * at
    cells = zip(texts, (LEFT, 300.0, 400.0), strict=True)
    return beside(*(set_line(text, x0, foot, bold=bold) for text, x0 in cells if text))


COUNTS = [counted("Antal nya", "50", "36", at=1), counted("därav unga", "11", "9", at=2)]


@pytest.mark.parametrize(
    ("first", "again", "begins"),
    [
        pytest.param(("", "Kvinnor", "Män"), ("", "Kvinnor", "Män"), 3, id="same-words"),
        pytest.param(("", "Kvinnor", "Män"), ("", "Ja", "Nej"), 3, id="other-words"),
        pytest.param(("", "Kvinnor", "Män"), ("Barn hemma", "Kvinnor", "Män"), 3, id="same-words-beside-a-label"),
        pytest.param(("Äldre", "4", "7"), ("", "Kvinnor", "Män"), 3, id="below-rows-whose-head-is-on-the-page-before"),
        pytest.param(("", "Kvinnor", "Män"), ("", "61", "45"), None, id="a-sum"),
    ],
)
def test_heads_without_a_label_in_a_style_of_their_own_begin_another_table(first, again, begins):
    heads = counted(*first, at=0, bold=not first[0])
    rows = [counted("Antal avslutade", "33", "28", at=4), counted("därav unga", "1", "5", at=5)]

    assert found([heads, *COUNTS, counted(*again, at=3, bold=True), *rows]) == begins


def test_words_without_a_label_set_as_the_rows_are_a_row():
    assert found([counted("", "Kvinnor", "Män", at=0), *COUNTS, counted("", "Okänt", "Okänt", at=3), COUNTS[0]]) is None


def test_heads_of_two_lines_with_white_above_begin_another_table():
    heads = counted("Barn hemma", "Kvin-", "Män", at=4, bold=True)
    lines = [counted("", "Kvinnor", "Män", at=0, bold=True), *COUNTS, heads, set_line("nor", 300.0, 165, bold=True)]

    assert found([*lines, counted("Antal klienter", "29", "10", at=6)]) == 3
    assert found(lines) == 3


@pytest.mark.parametrize(("titled", "begin"), [(True, 2), (False, None)])
def test_heads_of_marks_below_a_title_begin_another_table_in_columns_of_its_own(titled, begin):
    lines = [
        beside(*(set_line(text, x0, 100, bold=True) for text, x0 in (("Kvinnor", 250.0), ("Män", 320.0)))),
        beside(*(set_line(text, x0, 113) for text, x0 in (("Antal ombud", LEFT), ("1", 250.0), ("2", 320.0)))),
        set_line("Utbildning", LEFT, 126, bold=titled),
        beside(*(set_line(text, x0, 139, bold=True) for text, x0 in (("Ja", 300.0), ("Nej", 400.0)))),
        beside(*(set_line(text, x0, 152) for text, x0 in (("Ombuden fick kurs", LEFT), ("X", 400.0)))),
    ]

    assert found(lines) == begin
