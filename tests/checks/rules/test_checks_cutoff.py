"""Years that cannot be, lie outside the plan's period, or disagree with the annex."""

import pytest

from checks.check_input import CheckInput
from checks.rules import cutoff_matrix, cutoff_period, cutoff_title, cutoff_year
from checks.running import run_checks
from checks.times import times_in
from tests.check_builders import activity, document, found, goal, passages, read_by_ocr, table, years

PLAN = document(period_start=2021, period_end=2023)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utbilda ombud hösten 2022.", [(2022, 2022, "in")]),
        ("Klart senast den 30 juni 2023", [(2023, 2023, "by")]),
        ("Pågår under 2021–2023", [(2021, 2023, "in")]),
        ("Pågår under 2021–23", [(2021, 2023, "in")]),
        ("Från och med våren 2021", [(2021, 2021, "since")]),
        ("i slutet av 2022", [(2022, 2022, "in")]),
        ("t.o.m. 2022", [(2022, 2022, "by")]),
        ("årsskiftet 2021/2022", [(2021, 2022, "in")]),
        ("våren 1020", [(1020, 1020, "in")]),
        ("åren 2021–2022", [(2021, 2022, "in")]),
        ("enligt 2019 års enkät", []),
        ("Förordningen (2017:30) gäller", []),
        ("under 1500 besök", []),
        ("senast 1 500 kr", []),
        ("Agenda 2030", []),
        ("under 2021 års sista kvartal", []),
    ],
)
def test_times_are_told_from_other_numbers(text, expected):
    assert [(time.first, time.last, time.sense) for time in times_in(text)] == expected


def test_a_year_that_cannot_be_is_an_error():
    step = activity("Starta samtalsgrupper hösten 2204")

    [finding] = found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), activities=(step,)))

    assert (finding.rule, finding.severity) == ("cutoff.year", "error")
    assert "året 2204 kan inte stämma (”hösten 2204”)" in finding.message_sv
    assert "the year 2204 cannot be right" in finding.message_en


def test_the_same_year_on_the_same_page_is_said_once():
    step = activity("Starta samtalsgrupper hösten 2204", page=1)
    text = passages(("list_item", "Starta samtalsgrupper hösten 2204"))

    assert len(found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), activities=(step,), passages=text))) == 1


def test_a_heading_of_four_digits_among_years_is_a_year():
    among = passages(("heading", "2021"), ("heading", "2202"), ("heading", "2023"))
    alone = passages(("heading", "Nuläge"), ("heading", "2202"))

    assert len(found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), passages=among))) == 1
    assert found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), passages=alone)) == []


def test_a_cell_in_a_column_of_years_is_a_year():
    made, cells = table([["Aktivitet", "År"], ["Grupper", "2021"], ["Kurs", "2012"], ["Film", "2210"]])
    counted, counts = table([["Aktivitet", "Deltagare"], ["Grupper", "2021"], ["Kurs", "1020"], ["Film", "850"]])
    paid, sums = table([["Aktivitet", "2027"], ["Grupper", "2021"], ["Kurs", "1934"], ["Film", "2310"]])
    money = tuple(cell if cell.value is None else cell.model_copy(update={"unit": "tkr"}) for cell in sums)

    [finding] = found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), tables=(made,), cells=cells))

    assert finding.subject == "Film: 2210"
    assert found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), tables=(counted,), cells=counts)) == []
    assert found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), tables=(paid,), cells=money)) == []


def test_history_in_running_text_and_other_documents_are_left_alone():
    history = passages(("paragraph", "Sjukhuset har funnits sedan år 1862."))
    other = document(doc_type="other")
    step = activity("Starta samtalsgrupper hösten 2204")

    assert found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), passages=history)) == []
    assert found(cutoff_year.CHECK, CheckInput(documents=(other,), activities=(step,))) == []


def test_on_a_page_read_by_ocr_an_impossible_year_is_a_warning():
    step = activity("Starta samtalsgrupper hösten 2204")
    rows = CheckInput(documents=(PLAN,), pages=read_by_ocr(2), activities=(step,))

    [finding] = found(cutoff_year.CHECK, rows)

    assert finding.severity == "warning"
    assert "Läsningen är osäker" in finding.message_sv


def _plan(*texts: str):
    return [activity(text, n) for n, text in enumerate(texts, start=1)]


