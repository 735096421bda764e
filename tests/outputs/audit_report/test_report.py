"""The audit report's pages: what they say, where their links lead, and that nothing from a PDF gets out of its text."""

import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from typing import get_args

import polars as pl
import pytest

from models import rows as rows_of_dataset
from models.rows import TABLES, SourceFile
from outputs.audit_report.charts import charts_of
from outputs.audit_report.list_rows import told
from outputs.audit_report.material import Material
from outputs.audit_report.report import AllThere, Report
from outputs.audit_report.sheets import PageKey, sheets_of
from outputs.audit_report.sums import label_of, sums_of
from outputs.audit_report.words import VOCABULARIES, counted
from outputs.audit_report.write import Drawn, NotAReportError, write_report
from outputs.findings_list import FindingFilter
from tests.report_rows import (
    EVIDENCE,
    FOOTING,
    HOSTILE,
    PLAN,
    PLAN_FILE,
    REPORT,
    REPORT_FILE,
    RULES,
    evidence,
    finding,
    frames,
    many_findings,
    material,
)

ALL_THERE = AllThere()


class Links(HTMLParser):
    """The places that a page points at, the ids that it has, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.elements: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        self.elements.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in {"href", "src"} and value is not None:
                self.links.append(value)
            if name == "id":
                self.ids.append(value)


def pages_of(report: Report) -> dict[str, str]:
    return {path: report.html(path, ALL_THERE) for path in report.paths()}


def rows(*items) -> list[dict]:
    return [item.model_dump() for item in items]


def sums(*items, expected: int | None):
    return sums_of({"expected": None if expected is None else Decimal(expected)}, rows(*items))


def test_every_link_leads_to_a_page_of_the_report_or_a_place_on_one():
    report = Report(material())
    parsed = {path: Links(html) for path, html in pages_of(report).items()}
    pictures = {f"pages/{key.name}.png" for key in report.pages_shown}

    for path, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            file, _, place = link.partition("#")
            target = normpath(join(path, "..", file)) if file else path
            assert target in parsed or target in pictures, f"{path}: {link}"
            if place and "=" not in place:
                assert place in parsed[target].ids, f"{path}: {link}"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_words_of_a_pdf_stay_words(language):
    for path, html in pages_of(Report(material(language))).items():
        page = Links(html)

        assert "img" not in page.elements, path
        assert page.elements.count("script") == 2, path
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"], path
        assert "49" not in re.findall(r"co\"?.{0,3}49", html)


def test_a_page_allows_no_script_but_its_own_and_no_network():
    html = Report(material()).html("index.html", ALL_THERE)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)

    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert re.search(r"script-src &#39;sha256-[\w+/]+=+&#39;", policy)
    assert not re.search(r"https?:(?!//www\.w3\.org)", html)


def test_a_sum_is_told_addend_by_addend_with_what_it_has_come_to():
    [found] = sums_of(FOOTING.model_dump(), rows(*EVIDENCE[:4]))

    assert found.operation == "sum"
    assert [(term.sign, term.running) for term in found.terms] == [("", 100), ("+", 300)]
    assert (found.computed, [item["value"] for item in found.stated]) == (300, [310])


@pytest.mark.parametrize(
    ("values", "computed", "operation"),
    [
        ((912, 957), -45, "difference"),
        ((3, 11), 33, "product"),
        ((2, 2), 4, "sum"),
        ((5, 6), 12, "listed"),
        ((12,), 12, "listed"),
    ],
)
def test_an_operation_is_named_only_where_it_gives_what_was_computed(values, computed, operation):
    addends = [evidence("f", n, "addend", "a", value) for n, value in enumerate(values, start=2)]
    [found] = sums(evidence("f", 1, "stated", "s", 1), *addends, expected=computed)

    assert found.operation == operation


def test_an_addend_that_could_not_be_read_makes_no_sum():
    items = [
        evidence("f", 1, "total", "s", 3),
        evidence("f", 2, "addend", "a", 3),
        evidence("f", 3, "addend", "b", None),
    ]
    [found] = sums(*items, expected=3)

    assert found.operation == "listed"


def test_other_sums_that_a_number_breaks_stand_by_themselves():
    first, second = sums(
        evidence("f", 1, "stated", "s", 5),
        evidence("f", 2, "addend", "a", 1),
        evidence("f", 3, "addend", "b", 3),
        evidence("f", 4, "computed", None, 4),
        evidence("f", 5, "total", "t", 9),
        evidence("f", 6, "addend", "c", 4),
        evidence("f", 7, "addend", "d", 4),
        expected=4,
    )

    assert (first.operation, first.computed) == ("sum", 4)
    assert (second.operation, second.computed, len(second.terms)) == ("listed", None, 2)


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("Särskilt boende 48 000", 48_000, "Särskilt boende"),
        ("Del 3 2 200", 200, "Del 3 2 200"),
        ("Utfall -36 360", -36_360, "Utfall"),
        ("Beviljat: 3.936.544", 3_936_544, "Beviljat:"),
        ("Norrköping", 12, "Norrköping"),
        ("48 000", 48_000, "48 000"),
        ("Skolan 4 800", 48_000, "Skolan 4 800"),
    ],
)
def test_a_label_is_the_words_before_their_number(text, value, label):
    assert label_of({"text": text, "value": Decimal(value)}) == label


def test_a_finding_shows_its_pages_cropped_to_what_is_marked():
    made = material()
    [sheet] = sheets_of(made, made.by_id["f-sum"])

    assert sheet.key == PageKey(PLAN_FILE, 1)
    assert sheet.window.height < sheet.size[1] / 2
    assert [(mark.number, mark.evidence["role"]) for mark in sheet.marks] == [
        (1, "addend"),
        (2, "addend"),
        (3, "total"),
    ]
    for mark in sheet.marks:
        assert sheet.window.x <= mark.box.x
        assert mark.box.x + mark.box.width <= sheet.window.x + sheet.window.width
        assert sheet.window.y <= mark.box.y
        assert mark.box.y + mark.box.height <= sheet.window.y + sheet.window.height


def test_both_documents_of_a_tie_out_stand_side_by_side():
    made = material()

    assert [sheet.key for sheet in sheets_of(made, made.by_id["f-tie"])] == [
        PageKey(PLAN_FILE, 1),
        PageKey(REPORT_FILE, 2),
    ]
    assert 'class="finding pair"' in Report(made).html("findings/f-tie.html", ALL_THERE)


def test_evidence_without_extent_shows_the_whole_page_unmarked():
    nowhere = evidence("f-odd", 1, "stated", "Planen", None, x0=0.0, top=0.0, x1=0.0, bottom=0.0)
    made = material(evidence=[nowhere])
    [sheet] = sheets_of(made, made.by_id["f-odd"])

    assert sheet.window == (0, 0, *sheet.size)
    assert sheet.marks == ()


def test_a_missing_picture_is_said_with_its_reason():
    drawn = Drawn({}, {PageKey(PLAN_FILE, 1): ("Filen är borta.", "The file is gone.")})

    assert "Filen är borta." in Report(material()).html("findings/f-sum.html", drawn)
    assert "The file is gone." in Report(material("en")).html(f"pages/{PLAN_FILE[:16]}-1.html", drawn)


def test_a_document_tells_what_was_read_of_it():
    page = Report(material()).html(f"documents/{PLAN}.html", ALL_THERE)
    answers = Report(material()).html(f"documents/{REPORT}.html", ALL_THERE)

    for words in (
        "Trygg skola",
        "Långsiktigt mål",
        "Samtalsgrupper startar.",
        "2024, 2025",
        "Elevhälsan",
        'colspan="2"',
    ):
        assert words in page
    assert "Utelämnat: namn" in answers
    assert "<dd>2031 Rättvik</dd>" in page


def test_a_document_tells_where_its_file_came_from():
    known = {"folder_id": "f" * 20, "source_name": "plan.pdf", "status": "taken", "reason": "new", "attempts": 0}
    known |= {"version": "0", "settings": "", "first_run": "", "read_run": "", "run_id": ""}
    twice = [
        SourceFile(file_id=path, path=path, source_sha256=PLAN_FILE, held_sha256=PLAN_FILE, **known, **origin)
        for path, origin in [
            ("a.pdf", {}),
            ("b.pdf", {"source_url": "javascript:alert(1)", "fetched": date(2024, 5, 31), "licence": HOSTILE}),
        ]
    ]
    page = Report(material(files=twice)).html(f"documents/{PLAN}.html", ALL_THERE)

    assert "<dt>Hämtad från</dt><dd>javascript:alert(1)</dd>" in page
    assert "<dt>Hämtad</dt><dd>2024-05-31</dd>" in page
    assert "<dt>Licens</dt><dd>&lt;script&gt;" in page
    assert "Hämtad från" not in Report(material()).html(f"documents/{PLAN}.html", ALL_THERE)


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [
        (
            "sv",
            ("91 % säker", "2 celler har flera tal", "orden låter som en aktivitet", "Spara om den."),
            ("% sure", "cells hold", "words sound", "Save it anew"),
        ),
        (
            "en",
            ("91 % sure", "2 cells hold several numbers", "its words sound like an activity", "Save it anew."),
            ("% säker", "celler har", "orden låter", "Spara om den"),
        ),
    ],
)
def test_doubts_and_failures_are_said_in_the_language_of_the_report(language, said, unsaid):
    pages = "".join(pages_of(Report(material(language))).values())

    assert [words for words in said if words not in pages] == []
    assert [words for words in unsaid if words in pages] == []


@pytest.mark.parametrize(
    ("vocabulary", "codes"),
    [
        ("severity", rows_of_dataset.Severity),
        ("status", rows_of_dataset.FindingStatus),
        ("doc_type", rows_of_dataset.DocType),
        ("amount_kind", rows_of_dataset.AmountKind),
        ("horizon", rows_of_dataset.Horizon),
        ("stage", rows_of_dataset.Stage),
        ("fact", rows_of_dataset.FactKind),
    ],
)
def test_every_code_of_the_dataset_has_a_name(vocabulary, codes):
    assert set(VOCABULARIES[vocabulary]) == set(get_args(codes))


def test_a_label_and_its_section_are_two_words():
    question = material().rows("fields", REPORT)[0] | {"section": "Huvudman"}
    frame = pl.DataFrame([question], schema=material().frames["fields"].schema)
    page = Report(Material({**frames(), "fields": frame}, RULES)).html(f"documents/{REPORT}.html", ALL_THERE)

    assert re.search(r"Kontaktperson\s+<span", page)


def test_the_overview_adds_no_sums_up():
    shown = Report(material()).html("index.html", ALL_THERE)

    assert "Ingenting är hopräknat" in shown
    assert "100\N{NO-BREAK SPACE}kr" in shown


def test_the_overview_begins_with_the_gravest_and_largest_one_of_each_document():
    found = [
        finding("f-note", severity="note", difference=Decimal(900)),
        finding("f-small", difference=Decimal(20)),
        finding("f-large", difference=Decimal(-500)),
        finding("f-other", severity="warning", document_id=REPORT),
        finding("f-judged", status="confirmed", difference=Decimal(1_000)),
    ]

    shown = Report(material(findings=found)).html("index.html", ALL_THERE)

    assert re.findall(r"findings/(f-\w+)\.html", shown) == ["f-large", "f-other"]
    assert "skillnad 500" in shown


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ({"findings": (), "evidence": ()}, "Inga fynd"),
        (dict.fromkeys((table.table_name for table in TABLES), ()), "Inga dokument"),
    ],
)
def test_an_overview_of_nothing_found_claims_nothing(rows, head):
    report = Report(material(**rows))

    assert f"<h1>{head}</h1>" in report.html("index.html", ALL_THERE)
    assert len(pages_of(report)) >= 4


@pytest.mark.parametrize(
    ("number", "language", "name"), [(1, "sv", "varning"), (0, "sv", "varningar"), (2, "en", "warnings")]
)
def test_severities_are_counted_in_words(number, language, name):
    assert counted("warning", number, language) == name


def test_charts_tell_in_a_table_what_they_draw():
    by_rule, by_issuer = charts_of(material())

    assert [(line.label, line.counts) for line in by_rule.lines] == [
        ("Kolumnens summa", (1, 0, 1)),
        ("tie.plan-report.total", (0, 1, 0)),
    ]
    assert by_rule.svg is not None
    assert "Kolumnens summa" in by_rule.svg
    assert [line.label for line in by_issuer.lines] == ["Rättvik"]
    assert by_issuer.svg is None


def test_a_chosen_document_has_its_own_findings_only():
    chosen = Material(frames(), RULES, wanted=FindingFilter(document="rapport"))
    report = Report(chosen)

    assert set(report.paths()) >= {"findings/f-tie.html", f"documents/{REPORT}.html"}
    assert f"documents/{PLAN}.html" not in set(report.paths())
    assert "findings/f-sum.html" not in set(report.paths())


@pytest.mark.parametrize("path", ["../x.html", "findings/none.html", "findings/../index.html", "pages/x.html", "index"])
def test_there_are_no_other_pages(path):
    with pytest.raises(KeyError):
        Report(material()).html(path, ALL_THERE)


def test_a_report_takes_the_place_of_an_older_one_and_of_nothing_else(tmp_path: Path):
    report, drawn = Report(material()), Drawn({PageKey(PLAN_FILE, 1): b"png"}, {})
    folder = tmp_path / "rapport"
    write_report(report, drawn, folder)
    (folder / "findings" / "old.html").touch()
    overview = write_report(report, drawn, folder)

    assert overview == folder / "index.html"
    assert not (folder / "findings" / "old.html").exists()
    assert (folder / "pages" / f"{PLAN_FILE[:16]}-1.png").read_bytes() == b"png"
    assert [path.name for path in tmp_path.iterdir()] == ["rapport"]

    other = tmp_path / "annat"
    other.mkdir()
    (other / "brev.txt").touch()
    with pytest.raises(NotAReportError):
        write_report(report, drawn, other)


def test_the_overview_of_many_findings_is_small_and_their_list_is_bounded():
    report = Report(many_findings(1_000))

    assert len(report.html("index.html", ALL_THERE)) < 200_000
    assert len(report.html("findings.html", ALL_THERE)) < 1_000_000


@pytest.mark.parametrize(
    ("message", "subject", "shown"),
    [
        ("Sida 4: 2107 kan inte stämma, i: Starta hösten 2107.", "Starta hösten 2107.", "Sida 4: 2107 kan inte stämma"),
        ("Sida 4: Mora saknas i Tabell 1, som räknar upp dem.", "Tabell 1", None),
        ("Sida 4: Mora", "Sida 4: Mora", None),
        ("Sida 4: fel.", "", None),
    ],
)
def test_a_list_does_not_say_the_subject_twice(message, subject, shown):
    assert told({"message_sv": message, "message_en": "", "subject": subject}, "sv") == (shown or message)


def test_hostile_words_are_shown_as_they_stand():
    html = Report(material()).html("findings/f-odd.html", ALL_THERE)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert HOSTILE not in html
