"""Forms with rules to write on: what stands on a rule answers the label to its left."""

from collections.abc import Sequence

from extractors.layout.written_lines import with_written_lines
from extractors.pages.geometry import Box
from extractors.text.lines import Line
from tests.layout_builders import RIGHT, beside, raw_page, set_line, set_right


def rule(x0: float, bottom: float, x1: float = RIGHT) -> Box:
    return Box(x0, bottom, x1, bottom + 0.5)


def read(lines: Sequence[Line], rules: Sequence[Box]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    rest, grids = with_written_lines(raw_page(rules=rules), lines)
    rows = [grid.row_cells(0) for grid in grids]
    said = [(label.lines[0].text, [line.text for line in value.lines]) for label, value in rows]
    return [line.text for line in rest], said


def row(label: str, answer: str, bottom: float, x0: float = 160) -> Line:
    return beside(set_line(label, bottom=bottom), *([set_line(answer, x0 + 4, bottom)] if answer else []))


LINES = [
    row("Kommun", "Granvik", 120),
    row("Belopp", "42 000", 150),
    row("Tidigare medel", "", 180),
    row("Projekt", "Mötesplats", 210),
]
RULES = [rule(160, line.bottom + 1) for line in LINES]


def test_each_label_has_what_stands_on_its_rule():
    rest, said = read([set_line("Ansökan", bottom=90), *LINES], RULES)

    assert rest == ["Ansökan"]
    assert said == [
        ("Kommun", ["Granvik"]),
        ("Belopp", ["42 000"]),
        ("Tidigare medel", []),
        ("Projekt", ["Mötesplats"]),
    ]


def test_two_labels_on_one_line_and_a_unit_behind_its_rule():
    ort = beside(*(set_line(text, x0, 240) for text, x0 in (("Ort", 70), ("Mora", 104), ("Dag", 250), ("3 maj", 284))))
    sought = beside(set_line("Sökt", bottom=270), set_line("9 500", 104, 270), set_line("kr", 206, 270))
    rules = [*RULES, rule(100, 241, 240), rule(280, 241), rule(100, 271, 200)]

    _, said = read([*LINES, ort, sought], rules)

    assert said[-3:] == [("Ort", ["Mora"]), ("Dag", ["3 maj"]), ("Sökt", ["9 500 kr"])]


def test_a_rule_below_the_words_and_one_behind_them_are_one():
    pieces = [half for each in RULES for half in (rule(each.x0, each.top, 230), rule(230, each.top + 0.2, each.x1))]

    assert read(LINES, pieces) == read(LINES, RULES)
    assert len(read(LINES, pieces)[1]) == len(LINES)


def test_an_answer_goes_on_on_the_rules_below_its_own():
    more = [set_line("och lördagar hela året", 74, 230), set_line("Övrigt", bottom=300)]

    rest, said = read([*LINES, *more], [*RULES, rule(70, 231)])

    assert said[-1] == ("Projekt", ["Mötesplats", "och lördagar hela året"])
    assert rest == ["Övrigt"]


def test_a_title_on_a_band_below_the_last_answer_is_none_of_it():
    title = set_line("1. Medel", bottom=230)
    band = Box(70, 218, RIGHT, 232)

    rest, grids = with_written_lines(raw_page(rules=[*RULES, rule(70, 231)], tints=[band]), [*LINES, title])

    assert [line.text for line in rest] == ["1. Medel"]
    assert [line.text for line in grids[-1].row_cells(0)[1].lines] == ["Mötesplats"]


def test_a_title_in_bold_below_the_last_answer_is_none_of_it():
    rest, said = read([*LINES, set_line("Medel", bottom=230, bold=True)], [*RULES, rule(70, 231)])

    assert said[-1] == ("Projekt", ["Mötesplats"])
    assert rest == ["Medel"]


def test_figures_of_a_column_with_a_rule_below_each_are_no_answers():
    lines = [beside(set_line(text, bottom=at), set_right("17", 300, at)) for text, at in (("Ja", 90), ("Nej", 110))]
    lines += [beside(set_line("Summa", bottom=130), set_right("34", 300, 130))]

    rest, said = read(lines, [rule(200, line.bottom + 1, 300) for line in lines])

    assert said == []
    assert rest == [line.text for line in lines]


def test_a_rule_behind_each_heading_is_nothing_to_write_on():
    heads = [set_line(text, bottom=at) for text, at in (("Mål", 90), ("Insatser", 150), ("Uppföljning", 210))]

    assert read(heads, [rule(160, head.bottom + 1) for head in heads]) == (["Mål", "Insatser", "Uppföljning"], [])


def test_rules_below_rows_whose_labels_run_over_two_lines_are_nothing_to_write_on():
    two_lines = [row("Högst enligt", "97 000", 240), set_line("fördelningen", bottom=253)]
    lines = [*LINES, *two_lines]

    assert read(lines, [*RULES, rule(160, 254)]) == ([line.text for line in lines], [])


def test_a_label_in_another_column_of_the_page_is_no_rules():
    lines = [beside(set_line("Ungas sömn", bottom=y), set_line("15 år", 300, y)) for y in (100.0, 118.0, 136.0)]
    page = raw_page(rules=[rule(296, line.bottom + 1) for line in lines])

    assert len(with_written_lines(page, lines)[1]) == 3
    assert with_written_lines(page, lines, (280.0,)) == (lines, [])
