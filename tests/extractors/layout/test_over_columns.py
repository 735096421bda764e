"""What stands over both columns or within one: drawn tables, frames and headings keep their place between the text."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, pairwise

import pytest

from extractors.layout.footnotes import footnotes_in_columns
from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.open_over_columns import in_open_tables
from extractors.layout.over_columns import drawn_tables, heads_both, in_wide_tables, tabled_words
from extractors.layout.page_gutters import gutters_of, page_gutters
from extractors.layout.page_layout import lay_out
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import NOTHING_DRAWN, Box, Drawn, Word
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line, segments
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, MEASURES, RIGHT, SIZE, STEP, full_line, grid_of_texts, raw_page, set_words

LETTERS = 43
GUTTER = 295.0
RIGHT_COLUMN = RIGHT - LETTERS * SIZE / 2
ROWS = [("Granvik", "Kurser för nya chefer", "5 000"), ("Ekfors", "Samtal i grupp", "700"), ("Alsta", "En bok", "90")]


def column(name: str, count: int, x0: float, bottom: float) -> list[Word]:
    """Full lines of a column that tell which column and line they are."""
    texts = [f"{name}{i}" + " text" * 8 for i in range(count)]
    return [w for i, t in enumerate(texts) for w in set_words(f"{t:x<{LETTERS}}", x0, bottom + i * STEP)]


def columns(left: str, right: str, count: int, bottom: float) -> list[Word]:
    return [*column(left, count, LEFT, bottom), *column(right, count, RIGHT_COLUMN, bottom)]


def table_words(rows: Sequence[Sequence[str]], xs: Sequence[float], bottom: float, step: float = 20.0) -> list[Word]:
    return [
        w
        for i, row in enumerate(rows)
        for x, t in zip(xs, row, strict=True)
        for w in set_words(t, x, bottom + i * step)
    ]


def rules(x0: float, x1: float, *heights: float) -> tuple[Box, ...]:
    return tuple(Box(x0, y, x1, y + 0.5) for y in heights)


def first_words(lines: Sequence[Line]) -> list[str]:
    return [line.words[0].text for line in lines]


XS = (LEFT, 170, 460)
HEADED = [*table_words([("Kommun", "Insats", "Kronor")], XS, 215), *table_words(ROWS, XS, 235)]
RULED = rules(LEFT, RIGHT, 220, 240, 260, 280)
BETWEEN = [*columns("a", "b", 7, 100), *HEADED, *columns("c", "d", 7, 310)]


def test_a_drawn_table_over_both_columns_stands_between_them_with_its_header():
    lines = lines_of(BETWEEN)

    runs = text_runs(lines, [], MEASURES, Drawn(RULED))

    assert [first_words(r.lines)[0] for r in runs] == ["a0", "b0", "Kommun", "c0", "d0"]
    assert first_words(runs[2].lines) == ["Kommun", "Granvik", "Ekfors", "Alsta"]


def test_the_gutter_is_that_of_the_text_above_and_below_a_drawn_table():
    cells = table_words([("Granvik", "Kurser för nya chefer i hela länet", "5 000")] * 9, (LEFT, 240, 460), 215)
    lines = lines_of([*columns("a", "b", 3, 100), *cells, *columns("c", "d", 3, 420)])
    heights = [200 + 20.0 * i for i in range(10)]

    assert gutters_of(lines, SIZE) == ()
    assert gutters_of(lines, SIZE, Drawn(rules(LEFT, RIGHT, *heights))) == pytest.approx((GUTTER,), abs=3)


def test_only_lines_of_a_table_over_the_middle_are_held_in_it():
    lines = lines_of(BETWEEN)
    held = in_wide_tables(lines, drawn_tables(lines, Drawn(RULED)), (GUTTER,))

    assert [line.words[0].text for line in compress(lines, held)] == ["Kommun", "Granvik", "Ekfors", "Alsta"]
    assert drawn_tables(lines, NOTHING_DRAWN) == []
    narrow = drawn_tables(lines, Drawn(rules(LEFT, 280, 220, 240, 260, 280)))
    assert not any(in_wide_tables(lines, narrow, (GUTTER,)))


def test_the_words_of_a_table_within_a_column_are_known_with_its_header():
    rows = [("Kommun", "Kronor"), *((label, amount) for label, _, amount in ROWS)]
    cells = table_words(rows, (RIGHT_COLUMN, 480), 215)
    drawn = Drawn(rules(RIGHT_COLUMN, RIGHT, 220, 240, 260, 280))
    sides = (lines_of(column("v", 15, LEFT, 100)), lines_of([*column("h", 7, RIGHT_COLUMN, 100), *cells]))

    assert tabled_words(sides, drawn, (GUTTER,)) == frozenset(cells)
    assert tabled_words(sides, NOTHING_DRAWN, (GUTTER,)) == frozenset()


def test_a_page_with_a_table_in_each_column_has_the_gutter_of_the_others():
    full = lines_of(columns("v", "h", 9, 100))
    rows = [(label, amount) for label, _, amount in ROWS] * 3
    right = [*table_words(rows, (RIGHT_COLUMN, 480), 100, step=STEP), *column("h", 3, RIGHT_COLUMN, 240)]
    few = lines_of([*column("v", 13, LEFT, 100), *right])
    drawn = Drawn(rules(RIGHT_COLUMN, RIGHT, 88, 90.5 + 9 * STEP))

    assert page_gutters([full, full, few], [NOTHING_DRAWN, NOTHING_DRAWN, drawn])[2] != ()


def test_cells_beside_each_other_on_a_page_of_full_lines_are_no_columns():
    """Short lines of the text stand to the left of the table's last column; they tell of no column there."""
    text = [w for i in range(9) for w in full_line(f"r{i}", bottom=100 + i * STEP).words]
    short = [w for i in range(12) for w in set_words("Några få ord på en rad", LEFT, 230 + i * STEP)]
    cells = [
        w
        for i in range(3)
        for w in table_words(
            [("Granvik", "Samtal", "om stöd"), ("", "", "i hemmet")], (LEFT, 190, 310), 420 + i * 50, 13
        )
    ]

    assert gutters_of(lines_of([*text, *short, *cells]), SIZE) == ()


