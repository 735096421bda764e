"""Columns without drawn lines: where they are, how their rows are told, and what is no table."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.geometry import Box, Drawn
from extractors.pages.page_words import TICK, TICKED
from extractors.tables.gutters import column_edges
from extractors.tables.line_parts import cut
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import OpenTable, read_region
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, MEASURES, STEP, beside, full_line, set_line, set_right, set_words, text_width

AMOUNT = 420.0
"""Where the amounts' right edge stands."""
WHITE = 24.0
"""The step to a new row where rows are parted by white."""


def label_and_amount(label: str, amount: str, bottom: float, *, bold: bool = False) -> Line:
    """One printed line: a label at the left, a right-aligned amount; either may be empty."""
    parts = [set_line(label, LEFT, bottom, bold=bold)] if label else []
    if amount:
        parts.append(set_right(amount, AMOUNT, bottom, bold=bold))
    return beside(*parts)


def stacked(rows: Sequence[tuple[str, str]], steps: Sequence[float]) -> list[Line]:
    """Label and amount rows; steps[i] is the way down to line i."""
    bottom = 100.0
    lines: list[Line] = []
    for (label, amount), step in zip(rows, steps, strict=True):
        bottom += step
        lines.append(label_and_amount(label, amount, bottom))
    return lines


def evenly(rows: Sequence[tuple[str, str]]) -> list[Line]:
    return stacked(rows, [STEP] * len(rows))


def read_all(
    lines: Sequence[Line], *, rules: Sequence[Box] = (), bands: Sequence[Box] = (), heading: str | None = None
) -> list[OpenTable]:
    return [
        read_region(1, lines, r, Drawn(tuple(rules), tuple(bands)), MEASURES, heading)
        for r in find_regions(lines, MEASURES)
    ]


def read_one(
    lines: Sequence[Line], *, rules: Sequence[Box] = (), bands: Sequence[Box] = (), heading: str | None = None
) -> OpenTable:
    (found,) = read_all(lines, rules=rules, bands=bands, heading=heading)
    return found


def texts(found: OpenTable) -> list[list[str]]:
    rows = [[""] * found.grid.n_cols for _ in range(found.grid.n_rows)]
    for cell in found.grid.cells:
        rows[cell.row][cell.col] = cell.text(Vocabulary())
    return rows


HEAD = ("Aktivitet", "Summa (kr)")


def test_rows_of_one_line_each():
    rows = [HEAD, ("Stödsamtal", "120 000"), ("Utbildning", "75 500"), ("Föräldraträffar", "9 000")]

    found = read_one(evenly(rows))

    assert found.kind == "table"
    assert texts(found) == [list(r) for r in rows]
    assert found.grid.header_rows == 1


WRAPPED = {
    "first": [
        HEAD,
        ("Stödsamtal för unga som", "120 000"),
        ("väntar på vård", ""),
        ("Utbildning av lärare i", "75 500"),
        ("grundskolan", ""),
        ("Föräldraträffar i", "9 000"),
        ("varje kommundel", ""),
    ],
    "last": [
        HEAD,
        ("Stödsamtal för unga som", ""),
        ("väntar på vård", "120 000"),
        ("Utbildning av lärare i", ""),
        ("grundskolan", "75 500"),
        ("Föräldraträffar i", ""),
        ("varje kommundel", "9 000"),
    ],
}
WHOLE = [
    ["Aktivitet", "Summa (kr)"],
    ["Stödsamtal för unga som väntar på vård", "120 000"],
    ["Utbildning av lärare i grundskolan", "75 500"],
    ["Föräldraträffar i varje kommundel", "9 000"],
]


@pytest.mark.parametrize("where", ["first", "last"])
def test_wrapped_labels_spaced_alike_are_told_apart_by_their_amounts(where):
    assert texts(read_one(evenly(WRAPPED[where]))) == WHOLE


@pytest.mark.parametrize("where", ["first", "last"])
def test_wrapped_labels_are_told_apart_by_the_white_between_rows(where):
    steps = [STEP, WHITE, STEP, WHITE, STEP, WHITE, STEP]

    assert texts(read_one(stacked(WRAPPED[where], steps))) == WHOLE


def test_an_amount_on_the_middle_line_of_its_row():
    rows = [
        HEAD,
        ("Stödsamtal för", ""),
        ("unga som väntar", "120 000"),
        ("på vård", ""),
        ("Utbildning av", ""),
        ("lärare i hela", "75 500"),
        ("grundskolan", ""),
    ]

    found = read_one(stacked(rows, [STEP, WHITE, STEP, STEP, WHITE, STEP, STEP]))

    assert texts(found) == [
        ["Aktivitet", "Summa (kr)"],
        ["Stödsamtal för unga som väntar på vård", "120 000"],
        ["Utbildning av lärare i hela grundskolan", "75 500"],
    ]


def test_rules_between_rows_are_trusted_before_white():
    lines = evenly(WRAPPED["first"])
    rules = [Box(LEFT, lines[i].bottom + 1, AMOUNT, lines[i].bottom + 1.5) for i in (0, 2, 4)]

    found = read_one(lines, rules=rules)

    assert texts(found) == WHOLE
    assert found.grid.header_rows == 1


def test_a_tint_behind_lines_of_one_cell_each_tells_no_columns():
    rows = ((("", "713 000"), 331.7), (("efter frånvaro.", ""), 338.0), (("", "= 713 000"), 349.2))
    lines = [label_and_amount(*row, bottom) for row, bottom in rows]
    band = Box(LEFT - 6, 314.6, AMOUNT + 6, 338.4)

    found = find_regions(lines, MEASURES, Drawn(bands=(band,)))

    assert [lines[region.last - 1].text for region in found] == ["= 713 000"]


def test_tinted_bands_behind_every_other_row_part_the_rows():
    lines = evenly(WRAPPED["first"])
    bands = [Box(LEFT, lines[i].top - 1.5, AMOUNT, lines[i + 1].bottom + 1.5) for i in (1, 5)]

    assert texts(read_one(lines, bands=bands)) == WHOLE


def test_right_aligned_numbers_under_a_left_aligned_head_are_one_column():
    lines = [
        beside(set_line("Kommun", LEFT, 100, bold=True), set_line("Belopp", 300, 100, bold=True)),
        label_and_amount("Granvik", "45 000", 113),
        label_and_amount("Ekfors", "1 234 000", 126),
        label_and_amount("Talludden", "7 000", 139),
    ]

    found = read_one(lines)

    assert texts(found) == [
        ["Kommun", "Belopp"],
        ["Granvik", "45 000"],
        ["Ekfors", "1 234 000"],
        ["Talludden", "7 000"],
    ]


