"""The benchmark: what is measured, how it is counted, and that a tool which fails is said and gets nothing."""

import io
import json
import os
import re
import shutil
import time
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from corpus.bench.competition import competition_tables
from corpus.bench.exact_rows import exact_rows
from corpus.bench.labelled import BenchError, Labelled, LabelledFolder, load_folder
from corpus.bench.peers import PEERS, YARDSTICK
from corpus.bench.report import MeasuredFolder, bench_to_dict, format_bench
from corpus.bench.scores import score
from corpus.bench.tools import Tool
from corpus.bench.trial import Outcome, Trial, try_tool
from corpus.evaluation_scores import Share, Tally
from corpus.truth import TruthError
from flows.measuring.bench import TOOLS, app
from tests.places import ROOT

SAMPLES = ROOT / "corpus" / "samples"
GRID = (("Insats", "Belopp"), ("Föräldrastöd", "120 000"), ("Summa", "120 000"))

READERS = """
import os, signal, sys, time

def whole(path):
    print("chatter")
    return [[["Insats", "Belopp"], ["Föräldrastöd", "120 000"], ["Summa", "120 000"]]]

def faulty(path):
    if path.stem == "second":
        raise ValueError("no such table")
    return whole(path)

def crashing(path):
    if path.stem == "second":
        os.kill(os.getpid(), signal.SIGSEGV)
    return whole(path)

def slow(path):
    if path.stem == "second":
        time.sleep(60)
    return whole(path)

def busy(path):
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass
    return []

def busy_and_stuck(path):
    busy(path)
    time.sleep(60)

def hungry(path):
    held = bytearray(80_000_000)
    return [[[str(len(held))]]]
"""


@pytest.fixture
def readers(tmp_path, monkeypatch):
    """Makes a Tool of a function in READERS."""
    (tmp_path / "bench_readers.py").write_text(READERS, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))
    return lambda function: Tool(function, f"bench_readers:{function}")


def document(name, grids=(GRID,), ruling=None):
    return Labelled(name, Path(f"{name}.pdf"), 2, grids, ruling)


THREE = [document(name) for name in ("first", "second", "third")]


# What is measured


@pytest.mark.parametrize(
    ("predicted", "right"),
    [
        pytest.param([GRID], 3, id="the same"),
        pytest.param([[["Insats", "Belopp"], ["Föräldra\nstöd", "120\u00a0000"]]], 2, id="white space does not count"),
        pytest.param([GRID[:1], GRID[1:]], 3, id="a table cut in two"),
        pytest.param([[["", *row, ""] for row in GRID]], 3, id="columns with nothing in them"),
        pytest.param([[["Insats", "Belopp"], ["Föräldra", "120 000"], ["stöd", ""]]], 1, id="a row cut in two"),
        pytest.param([[["Insats", "Belopp"], ["Föräldrastöd Summa", "120 000 120 000"]]], 1, id="two rows made one"),
        pytest.param([[["Belopp", "Insats"]]], 0, id="another order"),
        pytest.param([[["Summa", "120", "000"]]], 0, id="a number cut in two"),
        pytest.param([[["summa", "120 000"]]], 0, id="letters count as they are"),
        pytest.param([], 0, id="nothing"),
    ],
)
def test_a_row_is_exact_when_every_cell_is(predicted, right):
    assert exact_rows([GRID], predicted) == Share(right, 3)


def test_a_mark_in_the_wrong_column_is_not_exact():
    true = [[["", "2020", "2021", "2022"], ["Utbildning", "x", "", "x"]]]

    assert exact_rows(true, [[["", "2020", "2021", "2022"], ["Utbildning", "", "x", "x"]]]) == Share(1, 2)
    assert exact_rows(true, [[["", "2020", "2021", "2022"], ["Utbildning", "x", "", "x"]]]) == Share(2, 2)


def test_each_predicted_row_answers_for_one_true_row():
    assert exact_rows([[["Ja"], ["Ja"], [""]]], [[["Ja"]]]) == Share(1, 2)


def test_rows_of_different_length_are_compared():
    assert exact_rows([[["a", "b"], ["c"]]], [[["a", "b"], ["c", ""]]]) == Share(2, 2)


# The documents


