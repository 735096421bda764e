"""What a document says of itself: class, title, issuer, period, year, grant, diary number."""

import pytest

from corpus.registry import load_registry
from extractors.documents.document_class import class_of
from extractors.documents.identity import Identity, identify, with_answers
from extractors.documents.titles import title_of
from extractors.drafts import FieldDraft
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, Paragraph, Table
from models.place import Place


def at(top: float, page: int = 1, height: float = 12) -> tuple[Place, ...]:
    return (Place(page=page, x0=70, top=top, x1=520, bottom=top + height),)


def title(text: str, top: float = 100, size: float = 24) -> Heading:
    return Heading(text=text, places=at(top, height=size), level=1, size=size)


def chapter(text: str, page: int = 1, top: float = 300) -> Heading:
    return Heading(text=text, places=at(top, page), level=2, size=14)


def prose(text: str, page: int = 1) -> Paragraph:
    return Paragraph(text=text, places=at(400, page), size=11)


def running(text: str, page: int = 1) -> Note:
    return Note(text=text, places=at(30, page), note="running_head")


def table(rows: list[list[str]]) -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=text, role="header" if r == 0 else "body", place=at(500)[0])
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
    )
    return Table(text="", places=at(500), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


def who(*blocks: Block) -> Identity:
    return identify(blocks, load_registry())


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        ("Handlingsplan för psykisk hälsa 2025–2027", "action_plan"),
        ("Genomförandeplan för psykisk hälsa 2026–2027", "action_plan"),
        ("Strategisk plan för ungas psykiska hälsa", "action_plan"),
        ("Genomförandeplan psykisk hälsa Region Mellanbygden 2026", "action_plan"),
        ("Genomförandeplan för boendestöd", "other"),
        ("Länsplan mot psykisk ohälsa", "action_plan"),
        ("Lokala satsningar 2025", "action_plan"),
        ("Kommunernas planerade insatser 2031", "action_plan"),
        ("Frågor om planerade insatser", "other"),
        ("Folkhälsoplan 2026–2029", "action_plan"),
        ("Verksamhetsplan och budget 2026", "action_plan"),
        ("Stöd till unga – plan för 2026", "action_plan"),
        ("Program mot våld i nära relationer", "action_plan"),
        ("Psykisk hälsa i samverkan – inriktning och prioriteringar 2026", "action_plan"),
        ("Detaljplan för Ängsholmen", "other"),
        ("Läget 2025 i folkhälsoplanen", "other"),
        ("Uppföljning av folkhälsoplan 2025", "other"),
        ("Nationell strategi för psykisk hälsa", "other"),
        ("Inriktning för psykisk hälsa 2025–2028", "direction"),
        ("Återrapportering av statsbidrag 2024", "grant_report"),
        ("Redovisning av statsbidrag för 2024", "grant_report"),
        ("Slutredovisning 2024", "grant_report"),
        ("Uppföljning av stimulansmedel psykisk hälsa 2024", "grant_report"),
        ("Uppföljning av stimulansmedel unga 2024 per den 31 augusti", "grant_report"),
        ("Delårsuppföljning 2024 – statsbidrag för unga", "grant_report"),
        ("Slutrapport Ungas inflytande", "grant_report"),
        ("Verksamhetsrapport för bidrag till mötesplatser", "grant_report"),
        ("Redovisning av planerade aktiviteter 2024", "grant_report"),
        ("Ansökan om statsbidrag 2025", "grant_application"),
        ("Rekvisition av stimulansmedel", "grant_application"),
        ("Tjänsteskrivelse", "memo"),
        ("Ordförandeförslag", "memo"),
        ("Internkontrollplan 2025", "internal_control_plan"),
        ("Plan för intern kontroll", "internal_control_plan"),
        ("Intern kontrollplan 2026 för omsorgsnämnden", "internal_control_plan"),
        ("Interna kontrollplaner", "internal_control_plan"),
        ("Internkontroll-plan 2026", "internal_control_plan"),
        ("Planen för den interna kontrollen", "internal_control_plan"),
        ("Årsrapport 2024 – regionala medel för suicidprevention", "grant_report"),
        ("Enkät till kommuner: Så användes medlen för unga", "grant_report"),
        ("Årsrapport 2024", "other"),
        ("Protokoll från ett möte", "other"),
        ("Sammanställning över läget", "other"),
    ],
)
def test_the_title_says_the_class(text, doc_type):
    assert class_of([title(text), prose("Här börjar texten.")], text)[0] == doc_type


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        ("Yttrande över förslag till handlingsplan 2025", "other"),
        ("Svar på remiss om en handlingsplan för psykisk hälsa", "other"),
        ("Sammanträdesprotokoll", "other"),
        ("Minnesanteckningar från nätverket", "other"),
        ("Årsredovisning 2024", "other"),
        ("Mål och budget 2026", "other"),
        ("Granskning av arbetet med handlingsplanen", "other"),
    ],
)
def test_what_tells_of_somebody_elses_plan_is_no_plan(text, doc_type):
    blocks: list[Block] = [title(text), chapter("Om handlingsplanen"), prose("Nämnden tillstyrker handlingsplanen.")]

    assert class_of(blocks, text)[0] == doc_type


