"""Sums told in running text: what they are, for which year, for which initiative."""

from decimal import Decimal

import pytest

from extractors.amounts.captions import captions_of
from extractors.amounts.framed_years import framed_years, headed_years
from extractors.amounts.prose import read_prose
from extractors.drafts import ActivityDraft, AmountDraft, InitiativeDraft, PlanDraft
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, Paragraph, Table
from models.place import Place

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def prose(text: str) -> Paragraph:
    return Paragraph(text=text, places=NOWHERE)


def heading(text: str, top: float = 0, level: int = 2) -> Heading:
    return Heading(text=text, places=(Place(page=1, x0=70, top=top, x1=520, bottom=top + 12),), level=level)


def read(
    *blocks: Block, costs_are="planned", year=None, period=None, initiatives=(), activities=()
) -> list[AmountDraft]:
    plan = PlanDraft(initiatives=list(initiatives), activities=list(activities))
    framed = framed_years(blocks, captions_of(blocks), period)
    return read_prose(blocks, plan, costs_are=costs_are, year=year, framed=framed)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Länet har beviljats 4 200 000 kr.", "granted"),
        ("Kommunen tilldelas 350 000 kr.", "granted"),
        ("Bidraget för 2024 uppgår till 350 000 kr.", "granted"),
        ("Nämnden rekvirerade 310 000 kr.", "requisitioned"),
        ("Förvaltningen har erhållit 305 000 kr.", "received"),
        ("Under våren utbetalades 150 000 kr till kommunen.", "received"),
        ("Styrgruppen avsätter 90 000 kr.", "allocated"),
        ("Regionen tillskjuter för egen del 90 000 kr.", "allocated"),
        ("Till Exempelby fördelas 75 000 kr.", "allocated"),
        ("Arbetet beräknas ta 60 000 kr.", "planned"),
        ("Kursen kostar 55 000 kr.", "planned"),
        ("Kostnad. 55 000 kr från hösten.", "planned"),
        ("Vid årets slut kvarstår 12 000 kr.", "remaining"),
        ("Allt utom 12 000 kr har använts.", "remaining"),
        ("Lönerna tar sitt, och 12 000 kr sparas som reserv.", "remaining"),
        ("Kommunen ska återbetala 12 000 kr.", "repayable"),
        ("Därav är en andel om 20 000 kr till skolan.", "share"),
        ("Ersättningen är 450 000 kr per tjänst.", "unit_rate"),
        ("Bidraget lämnas med 310 000 kr per heltidstjänst.", "unit_rate"),
        ("Förvaltningen har under året haft 750 000 kr från regionen.", "received"),
        ("Länsstyrelsen beslutade att betala ut 310 000 kr till kommunen.", "received"),
        ("Av medlen användes 610 000 kr.", "spent"),
        ("Förvaltningen föreslår ett bidrag på 340 000 kr.", "planned"),
        ("Fördelning av förbrukade medel: 610 000 kr.", "spent"),
        ("Sammanlagt 980 000 kr.", "total"),
        ("Medel: 750 000 kr", "allocated"),
        ("På bordet låg 500 kr.", "other"),
    ],
)
def test_the_words_say_what_a_sum_is(text, kind):
    assert [amount.kind for amount in read(prose(text))] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Av rekvirerade 1 250 000 kr har 900 000 kr förbrukats.", ["requisitioned", "spent"]),
        ("Av 2 000 000 kr har hälften, 1 000 000 kr, förbrukats.", ["other", "spent"]),
        ("Boken visar att 190 000 kr förbrukats och att 10 000 kr kvarstår.", ["spent", "remaining"]),
        ("Av sökta 800 000 kr beviljas 600 000 kr.", ["requisitioned", "granted"]),
        ("Totalt har 510 000 kr beviljats.", ["granted"]),
        ("Outnyttjade medel om 21 500 kr återbetalas.", ["repayable"]),
        ("Det blev 35 000 kr lägre än budget.", ["other"]),
        ("I år finns 15 000 kr att använda.", ["other"]),
        ("Länsstyrelsen betalade ut 450 000 kr.", ["received"]),
        ("Kommunen ska betala tillbaka 60 000 kr.", ["repayable"]),
        ("12 345 kr kommer inte att hinna användas.", ["remaining"]),
        ("Kvar att rekvirera är 40 000 kr.", ["remaining"]),
        ("Medel om 35 000 kr reserverades.", ["allocated"]),
        ("Förvaltningen söker 1,8 miljoner kronor.", ["requisitioned"]),
        ("Nämnden tog under hösten emot 350 000 kr.", ["received"]),
        ("Länsstyrelsen betalade i maj ut 350 000 kr.", ["received"]),
        ("Av bidraget blev 35 000 kr över.", ["remaining"]),
        ("I december fanns ännu 35 000 kr som inte gått åt.", ["remaining"]),
        ("Kostnaden har i snitt varit 9 100 kr.", ["unit_rate"]),
        ("Kursen kostade 9 100 kr per deltagare.", ["planned"]),
        ("Vi har en budget om 9 100 kr per år.", ["planned"]),
        ("Det blir 9 100 kr per deltagare.", ["unit_rate"]),
        ("Nämndens egna kostnader var 60 000 kr.", ["other"]),
        ("Ansökan bifölls delvis, och 300 000 kr beviljades.", ["granted"]),
    ],
)
def test_each_sum_takes_the_words_of_its_own_part_of_the_sentence(text, kinds):
    assert [amount.kind for amount in read(prose(text))] == kinds


