"""Printed lines to table rows: by rules and bands, by white, by numbers and ticks, by sentences."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.geometry import Box
from extractors.pages.page_words import TICK
from extractors.tables.cell_numbers import with_number_rests
from extractors.tables.cut_lines import CutLine, cut_at
from extractors.tables.open_rows import border_heights, row_groups
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, RIGHT, STEP, set_line, set_words

EDGES = (LEFT, 220.0, 370.0, RIGHT)
TOP = 100.0


def cut_lines(cells: Sequence[tuple[int, float, Sequence[str]]]) -> list[CutLine]:
    """Cells as (column, foot of the first line, lines at the usual step), cut as they are printed."""
    words = [
        word
        for col, bottom, texts in cells
        for i, text in enumerate(texts)
        for word in set_words(text, EDGES[col] + 2, bottom + i * STEP)
    ]
    return [cut_at(line, EDGES) for line in lines_of(words)]


def evenly(*rows: Sequence[str]) -> list[CutLine]:
    """Printed lines at the usual step; an empty text leaves its column empty."""
    return cut_lines([(col, TOP + i * STEP, [t]) for i, row in enumerate(rows) for col, t in enumerate(row) if t])


def rows_of(
    lines: Sequence[CutLine], *, heights: Sequence[float] = (), numeric: Sequence[int] = (), n_header: int = 0
) -> list[list[str]]:
    """Each table row's cells, their lines joined by a space."""
    groups = row_groups(lines, n_header, heights, set(numeric))
    return [[" ".join(t for i in group if (t := lines[i].text(col))) for col in range(3)] for group in groups]


def test_a_line_is_cut_where_its_words_have_their_middle():
    cut = cut_at(set_line("Stöd till unga", 210), (LEFT, 220.0, 260.0, RIGHT))

    assert [cut.text(col) for col in range(3)] == ["", "Stöd till", "unga"]
    assert cut.filled() == [1, 2]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5 000", True),
        ("= 1 234", True),
        ("12 %", True),
        ("(300 kr)", True),
        ("$(1,204)", True),
        ("0,853***", True),
        (TICK, True),
        ("2 tjänster", False),
    ],
)
def test_a_number_or_a_tick_box_tells_of_a_row(text, number):
    assert evenly(["", text])[0].is_number(1) is number


def test_cells_centred_beside_each_other_are_one_row():
    lines = cut_lines(
        [
            (0, 100, ["Stödsamtal för", "unga som väntar", "på en tid"]),
            (1, 106.5, ["Regionen och", "kommunerna"]),
            (2, 113, ["Våren"]),
            (0, 178, ["Utbildning"]),
            (1, 165, ["Kommunerna", "i hela", "länet"]),
            (2, 171.5, ["Hösten och", "vintern"]),
        ]
    )

    assert rows_of(lines) == [
        ["Stödsamtal för unga som väntar på en tid", "Regionen och kommunerna", "Våren"],
        ["Utbildning", "Kommunerna i hela länet", "Hösten och vintern"],
    ]


def test_a_number_half_way_down_its_row_belongs_to_the_cell_beside_it():
    lines = cut_lines(
        [
            (0, 100, ["Stödsamtal", "för unga"]),
            (1, 106.5, ["5 000"]),
            (0, 140, ["Utbildning", "av lärare"]),
            (1, 146.5, ["700"]),
        ]
    )

    assert rows_of(lines, numeric=[1]) == [["Stödsamtal för unga", "5 000", ""], ["Utbildning av lärare", "700", ""]]


def test_white_between_rows_tells_them_from_the_lines_within():
    lines = cut_lines(
        [(0, 100, ["Kurser", "i samtal"]), (1, 100, ["Länet"]), (0, 135, ["Stöd", "till alla"]), (1, 135, ["Granvik"])]
    )

    assert rows_of(lines) == [["Kurser i samtal", "Länet", ""], ["Stöd till alla", "Granvik", ""]]


