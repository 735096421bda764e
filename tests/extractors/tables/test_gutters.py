"""Columns by the white between words: wide gutters, narrow ones that words line up beside, white that is none."""

from dataclasses import replace

import pytest

from extractors.tables.cut_lines import cut_all
from extractors.tables.gutters import column_edges
from extractors.tables.line_parts import cut
from extractors.text.lines import Line
from tests.layout_builders import LEFT, STEP, beside, set_line, set_right

LABELS = ["Granvik kommun", "Ekfors kommun", "Talludden stad", "Ås"]
"""The first three reach near the second column at 150, the last one does not."""


def lined_up(texts: list[str], x0: float = 150.0) -> list[Line]:
    return [
        beside(set_line(label, LEFT, 100 + i * STEP), set_line(text, x0, 100 + i * STEP))
        for i, (label, text) in enumerate(zip(LABELS, texts, strict=True))
    ]


def test_a_column_is_found_where_words_begin_at_one_position_though_some_text_comes_near():
    edges = column_edges(lined_up(["Unga", "Äldre", "Alla", "Barn"], x0=147.0))

    assert len(edges) == 3
    assert 140 <= edges[1] <= 147


def typed(line: Line) -> Line:
    """The line in a typewriter's type: its letters are 0.6 of the size wide."""
    return Line(tuple(replace(w, size=w.size / 1.2) for w in line.words))


def test_a_typewriters_words_that_stand_under_each_other_begin_no_column():
    rows = ["Bostad med stöd", "Arbete med stöd", "Skolan och alla", "Samtal med unga"]
    lines = [
        typed(beside(set_line(text, LEFT, 100 + i * STEP), set_line("Kommun", 250, 100 + i * STEP)))
        for i, text in enumerate(rows)
    ]

    assert len(column_edges(lines)) == 3


def test_a_few_spaces_part_a_typewriters_columns():
    rows = [("Skolan", "12 500"), ("Vården", "10 250"), ("Stödet", "11 000")]
    lines = [typed(set_line(f"{label}  {amount}", LEFT, 100 + i * STEP)) for i, (label, amount) in enumerate(rows)]

    assert len(column_edges(lines)) == 3


def test_like_words_at_one_position_in_every_line_are_one_text():
    lines = [set_line(f"Antal personer {word}", LEFT, 100 + i * STEP) for i, word in enumerate(["i", "på", "av", "ur"])]

    assert len(column_edges(lines)) == 2


def test_columns_of_right_aligned_numbers_are_parted_where_their_heads_touch():
    heads = [("het", "(1-4)", "kvens"), ("3", "4", "12"), ("1", "2", "2"), ("4", "4", "16")]
    lines = [
        beside(*(set_right(text, x1, 100 + i * STEP) for text, x1 in zip(row, (100.0, 130.0, 160.0), strict=True)))
        for i, row in enumerate(heads)
    ]

    assert len(column_edges(lines)) == 4


def test_the_groups_of_a_number_are_not_parted():
    amounts = ["1 200", "4 500", "6 100", "9 900"]
    lines = [
        beside(set_line("Stöd", LEFT, 100 + i * STEP), set_right(a, 400, 100 + i * STEP)) for i, a in enumerate(amounts)
    ]

    assert len(column_edges(lines)) == 3


def test_a_list_number_in_a_cell_parts_no_column():
    rows = ["4. Allvarlig", "3. Kännbar", "2. Lindrig", "4. Allvarlig"]
    lines = [set_line(text, 300, 100 + i * STEP) for i, text in enumerate(rows)]
    lines += [beside(set_line("Arkiv", LEFT, 160), set_line("3. Kännbar", 300, 160))]

    assert len(column_edges(lines)) == 3


@pytest.mark.parametrize("bold", [True, False], ids=["bold", "as-the-rows"])
def test_a_total_may_reach_over_the_first_gutter(bold):
    rows = [("Skola", "Färre köer", "5 000"), ("Vård", "Kortare väntan", "7 000")] * 3
    lines = [
        beside(
            set_line(a, LEFT, 100 + i * STEP),
            set_line(b, 150, 100 + i * STEP),
            set_right(c, 400, 100 + i * STEP),
        )
        for i, (a, b, c) in enumerate(rows)
    ]
    total = beside(set_line("Totalt beviljade medel", LEFT, 200, bold=bold), set_right("36 000", 400, 200, bold=bold))

    assert len(column_edges([*lines, total])) == 4