def test_a_closing_sum_without_label_is_the_last_row():
    rows = [HEAD, ("Stödsamtal", "1 000"), ("Utbildning", "234"), ("", "= 1 234")]

    found = read_one(evenly(rows))

    assert texts(found)[-1] == ["", "= 1 234"]
    assert found.grid.n_rows == 4


def test_a_narrow_gutter_that_words_line_up_behind_parts_two_columns():
    names = ["Granvik kommun", "Ekfors kommun", "Talludden stad", "Björkåsa kommun"]
    lines = [
        beside(
            set_line(name, 80, 100 + i * STEP),
            set_line("Unga", 163, 100 + i * STEP),
            set_right("45 000", AMOUNT, 100 + i * STEP),
        )
        for i, name in enumerate(names)
    ]

    (region,) = find_regions(lines, MEASURES)

    assert region.n_cols == 3


CONTENTS = [("Inledning", "3"), ("Mål", "5"), ("Uppföljning", "12")]


def test_a_contents_page_is_no_table_below_its_heading():
    assert read_one(evenly(CONTENTS), heading="1 Innehåll").kind == "contents"


def test_a_contents_page_is_no_table_where_dots_lead_to_its_numbers():
    lines = [Line((*line.words[:-1], replace(line.words[-1], led=True))) for line in evenly(CONTENTS)]

    assert read_one(lines).kind == "contents"


def test_page_numbers_that_do_not_rise_are_no_contents():
    found = read_one(evenly([("Granvik", "30"), ("Ekfors", "5"), ("Talludden", "12")]), heading="Innehåll")

    assert found.kind == "table"


def test_labels_with_a_colon_and_values_beside_them_are_answers():
    lines = [
        beside(set_line("Kontaktperson:", LEFT, 100), set_line("Kim Ek", 250, 100)),
        beside(set_line("Förvaltning:", LEFT, 113), set_line("Socialtjänsten", 250, 113)),
        set_line("i Granvik", 250, 126),
        beside(set_line("Hur arbetar ni?", LEFT, 139), set_line("I team", 250, 139)),
    ]

    found = read_one(lines)

    assert found.kind == "answers"
    assert texts(found) == [
        ["Kontaktperson:", "Kim Ek"],
        ["Förvaltning:", "Socialtjänsten i Granvik"],
        ["Hur arbetar ni?", "I team"],
    ]


def test_an_answer_may_begin_above_its_label():
    lines = [
        beside(set_line("Kontaktperson:", LEFT, 100), set_line("Kim Ek", 250, 100)),
        set_line("Socialtjänsten i", 250, 126),
        set_line("Förvaltning:", LEFT, 132),
        set_line("Granvik", 250, 138),
        beside(set_line("Ort:", LEFT, 164), set_line("Granvik", 250, 164)),
    ]

    assert texts(read_one(lines)) == [
        ["Kontaktperson:", "Kim Ek"],
        ["Förvaltning:", "Socialtjänsten i Granvik"],
        ["Ort:", "Granvik"],
    ]


def test_an_answers_label_may_wrap():
    lines = [
        beside(set_line("Kontaktperson:", LEFT, 100), set_line("Kim Ek", 250, 100)),
        beside(set_line("Den som fattar beslut", LEFT, 113), set_line("Nämnden", 250, 113)),
        set_line("om medlen:", LEFT, 126),
        beside(set_line("Ort:", LEFT, 139), set_line("Granvik", 250, 139)),
    ]

    assert texts(read_one(lines))[1] == ["Den som fattar beslut om medlen:", "Nämnden"]


def test_an_answers_row_begins_with_a_numbered_label_or_after_white():
    lines = [
        beside(set_line("1. Vad gjorde ni?", LEFT, 100), set_line("En kurs", 250, 100)),
        beside(set_line("2. Beskriv lokalen", LEFT, 113), set_line("Ett rum", 250, 113)),
        beside(set_line("3. Vilka kom?", LEFT, 126), set_line("Unga", 250, 126)),
        beside(set_line("Ange orten här", LEFT, 139), set_line("Granvik", 250, 139)),
        beside(set_line("Övriga ord", LEFT, 160), set_line("Inga", 250, 160)),
        beside(set_line("Hur gick det?", LEFT, 181), set_line("Bra", 250, 181)),
    ]

    found = read_one(lines)

    assert found.kind == "answers"
    assert texts(found) == [
        ["1. Vad gjorde ni?", "En kurs"],
        ["2. Beskriv lokalen", "Ett rum"],
        ["3. Vilka kom?", "Unga"],
        ["Ange orten här", "Granvik"],
        ["Övriga ord", "Inga"],
        ["Hur gick det?", "Bra"],
    ]


def test_labels_side_by_side_are_no_labels_with_answers():
    lines = [
        beside(set_line("Kontaktperson:", LEFT, 100), set_line("Förvaltning:", 250, 100)),
        beside(set_line("Kim Ek", LEFT, 113), set_line("Socialtjänsten", 250, 113)),
        beside(set_line("Ort:", LEFT, 126), set_line("Postnummer:", 250, 126)),
        beside(set_line("Granvik", LEFT, 139), set_line("123 45", 250, 139)),
    ]

    assert read_one(lines).kind != "answers"


def test_text_side_by_side_is_no_table():
    left = [
        "vi arbetar i hela länet med",
        "tidiga insatser för unga som",
        "annars får vänta länge på det",
        "stöd de behöver i skolan och",
    ]
    right = [
        "kommunerna deltar med egna",
        "grupper som möts en gång per",
        "termin och delar det de lärt",
        "sig med de andra i nätverken",
    ]
    lines = [
        beside(set_line(a, LEFT, 100 + i * STEP), set_line(b, 300, 100 + i * STEP))
        for i, (a, b) in enumerate(zip(left * 2, right * 2, strict=True))
    ]

    found = read_one(lines)

    assert found.kind == "columns"


def test_two_signatures_side_by_side_are_no_table():
    lines = [
        beside(set_line("Kim Ek", LEFT, 100), set_line("Alex Berg", 300, 100)),
        beside(set_line("Ordförande", LEFT, 113), set_line("Sekreterare", 300, 113)),
    ]

    assert read_one(lines).kind == "columns"


def test_running_text_has_no_columns():
    lines = [full_line("Länet", bottom=100), full_line("gör", bottom=113), set_line("mycket.", bottom=126)]

    assert find_regions(lines, MEASURES) == []


def test_a_list_items_marker_is_no_column():
    lines = [beside(set_line("•", LEFT, 100 + i * STEP), set_line(t, 100, 100 + i * STEP)) for i, t in enumerate("abc")]

    assert [len(cut(line)) for line in lines] == [1, 1, 1]
    assert find_regions(lines, MEASURES) == []


