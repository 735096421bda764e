"""The benchmark of the checks: documents made many, each with ids of its own."""

from pathlib import Path

import polars as pl
from typer.testing import CliRunner

from corpus.bench.multiplied import multiplied
from flows.measuring.bench_checks import app

CODES = ("0114", "0115", "0117", "0120", "0123")


def test_each_copy_has_ids_of_its_own_that_hang_together_and_another_municipality() -> None:
    frames = {
        "documents": pl.DataFrame({"document_id": ["d"], "kommunkod": ["0114"], "title": ["Plan"], "run_id": ["r"]}),
        "tables": pl.DataFrame({"table_id": ["d-t1"], "document_id": ["d"]}),
        "goals": pl.DataFrame(schema={"goal_id": pl.String}),
    }

    made = multiplied(frames, 3, CODES)

    assert made["documents"].rows() == [
        ("d", "0114", "Plan", "r"),
        ("d-1", "0117", "Plan", "r"),
        ("d-2", "0123", "Plan", "r"),
    ]
    assert made["tables"].rows() == [("d-t1", "d"), ("d-t1-1", "d-1"), ("d-t1-2", "d-2")]
    assert made["goals"].height == 0


def test_a_folder_without_a_dataset_is_said_in_both_languages(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [str(tmp_path)])

    assert result.exit_code == 1
    assert "finns inga dokument" in result.stderr
    assert "holds no documents" in result.stderr
