"""Grids whose cells hold a label over its answer: the label told by its type, and the fields they give."""

from dataclasses import replace
from typing import Any

import pytest

from extractors.forms.boxes_in_grid import rows_of_boxes
from extractors.forms.fields import read_form
from extractors.forms.spans import forms_in
from extractors.tables.cell_leads import lead_of
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Cell, Table
from models.place import Place
from tests.layout_builders import STEP, beside, set_line

NOTHING_KNOWN = Vocabulary()


@pytest.mark.parametrize(
    ("styles", "lead"),
    [
        ([(False, 10), (True, 10)], "Rad 0"),
        ([(True, 10), (False, 10), (False, 10)], "Rad 0"),
        ([(False, 7), (False, 7), (False, 10)], "Rad 0 Rad 1"),
        ([(False, 10), (False, 10.2)], ""),
        ([(False, 10), (True, 10), (False, 10)], ""),
        ([(True, 10), (False, 7), (False, 10)], "Rad 0"),
        ([(True, 10)], ""),
        ([], ""),
    ],
)
def test_a_cells_label_is_told_by_its_type(styles, lead):
    lines = [set_line(f"Rad {i}", bottom=100 + i * STEP, size=size, bold=bold) for i, (bold, size) in enumerate(styles)]
    assert lead_of(lines, NOTHING_KNOWN) == lead


def test_a_cells_label_is_told_by_its_colour_or_slant():
    above, below = set_line("Lokal", bottom=87.0), set_line("Bygdegården", bottom=100.0)
    looks: tuple[dict[str, Any], ...] = ({"color": "120 120 120 255"}, {"italic": True})

    for look in looks:
        label = Line(tuple(replace(word, **look) for word in above.words))
        assert lead_of([label, below], NOTHING_KNOWN) == "Lokal"


def test_words_stressed_within_a_line_make_no_label():
    stressed: Line = beside(set_line("Mest", bold=True), set_line("av allt", x0=120.0))
    assert lead_of([set_line("Vi ville", bottom=87.0, bold=True), stressed], NOTHING_KNOWN) == ""


def grid(*rows: tuple[tuple[str, str], ...]) -> Table:
    """A table of cells, each with its label and its answer."""
    cells = tuple(
        Cell(row=r, col=c, text=f"{lead} {said}".strip(), lead=lead if said else "", place=at(30 * r, 150 * c))
        for r, row in enumerate(rows)
        for c, (lead, said) in enumerate(row)
    )
    return Table(text="", places=(at(0),), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


def at(top: float, x0: float = 70) -> Place:
    return Place(page=1, x0=x0, top=top, x1=x0 + 140, bottom=top + 28)


def test_boxes_side_by_side_are_fields_each():
    table = grid(
        (("Huvudman", "Granviks kommun"), ("Org.nr", "212000-1215")),
        (("Beviljat belopp", "412 000 kr"), ("Dnr", "")),
    )

    assert forms_in([table], is_report=True) == [[table]]
    assert [(field.label, field.value) for field in read_form([table])] == [
        ("Huvudman", "Granviks kommun"),
        ("Org.nr", "212000-1215"),
        ("Beviljat belopp", "412 000 kr"),
        ("Dnr", None),
    ]


def test_titles_in_cells_of_prose_are_no_labels():
    table = grid(
        (("Tidiga insatser", "Skolan bjuder in."), ("Stöd till anhöriga", "Träffar varje månad.")),
        (("Samverkan", "Rådet möts på våren."), ("Delaktighet", "Unga är med.")),
    )

    assert rows_of_boxes(table) is None