def test_text_above_and_below_is_left_out_of_the_region():
    table = evenly([HEAD, ("Stödsamtal", "120 000"), ("Utbildning", "75 500")])
    above = full_line("Medlen", bottom=80)
    below = full_line("Därutöver", bottom=table[-1].bottom + 2 * STEP)

    (region,) = find_regions([above, *table, below], MEASURES)

    assert (region.first, region.last) == (1, 4)


def test_two_tables_parted_by_a_paragraph_are_two():
    first = evenly([HEAD, ("Stödsamtal", "120 000"), ("Utbildning", "75 500")])
    between = full_line("Vidare", bottom=170)
    second = [
        label_and_amount(a, b, 200 + i * STEP) for i, (a, b) in enumerate([HEAD, ("Kurs", "1 000"), ("Bok", "20")])
    ]

    found = read_all([*first, between, *second])

    assert [texts(t)[1] for t in found] == [["Stödsamtal", "120 000"], ["Kurs", "1 000"]]


def test_the_edges_lie_in_the_middle_of_each_gutter():
    rows = [[set_line("aaaa", 100), set_line("bbbb", 200)], [set_line("aa", 100), set_line("bb", 210)]]

    edges = column_edges([beside(*row) for row in rows])

    assert edges == [100, pytest.approx(160, abs=1), 220]


def test_a_region_of_several_amount_columns():
    rows = [
        ("Kommun", "2018", "2019"),
        ("Granvik", "45 000", "50 000"),
        ("Ekfors", "8 000", "9 500"),
        ("Summa", "53 000", "59 500"),
    ]
    lines = [
        beside(set_line(a, LEFT, 100 + i * STEP), set_right(b, 300, 100 + i * STEP), set_right(c, 400, 100 + i * STEP))
        for i, (a, b, c) in enumerate(rows)
    ]

    assert texts(read_one(lines)) == [list(r) for r in rows]


LABEL = st.text("abcdefåäö", min_size=3, max_size=24)
SUM = st.integers(1_000, 999_999).map(lambda n: f"{n:,}".replace(",", " "))


@given(st.lists(st.tuples(LABEL, SUM), min_size=3, max_size=12))
def test_a_plain_table_of_labels_and_sums_comes_back_cell_by_cell(rows):
    head = ("Aktivitet", "Summa")

    found = read_one(evenly([head, *rows]))

    assert found.kind == "table"
    assert texts(found) == [list(r) for r in [head, *rows]]


@given(st.lists(st.tuples(LABEL, st.one_of(st.just(""), SUM)), min_size=1, max_size=12))
def test_no_word_of_a_region_is_lost(rows):
    lines = evenly(rows)

    for region in find_regions(lines, MEASURES):
        grid = read_region(1, lines, region, Drawn(), MEASURES, None).grid
        held = [w for cell in grid.cells for line in cell.lines for w in line.words]
        words = [w for line in lines[region.first : region.last] for w in line.words]
        assert sorted((w.top, w.x0) for w in held) == sorted((w.top, w.x0) for w in words)


def matrix(labels: Sequence[str], bottom: float) -> list[Line]:
    """Rows of a matrix: a label and a mark each, parted by white."""
    return [
        beside(set_line(x, LEFT, bottom + WHITE * i), set_line("x", 400, bottom + WHITE * i))
        for i, x in enumerate(labels)
    ]


def test_a_sections_line_goes_on_the_table_whose_rows_follow_it():
    section = set_line("Skola och elevhälsa", LEFT, 200, bold=True)
    lines = [*matrix(["Kurser", "Stöd", "Råd"], 128), section, *matrix(["Träffar", "Samtal"], 224)]

    (region,) = find_regions(lines, MEASURES)

    assert (region.first, region.last) == (0, 6)


@pytest.mark.parametrize("x0", [LEFT - 6, LEFT])
def test_a_heading_parts_two_tables_where_it_stands_out_or_another_head_follows(x0):
    heading = set_line("Skola och elevhälsa", x0, 200, bold=True)
    head = beside(set_line("Insats", LEFT, 224, bold=x0 == LEFT), set_line("2025", 390, 224, bold=x0 == LEFT))
    lines = [*matrix(["Kurser", "Stöd", "Råd"], 128), heading, head, *matrix(["Träffar", "Samtal"], 248)]

    assert len(find_regions(lines, MEASURES)) == 2


def slanting(line: Line) -> Line:
    return Line(tuple(replace(word, italic=True) for word in line.words))


def row_of(*texts: str, foot: float) -> Line:
    """A printed line of three columns, the last of them sums."""
    starts = (LEFT, 200.0)
    cells = [set_line(text, x0, foot) for text, x0 in zip(texts, starts, strict=False)]
    return beside(*cells, *([set_right(texts[2], 400, foot)] if len(texts) > 2 else []))


BELOW = [
    row_of("Vården", "Kurser för alla", "5 000", foot=139),
    row_of("Regionen", "Stöd till föräldrar", "700", foot=152),
    row_of("Skolan", "Samtal", "9 300", foot=165),
]


def test_a_slanting_head_is_one_however_many_lines_it_has():
    head = [slanting(set_right("Belopp", 400, 100)), slanting(row_of("Enhet", "Insats", "(kr)", foot=113))]

    assert texts(read_one([*head, *BELOW]))[:2] == [
        ["Enhet", "Insats", "Belopp (kr)"],
        ["Vården", "Kurser för alla", "5 000"],
    ]


def test_a_section_right_below_the_heads_is_a_row_though_it_stands_under_two_of_them():
    head = slanting(row_of("Enhet", "Insats", "Belopp", foot=100))
    section = slanting(set_line("Barns och ungas psykiska hälsa", LEFT, 113))

    found = texts(read_one([head, section, *BELOW]))

    assert found[:2] == [["Enhet", "Insats", "Belopp"], ["Barns och ungas psykiska hälsa", "", ""]]


@pytest.mark.parametrize(
    ("foot", "is_row"), [(124, True), (119, True), (135, False)], ids=["evenly", "nearer", "below"]
)
def test_a_section_below_the_heads_of_rows_far_apart_is_one_about_as_far_from_them_as_from_the_rows(foot, is_row):
    rows = [row_of("Vården", "Kurser", "5 000", foot=148), row_of("Skolan", "Stöd", "700", foot=172)]
    lines = [
        row_of("Enhet", "Insats", "Belopp", foot=100),
        slanting(set_line("Barns och ungas psykiska hälsa", LEFT, foot)),
        *rows,
    ]

    found = [region.first for region in find_regions(lines, MEASURES)]

    assert (found == [0]) is is_row