def stepped(rows: list[tuple[str, str]], x0: float = 150.0) -> list[Line]:
    """Rows of two texts, the second begins at x0; an empty one leaves its column empty."""
    return [
        beside(*(set_line(text, at, 100 + i * STEP) for at, text in ((LEFT, label), (x0, text)) if text))
        for i, (label, text) in enumerate(rows)
    ]


WRAPPED = [
    ("Stöd till", "Skolan"),
    ("barn i länet", ""),
    ("Råd till", "Vården"),
    ("äldre", ""),
    ("Hjälp åt alla", "Länet"),
]


def test_a_single_word_may_be_longer_than_its_column():
    edges = column_edges(stepped([*WRAPPED, ("KOMMUNÖVERGRIPANDE", "")]))

    assert len(edges) == 3
    assert 148 <= edges[1] <= 150


def test_few_texts_may_reach_over_the_beginning_of_a_column():
    rows = [*WRAPPED, ("Mål", "Kommunerna i hela länet"), *WRAPPED]
    over = ("hela länet samverkar", "")

    assert [len(column_edges(stepped([*rows, *[over] * n]))) for n in (0, 1, 4)] == [3, 3, 2]


def test_numbers_that_begin_at_one_position_begin_no_column_in_theirs():
    amounts = ["1200", "900", "4500", "700", "800", "12000"]
    lines = [
        beside(set_line("Stöd till alla", LEFT, 100 + i * STEP), set_right(a, 400, 100 + i * STEP))
        for i, a in enumerate(amounts)
    ]

    assert len(column_edges(lines)) == 3


def test_a_head_that_touches_the_next_one_stands_over_its_numbers():
    amounts = [("4. Stor", "12"), ("3. Liten", "9"), ("2. Ringa", "4"), ("4. Stor", "16"), ("3. Liten", "6")]
    rows = [
        beside(set_line(a, LEFT, y), set_right(b, 180, y), set_line("Rutin saknas", 200, y))
        for i, (a, b) in enumerate(amounts)
        for y in [113 + i * STEP]
    ]
    heads = beside(set_line("Konsekvens Riskvärde", LEFT + 10, 100), set_line("Motivering", 200, 100))
    edges = column_edges([heads, *rows])

    assert [[len(cells) for cells in row.cells] for row in cut_all([heads, *rows], edges)] == [
        [1] * 3,
        *[[2, 1, 2]] * 5,
    ]


def test_the_labels_of_several_sums_may_reach_over_the_first_gutter():
    rows = [("Skola", "Färre köer", "5 000"), ("Vård", "Kortare väntan", "7 000")] * 3
    lines = [
        beside(set_line(a, LEFT, 100 + i * STEP), set_line(b, 150, 100 + i * STEP), set_right(c, 400, 100 + i * STEP))
        for i, (a, b, c) in enumerate(rows)
    ]
    sums = [
        beside(set_line(f"Summa {name}", LEFT, 200 + i * STEP), set_right("12 000", 400, 200 + i * STEP))
        for i, name in enumerate(["barn och unga", "vuxna i arbete", "äldre personer"])
    ]

    assert len(column_edges([*lines, *sums])) == 4


def test_the_words_of_one_head_over_its_numbers_are_not_parted():
    amounts = ["1 540", "2 824", "4 581", "657", "4 836"]
    rows = [
        beside(set_line("Granvik", LEFT, y), set_right(amount, 430, y))
        for i, amount in enumerate(amounts)
        for y in [113 + i * STEP]
    ]
    head = beside(set_line("Kommun", LEFT, 100), set_right("Tilldelade kronor", 430, 100))

    assert len(column_edges([head, *rows])) == 3


def test_a_word_right_before_the_sum_alone_makes_no_column():
    rows = [("Kurser", "Skolan", "5 000"), ("Råd", "Vården", "700"), ("Stöd", "Länet", "80")]
    lines = [
        beside(set_line(a, LEFT, 100 + i * STEP), set_line(b, 150, 100 + i * STEP), set_right(c, 400, 100 + i * STEP))
        for i, (a, b, c) in enumerate(rows)
    ]
    total = set_right("Summa: 5 780", 400, 100 + 3 * STEP)

    assert len(column_edges([*lines, total])) == 4


