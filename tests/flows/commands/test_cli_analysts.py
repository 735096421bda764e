"""plankoll query and plankoll export as a user meets them."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from flows.command_line import app
from models.rows import TABLES, Finding
from tests.query_database import amount, document, published


def plankoll(*arguments, typed: str | None = None):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("out")
    documents = [document("rapport", "grant_report"), document("annan", "grant_report", kommunkod="2031")]
    rows = [
        amount("rapport", 1, 1_000, "spent", subject="=1+1"),
        amount("rapport", 2, 700, "spent", year=2023),
        amount("annan", 1, 5, "spent"),
    ]
    finding = Finding(
        finding_id="f1",
        rule="footing.column",
        family="footing",
        severity="error",
        document_id="rapport",
        subject="Summa",
        message_sv="Summan stämmer inte.",
        message_en="The total does not add up.",
    )
    published(folder / "dataset", documents, rows, [finding])
    return folder


def test_queries_and_views_are_listed_without_a_dataset(tmp_path):
    result = plankoll("query", "--list", "--out", tmp_path)

    assert result.exit_code == 0
    assert "money-per-inhabitant" in result.stdout
    assert "amounts_once" in result.stdout


def test_a_query_is_explained_with_its_sql():
    result = plankoll("query", "coverage", "--sql")

    assert result.stdout.startswith("-- Täckning: ")
    assert "FROM documents_named" in result.stdout


def test_an_answer_is_shown_chosen_and_said_in_swedish_numbers(out):
    result = plankoll("query", "money", "--municipality", "falun", "--year", 2024, "--out", out)

    assert result.exit_code == 0, result.stderr
    assert "Falun" in result.stdout
    assert "1\N{NO-BREAK SPACE}000" in result.stdout
    assert "Rättvik" not in result.stdout
    assert "1 rader (rows)" in result.stdout


def test_more_rows_than_shown_are_said(out):
    result = plankoll("query", "money", "--limit", 1, "--out", out)

    assert "3 rader (rows); de första 1 visas" in result.stdout


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("svar.csv", pl.read_csv),
        ("svar.json", pl.read_ndjson),
        ("svar.parquet", pl.read_parquet),
    ],
)
def test_an_answer_is_written_in_the_form_that_the_files_name_says(out, tmp_path, name, read):
    result = plankoll("query", "SELECT kind, value_sek FROM money ORDER BY 2", "--to", tmp_path / name, "--out", out)

    assert result.exit_code == 0, result.stderr
    assert read(tmp_path / name)["kind"].to_list() == ["spent"] * 3


def test_sql_is_read_from_standard_input(out):
    result = plankoll("query", "-", "--format", "json", "--out", out, typed="SELECT 1 AS a -- en fråga\n")

    assert json.loads(result.stdout) == {"a": 1}


def test_statistics_have_a_row_a_column(out):
    result = plankoll("query", "--statistics", "--format", "csv", "--out", out)

    assert len(result.stdout.splitlines()) == 1 + sum(len(table.model_fields) for table in TABLES)


def test_a_verdict_given_since_the_run_counts(out):
    before = plankoll("query", "SELECT status FROM findings", "--format", "csv", "--out", out)
    (out / "verdicts.csv").write_text("finding_id;verdict\nf1;bekräftat\n", encoding="utf-8")

    after = plankoll("query", "SELECT status FROM findings", "--format", "csv", "--out", out)

    (out / "verdicts.csv").unlink()
    assert (before.stdout, after.stdout) == ("status\nopen\n", "status\nconfirmed\n")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["query"], 2, "--list"),
        (["query", "--sql"], 2, "--list"),
        (["query", "pengar"], 2, "money"),
        (["query", "money", "--format", "xlsx"], 2, "--to"),
        (["query", "money", "--format", "parquet"], 2, "--to"),
        (["query", "focus-areas", "--year", "2024"], 1, "kolumn year"),
        (["query", "DROP TABLE findings"], 1, "Bara en fråga som läser"),
        (["query", "money-per-inhabitant", "--inhabitants", "finns-inte.csv"], 2, "finns-inte.csv"),
        (["export", "a.xlsx", "--table", "pengar"], 2, "amounts"),
        (["export", "a.xlsx", "--municipality", "Mora"], 1, "--municipality Mora"),
    ],
)
def test_what_cannot_be_done_says_what_can(out, arguments, status, told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = plankoll(*arguments, "--out", out)

    assert result.exit_code == status
    assert told in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["query", "money"], ["export", "a.xlsx"], ["diff"]])
def test_without_a_dataset_the_first_step_is_told(tmp_path, command):
    result = plankoll(*command, "--out", tmp_path)

    assert result.exit_code == 1
    assert "plankoll run" in result.stderr


def test_tables_are_exported_as_files(out, tmp_path):
    result = plankoll("export", tmp_path / "tabeller", "--municipality", "Falun", "--out", out)

    assert result.exit_code == 0, result.stderr
    assert {path.stem for path in (tmp_path / "tabeller").iterdir()} == {table.table_name for table in TABLES}
    amounts = pl.read_csv(tmp_path / "tabeller" / "amounts.csv")
    assert amounts["subject"].to_list() == ["'=1+1", None]


def test_a_choice_of_tables_is_exported_as_a_workbook(out, tmp_path):
    arguments = ("export", tmp_path / "a.xlsx", "--table", "amounts", "--table", "findings", "--out", out)

    result = plankoll(*arguments)
    first = (tmp_path / "a.xlsx").read_bytes()
    plankoll(*arguments)

    assert "2 tabeller (tables), 4 rader (rows)" in result.stderr
    assert (tmp_path / "a.xlsx").read_bytes() == first
