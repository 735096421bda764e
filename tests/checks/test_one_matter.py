"""One matter, one finding, also where several rules or several papers of a file tell of it."""

from typing import Any

from checks import CheckInput, run_checks
from models.rows import FileRows, Finding
from tests.account_rows import Answered, Tabled, Told, paper

FILE: dict[str, Any] = {"source_sha256": "p" * 64, "grant_name": "Statsbidrag för psykisk hälsa"}


def findings(*files: FileRows) -> list[Finding]:
    return run_checks(CheckInput.from_file_rows(files))[0]


def papers(granted: str, **report: Any) -> tuple[FileRows, ...]:
    """A plan with its memo, bound in one file, and a report."""
    table = Tabled((("Insats", "Belopp"), ("Kurs", "700 000"), ("Totalt beviljat", "730 500")), {1: "planned"})
    return (
        paper("plan", table, doc_type="action_plan", title="Plan 2022", **FILE),
        paper("memo", Told("Beviljat bidrag: 730 500 kr.", "granted"), **FILE),
        paper("report", Answered("Erhållet bidrag", granted, "received"), doc_type="grant_report", **(FILE | report)),
    )


def test_papers_of_one_file_that_agree_are_silent():
    assert findings(*papers("730 500")) == []


def test_two_sums_that_meet_again_in_one_file_are_one_finding_that_names_the_places():
    [finding] = findings(*papers("703 500"))

    assert (finding.severity, finding.document_id, finding.other_document_id) == ("error", "report", "plan")
    assert "Samma två tal står mot varandra även i ”Beviljat bidrag: 730 500" in finding.message_sv
    assert "(sida 1)" in finding.message_sv
    assert "as well (page 1)" in finding.message_en


def test_all_places_are_evidence():
    rows = CheckInput.from_file_rows(papers("703 500"))
    [finding], evidence = run_checks(rows)

    assert {each.document_id for each in evidence if each.finding_id == finding.finding_id} == {
        "plan",
        "memo",
        "report",
    }


def test_another_file_has_a_finding_of_its_own():
    plan, memo, report = papers("703 500", source_sha256="r" * 64)
    other = memo.model_copy(update={"documents": (memo.documents[0].model_copy(update={"source_sha256": "m" * 64}),)})
    wrong = plan.model_copy(
        update={
            "amounts": tuple(
                each.model_copy(update=dict.fromkeys(("value_sek", "value_low", "value_high"), each.value_sek + 9_000))
                if each.kind == "granted"
                else each
                for each in plan.amounts
            )
        }
    )

    assert len({each.document_id for each in findings(wrong, other, report)}) == 2


def outcome(total: str, other: str, name: str = "d1") -> FileRows:
    """Two tables of one report, whose totals are the same money."""
    areas = Tabled(
        (
            ("Område", "Budget", "Utfall"),
            ("Skola", "300 000", "290 250"),
            ("Vård", "151 000", "140 000"),
            ("Summa", "451 000", total),
        ),
        {1: "planned", 2: "spent"},
        "Områden",
    )
    kinds = Tabled(
        (("Slag", "Plan", "Använt"), ("Lön", "451 000", other), ("Summa", "451 000", other)),
        {1: "planned", 2: "spent"},
        "Kostnader efter slag",
    )
    made = paper(name, areas, kinds, doc_type="grant_report")
    boxes = {
        (c.table_id, c.row, c.col): {
            "x0": 100.0 * c.col,
            "x1": 100.0 * c.col + 90,
            "top": 20.0 * n,
            "bottom": 20.0 * n + 9,
        }
        for n, c in enumerate(made.cells)
    }
    cells = tuple(c.model_copy(update=boxes[c.table_id, c.row, c.col]) for c in made.cells)
    amounts = tuple(a.model_copy(update=boxes[a.table_id or "", a.row or 0, a.col or 0]) for a in made.amounts)
    return made.model_copy(update={"cells": cells, "amounts": amounts})


def test_a_total_that_neither_its_rows_nor_another_table_bears_out_is_one_finding():
    assert findings(outcome("430 250", "430 250")) == []

    [finding] = findings(outcome("480 250", "430 250"))

    assert (finding.rule, finding.actual, finding.expected) == ("footing.column", 480_250, 430_250)
    assert "Samma tal motsägs också av" in finding.message_sv


def test_papers_set_alike_with_the_same_wrong_number_have_a_finding_each():
    found = findings(outcome("480 250", "430 250"), outcome("480 250", "430 250", "e1"))

    totals = [each.document_id for each in found if each.rule == "footing.column"]
    assert totals == ["d1", "e1"]


def test_a_total_that_differs_in_two_ways_is_two_findings():
    found = findings(outcome("480 250", "410 000"))

    assert sorted(each.rule for each in found) == ["footing.column", "tie.same-fact"]


def test_what_is_more_than_was_received_and_than_was_used_in_all_is_said_once():
    answers = (Answered("Tilldelade medel", "546 494", "granted"), Answered("Använda medel", "462 400", "spent"))
    part = Told("Kommunen har lagt 564 128 kr på handledning och en tillfällig förstärkning.", "spent")

    [finding] = findings(paper("d1", *answers, part, doc_type="grant_report"))

    assert (finding.rule, finding.expected) == ("tie.same-fact", 462_400)


def test_two_numbers_of_a_balance_that_does_not_come_out_are_no_second_finding():
    table = Tabled(
        (("Insats", "Belopp"), ("Kurs", "500 000"), ("Resor", "230 500"), ("Fördelade medel", "730 500")),
        {1: "planned"},
    )
    plan = paper("plan", table, doc_type="action_plan", title="Plan 2022", **FILE)
    told = (
        Told("Kommunen har beviljats 730 500 kr.", "granted"),
        Told("Insatserna planeras kosta 790 500 kr.", "planned"),
        Told("Ej förbrukade medel: 0 kr.", "remaining"),
    )

    [finding] = findings(plan, paper("memo", *told, **FILE))

    assert (finding.rule, finding.actual, finding.expected) == ("recalc.balance", 0, -60_000)
    assert "Samma tal motsägs också av ”Insatserna planeras kosta 790 500 kr.”" in finding.message_sv