@pytest.mark.parametrize(
    "heads",
    [
        ("Beslut", "Villkor för stödet", "Beskrivning av ärendet", "Motivering till beslutet", "Så betalas stödet ut"),
        ("Beslut", "Pengar till kuratorer", "Skäl för beslutet", "Så betalas stödet ut", "Hur man överklagar"),
    ],
)
def test_an_agencys_decision_is_a_memo(heads):
    called = "Beslut om bidrag till kuratorer 2031"
    blocks = [title(called), *(block for head in heads for block in (chapter(head), prose("Så här är det tänkt.")))]

    assert class_of(blocks, title_of(blocks))[0] == "memo"
    assert title_of(blocks) == called


def test_minutes_with_their_parts_named_in_the_margin_are_a_memo_and_no_form():
    def part(label: str, top: float) -> Answer:
        return Answer(label=label, value="Nämnden har fått medel.", text="", places=at(top))

    called = "Redovisning av stimulansmedel 2031"
    parts = [part(label, 150 + 40 * n) for n, label in enumerate(("Beslut", "Ärendet", "Yrkanden", "Skickas till"))]

    assert class_of([title(called), *parts], called)[0] == "memo"
    assert class_of([title(called), part("Kommun", 150), part("Ärendet", 190)], called)[0] == "grant_report"


@pytest.mark.parametrize(("called", "doc_type"), [("Enkät om våld 2031", "grant_report"), ("Läget 2031", "other")])
def test_a_survey_with_a_question_about_what_a_grant_was_used_for_is_a_report(called, doc_type):
    asked = ["1 Vilken kommun svarar?", "2 Hur stor del av medlen är förbrukad?", "3 Finns en rutin?", "4 Är ni nöjda?"]

    assert class_of([title(called), *map(prose, asked)], called)[0] == doc_type


@pytest.mark.parametrize(("row", "doc_type"), [("Statsbidrag", "grant_report"), ("Statsbidrag och projekt", "other")])
def test_a_budgets_follow_up_is_no_report_of_a_grant(row, doc_type):
    called = "Ekonomisk uppföljning januari 2031"
    rows = [["Verksamhet", "Budget", "Utfall"], ["Äldreomsorg", "246 900", "21 480"], [row, "0", "-210"]]

    assert class_of([title(called), table(rows)], called)[0] == doc_type


def test_a_table_of_initiatives_with_goals_makes_a_plan():
    blocks: list[Block] = [title("Psykisk hälsa i Exempelby"), table([["Satsning", "Mål"], ["Öppet hus", "Fler möts"]])]

    assert class_of(blocks, "Psykisk hälsa i Exempelby")[0] == "action_plan"


def test_a_table_of_acts_below_goals_makes_a_plan():
    rows = [["Aktivitet", "Ansvarig"], ["Mål 1: Alla får svar", ""], ["Öppna en jour", "Kommunen"]]
    rows += [["Mål 2: Ingen väntar", ""], ["Utbilda chefer", "Regionen"]]

    assert class_of([title("Vägen framåt"), table(rows)], "Vägen framåt")[0] == "action_plan"


def test_heads_that_come_again_and_again_make_a_plan():
    heads = [chapter(text) for text in ("Kortsiktigt mål", "Aktiviteter", "Långsiktigt mål", "Aktiviteter")]

    assert class_of([title("Vägen framåt"), *heads], "Vägen framåt")[0] == "action_plan"
    assert class_of([title("Vägen framåt"), heads[0], heads[1]], "Vägen framåt")[0] == "other"


PROMISED = [
    ("Vårt löfte", "Alla unga som mår dåligt får hjälp samma vecka."),
    ("Så håller vi löftet", "Öppna en mottagning för unga i centrum."),
    ("Vårt löfte", "Ingen äldre ska behöva känna sig ensam."),
    ("Så håller vi löftet", "Starta en väntjänst med frivilliga."),
    ("Vårt löfte", "Fler föräldrar får stöd när de behöver det."),
    ("Så håller vi löftet", "Utbilda personal i föräldrastöd."),
]


@pytest.mark.parametrize(("called", "doc_type"), [("Håll ihop", "action_plan"), ("Protokoll 2025-03-04", "other")])
def test_heads_over_goals_and_acts_make_a_plan_whatever_they_are_called(called, doc_type):
    told: list[Block] = [block for head, text in PROMISED for block in (chapter(head), prose(text))]

    assert class_of([title(called), *told], called)[0] == doc_type


def test_goals_alone_below_heads_that_come_again_make_no_plan():
    told: list[Block] = [block for head, text in PROMISED[::2] for block in (chapter(head), prose(text))]

    assert class_of([title("Håll ihop"), *told], "Håll ihop")[0] == "other"


def test_a_line_below_the_title_may_say_the_class_though_it_is_set_as_a_heading():
    blocks: list[Block] = [
        title("Håll ihop"),
        chapter("Suicidpreventiv plan för Exempelby", top=140),
        prose("Alla räknas."),
    ]

    assert class_of(blocks, "Håll ihop")[0] == "action_plan"


def test_a_report_that_speaks_of_a_plan_stays_a_report():
    blocks: list[Block] = [
        title("Redovisning av statsbidrag 2024"),
        prose("Kommunen arbetar efter länets handlingsplan."),
        ListItem(text="Handlingsplanen antogs i mars.", places=at(420), marker="•"),
    ]

    assert class_of(blocks, "Redovisning av statsbidrag 2024")[0] == "grant_report"


