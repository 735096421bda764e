"""A document's own numbers and days, as they are written and with their places."""

from datetime import date

import pytest

from extractors.documents.facts import read_facts, with_facts
from extractors.documents.identity import Identity
from extractors.drafts import FactDraft, FieldDraft
from extractors.numbers.dates import find_dates
from models.blocks import Block, Cell, Heading, Note, Paragraph, Table
from models.place import Place
from models.rows import DocType


def at(top: float, page: int = 1) -> tuple[Place, ...]:
    return (Place(page=page, x0=70, top=top, x1=520, bottom=top + 12),)


def prose(text: str, page: int = 1, top: float = 200) -> Paragraph:
    return Paragraph(text=text, places=at(top, page), size=11)


def heading(text: str) -> Heading:
    return Heading(text=text, places=at(80), level=1, size=20)


def answer(label: str, value: str | None, section: str | None = None, page: int = 1, top: float = 400) -> FieldDraft:
    return FieldDraft(label=label, value=value, places=at(top, page), section=section)


def table(*rows: list[str]) -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=text, role="body", place=at(100 + 15 * r)[0])
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
    )
    return Table(text="", places=at(100), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


def facts(*blocks: Block, fields: tuple[FieldDraft, ...] = (), doc_type: DocType = "grant_report") -> list[FactDraft]:
    return read_facts(blocks, fields, Identity(doc_type))


def days(*blocks: Block, fields: tuple[FieldDraft, ...] = ()) -> list[tuple[str, str | None]]:
    return [(f.kind, f.value) for f in facts(*blocks, fields=fields) if f.kind not in ("org_number", "diary_number")]


def identity(*blocks: Block, fields: tuple[FieldDraft, ...] = ()) -> Identity:
    return with_facts(Identity("grant_report"), facts(*blocks, fields=fields))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-04", date(2025, 3, 4)),
        ("2025\u201103\u201104", date(2025, 3, 4)),
        ("2025.03.04", date(2025, 3, 4)),
        ("20250304", date(2025, 3, 4)),
        ("den 4 mars 2025", date(2025, 3, 4)),
        ("4:e mars 2025", date(2025, 3, 4)),
        ("4 feb. 2025", date(2025, 2, 4)),
        ("4/3 2025", date(2025, 3, 4)),
        ("4/3-2025", date(2025, 3, 4)),
        ("2025-02-30", None),
        ("2025-13-01", None),
        ("31 februari 2025", None),
        ("mars 2025", None),
        ("SN 2025:0304", None),
        ("12025-03-04", None),
        ("2025-03-045", None),
    ],
)
def test_a_day_is_read_in_the_ways_it_is_written(text, day):
    assert [mention.day for mention in find_dates(text)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("Organisationsnummer: 212000-2882", "212000-2882", "212000-2882"),
        ("Org.nr 212000-2882", "212000-2882", "212000-2882"),
        ("Org nr: 2120002882", "2120002882", "212000-2882"),
        ("Organisationsnummer: 212000-2883", "212000-2883", "212000-2883"),
        ("Organisationsnummer 212000\u20132882", "212000\u20132882", "212000-2882"),
        ("Organisationsnummer: 16212000-2882", "16212000-2882", "212000-2882"),
        ("Organisationsnummer: 21200-2882", "21200-2882", None),
        ("Organisationsnummer: 212000-28823", "212000-28823", None),
        ("Kommunen, 212000-2882, sökte.", "212000-2882", "212000-2882"),
    ],
)
def test_an_organisation_number_is_kept_as_written_right_or_wrong(text, written, value):
    (number,) = facts(prose(text))

    assert (number.kind, number.text, number.value) == ("org_number", written, value)
    assert number.places == at(200)


@pytest.mark.parametrize(
    "text", ["Kommunen, 212000-2883, sökte.", "Bankgiro 123456-7890", "Projektnummer: 212000-2883", "Org.nr saknas"]
)
def test_a_number_without_the_word_and_a_right_check_digit_is_no_organisations(text):
    assert facts(prose(text)) == []


