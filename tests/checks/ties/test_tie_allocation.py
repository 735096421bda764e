"""tie.allocation: sums that a county tells again, tables of two grants that differ, and grants by their names."""

from typing import Any

import pytest

from checks import run_checks
from checks.check_input import CheckInput
from checks.ties.grants import is_same_grant
from models.rows import FileRows
from tests.account_rows import Tabled, Told, paper
from tests.check_builders import document

EARLY = "Statsbidrag för tidiga insatser mot psykisk ohälsa"


def county(document_id: str, kronor: str, *again: str, share: str = "", grant_name: str | None = None) -> FileRows:
    """A county's table of 2022; again: the same sum told otherwise in a second table, beside a share of it."""
    tables = [Tabled((("Kommun", "Belopp"), ("Rättvik", kronor)), {1: "allocated"}, "Fördelning", municipalities=CODE)]
    if again:
        heads = ("Kommun", "Belopp", "varav 4 procent") if share else ("Kommun", "Belopp")
        row = ("Rättvik", *again, share) if share else ("Rättvik", *again)
        tables.append(Tabled((heads, row), {1: "planned", 2: "planned"}, "Kommunernas del", municipalities=CODE))
    facts: dict[str, Any] = {"doc_type": "action_plan", "title": "Länets plan", "kommunkod": None, "lanskod": "20"}
    return paper(document_id, *tables, reporting_year=2022, grant_name=grant_name, **facts)


CODE = {1: "2031"}


def memo(document_id: str, kronor: str, grant_name: str | None = EARLY) -> FileRows:
    told = Told(f"Kommunen har beviljats {kronor} kr.", "granted")
    return paper(document_id, told, doc_type="memo", title="Redovisning 2022", grant_name=grant_name)


def said(*files: FileRows) -> list[tuple[str, str, str | None]]:
    """(document, severity, county) of every finding."""
    found = run_checks(CheckInput.from_file_rows(files))[0]
    return [(f.document_id, f.severity, f.other_document_id) for f in found if f.rule == "tie.allocation"]


def test_a_sum_that_the_county_tells_again_is_one_and_a_share_of_it_is_none():
    table = county("county", "730 500", "730 500", share="29 220", grant_name=EARLY)

    assert said(table, memo("memo", "703 500")) == [("memo", "error", "county")]


def test_a_sum_that_the_county_and_the_own_plan_contradict_is_one_finding_that_names_both():
    told = Told("Beviljade medel 730 500 kr.", "granted")
    plan = paper("plan", told, doc_type="action_plan", title="Plan", grant_name=EARLY, reporting_year=2022)
    files = (county("county", "730 500", grant_name=EARLY), memo("memo", "703 500"), plan)

    [finding] = run_checks(CheckInput.from_file_rows(files))[0]

    assert "på sida 1 (”Rättvik”)" in finding.message_sv
    assert finding.message_sv.endswith("Samma tal motsägs också av ”Beviljade medel 730 500 kr.”.")


def test_different_sums_of_one_municipality_leave_it_open_which_counts():
    assert said(county("county", "730 500", "650 000", grant_name=EARLY), memo("memo", "703 500")) == []


def test_of_counties_tables_that_differ_that_which_another_document_bears_out_counts():
    tables = county("county", "730 500"), county("other", "4 787 000")

    assert said(*tables, memo("memo", "703 500")) == []
    assert said(*tables, memo("memo", "703 500"), memo("again", "730 500")) == [("memo", "error", "county")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("statsbidrag för psykisk hälsa", EARLY, None),
        ("statsbidrag för psykisk hälsa", "Bidrag till kommuner och regioner för psykisk hälsa", None),
        ("Bidrag för psykisk hälsa", "bidrag för psykisk hälsa", True),
        (EARLY, "Medel för att stärka barn och ungas psykiska hälsa", False),
        (EARLY, "statsbidrag för tidiga insatser mot psykisk ohälsa", True),
    ],
)
def test_a_name_that_says_only_what_all_grants_are_about_tells_no_grant(one: str, other: str, expected: bool | None):
    papers = [document(name, grant_name=name) for name in (one, other)]

    assert is_same_grant(papers[0], papers[1]) is expected