@pytest.mark.parametrize(
    ("called", "told", "doc_type"),
    [
        (
            "Verksamhetsberättelse för anhörigstödet 2024",
            prose("Av bidraget har 90 000 kronor använts."),
            "grant_report",
        ),
        ("Lägesrapport 2024", prose("Läget i länet är gott."), "other"),
        (
            "Uppföljning 2024",
            table([["Post", "Kr"], ["Statsbidrag", "90 000"], ["Kostnader", "9"]]),
            "grant_report",
        ),
        ("Uppföljning 2024", table([["Mått", "Antal"], ["Besök", "90"]]), "other"),
    ],
)
def test_a_report_by_any_word_is_a_grants_where_it_accounts_for_one(called, told, doc_type):
    assert who(title(called), told).doc_type == doc_type


def test_a_diary_number_above_a_heading_is_no_label_that_the_heading_answers():
    number = Paragraph(text="Dnr BUN 2025/47", places=at(84), size=9)
    caption = Heading(text="Ekonomiskt utfall 2024, kronor", places=at(500), level=3, size=10)

    found = who(number, title("Återrapportering av bidrag till elevhälsan 2024", size=16), chapter("Ärendet"), caption)

    assert found.title == "Återrapportering av bidrag till elevhälsan 2024"


def test_no_blocks_are_no_class():
    assert class_of([], None)[0] == "other"
    assert who() == Identity("other")


def test_the_title_is_the_largest_heading_with_what_goes_on_below_it():
    found = who(
        prose("Exempelby kommun"),
        title("Handlingsplan för psykisk hälsa", top=100, size=26),
        title("2025–2027", top=140, size=18),
        chapter("Bakgrund", top=400),
    )

    assert found.title == "Handlingsplan för psykisk hälsa 2025–2027"
    assert found.period == (2025, 2027)
    assert found.reporting_year is None


@pytest.mark.parametrize(
    "text", ["Bakgrund", "Sammanfattning", "Innehåll", "1 Inledning", "Syfte", "Förslag till beslut"]
)
def test_a_chapter_is_no_title(text):
    found = who(running("Handlingsplan för Exempelby 2025"), title(text), prose("Här börjar texten."))

    assert found.title == "Handlingsplan för Exempelby 2025"


def test_a_style_that_many_chapters_have_is_not_the_titles():
    chapters = [chapter(text, page) for page, text in ((1, "Vägval"), (2, "Vårt arbete"), (3, "Vad vi lärt oss"))]

    found = who(title("Länsplan 2025", size=13), *chapters)

    assert found.title == "Länsplan 2025"


def test_a_title_that_is_read_as_a_paragraph_is_known_by_its_size():
    long = "Statsbidrag för insatser mot ensamhet 2025: lokala satsningar i Botkyrka kommun"
    over = Paragraph(text=long, places=at(80, height=60), size=26, bold=True)

    assert who(prose("Exempelby"), over, prose("Brödtext. " * 30), chapter("Uppföljning")).title == long


def test_a_covers_heading_is_the_title_though_chapters_are_set_alike():
    chapters = [Heading(text=t, places=at(80, p), level=1, size=20) for p, t in ((2, "Vägval"), (3, "Arbetet"))]
    below = Heading(text="Bidrag till kommuner och regioner", places=at(160), level=2, size=11)

    found = who(title("Psykisk hälsa i länet 2025–2027", size=20), below, prose("Beslutad 2024-12-01"), *chapters)

    assert found.title == "Psykisk hälsa i länet 2025–2027"


def test_a_title_goes_on_where_the_running_head_says_so():
    name, rest = title("Länsplan psykisk hälsa", size=24), title("Sörmland 2025–2027", top=130, size=13)
    head = running("Länsplan psykisk hälsa Sörmland 2025–2027")

    assert (
        who(head, name, rest, prose("Planen gäller länet. " * 30)).title == "Länsplan psykisk hälsa Sörmland 2025–2027"
    )


def test_a_forms_name_on_its_first_page_goes_before_a_larger_section_further_on():
    found = who(
        title("Enkät", size=13),
        Paragraph(text="Redovisning av medel för unga 2024", places=at(130), size=9),
        chapter("Ekonomi", page=2),
        chapter("Slutredovisning", page=3),
    )

    assert found.title == "Redovisning av medel för unga 2024"


def test_a_section_right_below_the_title_is_no_subtitle():
    name = title("Återrapport 2025: Medel för barn och unga", size=16)
    section = Heading(text="Om redovisningen", places=at(124), level=2, size=13)
    text = Paragraph(text="Arbetet har gått bra.", places=at(140), size=11)

    assert who(name, section, text).title == "Återrapport 2025: Medel för barn och unga"


def test_a_page_number_on_the_line_of_a_running_head_is_no_part_of_the_title():
    found = who(running("Handlingsplan för Exempelby 2025 1 (21)"), title("Inledning"), prose("Här börjar texten."))

    assert found.title == "Handlingsplan för Exempelby 2025"


def test_a_report_below_a_memos_heading_is_called_by_its_own_name():
    found = who(
        title("Enheten för stöd", size=30),
        chapter("Återrapportering av statsbidrag 2024", top=300),
        chapter("Redovisning av medel", top=500),
    )

    assert found.doc_type == "grant_report"
    assert found.title == "Återrapportering av statsbidrag 2024"


