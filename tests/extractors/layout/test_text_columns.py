"""Two columns of running text: read one after the other, and text side by side that is no such columns."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layout.furniture import Furniture, set_apart
from extractors.layout.joining import join_pages
from extractors.layout.page_gutters import page_gutters
from extractors.layout.page_layout import lay_out
from extractors.layout.text_columns import Run, text_runs
from extractors.pages.geometry import Drawn, Word
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of
from models.blocks import Block, Table
from tests.layout_builders import (
    LEFT,
    MEASURES,
    RIGHT,
    SIZE,
    STEP,
    full_line,
    grid_of_texts,
    raw_page,
    set_right,
    set_words,
)

UNDRAWN = Drawn()
LETTERS = 43
"""Letters on a full line of a column."""
RIGHT_COLUMN = RIGHT - LETTERS * SIZE / 2
LEFT_END = LEFT + LETTERS * SIZE / 2


def filled(start: str, letters: int = LETTERS) -> str:
    """A text in plain words of just so many letters."""
    text = start
    while len(text) + 5 <= letters:
        text += " text"
    return text + "x" * (letters - len(text))


def numbered(name: str, count: int) -> list[str]:
    """Full lines that tell which column and line they are."""
    return [filled(f"{name}{i}") for i in range(count)]


def column(texts: Sequence[str], x0: float, bottom: float = 100.0, *, paragraphs: Sequence[int] = ()) -> list[Word]:
    """Texts one under the other; wider white stands above the texts at the places in `paragraphs`."""
    words: list[Word] = []
    for i, text in enumerate(texts):
        bottom += STEP / 2 if i in paragraphs else 0.0
        words.extend(set_words(text, x0, bottom))
        bottom += STEP
    return words


def first_words(run: Run) -> list[str]:
    return [line.words[0].text for line in run.lines]


def blocks_of(lines: Sequence[Line], grids: Sequence[DraftGrid] = ()) -> list[Block]:
    parts = Furniture(body=tuple(lines), running=(), numbers=(), footnotes=(), label=None)
    return join_pages([lay_out(raw_page(), grids, parts, MEASURES, Vocabulary())], Vocabulary())


@pytest.mark.parametrize("shift", [pytest.param(0.0, id="level"), pytest.param(STEP / 2, id="half-a-line-off")])
def test_the_left_column_is_read_before_the_right_one(shift):
    left, right = numbered("v", 8), numbered("h", 7)

    runs = text_runs(lines_of([*column(left, LEFT), *column(right, RIGHT_COLUMN, 100 + shift)]), [], MEASURES)

    assert [[line.text for line in run.lines] for run in runs] == [left, right]
    assert [run.opens_column for run in runs] == [False, True]


def test_each_column_has_its_own_edges_and_the_step_between_its_own_lines():
    lines = lines_of([*column(numbered("v", 8), LEFT), *column(numbered("h", 8), RIGHT_COLUMN, 106.5)])
    across = replace(MEASURES, pitch=STEP / 2 / SIZE)

    runs = text_runs(lines, [], across)

    assert [(r.measures.left, r.measures.right) for r in runs] == [(LEFT, LEFT_END), (RIGHT_COLUMN, RIGHT)]
    assert {r.measures.pitch for r in runs} == {STEP / SIZE}


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([full_line(f"r{i}", bottom=100 + i * STEP) for i in range(10)], id="one-column"),
        pytest.param(
            lines_of([*column(numbered("v", 8), LEFT), *column(["Ja"] * 8, RIGHT_COLUMN)]), id="one-word-at-the-right"
        ),
        pytest.param(
            lines_of([*column(numbered("v", 8), LEFT), *column(["Verksamhetsutveckling samordningsansvar"] * 8, 305)]),
            id="few-words-on-a-line",
        ),
        pytest.param(
            lines_of([*column(numbered("v", 8), LEFT), *column([*numbered("h", 1), *["Vi är alla med"] * 7], 305)]),
            id="short-lines-at-the-right",
        ),
        pytest.param(
            lines_of(
                [
                    *column(["Kurser i länet" + " " * 15 + "5 000 kronor"] * 3 + numbered("v", 8), LEFT),
                    *column(numbered("h", 11), RIGHT_COLUMN),
                ]
            ),
            id="cells-within-the-left-one",
        ),
        pytest.param(
            lines_of([*column([filled(f"v{i}", 25) for i in range(8)], LEFT), *column(numbered("h", 8), 225)]),
            id="gutter-to-the-left",
        ),
        pytest.param([], id="nothing"),
    ],
)
def test_other_pages_are_read_line_by_line(lines):
    assert text_runs(lines, [], MEASURES) == [Run(tuple(lines), (), MEASURES)]


def test_a_text_table_of_two_columns_is_not_read_as_columns():
    rows = [0, 2, 4, 6, 8]
    lines = lines_of(
        [
            *column(numbered("v", 10), LEFT, paragraphs=rows),
            *column(numbered("h", 10), RIGHT_COLUMN, paragraphs=rows),
        ]
    )

    assert [len(run.lines) for run in text_runs(lines, [], MEASURES)] == [10]


def test_columns_with_paragraphs_at_heights_of_their_own_are_columns():
    lines = lines_of(
        [
            *column(numbered("v", 12), LEFT, paragraphs=[2, 5, 8]),
            *column(numbered("h", 12), RIGHT_COLUMN, paragraphs=[3, 7, 10]),
        ]
    )

    assert [run.opens_column for run in text_runs(lines, [], MEASURES)] == [False, True]


def test_two_paragraphs_that_begin_beside_others_by_chance_tell_of_no_rows():
    lines = lines_of(
        [
            *column(numbered("v", 14), LEFT, paragraphs=[2, 5, 7, 9, 11]),
            *column(numbered("h", 14), RIGHT_COLUMN, paragraphs=[2, 5, 8]),
        ]
    )

    assert [run.opens_column for run in text_runs(lines, [], MEASURES)] == [False, True]


def test_a_heading_over_the_whole_width_parts_the_columns_above_it_from_those_below():
    head = filled("Rubrik", 60)
    lines = lines_of(
        [
            *set_words(filled("Titel", 60), LEFT, 80),
            *column(numbered("a", 6), LEFT),
            *column(numbered("b", 6), RIGHT_COLUMN),
            *set_words(head, LEFT, 200),
            *column(numbered("c", 6), LEFT, 220),
            *column(numbered("d", 6), RIGHT_COLUMN, 220),
        ]
    )

    runs = text_runs(lines, [], MEASURES)

    assert [first_words(r)[0] for r in runs] == ["Titel", "a0", "b0", "Rubrik", "c0", "d0"]
    assert [r.opens_column for r in runs] == [False, False, True, False, False, True]


def test_a_large_title_that_fills_the_left_column_leaves_the_text_to_its_right_in_its_own_column():
    left, right = numbered("v", 14), [*numbered("h", 7), "Vad vi gör", *numbered("i", 7)]
    title = set_words("Tidigt stöd för unga", LEFT, 100 + 7 * STEP, size=22)
    above, below = column(left[:6], LEFT), column(left[6:], LEFT, 100 + 8 * STEP)

    runs = text_runs(lines_of([*above, *title, *below, *column(right, RIGHT_COLUMN)]), [], MEASURES)

    assert [[x.text for x in run.lines] for run in runs] == [[*left[:6], "Tidigt stöd för unga", *left[6:]], right]


def test_a_table_between_columns_is_read_row_by_row():
    rows = [("Kurser", "2018", "5 000"), ("Samtal", "2019", "7 000"), ("Bok", "2019", "300")]
    table = [
        word
        for i, (label, year, amount) in enumerate(rows)
        for word in (
            *set_words(label, LEFT, 220 + i * STEP),
            *set_words(year, 200, 220 + i * STEP),
            *set_right(amount, 450, 220 + i * STEP).words,
        )
    ]
    above = [*column(numbered("a", 7), LEFT), *column(numbered("b", 7), RIGHT_COLUMN)]
    below = [*column(numbered("c", 7), LEFT, 300), *column(numbered("d", 7), RIGHT_COLUMN, 300)]

    runs = text_runs(lines_of([*above, *table, *below]), [], MEASURES)

    assert [[line.text for line in r.lines][:3] for r in runs][2] == [" ".join(row) for row in rows]
    assert [len(r.lines) for r in runs] == [7, 7, 3, 7, 7]


def test_a_ruled_grid_over_both_columns_stands_between_what_is_above_and_below_it():
    grid = grid_of_texts([["Kommun", "Belopp"], ["Granvik", "5"]], top=210, edges=[LEFT, 300, RIGHT])
    above = [*column(numbered("a", 7), LEFT), *column(numbered("b", 7), RIGHT_COLUMN)]
    below = [*column(numbered("c", 7), LEFT, 290), *column(numbered("d", 7), RIGHT_COLUMN, 290)]

    runs = text_runs(lines_of([*above, *below]), [grid], MEASURES)

    assert [first_words(r)[:1] for r in runs] == [["a0"], ["b0"], [], ["c0"], ["d0"]]
    assert [r.grids for r in runs] == [(), (), (grid,), (), ()]


@pytest.mark.parametrize(
    ("edges", "held"),
    [
        pytest.param([LEFT, 150, LEFT_END], [1, 0], id="left"),
        pytest.param([RIGHT_COLUMN, 400, RIGHT], [0, 1], id="right"),
    ],
)
def test_a_ruled_grid_within_a_column_is_read_with_that_column(edges, held):
    grid = grid_of_texts([["Kommun", "Belopp"], ["Granvik", "5"]], top=210, edges=edges)
    words = [*column(numbered("a", 14), LEFT), *column(numbered("b", 14), RIGHT_COLUMN)]
    lines = lines_of(w for w in words if not grid.box.holds(w))

    runs = text_runs(lines, [grid], MEASURES)

    assert [len(r.grids) for r in runs] == held


@pytest.mark.parametrize(
    ("foot", "head", "whole"),
    [
        pytest.param("sist i spalten står", "resten av meningen.", "står resten", id="lowercase"),
        pytest.param("sist i spalten står förvalt-", "ningens stöd.", "står förvaltningens", id="broken-word"),
    ],
)
def test_text_goes_on_from_the_foot_of_the_left_column_to_the_head_of_the_right_one(foot, head, whole):
    left = [*numbered("v", 7), foot]
    right = [head, *(filled(f"Text{i}") for i in range(7))]

    blocks = blocks_of(lines_of([*column(left, LEFT), *column(right, RIGHT_COLUMN, paragraphs=[1])]))

    assert len(blocks) == 2
    assert whole in blocks[0].text
    assert blocks[0].text.startswith("v0")
    assert blocks[1].text.startswith("Text0")


def test_a_new_sentence_at_the_head_of_the_right_column_is_a_paragraph_of_its_own():
    left = [*numbered("v", 7), "Här slutar stycket."]
    right = ["Här börjar ett annat stycke i nästa spalt", *numbered("h", 7)]

    blocks = blocks_of(lines_of([*column(left, LEFT), *column(right, RIGHT_COLUMN)]))

    assert [b.text.split()[:2] for b in blocks] == [["v0", "text"], ["Här", "börjar"]]


def test_lists_side_by_side_are_read_one_after_the_other():
    items = [filled(f"• Punkt{i}") for i in range(7)]
    others = [filled(f"• Andra{i}") for i in range(7)]

    blocks = blocks_of(lines_of([*column(items, LEFT), *column(others, RIGHT_COLUMN, 106)]))

    assert [b.kind for b in blocks] == ["list_item"] * 14
    assert [b.text.split()[0] for b in blocks] == [f"{name}{i}" for name in ("Punkt", "Andra") for i in range(7)]


def test_a_table_within_the_right_column_stands_where_it_is_printed():
    grid = grid_of_texts([["Kommun", "Belopp"], ["Granvik", "5 000"]], top=185, edges=[RIGHT_COLUMN, 400, RIGHT])
    left = column([*numbered("v", 15), "Här slutar spalten."], LEFT)
    right = [*column(numbered("H", 6), RIGHT_COLUMN), *column(numbered("S", 6), RIGHT_COLUMN, 245)]

    blocks = blocks_of(lines_of([*left, *right]), [grid])

    (table,) = [b for b in blocks if isinstance(b, Table)]
    assert table.grid() == [["Kommun", "Belopp"], ["Granvik", "5 000"]]
    assert [b.text.split()[0] if b.text else b.kind for b in blocks] == ["v0", "H0", "table", "S0"]


SPECS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.sampled_from([LEFT, LEFT + 100, RIGHT_COLUMN, RIGHT_COLUMN + 50]),
        st.integers(1, LETTERS),
    ),
    max_size=20,
)


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from([0.0, 4.0, STEP / 2]), SPECS)
def test_every_word_stands_in_exactly_one_run(n_left, n_right, shift, others):
    words = [*column(numbered("v", n_left), LEFT), *column(numbered("h", n_right), RIGHT_COLUMN, 100 + shift)]
    for at, x0, letters in others:
        words.extend(set_words(filled("s", letters), x0, 260 + at * STEP))
    lines = lines_of(words)

    runs = text_runs(lines, [], MEASURES)

    held = [w for run in runs for line in run.lines for w in line.words]
    assert sorted((w.top, w.x0, w.text) for w in held) == sorted(
        (w.top, w.x0, w.text) for line in lines for w in line.words
    )


def test_a_short_heading_over_both_columns_parts_them_too():
    words = [
        *column(numbered("v", 8), LEFT),
        *column(numbered("h", 6), RIGHT_COLUMN),
        *set_words("Ny del", bottom=100 + 9 * STEP + 10, size=14.0),
        *column(numbered("w", 8), LEFT, 100 + 12 * STEP),
        *column(numbered("i", 8), RIGHT_COLUMN, 100 + 12 * STEP),
    ]

    runs = text_runs(lines_of(words), [], MEASURES)

    assert [run.lines[0].words[0].text[0] for run in runs] == ["v", "h", "N", "w", "i"]


def test_a_page_with_little_text_has_the_gutter_of_the_others():
    full = lines_of([*column(numbered("v", 9), LEFT), *column(numbered("h", 9), RIGHT_COLUMN, 106)])
    few = lines_of([*column(numbered("w", 3), LEFT), *column(numbered("i", 3), RIGHT_COLUMN, 106)])

    gutters = page_gutters([full, full, few], [UNDRAWN] * 3)
    runs = text_runs(few, [], replace(MEASURES, gutters=gutters[2]))

    assert gutters[0] == gutters[1] == gutters[2]
    assert [[x[0] for x in first_words(run)] for run in runs] == [["w"] * 3, ["i"] * 3]


def test_a_page_in_one_column_keeps_to_itself():
    full = lines_of([*column(numbered("v", 9), LEFT), *column(numbered("h", 9), RIGHT_COLUMN, 106)])
    single = [full_line(f"r{i}", bottom=100 + i * STEP) for i in range(10)]

    assert page_gutters([full, full, single], [UNDRAWN] * 3)[2] == ()


def test_footnotes_stand_at_the_foot_of_each_column():
    def noted(name: str, x0: float, number: str) -> list[Word]:
        mark = Word(number, x0, 690.0, x0 + 3, 694.0, 4.0)
        return [*column(numbered(name, 30), x0), mark, *set_words("Se bilagan", x0 + 4, 697.0, size=7.0)]

    lines = lines_of([*noted("v", LEFT, "1"), *noted("h", RIGHT_COLUMN, "2")])
    parts = set_apart([raw_page()], [lines])[0]

    assert [[line.text for line in note] for note in parts.footnotes] == [["Se bilagan"], ["Se bilagan"]]
    assert not any("bilagan" in line.text for line in parts.body)


def test_labels_with_answers_beside_them_stay_apart_though_one_fills_its_column():
    labels = ["Huvudman", "Organisationsnummer (tio siffror)", "Enhet", "Postadress"]
    answers = ["Exempelby kommun", "212000-0142", "Stöd", "Box 12"]
    words = [
        word
        for i, (label, answer) in enumerate(zip(labels, answers, strict=True))
        for word in (*set_words(label, LEFT, 100 + STEP * i), *set_words(answer, LEFT + 230, 100 + STEP * i))
    ]

    assert [block.text for block in blocks_of(lines_of(words))] == [*labels, *answers]


@pytest.mark.parametrize(
    ("shift", "over", "parted"),
    [(STEP / 3, False, True), (0.0, False, False), (STEP / 3, True, False)],
    ids=["heights-of-their-own", "rows", "text-over-both"],
)
def test_a_page_of_few_lines_goes_on_in_the_columns_of_the_one_before_it(shift, over, parted):
    full = lines_of(
        [*column(numbered("v", 20), LEFT), *column(numbered("h", 20), RIGHT_COLUMN, 103.0, paragraphs=(3, 9, 15))]
    )
    words = [*column(numbered("a", 4), LEFT), *column(numbered("b", 4), RIGHT_COLUMN, 100.0 + shift)]
    few = [*lines_of(words), *([full_line("och", bottom=300.0)] if over else [])]

    gutters = page_gutters([full, few], [UNDRAWN] * 2)

    assert gutters[0] != ()
    assert (gutters[1] != ()) is parted
