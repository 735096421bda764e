"""What the words of rows and columns are taken to mean."""

import pytest

from checks.tables.labels import adds_up, is_blank, is_share, label_sense, names_total, years_in


@pytest.mark.parametrize(
    ("label", "sense"),
    [
        ("Summa", "sum"),
        ("SUMMA:", "sum"),
        ("Totalt (kr)", "sum"),
        ("Totalsumma, tkr", "sum"),
        ("Delsumma", "sum"),
        ("Summa kostnader", "sum"),
        ("Summa beviljade medel", "sum"),
        ("= 1 041 125", "sum"),
        ("Fördelade medel", "sum"),
        ("Totala kostnader", "sum"),
        ("Totalt antal klienter", "named_total"),
        ("Totalt kommunerna", "named_total"),
        ("Totalt, hela perioden", "wide_total"),
        ("Summa inkl. tidigare år", "wide_total"),
        ("Totalt beviljat", "frame"),
        ("1. Erhållet statsbidrag: (636 982 kr)", "frame"),
        ("1. Utbetalt statsbidrag (kr)", "frame"),
        ("Utbetalda bidrag till föreningar", "plain"),
        ("3. Kvarstående statsbidrag", "balance"),
        ("Kvar att fördela", "balance"),
        ("därav mellan 18 och 29 år", "breakdown"),
        ("– varav kvinnor", "breakdown"),
        ("Del av 3.2", "plain"),
        ("Fördelade medel till kommuner", "plain"),
        ("Totaltandvård", "plain"),
        ("Botkyrka", "plain"),
        ("", "plain"),
    ],
)
def test_the_sense_of_a_label(label: str, sense: str):
    assert label_sense(label) == sense


@pytest.mark.parametrize(
    "heading",
    ["År", "Ålder", "Nr", "Antal/100 000", "per 1 000 invånare", "Medelvärde", "Pris", "Riskvärde", "%"],
)
def test_headings_of_what_is_not_added(heading: str):
    assert not adds_up(heading)


@pytest.mark.parametrize("heading", ["Belopp", "2017", "Kostnad per år", "Belopp per kommun", "Antal", ""])
def test_headings_of_what_is_added(heading: str):
    assert adds_up(heading)


def test_shares_and_totals_by_their_headings():
    assert is_share("Varav 4 procent till gemensamma satsningar")
    assert not is_share("Erhållna stimulansmedel 2016")
    assert names_total("Belopp totalt")
    assert not names_total("Belopp")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2016–2018", {2016, 2017, 2018}),
        ("2017/18", {2017, 2018}),
        ("från 2019", {2019}),
        ("12 019 kr", set()),
        ("", set()),
    ],
)
def test_years_named_in_a_text(text: str, years: set[int]):
    assert years_in(text) == years


@pytest.mark.parametrize(("text", "blank"), [(None, True), ("–", True), (" x ", True), ("0", False), ("e.u.", False)])
def test_blank_cells(text: str | None, blank: bool):
    assert is_blank(text) is blank