def test_the_first_rows_label_may_stand_below_its_number():
    lines = cut_lines(
        [
            (1, 100, ["Färre som", "väntar"]),
            (2, 100, ["5 000"]),
            (0, 106.5, ["Kurser"]),
            (0, 140, ["Stöd till", "alla unga"]),
            (1, 146.5, ["Mer stöd"]),
            (2, 140, ["700"]),
            (0, 180, ["Råd", "om mat"]),
            (1, 186.5, ["Bättre hälsa"]),
            (2, 180, ["80"]),
        ]
    )

    assert rows_of(lines, numeric=[2]) == [
        ["Kurser", "Färre som väntar", "5 000"],
        ["Stöd till alla unga", "Mer stöd", "700"],
        ["Råd om mat", "Bättre hälsa", "80"],
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(
            [("Boende med särskild", "105"), ("service", "000"), ("Kurser", "46 000"), ("Råd", "314"), ("", "585")],
            [["Boende med särskild service", "105 000"], ["Kurser", "46 000"], ["Råd", "314 585"]],
            id="broken-where-there-was-no-room",
        ),
        pytest.param(
            [("Kurser", "105"), ("Boende", "000"), ("Råd", "46 000")],
            [["Kurser Boende", "105 000"], ["Råd", "46 000"]],
            id="no-number-begins-with-zero",
        ),
        pytest.param(
            [("Kurser", "105"), ("Samtal", "314"), ("Råd", "46 000")],
            [["Kurser", "105"], ["Samtal", "314"], ["Råd", "46 000"]],
            id="a-label-begins-beside-each",
        ),
        pytest.param(
            [("Kurser", "105"), ("", "314"), ("Alla", "1 046 000")],
            [["Kurser", "105"], ["", "314"], ["Alla", "1 046 000"]],
            id="room-for-both-on-one-line",
        ),
        pytest.param(
            [("Kurser", "105"), ("", "314"), ("Råd", "12")],
            [["Kurser", "105"], ["", "314"], ["Råd", "12"]],
            id="no-thousands-in-the-column",
        ),
    ],
)
def test_a_number_that_its_column_broke_is_one(rows, told):
    lines = with_number_rests(evenly(*((label, number, "") for label, number in rows)))

    assert rows_of(lines, numeric=[1]) == [[*row, ""] for row in told]


@pytest.mark.parametrize(("day", "rest"), [("2031-12-", "31"), ("2031-", "12-31")])
def test_a_day_goes_on_below_its_hyphen(day, rest):
    lines = with_number_rests(evenly(("Kurs", day, "Ann"), ("i samtal", rest, ""), ("Råd", "2031-10-01", "Bo")))

    assert [sorted(line.rests) for line in lines] == [[], [1], []]


def test_lines_far_from_each_other_are_rows():
    lines = cut_lines([(0, 100 + 30 * i, [t]) for i, t in enumerate(["Kurser", "i länet", "Stöd"])])

    assert rows_of(lines) == [["Kurser", "", ""], ["i länet", "", ""], ["Stöd", "", ""]]


def test_ticks_tell_rows_apart_where_lines_are_spaced_alike():
    lines = evenly(
        ["Stödsamtal för unga", TICK, TICK],
        ["som väntar på en tid", "", ""],
        ["Utbildning av lärare", TICK, TICK],
        ["Föräldraträffar", TICK, TICK],
    )

    assert rows_of(lines, numeric=[1, 2]) == [
        ["Stödsamtal för unga som väntar på en tid", TICK, TICK],
        ["Utbildning av lärare", TICK, TICK],
        ["Föräldraträffar", TICK, TICK],
    ]


def test_a_row_of_ticks_half_a_line_off_belongs_to_the_label_beside_it():
    lines = cut_lines(
        [
            (0, 100, ["Stödsamtal", "för unga"]),
            (1, 106.5, [TICK]),
            (2, 106.5, [TICK]),
            (0, 140, ["Utbildning"]),
            (1, 140, [TICK]),
            (2, 140, [TICK]),
        ]
    )

    assert rows_of(lines, numeric=[1, 2]) == [["Stödsamtal för unga", TICK, TICK], ["Utbildning", TICK, TICK]]