def test_a_headed_year_outside_the_period_is_an_error():
    steps = _plan("Grupper", "Kurs", "Film", "Enkät", "Nätverk")
    given = [row for step in steps[1:] for row in years(step, "heading", 2022)] + years(steps[0], "heading", 2024)
    rows = CheckInput(documents=(PLAN,), activities=tuple(steps), activity_years=tuple(given))

    [finding] = found(cutoff_period.CHECK, rows)

    assert finding.severity == "error"
    assert finding.subject == "Grupper"
    assert "2024 ligger utanför planens period 2021–2023" in finding.message_sv


@pytest.mark.parametrize("text", ["Grupper startar våren 2025", "Kursen ges senast i juni 2020"])
def test_a_year_in_an_activitys_words_outside_the_period_is_a_warning(text):
    [finding] = found(cutoff_period.CHECK, CheckInput(documents=(PLAN,), activities=(activity(text),)))

    assert finding.severity == "warning"
    assert "egna ord" in finding.message_sv


@pytest.mark.parametrize(
    "text",
    ["Grupper pågår sedan 2016", "Enligt 2018 års enkät", "Kursen ges hösten 2022", "Minst 2030 besök", "Film 2204"],
)
def test_what_began_earlier_or_names_a_thing_is_not_outside(text):
    assert found(cutoff_period.CHECK, CheckInput(documents=(PLAN,), activities=(activity(text),))) == []


@pytest.mark.parametrize("text", ["Följa upp samverkan under våren 2024", "Utvärdera planen i början av 2024"])
def test_a_plan_may_be_followed_up_the_year_after(text):
    later = text.replace("2024", "2025")

    assert found(cutoff_period.CHECK, CheckInput(documents=(PLAN,), activities=(activity(text),))) == []
    assert len(found(cutoff_period.CHECK, CheckInput(documents=(PLAN,), activities=(activity(later),)))) == 1


def test_without_a_period_there_is_nothing_to_lie_outside_of():
    rows = CheckInput(documents=(document(),), activities=(activity("Grupper våren 2035"),))

    assert found(cutoff_period.CHECK, rows) == []


def test_where_many_lie_outside_the_period_is_doubted_once():
    steps = _plan("Grupper", "Kurs", "Film")
    given = tuple(row for step in steps for row in years(step, "heading", 2019))

    [finding] = found(cutoff_period.CHECK, CheckInput(documents=(PLAN,), activities=tuple(steps), activity_years=given))

    assert finding.severity == "warning"
    assert "3 aktiviteter har år utanför planens period" in finding.message_sv


_ANNEX = table([["Aktivitet", "2021", "2022", "2023"], ["Utbilda ombud", "", "x", ""], ["Starta råd", "x", "", ""]])


def _matrix(steps, *given, annex=_ANNEX):
    return CheckInput(
        documents=(PLAN,),
        activities=tuple(steps),
        activity_years=tuple(row for rows in given for row in rows),
        tables=(annex[0],),
        cells=annex[1],
    )


def test_marks_in_other_years_than_the_heading_are_an_error():
    step = activity("Utbilda ombud")
    rows = _matrix([step], years(step, "heading", 2021), years(step, "matrix", 2022, row=1))

    [finding] = found(cutoff_matrix.CHECK, rows)

    assert finding.severity == "error"
    assert (
        finding.message_sv
        == "Sida 2: texten säger 2021, men kryssen i bilagan (sida 4) står under 2022: ”Utbilda ombud”"
    )


def test_the_annex_and_its_marks_are_evidence_with_their_places():
    step = activity("Utbilda ombud åt förvaltningarna")
    rows = _matrix([step], years(step, "heading", 2021), years(step, "matrix", 2022, row=1))

    _, evidence = run_checks(rows, [cutoff_matrix.CHECK])

    assert [(each.role, each.text, each.page) for each in evidence] == [
        ("planned", "Utbilda ombud åt förvaltningarna", 2),
        ("stated", "Utbilda ombud", 4),
        ("stated", "x", 4),
    ]


def test_marks_whose_row_nobody_can_point_at_are_a_warning():
    step = activity("Utbilda ombud")
    rows = _matrix([step], years(step, "heading", 2021), years(step, "matrix", 2022))

    [finding] = found(cutoff_matrix.CHECK, rows)

    assert finding.severity == "warning"
    assert "bilagans kryss står under 2022; vilken rad de står på kunde inte läsas" in finding.message_sv


