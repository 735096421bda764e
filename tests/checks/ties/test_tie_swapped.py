"""tie.text-table: a sum in the text that has a table's total's digits, but for two that have changed places."""

import pytest

from checks import CheckInput, run_checks
from tests.account_rows import Part, Tabled, Told, paper

RESULT = Tabled(
    (
        ("Post", "Utfall 2023", "Utfall 2024"),
        ("Bidrag", "35 900", "51 300"),
        ("Finansnetto", "13 500", "10 400"),
        ("Årets resultat", "49 400", "61 700"),
    ),
    {1: "other", 2: "other"},
    "Resultaträkning",
    tkr=True,
)
SHARED = Tabled(
    (
        ("Kommun", "Belopp", "Rest"),
        ("Ekby", "7 003 000", "12 000"),
        ("Furuvik", "6 512 000", "31 000"),
        ("Lindås", "4 688 000", "25 000"),
        ("Summa", "18 203 000", "68 000"),
    ),
    {},
    "Fördelning",
)
NOTED = Tabled(
    (
        ("Post", "Not", "Utfall 2024"),
        ("Bidrag", "8", "24 191"),
        ("Avkastning", "9", "10 391"),
        ("Årets resultat", "10", "34 582"),
    ),
    {2: "other"},
    "Fonden",
    tkr=True,
)
MISPRINTED = Tabled(
    (("Post", "Utfall 2024"), ("Bidrag", "24 191"), ("Avkastning", "11 291"), ("Summa", "34 582")),
    {1: "other"},
    "Fonden",
    tkr=True,
)


def said(*parts: Part) -> list[tuple[str, str, int]]:
    found = run_checks(CheckInput.from_file_rows([paper("d1", *parts, doc_type="other")]))[0]
    return [(f.rule, f.severity, int(f.difference or 0)) for f in found if f.rule.startswith(("tie.", "check."))]


@pytest.mark.parametrize(
    ("sentence", "table", "difference"),
    [
        ("Till kommunerna går 18 230 000 kronor.", SHARED, 27_000),
        ("Kommunens resultat är 67 100 tkr.", RESULT, 5_400_000),
        ("Fondens resultat är 35 482 tkr.", NOTED, 900_000),
    ],
)
def test_two_digits_that_have_changed_places_are_a_warning(sentence: str, table: Tabled, difference: int):
    assert said(Told(sentence, "other"), table) == [("tie.text-table", "warning", difference)]


@pytest.mark.parametrize(
    ("sentence", "table"),
    [
        pytest.param("Till kommunerna går 18 203 000 kronor.", SHARED, id="it is the same"),
        pytest.param("Till kommunerna går 18 320 000 kronor.", SHARED, id="other digits"),
        pytest.param("Till kommunerna går 7 030 000 kronor.", SHARED, id="no total's digits"),
        pytest.param("Till kommunerna går 1 823 000 kronor.", SHARED, id="of another size"),
        pytest.param("Ett nytt badhus kostar 67 100 tkr.", RESULT, id="few digits, of another thing"),
        pytest.param("Resultatet 2023 blev 67 100 tkr.", RESULT, id="few digits, of another year"),
        pytest.param("Fondens resultat är 35 482 tkr.", MISPRINTED, id="the total is misprinted"),
    ],
)
def test_what_may_be_another_sum_is_left_alone(sentence: str, table: Tabled):
    assert said(Told(sentence, "other"), table) == []


def test_what_parts_the_two_may_stand_in_the_table():
    grid = (*SHARED.grid[:-1], ("Varav till föreningar", "27 000", ""), SHARED.grid[-1])
    of_two = Tabled(grid, {}, "Fördelning")

    assert said(Told("Till kommunerna går 18 230 000 kronor.", "other"), of_two) == []


def test_two_sentences_of_one_fact_need_fewer_digits():
    first = Told("Av bidraget har 857 700 kr förbrukats.", "spent")

    assert said(first, Told("Kursen kostade 875 700 kr.", "spent"), SHARED)[0][1:] == ("warning", -18_000)
    assert said(first, Told("Förra året kostade den 875 700 kr.", "spent", 2019), SHARED) == []


@pytest.mark.parametrize(
    ("sentence", "difference"),
    [
        ("Fondens resultat är 34 182 tkr.", -400_000),
        ("Fondens resultat är 34 582 tkr.", None),
        ("Fondens resultat var 34 182 tkr 2023.", None),
        ("Driften kostade 34 182 tkr.", None),
        ("Fondens resultat är 34 911 tkr.", None),
        ("Fondens resultat är 24 191 tkr.", None),
    ],
)
def test_a_sum_one_digit_from_a_total_is_it_where_the_sentence_tells_of_it(sentence: str, difference: int | None):
    expected = [] if difference is None else [("tie.text-table", "warning", difference)]

    assert said(NOTED, Told(sentence, "other")) == expected