def test_a_head_of_two_words_over_numbers_that_begin_with_its_last_one_is_one():
    rows = [
        beside(set_line("Hot mot personal", LEFT, y), set_line("3. Kännbar", 250, y), set_line(value, 400, y))
        for i, value in enumerate(["9", "4", "6", "8", "9"])
        for y in [113 + i * STEP]
    ]
    head = beside(set_line("Risk", LEFT, 100), set_line("Konsekvens", 250, 100), set_line("S x K", 380, 100))

    assert len(column_edges([head, *rows])) == 4


@pytest.mark.parametrize("total", ["= 660 000", "Summa: 660 000"])
def test_a_sum_is_not_parted_from_its_sign_or_the_word_before_it(total):
    rows = [
        beside(set_line(label, LEFT, 100 + i * STEP), set_right(amount, 400, 100 + i * STEP))
        for i, (label, amount) in enumerate([("Kurs", "170 000"), ("Stöd", "170 000"), ("Råd", "320 000")])
    ]

    assert len(column_edges([*rows, set_right(total, 400, 100 + 3 * STEP)])) == 3


def test_options_side_by_side_stand_in_no_columns_though_they_line_up():
    lines = [
        beside(
            set_line(f"☒ {chosen}", LEFT, 100 + i * STEP),
            set_line("☐ Nej", 180, 100 + i * STEP),
            set_line("☐ Vet ej", 300, 100 + i * STEP),
        )
        for i, chosen in enumerate(["Ja", "Helt", "Delvis"])
    ]

    assert len(column_edges(lines)) == 2
    assert [len(cut(line)) for line in lines] == [1, 1, 1]


def test_a_label_beside_its_options_is_parted_from_them():
    lines = [
        beside(set_line(label, LEFT, 100 + i * STEP), set_line("○ Ja", 220, 100 + i * STEP), set_line("● Nej", 320))
        for i, label in enumerate(["Samverkan", "Uppföljning"])
    ]

    assert [[part.text for part in cut(line)] for line in lines] == [
        ["Samverkan", "○ Ja ● Nej"],
        ["Uppföljning", "○ Ja ● Nej"],
    ]


def test_boxes_without_words_stand_in_columns():
    row = beside(set_line("Vi når alla", LEFT), set_line("☐", 220), set_line("☒", 320))

    assert len(cut(row)) == 3


def test_numbers_and_the_texts_right_behind_them_are_two_columns_under_heads_that_all_touch():
    head = beside(set_line("Risk", LEFT, 100), set_line("Följd", 150, 100), set_right("Värde", 206, 100))
    texts = ["stor brist på tid", "följer av okunskap", "kan leda till köer", "är svår att nå", "tar lång tid", "mäts"]
    lines = [beside(head, set_line("Skäl", 212, 100))]
    for i, text in enumerate(texts):
        foot = 100 + 2 * STEP * (i + 1)
        lines.append(beside(set_line("Brist", LEFT, foot), set_line("Stor", 150, foot), set_right("12", 206, foot)))
        lines.append(set_line(text, 212, foot + STEP / 2))
    lines.append(beside(set_line("Köer", LEFT, 400), set_right("9", 206, 400), set_line("ökar", 212, 400)))
    lines.append(beside(set_line("Fel", LEFT, 430), set_right("12", 206, 430), set_line("sker", 212, 430)))

    edges = column_edges(lines)

    assert len(edges) == 5
    assert 206 <= edges[3] <= 212


def test_heads_that_touch_may_be_centred_over_their_numbers():
    values = [("4. Stor", "12"), ("3. Liten", "9"), ("2. Ringa", "4"), ("4. Stor", "16"), ("3. Liten", "100")]
    rows = [
        beside(set_line(text, LEFT, y), set_line(number, 167.5 - 2.5 * len(number), y), set_line("Rutin", 300, y))
        for i, (text, number) in enumerate(values)
        for y in [113 + i * STEP]
    ]
    heads = beside(set_line("Konsekvens", LEFT + 17, 100), set_right("Riskvärde", 190, 100), set_line("Skäl", 300, 100))
    edges = column_edges([heads, *rows])

    assert [[" ".join(w.text for w in cell) for cell in row.cells] for row in cut_all([heads, *rows], edges)][:2] == [
        ["Konsekvens", "Riskvärde", "Skäl"],
        ["4. Stor", "12", "Rutin"],
    ]


