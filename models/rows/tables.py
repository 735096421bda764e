"""Tables as they stand, and their cells."""

from typing import ClassVar

from pydantic import Field

from models.blocks import CellRole, GridMethod
from models.rows.columns import Number
from models.rows.row import Placed, Row


class TableRow(Row):
    table_name: ClassVar[str] = "tables"
    primary_key: ClassVar[tuple[str, ...]] = ("table_id",)

    table_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    title: str | None = Field(default=None, description="Caption or heading.")
    n_rows: int = Field(description="Rows, header rows included.")
    n_cols: int = Field(description="Columns.")
    first_page: int = Field(ge=1, description="Page in the file where it begins, 1-based.")
    last_page: int = Field(ge=1, description="Page in the file where it ends.")
    method: GridMethod = Field(
        description="What the grid is known by: drawn cells, rules or tints between some rows, or white alone."
    )
    doubt: str | None = Field(default=None, description="Why the grid is unsure; null where it is not.")
    grid_confidence: Number | None = Field(
        default=None,
        description="How sure its rows and columns are, 0 to 1; how sure OCR is of its words stands in pages.",
    )
    known_by_sv: str | None = Field(default=None, description="What its columns and rows are known by, Swedish.")
    known_by_en: str | None = Field(default=None, description="What its columns and rows are known by, English.")


class CellRow(Placed):
    table_name: ClassVar[str] = "cells"
    primary_key: ClassVar[tuple[str, ...]] = ("table_id", "row", "col")

    table_id: str = Field(description="The table that it is a cell of.")
    row: int = Field(ge=0, description="From 0.")
    col: int = Field(ge=0, description="From 0.")
    row_span: int = Field(default=1, ge=1, description="Rows that it covers.")
    col_span: int = Field(default=1, ge=1, description="Columns that it covers.")
    role: CellRole
    text: str | None = Field(default=None, description="The cell's words; null where it is empty.")
    value: Number | None = Field(default=None, description="Its number, in its own unit; null where it is none.")
    step: Number | None = Field(default=None, description="The unit of the number's last digit, same unit as value.")
    unit: str | None = Field(default=None, description="kr, tkr, mnkr, mdkr, percent, count, year.")
