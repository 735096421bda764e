"""footing.column: what a total is held against where none of the table's structures explains it."""

from dataclasses import replace

import pytest

from checks import catalogue, run_checks
from checks.check_input import CheckInput
from models.rows import FileRows, Passage
from tests.money_builders import Grid, rows_of

FOOTING = [check for check in catalogue() if check.id == "footing.column"]


def said(rows: CheckInput) -> list[tuple[str, int, int]]:
    """(severity, what the lines come to, what is stated) of every finding."""
    return [(f.severity, int(f.expected or 0), int(f.actual or 0)) for f in run_checks(rows, FOOTING)[0]]


def test_a_doubled_row_with_noughts_below_it_is_no_heading_of_its_details():
    grid = [
        ["Insats", "Budget", "Kvar"],
        ["Samtalsstöd", "500", "40"],
        ["Samtalsstöd", "500", "40"],
        ["Kurser", "280", "0"],
        ["Anhörigstöd", "230", "0"],
        ["Summa", "1 000", "40"],
    ]

    assert said(rows_of(grid, unit="kr")) == [("error", 1510, 1000), ("error", 80, 40)]


def test_a_label_broken_within_its_parentheses_says_that_its_sum_is_shared():
    grid = [
        ["Insats", "Kostnad"],
        ["Jourlinjen", "508"],
        ["Mottagningen (gemensamma medel", "508"],
        ["med Jourlinjen)", ""],
        ["Kurser", "100"],
        ["Summa", "608"],
    ]

    assert said(rows_of(grid, unit="kr")) == []


def test_a_total_of_a_group_that_may_lack_lines_is_not_held_against_it():
    grid = [
        ["Insats", "Belopp"],
        ["Boendestöd", "106"],
        ["Summa samsjuklighet", "433"],
        ["Föreningsbyrån", "52"],
        ["Medborgarkontoret", "35"],
        ["Summa ideburna", "87"],
        ["Fördelade medel", "1 037"],
    ]

    assert said(rows_of(grid, unit="kr")) == [("warning", 106, 433)]


def test_a_total_of_a_group_after_another_group_s_holds_its_own_lines():
    grid = [
        ["Post", "Belopp"],
        ["Ledning", "132"],
        ["Utbildning", "178"],
        ["Summa barn och unga", "310"],
        ["Ideburna", "754"],
        ["Nyanlända", "41"],
        ["Boende", "568"],
        ["Summa vuxna", "1 733"],
        ["Äldre", "90"],
        ["Resor", "10"],
        ["Summa äldre", "100"],
        ["Totalt", "2 143"],
    ]

    assert said(rows_of(grid, unit="kr")) == [("error", 1363, 1733)]


def test_a_grand_total_holds_the_subtotals_as_they_stand_also_a_wrong_one():
    grid = [
        ["Kommun", "Belopp"],
        ["Ekby", "300"],
        ["Ekby", "300"],
        ["Lindås", "200"],
        ["Summa kommuner", "500"],
        ["Regionen", "90"],
        ["Gemensamt", "10"],
        ["Totalsumma länet", "1 100"],
    ]

    assert said(rows_of(grid, unit="kr")) == [("error", 800, 500), ("error", 600, 1100)]


def test_what_an_account_received_and_has_left_is_no_part_of_its_whole_cost():
    grid = [
        ["Post", "Belopp"],
        ["Bidrag som kommunen fått", "5 233"],
        ["Kostnader under perioden", "5 100"],
        ["Ej förbrukat belopp", "133"],
        ["Egna medel utöver bidraget", "95"],
        ["Total kostnad för insatserna", "5 295"],
    ]

    assert said(rows_of(grid, unit="kr")) == [("error", 5195, 5295)]


SECTION = [["Aktivitet", "Kostnad"], ["Kurser", "100"], ["Samtal", "200"]]


def two_tables(second: Grid, *between: tuple[str, str, int, float], first: Grid = SECTION) -> CheckInput:
    """A table at the foot of page 3 and one on page 4, with passages between them: kind, text, page, top."""
    one, other = rows_of(first, unit="kr", title=None), rows_of(second, unit="kr", title=None)
    here = {"table_id": "t2", "page": 4}
    later = tuple(
        cell.model_copy(update=here | {"top": cell.top + 200, "bottom": cell.bottom + 200}) for cell in other.cells
    )
    table = other.tables[0].model_copy(update={"table_id": "t2", "ordinal": 2, "first_page": 4, "last_page": 4})
    passages = tuple(
        Passage.model_validate(
            {"passage_id": f"p{n}", "document_id": "d1", "ordinal": n, "kind": kind, "text": text, "page": page}
            | {"level": 1 if kind == "heading" else None}
            | {"x0": 70.0, "top": top, "x1": 300.0, "bottom": top + 12}
        )
        for n, (kind, text, page, top) in enumerate(between)
    )
    file = FileRows(
        documents=one.documents,
        pages=one.pages,
        tables=(*one.tables, table),
        cells=(*one.cells, *later),
        passages=passages,
    )
    return CheckInput.from_file_rows([file])


