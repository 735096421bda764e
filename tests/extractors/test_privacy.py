"""What never leaves a document, in whatever writing, and what must survive beside it."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from extractors.identity_numbers import identity_spans, is_identity_number
from extractors.privacy import mask, withheld_reason

BORN = st.dates(date(1925, 1, 1), date(2015, 12, 31))
BEFORE = st.sampled_from(["", "Gäller ", "(", "nr:", "Sökande är ", "\n"])
AFTER = st.sampled_from(["", ".", ", enligt ansökan", ")", " har fått stöd.", "\n"])
WORD = st.from_regex(r"[a-zåäö]{1,12}", fullmatch=True)


def identity_number(born: date, serial: int, *, coordination: bool = False) -> str:
    """Ten digits with a right check digit; a coordination number has 60 added to its day."""
    digits = f"{born:%y%m}{born.day + (60 if coordination else 0):02d}{serial:03d}"
    return digits + luhn.calc_check_digit(digits)


@st.composite
def written_identity_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """Its ten digits, and one way of writing them: with or without century and separator."""
    born = draw(BORN)
    digits = identity_number(born, draw(st.integers(1, 999)), coordination=draw(st.booleans()))
    century = draw(st.sampled_from(["", str(born.year)[:2]]))
    separator = draw(st.sampled_from(["", "-", " ", "+"] if born.year < 1926 else ["", "-", " "]))
    return digits, f"{century}{digits[:6]}{separator}{digits[6:]}"


@given(written_identity_numbers(), BEFORE, AFTER)
def test_no_identity_number_is_left(number, before, after):
    digits, written = number

    masked = mask(before + written + after)

    assert digits not in re.sub(r"\D", "", masked)
    assert digits[6:] not in masked
    assert masked == f"{before}[personnummer]{after}"


@given(written_identity_numbers())
def test_an_identity_number_is_known_by_its_check_digit(number):
    digits, _ = number
    wrong = digits[:9] + str((int(digits[9]) + 1) % 10)

    assert is_identity_number(digits)
    assert not is_identity_number(wrong)


@given(written_identity_numbers(), st.sampled_from(["Beslut", "Övrigt", "Personnummer", "Namn"]))
def test_an_answer_with_an_identity_number_is_withheld(number, label):
    assert withheld_reason(label, f"Gäller {number[1]}.") == "identity number"


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """An e-mail address with points, plus and hyphen where they may stand."""
    local = draw(st.from_regex(r"[a-z0-9]+(?:[._+-][a-z0-9]+){0,2}", fullmatch=True))
    domain = draw(st.from_regex(r"[a-z0-9]+(?:-[a-z0-9]+){0,1}(?:\.[a-z]{2,8}){0,2}", fullmatch=True))
    return f"{local}@{domain}.example"


@given(addresses(), BEFORE, AFTER)
def test_no_address_is_left(address, before, after):
    assert mask(before + address + after) == f"{before}[e-post]{after}"


@pytest.mark.parametrize(
    "number",
    [
        "08-465 004 00",
        "08-465 00 40",
        "08 - 465 004 00",
        "070-174 06 05",
        "070-1740605",
        "031-390 06 00",
        "+46 8 465 004 00",
        "+46 (0)8 465 004 00",
        "+46-70-174 06 05",
        "+46701740605",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Ring {}.", "Telefon: {}", "Växel {}, vardagar", "({})"])
def test_no_telephone_number_is_left(number, around):
    assert mask(around.format(number)) == around.format("[telefon]")


@pytest.mark.parametrize("label", ["tfn ", "Tfn: ", "tel. ", "Telefon: ", "Mobil ", "telefon (växel) "])
@pytest.mark.parametrize("number", ["0701740605", "070 174 06 05", "08 465 004 00"])
def test_digits_without_a_hyphen_are_a_telephone_number_after_the_word(label, number):
    assert mask(f"{label}{number}") == f"{label}[telefon]"


@given(st.integers(0, 999_99), st.sampled_from(["08", "070", "072", "073", "076", "031", "040", "0155"]), WORD)
def test_no_number_of_the_usual_writing_is_left(digits, area, word):
    number = f"{area}-{digits // 100 + 100:03d} {digits % 100:02d} 00"

    assert mask(f"{word} {number} {word}") == f"{word} [telefon] {word}"


@pytest.mark.parametrize(
    "text",
    [
        "Organisationsnummer 212000-2882",
        "Region: 232100-0016",
        "Förening: 802002-4299",
        "Bolag: 556016-0680",
        "Dnr SN 2025:548",
        "Dnr KS 2025/118",
        "Diarienummer 4471/2025",
        "S2024/01234",
        "4 755 642 kr",
        "660045",
        "2 377 tkr",
        "79,8 miljoner kronor",
        "581 235:- kr",
        "= 1 041 125",
        "0 kr",
        "2025-03-04",
        "den 4 mars 2025",
        "20250304",
        "2024–2026",
        "kl. 09:15",
        "5 kap. 4 § socialtjänstlagen",
        "SFS 2017:612",
        "811228-9875",
        "Bankgiro 5050-1055",
        "0,5 procent",
        "Mål 3.2.1",
    ],
)
def test_what_is_public_survives(text):
    assert mask(text) == text


def grouped(value: int, separator: str) -> str:
    return f"{value:,}".replace(",", separator)


@given(
    st.integers(0, 10**11),
    st.sampled_from([" ", "\u00a0", "\u2009", ".", ""]),
    st.sampled_from([" kr", " kronor", ":- kr", " tkr"]),
)
def test_every_grouped_sum_survives(value, separator, unit):
    # Ten digits in a row may be an identity number: sums that long are written in groups.
    text = f"Bidraget är {grouped(value, separator if value < 10**9 else ' ')}{unit} i år."

    assert mask(text) == text


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(1, 9999), st.sampled_from(["SN", "KS", "HSN"]))
def test_dates_years_and_diary_numbers_survive(day, number, committee):
    text = f"{committee} {day.year}:{number}, {committee} {day.year}/{number:05d}, {day.isoformat()}, år {day.year}"

    assert mask(text) == text


@given(st.integers(20, 99), st.integers(0, 99), st.integers(0, 999))
def test_organisation_numbers_survive(third, first, serial):
    """An organisation number has 20 or more where an identity number has its month."""
    digits = f"{first:02d}{third:02d}{serial % 100:02d}{serial:03d}"
    number = digits + luhn.calc_check_digit(digits)

    assert mask(f"{number[:6]}-{number[6:]}") == f"{number[:6]}-{number[6:]}"


@given(st.text(max_size=60))
def test_what_is_masked_stays_so(text):
    masked = mask(text)

    assert mask(masked) == masked


@pytest.mark.parametrize(
    ("label", "value", "why"),
    [
        ("E-postadress", "kim.prov@kommun.example", "e-mail"),
        ("Svar skickas till", "kim.prov@kommun.example", "e-mail"),
        ("Kommentar", "Skriv till kim.prov@kommun.example för mer.", None),
        ("Telefonnummer", "08-465 004 00", "telephone"),
        ("Antal samtal till telefonjouren", "31", None),
        ("Telefon", "finns ej", None),
        ("Kontaktpersonens telefon", "08-465 004 00", "telephone"),
        ("Mobilnummer till ansvarig chef", "070 174 06 00", "telephone"),
        ("Mobil", "0701740600", "telephone"),
        ("Telefon", "465 004", "telephone"),
        ("Kostnad för utrustning och telefon", "125 000 kr", None),
        ("Kostnad för telefonjouren", "125 000", None),
        ("Vilka mobila team har ni startat?", "Ett 2019, ett 2020 och två 2021", None),
        ("Har företrädare för brukare och anhöriga deltagit? (välj ett alternativ)", "Delvis, i två möten", None),
        ("Beskriv hur företrädare för anhöriga har deltagit", "I styrgruppen", None),
        ("Finns det en kontaktperson", "Ja", None),
        ("Finns det en kontaktperson? Ange namn", "Kim Prov", "name"),
        ("Vem är kontaktperson?", "Kim Prov", "name"),
        ("Företrädare för kommunen", "Kim Prov", "name"),
        ("Frågor om redovisningen besvaras av", "Kim Prov", "name"),
        ("Uppgifterna är lämnade av", "Kim Prov, utredare", "name"),
        ("Ansökan inskickad av", "Kim Prov, utredare", "name"),
        ("Ansökan beslutad av", "Exempelby Socialnämnd", None),
        ("Insatsen finansieras av", "Två parter tillsammans", None),
        ("Kontaktperson", "Kim Prov", "name"),
        ("Kontaktpersonens titel", "Utredare", None),
        ("Uppgiftslämnarens funktion", "Utredare", None),
        ("Namn", "Exempelby kommun", None),
        ("Namn", "Kim Prov, Exempelby kommun", "name"),
        ("Namn", "Kim Prov", "name"),
        ("För- och efternamn", "Kim Prov", "name"),
        ("Kommunens namn", "Exempelby", None),
        ("Organisationsnummer", "212000-2882", None),
    ],
)
def test_why_an_answer_is_withheld(label, value, why):
    assert withheld_reason(label, value) == why


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("Kontaktperson och befattning", "name"),
        ("Uppgiftslämnare", "name"),
        ("Kontaktpersonens befattning", None),
        ("Befattning", None),
    ],
)
def test_a_label_that_asks_for_a_name_and_a_position_asks_for_a_name(label, why):
    assert withheld_reason(label, "Kim Prov") == why


@pytest.mark.parametrize(
    "number",
    [
        "81 12 28-9874",
        "1981-12-28-9874",
        "811228/9874",
        "811228.9874",
        "811228-98 74",
        "811 228-9874",
        "8 1 1 2 2 8 - 9 8 7 4",
        "811228\ufe589874",
        "19 811228-9874",
    ],
)
def test_an_identity_number_is_found_however_it_is_set_apart(number):
    assert mask(f"Ärendet rör {number} i år.") == "Ärendet rör [personnummer] i år."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("sida 12 811228-9874", "sida 12 [personnummer]"),
        ("1-811228-9874-2", "1-[personnummer]-2"),
        ("Momsnr SE811228987401", "Momsnr SE[personnummer]01"),
        ("Personnummer: 811228-9870", "Personnummer: [personnummer]"),
        ("Samordningsnr 1981 12 88 1234", "Samordningsnr [personnummer]"),
    ],
)
def test_other_digits_beside_an_identity_number_hide_none(text, left):
    assert mask(text) == left


@pytest.mark.parametrize("text", ["200 000-4000 kr", "2021-01-12 1300", "SN 2011:122 89 874", "8112-2898 741"])
def test_ranges_days_and_accounts_are_no_identity_numbers(text):
    assert identity_spans(text) == []


@pytest.mark.parametrize("number", ["(070) 123 45 67", "070.123.45.67", "tfn 123 45 67", "Telefon: 530 61 00"])
def test_a_telephone_number_in_brackets_with_points_or_without_its_area_is_masked(number):
    assert mask(f"Ring {number} i dag.").endswith("[telefon] i dag.")


@pytest.mark.parametrize("text", ["Telefon 120 000 kr", "Telefon 1 250 000", "Mobil 45 000 tkr"])
def test_what_telephones_cost_is_no_number_of_one(text):
    assert mask(text) == text


@pytest.mark.parametrize("sign", ["(a)", "{at}", "＠", " snabel-a ", "<at>"])
def test_an_address_is_masked_whatever_stands_for_its_sign(sign):
    assert mask(f"Skriv till kim.prov{sign}exempel.se i dag.") == "Skriv till [e-post] i dag."


def test_a_span_of_days_is_no_identity_number():
    assert is_identity_number("2501152025")
    assert mask("Projekttid 2025-01-15–2025-11-30.") == "Projekttid 2025-01-15–2025-11-30."


@pytest.mark.parametrize("value", ["268 000 kr", "31", "1,5", "40 %", "268 000"])
def test_a_figure_is_no_name(value):
    assert withheld_reason("Kostnader för uppdrag som kontaktperson", value) is None


@pytest.mark.parametrize("value", ["0501-23 45 67", "Kim Prov 300 kr"])
def test_what_else_a_person_is_asked_for_is_withheld(value):
    assert withheld_reason("Kontaktperson", value) == "name"
