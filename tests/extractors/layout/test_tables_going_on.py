"""A table's last rows at the head of the next page, too few to tell of columns by themselves."""

from collections.abc import Sequence

import pytest

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_layout import PageLayout, lay_out
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
