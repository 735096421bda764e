"""The dataset as a workbook: what it is, a sheet a table, and what the columns mean."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import polars as pl

from models.rows import TABLES, Row
from models.schema import DATASET_VERSION, column_order
from outputs.columns import ONE_ROW_IS, column_description, swedish_description
from outputs.export.workbook import Sheet

Link = Callable[[Mapping[str, Any]], str | None]


def dataset_sheets(
    frames: Mapping[str, pl.DataFrame], tables: Sequence[str], run_id: str, link: Link | None = None
) -> list[Sheet]:
    """The sheets of these tables, in the order of the contract. link: a finding's row -> its page in the report."""
    chosen = [row_type for row_type in TABLES if row_type.table_name in tables]
    links = {"finding_id": link} if link is not None else {}
    return [
        _about(frames, chosen, run_id),
        *(Sheet(t.table_name, frames[t.table_name], links=links if t.table_name == "findings" else {}) for t in chosen),
        _columns(chosen),
    ]


def _about(frames: Mapping[str, pl.DataFrame], chosen: Sequence[type[Row]], run_id: str) -> Sheet:
    said = [
        ("datamängd (dataset)", f"Plankoll {DATASET_VERSION}"),
        ("körning (run)", run_id),
        *(
            (
                t.table_name,
                f"{frames[t.table_name].height} · {ONE_ROW_IS[t.table_name][0]} · {ONE_ROW_IS[t.table_name][1]}",
            )
            for t in chosen
        ),
    ]
    frame = pl.DataFrame(said, schema={"what": pl.String, "value": pl.String}, orient="row")
    return Sheet("Om (about)", frame, {"what": "vad (what)", "value": "rader, och vad en rad är (rows, one row is)"})


def _columns(chosen: Sequence[type[Row]]) -> Sheet:
    told = [
        (row_type.table_name, name, swedish_description(row_type, name), column_description(row_type, name))
        for row_type in chosen
        for name in column_order(row_type)
    ]
    headings = {"table": "tabell (table)", "column": "kolumn (column)", "sv": "på svenska", "en": "in English"}
    frame = pl.DataFrame(told, schema=dict.fromkeys(headings, pl.String), orient="row")
    return Sheet("Kolumner (columns)", frame, headings)
