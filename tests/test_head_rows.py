"""Heads of several rows in tables without drawn columns: what stands over several columns, and where the head ends."""

from extractors.pages.geometry import Box
from extractors.tables.cut_lines import CutLine, cut_all
from extractors.tables.head_rows import head_cells, head_lines
from extractors.text.lines import Line
from tests.layout_builders import LEFT, STEP, beside, set_line, set_right

EDGES = [LEFT, 150.0, 210.0, 270.0, 330.0, 400.0]
"""A column of labels, four of figures."""
RIGHT = [200.0, 260.0, 320.0, 380.0]


def _row(top: float, label: str | None, *texts: str | None) -> Line:
    parts = [set_right(text, x1, top) for text, x1 in zip(texts, RIGHT, strict=False) if text]
    return beside(*([set_line(label, LEFT, top)] if label else []), *parts)


def _centred(text: str, middle: float, top: float) -> Line:
    width = set_line(text, 0, top).x1
    return set_line(text, middle - width / 2, top)


def _cut(*lines: Line) -> list[CutLine]:
    return cut_all(lines, EDGES)


BODY = _cut(*(_row(200 + i * STEP, "Ekfors kommun", "1 204", "12", "98", "3 110") for i in range(4)))
YEARS = _row(100 + STEP, "Kommun", "2019", "2020", "2019", "2020")
GROUPS = beside(_centred("Kostnader", 215, 100), _centred("Intäkter", 335, 100))


def _spans(lines: list[CutLine], rules: list[Box]) -> dict[str, tuple[int, int, int, int]]:
    cells = head_cells(lines, BODY, EDGES, rules)
    return {c.lines[0].text: (c.row, c.col, c.row_span, c.col_span) for c in cells if c.lines}


def test_heads_above_years_that_repeat_stand_over_a_round_of_them_each():
    spans = _spans(_cut(GROUPS, YEARS), [])

    assert spans["Kostnader"] == (0, 1, 1, 2)
    assert spans["Intäkter"] == (0, 3, 1, 2)
    assert spans["2019"] == (1, 3, 1, 1)
    assert spans["Kommun"] == (0, 0, 2, 1)


def test_a_head_that_reaches_over_two_columns_stands_over_both():
    head = _cut(_centred("Andel av kostnader", 215, 100), _row(112, None, "A", "B", "C", "D"))

    assert _spans(head, [])["Andel av kostnader"] == (0, 1, 1, 2)


def test_a_rule_under_a_head_tells_which_columns_it_stands_over():
    head = _cut(beside(_centred("Alla", 250, 100), set_right("Summa", 380, 100)), _row(112, None, "A", "B", "C"))

    spans = _spans(head, [Box(160, 101, 322, 101)])

    assert spans["Alla"] == (0, 1, 1, 3)
    assert spans["Summa"] == (0, 4, 2, 1)


def test_heads_above_one_rule_share_the_columns_below_it():
    head = _cut(beside(_centred("Utfall", 250, 100), set_right("Plan", 380, 100)), _row(112, None, "A", "B", "C", "D"))

    spans = _spans(head, [Box(155, 101, 385, 101)])

    assert spans["Utfall"] == (0, 1, 1, 3)
    assert spans["Plan"] == (0, 4, 1, 1)


def test_a_head_of_wrapped_words_is_one_row():
    head = _cut(_row(100, None, "Antal", "Andel"), _row(100 + STEP, "Kommun", "barn", "unga", "Alla", "Summa"))

    assert head_cells(head, BODY, EDGES, []) == []


def test_the_head_ends_where_figures_begin_but_a_lone_label_heads_a_section():
    section = _cut(set_line("Tillgångar", LEFT, 130))
    rows = [*_cut(GROUPS, YEARS), *section, *BODY]

    assert head_lines(rows, 0, []) == 2


def test_a_labelled_number_is_no_head():
    rows = [*_cut(GROUPS, _row(112, "Antal invånare", "1 000")), *BODY]

    assert head_lines(rows, 1, []) == 1


def test_a_text_over_no_figure_is_of_the_first_row():
    rows = [*_cut(_row(100, "Kommun", "Antal", "Andel"), set_line("Samverkan om", LEFT, 113)), *BODY]

    assert head_lines(rows, 0, []) == 1


def test_no_head_goes_on_below_what_is_drawn_over_the_whole_width():
    rows = [*_cut(_row(100, "Kommun", "Antal", "Andel"), _row(113, "Ås kommun", "saknas", "okänt")), *BODY]

    assert head_lines(rows, 1, [101.5]) == 1
    assert head_lines(rows, 1, []) == 2
