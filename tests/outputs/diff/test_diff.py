"""What changed is told once, as what it is: added, dropped, reworded, another number."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from rich.console import Console
from typer.testing import CliRunner

from flows.command_line import app
from models.rows import Document, Finding
from outputs.diff.change import Change, change_frame
from outputs.diff.shown import changes_listed
from outputs.diff.snapshots import snapshot_changes
from outputs.snapshot import read_snapshot
from tests.query_database import amount, document, goal, published


def finding(number: int, **said: object) -> Finding:
    return Finding.model_validate(
        {
            "finding_id": f"f{number}",
            "rule": "footing.column",
            "family": "footing",
            "severity": "error",
            "document_id": "v1",
            "subject": "Fördelade medel",
            "message_sv": f"Summa {number} stämmer inte.",
            "message_en": f"Total {number} does not add up.",
        }
        | said
    )


def version(name: str, **said: object):
    """A version of plan.pdf."""
    return document(name, "action_plan", **({"source_name": "plan.pdf"} | said))


State = tuple[list[Document], list[Any], list[Finding]]


def changes(tmp_path, before, after) -> list[Change]:
    """Between two states, each (documents, rows, findings)."""
    frames = [
        read_snapshot(published(tmp_path / side / "dataset", *state)) for side, state in (("a", before), ("b", after))
    ]
    return list(snapshot_changes(*frames))


def told(found: list[Change]) -> list[tuple]:
    return [(each.what, each.how, each.before, each.after) for each in found]


OLD = [
    goal("v1", 1, text="Fler unga ska få stöd i tid."),
    goal("v1", 2, text="Väntetiden till samtal ska vara högst 14 dagar vid alla mottagningar."),
    goal("v1", 3, text="Anhöriga känner sig delaktiga."),
    goal("v1", 4, text="Ingen ska behöva stå utanför arbetslivet."),
]
NEW = [
    goal("v2", 1, text="Fler  unga ska få stöd i tid.", horizon="long_term"),
    goal("v2", 2, text="Väntetiden till samtal ska vara högst 10 dagar vid alla mottagningar."),
    goal("v2", 3, text="Anhöriga känner sig delaktiga."),
    goal("v2", 4, text="Skolorna har en plan mot ensamhet."),
]


def test_goals_of_a_new_version_are_the_same_reworded_added_or_dropped(tmp_path):
    found = changes(tmp_path, ([version("v1")], OLD), ([version("v2")], NEW))

    assert told(found) == [
        ("document", "new_version", "v1", "v2"),
        ("goal", "changed", OLD[0].text, NEW[0].text),
        ("goal", "reworded", OLD[1].text, NEW[1].text),
        ("goal", "dropped", OLD[3].text, None),
        ("goal", "added", None, NEW[3].text),
    ]
    assert found[1].detail == "horizon: short_term → long_term"
    assert found[2].likeness is not None
    assert 90 < found[2].likeness < 100


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((100, "Kurs för personal"), (100, "Kurs för personal"), []),
        ((100, "Kurs för personal"), (120, "Kurs för personal"), [("amount", "changed", "100", "120")]),
        # other words for the same sum are no change of money; other words and another sum may be
        ((100, "Kurs för personal"), (100, "Utbildning"), []),
        ((100, "Kurs för personal i maj"), (120, "Kurs för personal i juni"), [("amount", "changed", "100", "120")]),
        ((100, "Kurs"), (120, "Lokaler"), [("amount", "dropped", "100", None), ("amount", "added", None, "120")]),
    ],
)
def test_amounts_are_the_same_by_what_they_are_for(tmp_path, old, new, expected):
    states = [
        ([version(name)], [amount(name, 1, kronor, "spent", subject=subject)])
        for name, (kronor, subject) in (("v1", old), ("v2", new))
    ]

    found = changes(tmp_path, *states)

    assert told(found)[1:] == expected


def test_a_sum_of_another_year_is_another_sum(tmp_path):
    states = [
        ([version(name)], [amount(name, 1, 100, "spent", subject="Kurs", year=year)])
        for name, year in (("v1", 2023), ("v2", 2024))
    ]

    assert [each.how for each in changes(tmp_path, *states)] == ["new_version", "dropped", "added"]


def test_documents_and_findings_come_and_go(tmp_path):
    before: State = [version("v1"), document("bort", "memo")], [], [finding(1), finding(2), finding(3)]
    after: State = (
        [version("v1", run_id="senare"), document("ny", "memo")],
        [],
        [finding(2), finding(3, actual=Decimal(9)), finding(4)],
    )

    assert told(changes(tmp_path, before, after)) == [
        ("document", "dropped", None, None),
        ("document", "added", None, None),
        ("finding", "changed", "Summa 3 stämmer inte.", "Summa 3 stämmer inte."),
        ("finding", "added", None, "Summa 4 stämmer inte."),
        ("finding", "dropped", "Summa 1 stämmer inte.", None),
    ]


def test_a_document_whose_file_is_gone_is_retired_and_comes_back(tmp_path):
    there, gone = [version("v1")], [version("v1", retired_since=datetime(2026, 11, 22, tzinfo=UTC))]

    away = changes(tmp_path / "1", (there, OLD, []), (gone, OLD, []))
    back = changes(tmp_path / "2", (gone, OLD, []), (there, OLD, []))

    assert told(away) == [("document", "retired", None, None)]
    assert told(back) == [("document", "returned", None, None)]


def test_changes_are_read_by_people_and_by_programs(tmp_path):
    found = changes(tmp_path, ([version("v1")], OLD), ([version("v2")], NEW))
    console = Console(width=120)

    with console.capture() as capture:
        console.print(changes_listed(found))

    lines = capture.get().splitlines()
    assert lines[0].strip() == "plan.pdf"
    assert "− mål (goal), sida 1: Ingen ska behöva stå utanför arbetslivet." in " ".join(lines)
    words = " ".join(" ".join(lines).split())
    assert "≠ mål (goal), sida 1: Fler unga ska få stöd i tid. [horizon: short_term → long_term]" in words
    [place] = [number for number, line in enumerate(lines) if line.strip().startswith("~ mål")]
    assert lines[place + 1].split("  ")[1].strip() == "före (before), sida 1"
    assert re.search(r"högst 14 dagar .*högst 10 dagar", lines[place + 3])
    assert lines[-1].strip() == "≠1 dokument, +1 mål, −1 mål, ~1 mål, ≠1 mål"
    assert change_frame(found).height == len(found)
    assert change_frame([]).schema["page_after"] == pl.Int64()


def plankoll(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_command_says_by_its_status_whether_anything_changed(tmp_path):
    for name, side, rows in (("v1", "a", OLD), ("v2", "b", NEW)):
        published(tmp_path / side / "dataset", [version(name)], rows)

    changed = plankoll("diff", tmp_path / "a", tmp_path / "b", "--format", "csv")
    same = plankoll("diff", tmp_path / "a", tmp_path / "a" / "dataset" / "current")

    assert (changed.exit_code, len(changed.stdout.splitlines())) == (4, 6)
    assert (same.exit_code, same.stdout.strip()) == (0, "Ingen skillnad (no difference).")


def test_two_documents_of_one_state_are_compared(tmp_path):
    documents = [version("v1", source_name="plan-v1.pdf"), version("v2", source_name="plan-v2.pdf")]
    published(tmp_path / "dataset", documents, [*OLD, *NEW])

    result = plankoll("diff", "--out", tmp_path, "--document", "plan-v1", "--document", "plan-v2")
    unknown = plankoll("diff", "--out", tmp_path, "--document", "plan-v", "--document", "plan-v2")

    assert result.exit_code == 4
    assert "~1 mål" in result.stdout
    assert unknown.exit_code == 1
    assert "plan-v1.pdf, plan-v2.pdf" in unknown.stderr


def test_a_state_that_there_is_not_is_told_with_those_that_there_are(tmp_path):
    snapshot = published(tmp_path / "dataset", [version("v1")], OLD)

    result = plankoll("diff", "--out", tmp_path)

    assert result.exit_code == 1
    assert snapshot.name in result.stderr