def test_a_section_below_heads_of_which_the_labels_have_none_is_a_row():
    above = beside(set_line("Flickor", 220, 87), set_line("Pojkar", 340, 87))
    years = beside(
        *(set_line(year, x0, 100) for year, x0 in (("2023", 200), ("2024", 250), ("2023", 320), ("2024", 370)))
    )
    section = set_line("Kommuner i länet", LEFT, 113)
    rows = [
        beside(
            set_line(label, LEFT + 8, foot),
            *(set_right(text, x1, foot) for text, x1 in zip(numbers, (220, 270, 340, 390), strict=True)),
        )
        for label, numbers, foot in (
            ("Ekfors", ("4", "5", "6", "–"), 126),
            ("Björkvik", ("7", "8", "9", "1"), 139),
            ("Storsjö", ("2", "3", "7", "4"), 152),
            ("Tallåsen", ("6", "1", "5", "2"), 165),
        )
    ]
    heads = [Line(tuple(replace(word, bold=True) for word in line.words)) for line in (above, years, section)]

    found = texts(read_one([*heads, *rows]))

    assert found[:3] == [
        ["", "Flickor", "", "Pojkar", ""],
        ["", "2023", "2024", "2023", "2024"],
        ["Kommuner i länet", "", "", "", ""],
    ]


def test_a_section_below_the_heads_has_room_beside_the_first_of_them():
    head = row_of("Enhet", "Insats", "Belopp", foot=100)
    section = set_line("Barn och unga", LEFT, 113)
    bold = [Line(tuple(replace(word, bold=True) for word in line.words)) for line in (head, section)]
    below = [row_of("Samverkansgruppen", "Kurser", "5 000", foot=126), row_of("Vården", "Stöd", "700", foot=139)]

    found = texts(read_one([*bold, *below]))

    assert found[:2] == [["Enhet", "Insats", "Belopp"], ["Barn och unga", "", ""]]


def test_the_first_line_of_a_head_that_is_set_in_the_middle_is_of_it():
    above = set_line("Område för", 213, 100)
    head = beside(set_line("Enhet", LEFT, 112), set_line("gemensam plan", 205.5, 112), set_right("Belopp", 400, 112))

    assert texts(read_one([above, head, *BELOW]))[0] == ["Enhet", "Område för gemensam plan", "Belopp"]


def test_heads_stand_over_the_boxes_of_a_label_whose_first_line_is_beside_none():
    def boxes(foot: float) -> list[Line]:
        return [set_line(TICK, 452, foot), set_line(TICK, 492, foot)]

    head = beside(set_line("Ja", 452, 100, bold=True), set_line("Nej", 492, 100, bold=True))
    lines = [head]
    for i, end in enumerate(("samtal.", "kurser.", "råd.")):
        lines.append(
            set_line("Insatser för barn och unga som far illa eller som riskerar att göra det", LEFT, 122 + 40 * i)
        )
        lines.append(beside(set_line(end, LEFT, 135 + 40 * i), *boxes(135 + 40 * i)))

    found = read_one(lines)

    assert (found.grid.n_rows, found.grid.header_rows) == (4, 1)
    assert texts(found)[0] == ["", "Ja", "Nej"]


def test_labels_in_bold_below_a_slanting_head_are_none_of_it():
    head = slanting(beside(set_line("Ja", 200, 100), set_line("Nej", 392, 100)))
    rows = [
        beside(set_line(label, LEFT, y, bold=True), set_line(TICK, 200.0, y), set_line(TICK, 392, y))
        for label, y in (("Kurser", 120), ("Samtal", 140), ("Råd", 160))
    ]

    found = read_one([head, *rows], bands=[Box(LEFT - 2, 128, 405, 146)])

    assert (found.grid.header_rows, found.grid.n_rows) == (1, 4)
    assert [row[0] for row in texts(found)] == ["", "Kurser", "Samtal", "Råd"]


def test_a_head_in_bold_begins_where_the_first_line_of_one_of_its_cells_stands():
    bold = [
        Line(tuple(replace(word, bold=True) for word in line.words))
        for line in (set_right("Belopp", 400, 98), row_of("Enhet", "Insats", "(kr)", foot=113))
    ]

    assert texts(read_one([*bold, *BELOW]))[0] == ["Enhet", "Insats", "Belopp (kr)"]


def test_running_text_whose_words_begin_columns_by_chance_is_no_row():
    text = set_line("Medlen räcker inte åt er", LEFT, 182)
    words = [*text.words, *set_line("alla som väntar länge på stöd och hjälp", 200.0, 182).words]

    (region,) = find_regions([row_of("Enhet", "Insats", "Belopp", foot=113), *BELOW, Line(tuple(words))], MEASURES)

    assert region.last == 4


WIDE = (("Mål", "Insats", "Ansvar", "År"), ("Trygg skola", "Öppen kurs", "Staben", "2026"))


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        (("där alla barn får hjälp i tid", "för alla som möter barn i tidig ålder"), "table"),
        (("i länet", "för alla"), "columns"),
    ],
    ids=["phrases", "words-of-a-letterhead"],
)
def test_one_row_under_plain_heads_in_four_columns_is_a_table_where_cells_hold_phrases(more, kind):
    columns = (LEFT, 220.0, 380.0, 470.0)
    lines = [
        beside(*(set_line(text, x0, bottom) for text, x0 in zip(texts, columns, strict=True)))
        for texts, bottom in zip(WIDE, (100, 117), strict=True)
    ]
    for left, right in zip(*(re.findall(r".{1,18}(?:\s|$)", text) for text in more), strict=False):
        bottom = lines[-1].bottom + STEP
        lines.append(beside(set_line(left, columns[0], bottom), set_line(right, columns[1], bottom)))

    assert read_one(lines).kind == kind


def test_a_line_in_italics_above_the_heads_is_no_row():
    caption = slanting(set_line("Sammanställning (kr)", LEFT, 96))

    found = read_one([caption, row_of("Enhet", "Insats", "Belopp", foot=113), *BELOW])

    assert texts(found)[0] == ["Enhet", "Insats", "Belopp"]


def test_a_slanting_head_and_one_row_are_a_table():
    head = slanting(row_of("Enhet", "Insats", "Belopp", foot=100))

    found = read_one([head, row_of("Vården", "Kurser för alla", "5 000", foot=120)])

    assert found.kind == "table"
    assert found.grid.header_rows == 1


def test_a_label_that_reaches_near_its_number_is_parted_from_it_where_numbers_end():
    head = beside(set_line("Post", LEFT, 113), set_right("Belopp", 200, 113))
    near = beside(set_line("Beviljat från länen", LEFT, 126), set_right("1.844", 200 - 0.4, 126))
    rows = [("Fördelat", "1.800"), ("Kvar", "44")]
    below = [
        beside(set_line(a, LEFT, 139 + i * STEP), set_right(b, 200, 139 + i * STEP)) for i, (a, b) in enumerate(rows)
    ]

    assert texts(read_one([head, near, *below])) == [
        ["Post", "Belopp"],
        ["Beviljat från länen", "1.844"],
        *map(list, rows),
    ]


