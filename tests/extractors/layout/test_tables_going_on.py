"""A table's last rows at the head of the next page, too few to tell of columns by themselves."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_items import PageLayout
from extractors.layout.page_layout import lay_out
from extractors.layout.tables_going_on import OpenEnd, rows_over_columns, with_heads_in_body, with_rest_unframed
from extractors.pages.geometry import Box, Drawn
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Table
from tests.layout_builders import LEFT, MEASURES, beside, full_line, raw_page, set_line, text_width

ROWS = [["Insats", "Belopp"], ["Kurser för alla", "5 000"], ["Råd", "700"], ["Stöd till unga", "80"]]


def set_row(label: str, amount: str, bottom: float, *, page: int) -> Line:
    """A label and a number that ends at 380."""
    parts = [set_line(label, LEFT, bottom, page=page)] if label else []
    return beside(*parts, set_line(amount, 380 - text_width(amount), bottom, page=page))


def tables(*pages: Sequence[Line]) -> list[list[list[str]]]:
    layouts: list[PageLayout] = []
    for number, lines in enumerate(pages, 1):
        parts = Furniture(body=tuple(lines), running=(), numbers=(), footnotes=(), label=None)
        before = layouts[-1] if layouts else None
        layouts.append(lay_out(raw_page(number), [], parts, MEASURES, Vocabulary(), before))
    return [block.grid() for block in join_pages(layouts, Vocabulary()) if isinstance(block, Table)]


FIRST = [set_row(label, amount, 700 + 20 * i, page=1) for i, (label, amount) in enumerate(ROWS)]
TEXT = [full_line("Därefter", bottom=y, page=2) for y in (140, 153)]


def test_one_last_row_on_the_next_page_is_of_the_table():
    assert tables(FIRST, [set_row("Kvar", "0", 100, page=2), *TEXT]) == [[*ROWS, ["Kvar", "0"]]]


def test_a_last_row_whose_number_stands_half_a_line_off_is_of_the_table():
    rest = [
        set_line("Föräldrastöd i", bottom=100, page=2),
        set_row("", "40", 106.5, page=2),
        set_line("hela länet", bottom=113, page=2),
    ]

    assert tables(FIRST, [*rest, *TEXT]) == [[*ROWS, ["Föräldrastöd i hela länet", "40"]]]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param([set_row("Granvik", "Ekfors", 100, page=2)], id="words-where-numbers-stand"),
        pytest.param([set_line("Av detta går 5 000 till kurser", bottom=100, page=2)], id="running-text"),
        pytest.param([set_line("Kvar", bottom=100, page=2)], id="label-without-number"),
        pytest.param([set_line("0", 377, 100, page=2)], id="number-without-label"),
    ],
)
def test_other_text_is_no_row(head):
    assert tables(FIRST, [*head, *TEXT]) == [ROWS]


def test_what_stands_below_text_is_no_row_of_the_table_before():
    first = [*FIRST, full_line("Detta", bottom=800, page=1)]

    assert tables(first, [set_row("Kvar", "0", 100, page=2), *TEXT]) == [ROWS]


def words(number: int, *rows: Sequence[str], head: bool) -> list[Line]:
    """Rows of three texts each, the first in bold where it is a head."""
    return [
        beside(
            *(
                set_line(text, LEFT + 150 * col, 100 + 20 * i, bold=head and i == 0, page=number)
                for col, text in enumerate(row)
            )
        )
        for i, row in enumerate(rows)
    ]


PLAN = [
    ["Område", "Insats", "Mål"],
    ["Tidigt stöd", "Kurser för alla", "Fler når hjälp"],
    ["Delaktighet", "Brukarråd", "Fler har inflytande"],
    ["Ledning", "Samråd", "Vården hänger ihop"],
]


def test_one_last_row_of_words_on_the_next_page_is_of_the_table():
    rest = ["Samverkan", "Gemensam plan", "Färre faller emellan"]

    assert tables(words(1, *PLAN, head=True), [*words(2, rest, head=False), *TEXT]) == [[*PLAN, rest]]


def test_one_row_below_the_head_again_is_of_the_table_before():
    rest = ["Samverkan", "Gemensam plan", "Färre faller emellan"]

    assert tables(words(1, *PLAN, head=True), [*words(2, PLAN[0], rest, head=True), *TEXT]) == [[*PLAN, rest]]


def test_texts_that_begin_elsewhere_are_no_row_of_the_table_before():
    other = beside(*(set_line(text, LEFT + 12 + 150 * col, 100, page=2) for col, text in enumerate("abc")))

    assert tables(words(1, *PLAN, head=True), [other, *TEXT]) == [PLAN]


END = OpenEnd(
    (68.0, 268.0, 500.0), (68.0, 500.0), ("Risk Åtgärd",), frozenset(), (LEFT, 270.0), frozenset({10.0}), 500.0
)
"""A table of words in two columns with sides down to the page's foot."""
LEFT_LINES, RIGHT_LINES = ["hälsa på grund av", "stress i arbetet"], ["temet och rutinerna", "för nya chefer"]


