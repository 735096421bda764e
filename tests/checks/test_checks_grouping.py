"""One cause, one finding: what one wrong number breaks in several sums, and what is read twice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checks import CheckInput, run_checks
from models.rows import Finding
from tests.money_builders import Grid, answered, rows_of


def findings(rows: CheckInput) -> list[Finding]:
    found = run_checks(rows)[0]
    return [each for each in found if each.family in ("footing", "cross-footing", "recalculation")]


YEARS: Grid = [
    ["Område", "2021", "2022", "Totalt"],
    ["Skola", "4 100", "3 500", "7 600"],
    ["Vård", "3 000", "3 200", "6 200"],
    ["Fritid", "1 250", "1 750", "3 000"],
    ["Totalt", "8 350", "8 450", "16 800"],
]


def changed(grid: Grid, row: int, col: int, text: str) -> Grid:
    return [[text if (r, c) == (row, col) else old for c, old in enumerate(line)] for r, line in enumerate(grid)]


def test_a_table_that_foots_both_ways_is_left_alone():
    assert findings(rows_of(YEARS)) == []


def test_a_cell_that_breaks_its_row_and_its_column_is_one_finding_that_names_it():
    (finding,) = findings(rows_of(changed(YEARS, 2, 1, "3 900")))

    assert finding.severity == "error"
    assert "om ”Vård 3 900” vore 3\u00a0000: felet står troligen där" in finding.message_sv
    assert "if “Vård 3 900” were 3\u00a0000" in finding.message_en


def test_the_finding_bears_the_numbers_of_both_sums():
    rows = rows_of(changed(YEARS, 2, 1, "3 900"))
    (finding,) = findings(rows)
    evidence = [each for each in run_checks(rows)[1] if each.finding_id == finding.finding_id and each.page]

    assert len({(each.top, each.x0) for each in evidence}) == len(evidence) == 6


def test_a_total_that_breaks_both_its_row_and_its_column_is_stated_as_the_cause():
    (finding,) = findings(rows_of(changed(YEARS, 4, 2, "8 540")))

    assert (finding.rule, finding.actual, finding.expected) == ("footing.column", 8_540, 8_450)
    assert "om ”Totalt 8 540” vore 8\u00a0450" in finding.message_sv


def test_two_wrong_cells_are_two_findings():
    wrong = changed(changed(YEARS, 1, 1, "4 900"), 3, 2, "1 705")

    assert len(findings(rows_of(wrong))) == 2


def test_a_lost_minus_is_told_by_its_own_row():
    grid = [
        ["Insats", "Budget", "Utfall", "Avvikelse"],
        ["Skola", "400", "350", "50"],
        ["Vård", "300", "320", "20"],
        ["Fritid", "120", "140", "−20"],
        ["Summa", "820", "810", "10"],
    ]
    (finding,) = findings(rows_of(grid))

    assert (finding.rule, finding.actual, finding.expected) == ("recalc.balance", 20, -20)


def test_a_form_that_is_read_as_a_table_too_is_told_once():
    answers = (("Erhållet bidrag", "500 000"), ("Förbrukat", "480 000"), ("Kvarstående", "2 000"))
    form = answered(*answers)
    lines = rows_of([["Ekonomi", "Belopp"], *[list(each) for each in answers]])
    places = {f"{label} {answer}": field for (label, answer), field in zip(answers, form.fields, strict=True)}
    cells = []
    for cell in lines.cells:
        label = answers[cell.row - 1][0] + " " + answers[cell.row - 1][1] if cell.row else ""
        field = places.get(label)
        at = {"page": field.page, "top": field.top, "bottom": field.bottom, "x0": 200.0, "x1": 300.0} if field else {}
        cells.append(cell.model_copy(update=at))
    both = replace(form, tables=lines.tables, cells=tuple(cells), pages=lines.pages)

    assert len(findings(form)) == len(findings(replace(lines, cells=tuple(cells)))) == 1
    assert len(findings(both)) == 1


@given(
    cells=st.lists(st.lists(st.integers(1_000, 900_000), min_size=3, max_size=3), min_size=3, max_size=7),
    slip=st.integers(1, 999),
)
def test_any_wrong_cell_of_a_table_with_totals_both_ways_is_one_finding(cells: list[list[int]], slip: int):
    def grid(rows: list[list[int]]) -> Grid:
        totals = [sum(column) for column in zip(*cells, strict=True)]
        lines = [[f"Område {n}", *map(str, row), str(sum(cells[n]))] for n, row in enumerate(rows)]
        return [["Område", "2021", "2022", "2023", "Totalt"], *lines, ["Summa", *map(str, [*totals, sum(totals)])]]

    wrong = [
        [value + slip if (r, c) == (1, 1) else value for c, value in enumerate(row)] for r, row in enumerate(cells)
    ]

    assert findings(rows_of(grid(cells))) == []
    (finding,) = findings(rows_of(grid(wrong)))
    assert f"Område 1 {wrong[1][1]}" in finding.message_sv