def test_a_line_within_a_row_whose_text_reaches_near_its_number_goes_on_in_both_columns():
    def cells(label: str, aim: str, amount: str, foot: float) -> Line:
        return beside(set_line(label, LEFT, foot), set_line(aim, 150, foot), set_right(amount, 300, foot))

    rows = [("Ort", "Mål", "Kr"), ("Granvik", "Fler barn i arbete", "15 000"), ("Ekfors", "Stöd till skolor", "700")]
    alsta = beside(set_line("Alsta", LEFT, 160), set_line("Mer hjälp hemma och", 150, 160))
    near = beside(set_line("stöd till skolor, länen", 150, 160 + STEP), set_right("9 000", 300, 160 + STEP))
    last = set_line("samt idrotten", 150, 160 + 2 * STEP)
    lines = [*(cells(*row, 100 + i * 1.5 * STEP) for i, row in enumerate(rows)), alsta, near, last]

    assert len(cut(near)) == 1
    assert texts(read_one(lines))[-1] == ["Alsta", "Mer hjälp hemma och stöd till skolor, länen samt idrotten", "9 000"]


FAR = 5 * STEP
"""The step between rows that stand farther apart than any text's lines, but evenly."""


def test_rows_that_stand_evenly_are_one_table_however_far_apart():
    rows = [HEAD, ("Stödsamtal", "120 000"), ("Utbildning", "75 500"), ("Föräldraträffar", "9 000")]

    found = read_one(stacked(rows, [FAR] * len(rows)))

    assert texts(found) == [list(row) for row in rows]


def test_a_row_that_stands_farther_off_than_the_others_is_none_of_them():
    rows = [HEAD, ("Stödsamtal", "120 000"), ("Utbildning", "75 500"), ("Hyra", "9 000"), ("Kvar", "4 000")]

    tables = read_all(stacked(rows, [STEP, STEP, STEP, STEP, FAR]))

    assert [texts(table) for table in tables if table.kind == "table"] == [[list(row) for row in rows[:4]]]


def coloured(line: Line, color: str = "0 91 127 255") -> Line:
    return Line(tuple(replace(w, color=color) for w in line.words))


def test_heads_in_a_colour_of_their_own_head_a_single_row():
    lines = [beside(set_line("Kvinnor", 300, 100), set_line("Män", 400, 100)), people_row(120)]

    assert read_one([coloured(lines[0]), lines[1]]).grid.header_rows == 1
    assert [table.kind for table in read_all(lines)] == ["columns"]


def people_row(bottom: float) -> Line:
    return beside(set_line("Kuratorer", LEFT, bottom), set_line("2", 300, bottom), set_line("0", 400, bottom))


def test_lines_in_the_colour_of_rows_below_head_nothing():
    rows = [coloured(people_row(100 + i * STEP)) for i in range(2)]

    assert read_one([coloured(people_row(87)), *rows, people_row(126)]).grid.header_rows == 0


def test_rows_in_larger_type_below_their_heads_are_the_same_table():
    head = beside(set_line("INSATS", LEFT, 100, size=8), set_line("BELOPP", AMOUNT - 24, 100, size=8))
    rows = [label_and_amount("Stödsamtal", "120 000", 116), label_and_amount("Utbildning", "75 500", 132)]

    assert texts(read_one([head, *rows])) == [
        ["INSATS", "BELOPP"],
        ["Stödsamtal", "120 000"],
        ["Utbildning", "75 500"],
    ]


def test_text_in_larger_type_below_a_table_in_small_type_is_none_of_it():
    rows = [
        beside(set_line(label, LEFT, 100 + 12 * i, size=8), set_line(amount, 380, 100 + 12 * i, size=8))
        for i, (label, amount) in enumerate([HEAD, ("Stödsamtal", "120 000"), ("Kurser", "500"), ("Råd", "40")])
    ]

    found = read_all([*rows, beside(set_line("Medlen", LEFT, 152), set_line("fördelas", 380, 152))])

    assert [(table.kind, table.grid.n_rows) for table in found] == [("table", 4), ("columns", 1)]


def test_a_head_set_right_over_labels_set_left_heads_them():
    rows = [("Råd", "5 000", "40"), ("Kurser", "700", "9"), ("Samtal i grupp för unga", "80", "7"), ("Stöd", "6", "5")]
    head = beside(set_right("Område", 190, 100), set_right("2021", 270, 100), set_right("2022", 350, 100))
    lines = [
        beside(set_line(label, LEFT, y), set_right(a, 270, y), set_right(b, 350, y))
        for i, (label, a, b) in enumerate(rows)
        for y in [120 + 15 * i]
        if len(label) < 10
    ]

    assert texts(read_one([head, *lines])) == [
        ["Område", "2021", "2022"],
        ["Råd", "5 000", "40"],
        ["Kurser", "700", "9"],
        ["Stöd", "6", "5"],
    ]


def test_rows_of_words_above_a_rule_before_the_last_are_no_head():
    rows = [
        ("Nr", "Aktivitet", "Ansvarig"),
        ("1", "Kurser", "Skolan"),
        ("2", "Samtal", "Regionen"),
        ("3", "Råd", "BUP"),
    ]
    lines = [
        beside(*(set_line(text, x0, 100 + 16 * i) for text, x0 in zip(row, (LEFT, 150, 350), strict=True)))
        for i, row in enumerate([*rows, ("4", "Stöd", "Skolan")])
    ]

    assert read_one(lines, rules=[Box(LEFT, 151, 420, 151.5)]).grid.n_rows == 5


TEXTS_IN_CELLS = (
    (
        "Att ansökningar inte hinner|prövas innan sommaren är|slut",
        "Stickprov",
        "Tio ärenden väljs av en som|inte har handlagt dem",
    ),
    (
        "Att bidraget går till annat|än det söktes",
        "Granskning",
        "En gång i kvartalet går två|handläggare igenom de konton|som pengarna har gått till",
    ),
    (
        "Att avtal saknas för inköp|över den gräns som gäller",
        "Genomgång",
        "Varje inköp över en bestämd|summa hålls mot registret|över de avtal som gäller",
    ),
)
"""Cells of a table of words only; their lines are parted by a bar."""


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0], ids=["top", "middle", "foot"])
def test_texts_side_by_side_below_heads_are_a_table_wherever_they_stand_in_their_rows(share):
    starts = (LEFT, 230.0, 320.0)
    bottom = 100.0
    words = []
    for x0, head in zip(starts, ("Risk", "Kontroll", "Beskrivning"), strict=True):
        words += set_words(head, x0, bottom, bold=True)
    bottom += WHITE
    for row in TEXTS_IN_CELLS:
        for x0, text in zip(starts, row, strict=True):
            printed = text.split("|")
            room = max(cell.count("|") for cell in row) + 1 - len(printed)
            for i, line in enumerate(printed):
                words += set_words(line, x0, bottom + STEP * (share * room + i))
        bottom += STEP * 2 + WHITE

    found = read_one(lines_of(words))

    assert found.kind == "table"
    assert texts(found)[1:] == [[cell.replace("|", " ") for cell in row] for row in TEXTS_IN_CELLS]


