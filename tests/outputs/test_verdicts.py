"""Reviewers' verdicts: the file that people edit, and what it makes of findings."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from models.rows import Finding
from models.schema import to_frame
from outputs.merge import merge_findings
from outputs.verdicts import (
    Verdict,
    VerdictFileError,
    figures_of,
    keep_up,
    read_verdicts,
    with_verdicts,
    write_verdicts,
)

DAY = date(2026, 3, 2)
DOCUMENTS = pl.DataFrame({"document_id": ["d1"], "source_name": ["plan.pdf"]})


def finding(finding_id: str = "f-1", **columns) -> Finding:
    known = {
        "rule": "footing.column",
        "family": "footing",
        "severity": "error",
        "document_id": "d1",
        "subject": "Tabell 2: Belopp, Summa",
        "message_sv": "Sida 3: fel summa.",
        "message_en": "Page 3: wrong sum.",
        "expected": Decimal(100),
        "actual": Decimal(110),
    }
    return Finding(finding_id=finding_id, **(known | columns))


def frame(*findings: Finding) -> pl.DataFrame:
    return to_frame(Finding, findings)


def judged(verdict: str, of: Finding, reason: str = "") -> dict[str, Verdict]:
    [row] = frame(of).to_dicts()
    return {of.finding_id: Verdict.on(row | {"source_name": "plan.pdf"}, verdict, reason, DAY)}  # type: ignore[arg-type]


def statuses(findings: pl.DataFrame) -> list[str]:
    return findings["status"].to_list()


def test_a_file_comes_back_as_it_was_written(tmp_path):
    path = tmp_path / "verdicts.csv"
    verdicts = judged("dismissed", finding(), 'Ingår; "hela" perioden') | judged("confirmed", finding("f-0"))

    write_verdicts(path, verdicts.values())

    assert read_verdicts(path) == verdicts
    assert [line.partition(";")[0] for line in path.read_text(encoding="utf-8-sig").splitlines()] == [
        "finding_id",
        "f-0",
        "f-1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "finding_id,verdict\nf-1,dismissed\n",
        "\ufefffinding_id;verdict;reason\nf-1;Avfärdat;\n\n",
        "verdict\tfinding_id\ndismissed\tf-1\n",
    ],
    ids=["commas", "Swedish with a byte order mark", "tabs in another order"],
)
def test_a_file_may_be_written_by_hand(tmp_path: Path, text: str):
    path = tmp_path / "verdicts.csv"
    path.write_text(text, encoding="utf-8")

    assert [(v.finding_id, v.verdict, v.figures) for v in read_verdicts(path).values()] == [("f-1", "dismissed", "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("finding_id;verdict\nf-1;kanske\n", "rad 2"),
        ("finding_id;reason\nf-1;x\n", "kolumnen verdict saknas"),
        ("finding_id;verdict\n;open\n", "rad 2"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, text: str, told: str):
    path = tmp_path / "verdicts.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(VerdictFileError, match=told) as raised:
        read_verdicts(path)
    assert "cannot be read" in raised.value.message_en


@pytest.mark.parametrize(
    ("text", "day"), [("2026-03-31", date(2026, 3, 31)), ("31/3 2026", None), ("2026-02-30", None)]
)
def test_a_day_that_cannot_be_read_is_left_out(tmp_path: Path, text: str, day: date | None):
    path = tmp_path / "verdicts.csv"
    path.write_text(f"finding_id;verdict;judged\nf-1;open;{text}\n", encoding="utf-8")

    assert read_verdicts(path)["f-1"].judged == day


def test_no_file_is_no_verdict_and_other_bytes_are_said(tmp_path):
    assert read_verdicts(tmp_path / "verdicts.csv") == {}
    (tmp_path / "verdicts.csv").write_bytes("finding_id;verdict\nf-1;öppet".encode("latin-1"))

    with pytest.raises(VerdictFileError, match="UTF-8"):
        read_verdicts(tmp_path / "verdicts.csv")


def test_a_verdict_gives_the_status_and_reopening_takes_it_back():
    assert statuses(with_verdicts(frame(finding()), judged("dismissed", finding()), DOCUMENTS)) == ["dismissed"]
    dismissed = frame(finding(status="dismissed"))

    assert statuses(with_verdicts(dismissed, {}, DOCUMENTS)) == ["dismissed"]
    assert statuses(with_verdicts(dismissed, judged("open", finding()), DOCUMENTS)) == ["open"]


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ({"actual": Decimal(111)}, "open"),
        ({"actual": Decimal("110.000000")}, "dismissed"),
        ({"subject": "Tabell 3: Belopp, Summa", "message_sv": "Sida 4: fel summa."}, "dismissed"),
    ],
    ids=["another number", "the same number", "set anew"],
)
def test_a_dismissed_finding_comes_back_only_if_its_numbers_change(now: dict, status: str):
    assert statuses(with_verdicts(frame(finding(**now)), judged("dismissed", finding()), DOCUMENTS)) == [status]


def test_a_confirmed_finding_stays_confirmed():
    changed = frame(finding(actual=Decimal(111)))

    assert statuses(with_verdicts(changed, judged("confirmed", finding()), DOCUMENTS)) == ["confirmed"]


@pytest.mark.parametrize(
    ("columns", "figures"),
    [
        ({}, "110 / 100"),
        ({"actual": Decimal("1500.50"), "expected": None}, "1500.5 / -"),
        ({"actual": None, "expected": None, "subject": "Org.nr 212000-1356"}, "212000-1356"),
        ({"actual": None, "expected": None, "subject": "Tabell 2: Ekby"}, "-"),
    ],
)
def test_what_a_findings_numbers_are(columns: dict, figures: str):
    assert figures_of(frame(finding(**columns)).to_dicts()[0]) == figures


def test_a_line_without_figures_gets_those_of_its_finding(tmp_path):
    path = tmp_path / "verdicts.csv"
    path.write_text("finding_id;verdict\nf-1;dismissed\nf-9;confirmed\n", encoding="utf-8")

    keep_up(path, frame(finding()), DOCUMENTS)

    verdicts = read_verdicts(path)
    assert (verdicts["f-1"].figures, verdicts["f-9"].figures) == ("110 / 100", "")
    assert statuses(with_verdicts(frame(finding(actual=Decimal(120))), verdicts, DOCUMENTS)) == ["open"]


def test_a_dismissed_finding_of_the_last_snapshot_comes_back_with_other_numbers():
    before = merge_findings(None, [finding()], "first").with_columns(status=pl.lit("dismissed"))

    assert statuses(merge_findings(before, [finding()], "second")) == ["dismissed"]
    assert statuses(merge_findings(before, [finding(expected=Decimal(101))], "second")) == ["open"]


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ({"subject": "Tabell 3: Belopp, Summa"}, "dismissed"),
        ({"subject": "Så används medlen. Tabell 3: Belopp, Summa"}, "dismissed"),
        ({"subject": "Tabell 3: Kostnad, Summa"}, "open"),
        ({"actual": Decimal(111)}, "open"),
        ({"rule": "footing.row"}, "open"),
    ],
    ids=["set anew", "under a longer heading", "another subject", "another number", "another rule"],
)
def test_a_verdict_follows_a_finding_whose_id_is_another(now: dict, status: str):
    found = frame(finding("f-2", **now))

    assert statuses(with_verdicts(found, judged("dismissed", finding("f-1")), DOCUMENTS)) == [status]


def test_without_numbers_a_verdict_follows_within_the_same_file_only():
    wordy = {"expected": None, "actual": None, "subject": "Hem", "rule": "complete.goals"}
    verdict = judged("dismissed", finding("f-1", **wordy))
    elsewhere = DOCUMENTS.with_columns(source_name=pl.lit("annan.pdf"))

    assert statuses(with_verdicts(frame(finding("f-2", **wordy)), verdict, DOCUMENTS)) == ["dismissed"]
    assert statuses(with_verdicts(frame(finding("f-2", **wordy)), verdict, elsewhere)) == ["open"]


def test_where_two_findings_would_do_no_verdict_is_moved():
    found = frame(finding("f-2"), finding("f-3"))

    assert statuses(with_verdicts(found, judged("dismissed", finding("f-1")), DOCUMENTS)) == ["open", "open"]


def test_a_verdict_that_has_followed_is_kept_under_the_new_id(tmp_path):
    path = tmp_path / "verdicts.csv"
    write_verdicts(path, judged("dismissed", finding("f-1")).values())

    keep_up(path, frame(finding("f-2")), DOCUMENTS)

    assert list(read_verdicts(path)) == ["f-2"]
