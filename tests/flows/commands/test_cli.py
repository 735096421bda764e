"""The command line: what it prints, where, and with which exit status it ends."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from flows.command_line import app
from outputs.lock import dataset_lock
from outputs.snapshot import read_current
from tests.places import ROOT

SAMPLES = ROOT / "corpus" / "samples"
COMMANDS = ("run", "findings", "inspect", "evaluate")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Nothing lands in the repository."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A dataset with a local plan in it."""
    out = tmp_path_factory.mktemp("published")
    assert plankoll("run", SAMPLES / "pdf" / "lokal-plan.pdf", "--plain", "--out", out).exit_code == 0
    return out


def plankoll(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def sample(name: str) -> Path:
    return SAMPLES / "pdf" / f"{name}.pdf"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_every_option_and_shows_an_example(command):
    result = plankoll(command, "--help")

    assert result.exit_code == 0
    assert f"plankoll {command} " in result.output.split("Example", 1)[1]


def test_help_lists_the_commands_and_exit_statuses():
    result = plankoll("--help")

    assert result.exit_code == 0
    assert all(command in result.output for command in COMMANDS)
    assert "Exit status" in result.output
    assert "PLANKOLL_MAX_PAGES" in result.output


def test_version_is_one_line():
    result = plankoll("--version")

    assert result.exit_code == 0
    assert result.output.startswith("plankoll ")
    assert result.output.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("publish",),
        ("run",),
        ("run", "--nonsense", "a.pdf"),
        ("inspect", "a.pdf"),
        ("inspect", "a.pdf", "--page", "sju"),
        ("findings", "--format", "xml"),
        ("findings", "--severity", "fel"),
        ("evaluate", "no-such-folder"),
        ("evaluate", "."),
    ],
)
def test_wrong_usage_ends_with_2(arguments):
    result = plankoll(*arguments)

    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_setting_that_cannot_be_ends_with_2(monkeypatch):
    monkeypatch.setenv("PLANKOLL_MAX_PAGES", "många")

    result = plankoll("run", sample("remissvar"), "--plain")

    assert result.exit_code == 2
    assert "PLANKOLL_MAX_PAGES" in result.stderr


def test_a_run_publishes_and_says_where(tmp_path):
    result = plankoll("run", sample("remissvar"), "--plain")

    assert result.exit_code == 0, result.stderr
    assert "remissvar.pdf" in result.stdout
    assert str(Path("outputs") / "dataset" / "current") in result.stdout
    assert "[1/1] remissvar.pdf" in result.stderr
    assert read_current(tmp_path / "outputs" / "dataset")["documents"].height >= 1


def test_a_run_with_some_bad_files_ends_with_3_and_says_what_to_do(tmp_path):
    shutil.copy(sample("remissvar"), tmp_path)
    (tmp_path / "anteckning.pdf").write_text("Bara text", encoding="utf-8")

    result = plankoll("run", tmp_path, tmp_path / "borta.pdf", "--plain", "--out", "ut")

    assert result.exit_code == 3
    assert "anteckning.pdf" in result.stdout
    assert "not_a_pdf" in result.stdout
    assert "vanished" in result.stdout
    failures = read_current(Path("ut") / "dataset")["failures"]
    assert set(failures["error"]) == {"not_a_pdf", "vanished"}
    assert all(" / " in message for message in failures["message"])


def test_a_run_without_any_good_file_ends_with_1(tmp_path):
    (tmp_path / "tom.pdf").touch()

    result = plankoll("run", tmp_path / "tom.pdf", "--plain")

    assert result.exit_code == 1
    assert "empty_file" in result.stdout


def test_an_empty_folder_ends_with_1(tmp_path):
    result = plankoll("run", tmp_path, "--plain")

    assert result.exit_code == 1
    assert "Inget att läsa" in result.stderr
    assert "Nothing to read" in result.stderr


def test_a_locked_dataset_ends_with_1():
    with dataset_lock(Path("ut") / "dataset"):
        result = plankoll("run", sample("remissvar"), "--plain", "--out", "ut")

    assert result.exit_code == 1
    assert "Wait until it has finished" in result.stderr


