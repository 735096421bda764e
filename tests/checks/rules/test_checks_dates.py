"""Organisation numbers, contacts, and the days on which accounts are signed."""

from datetime import date

import pytest

from checks.check_input import CheckInput
from checks.rules import cutoff_date, identity_contact, identity_orgnr
from tests.check_builders import document, fact, field, found, passages, read_by_ocr

REPORT = document(doc_type="grant_report", title="Redovisning", reporting_year=2022)


def _dated(*facts, of=REPORT, text=()):
    return CheckInput(documents=(of,), facts=facts, passages=passages(*text))


def test_a_signature_before_the_years_end_is_an_error():
    [finding] = found(cutoff_date.CHECK, _dated(fact("signed_date", "2022-10-03", label="Undertecknad")))

    assert finding.severity == "error"
    assert "”Undertecknad 2022-10-03” är före 2022-12-31" in finding.message_sv
    assert "the year that the account is of" in finding.message_en


def test_a_letterheads_early_date_is_a_warning_only_where_nothing_is_signed():
    dated, signed = fact("document_date", "2022-10-03", 1), fact("signed_date", "2023-02-01", 2)

    assert [f.severity for f in found(cutoff_date.CHECK, _dated(dated))] == ["warning"]
    assert found(cutoff_date.CHECK, _dated(dated, signed)) == []


def test_a_day_that_nothing_calls_a_signature_is_a_warning():
    assert [f.severity for f in found(cutoff_date.CHECK, _dated(fact("signed_date", "2022-10-03")))] == ["warning"]


def test_the_period_that_the_account_says_goes_before_the_year():
    partial = document(doc_type="grant_report", reporting_year=2022, reported_until=date(2022, 8, 31))

    assert found(cutoff_date.CHECK, _dated(fact("signed_date", "2022-09-15"), of=partial)) == []
    [finding] = found(cutoff_date.CHECK, _dated(fact("signed_date", "2022-08-15"), of=partial))
    assert "före 2022-08-31" in finding.message_sv
    assert "står i redovisningen" in finding.message_sv


@pytest.mark.parametrize("day", ["2023-01-15", "2022-12-31", "2022-02-20", "2021-11-20"])
def test_days_after_the_period_or_of_the_year_of_handing_in_are_silent(day):
    assert found(cutoff_date.CHECK, _dated(fact("signed_date", day))) == []


@pytest.mark.parametrize(
    "of",
    [
        document(doc_type="grant_application", reporting_year=2022),
        document(doc_type="grant_report", title="Delredovisning", reporting_year=2022),
        document(doc_type="grant_report", title="Redovisning av planerade insatser", reporting_year=2022),
        document(doc_type="grant_report", reporting_year=None),
        document(doc_type="memo", title="Budget", reporting_year=2022),
    ],
    ids=["application", "partial", "planned", "no year", "another memo"],
)
def test_other_documents_may_bear_any_day(of):
    early = (fact("signed_date", "2022-10-03"), fact("document_date", "2022-10-03", 2))

    assert found(cutoff_date.CHECK, _dated(*early, of=of)) == []


def test_a_memo_on_how_a_grant_was_used_is_one_on_the_account():
    memo = document(doc_type="memo", title="Användning av statsbidrag för psykisk hälsa 2022", reporting_year=2022)

    assert len(found(cutoff_date.CHECK, _dated(fact("document_date", "2022-09-11"), of=memo))) == 1


def test_a_decision_is_no_signature_and_a_memo_on_the_account_is_a_warning():
    memo = document(doc_type="memo", title="Återrapportering av statsbidrag 2022", reporting_year=2022)

    assert found(cutoff_date.CHECK, _dated(fact("decision_date", "2022-10-03"))) == []
    assert [f.severity for f in found(cutoff_date.CHECK, _dated(fact("document_date", "2022-09-11"), of=memo))] == [
        "warning"
    ]


def test_a_signature_after_the_forms_last_day_is_a_warning():
    due = fact("due_date", "2023-02-15", label="Lämnas senast")
    late, in_time = fact("signed_date", "2023-02-20", 2), fact("signed_date", "2023-02-10", 2)

    [finding] = found(cutoff_date.CHECK, _dated(due, late))

    assert (finding.severity, "efter 2023-02-15" in finding.message_sv) == ("warning", True)
    assert found(cutoff_date.CHECK, _dated(due, in_time)) == []


def test_what_a_last_day_is_for_may_stand_around_it():
    due = fact("due_date", "2023-02-15", label="senast den", page=1)
    late = fact("signed_date", "2023-02-20", 2)
    handing_in = (("paragraph", "Blanketten skickas in senast den 2023-02-15."),)
    spending = (("paragraph", "Medlen ska ha använts senast den 2023-02-15."),)

    assert len(found(cutoff_date.CHECK, _dated(due, late, text=handing_in))) == 1
    assert found(cutoff_date.CHECK, _dated(due, late, text=spending)) == []