SUMS = [("120 000", ""), ("75 500", ""), ("", "9 000"), ("", "88 000"), ("", "41 250")]
"""Each row has its sum in one of two columns."""


def in_either_column(sums: list[tuple[str, str]], *heads: Line) -> list[Line]:
    rows = [
        beside(
            *(set_line("Kurser", LEFT, y),),
            *(set_right(text, x1, y) for text, x1 in zip(row, (275.0, 322.0), strict=True) if text),
        )
        for i, row in enumerate(sums)
        for y in [113 + i * STEP]
    ]
    return [beside(set_line("Insats", LEFT, 100), *heads), *rows]


def test_heads_that_touch_part_two_columns_that_no_row_fills_both_of():
    lines = in_either_column(SUMS, set_right("Kommunen", 275), set_right("Regionen", 322))
    edges = column_edges(lines)

    assert [[" ".join(w.text for w in cell) for cell in row.cells] for row in cut_all(lines, edges)][:4] == [
        ["Insats", "Kommunen", "Regionen"],
        ["Kurser", "120 000", ""],
        ["Kurser", "75 500", ""],
        ["Kurser", "", "9 000"],
    ]


def test_a_head_of_two_words_over_sums_in_one_column_is_not_parted():
    lines = in_either_column([("", text or other) for text, other in SUMS], set_right("Beviljade medel", 322))

    assert len(column_edges(lines)) == 3


def test_numbers_that_cannot_be_one_stand_in_two_columns_however_near():
    numbers = [("391", "5,033,844"), ("33", "56"), ("62", "499"), ("68,311", "7,588,419"), ("12", "68")]
    lines = [
        beside(
            set_line("Kommun", LEFT, 100 + i * STEP),
            set_right(first, 300, 100 + i * STEP),
            set_right(second, 349, 100 + i * STEP),
        )
        for i, (first, second) in enumerate(numbers)
    ]

    assert len(column_edges(lines)) == 4


@pytest.mark.parametrize("sign", ["$", "€", "SEK"])
def test_a_currency_sign_at_the_left_of_its_column_is_of_the_number_at_the_right(sign: str):
    numbers = [(sign, "80,285", sign, "81,832"), ("", "1,325", "", "6,532"), ("", "638", "", "43,178")]
    lines = [
        beside(
            set_line("Kommun", LEFT, 100 + i * STEP),
            *([set_line(first, 180, 100 + i * STEP)] if first else []),
            set_right(number, 300, 100 + i * STEP),
            *([set_line(second, 304, 100 + i * STEP)] if second else []),
            set_right(other, 420, 100 + i * STEP),
        )
        for i, (first, number, second, other) in enumerate([*numbers, numbers[0]])
    ]

    edges = column_edges(lines)

    assert len(edges) == 4
    assert [cut.text(1) for cut in cut_all(lines, edges)][:2] == [f"{sign} 80,285", "1,325"]


def centred(text: str, middle: float, bottom: float) -> Line:
    return set_line(text, middle - len(text) * 2.5, bottom)


@pytest.mark.parametrize(("middle", "n_columns"), [(290.0, 4), (300.0, 3)])
def test_a_head_centred_over_two_columns_leaves_the_white_between_them(middle, n_columns):
    rows = [
        beside(set_line(label, LEFT, y), centred("2,5", 260.0, y), centred("3,1", 320.0, y), set_line("Enkät", 400, y))
        for label, y in ((label, 120 + i * STEP) for i, label in enumerate(LABELS))
    ]

    assert len(column_edges([centred("Målvärde i procent", middle, 107), *rows])) - 1 == n_columns


@pytest.mark.parametrize(("heads", "n_cols"), [(["Insats", "Enhet", "Kronor"], 3), (["Insats", "", "Kronor"], 2)])
def test_narrow_white_parts_columns_that_drawn_edges_span_where_more_heads_stand_side_by_side(heads, n_cols):
    rows = [
        heads,
        ["Kurs för alla anhöriga", "Skola", "900"],
        ["Samtal", "Hemtjänst", "40"],
        ["Resor", "Bibliotek", "7"],
    ]
    lines = [
        beside(*(set_line(x, x0, 100 + i * STEP) for x, x0 in zip(row, (LEFT, 185.0, 300.0), strict=True) if x))
        for i, row in enumerate(rows)
    ]

    assert len(column_edges(lines, [LEFT, 290.0, 400.0])) - 1 == n_cols
