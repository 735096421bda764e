"""Running text that is set larger than the tables that fill its page."""

from dataclasses import replace

import pytest

from extractors.text.draft_block import Draft
from extractors.text.flow import flow
from extractors.text.lines import Line
from extractors.text.measures import Measures
from tests.layout_builders import LEFT, MEASURES, set_line

SMALL = replace(MEASURES, body_size=8.0, text_size=8.0)
"""The tables' type: the lines below are set in 10 points."""


def drafts(*texts: str, bold: bool = False, measures: Measures = SMALL) -> list[Draft]:
    lines: list[Line] = [set_line(text, LEFT, 100 + 20 * n, bold=bold) for n, text in enumerate(texts)]
    return flow(lines, measures)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Här visas hur gruppen arbetar under året.", False),
        ("Gruppen arbetar så här. Planen ses över", True),
        ("Så arbetar gruppen", True),
        ("Så gör vi.", True),
    ],
)
def test_a_sentence_in_light_type_is_no_heading_though_it_is_larger(text: str, *, heading: bool):
    assert [draft.heading for draft in drafts(text)] == [heading]


def test_a_sentence_in_bold_may_be_a_heading():
    assert [draft.heading for draft in drafts("Ingen i kommunen ska behöva vara ensam.", bold=True)] == [True]


def test_lines_with_one_bullet_are_items_and_their_lead_in_is_text():
    found = drafts("Gruppen följer:", "• antal möten under året", "• antal deltagare i kurser")

    assert [(draft.heading, draft.marker) for draft in found] == [(False, None), (False, "•"), (False, "•")]


def test_a_bullet_before_one_large_line_is_an_ornament():
    [found] = drafts("• Så arbetar gruppen")

    assert (found.heading, found.marker) == (True, None)