def heading(*texts: str, bottom: float = 200.0) -> list[Word]:
    return [w for i, text in enumerate(texts) for w in set_words(text, LEFT, bottom + 16 * i, size=14.0)]


def is_over_both(words: Sequence[Word], boxes: Sequence[Box] = ()) -> bool:
    parts = [part for line in lines_of(words) for part in segments(line, SIZE)]
    return heads_both(next(x for x in parts if x.size == 14), parts, boxes, GUTTER, SIZE)


@pytest.mark.parametrize(
    ("words", "over"),
    [
        pytest.param([*heading("Ekonomi"), *columns("c", "d", 5, 230)], True, id="columns-below"),
        pytest.param([*heading("Ekonomi"), *column("c", 3, LEFT, 230)], True, id="too-short-to-be-parted"),
        pytest.param([*heading("Ekonomi"), *column("c", 9, LEFT, 230)], False, id="nothing-on-the-right-below"),
        pytest.param([*heading("Ekonomi"), *column("d", 9, RIGHT_COLUMN, 157)], False, id="text-beside-it"),
        pytest.param(
            [*heading("Ekonomi och", "uppföljning"), *column("d", 3, RIGHT_COLUMN, 210), *column("c", 3, LEFT, 240)],
            False,
            id="text-beside-its-second-line",
        ),
        pytest.param([*set_words("Ekonomi", LEFT, 200, size=14), *columns("c", "d", 5, 230)], True, id="first-line"),
    ],
)
def test_a_heading_stands_over_both_columns_where_nothing_is_beside_it_and_text_below_is_parted(words, over):
    assert is_over_both(words) is over


def test_a_frame_beside_a_heading_keeps_it_in_its_column():
    words = [*heading("Ekonomi"), *columns("c", "d", 5, 230)]

    assert not is_over_both(words, [Box(RIGHT_COLUMN, 150, RIGHT, 210)])


def test_a_frame_goes_on_at_the_head_of_the_next_column():
    below = grid_of_texts([["Fler barn får stöd hos elev-"]], top=180, edges=[LEFT, 285])
    above = grid_of_texts([["hälsan i kommunen."]], top=88, edges=[RIGHT_COLUMN, RIGHT])
    lines = lines_of([*column("v", 6, LEFT, 100), *column("h", 6, RIGHT_COLUMN, 125)])
    parts = Furniture(body=tuple(lines), running=(), numbers=(), footnotes=(), label=None, gutters=(GUTTER,))

    blocks = join_pages([lay_out(raw_page(), [below, above], parts, MEASURES, Vocabulary())], Vocabulary())

    assert "Fler barn får stöd hos elevhälsan i kommunen." in [b.text for b in blocks]


def test_a_table_whose_head_alone_is_tinted_cell_by_cell_has_no_gutter():
    xs = (LEFT, 150.0, 300.0, 470.0)
    texts = ("Skolan i länet", "Samtal med unga och barn", "Färre köer till vården i länet", "5 000")
    rows = [texts] * 7
    words = [*table_words([("Enhet", "Insats", "Mål", "Kronor")], xs, 100), *table_words(rows, xs, 120)]
    tints = tuple(Box(a, 88, b, 104) for a, b in pairwise((*xs, RIGHT)))
    drawn = Drawn(bands=(Box(LEFT, 88, RIGHT, 104),), tints=tints)

    lines = lines_of(words)

    assert in_wide_tables(lines, drawn_tables(lines, drawn), (GUTTER,)) == [True] * 8
    few = drawn_tables(lines, Drawn(tints=tints[:2]))
    assert in_wide_tables(lines, few, (GUTTER,)) == [False] * 8


