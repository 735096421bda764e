"""What is written for other programs: typed, whole or told, and never run."""

import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from outputs.export import workbook as sheets
from outputs.export.choice import of_documents
from outputs.export.report_links import report_links
from outputs.export.text_files import CsvForm, csv_text, jsonl_text
from outputs.export.workbook import LONGEST_TEXT, Sheet, write_workbook
from outputs.snapshot import read_snapshot
from tests.query_database import amount, column, document, published

XML = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
MIXED = pl.DataFrame(
    {
        "text": ["=HYPERLINK(A1)", "@SUM(1)", "-5 procent", None, "a;b"],
        "kronor": pl.Series([Decimal("-1234.50"), Decimal(0), None, Decimal(7), Decimal("0.10")]),
        "day": [date(2024, 5, 1), None, None, None, None],
        "at": [datetime(2024, 5, 1, 12, tzinfo=UTC), None, None, None, None],
        "yes": [True, False, None, None, None],
    }
)


def written(path: Path, *given: Sheet) -> dict[str, bytes]:
    write_workbook(path, given)
    with zipfile.ZipFile(path) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def cells(parts: dict[str, bytes], number: int = 1) -> dict[str, tuple[str | None, str]]:
    """Reference -> (type, value as it stands) of a sheet; texts are looked up."""
    shared = ["".join(node.itertext()) for node in ET.fromstring(parts["xl/sharedStrings.xml"]).findall("m:si", XML)]
    found = {}
    for cell in ET.fromstring(parts[f"xl/worksheets/sheet{number}.xml"]).iterfind(".//m:c", XML):
        value = cell.findtext("m:v", None, XML)
        if value is not None:
            found[cell.attrib["r"]] = (cell.get("t"), shared[int(value)] if cell.get("t") == "s" else value)
    return found


def test_cells_have_types_and_a_documents_words_stay_words(tmp_path):
    parts = written(tmp_path / "a.xlsx", Sheet("Allt", MIXED))
    told = cells(parts)

    assert told["A2"] == ("s", "=HYPERLINK(A1)")
    assert (told["B2"][0], Decimal(told["B2"][1])) == (None, Decimal("-1234.5"))
    assert told["C2"] == (None, "45413")
    assert told["D2"] == (None, "45413.5")
    assert told["E2"] == ("b", "1")
    assert "A5" not in told
    assert b"<f>" not in parts["xl/worksheets/sheet1.xml"]


def test_a_sheet_has_its_head_in_sight_and_a_filter(tmp_path):
    parts = written(tmp_path / "a.xlsx", Sheet("Allt", MIXED, {"kronor": "kronor (SEK)"}))
    sheet = parts["xl/worksheets/sheet1.xml"]

    assert cells(parts)["A1"] == ("s", "kronor (SEK)")
    assert b'<pane ySplit="1"' in sheet
    assert b'<autoFilter ref="A1:A6"/>' in sheet


def test_the_same_sheets_give_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, [Sheet("Allt", MIXED)])

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_a_cell_cannot_hold_is_told(tmp_path):
    frame = pl.DataFrame({"text": ["å" * (LONGEST_TEXT + 1)], "kronor": pl.Series([Decimal("9999999999999999.99")])})

    told = write_workbook(tmp_path / "a.xlsx", [Sheet("Allt", frame)])

    assert [(each.sheet, each.cell, each.column) for each in told] == [("Allt", "A2", "text"), ("Allt", "B2", "kronor")]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        read = cells({name: parts.read(name) for name in parts.namelist()})
    assert len(read["A2"][1]) == LONGEST_TEXT
    assert read["A2"][1].endswith("[…]")
    assert read["B2"] == ("s", "9999999999999999.99")


def test_rows_beyond_a_sheet_go_on_in_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)

    parts = written(tmp_path / "a.xlsx", Sheet("x" * 40, pl.DataFrame({"n": [1, 2, 3, 4, 5]})))

    names = [node.attrib["name"] for node in ET.fromstring(parts["xl/workbook.xml"]).iterfind(".//m:sheet", XML)]
    assert names == ["x" * 31, "x" * 27 + " (2)", "x" * 27 + " (3)"]
    assert [cells(parts, number)["A2"][1] for number in (1, 2, 3)] == ["1", "3", "5"]


def test_a_finding_leads_to_its_page_in_the_report_where_there_is_one(tmp_path):
    page = tmp_path / "report" / "findings" / "f1.html"
    page.parent.mkdir(parents=True)
    page.touch()
    book = tmp_path / "böcker" / "a.xlsx"
    book.parent.mkdir()
    link = report_links(book, tmp_path / "report")
    assert link is not None

    parts = written(book, Sheet("findings", pl.DataFrame({"finding_id": ["f1", "f2"]}), links={"finding_id": link}))

    assert cells(parts) == {"A1": ("s", "finding_id"), "A2": ("s", "f1"), "A3": ("s", "f2")}
    assert parts["xl/worksheets/_rels/sheet1.xml.rels"].count(rb"..\report\findings\f1.html") == 1
    assert b"f2" not in parts["xl/worksheets/_rels/sheet1.xml.rels"]
    assert report_links(book, tmp_path / "none") is None


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (CsvForm(), "text,kronor\n'=HYPERLINK(A1),-1234.50\n'@SUM(1),0.00\n'-5 procent,\n,7.00\na;b,0.10\n"),
        (CsvForm(guarded=False), "text,kronor\n=HYPERLINK(A1),-1234.50\n@SUM(1),0.00\n-5 procent,\n,7.00\na;b,0.10\n"),
        (
            CsvForm("excel"),
            "\ufefftext;kronor\n'=HYPERLINK(A1);-1234,50\n'@SUM(1);0,00\n'-5 procent;\n;7,00\n\"a;b\";0,10\n",
        ),
    ],
)
def test_csv_runs_nothing_and_keeps_numbers(form, expected):
    assert csv_text(MIXED.select("text", "kronor"), form) == expected


def test_csv_of_numbers_alone():
    assert csv_text(pl.DataFrame({"n": [1, -2]})) == "n\n1\n-2\n"


def test_json_lines_round_no_decimal():
    assert jsonl_text(pl.DataFrame({"k": pl.Series([Decimal("9999999999999999.99")])})) == (
        '{"k":"9999999999999999.99"}\n'
    )


def test_a_choice_of_documents_takes_all_that_hangs_on_them(tmp_path):
    table, cell_rows, amounts = column("plan", [("planned", 100, "body")])
    rows = [*table, *cell_rows, *amounts, amount("rapport", 1, 5, "spent")]
    documents = [document("plan", "action_plan"), document("rapport", "grant_report")]
    frames = read_snapshot(published(tmp_path / "dataset", documents, rows))

    one = of_documents(frames, pl.Series(["rapport"]))
    other = of_documents(frames, pl.Series(["plan"]))

    assert one["amounts"]["amount_id"].to_list() == ["rapport-amount-1"]
    assert (one["cells"].height, one["tables"].height, one["pages"].height) == (0, 0, 1)
    assert (other["cells"].height, other["tables"].height) == (1, 1)
    assert one["runs"].height == 1
    assert set(one) == set(frames)