@pytest.mark.parametrize(
    "text", ["Kursen kostade 55 000 kr.", "Vår kostnad är 55 000 kr.", "Till det används 55 000 kr."]
)
@pytest.mark.parametrize("costs_are", ["planned", "spent"])
def test_a_cost_is_what_costs_are_in_the_document(text, costs_are):
    assert [amount.kind for amount in read(prose(text), costs_are=costs_are)] == [costs_are]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vi har förbrukat 55 000 kr.", "spent"),
        ("Utfallet blev 55 000 kr.", "spent"),
        ("Det här tog 55 000 kr i anspråk.", "spent"),
        ("Planen innebär att 55 000 kr tas i anspråk.", "planned"),
        ("Budgeten är 55 000 kr.", "planned"),
        ("Vi räknar med 55 000 kr.", "planned"),
        ("Av bidraget är 55 000 kr kvar, och det ska användas i vår.", "remaining"),
        ("Egen finansiering: 55 000 kr.", "other"),
    ],
)
@pytest.mark.parametrize("costs_are", ["planned", "spent"])
def test_words_for_a_plan_or_an_outcome_say_it_themselves(text, kind, costs_are):
    assert [amount.kind for amount in read(prose(text), costs_are=costs_are)] == [kind]


@pytest.mark.parametrize("text", ["Bidraget var 400 000 kr året innan.", "Förra året fick kommunen 400 000 kr."])
def test_a_sum_of_the_year_before(text):
    assert [amount.year for amount in read(prose(text), year=2026)] == [2025]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Kommunen kan rekvirera 800 000 kr, vilket är 90 000 kr mer än året innan.", [2026, 2026]),
        ("Vi använde 800 000 kr jämfört med 2024.", [2026]),
        ("Det är 90 000 kr mer än 2024, då bidraget var 710 000 kr.", [2026, 2024]),
        ("Tjänsten ryms från 2027 inom ramen. Den kostar 700 000 kr per år.", [2027]),
        ("Vi har haft stödet från 2019. Det kostar 700 000 kr.", [2026]),
        ("Från 2027 har vi egna medel. Lokalen är klar. Den kostar 700 000 kr.", [2026]),
    ],
)
def test_a_year_that_is_compared_with_is_not_the_sums_own_and_one_from_which_it_is_so_is(text, years):
    assert [amount.year for amount in read(prose(text), year=2026)] == years


def test_a_sentence_that_tells_more_of_the_sum_before_it_is_of_its_year():
    amounts = read(
        prose("Förra året var bidraget 800 000 kr. Av dessa användes 610 000 kr. I år söks 90 000 kr."), year=2026
    )

    assert [amount.year for amount in amounts] == [2025, 2025, 2026]