@pytest.mark.parametrize("at", [0, 1], ids=["first-line", "last-line"])
def test_numbers_tell_rows_apart_on_the_line_that_they_stand_on(at):
    labels = [("Stöd för", "Elever"), ("Kurser för", "Lärare"), ("Råd till", "Vuxna")]
    lines = evenly(
        *(
            [label, f"{row + 1} 000" if i == at else "", ""]
            for row, two in enumerate(labels)
            for i, label in enumerate(two)
        )
    )

    assert [row[1] for row in rows_of(lines, numeric=[1])] == ["1 000", "2 000", "3 000"]
    assert [row[0] for row in rows_of(lines, numeric=[1])] == [" ".join(two) for two in labels]


def test_a_number_on_the_middle_line_of_its_row_belongs_to_the_whole_sentence():
    lines = evenly(
        ["Stöd för", ""], ["unga som", "1 000"], ["väntar", ""], ["Kurser för", ""], ["alla", "2 000"], ["lärare", ""]
    )

    assert rows_of(lines, numeric=[1]) == [
        ["Stöd för unga som väntar", "1 000", ""],
        ["Kurser för alla lärare", "2 000", ""],
    ]


def test_a_row_with_a_number_of_its_own_begins_anew_though_its_amount_is_missing():
    lines = evenly(["1. Stöd", "5 000"], ["2. Kurser", ""], ["3. Råd", "700"], ["till vuxna", ""])

    assert [row[0] for row in rows_of(lines, numeric=[1])] == ["1. Stöd", "2. Kurser", "3. Råd till vuxna"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Stöd till", "unga i länet", id="lowercase"),
        pytest.param("Elev-", "Hälsa", id="hyphen"),
        pytest.param("Kurser,", "Träffar", id="comma"),
        pytest.param("Region/", "Kommun", id="slash"),
        pytest.param("Stöd (Granvik", "Ekfors)", id="open-bracket"),
    ],
)
def test_lines_spaced_alike_go_on_where_no_sentence_begins(first, second):
    lines = evenly([first, "Skolan tar", ""], [second, "ansvar", ""], ["Utbildning", "Regionen", ""])

    assert rows_of(lines) == [[f"{first} {second}", "Skolan tar ansvar", ""], ["Utbildning", "Regionen", ""]]


@pytest.mark.parametrize("second", ["Träffar", "Ekfors (länet)", "2. Samtal"])
def test_lines_spaced_alike_are_rows_where_each_begins_anew(second):
    lines = evenly(["Stöd (alla)", "Skolan"], [second, "Granvik"], ["Utbildning", "Regionen"])

    assert [row[0] for row in rows_of(lines)] == ["Stöd (alla)", second, "Utbildning"]


def test_lines_spaced_alike_begin_a_row_at_each_label_also_where_cells_have_more_lines():
    lines = evenly(["Stöd", "Skolan leder", ""], ["", "Arbetet delas", ""], ["Kurser", "Regionen", ""])

    assert rows_of(lines) == [["Stöd", "Skolan leder Arbetet delas", ""], ["Kurser", "Regionen", ""]]


def test_a_line_without_label_goes_on_with_the_row_above():
    lines = evenly(["Stöd", "Skolan", ""], ["Kurser", "Regionen leder", ""], ["", "Arbetet delas", ""])

    assert rows_of(lines) == [["Stöd", "Skolan", ""], ["Kurser", "Regionen leder Arbetet delas", ""]]


def test_a_further_paragraph_without_label_and_number_belongs_to_the_row_above():
    lines = cut_lines(
        [
            (0, 100, ["Stöd"]),
            (1, 100, ["Skolan leder", "arbetet."]),
            (1, 135, ["Regionen", "är med."]),
            (0, 170, ["Kurser"]),
            (1, 170, ["Regionen"]),
            (0, 205, ["Råd"]),
            (1, 205, ["Länet"]),
        ]
    )

    assert rows_of(lines) == [
        ["Stöd", "Skolan leder arbetet. Regionen är med.", ""],
        ["Kurser", "Regionen", ""],
        ["Råd", "Länet", ""],
    ]


