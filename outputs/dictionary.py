"""The data dictionary, as Markdown, generated from the row models."""

import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, get_args, get_origin

from models.rows import TABLES, Row
from models.schema import DATASET_VERSION, column_order, constraints, unwrap
from outputs.columns import ONE_ROW_IS, column_description, foreign_keys

TYPE_NAMES: dict[type, str] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "true/false",
    date: "date",
    datetime: "time, UTC",
}

INTRODUCTION = f"""# Datamängden / The dataset

Version {DATASET_VERSION}. Den här sidan skapas ur kodens modeller. / Generated from the code's models.

Tabellerna ligger som Parquet-filer i `current/`, som alltid pekar på en hel ögonblicksbild. Den som läser
flera tabeller slår upp vart `current` pekar en gång och läser sedan därifrån. Pengar är decimaltal i kronor.
Det som inte är känt är null.

The tables are Parquet files in `current/`, which always points to one whole snapshot. To read several
tables, look up once where `current` points and read from there. Money is decimal, in kronor. What is not
known is null.

`page` is the page in the file, counted from 1; `x0`, `top`, `x1`, `bottom` are PDF points from the page's
upper left corner.
"""


def data_dictionary() -> str:
    """Every table and column: type, null, meaning. Ends with a line break."""
    return "\n".join([INTRODUCTION, *(_table(row_type) for row_type in TABLES)])


def _table(row_type: type[Row]) -> str:
    swedish, english = ONE_ROW_IS[row_type.table_name]
    lines = [
        f"## {row_type.table_name}",
        "",
        f"En rad är {swedish}. / One row is {english}.",
        "",
        f"Nyckel / key: {', '.join(f'`{name}`' for name in row_type.primary_key)}",
        "",
        "| column | type | null | description |",
        "| --- | --- | --- | --- |",
        *(_column(row_type, name) for name in column_order(row_type)),
        "",
    ]
    return "\n".join(lines)


def _column(row_type: type[Row], name: str) -> str:
    info = row_type.model_fields[name]
    annotation, nullable = unwrap(info.annotation)
    said = [column_description(row_type, name)]
    if get_origin(annotation) is Literal:
        said.append(f"One of {', '.join(f'`{value}`' for value in get_args(annotation))}.")
        type_name = "text"
    elif annotation is Decimal:
        (digits,) = (c.max_digits for c in constraints(info) if hasattr(c, "max_digits"))
        (places,) = (c.decimal_places for c in constraints(info) if hasattr(c, "decimal_places"))
        type_name = f"decimal({digits}, {places})"
    else:
        type_name = TYPE_NAMES[annotation]
    if info.description and name in (keys := foreign_keys(row_type)):
        said.append(f"Key into {keys[name][0]}.")
    description = " ".join(part for part in said if part).replace("|", "\\|")
    return f"| `{name}` | {type_name} | {'yes' if nullable else ''} | {description} |"


if __name__ == "__main__":  # python -m outputs.dictionary > docs/dataset.md
    sys.stdout.write(data_dictionary())