def test_each_sum_takes_the_nearest_words_before_it():
    amounts = read(prose("Länet beviljades 400 000 kr men rekvirerade 300 000 kr och fick 250 000 kr."))

    assert [(a.kind, a.number.kronor) for a in amounts] == [
        ("granted", Decimal(400_000)),
        ("requisitioned", Decimal(300_000)),
        ("received", Decimal(250_000)),
    ]


def test_a_sentence_says_nothing_of_the_next_ones_sum():
    amounts = read(prose("Länet beviljades 400 000 kr. Lokalen tar 90 000 kr."))

    assert [a.kind for a in amounts] == ["granted", "other"]


def test_the_heading_speaks_where_the_sentence_does_not():
    amounts = read(
        heading("Beviljade medel"), prose("Exempelby 90 000 kr."), heading("Övrigt"), prose("Lokal 5 000 kr.")
    )

    assert [a.kind for a in amounts] == ["granted", "other"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("För 2024 beviljades 400 000 kr.", 2024),
        ("Kommunen beviljades 400 000 kr.", 2026),
        ("Mellan 2024 och 2025 beviljades 400 000 kr.", 2026),
        ("År 2023 beviljades mindre än de 400 000 kr som gavs år 2024.", 2026),
    ],
)
def test_the_sentences_year_goes_before_the_documents(text, year):
    assert [amount.year for amount in read(prose(text), year=2026)] == [year]


@pytest.mark.parametrize(
    ("text", "kronor", "low", "high"),
    [
        ("Bidraget är 2 377 tkr.", 2_377_000, 2_376_500, 2_377_500),
        ("Bidraget är 79,8 miljoner kronor.", 79_800_000, 79_750_000, 79_850_000),
        ("Bidraget är 581 235:- kr.", 581_235, 581_235, 581_235),
        ("Bidraget är ca 1 906 000 kr.", 1_906_000, 1_905_000, 1_907_000),
        ("Bidraget är ca 2 000 000 kr.", 2_000_000, 1_000_000, 3_000_000),
        ("Bidraget är runt 2,0 miljoner kronor.", 2_000_000, 1_900_000, 2_100_000),
    ],
)
def test_a_sum_keeps_what_its_writing_allows(text, kronor, low, high):
    (amount,) = read(prose(text))

    assert amount.number.kronor == Decimal(kronor)
    assert amount.number.interval == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Länet har 2,80 heltidstjänster.",
        "Det är 12,8 per 100 000 invånare.",
        "Enligt 5 kap. 4 § ska nämnden svara.",
        "Beslutet har nummer SN 2025:548.",
        "Mötet hölls 2025-03-04 i rum 1204.",
    ],
)
def test_numbers_that_are_not_money(text):
    assert read(prose(text)) == []


def test_every_kind_of_running_text_is_read_and_tables_are_not():
    cell = Cell(row=0, col=0, text="700 kr", place=NOWHERE[0])
    blocks: list[Block] = [
        heading("Kostnad: 100 kr"),
        prose("Lokal 200 kr."),
        ListItem(text="Fika 300 kr", places=NOWHERE, marker="•"),
        Answer(text="Erhållet 400 kr", places=NOWHERE, label="Erhållet", value="400 kr"),
        Note(text="Priset var 500 kr förra året.", places=NOWHERE, note="footnote"),
        Note(text="Kursavgift 600 kr", places=NOWHERE, note="running_head"),
        Table(text="Budget 800 kr", places=NOWHERE, method="ruled", n_rows=1, n_cols=1, cells=(cell,)),
    ]

    assert [amount.number.kronor for amount in read(*blocks)] == [100, 200, 300, 400, 500]


def test_an_empty_answer_holds_no_sum():
    answer = Answer(text="Belopp över 500 kr:", places=NOWHERE, label="Belopp över 500 kr", value=None)

    assert read(answer) == []