def test_where_many_rows_have_no_label_each_is_its_own():
    lines = cut_lines([(0, 100, ["Stöd"]), *((1, 100 + 35 * i, ["Skolan", "leder."]) for i in range(3))])

    assert rows_of(lines) == [["Stöd", "Skolan leder.", ""], ["", "Skolan leder.", ""], ["", "Skolan leder.", ""]]


def test_cells_that_stand_beside_each_other_only_in_part_are_one_row():
    lines = cut_lines(
        [(1, 100, ["Skolan", "leder"]), (0, 118, ["Stöd", "till alla"]), (0, 175, ["Kurser"]), (1, 175, ["Granvik"])]
    )

    assert rows_of(lines) == [["Stöd till alla", "Skolan leder", ""], ["Kurser", "Granvik", ""]]


def test_a_sum_without_label_is_a_row_of_its_own():
    lines = evenly(["Stöd", "1 000"], ["Kurser", "234"], ["", "= 1 234"])

    assert rows_of(lines, numeric=[1])[-1] == ["", "= 1 234", ""]


def test_the_header_is_the_first_row_however_many_lines_it_has():
    lines = evenly(["Aktivitet", "Belopp", ""], ["", "(kr)", ""], ["Stöd", "5 000", ""], ["Kurser", "700", ""])

    assert rows_of(lines, numeric=[1], n_header=2)[0] == ["Aktivitet", "Belopp (kr)", ""]
    assert row_groups(lines[:2], 2, [], set()) == [[0, 1]]


FOUR = (["Stöd till", "Skolan", ""], ["Unga", "Vården", ""], ["Kurser", "Regionen", ""], ["I länet", "Granvik", ""])


def between(lines: Sequence[CutLine], index: int) -> float:
    """The height between a line and the next one."""
    return (lines[index].line.bottom + lines[index + 1].line.top) / 2


def rule(y: float, x0: float = LEFT, x1: float = RIGHT) -> Box:
    return Box(x0, y - 0.25, x1, y + 0.25)


def test_rules_part_rows_whatever_their_texts_say():
    lines = evenly(*FOUR, ["Råd", "Ekfors", ""])

    assert rows_of(lines, heights=[between(lines, 1), between(lines, 3)]) == [
        ["Stöd till Unga", "Skolan Vården", ""],
        ["Kurser I länet", "Regionen Granvik", ""],
        ["Råd", "Ekfors", ""],
    ]


def test_a_lone_rule_parts_what_white_and_sentences_would_join():
    lines = evenly(["Stöd", "Skolan", ""], ["i länet", "Regionen", ""], ["Kurser", "Granvik", ""])

    assert [row[0] for row in rows_of(lines)] == ["Stöd i länet", "Kurser"]
    assert [row[0] for row in rows_of(lines, heights=[between(lines, 0)])] == ["Stöd", "i länet", "Kurser"]


def test_rules_above_and_below_sums_leave_rows_together_that_numbers_part():
    lines = evenly(
        ["Kurser", "Skolan", "5 000"],
        ["Träffar", "Vården", "700"],
        ["Fördelat", "", "5 700"],
        ["Beviljat", "", "6 000"],
        ["Kvar", "", "300"],
        ["Varav", "", "100"],
    )
    heights = [between(lines, i) for i in range(1, 5)]

    assert [row[0] for row in rows_of(lines, heights=heights, numeric=[2])] == [row.text(0) for row in lines]


def test_a_drawn_row_with_two_numbers_and_one_label_stays_one():
    lines = evenly(["Kurser", "5 000"], ["", "70"], ["Råd", "80"], ["Stöd", "90"], ["Samtal", "60"])
    heights = [between(lines, i) for i in range(1, 4)]

    assert rows_of(lines, heights=heights, numeric=[1])[0] == ["Kurser", "5 000 70", ""]


