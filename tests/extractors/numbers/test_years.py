"""Years as written: headings, titles, prose."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numbers.years import (
    YearMention,
    find_years,
    period_of_title,
    span_of_years,
    year_heading,
    year_of_part,
)


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("2017", (2017, 2017)),
        (" 2017: ", (2017, 2017)),
        ("År 2018", (2018, 2018)),
        ("2018-2020", (2018, 2020)),
        ("2017–2020", (2017, 2020)),
        ("2017 – 2020", (2017, 2020)),
        ("Åren 2018–2020", (2018, 2020)),
        ("2018/2019", (2018, 2019)),
        ("2018-20", (2018, 2020)),
        ("2016 till 2020", (2016, 2020)),
        ("2017 och 2018", (2017, 2018)),
    ],
)
def test_a_line_that_is_only_years(line: str, years: tuple[int, int]) -> None:
    assert year_heading(line) == years


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Aktiviteter 2017",
        "2017 2018",
        "2020-2018",
        "2018-2018",
        "2107",
        "2018-01",
        "2018-01-26",
        "12 345",
        "2017 kr",
    ],
)
def test_a_line_that_is_more_than_years_or_none(line: str) -> None:
    assert year_heading(line) is None


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("VT25", 2025),
        ("ht 2026", 2026),
        ("HT-27", 2027),
        ("Våren 2025", 2025),
        ("Höstterminen 2026", 2026),
        ("Q1 2025", 2025),
        ("H2 26", 2026),
        ("Kvartal 3 2025", 2025),
        ("2025", None),
        ("VT", None),
        ("Vårdplats 25", None),
        ("VT25 kostnad", None),
    ],
)
def test_a_line_that_is_only_a_part_of_a_year(line: str, year: int | None) -> None:
    assert year_of_part(line) == year


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("HANDLINGSPLAN FÖR 2021–2023", (2021, 2023)),
        ("Handlingsplan 2016 till 2020", (2016, 2020)),
        ("Inriktning 2024 -2026", (2024, 2026)),
        ("Plan 2021–\n2023", (2021, 2023)),
        ("Plan för 2021", (2021, 2021)),
        ("Handlingsplan 2016–2020, reviderad 2017", (2016, 2020)),
        ("Redovisning 2020 (SN 2020:100)", (2020, 2020)),
        ("Bilaga till 2020", (2020, 2020)),
        ("Agenda 2030 i länet", None),
        ("Från 2017 års plan mot 2019", None),
        ("Handlingsplan", None),
    ],
)
def test_the_period_of_a_title(title: str, period: tuple[int, int] | None) -> None:
    assert period_of_title(title) == period


@pytest.mark.parametrize(
    ("text", "mention", "first", "last", "kind"),
    [
        ("Klart senast december 2018.", "senast december 2018", 2018, 2018, "until"),
        ("Klart senast 31 dec 2027.", "senast 31 dec 2027", 2027, 2027, "until"),
        ("Gäller 2025-01-01–2026-12-31.", "2025-01-01–2026-12-31", 2025, 2026, "range"),
        ("Pågår 2025-01-01 till 2026-06-30.", "2025-01-01 till 2026-06-30", 2025, 2026, "range"),
        ("Pågår 2025-01-01–2025-12-31.", "2025-01-01–2025-12-31", 2025, 2025, "date"),
        ("Pågår t.om. februari 2019.", "t.om. februari 2019", 2019, 2019, "until"),
        ("Gäller till och med \n2020.", "till och med \n2020", 2020, 2020, "until"),
        ("Svara senast den 31 oktober 2016.", "senast den 31 oktober 2016", 2016, 2016, "until"),
        ("Pågår från och med hösten 2017.", "från och med hösten 2017", 2017, 2017, "from"),
        ("Gäller fr.o.m. 2019.", "fr.o.m. 2019", 2019, 2019, "from"),
        ("Har funnits sedan år 2008.", "sedan år 2008", 2008, 2008, "from"),
        ("Planeras för 2024 och framåt.", "2024", 2024, 2024, "from"),
        ("Startar i slutet av 2017.", "i slutet av 2017", 2017, 2017, "year"),
        ("Utvärderas hösten 2018.", "hösten 2018", 2018, 2018, "year"),
        ("En ökning från år 2016.57", "från år 2016", 2016, 2016, "year"),
        ("Sker vid årsskiftet 2017/2018.", "vid årsskiftet 2017/2018", 2017, 2018, "turn"),
        ("Sker läsåret 2018/19.", "läsåret 2018/19", 2018, 2019, "range"),
        ("Sker under perioden 2021–2023.", "under perioden 2021–2023", 2021, 2023, "range"),
        ("Planen för 2018 - 2020 gäller.", "2018 - 2020", 2018, 2020, "range"),
        ("Planen för 2016–\n2020 gäller.", "2016–\n2020", 2016, 2020, "range"),
        ("Sträcker sig från 2017 till 2020.", "från 2017 till 2020", 2017, 2020, "range"),
        ("Ökade mellan 2012 och 2016.", "2012 och 2016", 2012, 2016, "range"),
        ("Undertecknat den 31 oktober 2016.", "den 31 oktober 2016", 2016, 2016, "date"),
        ("Datum 2021-01-26", "2021-01-26", 2021, 2021, "date"),
        ("Antal besök år \n2107 ökade.", "år \n2107", 2107, 2107, "implausible"),
        ("Färre kom under 2107 än förr.", "under 2107", 2107, 2107, "implausible"),
        ("Funnits sedan 2107.", "sedan 2107", 2107, 2107, "implausible"),
        ("Planen 2017–2107 gäller.", "2017–2107", 2017, 2107, "implausible"),
        ("Utfall 2018 (kr)", "2018", 2018, 2018, "year"),
        ("2016\nMän Kvinnor Totalt", "2016", 2016, 2016, "year"),
        ("Gruppen öppnar VT-25.", "VT-25", 2025, 2025, "year"),
        ("Utvärderas ht 26.", "ht 26", 2026, 2026, "year"),
        ("Startade hösten -18 i liten skala.", "hösten -18", 2018, 2018, "year"),
        ("Klart december -25.", "december -25", 2025, 2025, "year"),
        ("Prövas läsåret -24/25.", "läsåret -24/25", 2024, 2025, "range"),
        ("Prövas läsår 2024/25.", "läsår 2024/25", 2024, 2025, "range"),
    ],
)
def test_years_in_prose(text: str, mention: str, first: int, last: int, kind: str) -> None:
    start = text.index(mention)

    (year,) = find_years(text)

    assert (year.start, year.end, year.text) == (start, start + len(mention), mention)
    assert (year.first, year.last, year.kind) == (first, last, kind)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("under 2017 och 2018", [2017, 2018]),
        ("åren 2016, 2017, 2018 och 2019.", [2016, 2017, 2018, 2019]),
        ("Aktiviteter 2017 2018 2019 2020", [2017, 2018, 2019, 2020]),
        ("1 januari 2020 - 31 december 2020", [2020, 2020]),
        ("2017\n- 2019 att kartlägga", [2017, 2019]),
        ("För 2023 45 000 kr", [2023]),
    ],
)
def test_years_that_stand_beside_each_other(text: str, years: list[int]) -> None:
    assert [year.first for year in find_years(text)] == years


@pytest.mark.parametrize(
    "text",
    [
        "SFS 2013:522",
        "Box 2025, 694 80 Kvistbro",
        "KS 2023/26",
        "dnr KS 2023/2026",
        "dnr 2024/25",
        "vt 25 elever",
        "1 juni -25 augusti",
        "(SN 2020:548)",
        "lagen (2009:400)",
        "dnr 16571/2020",
        "(EU) 2016/679",
        "Faktablad 2016:1",
        "2 017 kr",
        "2020 kr",
        "2020 miljoner",
        "Agenda 2030",
        "RUFS 2050",
        "sedan mitten på 1980-talet",
        "2010-talet",
        "08-2018 20",
        "exempel.se/uploads/2022/12/plan",
        "rapport_2022.pdf",
        "2000 personer",
        "till 2107 stycken",
        "2150 svarande",
        "under 2200 besök",
        "2020-1999",
        "2018-1234",
        "1975",
        "",
    ],
)
def test_what_is_no_year(text: str) -> None:
    assert find_years(text) == ()


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("2025–2027", (2025, 2027)),
        ("Klart december 2025", (2025, 2025)),
        ("2024-03-01 – 2025-12-31", (2024, 2025)),
        ("Start hösten 2025, klart juni 2026", (2025, 2026)),
        ("VT25–HT26", (2025, 2026)),
        ("Kvartal 2 2025", (2025, 2025)),
        ("Löpande", None),
        ("Tills vidare", None),
        ("Kvartal 3", None),
    ],
)
def test_the_years_of_a_cell_of_time(told: str, years: tuple[int, int] | None) -> None:
    assert span_of_years(told) == years


YEARS = st.integers(1990, 2100)
DASHES = st.sampled_from(["-", "–", " – ", " -", "- ", "–\n", " till ", " till och med "])


@given(first=YEARS, length=st.integers(1, 20), dash=DASHES)
def test_a_period_round_trips(first: int, length: int, dash: str) -> None:
    last = min(first + length, 2100)
    text = f"{first}{dash}{last}"

    expected = (first, last) if first < last else None

    assert period_of_title(f"Handlingsplan {text} för länet") == expected
    assert year_heading(text) == expected


@given(year=YEARS, lead=st.sampled_from(["år", "under", "hösten", "sedan", "senast", "i maj", "för"]))
def test_a_year_round_trips(year: int, lead: str) -> None:
    (mention,) = find_years(f"Arbetet görs {lead} {year}, sägs det.")

    assert (mention.first, mention.last) == (year, year)


PIECES = st.sampled_from(
    [
        *(
            "2017",
            "2018",
            "2107",
            "1999",
            "31",
            "1",
            "000",
            "år",
            "under",
            "sedan",
            "december",
            "den",
            "till",
        ),
        *("och", "mellan", "från och med", "t.o.m.", "årsskiftet", "Agenda", "kr", "personer", "SN"),
        *(" ", " ", " ", "\n", "\u00a0", "-", "–", "/", ":", ".", ",", "(", ")", "§"),
    ]
)


@given(text=st.one_of(st.text(), st.lists(PIECES, max_size=24).map("".join)))
def test_any_text_gives_years_in_order_and_in_bounds(text: str) -> None:
    mentions = find_years(text)

    assert all(_is_in(mention, text) for mention in mentions)
    assert all(first.end <= second.start for first, second in pairwise(mentions))


def _is_in(mention: YearMention, text: str) -> bool:
    return (
        0 <= mention.start < mention.end <= len(text)
        and text[mention.start : mention.end] == mention.text == mention.text.strip()
        and 1990 <= mention.first <= mention.last
    )


@given(text=st.text(max_size=20))
def test_any_line_and_title_is_taken(text: str) -> None:
    for years in (year_heading(text), period_of_title(text)):
        assert years is None or 1990 <= years[0] <= years[1] <= 2100