def test_the_subject_is_the_sentence_and_for_a_long_one_the_heading():
    long = "Styrgruppen, som har mötts ofta och länge, har " + "efter mycket möda " * 20 + "avsatt 90 000 kr."

    short_one, long_one = read(heading("Trygg fritid"), prose("Vi är nöjda. Klubben får 5 000 kr."), prose(long))

    assert short_one.subject == "Klubben får 5 000 kr."
    assert long_one.subject == "Trygg fritid"


def test_a_sum_below_an_initiatives_heading_is_the_initiatives():
    first, other = heading("Trygg fritid", top=100), heading("Uppföljning", top=300, level=1)
    initiative = InitiativeDraft("Trygg fritid", first.places)

    before, within, below, after = read(
        prose("Ramen är 500 000 kr."),
        first,
        prose("Klubben får 5 000 kr."),
        heading("Kostnad", top=200, level=3),
        prose("Lokalen kostar 9 000 kr."),
        other,
        prose("Rapporten kostar 2 000 kr."),
        initiatives=[initiative],
    )

    assert before.initiative is None
    assert within.initiative is initiative
    assert below.initiative is initiative
    assert after.initiative is None


def test_a_heading_as_high_as_the_initiatives_ends_it_and_its_own_heads_do_not():
    first = heading("Trygg fritid", top=100)

    kept, gone = read(
        first,
        heading("Kostnader", top=150, level=1),
        prose("Lokalen kostar 9 000 kr."),
        heading("Ekonomi i stort", top=200),
        prose("Ramen är 500 000 kr."),
        initiatives=[InitiativeDraft("Trygg fritid", first.places)],
    )

    assert kept.initiative is not None
    assert gone.initiative is None


def test_a_sum_in_an_activitys_words_or_below_a_numbered_one_is_the_activitys():
    def item(text: str, top: float) -> ListItem:
        place = Place(page=1, x0=70, top=top, x1=520, bottom=top + 12)
        return ListItem(text=text, places=(place,), marker="•")

    numbered, listed = heading("Aktivitet 1. Öppna en jour", top=100), item("Hyra en lokal för 7 000 kr.", 300)
    initiative = InitiativeDraft("Trygg fritid", NOWHERE)
    first = ActivityDraft("Öppna en jour", numbered.places, number="1", initiative=initiative)
    second = ActivityDraft("Hyra en lokal för 7 000 kr.", listed.places)

    below, said, after = read(
        numbered,
        prose("Jouren kostar 9 000 kr."),
        heading("Aktiviteter", top=280),
        listed,
        item("Det blir 20 000 kr i allt.", 320),
        initiatives=[initiative],
        activities=[first, second],
    )

    assert (below.activity, below.initiative) == (first, initiative)
    assert said.activity is second
    assert after.activity is None


@pytest.mark.parametrize("kind", [heading, prose])
def test_a_sum_below_a_head_of_costs_is_a_cost(kind):
    below, after = read(
        kind("Ekonomi:"),
        prose("Av insatsens 663 000 kronor är merparten utbildning."),
        heading("Nästa insats"),
        prose("Av länets 500 000 kronor är merparten utbildning."),
    )

    assert (below.kind, after.kind) == ("planned", "other")


def test_years_and_sums_that_take_turns() -> None:
    amounts = read(prose("För 2021 avsätts 1,9 miljoner kronor och för 2022 2,3 miljoner kronor."))

    assert [a.year for a in amounts] == [2021, 2022]


def test_years_and_sums_that_do_not_take_turns() -> None:
    amounts = read(prose("För 2021 och 2022 avsätts 1,9 miljoner kronor, varav 200 000 kr till skolan."))

    assert [a.year for a in amounts] == [None, None]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Kommunernas andel är 900 000 kr.", 2024),
        ("Länets kommuner delar på 900 000 kr efter invånarantal den 1 november året innan.", 2024),
        ("Varje skola får 90 000 kr per år.", None),
        ("Under planperioden avsätts 900 000 kr.", None),
    ],
)
def test_a_sum_is_of_the_year_that_the_sums_beside_it_name(sentence: str, year: int | None) -> None:
    amounts = read(
        heading("Ekonomi"),
        prose("För 2024 har länet beviljats 4,2 miljoner kronor."),
        prose(sentence),
        period=(2024, 2026),
    )

    assert [a.year for a in amounts] == [2024, year]


