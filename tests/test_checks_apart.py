"""Checks by several processes: the same findings, in the same order, whatever becomes of the processes."""

import logging

import polars as pl
import pytest

from checks.rulings import NO_RULINGS
from flows.files.workers import ApartError
from flows.runs import checks_apart
from flows.runs.checks_apart import check, checked, rows_of, shares_of
from models.rows import FileRows
from outputs.merge import file_frames
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
