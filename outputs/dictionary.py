"""The data dictionary in Swedish and in English, as Markdown, generated from the row models."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal, get_args, get_origin

from models.rows import TABLES, Row
from models.schema import DATASET_VERSION, column_order, constraints, unwrap
from outputs.columns import ONE_ROW_IS, column_description, foreign_keys, swedish_description
from outputs.diagram import schema_diagram

Language = Literal["sv", "en"]
FILES: Mapping[Language, str] = {"sv": "dataset.sv.md", "en": "dataset.md"}
"""The pages in docs/."""


@dataclass(frozen=True)
class _Words:
    """What the page says in one language. types: of columns; description: of one column."""

    introduction: str
    one_row_is: Callable[[str], str]
    key: str
    head: str
    yes: str
    one_of: str
    key_into: str
    types: Mapping[type, str]
    decimal: str
    description: Callable[[type[Row], str], str]


_ENGLISH = _Words(
    introduction=f"""# The dataset

Version {DATASET_VERSION}. [På svenska](dataset.sv.md). Generated from the code's models.

The tables are Parquet files in `current/`, which always points to one whole snapshot. To read several
tables, look up once where `current` points and read from there. Money is decimal, in kronor. What is not
known is null.

`page` is the page in the file, counted from 1; `x0`, `top`, `x1`, `bottom` are PDF points from the page's
upper left corner.

## How the tables hang together
""",
    one_row_is=lambda table: f"One row is {ONE_ROW_IS[table][1]}.",
    key="Key",
    head="| column | type | null | description |",
    yes="yes",
    one_of="One of",
    key_into="Key into",
    types={str: "text", int: "integer", float: "number", bool: "true/false", date: "date", datetime: "time, UTC"},
    decimal="decimal",
    description=column_description,
)
_SWEDISH = _Words(
    introduction=f"""# Datamängden

Version {DATASET_VERSION}. [In English](dataset.md). Den här sidan skapas ur kodens modeller.

Tabellerna ligger som Parquet-filer i `current/`, som alltid pekar på en hel ögonblicksbild. Den som läser
flera tabeller slår upp vart `current` pekar en gång och läser sedan därifrån. Pengar är decimaltal i kronor.
Det som inte är känt är null.

`page` är sidan i filen, räknat från 1; `x0`, `top`, `x1`, `bottom` är PDF-punkter från sidans övre vänstra
hörn.

## Hur tabellerna hänger ihop
""",
    one_row_is=lambda table: f"En rad är {ONE_ROW_IS[table][0]}.",
    key="Nyckel",
    head="| kolumn | typ | null | betydelse |",
    yes="ja",
    one_of="En av",
    key_into="Nyckel till",
    types={str: "text", int: "heltal", float: "tal", bool: "sant/falskt", date: "datum", datetime: "tid, UTC"},
    decimal="decimaltal",
    description=swedish_description,
)


def data_dictionary(language: Language = "en") -> str:
    """Every table and column: type, null, meaning; and how the tables hang together. Ends with a line break."""
    words = _SWEDISH if language == "sv" else _ENGLISH
    diagram = f"```mermaid\n{schema_diagram()}\n```\n"
    return "\n".join([words.introduction, diagram, *(_table(row_type, words) for row_type in TABLES)])


def _table(row_type: type[Row], words: _Words) -> str:
    lines = [
        f"## {row_type.table_name}",
        "",
        words.one_row_is(row_type.table_name),
        "",
        f"{words.key}: {', '.join(f'`{name}`' for name in row_type.primary_key)}",
        "",
        words.head,
        "| --- | --- | --- | --- |",
        *(_column(row_type, name, words) for name in column_order(row_type)),
        "",
    ]
    return "\n".join(lines)


def _column(row_type: type[Row], name: str, words: _Words) -> str:
    info = row_type.model_fields[name]
    annotation, nullable = unwrap(info.annotation)
    said = [words.description(row_type, name)]
    if get_origin(annotation) is Literal:
        said.append(f"{words.one_of} {', '.join(f'`{value}`' for value in get_args(annotation))}.")
        type_name = words.types[str]
    elif annotation is Decimal:
        (digits,) = (c.max_digits for c in constraints(info) if hasattr(c, "max_digits"))
        (places,) = (c.decimal_places for c in constraints(info) if hasattr(c, "decimal_places"))
        type_name = f"{words.decimal}({digits}, {places})"
    else:
        type_name = words.types[annotation]
    if info.description and name in (keys := foreign_keys(row_type)):
        said.append(f"{words.key_into} {keys[name][0]}.")
    description = " ".join(part for part in said if part).replace("|", "\\|")
    return f"| `{name}` | {type_name} | {words.yes if nullable else ''} | {description} |"


if __name__ == "__main__":  # python -m outputs.dictionary writes docs/dataset.sv.md and gives docs/dataset.md
    docs = Path(__file__).resolve().parent.parent / "docs"
    (docs / FILES["sv"]).write_text(data_dictionary("sv"), encoding="utf-8")
    sys.stdout.write(data_dictionary("en"))
