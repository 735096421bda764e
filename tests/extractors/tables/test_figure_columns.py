"""Columns told by rows of figures, beneath heads that reach over several of them."""

import pytest

from extractors.pages.geometry import Word
from extractors.tables.figure_columns import columns_of
from extractors.tables.figure_rows import figures_of, is_figure_row
from extractors.text.lines import Line


def _line(top: float, *words: tuple[str, float, float]) -> Line:
    return Line(tuple(Word(text, x0, top, x1, top + 9, size=9, page=1) for text, x0, x1 in words))


def _table(head: Line) -> list[Line]:
    rows = [
        _line(20.0 + 12 * i, ("Kommun", 50, 90), (str(100 + i), 130, 150), (str(210 + i), 175, 195), ("7,5", 225, 240))
        for i in range(4)
    ]
    return [head, *rows]


@pytest.mark.parametrize(
    ("texts", "figures"),
    [
        (("Norrköping", "12,5", "(3)", "–"), 3),
        (("Summa", "$1,204", "45%"), 2),
        (("Barn", "och", "unga"), 0),
        (("Åren", "2018", "och", "2019"), 1),
    ],
)
def test_figures_are_what_the_line_ends_in(texts: tuple[str, ...], figures: int) -> None:
    line = _line(0, *((text, 60.0 * i, 60.0 * i + 30) for i, text in enumerate(texts)))

    assert len(figures_of(line)) == figures


def test_groups_of_thousands_are_one_figure() -> None:
    line = _line(0, ("Summa", 0, 40), ("1", 60, 64), ("204", 66, 80), ("500", 82, 96), ("88", 130, 140))

    assert [[w.text for w in figure] for figure in figures_of(line)] == [["1", "204", "500"], ["88"]]


def test_digits_within_a_text_are_no_figures() -> None:
    assert figures_of(_line(0, ("Tfn", 0, 40), ("08-465", 60, 90), ("004", 92, 106), ("47", 108, 118))) == []


def test_years_alone_are_a_head_and_no_row_of_figures() -> None:
    assert not is_figure_row(_line(0, ("Kommun", 0, 40), ("2018", 60, 80), ("2019", 100, 120)))
    assert is_figure_row(_line(0, ("2018", 0, 20), ("412", 60, 80), ("98", 100, 120)))


def test_a_head_over_several_columns_closes_no_gutter() -> None:
    lines = _table(_line(6, ("Kommun", 50, 90), ("Antal", 128, 155), ("ärenden", 158, 240)))

    edges = columns_of(lines)

    assert edges == [50, 109, 162.5, 210, 240]


def test_a_head_that_reaches_into_the_white_is_not_cut() -> None:
    lines = _table(_line(6, ("Kommun", 50, 90), ("Beviljade", 115, 165), ("Antal", 175, 195)))

    edges = columns_of(lines)

    assert edges[1] == pytest.approx((90 + 115) / 2)
    assert edges[2] == pytest.approx((165 + 175) / 2)


def test_rows_of_words_veto_a_gutter_that_only_figures_tell_of() -> None:
    rows = _table(_line(6, ("Kommun", 50, 90)))
    words = [
        _line(80.0 + 12 * i, ("Bo", 50, 60), ("kommunens", 128, 170), ("egna", 173, 200), ("ja", 230, 240))
        for i in range(4)
    ]

    assert len(columns_of([*rows, *words])) == 4


def test_a_head_of_two_words_is_one_column_though_one_stands_beside_the_figures() -> None:
    head = _line(6, ("Kommun", 50, 90), ("Antal", 105, 127), ("barn", 130, 150), ("Vuxna", 170, 195), ("%", 232, 240))

    assert len(columns_of(_table(head))) == 5


def test_a_currency_sign_far_from_its_figure_is_of_it() -> None:
    line = _line(0, ("Resor", 0, 40), ("$", 60, 66), ("1,204", 90, 110), ("$", 130, 136), ("88", 160, 170))

    assert [[w.text for w in figure] for figure in figures_of(line)] == [["$", "1,204"], ["$", "88"]]


def test_heads_to_the_left_of_their_figures_make_no_columns_of_their_own() -> None:
    rows = [
        _line(20.0 + 12 * i, ("Kommun", 50, 90), (f"{i + 1}204", 170, 195), (f"{i + 3}118", 275, 300)) for i in range(4)
    ]
    head = _line(6, ("Kommun", 50, 90), ("Plan", 120, 140), ("Utfall", 220, 245))

    assert columns_of([head, *rows]) == [50, 105, 207.5, 300]


def test_a_head_in_the_white_is_of_the_labels_where_the_figures_have_another() -> None:
    rows = [_line(20.0 + 12 * i, ("Ort", 50, 65), (str(100 + i), 170, 195), ("7,5", 275, 300)) for i in range(4)]
    head = _line(6, ("Kommun", 100, 140), ("2021", 172, 195), ("2022", 277, 300))

    edges = columns_of([head, *rows])

    assert edges[1] > 140


def test_figures_that_stand_nowhere_below_each_other_tell_of_no_columns() -> None:
    lines = [
        _line(20, ("se", 50, 60), ("132", 82, 98), ("153", 104, 120)),
        _line(32, ("och", 50, 74), ("205", 91, 106), ("230", 112, 128)),
        _line(44, ("samt", 50, 86), ("18", 98, 106), ("404", 118, 130)),
    ]

    assert columns_of(lines) == [50, 130]
