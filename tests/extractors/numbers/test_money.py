"""Swedish money as written: prose, cells, headers."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numbers.money import find_money, parse_number, unit_of_header
from models.numbers import Side, Unit, WrittenNumber


def found(text: str) -> list[tuple[str, str]]:
    """Each mention's text and its value with its unit."""
    return [(mention.text, f"{mention.number.value} {mention.number.unit}") for mention in find_money(text)]


def number(value: str, step: str = "1", unit: Unit | None = None, side: Side | None = None) -> WrittenNumber:
    return WrittenNumber(Decimal(value), Decimal(step), unit, side)


@pytest.mark.parametrize(
    ("text", "value", "step", "unit"),
    [
        ("4 755 642 kr", "4755642", "1", "kr"),
        ("660045 kr", "660045", "1", "kr"),
        ("660045kr", "660045", "1", "kr"),
        ("4 755 642,50 kr", "4755642.50", "0.01", "kr"),
        ("1.852.468 kr", "1852468", "1", "kr"),
        ("1\u00a0852\u202f468 kronor", "1852468", "1", "kr"),
        ("100 \n000 kronor", "100000", "1", "kr"),
        ("636982 (Kr)", "636982", "1", "kr"),
        ("0 (Kr)", "0", "1", "kr"),
        ("581 235:- kr", "581235", "1", "kr"),
        ("581 235:-", "581235", "1", "kr"),
        ("581 235,–", "581235", "1", "kr"),
        ("kr 45 000", "45000", "1", "kr"),
        ("SEK 45 000", "45000", "1", "kr"),
        ("45 000 SEK", "45000", "1", "kr"),
        ("−45 000 kr", "-45000", "1", "kr"),
        ("–45 000 kr", "-45000", "1", "kr"),
        ("2 377 tkr", "2377", "1", "tkr"),
        ("45 tusen kronor", "45", "1", "tkr"),
        ("10,525 mnkr", "10.525", "0.001", "mnkr"),
        ("10.5 mkr", "10.5", "0.1", "mnkr"),
        ("79,8 miljoner kronor", "79.8", "0.1", "mnkr"),
        ("79,8 miljoner\nkronor", "79.8", "0.1", "mnkr"),
        ("6,4 miljoner", "6.4", "0.1", "mnkr"),
        ("6, 4 miljoner", "6.4", "0.1", "mnkr"),
        ("3 milj. kr", "3", "1", "mnkr"),
        ("två miljoner kronor", "2", "1", "mnkr"),
        ("en halv miljon kronor", "0.5", "0.1", "mnkr"),
        ("2 miljarder", "2", "1", "mdkr"),
        ("1,2 mdkr", "1.2", "0.1", "mdkr"),
    ],
)
def test_each_way_to_write_a_sum(text: str, value: str, step: str, unit: Unit) -> None:
    in_prose = find_money(f"Nämnden fick {text} för arbetet.")

    assert [mention.text for mention in in_prose] == [text]
    assert in_prose[0].number == number(value, step, unit)
    assert parse_number(text) == number(value, step, unit)


@pytest.mark.parametrize(
    ("hedge", "side"),
    [
        *[(word, "about") for word in ("ca", "ca.", "cirka", "c:a", "Omkring", "ungefär", "runt")],
        *[(word, "above") for word in ("drygt", "över", "mer än", "minst")],
        *[(word, "below") for word in ("knappt", "nästan", "närmare", "högst", "upp till")],
    ],
)
def test_a_hedge_directly_before_is_part_of_the_sum(hedge: str, side: Side) -> None:
    (mention,) = find_money(f"Kommunen satsar {hedge} 1 906 000 kr.")

    assert mention.text == f"{hedge} 1 906 000 kr"
    assert mention.number == number("1906000", "1", "kr", side)
    assert parse_number(mention.text) == mention.number


