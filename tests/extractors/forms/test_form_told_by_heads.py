"""Tables whose heads name the questions and the answers below them."""

import pytest

from extractors.forms.question_rows import form_rows, is_form_grid
from tests.table_builders import table

ROWS = [["A1 Mottagare av bidraget", "Granviks kommun"], ["A2 Kostnad för stödet", "94 500"], ["A3 Ombud", ""]]


@pytest.mark.parametrize(
    "heads", [("Fråga", "Svar"), ("Uppgift", "Ert svar"), ("Frågor", "Kommunens svar"), ("Fråga", "Svar/kommentar")]
)
def test_rows_below_such_heads_are_questions_whatever_their_words(heads):
    asked = table([list(heads), *ROWS[:2], list(heads), ROWS[2]])

    rows = form_rows(asked)

    assert rows is not None
    assert [[row.label, row.answer] for row in rows] == [*ROWS[:2], ["A3 Ombud", None]]
    assert is_form_grid(asked)


def test_a_column_of_numbers_stands_before_the_questions():
    rows = form_rows(table([["Nr", "Fråga", "Svar"], ["1", "Mottagare av bidraget", "Granvik"], ["2", "Ombud", "Ja"]]))

    assert rows is not None
    assert [(row.label, row.answer) for row in rows] == [("1 Mottagare av bidraget", "Granvik"), ("2 Ombud", "Ja")]


@pytest.mark.parametrize("heads", [["Fråga", "Antal svar"], ["Svar", "Fråga"], ["Insats", "Svar"]])
def test_other_heads_tell_of_a_table(heads):
    assert form_rows(table([heads, ["Samtal i grupp", "12"], ["Samtal på telefon", "31"]])) is None


def test_answers_of_several_years_side_by_side_are_a_table():
    assert (
        form_rows(table([["Fråga", "Svar", "2024"], ["Antal samtal", "12", "18"], ["Antal kurser", "3", "4"]])) is None
    )
