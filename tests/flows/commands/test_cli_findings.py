"""Working through findings: choosing, judging, ruling on the checks."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checks.catalogue import catalogue
from flows.command_line import app
from outputs.snapshot import read_current
from outputs.verdicts import read_verdicts
from tests.places import SAMPLES


def plankoll(*arguments, answers: str | None = None):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=answers)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """No checks.toml of the repository's folder is met, and nothing lands in it."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def out(tmp_path):
    """A dataset with one finding in it."""
    folder = tmp_path / "out"
    assert plankoll("run", SAMPLES / "lokal-plan.pdf", "--plain", "--out", folder).exit_code == 0
    return folder


def listed(out: Path, *options) -> list[str]:
    lines = plankoll("findings", "--out", out, "--format", "csv", *options).stdout
    return [row["finding_id"] for row in csv.DictReader(io.StringIO(lines)) if row["rule"] == "footing.column"]


def test_findings_are_chosen_by_municipality_year_and_document(out):
    [finding] = listed(out)

    for options in (
        ("--municipality", "rättvik"),
        ("--municipality", "2031"),
        ("--year", 2024),
        ("--document", "LOKAL"),
    ):
        assert listed(out, *options) == [finding]
    assert listed(out, "--document", "lokal", "--rule", "cutoff") == []


@pytest.mark.parametrize(
    "options", [("--municipality", "Mora"), ("--year", 2019), ("--grant", "bemanning"), ("--document", "rapport")]
)
@pytest.mark.parametrize("command", ["findings", "review"])
def test_a_choice_that_no_document_answers_to_is_not_a_clean_list(out, command, options):
    result = plankoll(command, "--out", out, *options)

    assert result.exit_code == 1
    assert f"Inget dokument i datamängden svarar mot {options[0]} {options[1]}." in result.stderr


def test_a_list_can_be_written_to_a_file(out):
    for name in ("fynd.txt", "fynd.csv", "fynd.json"):
        form = name.partition(".")[2].replace("txt", "text")
        assert plankoll("findings", "--out", out, "--format", form, "--to", name).stdout == ""
        assert "footing.column" in Path(name).read_text(encoding="utf-8")


def test_a_workbook_has_the_findings_and_what_they_rest_on(out):
    assert plankoll("findings", "--out", out, "--format", "xlsx").exit_code == 2
    result = plankoll("findings", "--out", out, "--rule", "footing", "--format", "xlsx", "--to", "fynd.xlsx")

    assert result.exit_code == 0, result.output
    with zipfile.ZipFile("fynd.xlsx") as parts:
        names = parts.read("xl/workbook.xml").decode()
        words = parts.read("xl/sharedStrings.xml").decode()
        first = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'name="Fynd"' in names
    assert 'name="Underlag"' in names
    assert "lokal-plan.pdf" in words
    assert "Särskilt boende 48" in words
    assert re.search(r"<v>1566312(?:\.0+)?</v>", first)


def test_a_dismissed_finding_is_listed_only_where_asked_for_and_can_be_reopened(out):
    [finding] = listed(out)

    result = plankoll("review", finding, "--dismiss", "--reason", "Gäller hela perioden", "--out", out)

    assert result.exit_code == 0, result.output
    assert listed(out) == []
    assert "1 avfärdade (dismissed): --status dismissed" in plankoll("findings", "--out", out).stdout
    assert listed(out, "--status", "dismissed") == listed(out, "--status", "all") == [finding]
    verdict = read_verdicts(out / "verdicts.csv")[finding]
    assert (verdict.verdict, verdict.reason, verdict.document) == (
        "dismissed",
        "Gäller hela perioden",
        "lokal-plan.pdf",
    )
    assert plankoll("review", finding, "--reopen", "--out", out).exit_code == 0
    assert listed(out, "--status", "open") == [finding]


def test_a_verdict_is_in_the_next_snapshot(out):
    [finding] = listed(out)
    (out / "verdicts.csv").write_text(f"finding_id;verdict\n{finding};bekräftat\n", encoding="utf-8")

    assert plankoll("run", SAMPLES / "lokal-plan.pdf", "--plain", "--out", out).exit_code == 0

    findings = read_current(out / "dataset")["findings"]
    assert dict(findings.select("finding_id", "status").iter_rows())[finding] == "confirmed"
    assert "1566312 / 1512312" in (out / "verdicts.csv").read_text(encoding="utf-8-sig")


