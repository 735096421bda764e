"""Rules and bands of one width that enclose rows: where the table begins and ends, and what parts two tables."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.pages.geometry import Box, Drawn
from extractors.pages.page_words import TICK
from extractors.tables.drawn_zones import Zone, drawn_zones
from extractors.tables.line_parts import cut
from extractors.tables.open_regions import find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, RIGHT, beside, full_line, set_line, set_right


def rule(y: float, x0: float = LEFT - 2, x1: float = RIGHT) -> Box:
    return Box(x0, y, x1, y + 0.5)


def row(label: str, amount: str, bottom: float) -> Line:
    return beside(set_line(label, LEFT, bottom), set_right(amount, 420, bottom))


def zones(lines: Sequence[Line], *, rules: Sequence[Box] = (), bands: Sequence[Box] = ()) -> list[tuple[int, int]]:
    return [
        (z.first, z.last) for z in drawn_zones(lines, [cut(line) for line in lines], Drawn(tuple(rules), tuple(bands)))
    ]


ROWS = [row("Stöd", "5 000", 115), row("Kurs", "7 000", 135), row("Summa", "12 000", 155)]
NOTE_ROWS = (("Region Sörmland", 137), ("Vårby kommun", 153), ("Summa", 169))
RULES = [rule(100), rule(120), rule(140), rule(160)]


def test_rows_between_rules_of_one_width_are_a_zone():
    above, below = set_line("Medlen fördelas.", bottom=90), set_line("Resten är kvar.", bottom=180)

    assert zones([above, *ROWS, below], rules=RULES) == [(1, 4)]


def test_rules_drawn_column_by_column_are_one():
    pieces = [Box(x0, r.top, x1, r.bottom) for r in RULES for x0, x1 in ((LEFT - 2, 300.0), (302.0, RIGHT))]

    assert zones(ROWS, rules=pieces) == [(0, 3)]


FOOT = set_line("Stöd till nyanlända och deras", LEFT, 195, bold=True)
BANDS = [Box(LEFT - 2, 100, RIGHT, 120), Box(LEFT - 2, 140, RIGHT, 160), Box(LEFT - 2, 180, RIGHT, 200)]


def test_a_section_in_a_band_at_the_pages_foot_is_of_the_table():
    rest = row("Resor", "1 000", 175)

    assert zones([*ROWS, rest, FOOT], bands=BANDS) == [(0, 5)]


@pytest.mark.parametrize(
    ("below", "bands"),
    [
        pytest.param([FOOT, full_line("Resten", bottom=215)], BANDS, id="text-follows"),
        pytest.param([FOOT], BANDS[:2], id="no-band"),
        pytest.param([FOOT], [*BANDS[:2], Box(LEFT - 2, 180, RIGHT + 20, 200)], id="wider-band"),
    ],
)
def test_other_text_below_a_tables_bands_is_not_of_it(below, bands):
    assert zones([*ROWS, *below], bands=bands) == [(0, 3)]


def test_bands_part_rows_as_rules_do():
    bands = [Box(LEFT - 2, 100, RIGHT, 120), Box(LEFT - 2, 140, RIGHT, 160)]

    assert zones(ROWS, bands=bands) == [(0, 3)]


def test_a_lone_section_row_belongs_to_the_table():
    lines = [ROWS[0], set_line("Länsgemensamt", bottom=135), ROWS[2]]

    assert zones(lines, rules=RULES) == [(0, 3)]


def test_the_last_lines_of_a_cell_that_are_set_evenly_are_no_caption_of_the_next_table():
    head = beside(set_line("Mål", LEFT, 95), set_line("Insats", 200, 95), set_line("Ansvar", 350, 95))
    first = beside(set_line("Broar och spår", LEFT, 115), set_line("Skydd", 200, 115), set_line("Staben", 350, 115))
    rest = [set_line("är byggda så att", LEFT, 128.6), set_line("impulser hejdas", LEFT, 142.1)]
    heading = set_line("Uppföljning av suicid", bottom=175, size=13)
    second = [
        beside(set_line("Mål", LEFT, 205), set_line("Insats", 200, 205), set_line("När", 350, 205)),
        beside(set_line("Fler talar", LEFT, 225), set_line("Möten", 200, 225), set_line("2026", 350, 225)),
    ]
    rules = [rule(y) for y in (80, 100, 147, 190, 210, 232)]

    assert zones([head, first, *rest, heading, *second], rules=rules)[0] == (0, 4)


@pytest.mark.parametrize(("bold", "first"), [(True, 2), (False, 3)], ids=["head", "other-text"])
def test_a_lone_section_row_right_below_the_tables_head_belongs_to_it(bold, first):
    head = beside(set_line("Insats", LEFT, 97, bold=bold), set_right("Belopp", 420, 97, bold=bold))
    above, section = set_line("Medlen fördelas.", bottom=60), set_line("Länsgemensamt", bottom=115)

    assert zones([above, head, section, *ROWS[1:]], rules=RULES) == [(first, 5)]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param([set_line("Tabell 2. Kostnader", bottom=185)], id="caption"),
        pytest.param([set_line("Kostnader", bottom=185, size=12)], id="heading"),
        pytest.param([full_line("Därutöver", bottom=b) for b in (180, 193, 206)], id="paragraph"),
    ],
)
def test_what_stands_between_two_tables_parts_them(between):
    second = [row("Hyra", "1 000", 235), row("El", "2 000", 255)]
    rules = [*RULES, rule(220), rule(240), rule(260)]

    assert zones([*ROWS, *between, *second], rules=rules) == [(0, 3), (3 + len(between), 5 + len(between))]


def test_a_caption_below_the_last_row_ends_the_table():
    lines = [*ROWS[:2], row("Summa", "12 000", 155), set_line("Kostnader 2021", 250, 190), row("Hyra", "1 000", 215)]
    rules = [rule(100), rule(120), rule(140), rule(200), rule(220)]

    assert zones(lines, rules=rules)[0] == (0, 2)


def test_a_title_above_a_rule_and_text_between_are_no_rows():
    lines = [full_line("Vi har", bottom=115), full_line("delat ut", bottom=128), row("Stöd", "5 000", 160)]

    assert zones(lines, rules=[rule(100), rule(165), rule(185)]) == []


def test_a_line_is_as_wide_as_the_zone_or_reaches_out_of_it():
    zone = Zone(0, 2, 70, 300)

    assert zone.is_as_wide_as(set_line("Stöd", 72))
    assert not zone.is_as_wide_as(set_line("Text i nästa spalt", 320))


def test_two_lines_of_running_text_between_the_rules_of_two_tables_part_them():
    one, other = row("Kurs", "7 000", 135), row("Resor", "4 000", 215)
    text = [full_line(bottom=160), full_line(bottom=173)]

    assert zones([ROWS[0], one, *text, other], rules=[rule(100), rule(120), rule(200), rule(220)]) == []


def test_a_wide_label_with_its_number_half_a_line_off_is_no_text_above_columns():
    label = "En samlad mottagning för alla i hela länet med kuratorer"
    lines = [ROWS[0], set_line(label, bottom=135), set_right("700", 420, 141), set_line("och psykologer", bottom=147)]

    assert zones([*lines, row("Summa", "12 000", 167)], rules=[rule(100), rule(120), rule(152), rule(172)]) == [(0, 5)]


def test_tick_boxes_are_no_type_of_another_size():
    ticks = set_line(TICK, 300, 133, size=6.5)

    assert zones([ROWS[0], set_line("Stöd", bottom=135), ticks, ROWS[2]], rules=RULES) == [(0, 4)]


def test_white_that_no_rows_have_between_them_parts_two_tables():
    lines = [ROWS[0], row("Kurs", "7 000", 135), row("Mål", "Medel", 190)]

    assert zones([*lines, row("Resor", "4 000", 215)], rules=[rule(100), rule(120), rule(200), rule(220)]) == []


@pytest.mark.parametrize(("bold", "expected"), [(True, [(0, 2), (2, 4)]), (False, [(0, 4)])])
def test_a_head_in_bold_below_more_white_than_rows_have_begins_the_next_table(bold, expected):
    head = beside(set_line("Insats", LEFT, 168, bold=bold), set_line("Vem", 300, 168, bold=bold))
    second = beside(set_line("Råd", LEFT, 190), set_line("Skolan", 300, 190))
    rules = [rule(100), rule(120), rule(140), rule(174), rule(195)]

    assert zones([*ROWS[:2], head, second], rules=rules) == expected


def test_larger_text_below_the_last_row_of_a_table_and_above_the_head_of_the_next_parts_them():
    text = [set_line("Resten är kvar.", bottom=180, size=11.0), set_line("Utfall", bottom=200, size=11.0)]
    head, second = row("Insats", "Utfall", 220), [row("Råd", "700", 245), row("Samtal", "80", 265)]
    lines = [*ROWS, *text, head, *second]

    assert zones(lines, rules=[*RULES[:3], rule(225), rule(250), rule(270)]) == [(0, 2), (5, 8)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(set_line("Uppgifterna lämnas av kansliet.", LEFT - 8, 182), [(0, 3), (4, 6)], id="at-the-edge"),
        pytest.param(set_line("Länsgemensamt", LEFT, 180), [(0, 6)], id="section-where-rows-begin"),
        pytest.param(set_line("Länsgemensamt", LEFT - 8, 172), [(0, 6)], id="section-without-white"),
    ],
)
def test_text_that_begins_on_the_drawn_edge_parts_two_tables_whose_rows_stand_inside_it(text, expected):
    second = [row("Ort och datum", "Ekerö", 205), row("Namn", "Anna", 225)]
    edges = [rule(y, LEFT - 8) for y in (100, 120, 140, 160, 210, 230)]

    assert zones([*ROWS, text, *second], rules=edges) == expected


def figures(label: str, first: str, second: str, bottom: float, *, bold: bool = False) -> Line:
    return beside(
        set_line(label, LEFT, bottom, bold=bold),
        set_right(first, 300, bottom, bold=bold),
        set_right(second, 420, bottom, bold=bold),
    )


@pytest.mark.parametrize(
    "head", [("Enhet", "Budget", "Utfall"), ("Område", "Beviljat", "Kvar")], ids=["the-same-head", "words-over-numbers"]
)
def test_a_line_above_a_second_head_is_the_next_tables_caption(head):
    lines = [
        figures("Enhet", "Budget", "Utfall", 97),
        figures("Stöd", "5 000", "4 000", 115),
        figures("Summa", "5 000", "4 000", 128),
        set_line("Andra halvåret", bottom=150),
        figures(head[0], head[1], head[2], 167),
        figures("Kurs", "7 000", "6 000", 185),
        figures("Summa", "7 000", "6 000", 198),
    ]

    assert zones(lines, rules=[rule(y) for y in (100, 132, 170, 202)]) == [(1, 3), (3, 7)]


def test_a_section_between_rules_is_no_caption_where_rows_of_numbers_follow():
    lines = [
        figures("Enhet", "Budget", "Utfall", 97),
        figures("Stöd", "5 000", "4 000", 115),
        set_line("Länsgemensamt", bottom=135),
        figures("Kurs", "7 000", "6 000", 155),
    ]

    assert zones(lines, rules=RULES) == [(1, 4)]


@pytest.mark.parametrize(
    "caption",
    [
        set_line("Medel per år", bottom=130, bold=True),
        set_line("5. Medel till insatser i hela länet per år", bottom=130),
    ],
    ids=["bold", "over-the-columns"],
)
def test_what_stands_above_the_head_in_other_type_or_over_its_columns_is_no_row(caption):
    lines = [
        set_line("Insatserna kostade mycket.", bottom=115, size=11),
        caption,
        figures("Enhet", "Budget", "Utfall", 147),
        figures("Stöd", "5 000", "4 000", 165),
        figures("Kurs", "7 000", "6 000", 178),
    ]

    assert zones(lines, rules=[rule(100), rule(150), rule(182)]) == [(2, 5)]


def test_text_in_two_columns_below_a_heading_and_above_a_rule_is_no_table():
    heading = set_line("Uppföljning", bottom=120, size=12.0)
    columns = [beside(set_line("Kurser för", LEFT, y), set_line("Samtal med", 300, y)) for y in (140, 153, 166)]
    note = set_line("1 Se bilagan.", bottom=200, size=8.0)

    assert zones([*ROWS[:1], heading, *columns, note], rules=[rule(100), rule(180), rule(210)]) == []


def test_a_row_of_tick_boxes_below_the_first_line_of_its_label_is_no_second_head():
    def boxes(bottom: float) -> Line:
        return beside(set_line(TICK, 300, bottom), set_line(f"{TICK} {TICK}", 340, bottom), set_line(TICK, 420, bottom))

    lines = [
        beside(set_line("I låg grad", 290, 97), set_line("I hög grad", 410, 97)),
        beside(set_line("Fler samtal", LEFT, 115), boxes(115)),
        set_line("Bättre samverkan med", bottom=135),
        boxes(141),
        set_line("länets kommuner", bottom=147),
    ]

    assert zones(lines, rules=[rule(100), rule(155)]) == [(1, 5)]


def test_a_row_that_comes_twice_is_no_second_head():
    def cells(bottom: float) -> list[Line]:
        """A row of three lines: its sum stands on the second, one text goes on alone on the third."""
        return [
            beside(set_line("Samtal", 200, bottom), set_line("Färre köer", 320, bottom)),
            beside(set_line("Skolan", LEFT, bottom + 13), set_right("5 000", RIGHT, bottom + 13)),
            set_line("till vården", 320, bottom + 26),
        ]

    lines = [figures("Enhet", "Insats", "Belopp", 97), *cells(115), *cells(160), *cells(205)]

    assert zones(lines, rules=[rule(100), rule(240)]) == [(1, 10)]


def test_rows_with_the_same_words_in_several_columns_are_no_second_heads():
    def risk(label: str, bottom: float) -> list[Line]:
        """A risk of two lines, its levels beside the first."""
        levels = [set_line("Stor", 220, bottom), set_line("Kännbar", 300, bottom), set_line("Ofta", 420, bottom)]
        return [beside(set_line(label, LEFT, bottom), *levels), set_line("i kommunen", bottom=bottom + 13)]

    head = beside(*(set_line(t, x, 97) for t, x in (("Risk", LEFT), ("Hur", 220), ("Följd", 300), ("Skäl", 420))))
    lines = [head, *risk("Brist", 115), *risk("Glömska", 141), *risk("Stölder", 167)]

    assert zones(lines, rules=[rule(100), rule(190)]) == [(1, 7)]


def test_rows_with_the_same_sentence_are_no_second_heads():
    def goal(way: str, bottom: float) -> list[Line]:
        """A row whose sentence begins a line above its label and goes on in the same words each time."""
        sentence = "verksamheten så att arbetssätten blir kvar"
        return [
            set_line(f"{way} ledningen i", 280, bottom),
            beside(
                set_line("Boende", LEFT, bottom + 13),
                set_line("Stöd", 200, bottom + 13),
                set_line(sentence, 280, bottom + 13),
            ),
        ]

    head = beside(set_line("Enhet", LEFT, 97), set_line("Insats", 200, 97), set_line("Mål", 280, 97))

    assert zones([head, *goal("Stärka", 115), *goal("Utbilda", 145)], rules=[rule(100), rule(132), rule(165)]) == [
        (1, 5)
    ]


def test_a_section_in_italics_right_below_a_plain_head_of_several_columns_is_a_row():
    section = set_line("Barn och unga", bottom=115)
    section = Line(tuple(replace(word, italic=True) for word in section.words))
    lines = [figures("Enhet", "Budget", "Utfall", 97), section, figures("Stöd", "5 000", "4 000", 135)]

    assert zones(lines, rules=[rule(100), rule(140)]) == [(1, 3)]


def test_rows_far_apart_between_the_heads_rule_and_the_foots_are_a_zone_where_they_stand_evenly():
    lines = [row("Insats", "Summa", 115), *(row(f"Kurs {i}", f"{i} 000", 150 + 50 * i) for i in range(1, 5))]
    drawn = [rule(100), rule(120), rule(360)]
    uneven = [*lines[:4], row("Bilaga", "12", 420)]

    assert zones(lines, rules=drawn) == [(0, 5)]
    assert zones(uneven, rules=[*drawn[:2], rule(430)]) == []


def test_a_wide_cell_that_begins_above_the_lower_ones_of_its_row_is_no_paragraph_between_tables():
    wide = "Samtal ges fler barn och unga i hela länet, med stöd av skolor och vård"

    def cells(label: str, aim: str, amount: str, bottom: float) -> Line:
        return beside(set_line(label, LEFT, bottom), set_line(aim, 130, bottom), set_right(amount, RIGHT, bottom))

    lines = [
        cells("Stöd", "Kortare väntan", "5 000", 115),
        set_line(wide, 130, 135),
        cells("Kurs", "i närheten", "7 000", 147),
        cells("Summa", "Allt", "12 000", 167),
    ]

    assert zones(lines, rules=[rule(100), rule(120), rule(152), rule(172)]) == [(0, 4)]


def test_the_last_line_of_a_label_is_no_caption_of_the_next_table():
    first = [row("Mål", "Antal", 115), row("Ingen i länets", "Fall", 135), set_line("kommuner", bottom=148)]
    second = [set_line("Område två", bottom=190, size=13), row("Mål", "Antal", 215), row("Alla får råd", "Fall", 235)]
    rules = [rule(y) for y in (120, 153, 220, 240)]

    assert zones([*first, *second], rules=rules) == [(1, 3), (4, 6)]


@pytest.mark.parametrize(
    ("bold", "first"), [(True, [False, True]), (False, [False])], ids=["a head", "words as the rows are set"]
)
def test_a_head_below_an_empty_stretch_begins_the_next_table(bold, first):
    def head(label: str, amount: str, bottom: float, *, bold: bool = True) -> Line:
        return beside(set_line(label, LEFT, bottom, bold=bold), set_right(amount, 420, bottom, bold=bold))

    table = [head("Insats", "Summa", 95), *ROWS]
    second = [head("Område", "Antal", 195, bold=bold), row("Kurs", "7", 215), row("Stöd", "5", 235)]
    lines = [*table, *second]
    drawn = Drawn(tuple(rule(y) for y in (80, 100, 120, 140, 160, 180, 200, 220, 240)), ())

    assert [z.opens for z in drawn_zones(lines, [cut(line) for line in lines], drawn)] == first


def test_a_head_of_one_line_at_the_middle_of_one_of_two_heads_the_section_below_both():
    def bold(text: str, x0: float, bottom: float) -> Line:
        return set_line(text, x0, bottom, bold=True)

    heads = [bold("Belopp", 400, 85), beside(bold("Enhet", LEFT, 91), bold("Insats", 150, 91)), bold("(kr)", 400, 97)]
    lines = [set_line("Medlen fördelas.", bottom=60), *heads, set_line("Länsgemensamt", bottom=115), *ROWS[1:]]

    assert zones(lines, rules=RULES)[0][1] == len(lines)
    assert zones(lines, rules=RULES)[0][0] in (3, 4)


def test_a_table_with_a_rule_below_its_head_only_ends_where_the_next_ones_title_and_head_stand():
    first = [figures("", "2024", "2023", 115, bold=True), *(figures(x, "1 209", "1 180", y) for x, y in NOTE_ROWS)]
    title = set_line("Not 2 Kostnader", bottom=199, bold=True)
    second = [figures("Insats", "Budget", "Utfall", 222, bold=True), figures("Stegvis", "957", "930", 240)]

    found = find_regions([*first, title, *second], MEASURES, Drawn((rule(116), rule(227))))

    assert [(r.first, r.last) for r in found] == [(0, 4), (5, 7)]


def test_what_follows_a_table_in_columns_of_its_own_is_not_of_it():
    edges = (LEFT, 250.0, 400.0, RIGHT)
    rows = [
        beside(set_line(label, LEFT + 2, y), set_right(months, 398, y), set_right(amount, RIGHT - 2, y))
        for label, months, amount, y in (("Lokalhyra", "10", "61 500", 115), ("Ledare", "8", "38 000", 135))
    ]
    rows.append(beside(set_line("Summa", LEFT + 2, 155), set_right("99 500", RIGHT - 2, 155)))
    below = [
        beside(set_line("Egen insats", LEFT, 175), set_line("120 000", 233, 175)),
        beside(set_line("Totalt sökt", LEFT, 191), set_line("357 000", 233, 191)),
    ]
    pieces = [Box(x0, y, x1, y + 0.5) for y in (100, 120, 140, 160) for x0, x1 in itertools.pairwise(edges)]

    found = find_regions([*rows, *below], MEASURES, Drawn(tuple(pieces)))

    assert found[0].last == 3


def test_a_rule_with_nothing_between_it_and_the_next_closes_the_table_above():
    """The rows of the first table begin on the page before."""
    first = [row("Kassan", "5", 70), row("Vården", "7", 86)]
    second = [beside(*(set_line(t, x, 126, bold=True) for t, x in (("Ja", 250), ("Nej", 300)))), row("Råd", "X", 146)]
    rules = [rule(90), rule(112), rule(130), rule(150)]

    (zone,) = drawn_zones([*first, *second], [cut(line) for line in (*first, *second)], Drawn(tuple(rules)))

    assert (zone.first, zone.last, zone.opens) == (2, 4, True)