def test_heads_nearer_than_usual_part_two_columns_where_one_row_stands_under_them():
    heads = beside(
        set_line("Risk", LEFT, 100, bold=True),
        set_line("Konsekvens", 200, 100, bold=True),
        set_line("Riskvärde", 257, 100, bold=True),
    )
    row = beside(set_line("Sen handläggning", LEFT, 120), set_line("3. Kännbar", 200, 120), set_right("12", 302, 120))

    assert column_edges([heads, row])[1:-1] == pytest.approx([175, 253.5], abs=1)


def in_columns(*texts: tuple[str, float], bottom: float, size: float = 10.0) -> Line:
    """One printed line: each text begins at its place."""
    return beside(*(set_line(text, x0, bottom, size=size) for text, x0 in texts))


ROWS_OF_WORDS = [
    ("Öppna en mötesplats för unga", "Varje vecka"),
    ("Pröva samtal i grupp", "Löpande"),
    ("Bjuda in till en dialog", "I mars"),
    ("Sprida ett informationsblad", "Vid behov"),
]


def test_a_head_of_several_lines_in_smaller_type_heads_rows_whose_cells_wrap():
    small = [
        in_columns(("Vad ska göras", LEFT), ("Läget vid årets", 330), bottom=100, size=8),
        set_line("slut", 330, 109, size=8),
    ]
    rows = [in_columns((a, LEFT), (b, 330), bottom=130 + 1.5 * WHITE * i) for i, (a, b) in enumerate(ROWS_OF_WORDS)]
    wrapped = set_line("och deras familjer", LEFT, 130 + STEP)
    lines = [*small, rows[0], wrapped, *rows[1:]]

    found = read_one(lines)

    assert (found.kind, found.grid.header_rows, found.grid.n_rows) == ("table", 1, 5)
    assert texts(found)[:2] == [
        ["Vad ska göras", "Läget vid årets slut"],
        ["Öppna en mötesplats för unga och deras familjer", "Varje vecka"],
    ]


@pytest.mark.parametrize("caption", ["above", "below", None])
def test_words_side_by_side_are_a_table_where_a_numbered_caption_says_so(caption):
    rows = [in_columns((a, LEFT), (b, 330), bottom=130 + WHITE * i) for i, (a, b) in enumerate(ROWS_OF_WORDS)]
    above = [set_line("Tabell 2. Insatser under året", LEFT, 100)] if caption == "above" else []
    below = [set_line("Tabell 2. Insatser under året", LEFT, 225)] if caption == "below" else []
    lines = [*above, *rows, *below]

    (region,) = find_regions(lines, MEASURES)

    assert (region.first, region.last) == (len(above), len(above) + len(rows))
    assert read_region(1, lines, region, Drawn(), MEASURES, None).kind == ("table" if caption else "columns")


def test_labels_to_the_left_of_centred_heads_do_not_hang_out_of_the_table():
    heads = beside(set_line("Område", LEFT + 30, 100, bold=True), set_line("Sammanfattning", 300, 100, bold=True))
    second = set_line("som gäller", LEFT + 26, 113, bold=True)
    rows = [
        line
        for i in range(3)
        for line in (
            set_line("Öka stödet till dem som", 280, 140 + 60 * i),
            set_line("Delaktighet och", LEFT, 146 + 60 * i),
            set_line("väntar på vård och till", 280, 153 + 60 * i),
            set_line("rättigheter", LEFT, 159 + 60 * i),
            set_line("deras närmaste", 280, 166 + 60 * i),
        )
    ]

    found = read_one([heads, second, *rows])

    assert found.kind == "table"
    assert (
        texts(found)[1:]
        == [["Delaktighet och rättigheter", "Öka stödet till dem som väntar på vård och till deras närmaste"]] * 3
    )


def in_bold(line: Line) -> Line:
    return Line(tuple(replace(word, bold=True) for word in line.words))


@pytest.mark.parametrize(("amount", "n_rows"), [("5 700", 4), ("", 3)], ids=["sum", "title-of-what-follows"])
def test_a_sum_in_bold_below_white_is_a_row_though_its_label_runs_over_lines(amount, n_rows):
    rows = [row_of("Enhet", "Insats", "Belopp", foot=100), *(row_of(*x, foot=y) for x, y in ROWS_FAR_APART)]
    label = [in_bold(set_line("Summa stöd till", LEFT, 174)), in_bold(set_line("barn och", LEFT, 187))]
    last = set_line("unga", LEFT, 200)
    sums = beside(last, set_right(amount, 400, 200)) if amount else last

    found = read_all([*rows, *label, in_bold(sums)])

    assert [x.grid.n_rows for x in found] == [n_rows]


ROWS_FAR_APART = [(("Vården", "Kurser", "5 000"), 124), (("Skolan", "Stöd", "700"), 148)]


def test_a_number_may_reach_out_under_its_head_below_a_section():
    head = beside(row_of("Enhet", "Insats", foot=113), set_line("Belopp", 385, 113))
    section = slanting(set_line("Barns och ungas psykiska hälsa", LEFT, 126))

    found = texts(read_one([slanting(head), section, *BELOW]))

    assert found[:2] == [["Enhet", "Insats", "Belopp"], ["Barns och ungas psykiska hälsa", "", ""]]


def test_the_upper_line_of_one_head_among_plain_ones_is_of_the_head():
    head = [set_right("Belopp", 400, 88), row_of("Enhet", "Insats", "(kr)", foot=100)]
    rows = [row_of(*cells, foot=foot - 10) for cells, foot in ROWS_FAR_APART]

    found = read_one([*head, *rows])

    assert found.grid.header_rows == 1
    assert texts(found)[0] == ["Enhet", "Insats", "Belopp (kr)"]


