"""footing.column and footing.row: tables that add up, tables that do not, tables that only seem not to."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import catalogue, run_checks
from models.rows import Evidence, Finding
from tests.money_builders import Grid, rows_of

FOOTING = [check for check in catalogue() if check.id in ("footing.column", "footing.row")]


def findings(grid: Grid, **options) -> list[Finding]:
    return run_checks(rows_of(grid, **options), FOOTING)[0]


def said(grid: Grid, **options) -> list[tuple[str, str, int | None]]:
    """(rule, severity, difference) of every finding."""
    return [
        (f.rule, f.severity, None if f.difference is None else int(f.difference)) for f in findings(grid, **options)
    ]


LOCAL_PLAN = [
    ["Verksamhet", "Satsning", "Belopp"],
    ["Boende", "Handledning", "51 000"],
    ["Boende", "Workshop", "42 292"],
    ["Barn", "Team skola", "300 000"],
    ["Barn", "Kvalitetsledare", "360 585"],
    ["Vuxen", "Anhörigstöd", "46 000"],
    ["Fördelade medel", "", "799 877"],
    ["Totalt beviljat", "", "900 000"],
    ["Kvarstående", "", "100 123"],
]


def changed(grid: Grid, row: int, col: int, text: str) -> Grid:
    return [[text if (r, c) == (row, col) else old for c, old in enumerate(line)] for r, line in enumerate(grid)]


def test_a_plan_that_adds_up_is_left_alone():
    assert findings(LOCAL_PLAN, unit="kr") == []


@pytest.mark.parametrize(
    ("grid", "difference"),
    [
        pytest.param(changed(LOCAL_PLAN, 4, 2, "360 495"), 90, id="digits swapped in an addend"),
        pytest.param(changed(LOCAL_PLAN, 6, 2, "799 787"), -90, id="digits swapped in the total"),
        pytest.param([*LOCAL_PLAN[:3], *LOCAL_PLAN[4:]], 300000, id="row dropped"),
        pytest.param([*LOCAL_PLAN[:3], LOCAL_PLAN[2], *LOCAL_PLAN[3:]], -42292, id="row doubled"),
        pytest.param(
            [*LOCAL_PLAN[:6], ["Vuxen", "Ny insats", "10 000"], *LOCAL_PLAN[6:]],
            -10000,
            id="total not updated",
        ),
        pytest.param(changed(LOCAL_PLAN, 3, 2, "-300 000"), 600000, id="sign turned"),
    ],
)
def test_a_seeded_error_is_found(grid: Grid, difference: int):
    assert said(grid, unit="kr") == [("footing.column", "error", difference)]


def test_the_message_has_page_and_arithmetic_in_both_languages():
    (finding,) = findings(changed(LOCAL_PLAN, 6, 2, "799 787"), unit="kr", page_break=5)

    assert finding.message_sv == (
        "Sida 4: kolumnen Belopp summerar till 799\u00a0877, men raden Fördelade medel anger 799\u00a0787 "
        "(skillnad 90). Talen räknas som exakta: ingen avrundning förklarar skillnaden."
    )
    assert finding.message_en == (
        "Page 4: the column Belopp adds up to 799\u00a0877, but the row Fördelade medel states 799\u00a0787 "
        "(difference 90). The numbers count as exact: no rounding explains the difference."
    )
    assert (finding.expected, finding.actual, finding.tolerance) == (799877, 799787, 0)
    assert finding.subject == "Lokala satsningar: Belopp, Fördelade medel"
    assert finding.family == "footing"


def test_the_evidence_is_total_addends_and_what_they_come_to():
    _, evidence = run_checks(rows_of(changed(LOCAL_PLAN, 6, 2, "799 787"), unit="kr"))

    assert [(e.role, e.text, e.value) for e in (evidence[0], evidence[1], evidence[-1])] == [
        ("total", "Fördelade medel 799 787", 799787),
        ("addend", "Boende 51 000", 51000),
        ("computed", None, 799877),
    ]
    assert [e.role for e in evidence].count("addend") == 5
    assert all(_is_placed(e) for e in evidence[:-1])
    assert evidence[-1].page is None


def _is_placed(evidence: Evidence) -> bool:
    return (evidence.page, evidence.x0) == (3, 200.0)


@pytest.mark.parametrize("last", [("", "= 741 215"), ("=", "741 215")])
def test_a_line_of_equals_closes_its_table(last: tuple[str, str]):
    grid = [["Aktivitet", "Summa (kr)"], ["Team", "250 000"], ["Stöd", "491 125"], list(last)]

    (finding,) = findings(grid, unit="kr")

    assert (finding.severity, finding.difference) == ("error", 90)
    assert "raden utan rubrik" in finding.message_sv
    assert "row without a label" in finding.message_en
    assert findings(changed(grid, 3, 1, "= 741 125"), unit="kr") == []


SUBTOTALS = [
    ["Område", "Belopp"],
    ["Barn", ""],
    ["Elevhälsa", "1 200"],
    ["Familjestöd", "3 400"],
    ["Delsumma", "4 600"],
    ["Vuxna", ""],
    ["Boendestöd", "5 100"],
    ["Handledning", "2 050"],
    ["Delsumma", "7 150"],
    ["Samordning", "900"],
    ["Totalt", "12 650"],
]


@pytest.mark.parametrize(
    ("row", "text", "difference"),
    [(2, "2 100", -900), (4, "4 060", -540), (6, "5 010", 90), (9, "990", -90), (10, "12 560", -90)],
)
def test_a_grand_total_of_subtotals_is_counted_once(row: int, text: str, difference: int):
    assert findings(SUBTOTALS, unit="kr") == []
    assert said(changed(SUBTOTALS, row, 1, text), unit="kr") == [("footing.column", "error", difference)]


def quiet(name: str, grid: Grid, **options):
    return pytest.param(grid, options, id=name)


@pytest.mark.parametrize(
    ("grid", "options"),
    [
        quiet("no total row", [["Post", "Belopp"], ["A", "100"], ["B", "200"]], unit="kr"),
        quiet(
            "a frame is not a sum",
            [
                ["Post", "Belopp"],
                ["A", "100"],
                ["B", "200"],
                ["Totalt beviljat", "500"],
                ["Kvarstående", "200"],
            ],
            unit="kr",
        ),
        quiet(
            "a balance that balances, above its total",
            [
                ["Post", "kr"],
                ["Erhållet", "500"],
                ["Lön", "300"],
                ["Hyra", "50"],
                ["Kvar", "150"],
                ["Summa", "500"],
            ],
            unit="kr",
        ),
        quiet(
            "a grant among other income is an addend",
            [["Intäkt", "kr"], ["Beviljat bidrag", "500"], ["Egna medel", "300"], ["Summa intäkter", "800"]],
            unit="kr",
        ),
        quiet(
            "breakdown rows count once",
            [
                ["Post", "kr"],
                ["Lön", "700"],
                ["därav chef", "300"],
                ["varav vikarie", "90"],
                ["Hyra", "50"],
                ["Summa", "750"],
            ],
            unit="kr",
        ),
        quiet(
            "breakdown rows of a parent without a number are addends",
            [["Post", "kr"], ["Lön", ""], ["därav chef", "300"], ["därav vikarie", "90"], ["Summa", "390"]],
            unit="kr",
        ),
        quiet(
            "a total that is the parent of the rows below",
            [
                ["", "Kvinnor"],
                ["Nya", "50"],
                ["Gamla", "40"],
                ["Totalt antal klienter", "83"],
                ["därav under 30 år", "14"],
                ["därav över 30 år", "69"],
            ],
        ),
        quiet(
            "totals before their parts",
            [
                ["Post", "kr"],
                ["Totalt", "300"],
                ["A", "100"],
                ["B", "200"],
                ["Totalt", "70"],
                ["C", "30"],
                ["D", "40"],
            ],
            unit="kr",
        ),
        quiet(
            "unmarked parents",
            [
                ["Post", "kr"],
                ["Barn", "310"],
                ["Skola", "100"],
                ["Hem", "210"],
                ["Vuxna", "77"],
                ["Summa", "387"],
            ],
            unit="kr",
        ),
        quiet(
            "unmarked subtotals",
            [
                ["Post", "kr"],
                ["Skola", "100"],
                ["Hem", "210"],
                ["Barn", "310"],
                ["Vuxna", "77"],
                ["Summa", "387"],
            ],
            unit="kr",
        ),
        quiet(
            "the whole period holds years outside the table",
            [["Post", "2018"], ["A", "100"], ["B", "200"], ["Totalt, hela perioden", "900"]],
            unit="kr",
        ),
        quiet(
            "two named totals in the middle that are facts of their own",
            [
                ["", "Antal"],
                ["Ombud", "2"],
                ["Klienter", "83"],
                ["Totalt antal besök", "149"],
                ["Samtal", "12"],
            ],
        ),
        quiet(
            "years, ages, chapters, numbered lines and percents",
            [
                ["Nr", "Avsnitt", "Startår", "Ålder", "Andel %", "Per 100 000", "Belopp"],
                ["1", "3.1", "2017", "18", "20 %", "13,9", "100"],
                ["2", "3.2", "2018", "30", "70 %", "19,3", "200"],
                ["Summa", "", "2018", "99", "99 %", "15,8", "300"],
            ],
            units={6: "kr"},
        ),
        quiet(
            "part of 3.2 stands beside 3.2 and is added",
            [
                ["Avsnitt", "Område", "kr"],
                ["3.2", "Främja", "881"],
                ["Del av 3.2", "Mottagningar", "350"],
                ["", "Summa", "1 231"],
            ],
            unit="kr",
        ),
        quiet(
            "empty cells and dashes are no addends",
            [
                ["Post", "A", "B"],
                ["x", "100", "–"],
                ["y", "", "200"],
                ["z", "5", "20"],
                ["Summa", "105", "220"],
            ],
            unit="kr",
        ),
        quiet(
            "a heading repeated on the next page",
            [["Kommun", "2016"], ["Aby", "100"], ["Kommun", "2016"], ["Beby", "200"], ["Totalt", "300"]],
            unit="kr",
            roles={2: "header"},
        ),
        quiet("one row and its total", [["Post", "kr"], ["A", "267"], ["", "= 267"]], unit="kr"),
        quiet(
            "words that explain what is missing, where the sum holds",
            [["Post", "kr"], ["A", "100"], ["B", "ingår i A"], ["C", "50"], ["Summa", "150"]],
            unit="kr",
        ),
        quiet(
            "units that cannot be added",
            [["Post", "Värde"], ["Lön", "100 kr"], ["Andel", "12 %"], ["Summa", "300 kr"]],
        ),
        quiet(
            "kronor and thousands together",
            [["Post", "Belopp"], ["Lön", "100 tkr"], ["Hyra", "12 000 kr"], ["Summa", "112 000 kr"]],
        ),
        quiet(
            "a group without amounts comes to nothing",
            [["Post", "kr"], ["A", "100"], ["Barn", ""], ["B", ""], ["Delsumma", "0"], ["Totalt", "100"]],
            unit="kr",
        ),
        quiet(
            "the same total said twice",
            [["Post", "kr"], ["A", "100"], ["B", "50"], ["Summa", "150"], ["Totalt", "150"]],
            unit="kr",
        ),
        quiet(
            "budget and outcome in another order",
            [["Post", "Bokslut", "Budget", "Totalt"], ["A", "100", "110", "10"], ["B", "50", "40", "-10"]],
            unit="kr",
        ),
    ],
)
def test_traps_stay_silent(grid: Grid, options: dict):
    assert findings(grid, **options) == []


def test_breakdown_rows_that_were_counted_twice_are_an_error():
    grid = [["Post", "kr"], ["Lön", "700"], ["därav chef", "300"], ["Hyra", "50"], ["Summa", "1 050"]]

    assert said(grid, unit="kr") == [("footing.column", "error", 300)]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"doubt": "columns are unsure"}, "columns are unsure"),
        ({"page_doubt": "skewed page"}, "skewed page"),
        ({"ocr": True}, "bild"),
    ],
)
def test_a_doubtful_reading_is_at_most_a_warning_and_says_so(options: dict, reason: str):
    (finding,) = findings(changed(LOCAL_PLAN, 6, 2, "799 787"), unit="kr", **options)

    assert finding.severity == "warning"
    assert "Läsningen är osäker" in finding.message_sv
    assert reason in finding.message_sv
    assert "The reading is unsure" in finding.message_en


def test_a_lone_row_that_differs_from_its_total_is_a_warning():
    (finding,) = findings([["Post", "kr"], ["A", "267"], ["Summa", "276"]], unit="kr")

    assert (finding.severity, finding.difference) == ("warning", 9)
    assert "Bara en rad" in finding.message_sv
    assert "Only one row" in finding.message_en


@pytest.mark.parametrize(("row", "text"), [(2, "42 29Z"), (6, "799 8 77 7x")], ids=["an addend", "the total"])
def test_what_cannot_be_read_is_said_not_guessed(row: int, text: str):
    (finding,) = findings(changed(LOCAL_PLAN, row, 2, text), unit="kr")

    assert (finding.severity, finding.expected, finding.difference) == ("note", None, None)
    assert "kan inte kontrolleras" in finding.message_sv
    assert "cannot be checked" in finding.message_en
    assert text in finding.message_sv


def test_shares_may_miss_their_total_by_rounding():
    grid = [
        ["Kommun", "Erhållet", "Varav 4 procent"],
        ["Aby", "1 816 837", "72 673"],
        ["Beby", "660 045", "26 402"],
        ["Ceby", "547 141", "21 886"],
        ["Totalt", "3 024 023", "120 960"],
    ]

    (finding,) = findings(grid, unit="kr")

    assert (finding.severity, finding.difference, finding.tolerance) == ("note", -1, 2)
    assert "Avrundning förklarar skillnaden" in finding.message_sv
    assert "Rounding explains the difference" in finding.message_en
    assert said(changed(grid, 4, 2, "120 690"), unit="kr") == [("footing.column", "error", -271)]


@pytest.mark.parametrize(
    ("total", "severity", "words"),
    [
        ("101 tkr", "note", "Avrundning förklarar"),
        ("104 tkr", "warning", "undantagsvis"),
        ("110 tkr", "error", "högst 5,5"),
    ],
)
def test_thousands_are_rounded(total: str, severity: str, words: str):
    grid = [
        ["Post", "Belopp"],
        *[[f"Insats {letter}", "10 tkr"] for letter in "ABCDEFGHIJ"],
        ["Summa", total],
    ]

    (finding,) = findings(grid)

    assert finding.severity == severity
    assert words in finding.message_sv
    assert total.replace(" ", "\u00a0") in finding.message_sv


SEXES = [
    ["Personal", "Kvinnor", "Män", "Totalt"],
    ["Socialsekreterare", "12", "4", "16"],
    ["Arbetsledare", "3", "2", "5"],
    ["Administratörer", "7", "1", "8"],
    ["Totalt", "22", "7", "29"],
]


def test_rows_that_add_up_are_left_alone():
    assert findings(SEXES, unit="count") == []


def test_a_row_whose_parts_miss_its_total_is_an_error():
    grid = [*SEXES[:2], ["Arbetsledare", "3", "2", "6"], SEXES[3], ["Totalt", "22", "7", "30"]]

    found = findings(grid, unit="count")

    assert [(f.rule, f.severity, f.difference) for f in found] == [
        ("footing.row", "error", 1),
        ("footing.row", "error", 1),
    ]
    assert found[0].message_sv.startswith(
        "Sida 3: delarna på raden Arbetsledare summerar till 5, men kolumnen Totalt anger 6 (skillnad 1)."
    )
    assert found[0].message_en.startswith(
        "Page 3: the parts on the row Arbetsledare add up to 5, but the column Totalt states 6 (difference 1)."
    )
    assert found[0].family == "cross-footing"
    assert found[0].finding_id != found[1].finding_id


@pytest.mark.parametrize("heading", ["Totalt", "Summa", "Samtliga", "Totalt antal", "Båda könen"])
def test_the_total_may_stand_first(heading: str):
    grid = [
        ["", heading, "Kvinnor", "Män"],
        ["A", "16", "12", "4"],
        ["B", "6", "3", "2"],
        ["C", "8", "7", "1"],
    ]

    assert said(grid, unit="count") == [("footing.row", "error", 1)]


@pytest.mark.parametrize(
    ("units", "severity"),
    [({1: "count", 2: "count"}, "error"), ({1: "tkr", 2: "tkr"}, "note"), ({1: "kr", 2: "count"}, None)],
)
def test_a_total_that_names_no_unit_has_that_of_its_parts(units: dict[int, str | None], severity: str | None):
    grid = [*SEXES[:2], ["Arbetsledare", "3", "2", "6"], SEXES[3]]

    found = findings(grid, units=units)

    assert [f.severity for f in found] == ([severity] if severity else [])


def test_two_groups_each_with_its_total():
    grid = [
        ["", "2019 Kvinnor", "2019 Män", "2019 Totalt", "2020 Kvinnor", "2020 Män", "2020 Totalt"],
        ["A", "12", "4", "16", "11", "5", "16"],
        ["B", "3", "2", "5", "30", "4", "43"],
        ["C", "3", "3", "6", "9", "9", "18"],
    ]

    assert said(grid, unit="count") == [("footing.row", "error", 9)]


def test_rates_between_the_parts_are_passed_over():
    grid = [
        ["Ålder", "Män Antal", "Män Antal/100 000", "Kvinnor Antal", "Kvinnor Antal/100 000", "Totalt Antal"],
        ["0-15 år", "18", "13,9", "8", "6,5", "26"],
        ["15-24 år", "66", "19,3", "27", "8,1", "93"],
        ["25-44 år", "70", "9,3", "29", "4,1", "98"],
    ]

    assert said(grid) == [("footing.row", "error", -1)]


YEARS = [
    ["Insats", "2017", "2018", "2019", "Totalt"],
    ["Utbildning", "100", "200", "300", "600"],
    ["Handledning", "50", "60", "70", "180"],
    ["Samordning", "10", "10", "20", "45"],
]


@pytest.mark.parametrize(
    ("grid", "options"),
    [
        quiet(
            "columns that are no parts",
            [["", "Kommun", "Region", "Totalt"], ["A", "12", "4", "99"], ["B", "3", "2", "77"]],
        ),
        quiet(
            "fewer than half come out",
            [
                ["", "Kommun", "Region", "Totalt"],
                ["A", "12", "4", "16"],
                ["B", "3", "2", "77"],
                ["C", "5", "5", "20"],
            ],
        ),
        quiet(
            "an empty part may be unknown",
            [["", "Kvinnor", "Män", "Totalt"], ["A", "12", "4", "16"], ["B", "", "2", "9"]],
        ),
        quiet("a total of more years", changed(YEARS, 0, 4, "Totalt 2016–2019"), unit="kr"),
        quiet("a whole period that is not known", changed(YEARS, 0, 4, "Hela perioden"), unit="kr"),
        quiet(
            "a whole period wider than the columns",
            changed(YEARS, 0, 4, "Hela perioden"),
            unit="kr",
            period_start=2016,
            period_end=2020,
        ),
        quiet(
            "a row that names a year without a column",
            changed(YEARS, 3, 0, "Samordning från 2016"),
            unit="kr",
        ),
        quiet(
            "percents",
            [
                ["", "Kvinnor", "Män", "Totalt"],
                ["A", "40 %", "60 %", "100 %"],
                ["B", "10 %", "80 %", "100 %"],
            ],
        ),
        quiet(
            "a line of shares under the counts",
            [["", "Kvinnor", "Män", "Totalt"], ["A", "12", "4", "16"], ["Andel av länet", "30", "20", "26"]],
        ),
        quiet(
            "budget, outcome and deviation",
            [["", "Budget", "Utfall", "Totalt"], ["A", "12", "4", "16"], ["B", "3", "2", "6"]],
            unit="kr",
        ),
    ],
)
def test_rows_that_only_seem_wrong_stay_silent(grid: Grid, options: dict):
    assert findings(grid, **options) == []


@pytest.mark.parametrize("heading", ["Totalt", "Totalt 2017–2019", "Summa kr"])
def test_years_make_their_total(heading: str):
    assert said(changed(YEARS, 0, 4, heading), unit="kr") == [("footing.row", "error", 5)]


def test_a_whole_period_is_checked_where_its_years_are_all_there():
    grid = changed(YEARS, 0, 4, "Hela perioden")

    assert said(grid, unit="kr", period_start=2017, period_end=2019) == [("footing.row", "error", 5)]


def test_an_unreadable_part_is_said():
    (finding,) = findings(changed(YEARS, 2, 2, "6O"), unit="kr", roles={3: "note"})

    assert (finding.rule, finding.severity) == ("footing.row", "note")
    assert "6O" in finding.message_sv


def test_a_duplicate_document_is_said_once():
    assert findings(changed(LOCAL_PLAN, 6, 2, "799 787"), unit="kr", duplicate_of="d0") == []


def swedish(value: int) -> str:
    return f"{value:,}".replace(",", " ")


@st.composite
def layouts(draw) -> tuple[Grid, list[int]]:
    """A table that foots, and the rows whose amount (column 3) goes into a total or is one.

    Amounts are drawn evenly over a wide range, so that no two structures agree by chance.
    """
    source = random.Random(draw(st.integers(0, 2**32)))
    has_subtotals = draw(st.booleans())
    grid: Grid = [["Område", "Startår", "Andel", "Belopp"]]
    counted: list[int] = []
    grand = 0
    for group in range(draw(st.integers(2, 4)) if has_subtotals else 1):
        if draw(st.booleans()):
            grid.append([f"Grupp {'ABCDE'[group]}", "", "", ""])
        subtotal = 0
        for line in range(draw(st.integers(2, 6))):
            label = f"Insats {'ABCDEFG'[line]}"
            if line > 1 and draw(st.booleans()):
                grid.append([label, "2018", "5 %", draw(st.sampled_from(["", "–", "-"]))])
                continue
            amount = source.randrange(10_000, 9_000_000)
            subtotal += amount
            counted.append(len(grid))
            grid.append([label, str(2016 + line), f"{3 + line} %", swedish(amount)])
            if draw(st.integers(0, 4)) == 0:
                grid.append(["därav lön", "", "", swedish(amount // 3)])
        if has_subtotals and group == 0 and draw(st.booleans()):
            # The first group may stand loose: only the grand total counts it.
            grand += subtotal
            grid.append(["Fortsättning", "", "", ""])
            continue
        grand += subtotal
        if has_subtotals:
            counted.append(len(grid))
            grid.append([draw(st.sampled_from(["Delsumma", "Summa grupp", "Summa"])), "", "", swedish(subtotal)])
    counted.append(len(grid))
    grid.append(
        [
            draw(st.sampled_from(["Totalt", "Totalsumma", "Summa kr:", "Fördelade medel"])),
            "",
            "",
            swedish(grand),
        ]
    )
    if draw(st.booleans()):
        grid.append(["Totalt beviljat", "", "", swedish(grand + 5000)])
        grid.append(["Kvarstående", "", "", "5 000"])
    return grid, counted


@settings(max_examples=150)
@given(layouts())
def test_a_table_that_foots_yields_no_finding_whatever_its_layout(layout: tuple[Grid, list[int]]):
    grid, _ = layout

    assert findings(grid, units={3: "kr"}) == []


@settings(max_examples=150)
@given(layouts(), st.data())
def test_a_changed_digit_yields_exactly_one_finding(layout: tuple[Grid, list[int]], data: st.DataObject):
    grid, counted = layout
    row = data.draw(st.sampled_from(counted))
    text = grid[row][3]
    place = data.draw(st.sampled_from([i for i, sign in enumerate(text) if sign.isdigit()]))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != text[place]]))

    found = findings(changed(grid, row, 3, text[:place] + digit + text[place + 1 :]), units={3: "kr"})

    assert [f.rule for f in found] == ["footing.column"]
    assert found[0].severity in ("error", "warning")


YEARS_AS_ROW = [
    ["Skola och elevhälsa", "1 240", "980", "2 220"],
    ["Suicidprevention", "860", "1 140", "2 000"],
    ["Totalt", "2 100", "2 120", "4 220"],
]


def test_a_row_of_years_that_the_reading_did_not_mark_is_no_addend():
    grid = [["Område", "2024", "2025", "Totalt"], *YEARS_AS_ROW]

    assert findings(grid, roles={0: "body"}, unit="tkr") == []
    assert said(changed(grid, 3, 1, "2 400"), roles={0: "body"}, unit="tkr") != []


def test_a_row_of_years_under_the_headings_is_a_heading_too():
    grid = [["", "Planerade medel", "", ""], ["Område", "2024", "2025", "Totalt"], *YEARS_AS_ROW]

    assert findings(grid, roles={0: "header", 1: "body"}, unit="tkr") == []


def test_the_rest_of_heads_that_a_page_cut_is_no_row_though_it_ends_in_a_year():
    grid = [["Ort", "Medel", "Varav gemen-"], ["", "2016", "samt"], ["Ek", "500", "20"], ["Vik", "300", "12"]]

    assert findings([*grid, ["Summa", "800", "32"]], roles={0: "body"}, unit="tkr") == []
    assert said([*grid, ["Summa", "900", "32"]], roles={0: "body"}, unit="tkr") == [("footing.column", "error", 100)]


def test_sums_that_look_like_years_are_added_all_the_same():
    grid = [["Insats", "Belopp"], ["Handledning", "2024"], ["Utbildning", "1976"], ["Summa", "4100"]]

    assert said(grid, unit="kr") == [("footing.column", "error", 100)]


SHARED = [
    ["Insats", "Belopp"],
    ["Trygg start", "400 000"],
    ["Lugn stund (gemensamma medel med Trygg start)", "400 000"],
    ["Chatten", "150 000"],
    ["Summa", "550 000"],
]


def test_a_row_that_shares_the_money_of_another_counts_once():
    assert findings(SHARED, unit="kr") == []
    assert said(changed(SHARED, 4, 1, "950 000"), unit="kr") == [("footing.column", "error", 400_000)]


@pytest.mark.parametrize("who", ["Delas med samordningsförbundet", "Gemensamma medel med Ekfors kommun"])
def test_a_row_that_shares_its_money_with_somebody_outside_the_table_counts(who):
    grid = [
        ["Insats", "Belopp", "Kommentar"],
        ["Trygg start", "400 000", ""],
        ["Lugn stund", "80 000", who],
        ["Chatten", "150 000", ""],
        ["Summa", "630 000", ""],
    ]

    assert findings(grid, unit="kr") == []
    assert said(changed(grid, 4, 1, "650 000"), unit="kr") == [("footing.column", "error", 20_000)]


def test_rows_of_one_sum_that_share_nothing_count_each():
    grid = changed(SHARED, 2, 0, "Lugn stund")

    assert said(grid, unit="kr") == [("footing.column", "error", -400_000)]


FORM = [
    ["Aktivitet", "Summa (kr)"],
    ["Exempel: Temadag om sömn", "10 000"],
    ["Öppet hus", "175 000"],
    ["Antal årsarbetare", "3"],
    ["Bidrag per heltidstjänst", "302 400"],
    ["Ombud", "604 800"],
    ["Summa", "779 800"],
]


def test_a_number_that_may_lack_a_digit_is_no_error():
    grid = changed(LOCAL_PLAN, 6, 2, "1 657 10")

    (found,) = findings(grid, unit="kr")

    assert found.severity == "warning"
    assert "”1 657 10” är inte skrivet i grupper om tre siffror" in found.message_sv
    assert "“1 657 10” is not written in groups of three digits" in found.message_en


def test_examples_prices_and_counts_are_no_parts_of_a_total():
    assert findings(FORM, unit="kr") == []
    assert said(changed(FORM, 6, 1, "879 800"), unit="kr") == [("footing.column", "error", 100_000)]


def test_what_is_as_a_rule_no_part_may_be_one_all_the_same():
    assert findings(changed(FORM, 6, 1, "789 800"), unit="kr") != []
    grid = [["Insats", "Belopp"], ["Exempel på gott stöd", "10 000"], ["Kurser", "5 000"], ["Summa", "15 000"]]

    assert findings(grid, unit="kr") == []


SUMMARY = [
    ["Post", "Belopp"],
    ["Ungdomsmottagningen", "217 000"],
    ["Skola", "275 000"],
    ["Summa barn och unga", "492 000"],
    ["Boende", "559 000"],
    ["Suicidprevention", "345 000"],
    ["Summa vuxna", "904 000"],
    ["Planerat", "1 396 000"],
    ["Beviljat bidrag", "1 500 000"],
    ["Återstår", "104 000"],
]


GROUPS = [
    ["Enhet", "Belopp"],
    ["Anhöriga", ""],
    ["Familjecentralen", "40 000"],
    ["Träffpunkten", "50 000"],
    ["Summa anhöriga", "90 000"],
    ["Samsjuklighet", ""],
    ["Beroendemottagningen", "50 000"],
    ["Mobila teamet", "60 000"],
    ["Summa samsjuklighet", "110 000"],
    ["Summa", "200 000"],
]


@pytest.mark.parametrize(
    ("row", "text", "difference"),
    [
        pytest.param(8, "180 000", 70_000, id="not the nearest sum, over two groups, but the group's"),
        pytest.param(9, "20 000", -180_000, id="of the subtotals, nothing stands between"),
    ],
)
def test_a_wrong_total_is_held_against_what_it_is_of(row, text, difference):
    assert said(changed(GROUPS, row, 1, text), unit="kr")[0] == ("footing.column", "error", difference)


def test_what_stands_between_subtotals_and_the_frame_is_their_sum():
    assert findings(SUMMARY, unit="kr") == []
    assert said(changed(SUMMARY, 7, 1, "2 300 000"), unit="kr") == [("footing.column", "error", 904_000)]


def test_a_last_line_before_the_frame_that_is_a_part_is_no_sum():
    grid = [*changed(SUMMARY, 9, 1, "54 000")[:7], ["Utvärdering", "50 000"], *changed(SUMMARY, 9, 1, "54 000")[8:]]

    assert findings(grid, unit="kr") == []


def test_a_subtotal_may_be_named_last():
    grid = [
        ["Kommun", "Belopp (tkr)"],
        ["Mora", "1 240"],
        ["Leksand", "861"],
        ["Rättvik", "700"],
        ["Kommunerna totalt", "2 802"],
        ["Region Dalarna", "1 500"],
        ["Totalt", "4 302"],
    ]

    assert [severity for _, severity, _ in said(grid, unit="tkr") if severity != "note"] == []


def test_the_sum_used_above_the_frame_is_the_sum_of_its_parts():
    lines = [
        ["Post", "Belopp"],
        ["Skola", "100 000"],
        ["Vård", "70 000"],
        ["Använt", "190 000"],
        ["Beviljat bidrag", "200 000"],
        ["Återstår", "30 000"],
    ]

    assert said(lines) == [("footing.column", "error", 20_000)]
    assert said(changed(lines, 3, 1, "170 000")) == []


STACKED = [
    ["Område", "2025", "2026", "Totalt"],
    ["Skola", "400", "350", "750"],
    ["Vård", "300", "320", "620"],
    ["Totalt", "700", "670", "1 370"],
    ["Utfall 2024", "", "", ""],
    ["Område", "Beviljat", "Förbrukat", "Kvar"],
    ["Skola", "410", "380", "30"],
    ["Vård", "290", "280", "10"],
    ["Totalt", "700", "660", "40"],
]


def test_a_row_of_headings_below_a_title_begins_a_table_of_its_own():
    assert said(STACKED) == []
    assert said(changed(STACKED, 8, 2, "600")) == [("footing.column", "error", -60)]


def test_a_row_that_lacks_its_numbers_begins_no_table():
    grid = [["Kommun", "2025", "2026"], ["Åby", "400", "350"], ["Totalt", "400", "350"]]
    lacking = [*grid, ["Ekby", "uppgift saknas", "uppgift saknas"], ["Edsby", "10", "20"], ["Älvby", "30", "40"]]

    assert said([*lacking, ["Summa", "440", "410"]]) == []
    assert said([*lacking, ["Summa", "500", "410"]]) == [("footing.column", "note", None)]


def test_a_row_of_years_below_a_total_begins_a_table_too():
    years = [
        ["Kommun", "", "Belopp"],
        ["Åby", "", "40 000"],
        ["Ekby", "", "2 500"],
        ["Summa", "", "42 500"],
        ["Tabell 2. Planerade medel per år och område", "2025", "2026"],
        ["Skola", "400", "350"],
        ["Vård", "300", "320"],
        ["Totalt", "700", "670"],
    ]

    assert said(years) == []
    assert said(changed(years, 7, 1, "800")) == [("footing.column", "error", 100)]


def percents(*values: str) -> Grid:
    return [["Grupp", "Andel"], *[[f"Grupp {n}", value] for n, value in enumerate(values)], ["Totalt", "100 %"]]


def test_percents_of_a_whole_make_a_hundred_but_for_rounding():
    assert said(percents("25 %", "35 %", "40 %")) == []
    assert said(percents("33 %", "33 %", "33 %")) == [("footing.column", "note", 1)]
    assert said(percents("25 %", "35 %", "48 %")) == [("footing.column", "error", -8)]


def test_percents_of_different_things_are_not_added():
    assert said(percents("90 %", "95 %", "100 %")) == []
    assert said([*percents("25 %", "35 %", "48 %")[:-1], ["Totalt", "37 %"]]) == []


def test_headings_that_come_again_are_no_rows():
    first = [["Stimulansmedel", ""], ["Kommun", "Tilldelade medel"], ["Åby", "40 000"], ["Ekby", "2 500"]]
    second = [["Kommun", "Tilldelade medel"], ["Edsby", "7 500"], ["Summa", "50 000"]]

    assert said([*first, *second], unit="kr") == []
    assert said([*first, *second[:2], ["Summa", "60 000"]], unit="kr") == [("footing.column", "error", 10_000)]


BALANCE_SHEET = [
    ["mnkr", "2023-12-31", "2022-12-31"],
    ["TILLGÅNGAR", "", ""],
    ["Immateriella tillgångar", "9", "7"],
    ["Mark och byggnader", "1 392", "1 760"],
    ["Maskiner och inventarier", "198", "184"],
    ["Summa materiella tillgångar", "1 591", "1 945"],
    ["Finansiella tillgångar", "479", "594"],
    ["SUMMA TILLGÅNGAR", "2 078", "2 546"],
    ["SKULDER OCH EGET KAPITAL", "", ""],
    ["Eget kapital", "900", "1 100"],
    ["Avsättningar för pensioner", "60", "80"],
    ["Andra avsättningar", "18", "16"],
    ["Summa avsättningar", "78", "96"],
    ["Långfristiga skulder", "700", "800"],
    ["Kortfristiga skulder", "400", "550"],
    ["Summa skulder", "1 100", "1 350"],
    ["SUMMA SKULDER OCH EGET KAPITAL", "2 078", "2 546"],
]
"""Groups without headings of their own, in whole millions that were rounded one by one."""


def test_a_balance_sheet_whose_groups_have_no_headings_is_left_alone():
    assert [each for each in said(BALANCE_SHEET, title="Balansräkning") if each[1] != "note"] == []


@pytest.mark.parametrize(("row", "text", "difference"), [(10, "70", -10), (13, "740", -40), (4, "298", -99)])
def test_a_wrong_line_of_a_balance_sheet_is_found_in_its_group(row: int, text: str, difference: int):
    errors = [each for each in said(changed(BALANCE_SHEET, row, 1, text), title="Balansräkning") if each[1] != "note"]

    assert ("footing.column", "error", difference) in errors


@pytest.mark.parametrize("head", ["Avvikelse %", "Avvikelse (%)", "Förändring i procent"])
def test_percents_of_different_wholes_are_not_added(head: str):
    grid = [["Nämnd", "Budget", head], *[[f"Nämnd {n}", "100", f"{n}50,5"] for n in range(1, 5)]]

    assert said([*grid, ["Summa", "400", "12,5"]], title="Drift") == []


BY_AREA = [["Kommun", "Belopp"], ["Ekby", "51 000"], ["Furuvik", "42 292"], ["Lindås", "300 000"]]


@pytest.mark.parametrize("label", ["Länet", "Hela länet", "Hela delregionen", "Hela kommunen:"])
def test_the_money_of_an_area_in_the_last_row_is_a_total(label: str):
    assert said([*BY_AREA, [label, "393 292"]], unit="kr") == []
    assert said([*BY_AREA, [label, "393 922"]], unit="kr") == [("footing.column", "warning", 630)]


def test_an_area_that_need_not_be_the_total_is_left_alone():
    assert said([*BY_AREA, ["Länet", "40 000"]], unit="kr") == []
    assert said([*BY_AREA, ["Regionen", "393 922"]], unit="kr") == []
    assert said([*BY_AREA, ["Hela länet", "393 922"]]) == []
    assert said([*BY_AREA, ["Länet", "393 922"], ["Summa", "787 214"]], unit="kr") == []


def test_a_sum_of_one_year_is_no_total_of_what_others_are_of():
    grid = [
        ["Uppgift", "Kronor"],
        ["Sökt belopp för 2025", "410 000"],
        ["Beviljat belopp 2023", "375 000"],
        ["Bidrag från kommuner 2024, sammanlagt", "96 000"],
    ]
    costs = [["Uppgift", "Kronor"], ["Lön 2024", "410 000"], ["Hyra 2024", "75 000"], ["Summa 2024", "496 000"]]

    assert said(grid) == []
    assert said(costs) == [("footing.column", "error", 11_000)]
