"""tie.plan-report.total, tie.plan-report.activity, tie.allocation, and tie.same-fact within a packet."""

from collections.abc import Sequence
from typing import Any

import pytest

from checks import CheckInput, run_checks
from models.rows import AmountKind, FileRows, Finding
from tests.account_rows import Answered, Tabled, Told, paper

GRANT = "Statsbidrag för insatser inom psykisk hälsa"
ACTIVITIES = (
    ("Handledning av arbetsledare i boendet", "151 000"),
    ("Team för skolnärvaro tillsammans med skolan", "300 000"),
    ("Anhörigstöd på kvällstid och helger", "249 000"),
)
Findings = list[tuple[str, str, str | None, int | None]]


def plan(
    document_id: str = "plan",
    activities: Sequence[tuple[str, str]] = ACTIVITIES,
    granted: str = "730 500",
    **about: Any,
) -> FileRows:
    total = sum(int(amount.replace(" ", "")) for _, amount in activities if amount)
    grid = (
        ("Aktivitet", "Belopp"),
        *activities,
        ("Fördelade medel", str(total)),
        ("Totalt beviljat", granted),
        ("Kvarstående", str(int(granted.replace(" ", "")) - total)),
    )
    facts: dict[str, Any] = {"doc_type": "action_plan", "title": "Lokala satsningar 2022", "grant_name": GRANT} | about
    return paper(document_id, Tabled(grid, {1: "planned"}, "Lokala satsningar"), **facts)


def report(
    activities: Sequence[tuple[str, ...]], granted: str = "730 500", heads=("Planerat", "Kostnad"), **about: Any
) -> FileRows:
    columns = [[int(row[col].replace(" ", "")) for row in activities] for col in range(1, len(heads) + 1)]
    grid = (("Genomförd aktivitet", *heads), *activities, ("Summa", *(str(sum(column)) for column in columns)))
    kinds: dict[int, AmountKind] = {1: "planned", 2: "spent"} if len(heads) == 2 else {1: "spent"}
    facts: dict[str, Any] = {"doc_type": "grant_report", "title": "Återrapport 2022", "grant_name": GRANT} | about
    return paper("report", Answered("Erhållet bidrag", granted, "received"), Tabled(grid, kinds, "Insatser"), **facts)


def county(*sums: tuple[str, str, str], tkr: bool = False, year: int | None = 2022, **about: Any) -> FileRows:
    """sums: name, kommunkod, sum."""
    grid = (("Kommun", "Belopp"), *((name, amount) for name, _, amount in sums))
    table = Tabled(
        grid,
        {1: "allocated"},
        "Fördelning av medel",
        tkr=tkr,
        municipalities={row: code for row, (_, code, _) in enumerate(sums, start=1)},
    )
    facts: dict[str, Any] = {
        "doc_type": "action_plan",
        "title": "Länets plan",
        "kommunkod": None,
        "lanskod": "20",
    } | about
    return paper("county", table, reporting_year=year, grant_name=GRANT, **facts)


def findings(*files: FileRows) -> list[Finding]:
    return [
        each for each in run_checks(CheckInput.from_file_rows(files))[0] if each.rule.startswith(("tie.", "check."))
    ]


def said(*files: FileRows) -> Findings:
    """(rule, severity, other document, difference) of every finding."""
    return [
        (each.rule, each.severity, each.other_document_id, None if each.difference is None else int(each.difference))
        for each in findings(*files)
    ]


def spending(*spent: str, activities: Sequence[tuple[str, str]] = ACTIVITIES) -> list[tuple[str, str, str]]:
    return [(*activity, amount) for activity, amount in zip(activities, spent, strict=True)]


SPENT = ("140 000", "300 000", "200 250")


def test_a_report_that_keeps_to_its_plan():
    assert said(plan(), report(spending(*SPENT))) == []


def test_another_granted_sum_than_the_plans():
    assert said(plan(), report(spending(*SPENT), granted="703 500")) == [
        ("tie.plan-report.total", "error", "plan", -27_000)
    ]


