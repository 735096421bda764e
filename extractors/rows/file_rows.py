"""The rows of one document, all tables."""

from extractors.rows.amount_rows import amount_rows
from extractors.rows.document_rows import document_row, fact_rows, page_rows
from extractors.rows.field_rows import field_rows
from extractors.rows.passage_rows import passage_rows
from extractors.rows.plan_rows import activity_rows, activity_year_rows, goal_rows, indicator_rows, initiative_rows
from extractors.rows.risk_rows import risk_rows
from extractors.rows.table_rows import cell_rows, table_row
from extractors.rows.understood import Understood
from models.rows import FileRows

_ID_DIGITS = 20


def make_rows(found: Understood, run_id: str) -> FileRows:
    """Rows with stable ids: the same bytes give the same ids everywhere."""
    document_id = f"{found.read.source_sha256[:_ID_DIGITS]}-{found.ordinal}"
    initiatives = {d: f"{document_id}-i{n}" for n, d in enumerate(found.plan.all_initiatives, start=1)}
    activities = {d: f"{document_id}-a{n}" for n, d in enumerate(found.plan.activities, start=1)}
    table_ids = [f"{document_id}-t{n}" for n in range(1, len(found.tables) + 1)]
    return FileRows(
        documents=(document_row(found, document_id, run_id),),
        pages=tuple(page_rows(found.read, document_id)),
        initiatives=tuple(initiative_rows(document_id, initiatives)),
        goals=tuple(goal_rows(found.plan, document_id, initiatives)),
        activities=tuple(activity_rows(document_id, activities, initiatives)),
        activity_years=tuple(activity_year_rows(activities, table_ids)),
        indicators=tuple(indicator_rows(found.plan, document_id, initiatives)),
        amounts=tuple(amount_rows(found.plan.amounts, document_id, initiatives, activities, table_ids)),
        fields=tuple(field_rows(found.fields, document_id)),
        passages=tuple(passage_rows(found.read.blocks, found.fields, document_id)),
        facts=tuple(fact_rows(found.facts, document_id)),
        risks=tuple(risk_rows(found.risks, document_id, table_ids)),
        tables=tuple(table_row(document_id, n, t) for n, t in enumerate(found.tables, start=1)),
        cells=tuple(
            cell
            for table_id, table, numbers in zip(table_ids, found.tables, found.numbers, strict=True)
            for cell in cell_rows(table_id, table, numbers)
        ),
    )
