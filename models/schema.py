"""The frames' schemas, derived from the row models: types, nulls and keys, checked by dataframely."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin

import polars as pl
from pydantic.fields import FieldInfo

from models.rows import TABLES, Row
from models.without import without

with without("sqlalchemy"):  # a third of what a command loads, for schemas of databases, which nothing here asks for
    import dataframely as dy

RowT = TypeVar("RowT", bound=Row)

DATASET_VERSION = "1.3.0"
"""The contract's version: a new column raises the minor, a changed one the major."""


def tables() -> tuple[type[Row], ...]:
    """Every table of the dataset, in the order of the contract."""
    return TABLES


@cache
def frame_schema(row_type: type[Row]) -> type[dy.Schema]:
    """The dataframely schema of one table.

    A key with a column that may be null (failures: a file that could not be opened has no hash)
    names the row for a reader but cannot be held unique.
    """
    key = () if has_nullable_key(row_type) else row_type.primary_key
    columns: dict[str, Any] = {name: _column(name, info, name in key) for name, info in row_type.model_fields.items()}
    return type(f"{row_type.__name__}Schema", (dy.Schema,), columns)


def has_nullable_key(row_type: type[Row]) -> bool:
    return any(unwrap(row_type.model_fields[name].annotation)[1] for name in row_type.primary_key)


def column_order(row_type: type[Row]) -> list[str]:
    """Columns as published: keys and content first, the place last."""
    place = ["page", "x0", "top", "x1", "bottom"]
    names = list(row_type.model_fields)
    if row_type.table_name == "pages":
        return names
    return [n for n in names if n not in place] + [n for n in place if n in names]


def to_frame(row_type: type[Row], rows: Iterable[Row]) -> pl.DataFrame:
    """Rows as a frame with the table's fixed schema, also when there are none.

    Raises dataframely's ValidationError where a key is doubled.
    """
    schema = frame_schema(row_type)
    data = [row.model_dump() for row in rows]
    frame = pl.DataFrame(data, schema=schema.create_empty().schema, strict=True)
    return schema.validate(frame).select(column_order(row_type))


def to_rows(row_type: type[RowT], frame: pl.DataFrame) -> tuple[RowT, ...]:
    """The rows of a frame, the inverse of to_frame.

    Raises pydantic's ValidationError where one of them is not valid.
    """
    return tuple(row_type.model_validate(row) for row in frame.iter_rows(named=True))


def to_valid_rows(row_type: type[RowT], frame: pl.DataFrame) -> tuple[RowT, ...]:
    """As to_rows, of a frame that was made of rows: what was valid then is not validated again, and it goes faster.

    Raises polars' ColumnNotFoundError where one of the table's columns is lacking.
    """
    names = list(row_type.model_fields)
    return tuple(row_type.of_valid(names, [frame[name].to_list() for name in names]))


def _column(name: str, info: FieldInfo, is_key: bool) -> dy.Column:
    annotation, nullable = unwrap(info.annotation)
    options: dict[str, Any] = {"primary_key": True} if is_key else {"nullable": nullable}
    if get_origin(annotation) is Literal or annotation is str:
        return dy.String(**options)
    if annotation is Decimal:
        scale = next((m.decimal_places for m in constraints(info) if hasattr(m, "decimal_places")), 2)
        digits = next((m.max_digits for m in constraints(info) if hasattr(m, "max_digits")), 18)
        return dy.Decimal(precision=digits, scale=scale, **options)
    simple: dict[Any, type[dy.Column]] = {
        int: dy.Int64,
        float: dy.Float64,
        bool: dy.Bool,
        date: dy.Date,
    }
    if annotation in simple:
        return simple[annotation](**options)
    if annotation is datetime:
        return dy.Datetime(time_zone="UTC", **options)
    raise TypeError(f"column {name}: no frame type for {annotation!r}")


def unwrap(annotation: Any) -> tuple[Any, bool]:
    """The type without None and Annotated, and whether None was allowed."""
    arguments = get_args(annotation)
    if NoneType in arguments:
        (inner,) = (a for a in arguments if a is not NoneType)
        return unwrap(inner)[0], True
    if hasattr(annotation, "__metadata__"):
        return unwrap(arguments[0])[0], False
    return annotation, False


def constraints(info: FieldInfo) -> list[Any]:
    """Constraints on the field, also where they sit inside an optional type."""
    found = list(info.metadata)
    for argument in get_args(info.annotation):
        for meta in getattr(argument, "__metadata__", ()):
            found.extend(getattr(meta, "metadata", [meta]))
    return found