def test_a_centred_head_above_a_tables_first_rule_is_held_with_its_rows():
    xs = (LEFT, 150.0, 480.0)
    head = [w for text, x0 in (("Ort", 72.0), ("Insats", 190.0), ("Kr", 487.0)) for w in set_words(text, x0, 235)]
    lines = lines_of([*columns("v", "h", 8, 100), *head, *table_words(ROWS, xs, 260)])

    ruled = drawn_tables(lines, Drawn(rules(LEFT - 2, RIGHT, 245, 265, 285, 305)))
    held = in_wide_tables(lines, ruled, (GUTTER,))

    assert first_words([line for line, is_held in zip(lines, held, strict=True) if is_held]) == [
        "Ort",
        "Granvik",
        "Ekfors",
        "Alsta",
    ]


@pytest.mark.parametrize(
    ("texts", "bottom", "first"),
    [
        ({"Ort": LEFT, "Insats": 150, "Kr": 487}, 235, "Ort"),
        ({"Ort": LEFT, "Insats": 150, "År": 380, "Kr": 487}, 235, "Ort"),
        ({"Ort": LEFT, "Insats": 150, "Kr": 487}, 225, "Granvik"),
        ({"Ort": LEFT, "År": 380}, 235, "Granvik"),
    ],
    ids=["far-from-rows", "one-over-an-empty-column", "too-far-from-the-rule", "as-many-over-no-column"],
)
def test_a_head_as_far_above_the_first_rule_as_rows_are_below_theirs_is_held_with_them(texts, bottom, first):
    heads = [w for text, x0 in texts.items() for w in set_words(text, x0, bottom)]
    rows = table_words(ROWS, (LEFT, 150.0, 480.0), 275, step=40)

    (table,) = drawn_tables(lines := lines_of([*heads, *rows]), Drawn(rules(LEFT - 2, RIGHT, 250, 290, 330, 370)))

    assert lines[table.first].words[0].text == first


def test_the_last_lines_of_columns_above_a_tinted_head_are_no_head():
    columns_feet = [*columns("a", "b", 7, 80), *set_words("slut.", LEFT, 196.0)]
    head = [replace(word, bold=True) for word in table_words([("Kommun", "Insats", "Kronor")], XS, 215)]
    lines = lines_of([*columns_feet, *head, *table_words(ROWS, XS, 235)])
    on_tints = Drawn(bands=(Box(LEFT, 204, RIGHT, 220), Box(LEFT, 244, RIGHT, 260)), rules=rules(LEFT, RIGHT, 280))

    held = in_wide_tables(lines, drawn_tables(lines, on_tints), [GUTTER])

    assert first_words(list(compress(lines, held))) == ["Kommun", "Granvik", "Ekfors", "Alsta"]


@pytest.mark.parametrize("top_rule", [(), (204,)], ids=["rule-below-the-head", "rules-around-it"])
def test_columns_that_end_right_above_heads_in_bold_are_text(top_rule):
    feet = [*columns("a", "b", 7, 100), *set_words("slut.", LEFT, 196.0)]
    head = [replace(word, bold=True) for word in table_words([("Kommun", "Insats", "Kronor")], XS, 215)]
    lines = lines_of([*feet, *head, *table_words(ROWS, XS, 235)])
    ruled = Drawn(rules(LEFT - 3, RIGHT + 3, *top_rule, 219, 239, 259, 279))

    held = in_wide_tables(lines, drawn_tables(lines, ruled), [GUTTER])
    unruled = in_open_tables(lines, (GUTTER,))

    assert first_words(list(compress(lines, held))) == ["Kommun", "Granvik", "Ekfors", "Alsta"]
    assert "slut." not in first_words(list(compress(lines, unruled)))


def test_columns_between_a_ruled_heading_and_a_rule_above_the_footnotes_are_text():
    heading = set_words("Syfte och mål", LEFT, 96)
    text = [*column("a", 12, LEFT, 120), *column("b", 12, RIGHT_COLUMN, 120 + STEP / 3)]
    rows = [*column("a", 12, LEFT, 120), *column("b", 12, RIGHT_COLUMN, 120)]
    around = Drawn(rules(LEFT, RIGHT, 100, 122 + 12 * STEP))
    between = Drawn(rules(LEFT, RIGHT, 100, 122 + 6 * STEP, 122 + 12 * STEP))

    for words, drawn, are_rows in ((text, around, False), (rows, around, True), (text, between, True)):
        lines = lines_of([*heading, *words])
        held = in_wide_tables(lines, drawn_tables(lines, drawn), [GUTTER])

        assert any(held) is are_rows