@pytest.mark.parametrize(("bold", "n_rows"), [(True, 5), (False, 3)], ids=["in-bold", "as-other-labels"])
def test_a_section_between_two_rows_without_shade_parts_them(bold, n_rows):
    marks = [("Läxhjälp", "", "x"), ("Lovkurser", "x", ""), ("Stöd", "", ""), ("Samtal", "", "x"), ("Tolk", "x", "")]
    words = [
        replace(word, bold=bold and row[0] == "Stöd")
        for i, row in enumerate(marks)
        for col, text in enumerate(row)
        for word in set_words(text, EDGES[col] + 2, TOP + i * STEP)
    ]
    lines = [cut_at(line, EDGES) for line in lines_of(words)]

    assert len(rows_of(lines, heights=[between(lines, 0), between(lines, 3)], numeric=[1, 2])) == n_rows


def test_rules_over_most_of_the_width_are_borders_and_those_beside_the_lines_are_none():
    lines = evenly(["Stöd", "Skolan", "Granvik"], ["Kurser", "Regionen", "Ekfors"])
    y = between(lines, 0)

    assert border_heights(lines, [rule(y)], []) == [y]
    assert border_heights(lines, [rule(y, x1=150)], []) == []
    assert border_heights(lines, [rule(lines[0].line.top - 4), rule(lines[1].line.bottom + 4)], []) == []


def test_rules_under_each_cell_are_one_border():
    lines = evenly(["Stöd", "Skolan", "Granvik"], ["Kurser", "Regionen", "Ekfors"])
    y = between(lines, 0)

    assert border_heights(lines, [rule(y, x0, x1) for x0, x1 in pairwise(EDGES)], []) == [y]


def test_a_rule_drawn_twice_is_one_border():
    lines = evenly(["Stöd", "Skolan", "Granvik"], ["Kurser", "Regionen", "Ekfors"])
    y = between(lines, 0)

    assert border_heights(lines, [rule(y), rule(y + 1)], []) == [y]


def test_a_band_parts_rows_at_its_upper_and_lower_edge():
    lines = evenly(*FOUR)
    band = Box(LEFT, between(lines, 0), RIGHT, between(lines, 2))

    heights = border_heights(lines, [], [band])

    assert heights == [band.top, band.bottom]
    assert [row[0] for row in rows_of(lines, heights=heights)] == ["Stöd till", "Unga Kurser", "I länet"]


TEXTS = st.sampled_from(["", "Stöd", "till unga", "Elev-", "5 000", TICK, "1. Kurser", "Råd (alla"])


@given(
    st.lists(
        st.tuples(st.tuples(TEXTS, TEXTS, TEXTS).filter(any), st.sampled_from([6.5, STEP, STEP, 20.0, 30.0])),
        min_size=1,
        max_size=14,
    ),
    st.sets(st.sampled_from([1, 2])),
    st.lists(st.floats(95, 400), max_size=4).map(sorted),
    st.integers(0, 2),
)
def test_every_line_stands_in_exactly_one_row(rows, numeric, heights, n_header):
    bottom = TOP
    lines: list[CutLine] = []
    for texts, step in rows:
        bottom += step
        words = [w for col, t in enumerate(texts) for w in set_words(t, EDGES[col] + 2, bottom)]
        lines.append(cut_at(lines_of(words)[0], EDGES))

    groups = row_groups(lines, min(n_header, len(lines)), heights, numeric)

    assert sorted(i for group in groups for i in group) == list(range(len(lines)))
    assert all(groups)


def test_the_rest_of_a_row_that_the_page_cut_stands_apart_above_the_first_label():
    lines = cut_lines(
        [
            (0, 100, ["dicinskt centrum"]),
            (1, 100, ["året om"]),
            (0, 113, ["Skolan"]),
            (1, 113, ["Mer stöd", "till alla"]),
            (0, 150, ["Vården"]),
            (1, 150, ["Kortare", "väntan"]),
            (0, 187, ["Länet"]),
            (1, 187, ["Färre", "köer"]),
        ]
    )

    assert [row[0] for row in rows_of(lines)] == ["dicinskt centrum", "Skolan", "Vården", "Länet"]