@pytest.mark.parametrize(
    ("text", "issuer", "kind", "kommunkod", "lanskod"),
    [
        ("Handlingsplan för Botkyrka kommun", "Botkyrka kommun", "municipality", "0127", "01"),
        ("Botkyrkas kommun, handlingsplan", "Botkyrka kommun", "municipality", "0127", "01"),
        ("BOTKYRKA KOMMUN", "Botkyrka kommun", "municipality", "0127", "01"),
        ("Sammanfattning\nBotkyrka kommun söker medel", "Botkyrka kommun", "municipality", "0127", "01"),
        ("Handlingsplan för Upplands Väsby kommun", "Upplands Väsby kommun", "municipality", "0114", "01"),
        ("Handlingsplan 2025, Falu kommun", "Falun kommun", "municipality", "2080", "20"),
        ("Handlingsplan för Stockholms län", "Stockholms län", "county", None, "01"),
        ("Handlingsplan, Region Skåne", "Region Skåne", "region", None, "12"),
        ("Handlingsplan, Region Hallands lokala nämnd", "Region Halland", "region", None, "13"),
        ("Handlingsplan, Landstinget i Värmland", "Landstinget i Värmland", "region", None, "17"),
        ("Handlingsplan mot psykisk ohälsa i Värmland", None, "county", None, "17"),
        ("Handlingsplan för unga i Kalmar", None, None, None, None),
        ("Återrapportering av bidrag till unga i Värmland", None, None, None, None),
        ("Handlingsplan för Exempelby kommun", None, None, None, None),
    ],
)
def test_the_issuer_and_its_codes(text, issuer, kind, kommunkod, lanskod):
    found = who(title(text))

    assert (found.issuer, found.issuer_kind, found.kommunkod, found.lanskod) == (issuer, kind, kommunkod, lanskod)


def test_a_forms_answer_names_the_issuer_before_the_title():
    answer = Answer(text="Sökande Botkyrka kommun", places=at(200), label="Sökande", value="Botkyrka kommun")

    found = who(title("Ansökan om statsbidrag i Stockholms län"), answer)

    assert (found.doc_type, found.issuer, found.kommunkod) == ("grant_application", "Botkyrka kommun", "0127")


@pytest.mark.parametrize(
    ("blocks", "code", "year"),
    [
        ([title("Återrapport av 2024 års statsbidrag för personligt ombud")], "personligt-ombud", 2024),
        (
            [title("Återrapport"), prose("2024 års statsbidrag för personligt ombud har använts.")],
            "personligt-ombud",
            2024,
        ),
        ([title("Riktlinjer för personligt ombud 2024")], None, None),
    ],
)
def test_a_grant_has_its_code_and_year(blocks, code, year):
    found = who(*blocks)

    assert (found.grant_code, found.grant_year) == (code, year)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Socialstyrelsen fördelar statsbidraget. Länsstyrelsen följer arbetet.", "Socialstyrelsen"),
        ("Medlen har rekvirerats från SKR.", "Sveriges Kommuner och Regioner"),
        ("Återbetalning görs till Länsstyrelsen, som betalar ut medlen.", "Länsstyrelsen"),
        ("Folkhälsomyndigheten redovisar årligen hur många som mår dåligt.", None),
    ],
)
def test_the_grantor_is_the_body_that_gives(text, body):
    assert who(title("Återrapport av statsbidrag 2024"), prose(text)).grantor == body


@pytest.mark.parametrize(
    ("label", "value", "issuer"),
    [
        ("Bidragsmottagarens namn", "Botkyrka kommun", "Botkyrka kommun"),
        ("Kommun", "Botkyrka", "Botkyrka kommun"),
        ("Ort", "Botkyrka", "Region Skåne"),
        ("Vad har gjorts?", "Botkyrka kommun har prövat nya arbetssätt " * 4, "Region Skåne"),
    ],
)
def test_a_forms_first_answers_name_who_fills_it_in(label, value, issuer):
    answered = [FieldDraft(label=label, value=value, places=at(200))]

    found = with_answers(who(title("Redovisning, Region Skåne")), answered, load_registry())

    assert found.issuer == issuer


@pytest.mark.parametrize(
    ("head", "label", "value", "year"),
    [
        ("Ansökan om statsbidrag", "Ansökan avser år", "2026", 2026),
        ("Ansökan om statsbidrag", "Redovisningsår", "2025", 2025),
        ("Slutredovisning av bidrag", "Projektperiod", "2024-01-01 – 2024-12-31", 2024),
        ("Slutredovisning av bidrag", "Projektperiod", "2024-03-01 – 2026-02-28", 2025),
        ("Ansökan om statsbidrag", "Ansökan avser", "Två tjänster 2026", 2025),
        ("Ansökan om statsbidrag", "Antal årsarbeten", "2026", 2025),
        ("Ansökan om statsbidrag 2024", "Bidragsår", "2026", 2024),
    ],
)
def test_a_forms_answer_says_which_year_it_is_about_where_its_title_does_not(head, label, value, year):
    found = with_answers(
        who(title(head), prose("Läget under 2025")),
        [FieldDraft(label=label, value=value, places=at(200))],
        load_registry(),
    )

    assert found.reporting_year == year


def test_the_day_on_which_something_was_written_is_not_the_year_that_it_is_about():
    assert who(title("Redovisning av medel"), prose("Datum 2025-01-12")).reporting_year is None


@pytest.mark.parametrize(
    ("text", "period", "year"),
    [
        ("Handlingsplan 2025–2027", (2025, 2027), None),
        ("Handlingsplan 2025 till 2027", (2025, 2027), None),
        ("Handlingsplan 2026", None, 2026),
        ("Reviderad handlingsplan 2026 med uppföljning av 2025", None, 2026),
        ("Handlingsplan för länet", None, None),
        ("Återrapportering av statsbidrag 2024", None, 2024),
        ("Slutrapport för bidraget Trygga möten 2023–2024", (2023, 2024), None),
        ("Ansökan om bidrag 2025 till 2026", (2025, 2026), None),
        ("Redovisning av medel för länet", None, None),
    ],
)
def test_a_plan_has_a_period_or_a_year_and_a_report_a_year(text, period, year):
    found = who(title(text))

    assert (found.period, found.reporting_year) == (period, year)


