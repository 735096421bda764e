"""A table's head known by its words, where its looks tell nothing."""

import pytest

from extractors.plans.named_heads import with_named_head
from models.blocks import Cell, Paragraph, Table
from models.place import Place
from tests.table_builders import table

_ROW = ["Brister i rutinen", "Stickprov av tio ärenden", "Granskas av två i förening"]


def roles(rows: list[list[str]], **options) -> list[list[str]]:
    read = with_named_head(table(rows, **options))
    assert isinstance(read, Table)
    return [[cell.role for cell in read.cells if cell.row == row] for row in range(len(rows))]


@pytest.mark.parametrize(
    "head",
    [
        ["Risk", "Kontroll", "Beskrivning"],
        ["Mål", "Aktivitet", "Ansvarig"],
        ["Förvaltning", "Insats", "Kostnad"],
    ],
)
def test_the_first_row_is_the_head_where_its_words_name_columns(head):
    assert roles([head, _ROW], headers=0) == [["header"] * 3, ["body"] * 3]


@pytest.mark.parametrize(
    "first",
    [
        ["Stress i skolan", "Stickprov av fem ärenden", "Granskas av en"],
        ["Risk", "Stickprov", "Beskrivning"],
        ["Mål", "Alla elever har någon att tala med", "Kuratorn"],
        ["Enhet", "Summa", "2025"],
        ["Verksamhet", "Belopp", "Kommentar"],
    ],
)
def test_other_rows_stay_rows(first):
    assert roles([first, _ROW], headers=0) == [["body"] * 3, ["body"] * 3]


def test_a_head_that_is_told_by_its_looks_stays_alone():
    rows = [["Område", "Vad", "Vem"], ["Mål", "Aktivitet", "Ansvarig"], _ROW]
    assert roles(rows, headers=1)[1] == ["body"] * 3


def test_a_row_of_heads_with_nothing_below_it_is_no_table_to_name():
    assert roles([["Mål", "Aktivitet", "Ansvarig"]], headers=0) == [["body"] * 3]


def over_all(text: str, row: int) -> Cell:
    return Cell(row=row, col=0, col_span=3, text=text, place=Place(page=1, x0=0, top=0, x1=9, bottom=9), role="header")


def test_the_head_may_stand_below_rows_over_all_columns_and_come_again():
    head = ["Aktiviteter", "Ansvarig", "Tid"]
    given = table([["", "", ""], ["", "", ""], head, _ROW, head, _ROW], headers=0)
    above = (over_all("Fokusområde: Skola", 0), over_all("Mål: Alla trivs", 1))
    read = with_named_head(given.model_copy(update={"cells": (*above, *given.cells)}))

    assert isinstance(read, Table)
    told = {cell.row: cell.role for cell in read.cells}
    assert told == {0: "label", 1: "label", 2: "header", 3: "body", 4: "header", 5: "body"}


def test_text_stays_as_it_is():
    said = Paragraph(text="Mål", places=(Place(page=1, x0=0, top=0, x1=9, bottom=9),))
    assert with_named_head(said) is said