def test_verdicts_are_given_one_after_another(out):
    [finding] = listed(out)

    result = plankoll("review", "--rule", "footing", "--out", out, answers="a\nSumman gäller annat\n")

    assert result.exit_code == 0, result.output
    assert "1/1" in result.stdout
    assert "1 omdömen (verdicts)" in result.stdout
    assert read_verdicts(out / "verdicts.csv")[finding].reason == "Summan gäller annat"


@pytest.mark.parametrize("answer", ["s", "q", ""])
def test_a_finding_that_is_skipped_stays_open(out, answer):
    result = plankoll("review", "--rule", "footing", "--out", out, answers=f"{answer}\n")

    assert result.exit_code == 0, result.output
    assert not (out / "verdicts.csv").exists()


def test_a_file_of_verdicts_is_taken_over(out, tmp_path):
    [finding] = listed(out)
    other = tmp_path / "granskade.csv"
    other.write_text(f"verdict,finding_id\navfärdat,{finding}\nbekräftat,f-1\n", encoding="utf-8")

    result = plankoll("review", "--import", other, "--out", out)

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("2 omdömen (verdicts)\n1 av dem om fynd som inte finns")
    assert listed(out, "--status", "dismissed") == [finding]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("f-1", "--confirm"), 1, "inget fynd f-1"),
        (("f-1",), 2, "ett av --confirm"),
        (("f-1", "--dismiss"), 2, "--reason"),
        (("f-1", "--dismiss", "--confirm", "--reason", "x"), 2, "ett av --confirm"),
        (("--confirm",), 2, "ett av --confirm"),
    ],
)
def test_what_cannot_be_judged_changes_nothing(out, arguments, status, told):
    result = plankoll("review", *arguments, "--out", out)

    assert result.exit_code == status
    assert told in result.stderr
    assert not (out / "verdicts.csv").exists()


def test_a_file_of_verdicts_that_cannot_be_read_stops_a_run_before_it_reads(out):
    (out / "verdicts.csv").write_text("finding_id;verdict\nf-1;kanske\n", encoding="utf-8")

    result = plankoll("run", SAMPLES / "remissvar.pdf", "--plain", "--out", out)

    assert result.exit_code == 1
    assert "rad 2" in result.stderr
    assert "line 2" in result.stderr


def test_checks_lists_every_check_and_explains_one():
    everything, family, one = plankoll("checks"), plankoll("checks", "cutoff"), plankoll("checks", "footing.column")

    assert all(check.id in everything.stdout for check in catalogue())
    assert "cutoff.year" in family.stdout
    assert "footing.column" not in family.stdout
    assert "som skrivet (as written)" in one.stdout
    assert "Kan säga (may say)" in one.stdout


def test_a_check_that_there_is_not_is_wrong_usage():
    result = plankoll("checks", "footing.diagonal")

    assert result.exit_code == 2
    assert "footing.column" in result.stderr


def test_a_file_rules_on_the_checks(tmp_path):
    Path("checks.toml").write_text('off = ["footing"]\n', encoding="utf-8")

    run = plankoll("run", SAMPLES / "lokal-plan.pdf", "--plain", "--out", tmp_path / "out")

    assert run.exit_code == 0, run.output
    assert "Avstängda kontroller (checks turned off): footing\n" in run.stdout
    assert listed(tmp_path / "out") == []
    assert "av (off)" in plankoll("checks", "footing").stdout


@pytest.mark.parametrize("text", ['off = ["footing.diagonal"]', "off = [", 'regime = { "footing" = "loose" }'])
def test_rulings_that_cannot_be_used_end_with_1(tmp_path, monkeypatch, text):
    (tmp_path / "egna.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("PLANKOLL_CHECKS", str(tmp_path / "egna.toml"))

    result = plankoll("checks")

    assert result.exit_code == 1
    assert "egna.toml" in result.stderr


def test_json_tells_the_status_of_this_moment(out):
    [finding] = listed(out)
    plankoll("review", finding, "--confirm", "--out", out)

    lines = plankoll("findings", "--out", out, "--format", "json", "--rule", "footing").stdout.splitlines()

    assert [json.loads(line)["status"] for line in lines] == ["confirmed"]


def test_a_review_that_nobody_can_answer_says_what_to_do_instead(out):
    result = plankoll("review", "--rule", "footing", "--out", out, answers="")

    assert result.exit_code == 1
    assert "Ingen svarar" in result.stderr
    assert "Nobody answers" in result.stderr
    assert "Aborted" not in result.stderr