def test_the_rest_of_a_row_stands_apart_also_where_rules_part_the_sums_below():
    lines = cut_lines(
        [
            (1, 100, ["om barns oro"]),
            (0, 126, ["Vården"]),
            (1, 126, ["Kortare", "väntan"]),
            (2, 126, ["700"]),
            (0, 165, ["Summa"]),
            (2, 165, ["5 700"]),
            (0, 191, ["Kvar"]),
            (2, 191, ["300"]),
        ]
    )

    found = rows_of(lines, heights=[between(lines, 2), between(lines, 3)], numeric=[2])

    assert found[:2] == [["", "om barns oro", ""], ["Vården", "Kortare väntan", "700"]]


def test_rules_under_the_head_and_above_the_sum_do_not_part_all_rows():
    lines = evenly(["Stöd", "5 000"], ["Kurs", "700"], ["Råd", "80"], ["Summa", "5 780"])

    assert len(rows_of(lines, heights=[90, 128], numeric=[1])) == 4


def test_a_number_that_its_cells_width_broke_is_one():
    lines = cut_lines(
        [
            (0, 100, ["Stöd till", "unga"]),
            (1, 100, ["1 034", "413"]),
            (0, 140, ["Kurser", "i länet"]),
            (1, 140, ["2 452", "482"]),
        ]
    )

    assert rows_of(lines, numeric=[1]) == [["Stöd till unga", "1 034 413", ""], ["Kurser i länet", "2 452 482", ""]]


def test_totals_that_their_cells_width_broke_are_whole():
    lines = evenly(("Skola", "3 369", "165"), ("Vård", "6 215", "7 568"), ("Totalt", "14", "7 733"), ("", "584", ""))

    assert rows_of(lines, numeric=(1, 2))[-1] == ["Totalt", "14 584", "7 733"]


def test_a_small_number_below_a_small_one_is_a_number_of_its_own():
    lines = evenly(("Skola", "33", "16"), ("Vård", "62", "75"), ("Totalt", "14", "77"), ("", "584", ""))

    assert rows_of(lines, numeric=(1, 2))[-1] == ["", "584", ""]


def narrow_sums(*sums: tuple[str, ...]) -> list[CutLine]:
    """Rows with wide white between them, each a label and a sum whose groups may stand one under the other."""
    return cut_lines(
        [
            cell
            for i, lines in enumerate(sums)
            for cell in ((0, TOP + i * 40, [f"Insats {'abcdef'[i]}"]), (1, TOP + i * 40, lines))
        ]
    )


def test_a_sum_that_its_column_breaks_is_one_number():
    rows = with_number_rests(narrow_sums(("105", "000"), ("314", "250"), ("51 000",)))

    found = rows_of(rows, numeric=(1,))

    assert [row[1] for row in found] == ["105 000", "314 250", "51 000"]


def test_numbers_one_under_the_other_are_two_where_the_column_breaks_none():
    """No number begins with a zero here: nothing tells that 250 goes on from 314."""
    rows = narrow_sums(("105",), ("314", "250"), ("51",))

    assert [row[1] for row in rows_of(rows, numeric=(1,))] == ["105", "314", "250", "51"]


def test_a_questions_number_begins_a_row_though_the_white_above_it_is_narrow():
    lines = cut_lines(
        [
            (0, 100, ["D1 Utbetalt bidrag:"]),
            (1, 100, ["8 000"]),
            (0, 124, ["D2 Använt belopp:"]),
            (1, 124, ["7 000"]),
            (0, 137, ["D3 Hur gick arbetet?"]),
            (1, 137, ["Bra", "Mindre bra"]),
        ]
    )

    assert rows_of(lines, numeric=[1]) == [
        ["D1 Utbetalt bidrag:", "8 000", ""],
        ["D2 Använt belopp:", "7 000", ""],
        ["D3 Hur gick arbetet?", "Bra Mindre bra", ""],
    ]


def test_white_over_empty_cells_parts_no_rows_of_words_from_others():
    rows = [["Ås", "Ja", "Nej"], ["Ekfors", "Ja", ""], ["Talludden", "Nej", "Ja"], ["Granvik", "Ja", "Nej"]]
    cells = [(col, TOP + i * 1.5 * STEP, [t]) for i, row in enumerate(rows) for col, t in enumerate(row) if t]

    assert rows_of(cut_lines(cells)) == rows
