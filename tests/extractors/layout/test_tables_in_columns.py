"""A table in one of two columns of text that a page is read in: it is a table there, too."""

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_layout import lay_out
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Table
from tests.layout_builders import MEASURES, STEP, beside, full_line, raw_page, set_line, set_right

EDGE = 200.0


def row(at: int, *texts: str, bold: bool = False) -> Line:
    """A label in the right column and figures that end under each other; row `at` of the page."""
    bottom = 100 + at * STEP
    label, *figures = texts
    ends = (430, 520)
    return beside(
        set_line(label, EDGE, bottom, bold=bold),
        *(set_right(x, end, bottom, bold=bold) for x, end in zip(figures, ends, strict=True)),
    )


def page() -> list[Line]:
    """Heads in the margin, and beside them text, a table, and text again."""
    heads = {0: "Kostnaderna växer", 1: "med antalet orter", 11: "Nämndens svar"}
    lines = [full_line(f"Rad{i}", EDGE, 100 + i * STEP) for i in range(4)]
    lines += [row(5, "Kostnad", "Lägst", "Högst", bold=True)]
    lines += [row(6, "Resor", "781", "6 214"), row(7, "Lokaler", "831", "2 007"), row(8, "Kurser", "294", "1 927")]
    lines += [full_line(f"Slut{i}", EDGE, 100 + i * STEP) for i in range(10, 15)]
    at = {round((line.bottom - 100) / STEP): line for line in lines}
    return [
        beside(set_line(heads[i], 60, line.bottom, bold=True), line) if i in heads else line for i, line in at.items()
    ]


def test_a_table_in_a_column_of_text_is_a_table():
    parts = Furniture(body=tuple(page()), running=(), numbers=(), footnotes=(), label=None)
    blocks = join_pages([lay_out(raw_page(), [], parts, MEASURES, Vocabulary())], Vocabulary())

    [table] = [block for block in blocks if isinstance(block, Table)]

    assert table.grid() == [
        ["Kostnad", "Lägst", "Högst"],
        ["Resor", "781", "6 214"],
        ["Lokaler", "831", "2 007"],
        ["Kurser", "294", "1 927"],
    ]