def test_a_long_label_at_the_middle_of_a_broken_number_is_a_row_and_so_is_what_stands_below() -> None:
    lines = [
        beside(
            set_line(label, LEFT, 100 + i * WHITE),
            set_line("Kurser för alla", LEFT + 60, 100 + i * WHITE),
            set_right(amount, AMOUNT, 100 + i * WHITE),
        )
        for i, (label, amount) in enumerate((("Skola", "106 000"), ("Vård", "139 000"), ("Fritid", "168 000")))
    ]
    bottom = 100 + 3 * WHITE
    lines += [
        set_right("2 488", AMOUNT, bottom, bold=True),
        set_line("Tilldelade medel", LEFT, bottom + STEP / 2, bold=True),
        set_right("873", AMOUNT, bottom + STEP, bold=True),
        label_and_amount("Återstår", "305 873", bottom + STEP + WHITE, bold=True),
    ]

    grid = read_one(lines).grid

    assert [[c.text(Vocabulary()) for c in grid.row_cells(row) if c.lines] for row in (3, 4)] == [
        ["Tilldelade medel", "2 488 873"],
        ["Återstår", "305 873"],
    ]


def test_a_forms_labels_beside_options_one_below_the_other_are_rows():
    texts = [("Sökt belopp", "9 000"), ("Vi avstår", f"{TICK} Ja"), ("", f"{TICKED} Nej"), ("Referens", "Ansvar 12")]
    lines = [
        beside(*(set_line(text, x0, 100 + STEP * n) for text, x0 in ((label, LEFT), (answer, 300)) if text))
        for n, (label, answer) in enumerate(texts)
    ]

    (found,) = read_all(lines)

    assert found.kind == "answers"
    assert [[cell.text(Vocabulary()) for cell in found.grid.row_cells(row)] for row in range(3)] == [
        ["Sökt belopp", "9 000"],
        ["Vi avstår", f"{TICK} Ja {TICKED} Nej"],
        ["Referens", "Ansvar 12"],
    ]


def test_a_cells_last_line_alone_below_the_last_rule_goes_on_it_at_the_cells_own_step():
    rows = [("Område för", "Insats"), ("stödet", "i länet"), ("Tidigt stöd", "Samtal på skolan"), ("åt barn", "med")]
    rows += [("", "kurator"), ("Stöd till", "Telefonlinje"), ("närstå-", "varje kväll"), ("ende", "")]
    rows += [("Uppföljning", "Enkät till elever"), ("varje år", "i årskurs nio")]
    foot, lines = 100.0, []
    for i, (label, act) in enumerate(rows):
        foot += 19.0 if i in (2, 5, 8) else 16.0
        lines.append(beside(*[set_line(t, x, foot) for t, x in ((label, LEFT), (act, 200.0)) if t]))
    heights = (lines[0].top - 3, lines[1].bottom + 2)
    pieces = tuple(Box(x0, y, x1, y + 0.6) for y in heights for x0, x1 in ((LEFT - 2, 190), (190, AMOUNT)))

    found = find_regions(lines, MEASURES, Drawn(rules=pieces))

    assert [(r.first, r.last) for r in found] == [(0, len(lines))]


def centred(text: str, middle: float, bottom: float, *, bold: bool = False) -> Line:
    return set_line(text, middle - text_width(text) / 2, bottom, bold=bold)


def test_a_head_alone_over_two_columns_begins_the_table_where_others_stand_half_a_line_lower():
    heads = beside(set_line("Mått", LEFT, 106, bold=True), centred("Källa", 440, 106, bold=True))
    years = beside(centred("2025", 260, 112, bold=True), centred("2027", 320, 112, bold=True))
    rows = [
        beside(set_line(label, LEFT, y), centred("2,5", 260, y), centred("3,1", 320, y), centred("Enkät", 440, y))
        for label, y in (("Sömn", 130), ("Trygghet", 148), ("Stöd", 166))
    ]

    (region,) = find_regions([centred("Målvärden för", 290, 100, bold=True), heads, years, *rows], MEASURES)

    assert (region.first, region.last, region.n_cols) == (0, 6, 4)


def test_below_a_tinted_head_a_row_may_have_its_figures_at_the_middle_of_its_label():
    head = [
        beside(set_line("Mått", LEFT, y), centred(text, 260, y), centred("Källa", 400, y))
        for text, y in (("Läget", 85), ("nu", 100))
    ]
    first = beside(set_line("Sömn", LEFT, 120), centred("2,5", 260, 120), centred("Enkät", 400, 120))
    label = [set_line("Väntetid till ett första", LEFT, 140), set_line("samtal", LEFT, 152)]
    figures = beside(centred("14,5", 260, 146), centred("Register i länet", 400, 146))

    bands = (Box(LEFT - 5, 72, 460, 88), Box(LEFT - 5, 88, 460, 104))
    (region,) = find_regions([*head, first, label[0], figures, label[1]], MEASURES, Drawn(bands=bands))

    assert (region.first, region.last) == (0, 6)


def test_text_with_a_heading_in_the_margin_is_no_row_of_the_ruled_table_above_it():
    rows = [
        beside(set_line(text, 170, y), set_right(n, 400, y))
        for text, n, y in (("Post", "Kronor", 100), ("Lön", "5", 114))
    ]
    below = [
        beside(
            set_line("Synpunkter", LEFT, 134, bold=True), set_line("Nämnden har inte haft något att invända", 170, 134)
        ),
        set_line("och har redan börjat om.", 170, 147),
    ]
    rules = tuple(Box(168, y, 402, y + 0.5) for y in (88.0, 103.0, 118.0))

    (region, *_) = find_regions([*rows, *below], MEASURES, Drawn(rules=rules))

    assert (region.first, region.last) == (0, 2)


def test_a_line_in_the_middle_heads_the_rows_of_figures_below_it():
    def row(label: str, bottom: float) -> Line:
        return beside(set_line(label, LEFT, bottom), *(set_right(f"{x:.0f}", x, bottom) for x in (300, 400, 500)))

    above = [row("Lön", 100), set_line("Underhåll av vägar och", LEFT, 114), row("broar i länets norra delar", 126)]
    section = centred("Investeringsverksamhetsplaneringskommittéer", 285, 144)

    (region,) = find_regions([*above, section, row("Lån", 162), row("Mark", 176)], MEASURES)

    assert (region.first, region.last) == (0, 6)


@pytest.mark.parametrize("nothing", ["n/a", "–"])
def test_what_stands_for_no_figure_goes_on_no_text_above(nothing):
    lines: list[Line] = []
    for i, (first, last) in enumerate((("Andel som har fått stöd", "inom tre dagar"), ("Antal timmar", "i skolan"))):
        y = 100 + i * 32
        lines += [
            beside(set_line(first, LEFT, y), *(set_line(nothing, x, y) for x in (260, 320, 380))),
            set_line(last, LEFT, y + 13),
        ]

    assert [row[0] for row in texts(read_one(lines))] == [
        "Andel som har fått stöd inom tre dagar",
        "Antal timmar i skolan",
    ]