def decision(
    *rows: tuple[str, ...], heads: tuple[str, ...] = ("Kommun", "Belopp"), title: str, **about: Any
) -> FileRows:
    """A paper of no plan's class, with a table of municipalities; Rättvik stands first."""
    kinds: dict[int, Any] = dict.fromkeys(range(1, len(heads)), about.pop("kind", "allocated"))
    codes = dict(enumerate(["2031", "2062", "2029"], start=1))
    facts: dict[str, Any] = {"kommunkod": None, "lanskod": "20", "doc_type": "other", "grant_name": EARLY} | about
    return paper("decision", Tabled((heads, *rows), kinds, "Kommunerna", municipalities=codes), title=title, **facts)


OTHERS = (("Mora", "903 650"), ("Leksand", "698 350"))


def test_a_paper_of_any_class_that_shares_money_out_among_municipalities_allocates_it():
    shared = decision(("Rättvik", "730 500"), *OTHERS, title="Fördelning av stimulansmedel 2022")
    costs = decision(("Rättvik", "730 500"), *OTHERS, title="Årets kostnader")
    pair = decision(("Rättvik", "730 500"), OTHERS[0], title="Fördelning av stimulansmedel 2022")

    assert said(shared, memo("memo", "703 500")) == [("memo", "error", "decision")]
    assert said(shared, memo("memo", "730 500")) == []
    assert said(costs, memo("memo", "703 500")) == said(pair, memo("memo", "703 500")) == []


def test_a_share_that_stands_alone_is_the_municipality_s_sum():
    shared = decision(("Rättvik", "730 500"), *OTHERS, title="Fördelning av medel", kind="share")

    assert said(shared, memo("memo", "703 500")) == [("memo", "error", "decision")]


@pytest.mark.parametrize(("moving", "found"), [("630 500", [("memo", "error", "decision")]), ("640 500", [])])
def test_of_parts_and_their_sum_the_sum_counts(moving: str, found: list[tuple[str, str, str]]):
    heads = ("Kommun", "Fast del", "Rörlig del", "Summa")
    others = (("Mora", "100 000", "803 650", "903 650"), ("Leksand", "100 000", "598 350", "698 350"))
    shared = decision(
        ("Rättvik", "100 000", moving, "730 500"), *others, heads=heads, title="Fördelning av stimulansmedel 2022"
    )

    assert said(shared, memo("memo", "703 500")) == found


def test_a_grant_for_local_work_is_no_part_of_it():
    told = Told("Kommunen beviljades 703 500 kr för lokala insatser.", "granted")
    report = paper("report", told, doc_type="grant_report", title="Slutrapport", grant_name=EARLY)

    assert said(county("county", "730 500", grant_name=EARLY), report) == [("report", "error", "county")]


def test_a_change_told_of_the_wrong_sum_is_the_same_finding_where_the_county_s_sum_makes_it_right():
    words = "Jämfört med 2021, då kommunen fick 800 000 kr, har bidraget sänkts med 69 500 kr."
    granted = Told("Kommunen har beviljats 703 500 kr.", "granted")
    told = paper("memo", granted, Told("800 000 kr", "other", 2021), Told("69 500 kr", "other"), grant_name=EARLY)
    own, *rest = told.amounts
    changed = told.model_copy(update={"amounts": (own, *(each.model_copy(update={"subject": words}) for each in rest))})

    def rules(kronor: str) -> list[str]:
        return [each.rule for each in run_checks(CheckInput.from_file_rows((county("county", kronor), changed)))[0]]

    assert rules("730 500") == ["tie.allocation"]
    assert rules("730 000") == ["recalc.change", "tie.allocation"]
