"""A question right below a table that was read as its last row; and what more words say of a sum."""

import pytest

from extractors.amounts.kinds import role_named
from extractors.forms.fields import read_form
from extractors.forms.question_at_end import without_question_at_end
from models.blocks import Cell, Paragraph, Table
from models.place import Place


def place(top: float, x0: float = 70.0) -> Place:
    return Place(page=1, x0=x0, top=top, x1=x0 + 100, bottom=top + 10)


def grid(*rows: tuple[str, str], bold: tuple[int, ...] = (0,)) -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=words, size=10, bold=r in bold, place=place(100 + 20 * r, 70 + 150 * c))
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
    )
    return Table(text="", places=(place(100),), method="half_ruled", n_rows=len(rows), n_cols=2, cells=cells)


ROWS = (("Post", "Kronor"), ("Gödsel", "400"), ("Fröer", "250"))


def test_a_bold_question_alone_in_the_last_row_is_no_row():
    table, question = without_question_at_end(grid(*ROWS, ("4 Bidrag som är kvar", ""), bold=(0, 3)))

    assert question is not None
    assert (question.text, question.told, table.n_rows) == ("4 Bidrag som är kvar", "asks", 3)


@pytest.mark.parametrize("last", [("4 Bidrag som är kvar", "150"), ("Summa", "")])
def test_a_row_with_a_figure_or_without_a_question_stays(last):
    whole = grid(*ROWS, last, bold=(0, 3))

    assert without_question_at_end(whole) == (whole, None)


def test_what_stands_below_the_table_answers_it():
    table = grid(*ROWS, ("4 Bidrag som är kvar", ""), bold=(0, 3))
    answer = Paragraph(text="150 kr", places=(place(174),), size=10)

    field = read_form([table, answer])[-1]

    assert (field.number, field.label, field.value) == ("4", "Bidrag som är kvar", "150 kr")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Hur fördelade sig det använda beloppet?", "spent"),
        ("Beräknas återstå vid årets slut", "remaining"),
        ("Vid årets slut återstod 14 000 kr.", "remaining"),
        ("Ekbys del är 14 000 kronor.", "share"),
        ("Den största delen är lönen.", None),
        ("Till länets kommuner går 14 000 kronor.", "allocated"),
        ("14 000 kronor ska hållas kvar för kurser.", "allocated"),
        ("Statsbidrag har lämnats med 14 000 kronor.", "granted"),
        ("Beräknas kosta 14 000 kronor", "planned"),
    ],
)
def test_words_that_say_what_a_sum_is(words, role):
    assert role_named(words) == role
