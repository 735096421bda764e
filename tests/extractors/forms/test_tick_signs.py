"""One set of signs for all who read ticks: in drawn boxes, cells, matrices and options."""

import pytest

from extractors.forms.choices import Line, options_in
from extractors.plans.matrix import matrix_years
from models.tick_signs import CHECKS, EMPTY_BOXES, EMPTY_RINGS, FILLED, LETTERS, TICKED_BOXES, is_mark
from tests.table_builders import table


@pytest.mark.parametrize("sign", sorted(TICKED_BOXES | FILLED | CHECKS | LETTERS))
def test_a_sign_of_yes_marks_a_year_of_a_matrix(sign):
    assert is_mark(sign)
    assert matrix_years(table([["Aktivitet", "2025", "2026"], ["Kurser", sign, ""]])) == {1: 2025, 2: 2026}


@pytest.mark.parametrize("sign", [*sorted(EMPTY_BOXES | EMPTY_RINGS), "", "xx", "X 2", "•", "-"])
def test_an_empty_box_and_other_signs_mark_nothing(sign):
    assert not is_mark(sign)


@pytest.mark.parametrize("empty", sorted(EMPTY_BOXES | EMPTY_RINGS))
@pytest.mark.parametrize("ticked", sorted(TICKED_BOXES | FILLED | CHECKS))
def test_the_option_beside_a_ticked_box_is_chosen(ticked, empty):
    options = options_in([Line(f"{ticked} Ja"), Line(f"{empty} Nej")])

    assert options is not None
    assert [(option.words, option.chosen) for option in options] == [("Ja", True), ("Nej", False)]
