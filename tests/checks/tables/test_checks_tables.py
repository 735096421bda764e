"""What belongs to a table though it was read apart: a sum below it, its rest on the next page."""

from dataclasses import replace
from typing import Any

import pytest

from checks import CheckInput, catalogue, run_checks
from models.rows import Passage
from tests.money_builders import Grid, answered, rows_of

FOOTING = [check for check in catalogue() if check.id == "footing.column"]


def said(rows: CheckInput) -> list[tuple[str, int | None]]:
    """(severity, difference) of every finding."""
    found, _ = run_checks(rows, FOOTING)
    return [(f.severity, None if f.difference is None else int(f.difference)) for f in found]


COSTS: Grid = [["Aktivitet", "Kostnad"], ["Kurs", "40 000"], ["Resor", "2 500"], ["Lön", "300 000"]]


def with_passages(rows: CheckInput, *texts: str, page: int = 3, top: float = 90.0) -> CheckInput:
    passages = tuple(
        Passage(
            passage_id=f"d1-p{ordinal}",
            document_id="d1",
            ordinal=ordinal,
            kind="paragraph",
            text=text,
            page=page,
            x0=70.0,
            top=top + 20 * ordinal,
            x1=300.0,
            bottom=top + 20 * ordinal + 12,
        )
        for ordinal, text in enumerate(texts)
    )
    return replace(rows, passages=passages)


@pytest.mark.parametrize("line", ["Summa: 342 500 kr", "= 342 500", "Totalt 342 500", "Summa: 342.500"])
def test_a_sum_below_the_table_is_its_total(line: str):
    wrong = line.replace("342", "324")

    assert said(with_passages(rows_of(COSTS, unit="kr"), line)) == []
    assert said(with_passages(rows_of(COSTS, unit="kr"), wrong)) == [("error", -18_000)]


def test_a_sum_on_the_next_page_is_its_total():
    rows = rows_of(COSTS, unit="kr")

    assert said(with_passages(rows, "= 324 500", page=4, top=60.0)) == [("error", -18_000)]


@pytest.mark.parametrize(
    "lines",
    [("Kostnaderna ökade.", "Summa: 324 500 kr"), ("Totalt deltog 324 500 personer.",), ("Kap. 5: 324 500 kr",)],
)
def test_what_is_no_sum_of_the_table_is_left_alone(lines: tuple[str, ...]):
    assert said(with_passages(rows_of(COSTS, unit="kr"), *lines)) == []


def test_a_sum_below_two_columns_is_of_the_one_that_it_comes_nearest():
    grid = [["Aktivitet", "Planerat", "Kostnad"], ["Kurs", "50 000", "40 000"], ["Resor", "3 000", "2 500"]]

    assert said(with_passages(rows_of(grid, unit="kr"), "Summa: 42 500 kr", top=70.0)) == []
    assert said(with_passages(rows_of(grid, unit="kr"), "Summa: 43 500 kr", top=70.0)) == [("error", 1_000)]


def test_a_number_alone_before_a_table_makes_it_doubtful():
    grid = [*COSTS, ["Summa", "400 000"]]
    rows = rows_of(grid, unit="kr")

    assert said(rows) == [("error", 57_500)]
    assert said(with_passages(rows, "57 500", page=2)) == [("warning", 57_500)]


def in_two(rest: Grid, first_row: str = "body", **options: Any) -> CheckInput:
    """COSTS on page 3, and its rest on page 4 as a table of its own; without a heading unless its first row is one."""
    first = rows_of(COSTS, unit="kr", title=None)
    second = rows_of(rest, unit="kr", roles={0: first_row}, **options)
    cells = tuple(cell.model_copy(update={"table_id": "t2", "page": 4}) for cell in second.cells)
    table = second.tables[0].model_copy(update={"table_id": "t2", "ordinal": 2, "first_page": 4, "last_page": 4})
    return replace(first, tables=(*first.tables, table), cells=(*first.cells, *cells))


REST: Grid = [["Lokaler", "7 500"], ["Summa", "350 000"]]


def test_a_table_that_may_go_on_is_added_with_its_rest():
    doubt = "it has no header, and as many columns as the table before it"

    assert said(in_two(REST, title=None, doubt=doubt)) == []
    assert said(in_two([REST[0], ["Summa", "360 000"]], title=None, doubt=doubt)) == [("warning", 10_000)]


def test_a_table_under_the_same_headings_on_the_next_page_is_the_rest():
    heads = COSTS[0]

    assert said(in_two([heads, *REST], "header", title=None)) == []
    assert said(in_two([heads, REST[0], ["Summa", "360 000"]], "header", title=None)) == [("error", 10_000)]
    assert said(in_two([heads, REST[0], ["Summa", "7 500"]], "header", title="Lokaler")) == []