WITH_TOTAL = [["Aktivitet", "Kostnad"], ["Resor", "70"], ["Lokal", "30"], ["Summa", "100"]]


def test_a_table_with_its_own_sum_below_it_does_not_go_on_on_the_next_page():
    rows = two_tables(WITH_TOTAL, ("paragraph", "= 300", 3, 70.0), ("heading", "Boende", 4, 100.0))

    assert said(rows) == []


def test_a_heading_between_two_tables_parts_them():
    assert said(two_tables(WITH_TOTAL, ("heading", "Boende", 4, 100.0))) == []


@pytest.mark.parametrize(("total", "severity"), [("900", "error"), ("400", None)])
def test_a_table_cut_by_the_page_under_the_same_heads_is_added_up_with_its_rest(total: str, severity: str | None):
    rest = [*WITH_TOTAL[:-1], ["Summa", total]]

    assert said(two_tables(rest)) == ([(severity, 400, int(total))] if severity else [])


def test_where_other_text_stands_between_the_two_it_is_a_warning():
    rest = [*WITH_TOTAL[:-1], ["Summa", "900"]]

    assert said(two_tables(rest, ("paragraph", "Dnr 12", 4, 100.0))) == [("warning", 400, 900)]


def test_a_title_that_is_the_foot_of_the_page_before_is_no_title_of_its_own():
    rows = two_tables([*WITH_TOTAL[:-1], ["Summa", "900"]], ("heading", "Bokslut 2020 · 1", 3, 800.0))
    first, second = rows.tables
    rows = replace(rows, tables=(first, second.model_copy(update={"title": "Bokslut 2020 · 1"})))

    assert said(rows) == [("warning", 100, 900)]


@pytest.mark.parametrize(
    ("heads", "severity"),
    [
        (["Nämnd", "Utfall", "Kr/invånare"], "note"),
        (["Nämnd", "Utfall (kr)", "Andel"], "error"),
        (["Nämnd", "Antal anställda", "Andel"], "error"),
    ],
)
def test_beside_a_table_in_thousands_one_that_names_no_unit_may_be_rounded(heads: list[str], severity: str):
    other = rows_of([heads, ["Skola", "1 204", "9"], ["Vård", "1 301", "8"], ["Summa", "2 504", ""]])
    coarse = rows_of([["Post", "Belopp, tkr"], ["Lön", "7"], ["Hyra", "5"], ["Summa", "12"]], unit="tkr")
    second = coarse.tables[0].model_copy(update={"table_id": "t2", "ordinal": 2})
    cells = tuple(cell.model_copy(update={"table_id": "t2"}) for cell in coarse.cells)
    rows = replace(other, tables=(*other.tables, second), cells=(*other.cells, *cells))

    assert said(rows) == [(severity, 2505, 2504)]


def test_headings_printed_again_at_the_top_of_a_page_begin_no_other_table():
    grid = [
        ["Mark", "1 392", "1 760"],
        ["Inventarier", "198", "184"],
        ["Summa anläggningar", "1 590", "1 944"],
        ["tkr", "2017-12-31", "2016-12-31"],
        ["Fordringar", "295", "171"],
        ["Kassa", "167", "147"],
        ["Summa omsättning", "462", "318"],
        ["SUMMA TILLGÅNGAR", "2 052", "2 262"],
    ]

    assert said(rows_of(grid, roles={0: "body"}, page_break=3)) == []


def test_of_several_columns_one_without_a_heading_may_hold_other_things():
    grid = [["", "", ""], ["Fasta", "20", "41"], ["Visstid", "30", "52"], ["Totalt", "50", "47"]]

    assert said(rows_of(grid)) == [("warning", 93, 47)]