def test_an_answer_gives_the_diary_number_that_its_question_asks_for():
    asked = answer("Länsstyrelsens diarienummer", "4711/2025")

    assert identity(fields=(asked,)).diary_number == "4711/2025"
    assert identity(fields=(answer("Antal diarienummer", "12"), answer("Ärendenr", "Finns inte"))).diary_number is None
    assert identity(fields=(asked, answer("Dnr", "4712/2025", top=500))).diary_number is None


def test_an_answer_is_known_by_its_question_and_the_text_under_a_label_by_that():
    answered = facts(fields=(answer("Organisationsnummer (tio siffror)", "212000-2883"),))
    below = facts(prose("Organisationsnummer", top=200), prose("212000-2882", top=215))

    assert [(f.value, f.label) for f in answered] == [("212000-2883", "Organisationsnummer (tio siffror)")]
    assert [f.value for f in below] == ["212000-2882"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-04", "2025-03-04"),
        ("Exempelby 2025-03-04", "2025-03-04"),
        ("Datum: 4 mars 2025", "2025-03-04"),
        ("Tjänsteskrivelse 2025-03-04 SN 2025:17", "2025-03-04"),
        ("2025-03-04 Omsorgsförvaltningen", "2025-03-04"),
        ("2025-13-40", None),
        ("Delredovisning till och med 31 augusti 2025", None),
        ("Beslutet, som fattades 2025-03-04 av en enig nämnd, har sedan dess lett till mycket arbete.", None),
    ],
)
def test_the_documents_date_stands_by_itself(text, day):
    assert [value for kind, value in days(prose(text)) if kind == "document_date"] == ([day] if day else [])


@pytest.mark.parametrize(
    ("label", "section", "kind"),
    [
        ("Datum för underskrift", None, "signed_date"),
        ("Ort och datum", None, "signed_date"),
        ("Datum", "Underskrift", "signed_date"),
        ("Datum", "Om ansökan", "document_date"),
        ("Inskickad", None, "sent_date"),
        ("Datum för nämndens beslut", None, "decision_date"),
        ("Sista dag för ansökan", None, "due_date"),
        ("När började insatsen?", None, None),
    ],
)
def test_an_answers_day_is_what_its_question_asks_for(label, section, kind):
    found = days(fields=(answer(label, "2025-03-04", section),))

    assert found == ([(kind, "2025-03-04")] if kind else [])


def test_an_answer_that_is_also_a_line_is_told_once():
    line = Paragraph(text="Undertecknad den 2025-03-04", places=at(400), size=11)

    assert days(line, fields=(answer("Undertecknad den", "2025-03-04"),)) == [("signed_date", "2025-03-04")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "Redovisningen ska ha kommit in till myndigheten senast den 1 mars 2025 enligt villkoren för medlen.",
            "due_date",
        ),
        (
            "Nämnden fattade beslut den 1 mars 2025 om hur medlen skulle fördelas mellan verksamheterna.",
            "decision_date",
        ),
        (
            "Den 1 mars 2025 beslutade nämnden hur medlen skulle fördelas mellan de olika verksamheterna.",
            "decision_date",
        ),
        ("Rapporten skickades in den 1 mars 2025 efter att den hade behandlats i samverkansgruppen.", "sent_date"),
        ("Gruppen träffades första gången den 1 mars 2025 och har sedan dess setts en gång i månaden.", None),
    ],
)
def test_a_day_in_running_text_is_what_its_sentence_says(sentence, kind):
    assert days(prose(sentence)) == ([(kind, "2025-03-01")] if kind else [])


def test_a_decision_that_a_sentence_tells_of_is_not_the_documents_own():
    told = prose("Regeringen fattade beslut den 1 mars 2025 om stöd till regioner och kommuner under hela året.")

    assert identity(told).decision_date is None
    assert identity(prose("Beslutad 2025-03-01"), told).decision_date == date(2025, 3, 1)


