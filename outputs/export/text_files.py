"""A frame as CSV or JSON lines."""

from dataclasses import dataclass
from typing import Literal

import polars as pl
import polars.selectors as cs

Dialect = Literal["plain", "excel"]
FORMULA_BEGINS = r"^[=+\-@＝＋－＠\t\r\n]"
"""What makes a spreadsheet take a cell of a CSV file for a formula (OWASP: CSV injection)."""
GUARD = "'"
"""Set before such a text: a spreadsheet then takes it for text."""


@dataclass(frozen=True)
class CsvForm:
    """plain: comma, decimal point, as most programs read it; excel: semicolon, decimal comma and a byte order mark, as
    Excel with Swedish settings reads it. guarded: texts that begin as a formula does get an apostrophe before them.
    """

    dialect: Dialect = "plain"
    guarded: bool = True


def csv_text(frame: pl.DataFrame, form: CsvForm | None = None) -> str:
    """One row a line, with a head. What is null is empty; numbers are never guarded, so a negative one stays one."""
    form = form or CsvForm()
    is_for_excel = form.dialect == "excel"
    return (_guarded(frame) if form.guarded else frame).write_csv(
        separator=";" if is_for_excel else ",", decimal_comma=is_for_excel, include_bom=is_for_excel
    )


def _guarded(frame: pl.DataFrame) -> pl.DataFrame:
    texts = [pl.col(name) for name in frame.select(cs.string()).columns]
    return frame.with_columns(
        pl.when(text.str.contains(FORMULA_BEGINS)).then(pl.lit(GUARD) + text).otherwise(text).name.keep()
        for text in texts
    )


def jsonl_text(frame: pl.DataFrame) -> str:
    """One JSON object a line; decimals are strings, so that none is rounded."""
    return frame.write_ndjson()
