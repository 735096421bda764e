"""Hundreds of documents in a handful of lines: sums by group, the printed tables, the JSON."""

import json
import shutil
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from corpus.evaluation import evaluate
from corpus.evaluation_groups import groups_of
from corpus.evaluation_json import scores_to_dict
from corpus.evaluation_report import MOST_DOCUMENTS, REPORT_WIDTH, format_scores
from corpus.evaluation_scores import ByName, CleanScores, DocumentScores, RuleScores, Scores, Share, Tally, TrapScores
from corpus.truth import Origin, Truth, load_truth
from flows.command_line import app
from models.rows import Document, FileRows, Finding
from tests.places import ROOT

SAMPLES = ROOT / "corpus" / "samples"


def make_origin(family="annex", kind="local_plan", *, scanned=False, producer="typst"):
    return Origin(family=family, producer=producer, kind=kind, seed=7, scanned=scanned)


def made_scores():
    """Three made documents, of which one is scanned, and one that nobody made."""
    found = DocumentScores(
        goals=Tally(3, 4, 5),
        findings=Share(1, 1),
        seeded=ByName({"digit-swap": Share(1, 1)}),
        rules=ByName({"footing.column": RuleScores(raised=2, right=1, false_errors=1, found=1, asked=1)}),
    )
    missed = DocumentScores(
        goals=Tally(0, 0, 5),
        findings=Share(0, 2),
        seeded=ByName({"digit-swap": Share(0, 1), "row-dropped": Share(0, 1)}),
        rules=ByName({"footing.column": RuleScores(asked=1), "recalc.balance": RuleScores(asked=1)}),
    )
    clean = DocumentScores(
        goals=Tally(1, 1, 1), traps=ByName({"law-paragraph": TrapScores(2, 1)}), clean=CleanScores(1, 1)
    )
    origins = {
        "a": make_origin(),
        "b": make_origin(scanned=True, producer="weasyprint"),
        "c": make_origin("letterhead", "memo"),
    }
    return Scores({"a": found, "b": missed, "c": clean, "d": DocumentScores(goals=Tally(2, 2, 2))}, origins)


def printed(scores, **options):
    console = Console(width=REPORT_WIDTH)
    with console.capture() as capture:
        console.print(format_scores(scores, **options))
    return capture.get()


# Sums


def test_groups_are_micro_sums_of_their_members():
    groups = groups_of(made_scores())

    assert {grouping: list(members) for grouping, members in groups.items()} == {
        "readable": ["readable", "scanned"],
        "family": ["annex", "letterhead", "scanned", "unknown"],
        "kind": ["local_plan", "memo", "scanned", "unknown"],
        "producer": ["scanned", "typst", "unknown"],
    }
    typst = groups["producer"]["typst"]
    assert typst.goals == Tally(4, 5, 6)
    assert typst.seeded == ByName({"digit-swap": Share(1, 1)})
    assert typst.clean == CleanScores(1, 1)
    assert groups["readable"]["readable"].goals == Tally(6, 7, 8)
    assert groups["readable"]["scanned"].goals == Tally(0, 0, 5)


@pytest.mark.parametrize("grouping", ["readable", "family", "kind", "producer"])
def test_each_grouping_holds_all_documents(grouping):
    scores = made_scores()

    assert sum(groups_of(scores)[grouping].values(), start=DocumentScores()) == scores.total


def test_documents_without_an_origin_have_no_groups():
    assert groups_of(Scores({"a": DocumentScores()})) == {}


def test_a_measure_by_name_is_added_name_by_name():
    one = ByName({"b": Share(1, 1), "c": Share(0, 1)})
    other = ByName({"a": Share(1, 2), "c": Share(2, 2)})

    both = one + other

    assert list(both.of.items()) == [("a", Share(1, 2)), ("b", Share(1, 1)), ("c", Share(2, 3))]
    assert both.all(Share()) == Share(4, 6)


# Printed


def test_scanned_documents_have_a_line_of_their_own():
    text = printed(made_scores())

    texts = text[: text.index("Tal, formulär")]
    lines = {line.split("  ")[0].strip(): line for line in texts.splitlines()}
    assert "0.86 0.75 0.80" in lines["läsbara / readable"]
    assert "0.00 0.00" in lines["skannade / scanned"]
    assert "0.86 0.46 0.60" in lines["alla / all"]


def test_without_scans_there_is_one_total():
    text = printed(Scores({"a": DocumentScores(goals=Tally(1, 1, 1))}, {"a": make_origin()}))

    assert "skannade" not in text
    assert "läsbara" not in text
    assert text.count("alla / all") == 3


def test_findings_by_kind_of_error_and_by_check():
    text = " ".join(printed(made_scores()).split())

    assert "digit-swap 1/1 1.00 0/1 0.00 1/2 0.50" in text
    assert "row-dropped – 0/1 0.00 0/1 0.00" in text
    assert "law-paragraph 1/2 – 1/2" in text
    assert "footing.column 2 1 0.50 1 0 1/1 1.00 0/1 0.00 1/2 0.50" in text
    assert "recalc.balance 0 0 – 0 0 – 0/1 0.00 0/1 0.00" in text
    assert "c – – 1/2 0 1 1 100.0" in text