def test_a_place_and_a_day_after_the_text_is_a_signature():
    assert days(prose("Exempelby den 4 mars 2025", top=700)) == [("signed_date", "2025-03-04")]
    assert identity(prose("Exempelby 2025-03-04", page=2)).signed_date == date(2025, 3, 4)


def test_a_letterhead_laid_out_as_a_table_names_its_days():
    head = table(["Datum", "Beslutsdatum"], ["2025-03-04", "2025-04-01"])

    assert days(head) == [("document_date", "2025-03-04"), ("decision_date", "2025-04-01")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Redovisningen avser 1 januari\u201331 augusti 2025.", "2025-01-01/2025-08-31"),
        ("Här redovisas tiden januari till och med augusti 2025.", "2025-01-01/2025-08-31"),
        ("Rapporten omfattar 2024-09-01\u20132025-08-31.", "2024-09-01/2025-08-31"),
        ("Siffrorna är hämtade ur bokföringen per den 31 augusti 2025.", "../2025-08-31"),
        ("Redovisning av första halvåret 2025.", "2025-01-01/2025-06-30"),
        ("Redovisning tertial 2 2025", "2025-05-01/2025-08-31"),
    ],
)
def test_a_report_says_what_time_it_is_of(text, value):
    assert days(prose(text)) == [("reported_period", value)]


def test_a_titles_follow_up_is_of_the_time_up_to_its_day_and_a_sentences_is_none():
    words = "Uppföljning av stimulansmedel 2025 per den 31 augusti"
    title = Heading(text=words, places=prose("").places, level=1)

    assert days(title) == [("reported_period", "../2025-08-31")]
    assert days(prose("Uppföljning görs 2025 per den 31 augusti.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Redovisade medel får användas till och med den 31 december 2025.",
        "Gruppen har setts varje månad från januari till augusti 2025.",
        "Redovisning för 2025",
    ],
)
def test_until_when_money_may_be_used_is_not_what_is_reported(text):
    assert days(prose(text)) == []


def test_the_reports_time_goes_into_its_identity():
    said = identity(heading("Delredovisning 1 januari\u201331 augusti 2025"))

    assert (said.reported_from, said.reported_until) == (date(2025, 1, 1), date(2025, 8, 31))
    assert said.document_date is None


def test_only_the_writers_own_diary_number_is_the_documents():
    letter = prose("Ert diarienummer S2026/01234 Vårt diarienummer 2026-00456")
    told = facts(letter)

    assert [(f.value, f.label, f.is_own) for f in told] == [
        ("S2026/01234", "Ert diarienummer", False),
        ("2026-00456", "diarienummer", True),
    ]
    assert with_facts(Identity("other"), told).diary_number == "2026-00456"
    assert with_facts(Identity("other"), facts(prose("Ert dnr S2026/01234"))).diary_number is None


def test_a_diary_number_with_the_unit_inside_may_be_short_behind_its_word():
    assert [f.value for f in facts(prose("Dnr 26SN7"))] == ["26SN7"]


def test_a_diary_number_may_stand_in_the_cell_beside_its_label():
    letterhead = table(["Fastställd", "2026-06-13", "Diarienummer", "2026-000417"])

    assert [(f.value, f.label) for f in facts(letterhead) if f.kind == "diary_number"] == [
        ("2026-000417", "Diarienummer")
    ]


def test_a_county_boards_number_may_stand_at_the_end_of_a_running_head():
    head = Note(text="Länsstyrelsen i Norrlän 704-1189-2031", places=at(30), note="running_head")

    assert identity(head).diary_number == "704-1189-2031"


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Redovisningen avser perioden 1 januari–31 augusti 2031.", 2031),
        ("Redovisningen avser perioden 1 juli 2030–30 juni 2031.", None),
    ],
)
def test_a_report_of_a_period_within_one_year_is_of_that_year(said: str, year: int | None):
    told = facts(prose(said))

    assert with_facts(Identity("grant_report"), told).reporting_year == year
    assert with_facts(Identity("grant_report", reporting_year=2029), told).reporting_year == 2029