def test_a_number_and_a_heading_at_a_tab_from_it_are_no_row_of_the_table_below():
    title = beside(set_line("3", LEFT, 100, bold=True), set_line("Fördela kostnaderna", LEFT + 20, 100, bold=True))
    rows = [
        beside(set_line(text, LEFT + 24, 116 + i * 14), set_right(n, 400, 116 + i * 14))
        for i, (text, n) in enumerate((("Område", "Kronor"), ("Skola", "512 300"), ("Hem", "84 150")))
    ]
    numbered = [
        beside(set_line(str(i), LEFT, 100 + i * 14, bold=i == 1), set_line("Insats", 90, 100 + i * 14, bold=i == 1))
        for i in (1, 2, 3)
    ]

    assert [region.first for region in find_regions([title, *rows], MEASURES)] == [1]
    assert [region.first for region in find_regions(numbered, MEASURES)] in ([0], [])


def test_the_first_line_of_a_head_set_at_the_foot_begins_where_its_second_does():
    above = set_line("Ansvarig", 256, 100, bold=True)
    head = beside(
        *(set_line(text, x0, 114, bold=True) for text, x0 in (("Mål", LEFT), ("Insats", 150), ("enhet", 256)))
    )
    rows = [
        beside(
            set_line("Trygghet", LEFT, 132), set_line("Samtal i grupper för", 150, 132), set_line("Skola", 256, 132)
        ),
        set_line("unga", 150, 144),
        beside(set_line("Sömn", LEFT, 162), set_line("Kurser", 150, 162), set_line("Vård", 256, 162)),
    ]

    (region,) = find_regions([above, head, *rows], MEASURES)

    assert region.first == 0


def test_a_head_half_a_line_above_those_on_the_same_tint_is_of_their_table():
    band = [Box(LEFT - 5, y, 460, y + 16) for y in (98.0, 114.0)]
    first = beside(set_line("Mått", LEFT, 119, bold=True), centred("Källa", 440, 119, bold=True))
    years = beside(centred("2025", 260, 127, bold=True), centred("2027", 320, 127, bold=True))
    rows = [
        beside(set_line(label, LEFT, y), centred("2,5", 260, y), centred("3,1", 320, y), centred("Enkät", 440, y))
        for label, y in (("Sömn", 144), ("Trygghet", 162))
    ]

    (region,) = find_regions(
        [centred("Målvärden för", 290, 110, bold=True), first, years, *rows], MEASURES, Drawn(bands=tuple(band))
    )

    assert (region.first, region.last) == (0, 5)


def test_years_in_their_order_begin_a_row_each_though_nothing_stands_beside_some():
    years = [("2016", "4 100"), ("2017", ""), ("2018", ""), ("2019", ""), ("2020", "9 800"), ("2021", "7 100")]

    found = read_one(evenly([HEAD, *years]))

    assert texts(found)[1:] == [list(row) for row in years]


def test_a_cell_keeps_the_mark_of_a_footnote_that_its_text_leaves_out():
    rows = evenly([("Ekfors", "12 500"), ("Lindvik", "9 800"), ("Sundholm", "7 100")])
    marked = replace(rows[1].words[0], mark="2")
    rows[1] = Line((marked, *rows[1].words[1:]))

    table = table_of(read_one(rows).grid, "unruled", Vocabulary())

    assert [(cell.text, cell.marks) for cell in table.cells if cell.marks] == [("Lindvik", "2")]


@pytest.mark.parametrize("box", [TICK, "□", "○"])
def test_one_row_of_boxes_below_the_steps_of_a_scale_is_a_table_whatever_sign_the_boxes_are(box):
    starts = [LEFT + 90 * n for n in range(5)]
    heads = ("Inte alls 1", "2", "3", "4", "Helt 5")
    lines = [
        beside(*(set_line(text, x0, 100, bold=True) for text, x0 in zip(heads, starts, strict=True))),
        beside(*(set_line(box, x0 + 10, 118) for x0 in starts)),
    ]

    found = read_one(lines)

    assert found.kind == "table"
    assert [row[0] for row in texts(found)] == ["Inte alls 1", "" if box != "○" else "○"]


@pytest.mark.parametrize(("value", "n_cols"), [("X", 3), ("17", 2)])
def test_a_column_without_marks_stands_beside_labels_without_a_head(value, n_cols):
    head = beside(*(set_line(text, x0, 100, bold=True) for text, x0 in (("Ja", 330), ("Nej", 400))))
    row = beside(set_line("Har ni haft kö till ombudet i år?", LEFT, 120), set_line(value, 400, 120))

    assert read_one([head, row]).grid.n_cols == n_cols


@pytest.mark.parametrize(("y", "head_rows"), [(127, 1), (None, 1), (112, 1)])
def test_the_rest_of_a_bold_head_is_of_it_though_it_is_a_number(y, head_rows):
    lines = [
        beside(*(set_line(t, x, 100, bold=True) for t, x in (("Ålder", LEFT), ("Antal/100", 300), ("Antal", 420)))),
        set_line("000", 300, 113, bold=True),
        beside(set_line("15 år", LEFT, 135), set_line("13,9", 300, 135), set_line("26", 420, 135)),
        beside(set_line("24 år", LEFT, 155), set_line("19,3", 300, 155), set_line("93", 420, 155)),
    ]
    found = read_one(lines, rules=[] if y is None else [Box(LEFT - 2, y - 10, 440, y - 9.5)])

    whole = texts(found)[0][1] == "Antal/100 000"
    assert (found.grid.header_rows, whole) == (head_rows, y == 127)


def in_two(*pairs: tuple[str, str]) -> list[Line]:
    return [
        beside(set_line(one, LEFT, 100 + STEP * n), set_line(two, 280, 100 + STEP * n))
        for n, (one, two) in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    ("pairs", "kind"),
    [
        (
            [("Kommun", "Granviks kommun"), ("Organisationsnummer", "212000-9999"), ("E-post", "a@granvik.example")],
            "answers",
        ),
        ([("Namn", "Ebba Ek"), ("Datum", "2027-02-28")], "answers"),
        ([("Ebba Ek", "ebba@granvik.example"), ("Olle Ås", "olle@granvik.example")], "columns"),
        ([("Unga", "Stöd i skolan"), ("Äldre", "Besök i hemmet"), ("Alla", "En väg in")], "columns"),
    ],
)
def test_what_the_answers_are_tells_that_bare_words_beside_them_are_labels(pairs, kind):
    found = read_one(in_two(*pairs))

    assert found.kind == kind
    assert kind != "answers" or found.grid.n_rows == len(pairs)