def test_a_folder_of_truth_gives_its_documents_with_pages_and_tables():
    folder = load_folder(SAMPLES)

    names = {path.stem for path in (SAMPLES / "truth").glob("*.json")}
    assert {each.name for each in folder.documents} == names
    assert all(each.n_pages > 0 and each.path.exists() for each in folder.documents)
    plan = next(each for each in folder.documents if each.name == "lokal-plan")
    assert len(plan.grids) == 1
    assert plan.ruling is None


@pytest.mark.parametrize(
    ("family", "ruling"),
    [("word-ruled", "ruled"), ("half-ruled", "half_ruled"), ("unruled", "unruled"), ("modern", None)],
)
def test_the_layout_family_says_how_tables_are_ruled(family, ruling, tmp_path):
    label(tmp_path, "plan", family=family)

    assert [each.ruling for each in load_folder(tmp_path).documents] == [ruling]


def test_scanned_documents_and_truths_without_a_pdf_are_left_out_and_said(tmp_path):
    label(tmp_path, "plan")
    label(tmp_path, "scan", scanned=True)
    label(tmp_path, "lost")
    (tmp_path / "pdf" / "lost.pdf").unlink()

    folder = load_folder(tmp_path)

    assert [each.name for each in folder.documents] == ["plan"]
    assert folder.scanned == ("scan",)
    assert folder.without_pdf == ("lost",)


def test_a_folder_with_neither_form_of_truth_is_refused(tmp_path):
    with pytest.raises(BenchError, match="truth/"):
        load_folder(tmp_path)


def label(folder, name, *, family="word-ruled", scanned=False):
    """Put a sample with its truth there, under another name and as if it had been made."""
    (folder / "pdf").mkdir(exist_ok=True)
    (folder / "truth").mkdir(exist_ok=True)
    shutil.copy(SAMPLES / "pdf" / "lokal-plan.pdf", folder / "pdf" / f"{name}.pdf")
    truth = json.loads((SAMPLES / "truth" / "lokal-plan.json").read_text(encoding="utf-8"))
    truth["origin"] = {"family": family, "producer": "typst", "kind": "local_plan", "seed": 1, "scanned": scanned}
    (folder / "truth" / f"{name}.json").write_text(json.dumps(truth), encoding="utf-8")


COMPETITION = """<?xml version="1.0" encoding="UTF-8"?>
<document filename='eu-900.pdf'>
  <table id='1'>
    <region id='1' page='1' col-increment='0' row-increment='0'>
      <cell id='1' start-row='0' start-col='1' end-col='2'>
        <bounding-box x1='200' y1='700' x2='300' y2='710'/><content>Grants
          paid</content><instruction instr-id='7'/></cell>
      <cell id='2' start-row='1' start-col='1'><content>2011</content></cell>
      <cell id='3' start-row='1' start-col='2'><content>2012</content></cell>
      <cell id='4' start-row='2' start-col='0'><content>Malm&#246;</content></cell>
      <cell id='5' start-row='2' start-col='2'><content>1,250</content></cell>
    </region>
    <region id='2' page='2' col-increment='0' row-increment='3'>
      <cell id='1' start-row='0' start-col='0'><content>Lund</content></cell>
      <cell id='2' start-row='0' start-col='1'><content>310</content></cell>
      <cell id='3' start-row='0' start-col='1'><content>(est.)</content></cell>
    </region>
  </table>
  <table id='2'>
    <region id='1' page='2'>
      <cell id='1' start-row='-1' start-col='0'><content>Year</content></cell>
      <cell id='2' start-row='0' start-col='0'><content/></cell>
      <cell id='3' start-row='1' start-col='0'><content>2012</content></cell>
    </region>
  </table>
  <table id='3'><region id='1' page='2'/></table>
</document>
"""


def test_the_competition_s_tables_are_read_over_their_regions(tmp_path):
    path = tmp_path / "eu-900-str.xml"
    path.write_text(COMPETITION, encoding="utf-8")

    assert competition_tables(path) == [
        [
            ["", "Grants paid", ""],
            ["", "2011", "2012"],
            ["Malmö", "", "1,250"],
            ["Lund", "310 (est.)", ""],
        ],
        [["Year"], [""], ["2012"]],
    ]