def test_hundreds_of_documents_are_summed_and_named_only_when_asked():
    families = [f"a-family-of-a-rather-long-name-{i}" for i in range(12)]
    names = [f"document-{i:03}" for i in range(MOST_DOCUMENTS + 1)]
    scores = Scores(
        dict.fromkeys(names, made_scores().documents["a"]),
        {name: make_origin(families[i % 12], scanned=i % 9 == 0) for i, name in enumerate(names)},
    )

    short, long = printed(scores), printed(scores, each=True)

    assert "document-000" not in short
    assert all(short.count(family) >= 3 for family in families)
    assert long.count("document-040") == 3
    assert max(len(line.rstrip()) for line in (short + long).splitlines()) <= REPORT_WIDTH
    assert "…" not in short + long


# JSON


def made_truth(**parts):
    lists = ("goals", "activities", "indicators", "amounts", "fields", "tables", "findings")
    facts = dict.fromkeys(
        ("title", "period_start", "period_end", "reporting_year", "grant_name", "diary_number"), None
    ) | {"doc_type": "memo"}
    return {"document": facts} | {name: [] for name in lists} | parts


def made_finding(**parts):
    return {
        "rule": "complete.registry",
        "where": "Bilaga 1",
        "expected": None,
        "actual": None,
        "grade": "material",
        "explanation": "",
        "severity": "error",
        "also": ["tie.allocation"],
        "seeded": "municipality-missing",
        "cause": "municipality-missing",
        "other": None,
        "subject": "Orsa",
    } | parts


def origin_values():
    return {
        "family": "annex",
        "producer": "typst",
        "kind": "county_plan",
        "seed": 3,
        "scanned": False,
        "errors": ["municipality-missing"],
        "traps": [],
    }


def test_a_made_truth_says_how_it_was_made(tmp_path):
    made = made_truth(findings=[made_finding()], origin=origin_values())
    (tmp_path / "a.json").write_text(json.dumps(made), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(made_truth()), encoding="utf-8")

    truths = load_truth(tmp_path)

    assert truths["b"].origin is None
    assert truths["a"].origin == Origin.model_validate_json(json.dumps(origin_values()))
    finding = truths["a"].findings[0]
    assert (finding.also, finding.subject, finding.seeded) == (("tie.allocation",), "Orsa", "municipality-missing")
    assert finding.has_catalogue_rule


@pytest.mark.parametrize("rule", ["sum-rounding", "year_mismatch", "missing_word"])
def test_a_labellers_own_rule_is_no_catalogue_rule(rule):
    findings = [made_finding(rule=rule)]

    truth = Truth.model_validate_json(json.dumps(made_truth(findings=findings)))

    assert not truth.findings[0].has_catalogue_rule


def test_the_json_holds_groups_and_what_was_not_answered():
    truths = {
        "a": Truth.model_validate_json(json.dumps(made_truth(findings=[made_finding()], origin=origin_values()))),
        "b": Truth.model_validate_json(json.dumps(made_truth())),
    }
    document = Document(
        document_id="d", source_name="b.pdf", source_sha256="ab", first_page=1, last_page=1, doc_type="memo"
    )
    raised = Finding(
        finding_id="f",
        rule="footing.column",
        family="footing",
        severity="error",
        document_id="d",
        subject="Summa",
        message_sv="Fel.",
        message_en="Wrong.",
    )

    scores = evaluate(truths, {"b": FileRows(documents=(document,))}, [raised])
    values = json.loads(json.dumps(scores_to_dict(scores)))

    assert values["origins"] == {"a": origin_values()}
    assert values["groups"]["family"]["annex"] == values["documents"]["a"]
    assert values["groups"]["readable"]["readable"] == values["total"]
    assert values["documents"]["a"]["seeded"] == {"municipality-missing": {"right": 0, "asked": 1, "share": 0.0}}
    assert values["total"]["rules"]["footing.column"] == {
        "raised": 1,
        "right": 0,
        "false_errors": 1,
        "overstated": 0,
        "found": 0,
        "asked": 0,
        "precision": 0.0,
        "recall": None,
    }
    assert values["total"]["clean"] == {"documents": 1, "false_errors": 1, "false_errors_per_hundred": 100.0}
    assert values["unanswered"]["a"]["truths"][0]["subject"] == "Orsa"
    assert values["unanswered"]["a"]["findings"] == []
    assert values["unanswered"]["b"]["findings"][0]["rule"] == "footing.column"


# The command


def test_evaluate_prints_groups_of_made_documents(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in ("pdf", "truth"):
        (tmp_path / folder).mkdir()
    shutil.copy(SAMPLES / "pdf" / "remissvar.pdf", tmp_path / "pdf")
    truth = json.loads((SAMPLES / "truth" / "remissvar.json").read_text(encoding="utf-8"))
    made = truth | {"origin": origin_values()}
    (tmp_path / "truth" / "remissvar.json").write_text(json.dumps(made), encoding="utf-8")

    result = CliRunner().invoke(app, ["evaluate", str(tmp_path), "--each", "--json", "scores.json"])

    assert result.exit_code == 0, result.output
    assert "county_plan" in result.stdout
    values = json.loads(Path("scores.json").read_text(encoding="utf-8"))
    assert list(values["groups"]["kind"]) == ["county_plan"]