def test_another_planned_sum_shows_in_its_activity_and_in_the_total():
    changed = [ACTIVITIES[0], (ACTIVITIES[1][0], "330 000"), ACTIVITIES[2]]

    found = findings(plan(), report(spending(*SPENT, activities=changed)))

    assert [(each.rule, each.severity, each.difference) for each in found] == [
        ("tie.plan-report.activity", "error", 30_000),
        ("tie.plan-report.total", "error", 30_000),
    ]
    assert found[0].subject == "Team för skolnärvaro tillsammans med skolan"
    assert "Lokala satsningar 2022 (plan.pdf)" in found[0].message_sv
    assert "Difference 30\u00a0000 kr" in found[0].message_en


@pytest.mark.parametrize(
    "other",
    [
        {"kommunkod": "2080"},
        {"reporting_year": 2021},
        {"grant_name": "Statsbidrag för stärkt bemanning inom den sociala barn- och ungdomsvården"},
    ],
)
def test_documents_of_another_party_year_or_grant_are_not_paired(other: dict[str, Any]):
    activities = [("Ny tjänst som samordnare", "700 000", "700 000")]

    assert said(plan(), report(activities, granted="703 500", **other)) == []


def test_where_the_grant_is_not_told_it_is_a_warning_unless_a_sum_is_shared():
    unknown = paper("plan", Told("Kommunen har beviljats 730 500 kr.", "granted"), doc_type="action_plan")
    with_total = paper(
        "plan",
        Told("Kommunen har beviljats 730 500 kr.", "granted"),
        Told("Totalt planeras 700 000 kronor.", "planned"),
        doc_type="action_plan",
    )
    other = report(spending(*SPENT), granted="703 500")

    assert said(unknown, other) == [("tie.plan-report.total", "warning", "plan", -27_000)]
    assert "Att båda gäller samma bidrag, och hela det, framgår inte säkert." in findings(unknown, other)[0].message_sv
    assert said(with_total, other) == [("tie.plan-report.total", "error", "plan", -27_000)]


def test_activities_in_the_same_words_tell_that_it_is_one_grant_whatever_the_names():
    named = report(spending(*SPENT), granted="703 500", grant_name="Statsbidrag för tidiga insatser mot psykisk ohälsa")

    assert said(plan(), named) == [("tie.plan-report.total", "error", "plan", -27_000)]


def test_one_code_in_the_registry_of_grants_is_one_grant():
    coded: dict[str, Any] = {"grant_code": "uppdrag-psykisk-halsa"}
    memo = paper("memo", Told("Beviljat: 703 500 kr.", "granted"), grant_name="Uppdrag psykisk hälsa", **coded)

    assert said(memo, plan(**coded)) == [("tie.plan-report.total", "error", "plan", -27_000)]


def test_sums_of_quite_another_size_are_other_facts():
    assert said(plan(), report(spending(*SPENT), granted="6 100 000")) == []


def test_a_digit_too_few_is_a_warning_also_where_the_grant_is_not_told():
    unknown = paper("plan", Told("Kommunen har beviljats 73 050 kr.", "granted"), doc_type="action_plan")
    other = paper("plan", Told("Kommunen har beviljats 71 000 kr.", "granted"), doc_type="action_plan")

    assert said(unknown, report(spending(*SPENT))) == [("tie.plan-report.total", "warning", "plan", 657_450)]
    assert said(other, report(spending(*SPENT))) == []


def test_what_was_granted_the_year_before_is_no_second_statement():
    memo = paper(
        "memo",
        Told("Erhållet statsbidrag för 2022: 703 500 kr.", "granted"),
        Told("Jämfört med 2021, då kommunen fick 640 000 kr, är det mer.", "granted", year=2021),
        grant_name=GRANT,
    )

    assert said(plan(), memo) == [("tie.plan-report.total", "error", "plan", -27_000)]


@pytest.mark.parametrize(("asked", "is_above"), [("730 500", False), ("690 000", False), ("790 500", True)])
def test_more_than_was_allocated_is_not_to_be_requisitioned(asked: str, is_above: bool):
    table = county(("Rättvik", "2031", "730 500"))
    memo = paper("memo", Told(f"Nämnden rekvirerar {asked} kr för 2022.", "requisitioned"), grant_name=GRANT)

    found = findings(table, memo)

    assert [(each.rule, each.severity, each.difference) for each in found] == [
        ("tie.allocation", "error", 60_000)
    ] * is_above
    assert all("790\u00a0500 kr rekvireras" in each.message_sv for each in found)


