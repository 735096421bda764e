"""A county's table names each of its municipalities once."""

from dataclasses import replace

import pytest

from checks.check_input import CheckInput
from checks.municipalities import Municipalities
from checks.rules import complete_registry
from models.registry import Registry
from tests.check_builders import document, found, registry, table

ALL = ("Ekby", "Furuvik", "Granköping", "Hasselby", "Lindås", "Rönnholm")


def _rows(*named: str, title: str = "Fördelning", last: str = "Region Skogen", doubt: str | None = None) -> CheckInput:
    lines = [["Kommun", "Belopp"], *([name, "1 000"] for name in named), [last, "5 000"]]
    made, cells = table(lines, title=title, doubt=doubt)
    return CheckInput(documents=(document(),), tables=(made,), cells=cells, registry=registry())


def _said(rows: CheckInput) -> list[tuple[str, str]]:
    return [(finding.severity, finding.subject) for finding in found(complete_registry.CHECK, rows)]


def test_a_whole_county_is_silent():
    assert _said(_rows(*ALL)) == []


def test_a_missing_municipality_is_a_warning_and_an_error_where_all_are_added_up():
    assert _said(_rows(*ALL[1:])) == [("warning", "Fördelning: Ekby")]
    assert _said(_rows(*ALL[1:], last="Kommunerna totalt")) == [("error", "Fördelning: Ekby")]


def test_a_name_in_anothers_place_is_two_errors():
    findings = found(complete_registry.CHECK, _rows("Furuvik", *ALL[1:]))

    assert [(f.severity, f.subject) for f in findings] == [
        ("error", "Fördelning: Furuvik"),
        ("error", "Fördelning: Ekby"),
    ]
    assert "Furuvik står 2 gånger" in findings[0].message_sv
    assert "Ekby is missing" in findings[1].message_en


def test_a_small_county_may_lack_two_where_they_are_added_up():
    assert len(_said(_rows("Ekby", *ALL[:1], *ALL[2:5], last="Summa kommuner"))) == 3
    assert _said(_rows(*ALL[:4])) == []
    assert _said(_rows(*ALL[:3], last="Summa kommuner")) == []


def test_one_of_another_county_is_a_warning():
    assert ("warning", "Fördelning: Sälgmark") in _said(_rows(*ALL, "Sälgmark"))


@pytest.mark.parametrize(
    "named",
    [ALL[:3], (*ALL, *ALL), ("Ekby", "Sälgmark")],
    ids=["some of them", "year by year", "two counties"],
)
def test_lists_of_another_kind_are_silent(named):
    assert _said(_rows(*named)) == []


def test_a_table_that_goes_on_in_another_is_silent():
    first, cells = table([["Kommun", "Belopp"], *([name, "1 000"] for name in ALL[:5])])
    second, rest = table([["Kommun", "Belopp"], ["Rönnholm", "1 000"]], ordinal=2)
    rows = CheckInput(documents=(document(),), tables=(first, second), cells=(*cells, *rest), registry=registry())

    assert _said(rows) == []


def test_a_doubtful_table_gives_warnings_only():
    [twice, missing] = found(complete_registry.CHECK, _rows("Furuvik", *ALL[1:], doubt="kolumnerna är osäkra"))

    assert (twice.severity, missing.severity) == ("warning", "warning")
    assert "kolumnerna är osäkra" in twice.message_sv


def test_without_a_registry_nothing_is_said():
    rows = _rows(*ALL[1:])

    assert _said(CheckInput(documents=rows.documents, tables=rows.tables, cells=rows.cells)) == []


@pytest.mark.parametrize("label", ["Ekby", "Ekby kommun", "EKBY", "Ekby1", "Ekbys kommun"])
def test_a_municipality_is_known_by_its_name(label):
    assert Municipalities(registry()).code_of(label) == "4001"


def test_a_label_that_says_more_is_no_municipality():
    assert Municipalities(registry()).code_of("Ekby och Furuvik") is None
    assert list(Municipalities(registry()).named_in("Ekby, Furuvik och Lindås har sökt.")) == ["4001", "4002", "4005"]


def test_a_name_twice_in_a_small_county_that_lacks_two_is_told():
    small = Registry(municipalities={f"770{n}": name for n, name in enumerate(ALL[:5])}, counties={"77": "Skogslän"})
    rows = replace(_rows(*ALL[:3], "Ekby", last="Kommunerna totalt"), registry=small)

    assert sorted(_said(rows)) == [("error", f"Fördelning: {name}") for name in ("Ekby", "Hasselby", "Lindås")]
