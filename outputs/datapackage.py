"""The Frictionless Data Package descriptor of a snapshot, generated from the row models.

Data Package 2.0 (datapackage.org): one resource a table, with its Table Schema.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge

from models.rows import TABLES, Row
from models.schema import DATASET_VERSION, column_order, constraints, has_nullable_key, unwrap
from outputs.columns import column_description, foreign_keys, table_description
from outputs.run_report import RunReport

FIELD_TYPES: dict[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    Decimal: "number",
    bool: "boolean",
    date: "date",
    datetime: "datetime",
}


def descriptor(folder: Path, row_counts: Mapping[str, int], run: RunReport) -> dict[str, Any]:
    """Describe the tables that stand as <table>.parquet in `folder`, with their size, hash and rows."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "plankoll",
        "title": "Plankoll",
        "version": DATASET_VERSION,
        "created": f"{run.finished.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "resources": [_resource(t, folder / f"{t.table_name}.parquet", row_counts) for t in TABLES],
    }


def table_schema(row_type: type[Row]) -> dict[str, Any]:
    """The Table Schema of one table: fields, keys, and the keys into other tables."""
    schema: dict[str, Any] = {
        "fields": [_field(row_type, name) for name in column_order(row_type)],
        "missingValues": [],
    }
    if not has_nullable_key(row_type):
        schema["primaryKey"] = list(row_type.primary_key)
    references = [
        {
            "fields": [column],
            # A table's key into itself names no resource: an empty one, which both versions of the standard take.
            "reference": {"resource": table if table != row_type.table_name else "", "fields": [key]},
        }
        for column, (table, key) in foreign_keys(row_type).items()
    ]
    return schema | ({"foreignKeys": references} if references else {})


def _resource(row_type: type[Row], path: Path, row_counts: Mapping[str, int]) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "name": row_type.table_name,
        "description": table_description(row_type),
        "path": path.name,
        "type": "table",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": row_counts[row_type.table_name],
        "schema": table_schema(row_type),
    }


def _field(row_type: type[Row], name: str) -> dict[str, Any]:
    info = row_type.model_fields[name]
    annotation, nullable = unwrap(info.annotation)
    is_choice = get_origin(annotation) is Literal
    limits: dict[str, Any] = {} if nullable else {"required": True}
    for limit in constraints(info):
        if isinstance(limit, Ge):
            limits["minimum"] = limit.ge
    if is_choice:
        limits["enum"] = list(get_args(annotation))
    field = {
        "name": name,
        "type": "string" if is_choice else FIELD_TYPES[annotation],
        "description": column_description(row_type, name),
    }
    return field | ({"constraints": limits} if limits else {})