def test_only_a_page_s_edge_between_two_tables_makes_them_one_with_doubt():
    off = [REST[0], ["Summa", "360 000"]]

    assert said(in_two(REST, title=None)) == []
    assert said(in_two(off, title=None)) == [("warning", 10_000)]
    assert said(with_passages(in_two(off, title=None), "Kostnaderna ökade.", page=3, top=300.0)) == [
        ("warning", 352_500)
    ]


def test_a_part_worked_out_row_by_row_has_been_rounded():
    sums = (1_787_547, 4_306_820, 2_658_542, 2_032_736, 1_136_145)
    rows = [[f"Ort {n}", f"{each}", f"{round(each * 0.05)}"] for n, each in enumerate(sums)]
    shown, exact = sum(round(each * 0.05) for each in sums), round(sum(sums) * 0.05)
    grid = [["Kommun", "Belopp", "Arbete"], *rows, ["Summa", f"{sum(sums)}", f"{shown + 1}"]]

    assert abs(shown - exact) <= 1
    assert said(rows_of(grid, unit="kr")) == [("note", 1)]
    assert said(rows_of([*grid[:-1], ["Summa", f"{sum(sums)}", f"{shown + 100}"]], unit="kr")) == [("error", 100)]


def test_two_numbers_in_one_cell_are_not_one_number():
    grid = [*COSTS, ["Mat Porto", "55 000 105 000"], ["Summa", "502 500"]]

    assert said(rows_of(grid, unit="kr")) == [("note", None)]


def test_two_breakdown_rows_in_one_cell_make_the_table_doubtful():
    grid = [*COSTS, ["därav personal därav övrigt", "200 000"], ["Resten", "100 000"], ["Summa", "342 500"]]

    assert said(rows_of(grid, unit="kr")) == [("warning", -100_000)]


def test_a_year_with_its_unit_heads_a_column():
    grid = [["Kommun", "2025 (kronor)"], ["Åby", "40 000"], ["Ekby", "2 500"], ["Totalt", "42 500"]]
    rows = rows_of(grid, unit="kr", roles={0: "body"})
    read = [cell.model_copy(update={"value": 2025}) if cell.text == grid[0][1] else cell for cell in rows.cells]

    assert said(replace(rows, cells=tuple(read))) == []


def test_any_lines_of_an_account_may_make_its_total_cost():
    account = [
        ["Post", "Belopp"],
        ["Erhållet bidrag", "500 000"],
        ["Förbrukat av bidraget", "480 000"],
        ["Ej förbrukat", "20 000"],
        ["Egna medel", "90 000"],
        ["Total kostnad, bidrag och egna medel", "570 000"],
    ]

    assert said(rows_of(account, unit="kr")) == []


def application(total: str, *more: tuple[str, str]) -> CheckInput:
    asked = (("Sökt belopp", "750 000 kr"), ("Kommunens egen finansiering", "60 000 kr"))
    return answered(*asked, *more, ("Verksamhetens totala kostnad", total))


def test_own_money_and_the_grant_s_make_the_whole_cost():
    assert said(application("810 000 kr")) == []
    assert said(application("801 000 kr")) == [("error", -9_000)]


def test_other_answers_may_make_the_whole_cost():
    assert said(application("830 000 kr", ("Regionens bidrag", "20 000 kr"))) == []


def test_a_whole_cost_without_its_parts_is_left_alone():
    assert said(answered(("Sökt belopp", "750 000 kr"), ("Total kostnad", "810 000 kr"))) == []


def test_women_and_men_make_all_the_staff():
    staff = (("Antal anställda, kvinnor", "4"), ("Antal anställda, män", "10"))

    assert said(answered(*staff, ("Antal anställda, totalt", "14"))) == []
    assert said(answered(*staff, ("Antal anställda, totalt", "41"))) == [("error", 27)]
    assert said(answered(*staff, ("Totalt antal anställda i hela förvaltningen", "78"))) == []


@pytest.mark.parametrize(
    ("women", "men", "whole"),
    [
        ("Kvinnor, antal besökare", "Män, antal besökare", "Totalt antal besökare"),
        ("Antal kvinnor på kursen", "Antal män på kursen", "Totalt antal på kursen"),
    ],
)
def test_women_and_men_are_named_anywhere_in_the_question(women: str, men: str, whole: str):
    assert said(answered((women, "4"), (men, "10"), (whole, "14"))) == []
    assert said(answered((women, "4"), (men, "10"), (whole, "41"))) == [("error", 27)]


