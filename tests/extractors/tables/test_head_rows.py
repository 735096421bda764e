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


BEGINS = [152.0, 212.0, 272.0, 332.0]
MARKS = _cut(*(beside(set_line("Kurs", LEFT, y), *(set_line("x", x0, y) for x0 in BEGINS)) for y in (200, 213, 226)))


def _over_marks(above: Line, *years: str) -> dict[str, tuple[int, int]]:
    line = beside(
        set_line("Vad", LEFT, 113), *(set_line(year, x0, 113) for year, x0 in zip(years, BEGINS, strict=True))
    )
    cells = head_cells(_cut(above, line), MARKS, EDGES, [])
    return {c.lines[0].text: (c.row, c.col_span) for c in cells if c.lines}


def test_a_head_that_begins_over_the_first_of_several_years_stands_over_all():
    found = _over_marks(set_line("År för genomförande", 152, 100), "2027", "2028", "2029", "2030")

    assert found["År för genomförande"] == (0, 4)
    assert [found[year] for year in ("2027", "2028", "2029", "2030")] == [(1, 1)] * 4


def test_a_head_over_years_that_do_not_follow_each_other_stands_over_those_that_it_reaches():
    found = _over_marks(set_line("År för genomförande", 152, 100), "2027", "2028", "2027", "2028")

    assert found["År för genomförande"][1] < 4


def test_a_head_that_reaches_over_two_columns_stands_over_both():
    head = _cut(_centred("Andel av kostnader", 215, 100), _row(112, None, "A", "B", "C", "D"))

    assert _spans(head, [])["Andel av kostnader"] == (0, 1, 1, 2)


def test_a_rule_under_a_head_tells_which_columns_it_stands_over():
    head = _cut(beside(_centred("Alla", 250, 100), set_right("Summa", 380, 100)), _row(112, None, "A", "B", "C"))

    spans = _spans(head, [Box(160, 101, 322, 101)])

    assert spans["Alla"] == (0, 1, 1, 3)
    assert spans["Summa"] == (0, 4, 2, 1)


def test_a_rule_under_a_head_of_the_labels_and_more_tells_that_it_stands_over_both():
    head = _cut(_centred("Vård", 138, 100), _row(100 + STEP, "Kommun", "Enhet", "2019", "2020", "2021"))

    assert _spans(head, [Box(LEFT, 101, 206, 101)])["Vård"] == (0, 0, 1, 2)


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


def test_heads_stand_over_rounds_of_others_where_a_head_of_another_column_stands_between():
    between = _cut(set_line("Kommun", LEFT, 100 + STEP))
    below = _cut(_row(100 + 2 * STEP, None, "Plan", "Utfall", "Plan", "Utfall"))
    above = _cut(beside(_centred("2023", 230, 100), _centred("2024", 350, 100)))

    spans = _spans([*above, *between, *below], [])

    assert spans["2023"] == (0, 1, 1, 2)
    assert spans["2024"] == (0, 3, 1, 2)
    assert spans["Kommun"] == (0, 0, 2, 1)


def test_a_head_beside_the_rounds_of_others_leaves_them_to_their_heads():
    edges = [*EDGES, 460.0]
    body = cut_all(
        [
            beside(_row(200 + i * STEP, "Ekfors", "1 204", "12", "98", "3 110"), set_right("7", 440, 200 + i * STEP))
            for i in range(4)
        ],
        edges,
    )
    above = beside(_centred("Flickor", 230, 100), _centred("Pojkar", 350, 100), set_right("Alla", 440, 100))
    under = _row(100 + STEP, "Kommun", "Antal", "Andel", "Antal", "Andel")
    cells = head_cells(cut_all([above, under], edges), body, edges, [])
    spans = {c.lines[0].text: (c.row, c.col, c.row_span, c.col_span) for c in cells if c.lines}

    assert spans["Flickor"] == (0, 1, 1, 2)
    assert spans["Pojkar"] == (0, 3, 1, 2)
    assert spans["Alla"] == (0, 5, 2, 1)


def test_a_head_between_two_columns_stands_over_both_and_one_over_its_own_column_over_that():
    groups = beside(_centred("Barn", 215, 100), set_right("Vuxna", 320, 100))
    head = _cut(groups, _row(100 + STEP, "Kommun", "A", "B", "C", "D"))

    spans = _spans(head, [])

    assert spans["Barn"] == (0, 1, 1, 2)
    assert spans["Vuxna"][3] == 1


def test_a_line_below_the_years_is_the_unit_of_all():
    head = _cut(_row(100, "Kommun", "2020", "2021", "2022", "2023"), _centred("(tusental kronor)", 282, 100 + STEP))

    assert _spans(head, [])["(tusental kronor)"] == (1, 1, 1, 4)


def test_numbers_of_the_columns_are_a_row_of_the_head():
    head = _cut(
        _row(100, "Kommun", "Plan", "Utfall", "Rest", "Andel"), _row(100 + STEP, None, "(1)", "(2)", "(3)", "(4)")
    )

    spans = _spans(head, [])

    assert spans["Plan"] == (0, 1, 1, 1)
    assert spans["(4)"] == (1, 4, 1, 1)


def test_units_below_years_are_a_row_and_stand_over_what_the_head_above_is_over():
    top = beside(_centred("Intäkter", 220, 100), _centred("Kostnader", 340, 100))
    years = _row(100 + STEP, "Kommun", "2022", "2023", "2022", "2023")
    units = beside(_centred("(tkr)", 220, 100 + 2 * STEP), _centred("(%)", 340, 100 + 2 * STEP))

    spans = _spans(_cut(top, years, units), [])

    assert spans["Intäkter"] == (0, 1, 1, 2)
    assert spans["(tkr)"] == (2, 1, 1, 2)
    assert spans["(%)"] == (2, 3, 1, 2)


def test_one_word_over_the_same_head_of_each_round_is_the_first_line_of_that():
    top = beside(_centred("Barn", 220, 100), _centred("Vuxna", 340, 100))
    words = _row(100 + STEP, None, None, "Plan", None, "Plan")
    under = _row(100 + 2 * STEP, "Kommun", "Utfall", "2024", "Utfall", "2024")

    cells = head_cells(_cut(top, words, under), BODY, EDGES, [])
    texts = {(c.row, c.col): " ".join(line.text for line in c.lines) for c in cells if c.lines}

    assert texts[0, 1] == "Barn"
    assert texts[1, 2] == texts[1, 4] == "Plan 2024"


def test_a_head_of_labels_set_right_leaves_the_round_beside_it_to_its_head():
    top = beside(set_right("Ålder", 165, 100), set_right("Kvinnor", 260, 100), set_right("Män", 380, 100))
    under = _row(100 + STEP, None, "2022", "2023", "2022", "2023")

    spans = _spans(_cut(top, under), [])

    assert spans["Ålder"][1] == 0
    assert spans["Kvinnor"] == (0, 1, 1, 2)
    assert spans["Män"] == (0, 3, 1, 2)