def test_a_hedge_further_off_hedges_something_else() -> None:
    (mention,) = find_money("Drygt hälften av pengarna, 45 000 kr, är kvar.")

    assert mention.number.side is None


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("5–6 miljoner kronor", [("5", "5 mnkr"), ("6 miljoner kronor", "6 mnkr")]),
        ("mellan 5 och 6 miljoner kronor", [("5", "5 mnkr"), ("6 miljoner kronor", "6 mnkr")]),
        ("100 000 – 150 000 kr", [("100 000", "100000 kr"), ("150 000 kr", "150000 kr")]),
        ("5 -6 miljoner kronor", [("5", "5 mnkr"), ("6 miljoner kronor", "6 mnkr")]),
        ("från 5,2 till 4,8 miljoner kronor", [("5,2", "5.2 mnkr"), ("4,8 miljoner kronor", "4.8 mnkr")]),
        ("Aktivitet 3 - 50 000 kr", [("50 000 kr", "50000 kr")]),
        ("Aktivitet 3 – 5 miljoner kronor", [("5 miljoner kronor", "5 mnkr")]),
        ("från 2016 till 45 000 kr", [("45 000 kr", "45000 kr")]),
    ],
)
def test_a_range_gives_both_its_ends(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found(text) == mentions


def test_a_hedged_range_is_hedged_at_both_ends() -> None:
    assert [mention.number.side for mention in find_money("ca 5–6 miljoner kronor")] == ["about", "about"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("För 2023 45 000 kr", [("45 000 kr", "45000 kr")]),
        ("avsnitt 3.2 88 091 005 kr", [("88 091 005 kr", "88091005 kr")]),
        ("aktivitet 6, 4 miljoner", [("4 miljoner", "4 mnkr")]),
        ("punkterna 5, 6, 4 miljoner", [("4 miljoner", "4 mnkr")]),
        ("ett antal kommuner får 6,4 miljoner år 2020", [("6,4 miljoner", "6.4 mnkr")]),
        ("10 000 kr 2017", [("10 000 kr", "10000 kr")]),
        ("Budget tkr 2018", []),
        ("5 kr 45 000", [("5 kr", "5 kr")]),
        ("3 174 063 kr 1 139 297 kr", [("3 174 063 kr", "3174063 kr"), ("1 139 297 kr", "1139297 kr")]),
        ("2 377 tkr (56,8 miljoner 2017)", [("2 377 tkr", "2377 tkr"), ("56,8 miljoner", "56.8 mnkr")]),
        ("12 % eller 45 000 kr", [("45 000 kr", "45000 kr")]),
        ("23 miljoner kronor4", [("23 miljoner kronor", "23 mnkr")]),
        ("– 45 000 kr till skolan", [("45 000 kr", "45000 kr")]),
    ],
)
def test_numbers_that_stand_beside_each_other_stay_apart(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found(text) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "2,80 heltidstjänster",
        "12,8 per 100 000 invånare",
        "5 kap. 4 § socialtjänstlagen",
        "SN 2020:548",
        "SFS 2013:522",
        "08-530 610 00",
        "0853061000",
        "212000-2882",
        "212000-2882 kr",
        "bankgiro 624-1061",
        "2021-01-26",
        "12 procent",
        "ungdomar 0–24 år",
        "Sida 6 (33)",
        "2017:-",
        "Utfall 2018 (kr)",
        "000 kronor",
        "6,4 miljoner invånare",
        "6,4 miljoner nya besök",
        "2,4 miljoner av länets invånare",
        "antalet samtal var 6 miljoner",
        "1,5 miljoner euro",
        "en miljon människor",
        "en miljon tack",
        "2016:1 500 kr",
        "5 kramar",
        "",
    ],
)
def test_numbers_that_are_no_money(text: str) -> None:
    assert find_money(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "malformed"),
    [
        ("50 000 konor", 50000, "misspelt: konor"),
        ("1 852 46 kr", 185246, "thousands not in groups of three"),
        ("149 69 kronor", 14969, "thousands not in groups of three"),
        ("30 36 kr", 3036, "thousands not in groups of three"),
        ("45,000 kr", 45000, "commas between the thousands"),
        ("1,852,468 kr", 1852468, "commas between the thousands"),
    ],
)
def test_odd_writing_is_read_and_said(text: str, value: int, malformed: str) -> None:
    (mention,) = find_money(f"Det kostar {text}.")

    assert mention.text == text
    assert mention.number.kronor == value
    assert mention.number.malformed == malformed
    assert parse_number(text) == mention.number


