"""Words to printed lines: footnote marks taken out, words that touch made one, white told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.geometry import Word
from extractors.pages.page_words import TICK
from extractors.text.lines import Line, join_words, main_size, segments
from extractors.text.measures import main_sizes, measure
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, MEASURES, RIGHT, SIZE, STEP, beside, full_line, set_line, set_lines, set_words


def mark(text: str, x0: float, bottom: float = 96.0, size: float = 6.0) -> Word:
    """A small raised word, as a footnote mark is set."""
    return Word(text, x0, bottom - size, x0 + len(text) * size / 2, bottom, size)


def test_words_on_one_foot_are_one_line_from_left_to_right():
    words = [*set_words("av medel", 200, 100), *set_words("Fördelning", 70, 100.5), *set_words("Nästa", 70, 113)]

    assert [line.text for line in lines_of(words)] == ["Fördelning av medel", "Nästa"]


def test_a_line_knows_its_box_size_and_weight():
    line = beside(set_line("Mål", 70, 100, bold=True, size=12), set_line("och delmål", 120, 101))

    assert (line.x0, line.top, line.x1, line.bottom) == (70, 88, 170, 101)
    assert (line.size, line.bold) == (10, False)
    assert set_line("Mål:", bold=True).bold


@pytest.mark.parametrize("text", ["3", "12", "*", "**", "†", "1,2"])
def test_a_raised_mark_is_taken_out_of_its_line(text):
    words = [*set_words("satsningar"), mark(text, 120), *set_words("görs", 140)]

    (line,) = lines_of(words)

    assert line.text == "satsningar görs"
    assert line.marks == (text,)
    assert line.leading_mark is None


def test_the_word_before_a_mark_keeps_it():
    words = [*set_words("satsningar"), mark("2", 120), *set_words("görs", 140)]

    (line,) = lines_of(words)

    assert [word.mark for word in line.words] == ["2", ""]


def test_a_mark_nearer_to_the_next_word_is_not_of_the_one_before():
    words = [*set_words("satsningar"), mark("2", 128), *set_words("görs", 132)]

    (line,) = lines_of(words)

    assert (line.text, [word.mark for word in line.words]) == ("satsningar görs", ["", ""])


def test_the_mark_that_begins_a_line_is_its_footnote_number():
    (line,) = lines_of([mark("4", 70), *set_words("Socialstyrelsen", 76, 100)])

    assert (line.text, line.leading_mark) == ("Socialstyrelsen", "4")


def test_a_raised_mark_with_a_full_stop_begins_a_footnote_too():
    (line,) = lines_of([mark("15.", 70), *set_words("Socialstyrelsen", 80, 100)])

    assert (line.text, line.leading_mark, line.marks) == ("Socialstyrelsen", "15", ("15",))


def test_a_number_with_a_full_stop_within_a_line_is_no_mark():
    (line,) = lines_of([*set_words("Enligt", 20, 100), mark("15.", 55), *set_words("kapitlet", 66, 100)])

    assert (line.text, line.marks) == ("Enligt 15. kapitlet", ())


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(mark("3", 122, bottom=100), id="small-but-on-the-foot"),
        pytest.param(mark("3", 122, size=9.5, bottom=98), id="raised-but-as-large"),
        pytest.param(mark("te", 122), id="raised-letters"),
    ],
)
def test_what_is_not_small_raised_and_numeric_stays_in_the_line(word):
    (line,) = lines_of([*set_words("satsningar"), word])

    assert line.marks == ()
    assert word in line.words


def test_a_line_of_nothing_but_a_mark_is_kept():
    assert [line.text for line in lines_of([mark("7", 70)])] == ["7"]


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        pytest.param(0.0, "Målgrupp", id="touching"),
        pytest.param(0.9, "Målgrupp", id="nearly"),
        pytest.param(2.5, "Mål grupp", id="a-thin-space"),
    ],
)
def test_boxes_that_touch_are_one_word(gap, text):
    assert join_words([*set_words("Mål", bold=True), *set_words("grupp", 85 + gap)]) == text


def test_segments_are_cut_at_wide_white_only():
    line = beside(set_line("Stöd till anhöriga", 70), set_line("120 000 kr", 300), set_line("x", 420))

    assert [part.text for part in segments(line, 12)] == ["Stöd till anhöriga", "120 000 kr", "x"]
    assert [part.text for part in segments(line, 500)] == [line.text]


def test_the_main_size_is_that_of_most_characters():
    assert main_size([*set_words("långt stycke text"), *set_words("RUBRIK", size=16)]) == 10
    assert main_size([]) == 0


@given(st.permutations(range(12)))
def test_lines_do_not_depend_on_the_order_of_the_words(order):
    words = [
        w for line in set_lines(["ett två tre", "fyra fem sex", "sju åtta nio", "tio elva tolv"]) for w in line.words
    ]

    assert lines_of(words[i] for i in order) == lines_of(words)


@given(st.lists(st.lists(st.text("abcåäö-", min_size=1, max_size=8), min_size=1, max_size=6), min_size=1, max_size=6))
def test_every_word_stands_in_exactly_one_line(rows):
    lines = lines_of(w for i, row in enumerate(rows) for w in set_words(" ".join(row), bottom=100 + i * STEP))

    assert [line.text for line in lines] == [" ".join(row) for row in rows]


@pytest.mark.parametrize(
    ("text", "joined"), [("av . Sedan", "av. Sedan"), ("( se bilaga )", "( se bilaga)"), ("a .b.c", "a .b.c")]
)
def test_no_white_stands_before_a_stop(text, joined):
    [line] = lines_of(set_words(text))

    assert line.text == joined


def test_body_size_and_text_column_are_measured_from_the_wide_lines():
    lines = [set_line("Rubrik", bottom=80, size=18), *(full_line(bottom=100 + i * STEP) for i in range(8))]

    measured = measure(lines, 595, SIZE)

    assert (measured.body_size, measured.pitch) == (SIZE, STEP / SIZE)
    assert (measured.left, measured.right) == (LEFT, RIGHT)


def test_a_page_of_small_print_is_measured_by_the_documents_size_where_it_holds_some_of_it():
    small = [set_line("kommun ett två tre fyra fem", bottom=200 + i * 9, size=7) for i in range(6)]
    body = [full_line(bottom=100 + i * STEP) for i in range(2)]

    assert measure([*body, *small], 595, SIZE).body_size == SIZE
    assert measure(small, 595, SIZE).body_size == 7


def test_a_page_without_lines_has_usual_measures():
    measured = measure([], 600, SIZE)

    assert measured.left < measured.right < 600
    assert measured.body_size > 0


@pytest.mark.parametrize(
    ("line", "following", "full"),
    [
        pytest.param(full_line(), "och", True, id="to-the-edge"),
        pytest.param(set_line("Kort rad"), "och", False, id="short"),
        pytest.param(set_line("y" * 80), "sammanhållna", True, id="the-next-word-is-too-long"),
        pytest.param(set_line("y" * 80), "i", False, id="the-next-word-would-have-fitted"),
    ],
)
def test_a_line_is_full_where_the_next_word_would_not_have_fitted(line: Line, following, full):
    assert MEASURES.is_full(line, set_line(following)) is full


def test_a_line_of_the_next_column_does_not_hold_two_lines_of_the_first_together():
    left = [*set_words("Vi ses i", bottom=100.0), *set_words("morgon igen", bottom=110.0)]
    right = set_words("Barn väntar på svar", x0=320.0, bottom=105.0, size=11.0)

    lines = lines_of([*left, *right])

    assert sorted(line.text for line in lines) == ["Barn väntar på svar", "Vi ses i", "morgon igen"]


def test_a_small_bullet_joins_the_line_that_it_stands_close_to():
    bullet = Word("➢", 70.0, 91.0, 76.0, 98.5, 7.5)
    other = set_words("Fler får svar", x0=320.0, bottom=97.5)

    lines = lines_of([*set_words("Alla får svar", x0=80.0), bullet, *other])

    assert "➢ Alla får svar" in [line.text for line in lines]


def test_body_size_is_that_of_running_text_where_cells_are_set_smaller():
    prose = [set_line("Planen gäller hela länet och följs upp", bottom=100.0 + 15 * i, size=11.0) for i in range(3)]
    cells = [
        beside(
            set_line("Öppet hus för alla", bottom=200.0 + 13 * i), set_line("hela året", x0=400, bottom=200.0 + 13 * i)
        )
        for i in range(8)
    ]

    assert main_sizes([*prose, *cells]).most_common(1)[0][0] == 11.0


def test_a_long_title_over_cells_is_no_running_text():
    title = set_line("Plan för barns och ungas psykiska hälsa", bottom=60.0, size=19.0, bold=True)
    cells = [
        beside(
            set_line("Aktiviteter", bottom=100.0 + 13 * i), set_line("Starta läxhjälp", x0=300, bottom=100.0 + 13 * i)
        )
        for i in range(8)
    ]

    assert main_sizes([title, *cells]).most_common(1)[0][0] == SIZE


def test_a_drawn_tick_box_is_centred_on_its_line_and_belongs_to_it():
    box = Word(TICK, 300, 92, 306, 98, 6)

    assert [line.text for line in lines_of([*set_words("Kurator"), box])] == [f"Kurator {TICK}"]


def test_a_bullet_below_a_heading_stands_with_its_own_item_beside_taller_type_in_the_next_column():
    words = [
        *set_words("Kortsiktigt mål", LEFT, 83, size=9.5),
        Word("▪", 83, 86, 88, 93.5, 7.5),
        *set_words("Fler får stöd i tid", 93, 94, size=9),
        *set_words("Insatsområde två", 310, 92, size=19),
    ]

    left = [[w.text for w in line.words if w.x0 < 300] for line in lines_of(words)]
    assert left == [["Kortsiktigt", "mål"], ["▪", "Fler", "får", "stöd", "i", "tid"]]


def test_a_bullet_joins_its_item_though_the_line_of_the_next_column_stands_half_a_line_off():
    words = [
        *set_words("samverkan med andra", LEFT, 683, size=9),
        Word("▪", 323, 679.2, 328, 686.8, 7.6),
        *set_words("Kartlägg behoven", 333, 687, size=9),
    ]

    assert [line.text for line in lines_of(words)] == ["samverkan med andra", "▪ Kartlägg behoven"]


def test_a_mark_in_mid_line_leaves_no_white_that_parts_cells():
    words = [*set_words("Nätverket", LEFT), mark("146", 116), *set_words("samlar alla kommuner", 128)]

    (line,) = lines_of(words)

    assert (line.text, line.marks) == ("Nätverket samlar alla kommuner", ("146",))
    assert len(segments(line, SIZE)) == 1


def test_a_mark_before_the_next_column_leaves_the_white_between_them():
    words = [*set_words("Nätverket", LEFT), mark("1", 300), *set_words("samlar", 304)]

    assert [part.text for part in segments(lines_of(words)[0], SIZE)] == ["Nätverket", "samlar"]


def test_a_number_in_small_print_beside_larger_type_is_no_mark():
    hint = set_words("Högst 2 000 tecken.", LEFT, bottom=107.0, size=7.0)
    answer = set_words("Vi startade två grupper", LEFT + 150, bottom=108.0)

    assert [line.text for line in lines_of([*hint, *answer])] == ["Högst 2 000 tecken. Vi startade två grupper"]


def test_lines_apart_beside_a_tall_title_are_two_though_neither_stands_over_the_other():
    title = set_words("Målområde", 100, 130, size=30)
    year, item = set_words("2027", 400, 129), set_words("och stöd", 430, 112)

    assert [x.text for x in lines_of([*title, *item, *year])] == ["och stöd", "Målområde 2027"]


def test_figures_of_a_table_in_small_type_beside_the_text_of_another_column_are_no_marks():
    row = [*set_words("Ekfors", LEFT, bottom=106.0, size=7.0), *set_words("7,360", 150.0, bottom=106.0, size=7.0)]
    row += set_words("396", 190.0, bottom=106.0, size=7.0)
    beside = set_words("och planera vad som återstår", 250.0, bottom=108.0)

    assert not [line.marks for line in lines_of([*row, *beside]) if line.marks]
