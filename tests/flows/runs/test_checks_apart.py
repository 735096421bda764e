"""Checks by several processes: the same findings, in the same order, whatever becomes of the processes."""

import logging

import polars as pl
import pytest

from checks.rulings import NO_RULINGS
from flows.files.workers import ApartError
from flows.runs import checks_apart
from flows.runs.checks_apart import check, checked, rows_of, shares_of
from models.rows import AmountKind, FileRows
from outputs.merge import file_frames
from tests.account_rows import Answered, Tabled, paper
from tests.check_builders import document, table

GRID = [("Insats", "Belopp"), ("Stödsamtal", "10 000"), ("Jourtelefon", "20 000"), ("Summa", "{}")]


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> dict[str, pl.DataFrame]:
    """Five documents a share each; each second one states a total that its rows do not make."""
    monkeypatch.setattr(checks_apart, "SHARE", 1)
    return file_frames([_file(number) for number in range(5)], "R")


def _file(number: int) -> FileRows:
    sha, name = str(number) * 64, f"d{number}"
    made, cells = table([[cell.format("30 000" if number % 2 else "39 000") for cell in row] for row in GRID])
    own = {"table_id": f"{name}-t1"}
    return FileRows(
        documents=(document(name, source_sha256=sha, source_name=f"{name}.pdf", title=f"Plan {number}"),),
        tables=(made.model_copy(update=own | {"document_id": name}),),
        cells=tuple(cell.model_copy(update=own) for cell in cells),
    )


def test_two_processes_find_what_one_does_in_the_same_order(frames: dict[str, pl.DataFrame]) -> None:
    alone = check([rows_of(frames)])

    assert checked(frames, NO_RULINGS, 2) == alone
    assert [found.document_id for found in alone[0] if found.severity == "error"] == ["d0", "d2", "d4"]


def test_what_a_process_does_not_come_back_with_the_program_checks_itself(
    frames: dict[str, pl.DataFrame], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def ended(*_: object, **__: object) -> bytes:
        raise ApartError("out_of_memory")

    monkeypatch.setattr(checks_apart, "run_apart", ended)

    with caplog.at_level(logging.WARNING):
        found = checked(frames, NO_RULINGS, 2)

    assert found == check([rows_of(frames)])
    assert "out_of_memory" in caplog.text


def test_a_share_has_the_rows_of_its_documents_and_no_others(frames: dict[str, pl.DataFrame]) -> None:
    shares = list(shares_of(frames))

    assert [share["documents"]["document_id"].to_list() for share in shares] == [[f"d{n}"] for n in range(5)]
    assert [share["cells"].height for share in shares] == [8] * 5
    assert set(shares[1]["cells"]["table_id"]) == {"d1-t1"}
    assert shares[1]["passages"].schema == frames["passages"].schema


def test_documents_of_several_shares_are_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks_apart, "SHARE", 1)
    frames = file_frames([*_plan_and_report(), _county(), paper("u", title="Ett brev", duplicate_of="plan")], "R")

    alone = check([rows_of(frames)])

    assert checked(frames, NO_RULINGS, 2) == alone
    rules = {found.rule for found in alone[0] if found.other_document_id is not None}
    assert rules == {"identity.duplicate", "tie.allocation", "tie.plan-report.activity", "tie.plan-report.total"}


def test_the_papers_of_a_file_are_in_one_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks_apart, "SHARE", 1)
    bound = tuple(document(name, source_sha256="b" * 64) for name in ("b1", "b2"))

    shares = list(shares_of(file_frames([paper("a"), FileRows(documents=bound), paper("c")], "R")))

    assert [share["documents"]["document_id"].to_list() for share in shares] == [["a"], ["b1", "b2"], ["c"]]


def test_what_cannot_be_asked_of_a_file_breaks_the_checks_that_ask_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise ArithmeticError

    frames = file_frames(_plan_and_report(), "R")
    monkeypatch.setattr("checks.ties.extracts.ledger_of", broken)

    found, _ = checked(frames, NO_RULINGS, 1)

    subjects = [each.subject for each in found if each.rule == "check.broken"]
    assert subjects == ["tie.allocation", "tie.plan-report.activity", "tie.plan-report.total", "tie.same-fact"]


def _plan_and_report() -> list[FileRows]:
    """A report that tells of another grant, and of another sum of one activity, than its plan."""
    grant = "Statsbidrag för insatser inom psykisk hälsa"
    rows = [("Samtalsgrupp för anhöriga", "40 000"), ("Skolsköterska på halvtid", "60 000")]
    told = [("Samtalsgrupp för anhöriga", "40 000", "40 000"), ("Skolsköterska på halvtid", "66 000", "60 000")]
    kinds: dict[int, AmountKind] = {1: "planned", 2: "spent"}
    plan = Tabled([("Aktivitet", "Belopp"), *rows, ("Summa", "100 000")], {1: "planned"}, "Satsningar")
    report = Tabled(
        [("Aktivitet", "Planerat", "Kostnad"), *told, ("Summa", "106 000", "100 000")], kinds, "Redovisning"
    )
    return [
        paper("plan", Answered("Beviljat", "100 000", "granted"), plan, doc_type="action_plan", grant_name=grant),
        paper("report", Answered("Erhållet", "109 000", "received"), report, doc_type="grant_report", grant_name=grant),
    ]


def _county() -> FileRows:
    """A county's plan that gives each of its municipalities another sum."""
    shares = [("Norrvik", "91 000"), ("Söderby", "95 000"), ("Mellanäs", "97 000")]
    table = Tabled(
        [("Kommun", "Belopp"), *shares],
        {1: "allocated"},
        "Fördelning av medel",
        municipalities={1: "2031", 2: "2034", 3: "2039"},
    )
    return paper("county", table, doc_type="action_plan", kommunkod=None, lanskod="20", title="Länets plan")