def test_a_region_without_increments_goes_on_below_the_one_before_it(tmp_path):
    region = "<region id='1' page='{}'><cell start-row='0' start-col='0'><content>{}</content></cell></region>"
    path = tmp_path / "eu-900-str.xml"
    parts = "".join(region.format(page, text) for page, text in enumerate(("Lund", "Malmö"), start=1))
    path.write_text(f"<document><table>{parts}</table></document>", encoding="utf-8")

    assert competition_tables(path) == [[["Lund"], ["Malmö"]]]


@pytest.mark.parametrize(
    "text",
    ["<document><table>", "<document><table><region><cell start-col='0'/></region></table></document>"],
    ids=["not XML", "a cell without a row"],
)
def test_a_truth_of_the_competition_that_cannot_be_read_is_named(text, tmp_path):
    path = tmp_path / "eu-900-str.xml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(TruthError, match=re.escape("eu-900-str.xml")):
        competition_tables(path)


def test_a_folder_of_the_competition_pairs_pdf_and_structure(tmp_path):
    part = tmp_path / "competition-dataset-eu"
    part.mkdir()
    for name in ("eu-900", "eu-901"):
        (part / f"{name}-str.xml").write_text(COMPETITION, encoding="utf-8")
        (part / f"{name}-reg.xml").write_text("<document/>", encoding="utf-8")
    shutil.copy(SAMPLES / "pdf" / "lokal-plan.pdf", part / "eu-900.pdf")

    folder = load_folder(tmp_path)

    assert [(each.name, len(each.grids)) for each in folder.documents] == [("eu-900", 2)]
    assert folder.without_pdf == ("eu-901",)


# A tool in its process


def test_a_tool_reads_every_document_and_what_it_prints_is_no_answer(readers):
    told: list[Outcome] = []

    trial = try_tool(readers("whole"), THREE, seconds=30, tell=told.append)

    assert [outcome.grids for outcome in trial.outcomes] == [([list(row) for row in GRID],)] * 3
    assert [outcome.error for outcome in trial.outcomes] == [None] * 3
    assert told == list(trial.outcomes)
    assert trial.peak > 1_000_000


@pytest.mark.parametrize(
    ("function", "seconds", "said"),
    [("faulty", 30, "ValueError: no such table"), ("crashing", 30, "SIGSEGV"), ("slow", 3, "3 s")],
)
def test_a_tool_that_fails_on_a_file_goes_on_with_the_next(function, seconds, said, readers):
    trial = try_tool(readers(function), THREE, seconds=seconds)

    assert [bool(outcome.grids) for outcome in trial.outcomes] == [True, False, True]
    assert said in (trial.outcomes[1].error or "")
    assert [outcome.document.name for outcome in trial.outcomes] == ["first", "second", "third"]


def test_cpu_time_is_that_of_the_file_and_not_of_waiting(readers):
    busy = try_tool(readers("busy"), THREE[:2], seconds=30)
    begun = time.monotonic()
    stuck = try_tool(readers("busy_and_stuck"), THREE[:1], seconds=3)

    assert all(0.25 < outcome.cpu < 1.5 for outcome in busy.outcomes)
    assert 0.25 < stuck.outcomes[0].cpu < 2.5
    assert time.monotonic() - begun < 30


def test_memory_is_that_of_a_fresh_process(readers):
    modest = try_tool(readers("whole"), THREE[:1], seconds=30)
    hungry = try_tool(readers("hungry"), THREE[:1], seconds=30)
    again = try_tool(readers("whole"), THREE[:1], seconds=30)

    assert hungry.peak - modest.peak > 60_000_000
    assert abs(again.peak - modest.peak) < 20_000_000


def test_a_tool_that_cannot_be_loaded_has_no_outcomes(readers):
    trial = try_tool(Tool("gone", "bench_readers:gone"), THREE, seconds=30)

    assert trial.outcomes == ()
    assert "gone" in (trial.unusable or "")


def test_what_a_tool_needs_and_is_not_here_is_named():
    assert Tool("x", "x:y", ("json", "no_such_library"), ("no-such-program",)).missing() == (
        "no_such_library",
        "no-such-program",
    )


def test_every_tool_has_a_name_and_a_reader_of_its_own_and_the_yardstick_is_among_them():
    assert len({tool.name for tool in TOOLS}) == len({tool.reader for tool in TOOLS}) == len(TOOLS)
    assert YARDSTICK in {tool.name for tool in PEERS}