def test_more_may_be_applied_for_than_there_is():
    memo = paper("memo", Told("Nämnden söker 790 500 kr för 2022.", "requisitioned"), grant_name=GRANT)

    assert said(county(("Rättvik", "2031", "730 500")), memo) == []


def test_of_two_versions_the_newer_counts():
    old = plan("old", granted="650 000", document_date="2022-01-15")
    new = plan("new", document_date="2022-04-02")

    assert said(old, new, report(spending(*SPENT))) == []
    assert said(old, new, report(spending(*SPENT), granted="703 500")) == [
        ("tie.plan-report.total", "error", "new", -27_000)
    ]


def test_one_plan_that_is_there_twice_is_held_against_once():
    bound = plan("bound", first_page=4, last_page=5)

    assert said(plan("alone"), bound, report(spending(*SPENT), granted="703 500")) == [
        ("tie.plan-report.total", "error", "bound", -27_000)
    ]


def test_versions_that_cannot_be_told_apart_are_held_against_nothing():
    assert said(plan("one", granted="650 000"), plan("two"), report(spending(*SPENT), granted="703 500")) == []


def test_plans_of_grants_that_are_named_otherwise_are_no_versions():
    own = "Bidrag till kommuner för psykisk hälsa"
    other = plan("other", granted="650 000", grant_name="Stimulansmedel inom området psykisk hälsa")
    wrong = report(spending(*SPENT), granted="703 500", grant_name=own)

    assert [each[:2] for each in said(plan(grant_name=own), other, wrong)] == [("tie.plan-report.total", "error")]


def test_a_draft_gives_way_to_the_plan_that_was_adopted():
    draft = plan("draft", granted="650 000", title="Lokala satsningar 2022, utkast")

    assert said(draft, plan(), report(spending(*SPENT), granted="703 500")) == [
        ("tie.plan-report.total", "error", "plan", -27_000)
    ]


def test_a_document_that_is_said_again_elsewhere_is_left_out():
    again = plan("again", granted="650 000", duplicate_of="plan")

    assert said(plan(), again, report(spending(*SPENT))) == []


def test_an_activity_that_the_report_lacks():
    found = findings(plan(), report(spending(*SPENT)[:2]))

    assert [(each.rule, each.severity, each.subject) for each in found if each.difference is None] == [
        ("tie.plan-report.activity", "warning", "Anhörigstöd på kvällstid och helger")
    ]
    assert "rapporten säger inget om den" in next(each for each in found if each.difference is None).message_sv


def test_a_row_that_the_plan_has_twice_is_not_missing_in_the_report():
    twice = [*ACTIVITIES, ACTIVITIES[-1]]

    found = findings(plan(activities=twice), report(spending(*SPENT)))

    assert [each.subject for each in found if each.rule == "tie.plan-report.activity"] == []


def test_tables_of_one_form_are_of_activities_though_one_has_no_pair_and_its_example_was_planned():
    def table(name: str, cost: str) -> Tabled:
        heads = ("Genomförd aktivitet", "Kostnad")
        return Tabled((heads, ("T.ex. ett läger i fjällen", "9 000"), (name, cost), ("Summa", cost)), {1: "spent"})

    (first, _), (second, _), third = ACTIVITIES
    tables = table(first, "140 000"), table(second, "300 000"), table("Öppet hus med musik", "45 000")
    answers = Answered("Erhållet bidrag", "730 500", "received"), Answered("Kostnader", "485 000", "spent")
    form = paper("report", *answers, *tables, doc_type="grant_report", title="Återrapport 2022", grant_name=GRANT)
    amounts = [each.model_copy(update={"kind": "planned"}) if each.row == 1 else each for each in form.amounts]
    unsummed = plan(activities=[*ACTIVITIES[:2], third, ("Öppet hus med musik", "")])

    found = findings(unsummed, form.model_copy(update={"amounts": tuple(amounts)}))

    assert [each.subject for each in found if each.rule == "tie.plan-report.activity"] == [third[0]]