def test_running_text_alone_gives_no_period():
    found = who(
        title("Handlingsplan för länet"), prose("Tidigare gällde en plan för åren 2016–2020 i hela länet, sägs det.")
    )

    assert found.period is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Dnr SN 2025:118", "SN 2025:118"),
        ("Diarienummer: 4471/2025", "4471/2025"),
        ("Dnr: 2025/118", "2025/118"),
        ("Ärendet KS 2025/118 gäller pengar", "KS 2025/118"),
        ("Beteckning SN 2025:7", "SN 2025:7"),
        ("Tjänsteskrivelse SN 2025.0035", "SN 2025.0035"),
        ("Tjänsteskrivelse RS/812/2025", "RS/812/2025"),
        ("Dnr 25RS1204", "25RS1204"),
        ("Diarienummer RÖ 2025-454", "RÖ 2025-454"),
        ("D.nr KS.2025.118", "KS.2025.118"),
        ("Ärendenr: 2025/KSN0118", "2025/KSN0118"),
        ("Ärendebeteckning 704-1180-2025", "704-1180-2025"),
        ("Kurserna MHFA 25-1204 och HSN25-0118 i texten", None),
        ("SN 2025-03-04", None),
        ("TEL 0910-12345", None),
        ("Se SFS 2017:612 och SOU 2021:6", None),
        ("Ring 08-465 004 00", None),
    ],
)
def test_the_diary_number(text, number):
    assert who(title("Tjänsteskrivelse"), prose(text)).diary_number == number


@pytest.mark.parametrize(
    ("text", "grant"),
    [
        ("Statsbidrag för insatser mot ensamhet, 2025", "Statsbidrag för insatser mot ensamhet"),
        ("Länet deltar i Uppdrag psykisk hälsa sedan länge", "Uppdrag psykisk hälsa"),
        ("Mötet gällde annat", None),
    ],
)
def test_the_grant_in_the_documents_words(text, grant):
    assert who(title("Tjänsteskrivelse"), prose(text)).grant_name == grant


def bound(numbers: list[str], first_page: str) -> list[Block]:
    return [
        block
        for n, number in enumerate(numbers, start=1)
        for block in (
            Note(note="page_number", text=first_page, places=at(20, page=n)),
            chapter(f"Redovisning 2024, dnr {number}", page=n),
        )
    ]


def test_documents_bound_together_have_no_year_or_diary_number_in_common():
    numbers = [f"SN 2024:{n}00" for n in range(1, 5)]

    packet = who(title("Redovisning 2024"), *bound(numbers, "1(3)"))

    assert (packet.reporting_year, packet.diary_number) == (None, None)


@pytest.mark.parametrize(
    ("numbers", "first_page"),
    [(["SN 2024:100"] * 6, "1(3)"), ([f"SN 2024:{n}00" for n in range(1, 7)], "12")],
)
def test_a_report_with_appendices_or_with_many_references_is_one_document(numbers, first_page):
    report = who(title("Redovisning 2024"), *bound(numbers, first_page))

    assert (report.reporting_year, report.diary_number) == (2024, "SN 2024:100")


def test_what_follows_a_title_in_smaller_type_is_no_part_of_it():
    found = who(
        title("Ansökan om medel för läxhjälp 2025", size=16), title("A. Sökande", top=116, size=13), prose("X" * 250)
    )

    assert found.title == "Ansökan om medel för läxhjälp 2025"


def test_a_covers_subtitle_belongs_to_the_title_but_the_grant_does_not():
    grant = title("Statsbidrag för trygga möten i hela länet", top=150, size=18)

    found = who(title("Länsplan", top=100, size=26), title("Psykisk hälsa tillsammans", top=128, size=18), grant)

    assert found.title == "Länsplan Psykisk hälsa tillsammans"
    assert found.grant_name == "Statsbidrag för trygga möten i hela länet"


def test_a_title_set_as_its_chapters_is_known_by_the_running_head():
    chapters = [
        title(text, size=21).model_copy(update={"places": at(90, page)}) for page, text in ((2, "Vägval"), (3, "Mål"))
    ]

    found = who(
        running("Gemensam inriktning 2025–2027", 2), title("Gemensam inriktning 2025– 2027", size=21), *chapters
    )

    assert (found.title, found.doc_type) == ("Gemensam inriktning 2025– 2027", "direction")


def test_a_letterheads_name_is_no_title():
    found = who(title("Exempelby kommun", top=60, size=30), title("Fördelning av medel", top=200, size=16))

    assert found.title == "Fördelning av medel"