def test_digits_that_stick_to_the_word_before_belong_to_the_sum() -> None:
    (mention,) = find_money("kommunen rekvirerade1 127 386 kronor")

    assert mention.text == "1 127 386 kronor"
    assert mention.number.malformed == "no space before the number"


@pytest.mark.parametrize("text", ["skatten är 12,3456 kr", "9999999999999999 kr", "900 000 000 miljarder"])
def test_what_cannot_be_a_sum_is_left_out(text: str) -> None:
    assert find_money(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50 297 425", number("50297425")),
        ("50 297\n425", number("50297425")),
        ("= 1 041 125", number("1041125")),
        ("(636982 kr)", number("636982", unit="kr")),
        ("1 852 468:-", number("1852468", unit="kr")),
        ("2.00", number("2.00", "0.01")),
        ("2.000", number("2000")),
        ("0.125", number("0.125", "0.001")),
        ("2,8", number("2.8", "0.1")),
        ("-45 000", number("-45000")),
        ("− 45 000", number("-45000")),
        ("(45 000)", number("-45000")),
        ("2 000 000*", number("2000000")),
        ("12 %", number("12", unit="percent")),
        ("12,5%", number("12.5", "0.1", "percent")),
        ("4 procent", number("4", unit="percent")),
        ("4 st", number("4", unit="count")),
        ("2020", number("2020")),
        ("45 000 kr.", number("45000", unit="kr")),
    ],
)
def test_a_cell_that_is_one_number(text: str, expected: WrittenNumber) -> None:
    assert parse_number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "x",
            "–",
            "-",
            "--",
            "()",
            "3.",
            "3. Stor",
            "1 (3)",
            "0–24",
            "2018-2020",
            "2017 2018",
            "12 14",
        ),
        *(
            "2021-01-26",
            "08-530 610 00",
            "0853061000",
            "212000-2882",
            "624-1061",
            "SN 2020:548",
            "5 kap. 4 §",
        ),
        *(
            "45 000 67 000",
            "1 852 2020",
            "50 297 425 1",
            "149 69",
            "HBTQ7",
            "A 45",
            "(-45)",
            "10 000 kr 2017",
            "45 000 kr per år",
        ),
    ],
)
def test_a_cell_that_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("2 377", "tkr", number("2377", unit="tkr")),
        ("1,5 mnkr", "tkr", number("1.5", "0.1", "mnkr")),
        ("(45)", "kr", number("-45", unit="kr")),
        ("2020", "year", number("2020", unit="year")),
        ("12 %", "kr", number("12", unit="percent")),
        ("57", "percent", number("57", unit="percent")),
    ],
)
def test_the_headers_unit_holds_where_the_cell_names_none(text: str, unit: Unit, expected: WrittenNumber) -> None:
    assert parse_number(text, unit) == expected


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Summa (kr)", "kr"),
        ("Belopp, tkr", "tkr"),
        ("Mnkr", "mnkr"),
        ("Miljoner kronor", "mnkr"),
        ("Tusental kronor", "tkr"),
        ("Andel %", "percent"),
        ("Belopp", "kr"),
        ("Kostnad", "kr"),
        ("Budget", "kr"),
        ("Utfall", "kr"),
        ("Erhållna stimulansmedel 2016", "kr"),
        ("Beviljat", "kr"),
        ("Antal", "count"),
        ("Antal bidrag", "count"),
        ("Kostnad per invånare", "kr"),
        ("Varav 4 procent av beviljade medel", "kr"),
        ("Belopp (tusentals kronor)", "tkr"),
        ("1 000 kr", "tkr"),
        ("Andel kvinnor", None),
        ("Summa", None),
        ("Kvinnor", "count"),
        ("Män", "count"),
        ("2017", None),
        ("Region Stockholm", None),
        ("Invånare 2027", "count"),
        ("Efter invånare", None),
        ("Aktivitet", None),
        ("", None),
    ],
)
def test_what_a_header_makes_of_its_numbers(header: str, unit: Unit | None) -> None:
    assert unit_of_header(header) == unit


SEPARATORS = st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", ".", "", "\n", " \n"])
KRONOR_WORDS = st.sampled_from([" kr", " kronor", " SEK", "\u00a0kr", "kr", ":-", ":- kr", " (Kr)", "\nkronor"])


