"""Which composer makes which kind of document."""

from collections.abc import Callable, Mapping
from typing import Final

from corpus.generator.assignment import Assignment
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
from corpus.generator.composers.written_report import compose_written_report
from corpus.generator.content import Content, DocumentKind

COMPOSERS: Final[Mapping[DocumentKind, Callable[[Assignment], Content]]] = {
    "county_plan": compose_county_plan,
    "region_plan": compose_region_plan,
    "local_plan": compose_local_plan,
    "direction": compose_direction,
    "form_report": compose_form_report,
    "survey_report": compose_survey_report,
    "written_report": compose_written_report,
    "application": compose_application,
    "memo": compose_memo,
    "control_plan": compose_control_plan,
    "consultation": compose_consultation,
    "packet": compose_packet,
}


def compose(assignment: Assignment) -> Content:
    """The content of the document that is asked for: the same assignment gives the same content."""
    return COMPOSERS[assignment.kind](assignment)
