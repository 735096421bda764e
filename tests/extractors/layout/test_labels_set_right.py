"""Labels set to the right, each close to its answer: the two edges that stand beside each other tell."""

from collections.abc import Sequence

from extractors.layout.labels_set_right import with_labels_set_right
from extractors.text.lines import Line
from tests.layout_builders import beside, set_line, set_right


def read(lines: Sequence[Line]) -> tuple[list[str], list[tuple[str, str]]]:
    rest, grids = with_labels_set_right(lines)
    rows = [[" ".join(line.text for line in cell.lines) for cell in grid.row_cells(0)] for grid in grids]
    return [line.text for line in rest], [(label, value) for label, value in rows]


def row(label: str, answer: str, bottom: float) -> Line:
    return beside(set_right(label, 200, bottom), set_line(answer, 208, bottom))


ROWS = [
    row("Kommun", "Granvik", 120),
    row("Ansvarig nämnd", "Socialnämnden", 133),
    row("Belopp", "42 000 kr", 146),
]


def test_each_label_has_what_stands_beside_it():
    rest, said = read([set_line("Om kommunen", bottom=100), *ROWS])

    assert rest == ["Om kommunen"]
    assert said == [("Kommun", "Granvik"), ("Ansvarig nämnd", "Socialnämnden"), ("Belopp", "42 000 kr")]


def test_two_rows_of_another_section_and_one_without_an_answer():
    lines = [*ROWS, set_line("Sedan", bottom=180), row("Besök", "318", 200), set_right("Övrigt", 200, 213)]

    rest, said = read(lines)

    assert rest == ["Sedan"]
    assert said[3:] == [("Besök", "318"), ("Övrigt", "")]


def test_a_label_of_two_lines_and_an_answer_of_two():
    lines = [
        *ROWS,
        row("Har något mer att", "Nej, men vi hör av oss", 159),
        beside(set_right("tillägga?", 200, 171)),
        row("Plats", "Storgatan 1", 184),
        set_line("Granvik", 208, 196),
    ]

    assert read(lines)[1][3:] == [
        ("Har något mer att tillägga?", "Nej, men vi hör av oss"),
        ("Plats", "Storgatan 1 Granvik"),
    ]


def test_options_far_from_each_other_are_one_answer():
    options = beside(set_right("Klart", 200, 159), set_line("Ja", 208, 159), set_line("Nej", 260, 159))

    assert read([*ROWS, options])[1][-1] == ("Klart", "Ja Nej")


def test_lines_that_begin_at_one_edge_are_left_as_they_are():
    lines = [
        beside(set_line(label, 70, bottom), set_line("svar", 163, bottom))
        for label, bottom in (("Kommunen ansvarar", 120), ("Kommunen ansvarat", 133), ("Kommunen svarande", 146))
    ]

    assert read(lines) == ([line.text for line in lines], [])


def test_texts_of_a_table_that_meet_here_and_there_are_left_as_they_are():
    between = [beside(set_line("som alla får", 70, y), set_line("i länet", 240, y)) for y in (131, 157, 183)]
    lines = sorted(
        [row("Kurs", "Fler", 120), row("Studiecirkel", "Alla", 146), row("Råd om", "Unga", 172), *between],
        key=lambda line: line.bottom,
    )

    assert read(lines) == ([line.text for line in lines], [])


def test_rows_whose_texts_go_on_below_them_are_a_tables():
    lines = [*ROWS, beside(set_line("och länets kurser", 70, 157), set_line("för alla", 240, 157))]

    assert read(lines)[1] == []