@pytest.mark.parametrize(
    ("label", "severity"),
    [
        ("Utbilda alla ombud som skapats", "error"),
        ("Utbilda ombud. Stöd till ombuden ges av en lots.", "warning"),
        ("Utbilda ombud tillsammans med skola och elevhälsa", "warning"),
    ],
)
def test_marks_beside_a_row_that_says_more_are_a_warning(label, severity):
    step = activity("Utbilda alla ombud som skapades förra året")
    annex = table([["Aktivitet", "2021", "2022"], [label, "x", "x"]])
    rows = _matrix([step], years(step, "heading", 2021), years(step, "matrix", 2021, 2022, row=1), annex=annex)

    [finding] = found(cutoff_matrix.CHECK, rows)

    assert finding.severity == severity
    assert ("Bilagans rad säger mer än aktiviteten" in finding.message_sv) == (severity == "warning")


def test_marks_that_agree_or_stand_alone_are_silent():
    step, other = _plan("Utbilda ombud", "Ge kurser senast 2023")
    rows = _matrix([step, other], years(step, "heading,matrix", 2021), years(other, "matrix", 2022))

    assert found(cutoff_matrix.CHECK, rows) == []


def test_a_marked_year_more_than_the_heading_gives_is_an_error():
    step = activity("Utbilda ombud")
    rows = _matrix([step], years(step, "heading,matrix", 2021, row=1), years(step, "matrix", 2022, row=1))

    [finding] = found(cutoff_matrix.CHECK, rows)

    assert finding.severity == "error"
    assert "texten säger 2021, men kryssen i bilagan (sida 4) står under 2021, 2022" in finding.message_sv


def test_one_of_several_rows_of_the_same_words_may_be_another_activitys():
    step = activity("Utbilda ombud")
    annex = table([["Aktivitet", "2021", "2022"], ["Utbilda ombud", "x", ""], ["Utbilda ombud", "", "x"]])
    agreed, other = years(step, "heading,matrix", 2021, row=1), years(step, "matrix", 2022, row=2)

    [finding] = found(cutoff_matrix.CHECK, _matrix([step], agreed, other, annex=annex))
    twice_wrong = _matrix([step], years(step, "heading", 2020), years(step, "matrix", 2021, row=1), other, annex=annex)
    [sure] = found(cutoff_matrix.CHECK, twice_wrong)

    assert (finding.severity, sure.severity) == ("warning", "error")
    assert "2 rader i bilagan lyder så, och en av dem stämmer" in finding.message_sv


def test_marks_against_the_activitys_own_words_are_a_warning():
    step = activity("Utbilda ombud hösten 2021")

    [finding] = found(cutoff_matrix.CHECK, _matrix([step], years(step, "matrix", 2022)))

    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("text", "marked", "is_off"),
    [
        ("Utbilda ombud, senast den 30 juni 2021", 2022, True),
        ("Utbilda ombud, senast den 30 juni 2022", 2021, False),
        ("Utbilda ombud, senast den 30 juni 2022", 2022, False),
        ("Utbilda ombud, från hösten 2022", 2021, True),
        ("Utbilda ombud, från hösten 2021", 2022, False),
    ],
)
def test_marks_after_a_deadline_or_before_a_beginning_are_a_warning(text, marked, is_off):
    step = activity(text)

    findings = found(cutoff_matrix.CHECK, _matrix([step], years(step, "matrix", marked, row=1)))

    assert [finding.severity for finding in findings] == ["warning"] * is_off


def test_the_deadline_is_told_in_its_own_words():
    step = activity("Utbilda ombud, senast den 30 juni 2021")

    [finding] = found(cutoff_matrix.CHECK, _matrix([step], years(step, "matrix", 2022, row=1)))

    assert (
        "texten säger ”senast den 30 juni 2021”, men kryssen i bilagan (sida 4) står under 2022" in finding.message_sv
    )


def test_a_row_of_marks_may_be_that_of_any_activity_with_its_words():
    one, two = _plan("Utbilda ombud, senast våren 2021", "Utbilda ombud, senast våren 2022")
    swapped = _matrix([one, two], years(one, "matrix", 2022, row=1), years(one, "matrix", 2021, row=2))
    off = _matrix([one, two], years(one, "matrix", 2023, row=1), years(one, "matrix", 2021, row=2))

    assert found(cutoff_matrix.CHECK, swapped) == []
    assert [finding.severity for finding in found(cutoff_matrix.CHECK, off)] == ["warning"]