def test_a_total_that_counts_a_group_and_its_lines_is_an_error():
    grid = [
        ["Kommun", "Belopp"],
        ["Ekby", "1 853"],
        ["Furuvik", "1 509"],
        ["Lindås", "1 067"],
        ["Kommunerna totalt", "4 429"],
        ["Regionen", "2 073"],
        ["Totalt", "10 931"],
    ]

    assert said(rows_of(grid, unit="kr")) == [("error", 6502, 10931)]


def test_a_group_below_another_is_its_own_where_both_are_added_up_below():
    grid = [
        ["Post", "Kronor"],
        ["Anhöriga", "119"],
        ["Skola", "276"],
        ["Summa barn och unga", "395"],
        ["Nyanlända", "68"],
        ["Boende", "112"],
        ["Summa vuxna", "548"],
        ["Använt", "943"],
        ["Beviljat bidrag", "138"],
        ["Kvar", "44"],
    ]

    assert ("error", 180, 548) in said(rows_of(grid, unit="kr"))


def test_too_large_a_total_of_a_table_without_head_and_title_may_be_of_more_rows():
    lines = [["Föreläsningar", "208 000"], ["Metodstöd", "448 000"], ["Summa", "956 000"]]
    rest = rows_of(lines, unit="kr", title=None, roles={0: "body"})
    smaller = rows_of([*lines[:2], ["Summa", "556 000"]], unit="kr", title=None, roles={0: "body"})

    assert said(rest) == [("warning", 656_000, 956_000)]
    assert said(smaller) == [("error", 656_000, 556_000)]


@pytest.mark.parametrize(
    "lines",
    [
        (["Kostnader", "1 250"], ["./. intäkter", "150"], ["Summa", "1 100"]),
        (["Insatser", "1 250"], ["Avgår egna medel", "250"], ["Summa", "1 000"]),
        (["Andel som trivs (%)", "71"], ["Andel som sover bra (%)", "64"], ["Index totalt", "68"]),
        (["Andel flickor som trivs", "71"], ["Andel pojkar som trivs", "64"], ["Totalt", "68"]),
        (
            ["Statsbidrag", "900"],
            ["Egen insats", "600"],
            ["Total finansiering", "1 500"],
            ["Totala kostnader", "1 480"],
        ),
    ],
    ids=["less income", "less own money", "an index", "a mean of percents", "costs below what pays for them"],
)
def test_lines_taken_off_means_and_counterparts_are_no_wrong_totals(lines: tuple[list[str], ...]):
    assert said(rows_of([["Post", "2022"], *lines])) == []


def test_percents_under_a_title_that_says_so_are_not_added():
    grid = [["Kön", "2021", "2022"], ["Flickor", "71", "69"], ["Pojkar", "64", "66"], ["Totalt", "68", "67"]]

    assert said(rows_of(grid, title="Andel elever som trivs i skolan, procent")) == []


def test_totals_above_their_lines_are_what_the_last_one_adds_up():
    grid = [
        ["Kostnadsslag", "Kronor"],
        ["Personalkostnader, totalt", "900"],
        ["Psykolog", "500"],
        ["Kurator", "400"],
        ["Övriga kostnader, totalt", "100"],
        ["Lokal", "60"],
        ["Material", "40"],
    ]

    assert said(rows_of([*grid, ["Summa kostnader", "1 000"]], unit="kr")) == []
    assert said(rows_of([*grid, ["Summa kostnader", "1 100"]], unit="kr")) == [("error", 1000, 1100)]


@pytest.mark.parametrize("heading", ["Sjukfrånvaro i procent", "Frånvaro, %"])
def test_percents_of_groups_are_no_parts_where_the_heading_of_the_labels_says_percent(heading: str):
    grid = [
        [heading, "jan–aug 2023", "jan–aug 2024"],
        ["Kvinnor", "8,3", "7,9"],
        ["Män", "5,1", "5,4"],
        ["–29 år", "6,5", "6,2"],
        ["Samtliga", "7,5", "7,2"],
    ]

    assert said(rows_of(grid, unit=None, title="Tabell 5. Frånvaro")) == []


def test_notes_set_as_one_table_each_with_its_years_are_added_each_alone():
    grid = [
        ["Not 3. Byggnader", "2024", "2023"],
        ["Vid årets början", "412", "398"],
        ["Nya byggnader", "31", "25"],
        ["Not 4. Fordringar", "2024", "2023"],
        ["Kunder", "26", "30"],
        ["Moms", "14", "16"],
        ["Summa", "40", "52"],
    ]

    assert said(rows_of(grid, unit="mnkr", title=None)) == [("error", 46, 52)]