# Scores and report


def scored():
    """ruled: all right; unruled: half of it; other: not read."""
    true = [[list(row) for row in GRID]]
    outcomes = (
        Outcome(document("a", ruling="ruled"), tuple(true), None, 1.0),
        Outcome(document("b", ruling="unruled"), ([["Insats", "Belopp"]], [["Kryssa", "här"]]), None, 2.0),
        Outcome(document("c"), (), "ValueError: trasig", 1.0),
        Outcome(document("d", grids=()), ([["Kryssa", "här"]],), None, 0.0),
    )
    return score(Trial(Tool("reader", "x:y"), outcomes, 150_000_000))


def test_what_was_not_read_gets_nothing_and_its_time_counts():
    measured = scored()

    assert measured.pages_per_second == 6 / 4
    assert measured.rows() == Share(4, 9)
    assert measured.rows("ruled") == Share(3, 3)
    assert measured.rows("unruled") == Share(1, 3)
    assert measured.cells() == Tally(8, 10, 21)
    assert measured.cells_of_found() == Tally(8, 8, 21)


def test_macro_is_the_mean_of_documents_that_have_tables():
    measured = scored()

    f1_of_b = 2 * 1 / (2 + 7)
    assert measured.macro(lambda each: each.cells.f1) == pytest.approx((1 + f1_of_b + 0) / 3)


def test_the_report_tells_each_tool_and_what_was_left_out_and_failed():
    folder = LabelledFolder("mapp", (document("a", ruling="ruled"),), scanned=("bild",), without_pdf=("borta",))
    console = Console(width=140, record=True, file=io.StringIO())

    console.print(format_bench([MeasuredFolder(folder, (scored(),))], {"camelot": "saknas"}, yardstick="reader"))
    lines = console.export_text().splitlines()

    line = next(line for line in lines if line.startswith("reader "))
    assert line.split() == ["reader", "1.5", "1.00", "150", "44.4%", "0.516", "0.407", "0.552", "100.0%", "1.000", "1"]
    assert all("…" not in line for line in lines)
    assert "camelot: inte mätt/not measured: saknas" in lines
    assert "reader: mapp/c: ValueError: trasig" in lines
    assert any("mapp/bild" in line for line in lines)
    assert any("mapp/borta" in line for line in lines)


def test_the_json_tells_each_document():
    told = bench_to_dict([MeasuredFolder(LabelledFolder("mapp", ()), (scored(),))], {})

    of_tool = json.loads(json.dumps(told))["folders"][0]["tools"]["reader"]
    assert of_tool["exact_rows"] == pytest.approx(4 / 9)
    assert of_tool["documents"]["c"]["error"] == "ValueError: trasig"


# The command


def test_the_command_measures_our_reading_and_pdfplumber_s_on_the_same_files(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    label(tmp_path, "plan")

    result = CliRunner().invoke(
        app,
        [str(tmp_path), "--tool", "plankoll", "--tool", "pdfplumber lines", "--json", str(tmp_path / "bench.json")],
    )

    assert result.exit_code == 0, result.output
    told = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))["folders"][0]["tools"]
    assert list(told) == ["plankoll", "pdfplumber lines"]
    assert told["plankoll"]["exact_rows"] == 1.0
    assert told["plankoll"]["documents"]["plan"]["cpu_seconds"] > 0
    assert told["pdfplumber lines"]["documents"]["plan"]["error"] is None


@pytest.mark.parametrize("arguments", [[], ["--tool", "no such tool", str(SAMPLES)]])
def test_a_command_that_names_nothing_to_measure_is_not_understood(arguments):
    assert CliRunner().invoke(app, arguments).exit_code == 2


def test_the_peers_are_pinned_with_hashes_and_change_nothing_that_runs():
    def pins(name):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^[a-z0-9._-]+(?:\[.*\])?==\S+", text, re.MULTILINE))

    text = (ROOT / "requirements" / "bench.txt").read_text(encoding="utf-8")

    assert pins("run.txt") | pins("corpus.txt") <= pins("bench.txt")
    assert {"camelot-py", "img2table", "tabula-py", "jpype1"} <= {pin.partition("==")[0] for pin in pins("bench.txt")}
    assert "://" not in text
