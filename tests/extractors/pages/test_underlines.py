"""A rule under just its words underlines them; any other parts rows or columns."""

import pytest

from extractors.pages.geometry import Box
from extractors.pages.underlines import emphasised, part_underlines
from tests.layout_builders import set_words

HEAD = set_words("Mål och medel", x0=100, bottom=200)
ENDS = HEAD[0].x0, HEAD[-1].x1


def rule(x0: float, x1: float, height: float = 200.0) -> Box:
    return Box(x0, height, x1, height)


@pytest.mark.parametrize("height", [197.5, 199.9, 201.5])
def test_a_rule_that_fits_its_words_is_an_underline(height):
    assert part_underlines([rule(*ENDS, height)], HEAD) == ([], [rule(*ENDS, height)])


def test_some_words_of_a_line_may_be_underlined():
    under = rule(HEAD[1].x0, HEAD[2].x1)

    assert part_underlines([under], HEAD) == ([], [under])
    assert [word.italic for word in emphasised(HEAD, [under])] == [False, True, True]


def test_an_underlined_address_is_a_link_and_no_emphasis():
    words = set_words("Se www.exempel.se", x0=100, bottom=200)

    assert not any(word.italic for word in emphasised(words, [rule(words[1].x0, words[1].x1)]))


@pytest.mark.parametrize(
    "kept",
    [
        rule(ENDS[0], ENDS[1] + 40),
        rule(ENDS[0] - 5, ENDS[1]),
        rule(*ENDS, 206),
        rule(*ENDS, 190),
        rule(HEAD[0].x0, HEAD[1].x0 + 3),
        rule(300, 400),
    ],
)
def test_a_rule_that_goes_further_or_stands_elsewhere_stays(kept):
    assert part_underlines([kept], HEAD) == ([kept], [])


def test_rules_of_cells_side_by_side_stay():
    cells = [rule(*ENDS), rule(ENDS[1], ENDS[1] + 80)]

    assert part_underlines(cells, HEAD) == (cells, [])
