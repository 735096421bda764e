"""Running one query: a single SELECT, its rows as a frame, bounded in time, memory and rows."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import polars as pl

MOST_ROWS = 2_000_000
"""Rows that a query may give: they are held in memory until they are written."""
_TYPES: Mapping[str, pl.DataType] = {
    "VARCHAR": pl.String(),
    "BOOLEAN": pl.Boolean(),
    "TINYINT": pl.Int8(),
    "SMALLINT": pl.Int16(),
    "INTEGER": pl.Int32(),
    "BIGINT": pl.Int64(),
    "HUGEINT": pl.Int128(),
    "UTINYINT": pl.UInt8(),
    "USMALLINT": pl.UInt16(),
    "UINTEGER": pl.UInt32(),
    "UBIGINT": pl.UInt64(),
    "FLOAT": pl.Float32(),
    "DOUBLE": pl.Float64(),
    "DATE": pl.Date(),
    "TIMESTAMP": pl.Datetime("us"),
    "TIMESTAMP WITH TIME ZONE": pl.Datetime("us", "UTC"),
}
"""DuckDB's types and those of a frame; what is none of these (lists, structs) is written as JSON text."""


class QueryError(Exception):
    """A query that cannot be run; the message says why."""

    def __init__(self, why_sv: str, why_en: str) -> None:
        super().__init__(why_sv, why_en)
        self.message_sv = why_sv
        self.message_en = why_en


def run_query(connection: duckdb.DuckDBPyConnection, sql: str, where: Mapping[str, Any] | None = None) -> pl.DataFrame:
    """The rows that a query gives, with its columns' types; decimals stay decimals.

    where: column of the answer -> the value that its rows must have; text is found in any case, as a part of the
    column's. Raises QueryError where the SQL is not one SELECT, is wrong, asks for what it may not, gives too much, or
    has no such column.
    """
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise _wrong(error) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryError(
            "Bara en fråga som läser (SELECT, WITH, FROM, DESCRIBE, SUMMARIZE) kan ställas, en i taget.",
            "Only a query that reads (SELECT, WITH, FROM, DESCRIBE, SUMMARIZE) can be asked, one at a time.",
        )
    try:
        answer = _chosen(connection, sql, where) if where else connection.execute(sql)
        columns = [(str(column[0]), str(column[1])) for column in answer.description or ()]
        rows = answer.fetchmany(MOST_ROWS + 1)
    except duckdb.Error as error:
        raise _wrong(error) from error
    if len(rows) > MOST_ROWS:
        raise QueryError(
            f"Svaret har mer än {MOST_ROWS} rader. Sätt en gräns (LIMIT) eller summera.",
            f"The answer has more than {MOST_ROWS} rows. Set a LIMIT, or sum up.",
        )
    names = _unlike([name for name, _ in columns])
    return pl.DataFrame(
        [
            _column(name, type_name, [row[place] for row in rows])
            for place, (name, (_, type_name)) in enumerate(zip(names, columns, strict=True))
        ]
    )


def _chosen(connection: duckdb.DuckDBPyConnection, sql: str, where: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    there = {str(row[0]) for row in connection.execute(f"DESCRIBE {sql}").fetchall()}
    missing = [name for name in where if name not in there]
    if missing:
        raise QueryError(
            f"Svaret har ingen kolumn {', '.join(missing)} att välja på.",
            f"The answer has no column {', '.join(missing)} to choose by.",
        )
    conditions = [
        f"contains(lower({name}), ?)" if isinstance(value, str) else f"{name} = ?" for name, value in where.items()
    ]
    values = [value.casefold() if isinstance(value, str) else value for value in where.values()]
    chosen = f"SELECT * FROM (\n{sql}\n) WHERE {' AND '.join(conditions)}"  # noqa: S608 - columns that the answer has
    return connection.execute(chosen, values)


def _column(name: str, type_name: str, values: Sequence[Any]) -> pl.Series:
    if type_name.startswith("DECIMAL("):
        precision, scale = (int(part) for part in type_name[len("DECIMAL(") : -1].split(","))
        return pl.Series(name, values, dtype=pl.Decimal(precision, scale))
    if type_name in _TYPES:
        return pl.Series(name, values, dtype=_TYPES[type_name])
    if type_name.startswith("ENUM("):
        return pl.Series(name, values, dtype=pl.String())
    told = [None if value is None else json.dumps(value, ensure_ascii=False, default=str) for value in values]
    return pl.Series(name, told, dtype=pl.String())


def _unlike(names: Sequence[str]) -> list[str]:
    """Names of which none comes twice: the second `n` is `n_2`."""
    told: list[str] = []
    for name in names:
        other, number = name, 1
        while other in told:
            number += 1
            other = f"{name}_{number}"
        told.append(other)
    return told


def _wrong(error: duckdb.Error) -> QueryError:
    told = str(error).strip()
    return QueryError(f"Frågan kan inte köras. {told}", f"The query cannot be run. {told}")
