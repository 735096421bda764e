"""A snapshot as an in-memory DuckDB database that can be read and nothing else.

Each table of the dataset is a view of its name over the snapshot's file; the reviewers' verdicts of this moment stand
in findings.status. Beside them: municipalities, counties, grants (the registry), inhabitants (a file that the user
gives), and the ready views (outputs.query.catalogue). Once they are made, no other file can be reached, no extension
loaded and no setting changed.
"""

# ruff: noqa: S608 - the statements are put together of the models' own names and of quoted paths

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from models.registry import Registry
from models.rows import TABLES, Finding, Row
from models.schema import to_frame
from outputs.query.catalogue import views
from outputs.query.inhabitants import Inhabitants
from outputs.snapshot import DatasetUnreadableError, tables_of

_SQL_TYPES: Mapping[type[pl.DataType], str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    pl.Datetime: "TIMESTAMPTZ",
}


@dataclass(frozen=True)
class Bounds:
    """What a query may take. memory: as DuckDB writes it. seconds: of one query."""

    memory: str = "2GB"
    seconds: float = 120.0
    threads: int = 2


@dataclass(frozen=True)
class Beside:
    """What is queried beside the snapshot's files. statuses: finding_id -> verdict, where it is another than there."""

    registry: Registry
    statuses: Mapping[str, str] = field(default_factory=dict)
    inhabitants: Sequence[Inhabitants] = ()


@contextmanager
def open_database(snapshot: Path, beside: Beside, bounds: Bounds | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the snapshot in this folder.

    Raises DatasetUnreadableError where a file of it is damaged or lost.
    """
    bounds = bounds or Bounds()
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "python_enable_replacements": False,
        "memory_limit": bounds.memory,
        "threads": bounds.threads,
        "temp_directory": "",
    }
    with duckdb.connect(":memory:", config=config) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        _read_tables(connection, snapshot, beside)
        text = "VARCHAR"
        municipalities, counties = beside.registry.municipalities, beside.registry.counties
        _fill(connection, "municipalities", {"kommunkod": text, "kommun": text}, municipalities.items())
        _fill(connection, "counties", {"lanskod": text, "lan": text}, counties.items())
        names = {grant.code: grant.name for grant in reversed(beside.registry.grants)}
        _fill(connection, "grants", {"grant_code": text, "grant_name": text}, sorted(names.items()))
        people = [(each.kommunkod, each.year, each.number) for each in beside.inhabitants]
        _fill(connection, "inhabitants", {"kommunkod": text, "year": "BIGINT", "inhabitants": "BIGINT"}, people)
        for view in views():
            connection.execute(f"CREATE VIEW {view.name} AS\n{view.sql}")
        connection.execute(f"SET max_execution_time = {round(bounds.seconds * 1000)}")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection


def _read_tables(connection: duckdb.DuckDBPyConnection, snapshot: Path, beside: Beside) -> None:
    """A view a table, with today's columns; those that an older snapshot lacks hold their default."""
    published = tables_of(snapshot)
    files = {t.table_name: str(snapshot.resolve() / f"{t.table_name}.parquet") for t in TABLES}
    reached = sorted({_quoted(path) for file in files.values() for path in (file, _plain(file))})
    connection.execute(f"SET allowed_paths = [{', '.join(reached)}]")
    for row_type in TABLES:
        name = row_type.table_name
        schema = to_frame(row_type, ()).schema
        if name not in published:
            columns = ", ".join(f"NULL::{_sql_type(dtype)} AS {_named(column)}" for column, dtype in schema.items())
            connection.execute(f"CREATE VIEW {_named(name)} AS SELECT {columns} WHERE false")
            continue
        source = f"read_parquet({_quoted(_plain(files[name]))}, hive_partitioning = false)"
        try:
            there = {str(row[0]) for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}
        except duckdb.Error as error:
            raise DatasetUnreadableError(snapshot, f"{name}.parquet: {error}") from error
        chosen = ", ".join(
            _named(column) if column in there else f"{_default(row_type, column, dtype)} AS {_named(column)}"
            for column, dtype in schema.items()
        )
        kind = "TABLE" if row_type is Finding else "VIEW"
        connection.execute(f"CREATE {kind} {_named(name)} AS SELECT {chosen} FROM {source}")
    for finding_id, status in beside.statuses.items():
        connection.execute("UPDATE findings SET status = ? WHERE finding_id = ?", [status, finding_id])


def _fill(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[Any]]
) -> None:
    """Make a table. columns: name -> SQL type; rows: a value a column."""
    told = ", ".join(f"{column} {kind}" for column, kind in columns.items())
    connection.execute(f"CREATE TABLE {name} ({told})")
    every = list(rows)
    values = [[row[place] for row in every] for place in range(len(columns))]
    taken = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
    connection.execute(f"INSERT INTO {name} SELECT {taken}", values)


def _default(row_type: type[Row], column: str, dtype: pl.DataType) -> str:
    """The value that a column has in the rows of a snapshot without it."""
    value = row_type.model_fields[column].get_default()
    return f"{'NULL' if value is None else _quoted(str(value))}::{_sql_type(dtype)}"


def _sql_type(dtype: pl.DataType) -> str:
    if isinstance(dtype, pl.Decimal):
        return f"DECIMAL({dtype.precision}, {dtype.scale})"
    return _SQL_TYPES[type(dtype)]


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _plain(path: str) -> str:
    """A path as a pattern that only it answers to."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in path)