@given(amount=st.integers(0, 10**12), separator=SEPARATORS, word=KRONOR_WORDS)
def test_kronor_round_trip_to_the_krona(amount: int, separator: str, word: str) -> None:
    # A bare year with a price sign ("2017:-") is left alone.
    text = f"{amount:,}".replace(",", separator) + (word if amount > 2199 else " kr")

    (mention,) = find_money(f"Nämnden fick {text} till detta.")

    assert mention.number.kronor == amount
    assert mention.number.interval == (Decimal(amount), Decimal(amount))
    assert parse_number(text) == mention.number


@given(
    tenths=st.integers(0, 10**6),
    word=st.sampled_from(["tkr", "mkr", "mnkr", "miljoner kronor", "milj. kr", "miljarder kronor", "mdkr"]),
    decimals=st.integers(0, 3),
)
def test_the_interval_holds_the_value_and_is_one_step_wide(tenths: int, word: str, decimals: int) -> None:
    value = Decimal(tenths).scaleb(-decimals)
    text = f"{value:f} {word}".replace(".", ",", 1) if decimals else f"{value} {word}"

    (mention,) = find_money(f"Det blev {text} i år.")

    written = mention.number
    low, high = written.interval
    assert (written.value, written.step) == (value, Decimal(1).scaleb(-decimals))
    assert low <= written.kronor <= high
    assert high - low == (written.step * written.factor if written.rounded else 0)


PIECES = st.sampled_from(
    [
        *(
            "kr",
            "kronor",
            "konor",
            "miljoner",
            "milj.",
            "tkr",
            "SEK",
            "mellan",
            "och",
            "ca",
            "drygt",
            "upp till",
        ),
        *("2017", "45", "000", "1", "6", "4", "852", "12,5", "3.2", "1.852.468", "0", "invånare", "av", "år"),
        *(" ", " ", " ", "\u00a0", "\n", "-", "–", ":-", ",", ", ", ".", "(", ")", "%", "§", "/", ":", "två"),
    ]
)


@given(text=st.one_of(st.text(), st.lists(PIECES, max_size=24).map("".join)))
def test_any_text_gives_mentions_in_order_and_in_bounds(text: str) -> None:
    mentions = find_money(text)

    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(first.end <= second.start for first, second in pairwise(mentions))
    assert all(mention.number.is_money for mention in mentions)


@given(text=st.lists(PIECES, max_size=24).map("".join))
def test_a_cell_reads_a_sum_as_prose_does(text: str) -> None:
    for mention in find_money(text):
        alone = parse_number(mention.text, mention.number.unit)

        assert alone is not None
        assert (alone.kronor, alone.step) == (mention.number.kronor, mention.number.step)


@given(text=st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_any_cell_is_a_number_or_none(text: str) -> None:
    read = parse_number(text)

    assert read is None or (read.value.is_finite() and read.step > 0)


@given(
    text=st.from_regex(r"[A-ZÅÄÖ]{2,3} 20[0-2][0-9]:[1-9][0-9]{0,3}", fullmatch=True)
    | st.from_regex(r"0[1-9]{1,3}-[1-9][0-9]{2} [0-9]{3} [0-9]{2}", fullmatch=True)
    | st.from_regex(r"[1-9][0-9]{5}-[0-9]{4}", fullmatch=True)
    | st.from_regex(r"20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])", fullmatch=True)
    | st.from_regex(r"[1-9][0-9]? kap\. [1-9][0-9]? §", fullmatch=True)
    | st.from_regex(r"[0-9]{1,2}[–-][0-9]{2} år", fullmatch=True)
)
def test_codes_dates_and_paragraphs_are_no_money(text: str) -> None:
    assert find_money(f"Enligt {text} gäller detta.") == ()
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("enligt bilaga 118 50 kr per besök", "50 kr"),
        ("under 2018 50 kr per besök", "50 kr"),
    ],
)
def test_a_number_before_another_is_no_torn_group_of_it(text: str, told: str) -> None:
    assert [mention.text for mention in find_money(text)] == [told]


def test_two_groups_without_unit_may_be_two_numbers() -> None:
    assert parse_number("377 87") is None
