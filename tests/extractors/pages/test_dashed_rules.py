"""Rules drawn dash by dash: one rule each, and no marks that only stand on one height."""

import pytest

from extractors.pages.dashed_rules import whole_dashes
from extractors.pages.geometry import Box
from extractors.sheets import read_pages
from tests.layout_builders import DrawnPage, write_pdf


def dashes(x0: float, n: int, *, top: float = 100.0, step: float = 3.0) -> list[Box]:
    return [Box(x0 + i * step, top, x0 + i * step + 1.5, top + 0.7) for i in range(n)]


def test_dashes_that_follow_each_other_are_one_rule():
    second = dashes(70, 10, top=120)

    assert whole_dashes([*second, *dashes(70, 40)]) == [Box(70, 100, 188.5, 100.7), Box(70, 120, 98.5, 120.7)]


@pytest.mark.parametrize("pieces", [dashes(70, 5), dashes(70, 20, step=9), []], ids=["few", "far apart", "none"])
def test_other_pieces_are_no_rule(pieces):
    assert whole_dashes(pieces) == []


def test_dashes_after_a_gap_are_another_rule():
    assert [rule.x0 for rule in whole_dashes([*dashes(70, 10), *dashes(140, 10)])] == [70, 140]


def test_a_page_has_them_among_its_rules(tmp_path):
    drawn = DrawnPage().text("Insats", 70, 95)
    for dash in dashes(70, 60):
        drawn.filled(dash)

    (page,) = read_pages(write_pdf(tmp_path / "page.pdf", [drawn]))

    assert [(rule.x0, rule.x1) for rule in page.rules] == [(70, 248.5)]