@pytest.mark.parametrize(
    ("title", "head", "text"),
    [
        ("Kostnader, tkr", "Slag", ""),
        ("Kostnader", "Belopp i tkr", ""),
        ("Kostnader", "Slag", "Alla belopp anges i tkr om inget annat sägs."),
    ],
)
def test_a_table_is_in_the_unit_that_its_title_its_first_heading_or_the_text_names(title: str, head: str, text: str):
    grid = [[head, "2023"], ["Lön", "340"], ["Resor", "21"], ["Lokaler", "88"], ["Summa", "450"]]
    rows = with_passages(rows_of(grid, title=title), text, page=2)

    assert said(rows) == [("note", 1)]
    assert said(rows_of([["Slag", "2023"], *grid[1:]], title="Kostnader")) == [("error", 1)]


GROUPED: Grid = [
    ["Aktivitet", "Kostnad"],
    ["Boende", ""],
    ["Hembesök", "40 000"],
    ["Summa boende", "40 000"],
    ["Skola", ""],
    ["Närvaroteam", "60 000"],
]
"""Its second group goes on."""


def grouped(rest: Grid, upto: int = 6) -> CheckInput:
    """The groups on page 3 and, under the same headings, their rest on page 4."""
    roles = {3: "subtotal"}
    first = rows_of(GROUPED[:upto], unit="kr", title=None, roles=roles)
    last = len(rest)
    second = rows_of([GROUPED[0], *rest], unit="kr", title=None, roles={last: "total", last - 1: "subtotal"})
    cells = tuple(cell.model_copy(update={"table_id": "t2", "page": 4}) for cell in second.cells)
    table = second.tables[0].model_copy(update={"table_id": "t2", "ordinal": 2, "first_page": 4, "last_page": 4})
    return replace(first, tables=(*first.tables, table), cells=(*first.cells, *cells))


def test_a_table_goes_on_after_the_sum_of_one_of_its_groups():
    end: Grid = [["Läxhjälp", "20 000"], ["Summa skola", "80 000"], ["Summa", "120 000"]]

    assert said(grouped(end)) == []
    assert said(grouped([*end[:2], ["Summa", "130 000"]])) == [("error", 10_000)]


def test_a_group_that_the_page_s_edge_parts_from_its_rows_is_no_error():
    lost = with_passages(grouped([["Summa skola", "80 000"], ["Summa", "120 000"]], upto=4), "Närvaroteam", top=300.0)

    assert [severity for severity, _ in said(lost)] == ["warning"]


def test_a_table_without_headings_below_one_that_has_them_is_doubtful():
    first = rows_of(COSTS, unit="kr", title=None)
    second = rows_of([["Lokaler", "7 500"], ["Summa", "350 000"]], unit="kr", roles={0: "body"}, title=None)
    cells = [cell.model_copy(update={"table_id": "t2", "top": cell.top + 300}) for cell in second.cells]
    table = second.tables[0].model_copy(update={"table_id": "t2", "ordinal": 2})
    rows = replace(first, tables=(*first.tables, table), cells=(*first.cells, *cells))

    [found], _ = run_checks(rows, FOOTING)

    assert found.severity == "warning"
    assert "troligen resten av den ovanför" in found.message_sv


def test_the_last_of_several_tables_may_have_the_sum_of_all():
    first = rows_of([COSTS[0], *COSTS[1:3], ["Summa vuxna", "42 500"]], unit="kr", title="Vuxna", roles={3: "total"})

    def below(total: str) -> CheckInput:
        grid: Grid = [["Insats", "Belopp"], ["Kurs", "30 000"], ["Resor", "5 500"], ["Summa", total]]
        second = rows_of(grid, unit="kr", title="Unga", roles={3: "total"})
        cells = [cell.model_copy(update={"table_id": "t2", "top": cell.top + 300}) for cell in second.cells]
        table = second.tables[0].model_copy(update={"table_id": "t2", "ordinal": 2})
        return replace(first, tables=(*first.tables, table), cells=(*first.cells, *cells))

    assert said(below("35 500")) == said(below("78 000")) == []
    assert said(below("87 000")) == [("error", 51_500)]


def test_a_row_of_years_in_the_midst_heads_and_is_not_added():
    grid: Grid = [
        ["Värmdö", "235", "", ""],
        ["Område", "2017", "2018", "Totalt"],
        ["Boende", "106", "3 698", "3 804"],
        ["Skola", "2 087", "450", "2 537"],
        ["Totalt", "2 193", "4 148", "6 341"],
    ]

    assert said(rows_of(grid, roles={0: "body", 4: "total"})) == []
    wrong = [*grid[:4], ["Totalt", "2 193", "4 184", "6 341"]]
    assert [difference for _, difference in said(rows_of(wrong, roles={0: "body", 4: "total"}))] == [36]
