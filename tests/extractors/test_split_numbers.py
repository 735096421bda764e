"""Identity numbers of which each digit, or each part, stands in a box of its own."""

from decimal import Decimal

import pytest

from extractors.forms.fields import read_form
from extractors.identity_numbers import is_identity_number
from extractors.privacy import MASK_IDENTITY, mask
from extractors.rows.table_rows import cell_rows
from extractors.split_numbers import asks_identity, pieces_of_identity
from models.blocks import Answer, Cell, Table
from models.numbers import WrittenNumber
from models.place import Place

NUMBER = "8112289874"
WRONG = "8112289875"


def table(*rows: list[str]) -> Table:
    place = Place(page=1, x0=10, top=10, x1=20, bottom=20)
    cells = tuple(
        Cell(row=r, col=c, text=text, place=place) for r, row in enumerate(rows) for c, text in enumerate(row)
    )
    return Table(text="", places=(place,), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


@pytest.mark.parametrize(
    "texts",
    [
        list(NUMBER),
        list("19" + NUMBER),
        [*NUMBER[:6], "-", *NUMBER[6:]],
        ["1981", "12", "28", "9874"],
        ["81", "12", "28", "98", "74"],
        ["Namn", *NUMBER],
    ],
)
def test_pieces_that_are_an_identity_number_together(texts):
    assert is_identity_number(NUMBER)
    assert pieces_of_identity(texts) == {at for at, text in enumerate(texts) if text != "Namn"}


@pytest.mark.parametrize("texts", [list(WRONG), ["811228", "9874"], ["12", "5", "7"], [*NUMBER, "4"], ["2021", "2022"]])
def test_other_figures_beside_each_other_are_none(texts):
    assert pieces_of_identity(texts) == set()


def test_where_the_word_stands_any_number_of_that_length_is_one():
    assert pieces_of_identity(["811228", "9875"], named=True) == {0, 1}


@pytest.mark.parametrize(
    ("label", "asked"),
    [("Personnummer", True), ("Sökandens pnr", True), ("Person-/organisationsnummer", False), ("Antal barn", False)],
)
def test_what_asks_for_an_identity_number(label, asked):
    assert asks_identity(label) is asked


def test_neither_text_nor_value_of_such_cells_is_kept():
    drawn = table(list(NUMBER), list("1234512345"))
    numbers = {(cell.row, cell.col): WrittenNumber(Decimal(cell.text), Decimal(1)) for cell in drawn.cells}

    rows = cell_rows("t", drawn, numbers)

    assert {row.text for row in rows[:10]} == {MASK_IDENTITY}
    assert {row.value for row in rows[:10]} == {None}
    assert [row.text for row in rows[10:]] == list("1234512345")


def test_a_number_filled_in_over_two_fields_is_withheld():
    place = Place(page=1, x0=10, top=10, x1=20, bottom=20)
    pairs = [("Kommun", "Mora"), ("Organisationsnummer", "212000-2213"), ("Personnummer", "811228"), ("-", "9874")]
    fields = read_form([Answer(text=f"{a} {b}", label=a, value=b, places=(place,)) for a, b in pairs])

    assert [field.value for field in fields] == ["Mora", "212000-2213", None, None]
    assert [field.withheld for field in fields[2:]] == ["identity number", "identity number"]


def test_the_last_four_digits_told_apart_from_the_day_of_birth():
    assert mask("Född 811228, de fyra sista är 9874.") == f"Född 811228, de fyra sista är {MASK_IDENTITY}."
    assert mask("De fyra sista 2000 kr betalas i maj.") == "De fyra sista 2000 kr betalas i maj."
