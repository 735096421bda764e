"""The pattern: discovery, words, ids, broken checks, and the page made of them."""

from decimal import Decimal

import pytest

from checks import CheckInput, catalogue, run_checks
from checks.catalogue import Check
from checks.docs import PAGE, checks_page
from checks.identity import normalised
from checks.violation import EvidenceItem, Violation
from checks.wording import Bilingual, format_number, render
from models.place import Place
from models.rows import Document, FileRows


def document(document_id: str = "d1", **columns) -> Document:
    defaults = {
        "source_name": "plan.pdf",
        "source_sha256": "0" * 64,
        "first_page": 1,
        "last_page": 9,
        "doc_type": "action_plan",
        "title": "Lokal plan",
        "issuer": "Exempelby",
    }
    return Document(document_id=document_id, **(defaults | columns))


def violation(document_id: str = "d1", key: tuple[str, ...] = ("Tabell 1", "Belopp", "Summa")) -> Violation:
    place = Place(page=3, x0=1.0, top=2.0, x1=3.0, bottom=4.0)
    return Violation(
        rule="form.example",
        severity="warning",
        document_id=document_id,
        subject="Belopp",
        key=key,
        messages=("first", "second"),
        arguments={"amount": Decimal("1234567.50"), "word": Bilingual("kronor", "kronor, SEK"), "page": "3"},
        evidence=(
            EvidenceItem("total", document_id, "Summa 5", Decimal(5), place),
            EvidenceItem("computed", document_id, value=Decimal(4)),
        ),
    )


def check(find, identity: str = "form.example", scope="document") -> Check:
    return Check(
        id=identity,
        family="form",
        scope=scope,
        title=Bilingual("Exempel", "Example"),
        claim=Bilingual("Säger något.", "Claims something."),
        messages={
            "first": Bilingual("Sida {page}: {amount} {word}.", "Page {page}: {amount} {word}."),
            "second": Bilingual("Se där.", "There."),
        },
        find=find,
    )


def rows_of(*documents: Document) -> CheckInput:
    return CheckInput.from_file_rows(FileRows(documents=(each,)) for each in documents)


def test_every_module_in_rules_is_in_the_catalogue():
    ids = [each.id for each in catalogue()]

    assert {"footing.column", "footing.row"} <= set(ids)
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("each", catalogue(), ids=lambda each: each.id)
def test_every_check_speaks_both_languages(each: Check):
    said = [each.title, each.claim, *each.messages.values(), *([each.example] if each.example else [])]

    assert all(words.sv and words.en and words.sv != words.en for words in said)
    for template in each.messages.values():
        assert set(_fields(template.sv)) == set(_fields(template.en))


def _fields(template: str) -> list[str]:
    return [part.split("}")[0] for part in template.split("{")[1:]]


def test_messages_are_rendered_late_in_both_languages():
    findings, evidence = run_checks(rows_of(document()), [check(lambda _: [violation()])])

    assert findings[0].message_sv == "Sida 3: 1\u00a0234\u00a0567,5 kronor. Se där."
    assert findings[0].message_en == "Page 3: 1\u00a0234\u00a0567,5 kronor, SEK. There."
    assert findings[0].family == "form"
    assert [(item.ordinal, item.role, item.text, item.value, item.page) for item in evidence] == [
        (1, "total", "Summa 5", Decimal(5), 3),
        (2, "computed", None, Decimal(4), None),
    ]
    assert {item.finding_id for item in evidence} == {findings[0].finding_id}


def _speaks(rows):
    yield violation(rows.documents[0].document_id)


def _raises(rows):
    yield from _speaks(rows)
    raise ZeroDivisionError


def test_a_broken_check_is_a_finding_and_stops_nothing():
    checks = [check(_raises, "form.broken"), check(_speaks)]

    findings, _ = run_checks(rows_of(document("d1"), document("d2", title="Annan plan")), checks)

    said = [(f.rule, f.severity, f.document_id) for f in findings if f.rule == "check.broken"]
    assert said == [("check.broken", "note", "d1"), ("check.broken", "note", "d2")]
    broken = next(f for f in findings if f.rule == "check.broken")
    assert "form.broken" in broken.message_sv
    assert "form.broken" in broken.message_en
    assert "ZeroDivisionError" in broken.message_en
    # What it had found before it broke is kept, and the next check is made.
    assert [f.rule for f in findings if f.document_id == "d1"].count("form.example") == 2


def test_a_template_that_cannot_be_filled_is_a_fault_of_the_check():
    faulty = Violation("form.example", "note", "d1", "x", ("x",), ("first",), {})

    findings, _ = run_checks(rows_of(document()), [check(lambda _: [faulty])])

    assert [f.rule for f in findings] == ["check.broken"]


def test_a_document_scope_sees_one_document_and_a_corpus_scope_all():
    seen: list[tuple[str, int]] = []

    def looks(name):
        def find(rows):
            seen.append((name, len(rows.documents)))
            return []

        return find

    duplicate = document("d3", duplicate_of="d1")
    rows = rows_of(document("d1"), document("d2"), duplicate)
    run_checks(rows, [check(looks("alone")), check(looks("all"), scope="corpus")])

    assert sorted(seen) == [("all", 3), ("alone", 1), ("alone", 1)]


def _ids(*documents: Document, found: list[Violation]) -> list[str]:
    def find(rows):
        return [each for each in found if each.document_id == rows.documents[0].document_id]

    return [f.finding_id for f in run_checks(rows_of(*documents), [check(find)])[0]]


def test_a_finding_keeps_its_id_in_a_new_version_of_the_file():
    old = _ids(document("d1"), found=[violation("d1", ("Tabell 1", "Belopp1", "Summa"))])
    new = _ids(
        document("d2", source_sha256="1" * 64, source_name="plan-v2.pdf", last_page=11),
        found=[violation("d2", ("Tabell 2", "BELOPP", "Summa "))],
    )

    assert old == new


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"title": "Regional plan"}, ("Tabell 1", "Belopp", "Summa")),
        ({"reporting_year": 2021}, ("Tabell 1", "Belopp", "Summa")),
        ({"kommunkod": "0127"}, ("Tabell 1", "Belopp", "Summa")),
        ({}, ("Tabell 1", "Belopp", "Delsumma")),
        ({}, ("Tabell 1", "2017", "Summa")),
    ],
)
def test_another_subject_has_another_id(changed: dict, key: tuple[str, ...]):
    first = _ids(document("d1"), found=[violation("d1")])
    second = _ids(document("d1", **changed), found=[violation("d1", key)])

    assert first != second


def test_two_findings_about_the_same_words_have_two_ids():
    ids = _ids(document("d1"), found=[violation("d1"), violation("d1")])

    assert len(set(ids)) == 2


def test_normalised_keeps_words_and_years_only():
    assert normalised("  Satsningar3, BELOPP 2017 (kr): 1 906 000 ") == "satsningar belopp kr 2017"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("2739877", "2\u00a0739\u00a0877"),
        ("0", "0"),
        ("-1234.50", "\u22121\u00a0234,5"),
        ("79.800", "79,8"),
        ("1E+3", "1\u00a0000"),
    ],
)
def test_numbers_are_written_in_the_swedish_form(number: str, text: str):
    assert format_number(Decimal(number)) == text


def test_a_missing_argument_is_not_passed_over():
    with pytest.raises(KeyError):
        render(Bilingual("{a}", "{a}"), {}, "sv")


def test_the_page_of_checks_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == checks_page(), "run python -m checks.docs"
