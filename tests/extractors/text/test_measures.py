"""Running text that is set in bold: there bold makes no heading."""

from dataclasses import replace

import pytest

from extractors.text.flow import flow
from extractors.text.measures import is_bold, measure, running_steps
from tests.layout_builders import MEASURES, SIZE, STEP, full_line, set_line


@pytest.mark.parametrize(("bold_lines", "expected"), [(0, False), (3, False), (9, True), (12, True)])
def test_running_text_is_bold_where_most_of_it_is(bold_lines: int, expected: bool) -> None:
    lines = [full_line(bottom=100 + at * STEP, bold=at < bold_lines) for at in range(12)]

    assert is_bold(lines, SIZE) is expected


def test_headings_alone_make_no_bold_text() -> None:
    lines = [set_line("Mål och insatser", bold=True), full_line(bottom=120)]

    assert not is_bold(lines, SIZE)


def test_the_few_bold_lines_of_a_form_are_no_running_text() -> None:
    assert not is_bold([full_line(bottom=100 + at * 60, bold=True) for at in range(4)], SIZE)


@pytest.mark.parametrize(("all_bold", "heading"), [(False, True), (True, False)])
def test_bold_makes_a_heading_unless_all_text_is_bold(all_bold: bool, heading: bool) -> None:
    line = set_line("Elever som behöver stöd får det i tid.", bold=True)

    (draft,) = flow([line], replace(MEASURES, bold=all_bold))

    assert draft.heading is heading


def test_a_table_set_closer_does_not_tell_the_pitch_of_the_text_beside_it() -> None:
    pages = [full_line(bottom=100 + at * 17) for at in range(12)]
    text = [full_line(bottom=100 + at * 17) for at in range(3)]
    cells = [set_line("Ansvarig nämnd", bottom=170 + at * 12) for at in range(9)]
    usual = running_steps(pages, SIZE)

    assert measure([*text, *cells], 595, SIZE, usual).pitch == 1.7
    assert measure([*text, *cells], 595, SIZE).pitch == 1.2


def test_lines_of_two_columns_that_stand_between_each_other_tell_no_step() -> None:
    left = [set_line("Kommunen bjuder in alla skolor till samtal", bottom=100 + at * 14) for at in range(8)]
    right = [set_line("Nämnden följer upp hur samtalen går", x0=330, bottom=104 + at * 14) for at in range(8)]

    assert running_steps(sorted([*left, *right], key=lambda line: line.top), SIZE).total() == 0
    assert running_steps(left, SIZE) == {14.0: 7}