def framed(x1: float, right: Sequence[str] = RIGHT_LINES) -> DraftGrid:
    """A frame at the page's head with lines of two texts in it."""
    lines = tuple(
        beside(set_line(one, LEFT, 100 + 13 * i, page=2), set_line(two, 270, 100 + 13 * i, page=2))
        for i, (one, two) in enumerate(zip(LEFT_LINES, right, strict=True))
    )
    box = Box(68, 85, x1, 120)
    return DraftGrid(2, box, (DraftCell(0, 0, 1, 1, box, lines),), 1, 1, (68, x1))


def test_a_frame_as_wide_as_the_table_before_holds_the_rest_of_its_row():
    grids, body = with_rest_unframed([framed(500)], TEXT, END)

    assert grids == []
    assert [line.text for line in body[:2]] == [f"{a} {b}" for a, b in zip(LEFT_LINES, RIGHT_LINES, strict=True)]


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(framed(400), id="narrower"),
        pytest.param(framed(500, ["Ta fram rutiner", "för nya chefer"]), id="another-begins-in-it"),
    ],
)
def test_another_frame_stays_one(frame):
    assert with_rest_unframed([frame], TEXT, END) == ([frame], TEXT)


def test_a_frame_below_text_stays_one():
    above = full_line("Därefter", bottom=70, page=2)

    assert with_rest_unframed([framed(500)], [above], END) == ([framed(500)], [above])


def test_a_tables_first_head_that_repeats_at_the_pages_head_is_no_running_head():
    heads = (set_line("År", 270, 60, page=2), set_line("Risk Åtgärd", LEFT, 73, page=2))
    name = set_line("Plan för Granvik", LEFT, 40, page=2)
    parts = Furniture(body=(heads[1], *TEXT), running=(name, heads[0]), numbers=(), footnotes=(), label=None)
    end = replace(END, heads=("År", "Risk Åtgärd"))

    found = with_heads_in_body(parts, end)

    assert found.running == (name,)
    assert found.body == (*heads, *TEXT)


@pytest.mark.parametrize("end", [None, END, replace(END, heads=("År", "Risk Åtgärd Tid"))])
def test_a_running_head_stays_one_where_no_table_has_those_heads(end):
    heads = (set_line("År", 270, 60, page=2), set_line("Risk Åtgärd", LEFT, 73, page=2))
    parts = Furniture(body=(heads[1], *TEXT), running=(heads[0],), numbers=(), footnotes=(), label=None)

    assert with_heads_in_body(parts, end) == parts


@pytest.mark.parametrize(
    ("text", "y", "whole"),
    [
        pytest.param("och deras familjer", 104.0, True, id="closed-by-a-rule"),
        pytest.param("och deras familjer", None, False, id="no-rule"),
        pytest.param("Och deras familjer", 104.0, False, id="begins-anew"),
    ],
)
def test_the_rest_of_a_label_over_the_rule_that_closes_the_table_is_of_its_row(text, y, whole):
    first = [set_row(label, amount, 700 + 20 * i, page=1) for i, (label, amount) in enumerate(ROWS)]
    head = [Box(LEFT - 4, at, 390, at + 0.5) for at in (687.0, 703.0)]
    foot = [] if y is None else [Box(LEFT - 4, y, 390, y + 0.5)]
    pages: list[PageLayout] = []
    for number, lines, rules in ((1, first, head), (2, [set_line(text, bottom=100, page=2), *TEXT], foot)):
        parts = Furniture(body=tuple(lines), running=(), numbers=(), footnotes=(), label=None)
        before = pages[-1] if pages else None
        pages.append(lay_out(raw_page(number, rules=rules), [], parts, MEASURES, Vocabulary(), before))
    (table,) = [block.grid() for block in join_pages(pages, Vocabulary()) if isinstance(block, Table)]

    assert table == [*ROWS[:-1], ["Stöd till unga och deras familjer" if whole else "Stöd till unga", "80"]]


@pytest.mark.parametrize(
    ("edges", "unclosed", "y", "n_rows"),
    [
        pytest.param((68.0, 268.0, 500.0), True, 117.0, 2, id="down-to-the-rule"),
        pytest.param((68.0, 268.0, 500.0), False, 117.0, 0, id="closed-on-the-page-before"),
        pytest.param((68.0, 268.0, 500.0), True, None, 0, id="no-rule"),
        pytest.param((68.0, 150.0, 200.0), True, 117.0, 0, id="within-a-column"),
    ],
)
def test_the_last_rows_of_a_table_over_columns_of_text_end_at_its_rule(edges, unclosed, y, n_rows):
    rows = [
        beside(set_line(one, LEFT, 100 + 13 * i, page=2), set_line(two, 270, 100 + 13 * i, page=2))
        for i, (one, two) in enumerate([("Ledning", "Samråd i länet"), ("Vård", "Råd till alla")])
    ]
    text = [
        beside(set_line("Arbetet går vidare", LEFT, at, page=2), set_line("i samma takt", 270, at, page=2))
        for at in (140.0, 153.0)
    ]
    drawn = Drawn(rules=() if y is None else (Box(68, y, 500, y + 0.5),))

    found = rows_over_columns([*rows, *text], replace(END, edges=edges, is_unclosed=unclosed), [262.0], drawn)

    assert len(found) == n_rows
