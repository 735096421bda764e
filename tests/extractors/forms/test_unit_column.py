"""Grids of a form whose units stand in a column of their own, and labels with a hint in small type below them."""

from extractors.forms.question_rows import form_rows
from extractors.forms.unit_column import without_unit_column
from models.blocks import Cell, Table
from models.place import Place


def grid(*rows: tuple[str, ...], leads: tuple[str, ...] = ()) -> Table:
    places = {
        (r, c): Place(page=1, x0=70 + 150 * c, top=100 + 20 * r, x1=200 + 150 * c, bottom=115 + 20 * r)
        for r in range(len(rows))
        for c in range(len(rows[0]))
    }
    cells = tuple(
        Cell(
            row=r,
            col=c,
            col_span=len(rows[0]) if len(row) == 1 else 1,
            text=text,
            lead=next((lead for lead in leads if text.startswith(lead)), ""),
            size=10.0 if text else 0.0,
            place=places[r, c],
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(
        text="", places=(places[0, 0],), method="ruled", n_rows=len(rows), n_cols=max(map(len, rows)), cells=cells
    )


def answers(table: Table) -> list[tuple[str, str | None]]:
    return [(row.label, row.answer) for row in form_rows(table) or []]


def test_a_unit_beside_its_box_belongs_to_the_answer():
    table = grid(
        ("Beviljat bidrag", "185 000", "kr"),
        ("Kostnad för trädgården", "170 000", "kr"),
        ("Antal odlare?", "31", "personer"),
        ("Kvar att återbetala", "", "kr"),
    )

    assert answers(table) == [
        ("Beviljat bidrag", "185 000 kr"),
        ("Kostnad för trädgården", "170 000 kr"),
        ("Antal odlare?", "31 personer"),
        ("Kvar att återbetala", None),
    ]


def test_the_title_over_all_columns_stands_over_what_is_left():
    table = without_unit_column(grid(("Ekonomi", "", ""), ("Beviljat", "185 000", "kr"), ("Använt", "9 000", "kr")))

    assert table.n_cols == 2
    assert [cell.text for cell in table.cells] == ["Ekonomi", "", "Beviljat", "185 000 kr", "Använt", "9 000 kr"]


def test_a_column_that_holds_more_than_units_is_kept():
    table = grid(("Beviljat", "185 000", "kr"), ("Använt", "9 000", "se bilaga"))

    assert without_unit_column(table) is table


def test_what_explains_a_label_below_it_is_no_part_of_it():
    table = grid(
        ("Utbetalt bidrag Det som kom in i maj", "185 000", "kr"),
        ("Hur många odlade?", "31", "personer"),
        ("Antal odlare som kom från andra orter", "4", ""),
        leads=("Utbetalt bidrag", "Antal odlare"),
    )

    assert answers(table) == [
        ("Utbetalt bidrag", "185 000 kr"),
        ("Hur många odlade?", "31 personer"),
        ("Antal odlare som kom från andra orter", "4"),
    ]