@pytest.mark.parametrize(
    ("text", "grant"),
    [
        ("Ansökan om medel för läxhjälp i glesbygd 2025", "medel för läxhjälp i glesbygd"),
        ("Återrapportering av 2024 års statsbidrag för trygga möten", "statsbidrag för trygga möten"),
        ("Statsbidrag för trygga möten: lokala satsningar i By kommun", "Statsbidrag för trygga möten"),
        ("Medel för stöd till unga vuxna – redovisning", "Medel för stöd till unga vuxna"),
        ("Så använde kommunen statsbidraget", None),
        ("Återrapportering av verksamhet med anhörigkonsulent år 2024", "verksamhet med anhörigkonsulent"),
        ("Redovisning av statligt stöd till trygga möten – kommuner 2024", "statligt stöd till trygga möten"),
        (
            "Redovisning av statsbidrag för att motverka isolering, ohälsa och ensamhet 2024",
            "statsbidrag för att motverka isolering, ohälsa och ensamhet",
        ),
        ("Ansökan om utvecklingsmedel för stöd till barn 6–12 år 2025", "utvecklingsmedel för stöd till barn 6–12 år"),
        ("Redovisning av beviljade pengar 2024", None),
        ("Återrapportering av projektet Trygg i By 2024", None),
    ],
)
def test_the_grant_of_a_title_ends_where_its_name_ends(text, grant):
    assert who(title(text)).grant_name == grant


def test_a_full_name_in_the_text_goes_before_a_titles_short_one():
    told = prose("Villkoren för Medel för att stärka ungas fritid har ändrats.")

    assert who(title("Fördelning av medel för fritid"), told).grant_name == "Medel för att stärka ungas fritid"


@pytest.mark.parametrize(
    "about", ["Rekvisition av medel 2025", "Återrapportering av statsbidrag 2025", "Handlingsplan 2025"]
)
def test_a_proposal_with_a_memos_other_parts_is_a_memo(about):
    parts = [chapter(text) for text in ("Förvaltningens förslag till beslut", "Ärendet", "Beslutet skickas till:")]

    assert class_of([title(about), *parts], about)[0] == "memo"


def test_a_short_decision_with_a_summary_alone_is_a_memo():
    about = "Återrapportering av statsbidrag 2025"

    assert class_of([title(about), chapter("Beslut"), chapter("Sammanfattning")], about)[0] == "memo"


def test_an_agencys_decision_on_a_grant_is_a_memo_called_by_its_own_name():
    about = "Beslut om statsbidrag till kommuner som driver träffpunkter 2025"
    parts = [chapter(text) for text in ("Beslut", "Beskrivning av ärendet", "Motivering till beslutet")]
    found = who(title(about), *parts)

    assert (found.doc_type, found.title) == ("memo", about)


def test_a_diary_number_stands_below_its_label_in_a_letterhead():
    number = Paragraph(text="704-1180-2025", places=at(60), size=10)
    label = Paragraph(text="Ärendebeteckning", places=at(50), size=8)
    theirs = label.model_copy(update={"text": "Er beteckning"})

    assert who(label, number, title("Beslut om bidrag")).diary_number == "704-1180-2025"
    assert who(theirs, number, title("Beslut om bidrag")).diary_number is None


@pytest.mark.parametrize("kind", ["Tjänsteskrivelse", "ORDFÖRANDEFÖRSLAG 2025-01-26", "PM"])
def test_a_letterhead_tells_a_memo_whatever_it_is_about(kind):
    about = "Rekvisition av medel 2025"

    assert class_of([prose(kind), title(about), prose("Förslag: medlen rekvireras.")], about)[0] == "memo"


def test_a_memo_about_a_remiss_is_a_memo_and_the_answer_is_none():
    about = "Svar på remiss om ny socialtjänstlag"
    parts = [chapter(text) for text in ("Förslag till beslut", "Sammanfattning", "Ärendet")]

    assert class_of([title(about), *parts], about)[0] == "memo"
    assert class_of([title(about), chapter("Synpunkter")], about)[0] == "other"


def test_a_list_of_matters_is_no_document_of_their_class():
    about = "Kallelse till nämnden 2025-03-04"
    named: list[Block] = [prose("Ansökan om statsbidrag"), prose("Handlingsplan 2025"), chapter("Ansökan om medel")]

    assert class_of([title(about), *named], about)[0] == "other"


def test_a_class_is_the_surer_the_more_words_say_it():
    about = "Återrapportering av statsbidrag 2025"
    once = class_of([prose("Återrapport")], None)
    often = class_of([title(about), chapter("Ekonomisk redovisning")], about)

    assert once[0] == "other"
    assert often[0] == "grant_report"
    assert 0.9 < often[1] <= 1


def test_a_title_is_without_its_number_and_the_matters():
    assert who(title("1. Lokala satsningar 2025")).title == "Lokala satsningar 2025"
    assert who(title("Internkontrollplan 2025 (SN 2024:548)")).title == "Internkontrollplan 2025"
    assert who(title("Yttrande över betänkandet (SOU 2024:36)")).title == "Yttrande över betänkandet (SOU 2024:36)"


def test_a_sections_heading_below_a_chapters_is_no_title():
    chapters = [Heading(text="1 Inledning", places=at(57), level=1, size=17), chapter("Nämndens ansvar")]

    assert who(*chapters, prose("Här börjar texten.")).title is None


@pytest.mark.parametrize("opening", ["Inledning", "Bakgrund", "1 Introduktion"])
def test_no_title_comes_after_the_first_chapter(opening):
    assert who(title(opening, top=60, size=14), chapter("Definitioner", top=200), prose("Text.")).title is None


def test_a_running_head_that_is_cut_short_tells_the_title():
    about = "Återrapportering av statsbidrag för stärkt bemanning i socialtjänsten"
    heads = [title(about, size=20), title("Hantering av uppgifter", 300, 20), title("Resultat", 500, 20)]
    later = Heading(text="Underskrift", places=at(60, 2), level=1, size=20)

    assert who(running("Återrapportering av statsbidrag för stärkt be"), *heads, later).title == about


