"""The order of rows in a published table: documents by name, and within them as they stand."""

from collections.abc import Mapping

import polars as pl

from models.rows import Activity, Document, Finding, Row, SourceFile, TableRow
from models.schema import has_nullable_key

OWNERS: tuple[type[Row], ...] = (Finding, Activity, TableRow)
"""Tables whose key says which document a row is of, where the row does not say it itself."""


def in_order(row_type: type[Row], frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """One table's rows in an order that depends on nothing but the rows.

    Documents go by file name, hash and first page. Rows below a document follow it, then
    their key; an ordinal at the end of a key counts as a number. Files go by path. Rows without a
    document (failures, runs) go by key alone.
    """
    frame = frames[row_type.table_name]
    if row_type is Document:
        return frame.sort("source_name", "source_sha256", "first_page", "document_id")
    if row_type is SourceFile:
        return frame.sort("path", "file_id")
    key = list(row_type.primary_key)
    rest = [c for c in frame.columns if c not in key] if has_nullable_key(row_type) else []
    rule = ["rule"] if row_type is Finding else []
    ordinal = pl.col(key[0]).str.extract(r"(\d{1,18})$").cast(pl.Int64)
    by: list[str | pl.Expr] = [*rule, ordinal, *key, *rest]
    ranks = _ranks(row_type, frames)
    if ranks is None:
        return frame.sort(by, nulls_last=True)
    ranked = frame.join(ranks, on=ranks.columns[0], how="left")
    return ranked.sort([pl.col("_rank"), *by], nulls_last=True).select(frame.columns)


def _ranks(row_type: type[Row], frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame | None:
    """A column of the table and, as `_rank`, the place in order of the document that it leads to."""
    documents = in_order(Document, frames).select("document_id").with_row_index("_rank")
    for owner in OWNERS:
        key = owner.primary_key[0]
        if key in row_type.primary_key and owner is not row_type:
            return frames[owner.table_name].join(documents, on="document_id").select(key, "_rank")
    if "document_id" in row_type.model_fields:
        return documents.select("document_id", "_rank")
    return None