def test_an_unforeseen_error_is_short(monkeypatch):
    def stumble(*_args, **_kwargs):
        raise KeyError("oops")

    monkeypatch.setattr("flows.runs.job.run_plain", stumble)
    result = plankoll("run", sample("remissvar"), "--plain")

    assert result.exit_code == 1
    assert "KeyError" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_setting_for_plain_runs_needs_no_option(monkeypatch):
    monkeypatch.setenv("PLANKOLL_ORCHESTRATE", "plain")

    result = plankoll("run", sample("remissvar"))

    assert result.exit_code == 0
    assert "Prefect" not in result.stderr


def test_findings_without_a_dataset_say_what_to_do():
    result = plankoll("findings")

    assert result.exit_code == 1
    assert "plankoll run" in result.stderr


def test_findings_are_text_json_lines_or_csv(published):
    text = plankoll("findings", "--out", published)
    lines = plankoll("findings", "--out", published, "--format", "json")
    table = plankoll("findings", "--out", published, "--format", "csv")

    assert (text.exit_code, lines.exit_code, table.exit_code) == (0, 0, 0)
    found = [json.loads(line) for line in lines.stdout.splitlines()]
    assert len(found) == read_current(published / "dataset")["findings"].height
    assert all(finding["evidence"] for finding in found)
    assert table.stdout.splitlines()[0].startswith("finding_id,rule,")
    assert text.stdout.strip()


def test_findings_are_chosen_by_rule_and_severity(published):
    arguments = ("findings", "--out", published, "--format", "json")

    footing = plankoll(*arguments, "--rule", "footing").stdout.splitlines()
    assert footing
    assert all(json.loads(line)["rule"].startswith("footing.") for line in footing)
    errors = plankoll(*arguments, "--severity", "error").stdout.splitlines()
    assert all(json.loads(line)["severity"] == "error" for line in errors)


def test_a_check_that_does_not_exist_is_a_mistake_and_those_that_do_are_named(published):
    result = plankoll("findings", "--out", published, "--rule", "no.such")

    assert result.exit_code == 2
    assert "footing.column" in result.stderr


def test_inspect_draws_the_page_and_tells_its_blocks():
    result = plankoll("inspect", sample("lokal-plan"), "--page", 2)

    assert result.exit_code == 0, result.stderr
    assert "table ruled" in result.stdout
    with Image.open(Path("outputs") / "pages" / "lokal-plan-sida-2.png") as picture:
        assert picture.width > 1000


def test_inspect_draws_where_it_is_told():
    result = plankoll("inspect", sample("remissvar"), "--page", 1, "--out", "sidor/ett.png")

    assert result.exit_code == 0
    assert Path("sidor/ett.png").is_file()


@pytest.mark.parametrize("page", [0, 99])
def test_a_page_that_is_not_there_is_wrong_usage(page):
    result = plankoll("inspect", sample("remissvar"), "--page", page)

    assert result.exit_code == 2
    assert "finns inte" in result.stderr
    assert "There is no page" in result.stderr


def test_inspecting_what_is_no_pdf_ends_with_1(tmp_path):
    (tmp_path / "a.pdf").write_text("text", encoding="utf-8")

    result = plankoll("inspect", tmp_path / "a.pdf", "--page", 1)

    assert result.exit_code == 1
    assert "inte en PDF" in result.stderr


def test_evaluate_measures_the_labelled_documents_only(tmp_path):
    for folder, suffix in (("pdf", "pdf"), ("truth", "json")):
        (tmp_path / folder).mkdir()
        shutil.copy(SAMPLES / folder / f"remissvar.{suffix}", tmp_path / folder)
    shutil.copy(sample("inriktning"), tmp_path / "pdf")

    result = plankoll("evaluate", tmp_path, "--json", "scores.json")

    assert result.exit_code == 0, result.output
    assert "remissvar" in result.stdout
    assert "inriktning" not in result.output
    assert json.loads(Path("scores.json").read_text(encoding="utf-8"))


def test_a_truth_that_cannot_be_used_ends_with_1(tmp_path):
    (tmp_path / "pdf").mkdir()
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "a.json").write_text("{}", encoding="utf-8")

    result = plankoll("evaluate", tmp_path)

    assert result.exit_code == 1
    assert "a.json" in result.stderr


def test_the_command_itself_ends_with_its_status(tmp_path):
    (tmp_path / "tom.pdf").touch()

    run = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", "--plain", str(tmp_path), str(sample("remissvar"))],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    assert "Warning" not in run.stderr
