"""Which composer makes which kind of document."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Table
from corpus.generator.composers.application import compose_application
from corpus.generator.composers.consultation import compose_consultation
from corpus.generator.composers.control_plan import compose_control_plan
from corpus.generator.composers.county_plan import compose_county_plan
from corpus.generator.composers.direction import compose_direction
from corpus.generator.composers.form_report import compose_form_report
from corpus.generator.composers.local_plan import compose_local_plan
from corpus.generator.composers.memo import compose_memo
from corpus.generator.composers.packet import compose_packet
from corpus.generator.composers.region_plan import compose_region_plan
from corpus.generator.composers.survey_report import compose_survey_report
from corpus.generator.composers.written_report import compose_year_or_part
from corpus.generator.content import Content, DocumentKind
from corpus.generator.editing import with_blocks

COMPOSERS: Final[Mapping[DocumentKind, Callable[[Assignment], Content]]] = {
    "county_plan": compose_county_plan,
    "region_plan": compose_region_plan,
    "local_plan": compose_local_plan,
    "direction": compose_direction,
    "form_report": compose_form_report,
    "survey_report": compose_survey_report,
    "written_report": compose_year_or_part,
    "application": compose_application,
    "memo": compose_memo,
    "control_plan": compose_control_plan,
    "consultation": compose_consultation,
    "packet": compose_packet,
}
_IN_CAPITALS: Final = 0.08
"""The part of the documents whose tables have their column heads in capitals."""


def compose(assignment: Assignment) -> Content:
    """The content of the document that is asked for: the same assignment gives the same content.

    Some houses print the heads of columns in capitals. A look may not change words, so it is done here, in the words
    themselves: truth and print then say the same.
    """
    content = COMPOSERS[assignment.kind](assignment)
    return _with_capital_heads(content) if assignment.rng("capitals").random() < _IN_CAPITALS else content


def _with_capital_heads(content: Content) -> Content:
    """Every table with the heads of its columns, and of its groups of columns, in capitals."""

    def capital(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        columns = tuple(replace(column, head=column.head.upper()) for column in block.columns)
        return replace(block, columns=columns, groups=tuple((words.upper(), span) for words, span in block.groups))

    return with_blocks(content, capital)
