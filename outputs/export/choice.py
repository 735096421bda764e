"""The rows of some documents, out of every table."""

from collections.abc import Mapping

import polars as pl

from models.rows import TABLES, Finding
from outputs.row_order import OWNERS


def of_documents(frames: Mapping[str, pl.DataFrame], chosen: pl.Series) -> dict[str, pl.DataFrame]:
    """Every table with the rows of these document_ids alone; a finding about two documents is of either.

    Of files and failures those are kept that are about the documents' files; codebook and runs stay whole.
    """
    ids = chosen.rename("document_id").to_frame()
    kept: dict[str, pl.DataFrame] = {}
    for owner in OWNERS:
        kept[owner.table_name] = frames[owner.table_name].join(ids, on="document_id", how="semi", maintain_order="left")
    name = Finding.table_name
    either = pl.col("document_id").is_in(chosen.implode()) | pl.col("other_document_id").is_in(chosen.implode())
    kept[name] = frames[name].filter(either.fill_null(value=False))
    for row_type in TABLES:
        name = row_type.table_name
        if name in kept:
            continue
        frame = frames[name]
        owned = next((o for o in OWNERS if o.primary_key[0] in row_type.primary_key), None)
        if owned is not None:
            kept[name] = frame.join(kept[owned.table_name], on=owned.primary_key[0], how="semi", maintain_order="left")
        elif "document_id" in frame.columns:
            kept[name] = frame.join(ids, on="document_id", how="semi", maintain_order="left")
        elif "source_sha256" in frame.columns:
            files = frames["documents"].join(ids, on="document_id", how="semi").select("source_sha256")
            kept[name] = frame.join(files, on="source_sha256", how="semi", maintain_order="left")
        else:
            kept[name] = frame
    return kept