def test_a_line_below_the_title_that_says_what_the_document_is_belongs_to_it():
    found = who(
        title("Stöd till riktade insatser inom området psykisk hälsa", top=90, size=18),
        Heading(text="Exempelby kommuns lokala satsningar 2025", places=at(125), level=2, size=15),
        prose("Nämnden har fördelat medlen. " * 12),
    )

    assert found.title == (
        "Stöd till riktade insatser inom området psykisk hälsa Exempelby kommuns lokala satsningar 2025"
    )
    assert found.reporting_year == 2025
    assert found.grant_name == "Stöd till riktade insatser inom området psykisk hälsa"


def test_a_laws_number_is_no_year():
    assert who(title("Ansökan om statsbidrag"), chapter("Bidrag enligt förordning (2013:522)")).reporting_year is None


def test_a_proposal_before_a_form_is_the_forms_class():
    parts = [chapter(text) for text in ("Förslag till beslut", "Ärendet", "Bilagor")]
    asked = [
        Paragraph(text=text, places=at(400 + 30 * n), size=9, bold=True)
        for n, text in enumerate(("Kommun", "Organisationsnummer", "Sökt belopp"))
    ]

    assert (
        class_of([title("Ansökan om statsbidrag"), *parts, *asked], "Ansökan om statsbidrag")[0] == "grant_application"
    )


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        ("Enkät: uppföljning av medel för läxhjälp", "grant_report"),
        ("Så använde Exempelby statsbidraget", "grant_report"),
        ("Delredovisning: läxhjälp", "grant_report"),
        ("Intern kontroll 2025", "internal_control_plan"),
    ],
)
def test_more_titles_that_say_the_class(text, doc_type):
    assert class_of([title(text), prose("Här börjar texten.")], text)[0] == doc_type


def test_a_meetings_documents_have_no_year_grant_or_diary_number():
    found = who(
        title("Nämnden – handlingar till sammanträde 2025-03-04"), prose("Dnr SN 2025:118, statsbidrag för läxhjälp")
    )

    assert (found.reporting_year, found.grant_name, found.diary_number) == (None, None, None)


def test_minutes_of_several_matters_have_no_year_of_their_own():
    matters = [chapter(f"Återrapportering av bidrag {year}", page=page) for page, year in ((2, 2024), (3, 2025))]
    found = who(title("Sammanträdesprotokoll socialnämnden 2025-03-30"), *matters)

    assert (found.doc_type, found.reporting_year, found.grant_name) == ("other", None, None)


def test_a_letterhead_laid_out_as_a_table_gives_the_diary_number_and_a_footnote_does_not():
    note = Note(text="Rapporten, dnr 2015/88.", places=at(700), note="footnote")

    assert who(
        title("Tjänsteskrivelse"), note, table([["Datum", "Dnr"], ["2025-03-04", "SN 2025:118"]])
    ).diary_number == ("SN 2025:118")


@pytest.mark.parametrize(
    ("name", "issuer"), [("Handlingsplan för psykisk hälsa", "Skåne län"), ("Återrapportering av statsbidrag", None)]
)
def test_a_county_that_running_text_names_issued_a_plan_and_no_report(name, issuer):
    found = who(title(name), prose("Kommunerna i Skåne län delar på medlen."))

    assert (found.issuer, found.lanskod) == (issuer, "12" if issuer else None)


def small(text: str, top: float, page: int = 1) -> Paragraph:
    return Paragraph(text=text, places=at(top, page, 8), size=7)


def test_what_was_filled_in_below_a_small_label_is_no_title():
    survey = title("Enkät", size=18), small("Ort", 130), Heading(text="GRANVIK", places=at(140), level=4, size=9)
    heads = [chapter("Samverkan", top=200), chapter("Uppföljning", page=2), chapter("Övrigt", page=3)]

    assert who(*survey, prose("Kommunen svarar på frågorna nedan. " * 20), *heads).title == "Enkät"


def test_a_word_for_the_class_alone_goes_on_with_the_grant_below_it():
    blocks = (
        title("REDOVISNING", size=17),
        Heading(text="Statsbidrag till verksamhet med personligt ombud", places=at(130), level=2, size=14),
    )

    assert who(*blocks).title == "REDOVISNING Statsbidrag till verksamhet med personligt ombud"


QUESTIONS = [
    "1. Har statsbidraget använts till öppna mottagningar under 2023?",
    "2. Vilka insatser har finansierats med stimulansmedel under 2023?",
    "3. Hur många har fått stöd under 2023?",
]


def test_a_form_that_asks_what_a_grant_was_used_for_is_a_report_of_the_year_it_asks_about():
    asked = [
        Heading(text=text, places=at(150 + 60 * n), level=4, size=10, bold=True) for n, text in enumerate(QUESTIONS)
    ]
    answers = [Paragraph(text="Ja", places=at(170 + 60 * n), size=10) for n in range(len(asked))]
    blocks = [block for pair in zip(asked, answers, strict=True) for block in pair]

    found = who(title("Enkät", size=14), *blocks)

    assert (found.doc_type, found.reporting_year) == ("grant_report", 2023)


def test_questions_about_what_a_grant_shall_be_used_for_make_no_report():
    asked = [
        text.replace("Har", "Ska").replace("använts", "användas").replace("finansierats", "betalas")
        for text in QUESTIONS
    ]
    blocks = [Paragraph(text=text, places=at(150 + 60 * n), size=10) for n, text in enumerate(asked)]

    assert who(title("Frågor", size=14), *blocks).doc_type == "other"