def test_activities_with_the_same_words_are_taken_together():
    one, two = _plan("Utbilda ombud", "Utbilda ombud")
    swapped = _matrix(
        [one, two],
        years(one, "heading", 2021),
        years(two, "heading", 2022),
        years(one, "matrix", 2022),
        years(two, "matrix", 2021),
    )
    one_row = _matrix([one, two], years(one, "heading", 2021), years(two, "heading", 2022), years(two, "matrix", 2022))
    off = _matrix([one, two], years(one, "heading", 2021), years(two, "heading", 2022), years(two, "matrix", 2023))

    assert found(cutoff_matrix.CHECK, swapped) == []
    assert found(cutoff_matrix.CHECK, one_row) == []
    assert [finding.severity for finding in found(cutoff_matrix.CHECK, off)] == ["warning"]


def test_goals_are_read_for_impossible_years_too():
    aim = goal("Alla har fått utbildning senast år 2204")

    assert len(found(cutoff_year.CHECK, CheckInput(documents=(PLAN,), goals=(aim,)))) == 1


def account(*texts: str, year: int = 2020) -> CheckInput:
    told = [("paragraph", text) for text in (*texts, "Medel för 2020.", "Kostnader under 2020.", "Svar för 2020.")]
    return CheckInput(
        documents=(document(doc_type="grant_report", title="Redovisning", reporting_year=year),),
        passages=passages(*told),
    )


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("Ange vad ni har fått för verksamhetsåret 2019.", ["warning"]),
        ("Ange vad ni har fått för verksamhetsåret 2020.", []),
        ("Kvarstående medel från verksamhetsåret 2019 räknas bort.", []),
        ("Ange vad ni fick 2019.", []),
    ],
)
def test_an_account_that_once_names_another_year_of_activity(text, severities):
    assert [f.severity for f in found(cutoff_title.CHECK, account(text))] == severities


def test_another_year_that_the_account_names_in_several_places_is_meant():
    several = account("Ange vad ni fick för verksamhetsåret 2019.", "Under 2019 började arbetet.")

    assert found(cutoff_title.CHECK, several) == []


@pytest.mark.parametrize(
    ("title", "alone", "severities"),
    [
        ("Lokala satsningar 2020", "2016-2020", ["note"]),
        ("Lokala satsningar 2020", "2010–2014", []),
        ("Lokala satsningar 2020", "Avtalet gäller 2016–2020", []),
        ("Lokala satsningar 2016–2020", "2020", []),
    ],
)
def test_a_longer_period_alone_on_the_first_page_is_noted(title, alone, severities):
    rows = CheckInput(documents=(document(title=title),), passages=passages(("heading", title), ("paragraph", alone)))

    assert [f.severity for f in found(cutoff_title.CHECK, rows)] == severities


def test_a_running_head_whose_years_are_on_two_lines_is_read_whole():
    own = document(title="Handlingsplan för psykisk hälsa 2021–2023", period_start=2021, period_end=2023)
    head = ("running_head", "Handlingsplan för psykisk hälsa 2021–")

    wrong = CheckInput(documents=(own,), passages=passages(head, ("running_head", "2022")))
    right = CheckInput(documents=(own,), passages=passages(head, ("running_head", "2023")))

    [finding] = found(cutoff_title.CHECK, wrong)
    assert "2021–2022" in finding.message_sv
    assert found(cutoff_title.CHECK, right) == []


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("Handlingsplan psykisk hälsa i skolan 2021–2025 bygger på samråd.", ["2021–2025"]),
        ("Handlingsplan för psykisk hälsa i skolan 2021–2023 bygger på samråd.", []),
        ("Handlingsplan mot mobbning i skolan 2021–2025 bygger på samråd.", []),
    ],
)
def test_a_plan_may_leave_a_little_word_out_of_its_name(named, expected):
    own = document(title="Handlingsplan för psykisk hälsa i skolan", period_start=2021, period_end=2023)

    found_in = found(cutoff_title.CHECK, CheckInput(documents=(own,), passages=passages(("paragraph", named))))

    assert [period for each in found_in for period in expected if period in each.message_sv] == expected
    assert len(found_in) == len(expected)
