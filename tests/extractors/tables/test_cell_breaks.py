"""What the breaks between a column's printed lines tell: a text that goes on, one that may, one that ended there."""

from collections.abc import Sequence

import pytest

from extractors.tables.cell_breaks import CellBreaks
from extractors.tables.cut_lines import CutLine, cut_at
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, RIGHT, STEP, set_words

EDGES = (LEFT, 220.0, RIGHT)


def printed(*rows: Sequence[str], step: float = STEP) -> list[CutLine]:
    """Lines of two columns at one step; an empty text leaves its column empty."""
    words = [
        word
        for i, row in enumerate(rows)
        for col, text in enumerate(row)
        if text
        for word in set_words(text, EDGES[col], 100 + i * step)
    ]
    return [cut_at(line, EDGES) for line in lines_of(words)]


@pytest.mark.parametrize(
    ("above", "below"),
    [("Stöd till", "unga"), ("Elev-", "Hälsa"), ("Kurser,", "Träffar"), ("(Granvik", "Ekfors)"), ("Stöd", "(LÄNET)")],
)
def test_a_text_goes_on_over_the_end_of_its_line(above, below):
    assert CellBreaks(printed([above, ""], [below, ""])).at(1, 0) == "within"


def test_a_line_is_full_where_the_next_word_would_not_have_fitted():
    rows = printed(
        ["Utbildning av alla", ""], ["lärare i länets", ""], ["Kommunerna leder", ""], ["Råd", ""], ["Stöd", ""]
    )
    breaks = CellBreaks(rows)

    assert [breaks.at(i, 0) for i in range(5)] == [None, "within", "full", "full", "free"]


def test_nothing_is_said_to_be_full_in_a_column_whose_texts_do_not_go_on():
    assert CellBreaks(printed(["Stödsamtal", ""], ["Utbildning", ""])).at(1, 0) == "free"


def test_the_text_above_may_stand_several_lines_up_but_not_above_the_first_line_asked_for():
    breaks = CellBreaks(printed(["Stöd till", "Skolan"], ["", "leder"], ["unga", ""]))

    assert (breaks.at(2, 0), breaks.at(2, 0, first=1)) == ("within", None)
    assert breaks.beside(1) == {"within"}


@pytest.mark.parametrize(
    ("second", "several"),
    [
        pytest.param(["Kurser", "Granvik"], True, id="both-begin"),
        pytest.param(["Kurser", "leder"], False, id="text-beside-goes-on"),
        pytest.param(["för unga", "Granvik"], False, id="label-goes-on"),
        pytest.param(["Kurser", ""], False, id="a-paragraph-of-the-label"),
    ],
)
def test_several_rows_are_told_by_texts_that_begin_side_by_side(second, several):
    rows = printed(["Stöd", "Skolan"], second)

    assert CellBreaks(rows).several_begin(range(len(rows))) is several


def test_rows_that_tear_sentences_or_join_labels_are_unlikely():
    breaks = CellBreaks(printed(["Stöd för", ""], ["unga", ""], ["Kurser", ""]))

    assert breaks.unlikeliness([[0, 1], [2]]) < breaks.unlikeliness([[0], [1, 2]])


def test_rows_are_torn_where_texts_go_on_over_most_of_their_ends():
    breaks = CellBreaks(printed(["Stöd för", ""], ["unga", ""], ["Kurser", ""]))

    assert breaks.tears([[0], [1, 2]])
    assert not breaks.tears([[0], [1], [2]])
    assert not breaks.tears([[0, 1], [2]])


def test_a_word_in_lower_case_below_various_others_is_an_answer_and_no_rest():
    answers = ["Ja", "nej", "Ja", "Delvis", "nej", "Ja"]
    rows = printed(*(["Kommun", answer] for answer in answers))

    assert [CellBreaks(rows).at(i, 1) for i in range(1, 6)] == ["free"] * 5


def test_a_rest_that_comes_again_below_the_same_words_is_no_answer():
    rows = printed(["Barn och", ""], ["unga", ""], ["Barn och", ""], ["unga", ""])

    assert [CellBreaks(rows).at(i, 0) for i in (1, 3)] == ["within", "within"]


def test_a_column_written_in_lower_case_beside_labels_goes_on_from_no_line():
    rows = printed(["Granvik", "stöd"], ["Ekfors", "kurser"], ["Lindvik", "samtal, råd"], ["Sundholm", "träffar"])

    assert {CellBreaks(rows).at(i, 1) for i in (1, 2, 3)} == {"free"}


def test_lower_case_beside_no_label_goes_on():
    rows = printed(
        ["Granvik", "stöd"], ["Ekfors", "kurser"], ["", "samtal"], ["Lindvik", "råd"], ["Sundholm", "träffar"]
    )

    assert CellBreaks(rows).at(2, 1) == "within"