@pytest.mark.parametrize(
    ("below", "doc_type"),
    [
        ("Länsgemensam handlingsplan 2026", "action_plan"),
        ("Återrapportering 2025", "grant_report"),
        ("Plan för åren 2026–2028", "action_plan"),
        ("Uppföljning av plan 2026", "other"),
        ("Här beskrivs hur länets handlingsplan har tagits fram.", "other"),
    ],
)
def test_a_line_below_the_title_tells_the_class(below, doc_type):
    named = "Uppdrag psykisk hälsa Exempellän"

    assert class_of([title(named), prose(below), chapter("Inledning"), prose("Text.")], named)[0] == doc_type


@pytest.mark.parametrize(
    ("line", "issuer", "kommunkod"),
    [
        ("Kommun: Karlshamn", "Karlshamn kommun", "1082"),
        ("Redovisande kommun: Karlshamns kommun", "Karlshamn kommun", "1082"),
        ("Huvudman: Region Dalarna", "Region Dalarna", None),
        ("Karlshamn: planen i korthet", None, None),
        ("Kommun: se bilaga", None, None),
        ("Möte med kommunen: Karlshamn deltog", None, None),
    ],
)
def test_a_line_that_says_whose_it_is_names_the_issuer(line: str, issuer: str | None, kommunkod: str | None):
    found = who(title("Återrapportering God och nära vård 2024"), prose(line), prose("Medlen har använts."))
    as_title = table([["Fråga", "Svar"], ["Erhållet", "1 000"]]).model_copy(update={"text": line})

    assert (found.issuer, found.kommunkod) == (issuer, kommunkod)
    assert who(title("Återrapportering God och nära vård 2024"), as_title).kommunkod == kommunkod


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Region Gotland HSN25-0118", "HSN25-0118"),
        ("25RS1204", "25RS1204"),
        ("Kommunen | Plan för unga | 2025", None),
        ("Blankett B25-1", None),
    ],
)
def test_a_diary_number_without_a_word_ends_a_running_head(head, number):
    place = prose("").places
    running = Note(text=head, places=place, size=8, note="running_head")

    assert who(title("Handlingsplan"), running).diary_number == number


def test_a_municipality_named_by_its_code_alone():
    coded = [FieldDraft(label="Kommunkod", value="0380", places=at(200))]

    assert with_answers(who(title("Redovisning av medel")), coded, load_registry()).kommunkod == "0380"
    assert who(title("Redovisning av medel"), prose("Kommunkod: 0380")).issuer == "Uppsala kommun"
    assert who(title("Redovisning av medel"), prose("Kommunkod 0380 och kommunkod 0180")).issuer is None
    assert who(title("Redovisning, Falu kommun"), prose("Kommunkod: 0380")).kommunkod == "2080"


@pytest.mark.parametrize("dash", ["-", "–", " - ", " – "])
def test_a_plans_title_names_its_period_with_any_dash(dash):
    told = who(title(f"Lokal handlingsplan 2031{dash}2033"), prose("Hösten 2031 öppnar vi en mottagning."))

    assert (told.period, told.reporting_year) == ((2031, 2033), None)


@pytest.mark.parametrize(
    ("text", "grant"),
    [
        ("Återrapportering – kvalificerade kontaktpersoner 2021", "kvalificerade kontaktpersoner"),
        ("Återrapportering 2020 – personligt ombud", "personligt ombud"),
        ("Slutrapport – Odla tillsammans", None),
    ],
)
def test_a_known_grants_name_can_stand_behind_a_dash(text, grant):
    assert who(title(text)).grant_name == grant


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        ("Rekvisition för 2023 års medel – God och nära vård", "grant_application"),
        ("Rekvisitionsblankett psykisk hälsa", "grant_application"),
        ("Ordförandens förslag till beslut", "memo"),
        ("Månadsrapport mars 2025", "other"),
    ],
)
def test_more_titles_that_name_a_class(text, doc_type):
    assert who(title(text)).doc_type == doc_type


def test_a_letter_that_is_called_a_decision_in_capitals_is_a_memo():
    def letter(kind: str) -> Identity:
        head = [prose("Stiftelsen i Ekby"), prose(kind), prose("2024-06-10"), prose("Dnr 3311-2024")]
        return who(*head, title("Bidrag till odlingslotter 2024"), title("Redovisning"), prose("Den lämnas i mars."))

    assert letter("BESLUT").doc_type == "memo"
    assert letter("BREV").doc_type != "memo"


@pytest.mark.parametrize(
    ("text", "doc_type", "grant"),
    [
        ("Redovisa statsbidrag för tidiga insatser 2022", "grant_report", "statsbidrag för tidiga insatser"),
        ("Återrapportera medel för psykisk hälsa 2024", "grant_report", "medel för psykisk hälsa"),
        ("Rekvirera medel – våld i nära relationer 2023", "grant_application", "våld i nära relationer"),
        ("Redovisning av habiliteringsersättning 2019", "grant_report", "habiliteringsersättning"),
        ("Uppföljning av stimulansmedel inom psykisk hälsa 2020", "grant_report", None),
    ],
)
def test_what_a_service_asks_one_to_do_names_the_class(text, doc_type, grant):
    found = who(title(text))

    assert found.doc_type == doc_type
    assert grant is None or found.grant_name == grant