def test_an_activity_that_the_plan_lacks():
    more = [*spending(*SPENT), ("Mötesplats för unga på biblioteket", "45 000", "45 000")]

    found = [each for each in findings(plan(), report(more)) if each.difference is None]

    assert [(each.severity, each.subject) for each in found] == [("warning", "Mötesplats för unga på biblioteket")]
    assert "finns inte i Lokala satsningar 2022 (plan.pdf)" in found[0].message_sv


def test_an_activity_without_a_sum_in_the_plan_is_planned():
    unsummed = plan(activities=[*ACTIVITIES[:2], (ACTIVITIES[2][0], "")], granted="451 000")

    assert [each.rule for each in findings(unsummed, report(spending(*SPENT), granted="451 000"))] == [
        "tie.plan-report.total"
    ]


def test_nothing_is_missing_where_the_tables_rows_do_not_make_its_total():
    short = report(spending(*SPENT))
    kept = tuple(cell for cell in short.cells if cell.row != 3)
    amounts = tuple(amount for amount in short.amounts if amount.row != 3)
    unread = short.model_copy(update={"cells": kept, "amounts": amounts})

    assert said(plan(), unread) == []


def test_activities_told_in_other_words_are_paired_and_an_unsure_pair_is_a_warning():
    others = [
        ("Arbetsledare i boendet får handledning", "151 000", "140 000"),
        ("Tillsammans med skolan: team för skolnärvaro", "330 000", "300 000"),
        ("Anhörigstöd på kvällstid och helger", "249 000", "200 250"),
    ]
    third = [*ACTIVITIES, ("Kurs i samtalsmetodik för elevhälsan", "40 000")]
    told = [*others, ("Kurs för elevhälsan i att samtala", "44 000", "44 000")]

    assert ("tie.plan-report.activity", "error", "plan", 30_000) in said(plan(), report(others))
    found = [each for each in findings(plan("plan", third), report(told)) if "elevhälsan" in each.subject]
    assert [(each.severity, each.difference) for each in found] == [("warning", 4_000)]
    assert "Kurs i samtalsmetodik för elevhälsan" in found[0].message_sv


def test_spending_less_is_no_error_and_spending_more_is_a_warning():
    less = report([(name, amount) for (name, _), amount in zip(ACTIVITIES, SPENT, strict=True)], heads=("Kostnad",))
    more = report(
        [(name, amount) for (name, _), amount in zip(ACTIVITIES, ("140 000", "318 000", "200 250"), strict=True)],
        heads=("Kostnad",),
    )

    assert said(plan(), less) == []
    assert said(plan(), more) == [("tie.plan-report.activity", "warning", "plan", 18_000)]


