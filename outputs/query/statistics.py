"""What every column of the dataset holds, in numbers."""

import duckdb
import polars as pl

from models.rows import TABLES, Row
from models.schema import column_order
from outputs.query.running import run_query

STATISTICS = ("table", "column", "type", "rows", "nulls", "distinct", "least", "greatest")
"""The columns of column_statistics. least and greatest are text; of text columns they are those by code point."""


def column_statistics(database: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """One row a column, in the order of the contract: see STATISTICS. All are exact, none is estimated."""
    return pl.concat([run_query(database, _of_table(row_type)) for row_type in TABLES])


def _of_table(row_type: type[Row]) -> str:
    parts = (
        f"""SELECT '{row_type.table_name}' AS "table", '{name}' AS "column", any_value(typeof("{name}")) AS type,
            count(*) AS rows, count(*) - count("{name}") AS nulls, count(DISTINCT "{name}") AS "distinct",
            min("{name}")::VARCHAR AS least, max("{name}")::VARCHAR AS greatest
        FROM {row_type.table_name}"""  # noqa: S608 - the models' own names
        for name in column_order(row_type)
    )
    return " UNION ALL ".join(parts)
