"""Headings of a plan that ask what its text tells are no questions of a form."""

from extractors.drafts import FieldDraft
from extractors.forms.rhetorical_heads import without_rhetorical
from models.blocks import Block
from tests.plan_builders import NOWHERE, heading, prose


def test_a_plans_heading_that_asks_is_no_field():
    asked = FieldDraft("Vad kostar det?", "Det mesta ryms i budgeten.", NOWHERE)
    other = FieldDraft("Datum för uppföljning", "2026-10-31", NOWHERE)
    blocks: list[Block] = [heading("Vad kostar det?"), prose("Det mesta ryms i budgeten.")]

    assert without_rhetorical([asked, other], blocks) == [other]