def test_heads_centred_over_narrower_cells_stand_over_both_columns_with_their_table():
    heads = [*set_words("Ansvarig", 90, 203), *set_words("Insats", 170, 203), *set_words("Kronor", 460, 203)]
    below = [*set_words("kommun", 95, 215), *set_words("som görs", 170, 215)]
    lines = lines_of([*columns("a", "b", 7, 80), *heads, *below, *table_words(ROWS, XS, 235)])

    held = in_wide_tables(lines, drawn_tables(lines, Drawn(RULED)), [GUTTER])

    assert first_words(list(compress(lines, held))) == ["Ansvarig", "kommun", "Granvik", "Ekfors", "Alsta"]


@pytest.mark.parametrize("drawn", [RULED, ()], ids=["drawn", "open"])
def test_numbers_of_a_table_over_both_columns_begin_no_footnotes(drawn):
    grades = {"Ansökan": "Stor", "Avtal": "4. Mycket stor", "Inköp": "4. Mycket stor", "Lön": "Stor"}
    rows = [(label, grade, "12", "Risken bedöms som stor") for label, grade in grades.items()]
    starts = (LEFT, 250, 330, 350)
    words = [Word(w.text, w.x0, w.top + 2, w.x1, w.bottom, 8.0) for w in table_words(rows, starts, 635)]
    lines = lines_of([*columns("a", "b", 7, 500), *words])
    page = raw_page(1, rules=rules(LEFT, RIGHT, 620, 640, 660, 680, 700) if drawn else ())

    body, notes = footnotes_in_columns(page, lines, [GUTTER], SIZE)

    assert (body, notes) == (lines, [])


def test_the_rows_of_a_table_with_a_ruled_head_alone_are_read_over_the_columns_of_text():
    xs = (LEFT, 170, 305, 480)
    head = table_words([("Enhet", "Insats", "Mål", "Kronor")], xs, 215)
    rows = [
        ("Granvik", "Kurser för nya chefer", "Chefer känner sig trygga", "51 000"),
        ("Ekfors", "Samtal i grupp", "Fler får hjälp i tid", "42 000"),
        ("Alsta", "En bok om sorg", "Barn får stöd av vuxna", "9 000"),
    ]
    words = [*columns("a", "b", 7, 100), *head, *table_words(rows, xs, 240, 24.0)]
    lines = lines_of(words)
    drawn = Drawn(rules=rules(LEFT, RIGHT, 200, 222))

    held = in_wide_tables(lines, drawn_tables(lines, drawn), (GUTTER,))

    assert first_words(list(compress(lines, held))) == ["Enhet", "Granvik", "Ekfors", "Alsta"]


def test_text_in_columns_below_a_running_head_between_rules_is_no_table():
    xs = (LEFT, 230, 430)
    head = table_words([("Granviks kommun", "Plan för psykisk hälsa", "Sida två")], xs, 70)
    lines = lines_of([*head, *columns("a", "b", 12, 100)])
    drawn = Drawn(rules=rules(LEFT, RIGHT, 58, 80))

    held = in_wide_tables(lines, drawn_tables(lines, drawn), (GUTTER,))

    assert first_words(list(compress(lines, held))) == ["Granviks"]


@pytest.mark.parametrize(("bold", "n_lines"), [(True, 3), (False, 0)])
def test_two_heads_in_bold_on_a_band_head_rows_over_the_columns_of_text(bold, n_lines):
    head = table_words([("Aktivitet", "Beskrivning")], (LEFT, 320), 215)
    rows = [("Samsjuklighet", "Insatser för vuxna"), ("Ledning", "Gemensam styrning")]
    heads = [replace(word, bold=bold) for word in head]
    lines = lines_of([*columns("a", "b", 7, 100), *heads, *table_words(rows, (LEFT, 320), 234, 20.0)])
    drawn = Drawn(rules=rules(LEFT, RIGHT, 200, 220), bands=(Box(LEFT, 200, RIGHT, 220),))

    held = in_wide_tables(lines, drawn_tables(lines, drawn), (GUTTER,))

    assert sum(held) == n_lines


@pytest.mark.parametrize(("x", "n_lines"), [(LEFT, 4), (LEFT + 25, 3)])
def test_the_row_that_the_page_cuts_has_no_rule_below_it(x, n_lines):
    words = [*table_words([("Kommun", "Insats", "Kronor")], XS, 515), *table_words(ROWS[:2], XS, 535)]
    lines = lines_of([*columns("a", "b", 7, 300), *words, *table_words(ROWS[2:], (x, *XS[1:]), 575)])
    drawn = Drawn(rules=rules(LEFT, RIGHT, 500, 520, 540, 560))

    assert sum(in_wide_tables(lines, drawn_tables(lines, drawn), (GUTTER,))) == n_lines