@pytest.mark.parametrize(
    ("day", "due", "severities"),
    [
        ("2022-01-09", "2023-01-31", ["warning"]),
        ("2013-01-09", "2023-01-31", ["warning"]),
        ("2023-01-09", "2023-01-31", []),
        ("2022-01-09", "2022-01-31", []),
    ],
    ids=["a year too early", "ten years", "in time", "of the year before"],
)
def test_a_form_that_is_handed_in_after_the_years_end_is_not_signed_in_its_first_months(day, due, severities):
    text = (("paragraph", f"Sänds till länsstyrelsen senast den {due}."),)
    facts = (fact("due_date", due, label="senast den", page=1), fact("signed_date", day, 2, label="Datum"))

    assert [f.severity for f in found(cutoff_date.CHECK, _dated(*facts, text=text))] == severities


def _numbers(*texts: str, pages=()):
    facts = tuple(fact("org_number", text, n, label="Org.nr") for n, text in enumerate(texts, start=1))
    return CheckInput(documents=(document(),), pages=pages, facts=facts)


def test_a_wrong_check_digit_is_an_error_and_is_said_once():
    [finding] = found(identity_orgnr.CHECK, _numbers("212000-1356", "2120001356"))

    assert finding.severity == "error"
    assert finding.subject == "212000-1356"
    assert "de första nio siffrorna ger 5" in finding.message_sv
    assert "give 5" in finding.message_en


@pytest.mark.parametrize("text", ["212000-1355", "2120001355", "16212000-1355", "212000 - 1355"])
def test_right_numbers_are_silent_however_they_are_written(text):
    assert found(identity_orgnr.CHECK, _numbers(text)) == []


def test_a_number_of_another_length_is_a_warning():
    [finding] = found(identity_orgnr.CHECK, _numbers("212000-135"))

    assert finding.severity == "warning"
    assert "har 9 siffror" in finding.message_sv


def test_a_municipalitys_number_shows_what_it_is():
    text = passages(("paragraph", "Ekby kommun 212000-1356, konto 402647-3905"), ("paragraph", "212000-1355"))

    [finding] = found(identity_orgnr.CHECK, CheckInput(documents=(document(),), passages=text))

    assert finding.subject == "212000-1356"


def test_other_numbers_and_pages_read_by_ocr_give_no_error():
    project = CheckInput(documents=(document(),), facts=(fact("diary_number", "212000-1356"),))
    [doubted] = found(identity_orgnr.CHECK, _numbers("212000-1356", pages=read_by_ocr(3)))

    assert found(identity_orgnr.CHECK, project) == []
    assert doubted.severity == "warning"


def _contacts(*answers: tuple[str, str, str, int]) -> CheckInput:
    """Section, label, why it is withheld, and which withheld answer it is."""
    fields = tuple(
        field(label, None, n, section=section, withheld=why, withheld_answer=answer)
        for n, (section, label, why, answer) in enumerate(answers, start=1)
    )
    return CheckInput(documents=(REPORT,), fields=fields)


TOP = (("Kontakt", "Namn", "name", 1), ("Kontakt", "Telefon", "telephone", 2))


def test_a_contact_with_two_numbers_is_a_warning():
    again = (("Underskrift", "Namnförtydligande", "name", 1), ("Underskrift", "Telefon", "telephone", 3))

    [finding] = found(identity_contact.CHECK, _contacts(*TOP, *again))

    assert (finding.severity, finding.subject) == ("warning", "Telefon")
    assert "Samma person har olika svar på ”Telefon”" in finding.message_sv


@pytest.mark.parametrize(
    "again",
    [
        (("Underskrift", "Namn", "name", 1), ("Underskrift", "Telefon", "telephone", 2)),
        (("Underskrift", "Namn", "name", 4), ("Underskrift", "Telefon", "telephone", 3)),
        (("Underskrift", "Namn", "name", 1), ("Underskrift", "Telefon, växel", "telephone", 3)),
        (("Chef", "Telefon", "telephone", 3),),
    ],
    ids=["the same", "another person", "another question", "no name"],
)
def test_other_numbers_are_not_the_contacts(again):
    assert found(identity_contact.CHECK, _contacts(*TOP, *again)) == []


@pytest.mark.parametrize(
    ("day", "line", "severities"),
    [
        ("2017-02-27", "Fördelning beslutad 2017-02-27", ["warning"]),
        ("2019-11-20", "Fördelning beslutad 2019-11-20", []),
        ("2017-02-27", "Nämnden beslutade 2017-02-27 om en policy. " + "Den har sedan följts upp varje år. " * 5, []),
    ],
)
def test_a_plan_that_bears_only_an_older_decision(day, line, severities):
    plan = document(title="Lokala satsningar 2020", reporting_year=2020)
    decided = fact("decision_date", day, label="beslutad", page=1)

    findings = found(cutoff_date.CHECK, _dated(decided, of=plan, text=[("paragraph", line)]))

    assert [f.severity for f in findings] == severities


def test_a_newer_decision_beside_an_older_one_is_the_plans():
    plan = document(title="Lokala satsningar 2020", reporting_year=2020)
    days = ("2017-02-27", "2019-12-01")
    facts = [fact("decision_date", day, n, label="beslutad", page=1) for n, day in enumerate(days, 1)]
    lines = [("paragraph", f"Beslutad {day}") for day in days]

    assert found(cutoff_date.CHECK, _dated(*facts, of=plan, text=lines)) == []
