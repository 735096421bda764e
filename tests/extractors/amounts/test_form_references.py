"""Bare figures are sums where the label of a sum says that it is made of them."""

import pytest

from extractors.amounts.form_references import numbers_referred
from extractors.amounts.forms import read_form_amounts
from extractors.forms.fields import field_of
from models.place import Place


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("Summa kostnader (4–7)", {"4", "5", "6", "7"}),
        ("Kvar att återbetala (2 + 3 – 8)", {"2", "3", "8"}),
        ("Totalt (rad 1 + 2):", {"1", "2"}),
        ("Insatser för barn (0–5 år)", set()),
        ("Beviljat belopp (2025)", set()),
    ],
)
def test_the_answers_that_a_label_names_by_their_numbers(label: str, numbers: set[str]):
    assert numbers_referred([label]) == numbers


def test_what_a_sum_is_made_of_is_money_and_what_is_counted_is_not():
    asked = [
        ("1", "Beviljat belopp", "400 000"),
        ("2", "Vår egen insats", "50 000"),
        ("3", "Antal kurser", "12"),
        ("4", "Lokaler", "90 000"),
        ("5", "Läger", "30 000"),
        ("6", "Summa kostnader (3–5)", "120 000"),
        ("7", "Kvar (1 + 2 – 6)", "330 000"),
        ("8", "Deltagare", "112"),
    ]
    places = [(Place(page=1, x0=70, top=20 * n, x1=520, bottom=20 * n + 12),) for n in range(len(asked))]
    fields = [
        field_of(label, value, place, number, None) for (number, label, value), place in zip(asked, places, strict=True)
    ]

    found = read_form_amounts(fields, [], costs_are="spent", year=2027)

    assert [amount.text for amount in found] == ["400 000", "50 000", "90 000", "30 000", "120 000", "330 000"]
