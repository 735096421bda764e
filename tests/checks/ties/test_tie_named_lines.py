"""tie.same-fact: one line of an account, by its name and year, in several tables of a document."""

from dataclasses import replace

import pytest

from checks import CheckInput, run_checks
from tests.money_builders import Grid, rows_of

RESULT: Grid = [
    ["Resultaträkning", "2021", "2022"],
    ["Verksamhetens intäkter", "412", "431"],
    ["Verksamhetens kostnader", "−3 950", "−4 119"],
    ["Årets resultat", "118", "162"],
]


def account(*tables: Grid, unit: str | None = "tkr", doubt: str | None = None) -> CheckInput:
    """The tables one below another in one document."""
    read = [rows_of(grid, unit=unit, title=grid[0][0], doubt=doubt) for grid in tables]
    named = [f"t{n}" for n in range(1, len(read) + 1)]
    return replace(
        read[0],
        tables=tuple(
            rows.tables[0].model_copy(update={"table_id": name, "ordinal": n, "first_page": n, "last_page": n})
            for n, (name, rows) in enumerate(zip(named, read, strict=True), start=3)
        ),
        cells=tuple(
            cell.model_copy(update={"table_id": name, "page": n})
            for n, (name, rows) in enumerate(zip(named, read, strict=True), start=3)
            for cell in rows.cells
        ),
    )


def said(rows: CheckInput) -> list[tuple[str, str, int, int]]:
    found = [each for each in run_checks(rows)[0] if each.rule == "tie.same-fact"]
    return [(each.severity, each.subject, int(each.expected or 0), int(each.actual or 0)) for each in found]


def over_years(*results: str, name: str = "Årets resultat", revenue: str = "431") -> Grid:
    return [
        ["Fem år i sammandrag", "2020", "2021", "2022"],
        ["Verksamhetens intäkter", "399", "412", revenue],
        [name, *results],
    ]


def test_a_line_that_two_tables_state_alike_is_left_alone():
    assert said(account(RESULT, over_years("97", "118", "162"))) == []


def test_a_line_that_differs_where_the_tables_agree_in_others_is_an_error():
    [finding] = [
        each for each in run_checks(account(RESULT, over_years("97", "118", "126")))[0] if each.rule == "tie.same-fact"
    ]

    assert (finding.severity, finding.subject) == ("error", "Årets resultat 2022")
    assert "”Årets resultat” för 2022 är 126\u00a0tkr i ”Fem år i sammandrag”" in finding.message_sv
    assert "men 162\u00a0tkr i ”Resultaträkning” på sida 3. Tabellerna är överens om 3 andra tal." in finding.message_sv
    assert "The tables agree in 3 other numbers" in finding.message_en


@pytest.mark.parametrize(
    "other",
    [
        over_years("97", "118", "126", name="Resultat per invånare, kr"),
        over_years("97", "131", "180"),
        over_years("97", "131", "180", revenue="452"),
        [["Balansräkning", "2022"], ["Årets resultat", "126"]],
        [["Budget", "2023"], ["Verksamhetens intäkter", "431"], ["Årets resultat", "126"]],
    ],
    ids=["another line", "two differ", "nothing but one agrees", "nothing agrees", "another year"],
)
def test_tables_that_may_tell_of_different_things_are_left_alone(other: Grid):
    assert said(account(RESULT, other)) == []


def test_the_same_in_millions_is_rounded_and_costs_may_bear_no_sign():
    millions: Grid = [
        ["Nyckeltal", "2021", "2022"],
        ["Verksamhetens intäkter", "0,4 mnkr", "0,4 mnkr"],
        ["Verksamhetens kostnader", "4,0 mnkr", "4,1 mnkr"],
        ["Årets resultat", "0,1 mnkr", "0,2 mnkr"],
    ]

    assert said(account(RESULT, millions)) == []


def test_a_doubtful_table_gives_a_warning():
    rows = account(RESULT, over_years("97", "118", "126"), doubt="texten är osäker / the text is unsure")

    assert [each[0] for each in said(rows)] == ["warning"]
