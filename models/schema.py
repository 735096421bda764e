"""The frames' contract, derived from the row models: types, nulls and keys."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin

import polars as pl
from pydantic.fields import FieldInfo

from models.rows import TABLES, Row

RowT = TypeVar("RowT", bound=Row)

DATASET_VERSION = "1.3.0"
"""The contract's version: a new column raises the minor, a changed one the major."""


def tables() -> tuple[type[Row], ...]:
    """Every table of the dataset, in the order of the contract."""
    return TABLES


class ContractError(ValueError):
    """A frame breaks its table's contract."""


@cache
def frame_schema(row_type: type[Row]) -> pl.Schema:
    """The types of a table's columns in a frame, in the order of publication."""
    return pl.Schema({name: _column_type(name, row_type.model_fields[name]) for name in column_order(row_type)})


@cache
def nullable_columns(row_type: type[Row]) -> frozenset[str]:
    return frozenset(name for name, info in row_type.model_fields.items() if unwrap(info.annotation)[1])


def validated(row_type: type[Row], frame: pl.DataFrame) -> pl.DataFrame:
    """The table's columns of the frame, in the order of publication.

    Raises ContractError where one lacks or is of another type, where one holds null that may not, or a float that is
    no number, and where a primary key comes twice. A key with a column that may be null (failures: a file that could
    not be opened has no hash) names the row for a reader but cannot be held unique.
    """
    schema, table = frame_schema(row_type), row_type.table_name
    if wrong := [name for name, dtype in schema.items() if frame.schema.get(name) != dtype]:
        raise ContractError(f"{table}: lacking, or of another type: {', '.join(wrong)}")
    frame = frame.select(schema.names())
    if nulls := [s.name for s in frame if s.null_count() and s.name not in nullable_columns(row_type)]:
        raise ContractError(f"{table}: null in {', '.join(nulls)}")
    if odd := [s.name for s in frame if s.dtype.is_float() and not s.is_finite().all()]:
        raise ContractError(f"{table}: no numbers in {', '.join(odd)}")
    key = row_type.primary_key
    if not has_nullable_key(row_type) and frame.select(pl.struct(key).is_duplicated().any()).item():
        raise ContractError(f"{table}: a primary key comes twice ({', '.join(key)})")
    return frame


def has_nullable_key(row_type: type[Row]) -> bool:
    return not nullable_columns(row_type).isdisjoint(row_type.primary_key)


def column_order(row_type: type[Row]) -> list[str]:
    """Columns as published: keys and content first, the place last."""
    place = ["page", "x0", "top", "x1", "bottom"]
    names = list(row_type.model_fields)
    if row_type.table_name == "pages":
        return names
    return [n for n in names if n not in place] + [n for n in place if n in names]


def to_frame(row_type: type[Row], rows: Iterable[Row]) -> pl.DataFrame:
    """Rows as a frame with the table's fixed schema, also when there are none.

    Raises ContractError where a key is doubled.
    """
    data = [row.model_dump() for row in rows]
    return validated(row_type, pl.DataFrame(data, schema=frame_schema(row_type), strict=True))


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


def _column_type(name: str, info: FieldInfo) -> pl.DataType:
    annotation = unwrap(info.annotation)[0]
    if get_origin(annotation) is Literal:
        return pl.String()
    if annotation is Decimal:
        scale = next((m.decimal_places for m in constraints(info) if hasattr(m, "decimal_places")), 2)
        digits = next((m.max_digits for m in constraints(info) if hasattr(m, "max_digits")), 18)
        return pl.Decimal(precision=digits, scale=scale)
    simple: dict[Any, pl.DataType] = {
        str: pl.String(),
        int: pl.Int64(),
        float: pl.Float64(),
        bool: pl.Boolean(),
        date: pl.Date(),
        datetime: pl.Datetime(time_zone="UTC"),
    }
    if annotation not in simple:
        raise TypeError(f"column {name}: no frame type for {annotation!r}")
    return simple[annotation]


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