@pytest.mark.parametrize(
    ("before", "period"),
    [
        ("För 2023 beviljades 4,2 miljoner kronor.", (2024, 2026)),
        ("För 2024 har länet beviljats 4,2 miljoner kronor, 200 000 kr mer än 2025.", (2024, 2026)),
        ("För 2024 har länet beviljats 4,2 miljoner kronor.", None),
    ],
)
def test_no_year_where_the_sums_beside_it_name_several_or_one_of_another_time(
    before: str, period: tuple[int, int] | None
) -> None:
    amounts = read(heading("Ekonomi"), prose(before), prose("Kommunernas andel är 900 000 kr."), period=period)

    assert amounts[-1].year is None


def test_a_new_heading_ends_what_a_year_is_told_for() -> None:
    amounts = read(
        heading("Ekonomi"),
        prose("För 2024 har länet beviljats 4,2 miljoner kronor."),
        heading("Stöd till anhöriga"),
        prose("Arbetet kostar 90 000 kr."),
        period=(2024, 2026),
    )

    assert [a.year for a in amounts] == [2024, None]


def test_matters_of_minutes_tell_their_sums_for_the_year_that_their_heading_names():
    grant = prose("Kommunen har beviljats 604 800 kr.")
    asked = prose("Nämnden rekvirerar 708 310 kr.")
    other = prose("Lokalen kostar 90 000 kr.")
    flow: list[Block] = [
        heading("Protokoll", level=1),
        heading("Återrapportering av bidrag 2024"),
        heading("Beslut", level=3),
        grant,
        heading("Överenskommelse om stöd 2025"),
        asked,
        heading("Hyra av lokal"),
        other,
    ]
    framed = headed_years(flow)
    amounts = read_prose(flow, PlanDraft(), costs_are="planned", year=None, framed=framed)

    assert [amount.year for amount in amounts] == [2024, 2025, None]


def test_what_a_grant_comes_to_per_post_is_its_rate():
    amounts = read(prose("Bidraget uppgick till 1 134 000 kr, vilket motsvarar 378 000 kr per tjänst."))

    assert [amount.kind for amount in amounts] == ["granted", "unit_rate"]


def test_a_sum_of_which_a_part_is_told_is_no_part_itself():
    whole, part = read(prose("Kostnad. 410 000 kr, varav länet ger 90 000 kr."))

    assert (whole.kind, part.kind) == ("planned", "share")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Av 2023 års medel återstår 41 000 kronor som betalas tillbaka senast den 30 april 2024.", 2023),
        ("Kvar är 41 000 kronor, som ska återbetalas senast 30 april 2025.", 2024),
        ("De 41 000 kronorna ska redovisas före den 1 mars 2025.", 2024),
        ("Under 2022 användes 41 000 kronor.", 2022),
    ],
)
def test_the_day_by_which_money_is_repaid_is_not_its_year(text, year):
    assert [amount.year for amount in read(prose(text), year=2024)] == [year]


def test_what_an_agency_decides_to_pay_out_is_granted():
    (amount,) = read(prose("Myndigheten beslutar att betala ut sammanlagt 370 000 kronor till två föreningar."))

    assert amount.kind == "granted"


def test_the_day_on_a_papers_head_is_no_caption():
    (place,) = NOWHERE
    cells = (Cell(row=0, col=0, text="Odling", place=place), Cell(row=0, col=1, text="9 000", place=place))
    below = Place(page=1, x0=70, top=20, x1=520, bottom=40)
    table = Table(text="", places=(below,), method="ruled", n_rows=1, n_cols=2, cells=cells)

    assert captions_of([prose("Datum: 2024-02-11"), table]) == [""]
    assert captions_of([prose("Odlingar 2023"), table]) == ["Odlingar 2023"]
    assert captions_of([Answer(label="Ifyllt", value="2024", text="Ifyllt: 2024", places=NOWHERE), table]) == [""]