def test_a_column_whose_unit_was_not_read_is_no_error_in_every_activity():
    thousands = [(name, str(int(amount.replace(" ", "")) // 1000)) for name, amount in ACTIVITIES]

    found = said(plan(), report(spending("140", "300", "200", activities=thousands)))

    assert [each for each in found if each[0] == "tie.plan-report.activity"] == []
    assert {severity for _, severity, _, _ in found} <= {"warning"}


def test_spending_more_than_the_plan_was_granted_is_a_warning_where_the_report_tells_no_grant():
    costs = (("Aktivitet", "Kostnad"), ("Konsultstöd", "790 000"), ("Summa", "790 000"))
    told = paper("report", Tabled(costs, {1: "spent"}, "Insatser"), doc_type="grant_report", grant_name=GRANT)

    assert said(plan(), told) == [("tie.plan-report.total", "warning", "plan", 59_500)]
    assert "Egna medel kan förklara den." in findings(plan(), told)[0].message_sv


def test_units_and_goals_that_are_alike_make_no_pair():
    grid = (
        ("Verksamhet", "Satsning", "Belopp"),
        ("Boende med särskild service", ACTIVITIES[0][0], "151 000"),
        ("Boende med särskild service", ACTIVITIES[1][0], "300 000"),
        ("Boende med särskild service", "Extra nattpersonal i satelliterna", "154 000"),
        ("Fördelade medel", "", "605 000"),
        ("Totalt beviljat", "", "605 000"),
    )
    facts: dict[str, Any] = {"doc_type": "action_plan", "title": "Lokala satsningar 2022", "grant_name": GRANT}
    with_units = paper("plan", Tabled(grid, {2: "planned"}, "Lokala satsningar"), **facts)
    more = [*spending("140 000", "300 000", activities=ACTIVITIES[:2]), ("Boende med särskild service", "574", "574")]

    found = [each for each in findings(with_units, report(more, granted="605 000")) if each.difference is None]

    assert {each.subject for each in found} == {"Extra nattpersonal i satelliterna", "Boende med särskild service"}


def test_columns_that_seem_to_have_changed_places_are_not_held_against_the_plan():
    swapped = [(name, spent, planned) for name, planned, spent in spending("140 000", "290 000", "200 250")]

    found = [each for each in findings(plan(), report(swapped)) if each.rule == "tie.plan-report.activity"]

    assert found == []


def test_a_municipality_against_the_countys_table():
    table = county(("Rättvik", "2031", "730 500"), ("Falun", "2080", "9 120 000"))

    assert said(table, plan()) == []
    assert said(table, plan(granted="705 300")) == [("tie.allocation", "error", "county", -25_200)]


def test_a_table_in_thousands_allows_what_rounding_explains():
    assert said(county(("Rättvik", "2031", "731"), tkr=True), plan()) == []
    assert said(county(("Rättvik", "2031", "735"), tkr=True), plan()) == [("tie.allocation", "error", "county", -4_500)]


@pytest.mark.parametrize(
    "table",
    [
        county(("Rättvik", "2031", "790 000"), year=None, period_start=2020, period_end=2023),
        county(("Rättvik", "2031", "790 000"), ("Rättvik", "2031", "50 000")),
        county(("Rättvik", "2031", "790 000"), year=2021),
        county(("Mora", "2062", "790 000")),
    ],
    ids=["no year", "twice", "another year", "another municipality"],
)
def test_the_countys_table_is_silent_where_it_does_not_say_what_counts(table: FileRows):
    assert said(table, plan()) == []


def test_a_memo_and_the_plan_that_it_is_bound_with():
    memo = paper(
        "memo",
        Told("Beviljat bidrag: 730 500 kr.", "granted"),
        Told("Nämnden antar planen och avsätter 770 000 kronor till dess genomförande.", "allocated"),
        source_sha256="p" * 64,
        grant_name="medel för psykisk hälsa",
    )

    assert said(memo, plan(source_sha256="p" * 64)) == [("tie.same-fact", "error", "plan", 70_000)]


def test_a_proposal_and_its_decision_tell_the_same_sums():
    bound: dict[str, Any] = {"source_sha256": "m" * 64, "kommunkod": None, "title": "Återrapportering av statsbidrag"}
    sentence = "För 2022 har kommunen rekvirerat {} kronor från myndigheten."
    proposal = paper("proposal", Told(sentence.format("636 982"), "requisitioned"), **bound)
    same = paper("decision", Told(sentence.format("636 982"), "requisitioned"), **bound)
    other = paper("decision", Told(sentence.format("663 982"), "requisitioned"), **bound)
    elsewhere = paper("decision", Told(sentence.format("571 340"), "requisitioned"), **bound | {"title": "Ansökan"})

    assert said(proposal, same) == []
    assert said(proposal, elsewhere) == []
    assert said(proposal, other) == [("tie.same-fact", "error", "proposal", 27_000)]
    assert "samma mening på sida 1, i samma ärende, anger 636\u00a0982 kr" in findings(proposal, other)[0].message_sv


def test_a_paper_that_repeats_another_but_for_a_sum_says_so():
    bound: dict[str, Any] = {"source_sha256": "m" * 64, "kommunkod": None}
    proposal = paper("proposal", Told("Beviljat: 845 tkr", "granted"), **bound)
    again = paper("extract", Told("Beviljat: 854 tkr", "granted"), **bound, title="Utdrag", duplicate_of="proposal")
    same = paper("extract", Told("Beviljat: 845 tkr", "granted"), **bound, title="Utdrag", duplicate_of="proposal")

    assert said(proposal, again) == [("tie.same-fact", "error", "proposal", 9_000)]
    assert said(proposal, same) == []
    notes = [
        found.message_sv
        for extract in (again, same)
        for found in run_checks(CheckInput.from_file_rows([proposal, extract]))[0]
        if found.rule == "identity.duplicate"
    ]
    assert ["1 av dess belopp är andra" in note for note in notes] == [True, False]


def test_of_a_sentence_with_two_sums_each_is_held_against_its_own():
    bound: dict[str, Any] = {"source_sha256": "m" * 64, "kommunkod": None, "title": "Återrapportering av statsbidrag"}
    sentence = "Av medlen gick 845 tkr till skolan och {} tkr till boendestöd."

    def both(document_id: str, second: str) -> FileRows:
        words = sentence.format(second)
        rows = paper(document_id, Told(words, "spent"), Told(f"{second} tkr", "spent"), **bound)
        return rows.model_copy(
            update={"amounts": tuple(each.model_copy(update={"subject": words}) for each in rows.amounts)}
        )

    assert said(both("proposal", "410"), both("decision", "410")) == []
    assert said(both("proposal", "410"), both("decision", "401")) == [("tie.same-fact", "error", "proposal", -9_000)]


@pytest.mark.parametrize(
    ("sum_told", "expected"),
    [
        ("730 500", []),
        ("703 500", [("tie.same-fact", "error", "report", -27_000)]),
        ("800 000", [("tie.same-fact", "warning", "report", 69_500)]),
    ],
)
def test_what_a_memo_says_was_requisitioned_is_what_the_report_received(sum_told: str, expected: Findings):
    memo = paper(
        "memo",
        Told(f"För 2022 har kommunen rekvirerat {sum_told} kronor.", "requisitioned"),
        source_sha256="m" * 64,
        grant_name=GRANT,
    )

    assert said(memo, report(spending(*SPENT), source_sha256="m" * 64)) == expected


def test_a_short_line_that_comes_again_is_no_fact_told_twice():
    bound: dict[str, Any] = {"source_sha256": "m" * 64, "title": "Fördelning av medel"}
    one = paper("one", Told("Kostnad: 50 000 kr.", "planned"), **bound)
    two = paper("two", Told("Kostnad: 75 000 kr.", "planned"), **bound)

    assert said(one, two) == []


def test_every_pairing_stays_within_its_party():
    """Work grows with the documents, not with their square: no municipality meets another."""
    files = [plan(f"{n:04}", kommunkod=f"{n:04}", granted=f"{730_500 + n * 1000}") for n in range(1000, 1040)]

    assert said(*files) == []


def over_two_pages(one: FileRows, at: int) -> FileRows:
    """The document's table, its rows from `at` on read as another under the same headings on the next page."""
    [table] = one.tables
    rest = f"{table.table_id}-rest"
    moved = {"table_id": rest, "page": 2}
    cells = [c if c.row < at else c.model_copy(update=moved | {"row": c.row - at + 1}) for c in one.cells]
    heads = [c.model_copy(update=moved) for c in one.cells if c.row == 0]
    amounts = [
        a if a.row is None or a.row < at else a.model_copy(update=moved | {"row": a.row - at + 1}) for a in one.amounts
    ]
    second = table.model_copy(
        update={"table_id": rest, "ordinal": 2, "title": None, "first_page": 2, "last_page": 2, "n_rows": 1}
    )
    return one.model_copy(
        update={"tables": (table, second), "cells": (*cells, *heads), "amounts": tuple(amounts)},
    )


def test_activities_after_a_page_s_edge_are_the_plan_s_too():
    cut = over_two_pages(plan(), at=3)

    assert said(cut, report(spending(*SPENT))) == []
    assert said(cut, report(spending(*SPENT)[:2])) == said(plan(), report(spending(*SPENT)[:2]))
    assert said(cut, report(spending(*SPENT)[:2])) != []
